-- Functions in FROM and set-returning functions in the select list.

SELECT * FROM generate_series(1, 3);  -- generate_series integer
SELECT * FROM generate_series(1, 3) AS n;  -- n integer
SELECT n FROM generate_series(1, $1) AS n;  -- $1: integer, n integer
SELECT g.n FROM generate_series($1::int, $2) AS g (n);  -- $1: integer, $2: integer, n integer
SELECT generate_series FROM generate_series(1, 3);  -- generate_series integer
SELECT g.generate_series FROM generate_series(1, 3) g;  -- error undefined-column
SELECT g.g FROM generate_series(1, 3) g;  -- g integer
SELECT g FROM generate_series(1, 3) AS g (n);  -- g integer
SELECT g.* FROM generate_series(1, 3) AS g (n);  -- n integer
SELECT d::date FROM generate_series($1::date, $2::date, '1 day') d;  -- $1: date, $2: date, d date
SELECT d FROM generate_series($1::timestamptz, $2, $3) d;  -- $1: timestamp with time zone, $2: timestamp with time zone, $3: interval, d timestamp with time zone
SELECT * FROM generate_series(1.5, 3);  -- generate_series numeric
SELECT * FROM generate_series(1, 3) WITH ORDINALITY;  -- generate_series integer, ordinality bigint
SELECT * FROM generate_series(1, 3) WITH ORDINALITY AS g;  -- g integer, ordinality bigint
SELECT g.n, g.i FROM generate_series(1, 3) WITH ORDINALITY AS g (n, i);  -- n integer, i bigint
SELECT n, ordinality FROM generate_series(1, 3) WITH ORDINALITY AS g (n);  -- n integer, ordinality bigint
SELECT g FROM generate_series(1, 3) WITH ORDINALITY AS g (n, i);  -- g record
SELECT * FROM unnest(ARRAY[1, 2]);  -- unnest integer
SELECT * FROM unnest($1::text[]) AS t;  -- $1: text[], t text
SELECT t FROM unnest($1::text[]) AS t;  -- $1: text[], t text
SELECT * FROM unnest($1::text[]) WITH ORDINALITY AS t (word, place);  -- $1: text[], word text, place bigint
SELECT * FROM unnest($1);  -- error ambiguous-function
SELECT * FROM unnest(ARRAY[1], ARRAY['a', 'b']);  -- unnest integer, unnest text
SELECT * FROM unnest($1::int[], $2::text[], $3::uuid[]);  -- $1: integer[], $2: text[], $3: uuid[], unnest integer, unnest text, unnest uuid
SELECT * FROM unnest($1::int[], $2::text[]) AS t (a, b);  -- $1: integer[], $2: text[], a integer, b text
SELECT t.a, t.unnest FROM unnest($1::int[], $2::text[]) AS t (a);  -- $1: integer[], $2: text[], a integer, unnest text
SELECT a, b, o FROM unnest($1::int[], $2::text[]) WITH ORDINALITY AS t (a, b, o);  -- $1: integer[], $2: text[], a integer, b text, o bigint
SELECT t FROM unnest($1::int[], $2::text[]) AS t (a, b);  -- $1: integer[], $2: text[], t record
SELECT * FROM unnest(ARRAY[ROW('a', 1, 'b')::address]);  -- street text, number integer, zip character varying
SELECT * FROM unnest(ARRAY[ROW('a', 1, 'b')::address], ARRAY[1]);  -- street text, number integer, zip character varying, unnest integer
SELECT street FROM plots, unnest(homes);  -- street text
SELECT h.street, h.number FROM plots p, unnest(p.homes) AS h;  -- street text, number integer
SELECT h, (h).zip FROM plots p CROSS JOIN unnest(p.homes) h;  -- h address, zip character varying
SELECT h.a, h.b FROM plots p, unnest(p.homes) AS h (a, b);  -- a text, b integer
SELECT * FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['a', 'b']));  -- generate_series integer, unnest text
SELECT a, b FROM ROWS FROM (generate_series(1, $1), unnest($2::text[])) AS t (a, b);  -- $1: integer, $2: text[], a integer, b text
SELECT * FROM ROWS FROM (generate_series(1, 3), top_customers(2)) WITH ORDINALITY AS t;  -- generate_series integer, id bigint, name text, ordinality bigint
SELECT t FROM ROWS FROM (generate_series(1, 3), unnest(ARRAY['a'])) AS t (a, b);  -- t record
SELECT * FROM ROWS FROM (any_rows() AS (a int, b text), generate_series(1, 2)) AS t (x, y, z);  -- x integer, y text, z integer
SELECT * FROM ROWS FROM (unnest(ARRAY[1], ARRAY['a']), generate_series(1, 2));  -- unnest integer, unnest text, generate_series integer
SELECT * FROM top_customers(10);  -- id bigint, name text
SELECT t.id, t.name FROM top_customers($1) t;  -- $1: integer, id bigint, name text
SELECT t FROM top_customers($1) t;  -- $1: integer, t record
SELECT * FROM top_customers($1) AS t (a, b);  -- $1: integer, a bigint, b text
SELECT * FROM top_customers(n => $1);  -- $1: integer, id bigint, name text
SELECT * FROM all_customers();  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT c.name, (c.home).street, c FROM all_customers() c;  -- name text, street text, c customers
SELECT name FROM all_customers() WHERE id = $1;  -- $1: bigint, name text
SELECT * FROM split(7);  -- half integer, rest integer
SELECT half, rest FROM split($1);  -- $1: integer, half integer, rest integer
SELECT s FROM split($1) s;  -- $1: integer, s record
SELECT * FROM numbers(3);  -- numbers integer
SELECT numbers FROM numbers($1);  -- $1: integer, numbers integer
SELECT n FROM numbers($1) AS n WHERE n > $2;  -- $1: integer, $2: integer, n integer
SELECT * FROM homes_of(1);  -- street text, number integer, zip character varying
SELECT h.street, h FROM homes_of($1) h;  -- $1: bigint, street text, h address
SELECT * FROM any_row() AS t (a int, b text);  -- a integer, b text
SELECT a, b FROM any_rows() AS (a int, b text);  -- a integer, b text
SELECT t.a, t.b FROM any_rows() t (a integer, b character varying(10));  -- a integer, b character varying
SELECT * FROM any_row();  -- error syntax-error
SELECT * FROM any_rows() AS t (a, b);  -- error syntax-error
SELECT * FROM top_customers(1) AS t (a int, b text);  -- error syntax-error
SELECT * FROM generate_series(1, 2) AS t (a int);  -- error syntax-error
SELECT * FROM any_rows() WITH ORDINALITY AS t (a int, b text);  -- error syntax-error
SELECT * FROM ROWS FROM (any_rows() AS (a int, b text)) WITH ORDINALITY;  -- a integer, b text, ordinality bigint
SELECT * FROM two_outs(1);  -- a integer, b text
SELECT a + $1, b || $2 FROM two_outs($3);  -- $1: integer, $2: text, $3: integer, ?column? integer, ?column? text
SELECT * FROM one_table_column(1);  -- only_one text
SELECT * FROM one_table_column(1) AS t;  -- only_one text
SELECT only_one FROM one_table_column(1) AS t;  -- only_one text
SELECT t FROM one_table_column(1) AS t;  -- t text
SELECT * FROM one_table_column(1) AS t (x);  -- x text
SELECT add_tax FROM add_tax(1);  -- add_tax numeric
SELECT * FROM add_tax($1, $2);  -- $1: numeric, $2: numeric, add_tax numeric
SELECT t FROM add_tax($1) t;  -- $1: numeric, t numeric
SELECT * FROM lower('A');  -- lower text
SELECT * FROM now();  -- now timestamp with time zone
SELECT * FROM now() AS t;  -- t timestamp with time zone
SELECT * FROM current_date;  -- current_date date
SELECT * FROM current_timestamp AS t (x);  -- x timestamp with time zone
SELECT * FROM current_user, session_user AS s;  -- current_user name, s name
SELECT * FROM coalesce(1, 2);  -- coalesce integer
SELECT * FROM coalesce($1, 2) AS c;  -- $1: integer, c integer
SELECT * FROM greatest(1, 2);  -- greatest integer
SELECT * FROM nullif(1, 2) n;  -- n integer
SELECT * FROM extract(year FROM now());  -- extract numeric
SELECT * FROM substring('abc' FROM 2);  -- substring text
SELECT * FROM trim('a');  -- btrim text
SELECT * FROM position('a' IN 'b') p;  -- p integer
SELECT * FROM CAST('1' AS integer);  -- int4 integer
SELECT * FROM CAST('1' AS integer) AS c;  -- c integer
SELECT * FROM jsonb_each($1);  -- $1: jsonb, key text, value jsonb
SELECT key, value FROM jsonb_each($1) AS t;  -- $1: jsonb, key text, value jsonb
SELECT k, v FROM jsonb_each_text($1) AS t (k, v);  -- $1: jsonb, k text, v text
SELECT * FROM jsonb_array_elements($1);  -- $1: jsonb, value jsonb
SELECT e->>'a', value FROM jsonb_array_elements($1) e;  -- $1: jsonb, ?column? text, value jsonb
SELECT e FROM jsonb_array_elements_text($1) AS e;  -- $1: jsonb, e text
SELECT value FROM json_array_elements($1) WITH ORDINALITY;  -- $1: json, value json
SELECT * FROM jsonb_object_keys($1);  -- $1: jsonb, jsonb_object_keys text
SELECT k FROM jsonb_object_keys($1) AS t (k);  -- $1: jsonb, k text
SELECT * FROM jsonb_to_recordset($1) AS t (id int, name text, tags text[]);  -- $1: jsonb, id integer, name text, tags text[]
SELECT r.id, r.name FROM jsonb_to_record($1) AS r (id bigint, name text, born date, home address);  -- $1: jsonb, id bigint, name text
SELECT * FROM json_to_recordset($1) AS x (a numeric(10, 2), b timestamp with time zone, c double precision);  -- $1: json, a numeric, b timestamp with time zone, c double precision
SELECT * FROM jsonb_populate_record(NULL::address, $1);  -- $1: jsonb, street text, number integer, zip character varying
SELECT street, zip FROM jsonb_populate_recordset(NULL::address, $1);  -- $1: jsonb, street text, zip character varying
SELECT * FROM jsonb_populate_recordset(NULL::customers, $1) c WHERE c.id = $2;  -- $1: jsonb, $2: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
SELECT * FROM regexp_matches($1, 'a', 'g');  -- $1: text, regexp_matches text[]
SELECT m[1] FROM regexp_matches($1, $2) m;  -- $1: text, $2: text, m text
SELECT * FROM regexp_split_to_table($1, ',') WITH ORDINALITY AS t (part, n);  -- $1: text, part text, n bigint
SELECT * FROM string_to_table($1, ',');  -- $1: text, string_to_table text
SELECT word FROM string_to_table($1, $2) AS word;  -- $1: text, $2: text, word text
SELECT * FROM pg_get_keywords();  -- word text, catcode "char", barelabel boolean, catdesc text, baredesc text
SELECT word, catcode FROM pg_get_keywords() WHERE word = $1;  -- $1: text, word text, catcode "char"
SELECT * FROM pg_timezone_names();  -- name text, abbrev text, utc_offset interval, is_dst boolean
SELECT * FROM ts_stat('select 1');  -- word text, ndoc integer, nentry integer
SELECT * FROM ts_parse('default', $1);  -- $1: text, tokid integer, token text
SELECT * FROM aclexplode($1);  -- $1: aclitem[], grantor oid, grantee oid, privilege_type text, is_grantable boolean
SELECT * FROM pg_input_error_info($1, 'integer');  -- $1: text, message text, detail text, hint text, sql_error_code text
SELECT * FROM json_each('{}') AS t (k, v) WHERE k = $1;  -- $1: text, k text, v json
SELECT * FROM pg_catalog.generate_series(1, 2) AS g;  -- g integer
SELECT * FROM pg_catalog.unnest($1::int[], $2::int[]);  -- error undefined-function
SELECT x FROM public.numbers(1) x;  -- x integer
SELECT * FROM shop.numbers(1);  -- error undefined-function
SELECT * FROM nosuch(1);  -- error undefined-function
SELECT * FROM numbers('a'::text);  -- error undefined-function
SELECT * FROM touch(1);  -- error undefined-function
SELECT * FROM count(*);  -- error grouping-error
SELECT * FROM rank() OVER ();  -- error syntax-error
SELECT * FROM customers c, numbers(c.id::int) n;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, n integer
SELECT * FROM customers c, numbers(c.id) n;  -- error undefined-function
SELECT * FROM customers c, LATERAL numbers(c.id::int) n;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, n integer
SELECT n FROM customers c LEFT JOIN LATERAL numbers($1) n ON n = c.id;  -- $1: integer, n integer
SELECT n FROM customers c, top_customers(c.id::int) AS n (a, b);  -- n record
SELECT * FROM customers c JOIN top_customers(1) t USING (id);  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, name text
SELECT id, t.name FROM customers c JOIN top_customers($1) t USING (id);  -- $1: integer, id bigint, name text
SELECT * FROM numbers(numbers(3));  -- error wrong-object-type
SELECT * FROM numbers(3) a, numbers(a) b, numbers(a + b) c;  -- a integer, b integer, c integer
SELECT * FROM numbers(b) a, numbers(3) b;  -- error undefined-column
SELECT * FROM abs(numbers(3));  -- error wrong-object-type
SELECT generate_series(1, 3);  -- generate_series integer
SELECT generate_series(1, $1) AS n, id FROM customers;  -- $1: integer, n integer, id bigint
SELECT unnest(tags) AS tag, unnest($1::int[]) FROM customers;  -- $1: integer[], tag text, unnest integer
SELECT unnest($1);  -- error ambiguous-function
SELECT unnest(ARRAY[1], ARRAY[2]);  -- error undefined-function
SELECT generate_series(1, 3) + 1, abs(generate_series(1, 3));  -- ?column? integer, abs integer
SELECT (top_customers(1)).*;  -- id bigint, name text
SELECT (top_customers($1)).id, (top_customers($1)).name;  -- $1: integer, id bigint, name text
SELECT top_customers(1), all_customers(), split(1), numbers(2), homes_of(1);  -- top_customers record, all_customers customers, split record, numbers integer, homes_of address
SELECT (all_customers()).name, (split(7)).half;  -- name text, half integer
SELECT (jsonb_each($1)).key, jsonb_each($1);  -- $1: jsonb, key text, jsonb_each record
SELECT any_row(), any_rows(), two_outs(1), one_table_column(1);  -- any_row record, any_rows record, two_outs record, one_table_column text
SELECT (two_outs(1)).a, (two_outs(1)).*;  -- a integer, a integer, b text
SELECT (any_row()).a;  -- error undefined-column
SELECT (one_table_column(1)).only_one;  -- error undefined-column
SELECT jsonb_array_elements(prefs) AS e FROM customers;  -- e jsonb
SELECT jsonb_array_elements(prefs)->>'a', count(*) FROM customers GROUP BY 1;  -- ?column? text, count bigint
SELECT DISTINCT unnest(tags) FROM customers ORDER BY 1;  -- unnest text
SELECT id FROM customers ORDER BY generate_series(1, 2);  -- id bigint
SELECT id FROM customers WHERE generate_series(1, 2) = 1;  -- error wrong-object-type
SELECT id FROM customers GROUP BY id, generate_series(1, 2);  -- id bigint
SELECT count(*) FROM customers HAVING generate_series(1, 2) = 1;  -- error wrong-object-type
SELECT id FROM customers LIMIT generate_series(1, 2);  -- error wrong-object-type
SELECT CASE WHEN true THEN generate_series(1, 2) END;  -- error wrong-object-type
SELECT coalesce(generate_series(1, 2), 3);  -- error wrong-object-type
SELECT sum(generate_series(1, 2));  -- error grouping-error
SELECT rank() OVER (ORDER BY generate_series(1, 2));  -- rank bigint
SELECT ARRAY(SELECT unnest(tags)) FROM customers;  -- array text[]
SELECT regexp_matches(name, $1), regexp_split_to_table(name, ' ') FROM customers;  -- $1: text, regexp_matches text[], regexp_split_to_table text
SELECT id IN (SELECT unnest($1::bigint[])) FROM customers;  -- $1: bigint[], ?column? boolean
SELECT customers.numbers FROM customers;  -- error undefined-column
SELECT * FROM split(1) AS s (a, b), LATERAL split(s.a) AS t;  -- a integer, b integer, half integer, rest integer
SELECT f.half FROM tree CROSS JOIN LATERAL split(id) f;  -- half integer
SELECT x.y FROM (SELECT unnest($1::int[]) AS y) x;  -- $1: integer[], y integer
SELECT t.id, (t).name FROM (SELECT top_customers(1) AS t) s;  -- error undefined-table
SELECT (t.c).name FROM (SELECT all_customers() AS c) t;  -- name text
SELECT (s.r).half, (s.r).* FROM (SELECT split(3) AS r) s;  -- half integer, half integer, rest integer
SELECT * FROM JSON_TABLE($1::jsonb, '$[*]' COLUMNS (id int PATH '$.id', name text PATH '$.name')) AS jt;  -- $1: jsonb, id integer, name text
SELECT jt.* FROM customers c, JSON_TABLE(c.prefs, '$.a' COLUMNS (n FOR ORDINALITY, v text, NESTED PATH '$.b[*]' COLUMNS (w numeric PATH '$'))) jt;  -- n integer, v text, w numeric
SELECT * FROM XMLTABLE('/r/i' PASSING ($1::xml) COLUMNS id int PATH '@id', o FOR ORDINALITY, t text) AS x;  -- $1: xml, id integer, o integer, t text
SELECT * FROM current_date t (a integer);  -- error syntax-error
SELECT * FROM current_user t (a name);  -- error syntax-error
SELECT * FROM current_date t (a);  -- a date
SELECT * FROM any_row() "as" (a integer, b text);  -- a integer, b text
select (split(1)).*;  -- half integer, rest integer
select t.* from (select split(1)) t;  -- split record
select (t.split).* from (select split(1)) t;  -- half integer, rest integer
select * from rows from (top_customers(1), split(2)) as t (a, b, c, d);  -- a bigint, b text, c integer, d integer
select * from rows from (top_customers(1), split(2)) with ordinality as t (a, b, c, d, e);  -- a bigint, b text, c integer, d integer, e bigint
select * from rows from (unnest(array[1], array[2])) as t (a, b);  -- a integer, b integer
select * from unnest(array[1], array[2]) as t (a, b);  -- a integer, b integer
select * from unnest(array[1], array[2]) with ordinality as t (a, b, c);  -- a integer, b integer, c bigint
select t from rows from (generate_series(1, 3), any_rows()) as t(a int);  -- error syntax-error
select t.a from rows from (any_rows()) as t(a int, b text);  -- a integer
select * from jsonb_to_recordset($1) as t(id int, tags text, tags text[]);  -- error duplicate-column
select * from any_rows() as t(a int, b text collate pg_catalog."C");  -- a integer, b text
select * from rows from ( current_catalog , current_catalog ) with ordinality prefs ( quantity boolean );  -- error syntax-error
delete from only tree as valid using lateral rows from ( current_catalog ) with ordinality prefs ( quantity boolean );  -- error syntax-error
select * from any_rows() with ordinality t (a integer);  -- error syntax-error
select * from rows from (any_rows() as (a integer, b text)) with ordinality t (a, b);  -- a integer, b text, ordinality bigint
select * from unnest(array[1]) with ordinality t (a, b);  -- a integer, b bigint
