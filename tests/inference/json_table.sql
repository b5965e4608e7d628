select * from json_table('[1,2]', '$[*]' columns (a int path '$'));  -- a integer
select t.* from json_table(jsonb '[]', '$[*]' columns (id for ordinality, a int, b text path '$.b', c date exists path '$.c', d jsonb path '$.d' with wrapper)) t;  -- id integer, a integer, b text, c date, d jsonb
select jt.a, jt.n from customers, json_table(prefs, '$' columns (a text path '$.a', nested path '$.k[*]' columns (n numeric(5, 2) path '$', m int path '$.m'))) as jt;  -- a text, n numeric
select * from customers c left join json_table(c.prefs, '$.x[*]' as p passing c.id as i columns (v varchar(10) path '$.v' default 'none' on empty null on error, e bool exists path '$.e')) j on true;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, v character varying, e boolean
select * from json_table($1, $2 columns (a int));  -- error unsupported
select * from json_table($1::jsonb, '$' passing $2 as x columns (a int path '$.a' default 0 on empty error on error)) as t(z);  -- $1: jsonb, $2: text, z integer
select a from json_table('{}', '$' columns (a int, nested '$.b' as b columns (c int, d for ordinality), nested path '$.e' columns (f text format json path '$'))) where c > $1;  -- $1: integer, a integer
select * from json_table('{}', '$' columns (a text format json path '$' keep quotes, b int[] path '$', m mood path '$', h address path '$')) error;  -- a text, b integer[], m mood, h address
select * from json_table(prefs, '$' columns (a int)), customers;  -- error undefined-column
select * from customers, lateral json_table(prefs, '$' columns ("A" int, b positive)) x where x."A" = id;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, A integer, b positive
select count(*), sum(a) from json_table('[]', '$[*]' columns (a int path '$' error on error)) t group by a;  -- count bigint, sum bigint
select * from json_table(1, '$' columns (a int));  -- error cannot-coerce
select * from json_table('{}', '$' columns (a nope));  -- error undefined-type
select nope from json_table('{}', '$' columns (a int));  -- error undefined-column
select * from json_table('[]', '$' columns (a int) error on error) as t where a = $1;  -- $1: integer, a integer
select json_table('[]', '$' columns (a int));  -- error syntax-error
select j.* from json_table('{}', '$' columns (a int path '$.a', nested '$.b' columns (b int, nested '$.c' columns (c int), d int), e text, nested path '$.q' columns (f int), g int)) j;  -- a integer, e text, g integer, b integer, d integer, c integer, f integer
select j.* from json_table('{}', '$' columns (a int path '$.a', nested '$.b' columns (b int, nested '$.c' columns (c int), d int), e text, nested path '$.q' columns (f int), g int)) j(x1,x2,x3,x4,x5,x6);  -- x1 integer, x2 text, x3 integer, x4 integer, x5 integer, x6 integer, f integer
select j.* from json_table('{}', '$' columns (a int format json)) j;  -- error datatype-mismatch
select j.* from json_table('{}', '$' columns (a varchar(3) format json, b bytea format json, c jsonb format json, d json format json)) j;  -- a character varying, b bytea, c jsonb, d json
select j.* from json_table('{}', '$' columns (a bytea format json encoding utf8)) j;  -- a bytea
select j.* from json_table('{}', '$' columns (a text format json encoding utf8)) j;  -- error datatype-mismatch
select j.* from json_table('{}', '$' columns (a for ordinality, b for ordinality)) j;  -- error syntax-error
select j.* from json_table('{}', '$' columns (a for ordinality, nested '$' columns (b for ordinality))) j;  -- a integer, b integer
select j.* from json_table('{}', '$' columns (a int, a int)) j;  -- error duplicate-column
select j.* from json_table('{}', '$' columns (a int, nested '$' columns (a int))) j;  -- error duplicate-column
select j.* from json_table('{}', '$' columns (a int, nested '$' as a columns (b int))) j;  -- error duplicate-column
select j.* from json_table('{}', '$' as p columns (a int, nested '$' as p columns (b int))) j;  -- error duplicate-column
select j.* from json_table('{}', '$' columns (a int, nested '$' as p columns (b int), nested '$' as p columns (c int))) j;  -- error duplicate-column
select j.* from json_table('{}', '$' as a columns (a int)) j;  -- error duplicate-column
select a from json_table(jsonb '1', '$' columns (a setof int path '$'));  -- error syntax-error
