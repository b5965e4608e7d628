select json_object(), json_object('a': 1), json_object('a': 1, 'b': name), json_object('a' value 1), json_object(name: id), json_object('a': 1 returning jsonb), json_object('a': 1 returning text), json_object('a': 1 null on null with unique keys), json_object('a': null absent on null returning jsonb) from customers;  -- json_object json, json_object json, json_object json, json_object json, json_object json, json_object jsonb, json_object text, json_object json, json_object jsonb
select json_object(returning jsonb), json_object('a': prefs), json_object('a': prefs returning json), json_object('a': '{"x": 1}' format json), json_object(name value id absent on null without unique) from customers;  -- json_object jsonb, json_object jsonb, json_object json, json_object json, json_object json
select json_object('{a,b}'), json_object(array['a', 'b']), json_object('{a}', '{b}'), json_object(tags) from customers;  -- json_object json, json_object json, json_object json, json_object json
select json_object('a': $1), json_object('a': $2::int, 'b': $3::text);  -- $1: text, $2: integer, $3: text, json_object json, json_object json
select json_object($1: 1);  -- error indeterminate-parameter
select json_object($1::text: 1);  -- $1: text, json_object json
select json_object('a': 1 returning bytea), json_object('a': 1 returning varchar(20)), json_object('a': 1 returning bytea format json encoding utf8);  -- json_object bytea, json_object character varying, json_object bytea
select json_object('a': 1 returning int);  -- error cannot-coerce
select json_object('a': 1 format json);  -- error datatype-mismatch
select json_array(), json_array(1, 'a', null), json_array(name, id returning jsonb), json_array(prefs) , json_array(1, null null on null), json_array('[1]' format json absent on null returning text), json_array(returning jsonb) from customers;  -- json_array json, json_array json, json_array jsonb, json_array jsonb, json_array json, json_array text, json_array jsonb
select json_array(select id from customers), json_array(select name from customers order by id returning jsonb), json_array(select prefs from customers), json_array(values (1), (2)), json_array(select 'x' format json);  -- json_array json, json_array jsonb, json_array jsonb, json_array json, json_array json
select json_array(select id, name from customers);  -- error column-count
select json_array($1, 2);  -- $1: text, json_array json
select json_arrayagg(id), json_arrayagg(name order by id desc), json_arrayagg(prefs), json_arrayagg(name returning jsonb), json_arrayagg(name null on null returning text), json_arrayagg(id order by name absent on null returning jsonb), json_arrayagg(id) filter (where id > 1), json_arrayagg('1' format json) from customers;  -- json_arrayagg json, json_arrayagg json, json_arrayagg jsonb, json_arrayagg jsonb, json_arrayagg text, json_arrayagg jsonb, json_arrayagg json, json_arrayagg json
select json_arrayagg(id) over (partition by name order by id), json_arrayagg(name returning jsonb) over w from customers window w as (order by id);  -- json_arrayagg json, json_arrayagg jsonb
select json_objectagg(name: id), json_objectagg(name value id), json_objectagg(id: prefs), json_objectagg(name: id returning jsonb), json_objectagg(name: id absent on null with unique keys returning text), json_objectagg(name: id) filter (where $1), json_objectagg(name: id) over (order by id) from customers;  -- error grouping-error
select json_arrayagg($1), json_objectagg('a': $2);  -- $1: text, $2: text, json_arrayagg json, json_objectagg json
select name, json_arrayagg(id) from customers group by name having count(*) > 1;  -- name text, json_arrayagg json
select name, json_arrayagg(id) from customers;  -- error grouping-error
select 1 from customers where json_arrayagg(id) is null;  -- error grouping-error
select json_arrayagg(count(*)) from customers;  -- error grouping-error
select json('{}'), json(name), json('1' format json), json(name with unique keys), json($1), json(prefs), json(null) from customers;  -- $1: text, json json, json json, json json, json json, json json, json json, json json
select json(1);  -- error cannot-coerce
select json(raw format json encoding utf8) from orders;  -- json json
select json_scalar(1), json_scalar('a'), json_scalar(now()), json_scalar($1), json_scalar(null), json_scalar(true), json_scalar(1.5);  -- $1: text, json_scalar json, json_scalar json, json_scalar json, json_scalar json, json_scalar json, json_scalar json, json_scalar json
select json_serialize('{}'), json_serialize(prefs), json_serialize(name returning bytea), json_serialize('1' format json returning varchar), json_serialize($1), json_serialize(json '1' returning text) from customers;  -- $1: text, json_serialize text, json_serialize text, json_serialize bytea, json_serialize character varying, json_serialize text, json_serialize text
select json_serialize('1' returning int);  -- error datatype-mismatch
select json_serialize(1);  -- error datatype-mismatch
select json_value(prefs, '$.a'), json_value(prefs, '$.a' returning int), json_value(prefs, '$.a' returning numeric(10, 2) default 0 on empty null on error), json_value('{}', 'lax $'), json_value(jsonb '{}', '$' returning date error on error), json_value(name, '$') from customers;  -- json_value text, json_value integer, json_value numeric, json_value text, json_value date, json_value text
select json_value(prefs, '$.a ? (@ > $x)' passing 1 as x, name as "Y" returning bigint default -1 on error), json_value(prefs, $1), json_value($2, '$.a'), json_value(prefs, '$' passing $3 as a, $4::int as b) from customers;  -- $1: jsonpath, $2: text, $3: text, $4: integer, json_value bigint, json_value text, json_value text, json_value text
select json_value(prefs, '$.a' default 'x' on empty default 'y' on error), json_value(prefs, '$.a' returning int default 1 + 1 on empty), json_value(prefs, '$.a' returning mood), json_value(prefs, '$.a' returning positive), json_value(prefs, '$' returning text) from customers;  -- json_value text, json_value integer, json_value mood, json_value positive, json_value text
select json_value(prefs, '$.a' returning int default $1 on empty) from customers;  -- error invalid-column-reference
select json_value(1, '$');  -- error cannot-coerce
select json_value(prefs, 1) from customers;  -- error datatype-mismatch
select json_value(extra, '$.a') || 'x', json_value(extra, '$.a' returning int) + 1 from shop.items;  -- ?column? text, ?column? integer
select json_query(prefs, '$.a'), json_query(prefs, '$.a' with wrapper), json_query(prefs, '$.a' without array wrapper), json_query(prefs, '$.a' with conditional array wrapper), json_query(prefs, '$.a' returning text omit quotes), json_query(prefs, '$.a' returning int[] keep quotes on scalar string), json_query(prefs, '$' returning json empty array on empty error on error) from customers;  -- json_query jsonb, json_query jsonb, json_query jsonb, json_query jsonb, json_query text, json_query integer[], json_query json
select json_query(prefs, '$.a' passing 1 as x returning jsonb with unconditional wrapper null on empty empty object on error), json_query(prefs, '$.a' default '{}' on empty), json_query(prefs, '$' returning address), json_query(extra, '$') from customers, shop.items;  -- json_query jsonb, json_query jsonb, json_query address, json_query jsonb
select json_exists(prefs, '$.a'), json_exists(prefs, '$.a ? (@ > $x)' passing 5 as x), json_exists(prefs, 'strict $.a' error on error), json_exists(prefs, $1 true on error), json_exists($2, '$') from customers;  -- $1: jsonpath, $2: text, json_exists boolean, json_exists boolean, json_exists boolean, json_exists boolean, json_exists boolean
select name from customers where json_exists(prefs, '$.a') and json_value(prefs, '$.n' returning int) > $1;  -- $1: integer, name text
select json_value(prefs, '$.a') as v, json_query(prefs, '$.b') v2 from customers;  -- v text, v2 jsonb
select json_object('a': json_array(1, 2), 'b': json_object('c': 1 returning jsonb));  -- json_object jsonb
select json_object('a': coalesce(name, 'x'), 'b': case when id = 1 then 2 end, 'c': (select 1), 'd': tags[1:2]) from customers;  -- json_object json
select json_object('k': x.a) from (values (1)) as x(a);  -- json_object json
select "json"('{}');  -- json json
select json '{}' -> 'a', json('{}') -> 'a', json_scalar(1)::text;  -- ?column? json, ?column? json, json_scalar text
select json_query('{}'::jsonb, '$' with wrapper keep quotes), json_query('{}'::jsonb, '$' without wrapper omit quotes);  -- json_query jsonb, json_query jsonb
select json_query('{}'::jsonb, '$' with conditional wrapper omit quotes);  -- error syntax-error
select * from json_table('{}', '$' columns (a text path '$' with wrapper omit quotes));  -- error syntax-error
select * from json_table('{}', '$' columns (a jsonb path '$' default null::point on error));  -- a jsonb
select json_value('{}', '$.a' returning int default null::point on empty);  -- json_value integer
select json_value('{}', '$.a' returning int default point '(1,2)' on empty);  -- error cannot-coerce
select json_object(default);  -- error syntax-error
select json_object('a': 'x'::bytea format json encoding utf8);  -- json_object json
select json_object('a': 'x'::text format json encoding utf8);  -- error datatype-mismatch
select json_object('a': 'x' format json encoding utf8);  -- error datatype-mismatch
select json_object('a': '{}'::json format json encoding utf8);  -- error datatype-mismatch
select json_object('a': '{}'::jsonb format json encoding utf16);  -- error datatype-mismatch
select json_object('a': 'x'::bytea format json encoding utf16);  -- json_object json
select json_object('a': 'x'::bytea format json encoding latin1);  -- error undefined-object
select json_object('a': 1 format json);  -- error datatype-mismatch
select json_object('a': 'x'::text format json encoding latin1);  -- error undefined-object
select json_object('a': 1 returning bytea format json encoding "UTF8");  -- json_object bytea
select json_object('a': 1 returning bytea format json encoding latin1);  -- error undefined-object
select json_value('{}' format json encoding utf8, '$');  -- error datatype-mismatch
select json_value('{}'::bytea format json encoding utf8, '$');  -- json_value text
select json_value('{}'::bytea, '$' passing '1'::bytea format json encoding utf8 as x);  -- error cannot-coerce
select json_value('{}'::bytea, '$' passing '1'::bytea format json encoding utf32 as x);  -- error cannot-coerce
select json('x'::bytea format json encoding utf8);  -- json json
select json('x'::bytea format json encoding utf8 with unique);  -- json json
select json_array('x'::bytea format json encoding utf8);  -- json_array json
select json_array(select 1 format json);  -- error datatype-mismatch
select json_array(select 1 format json encoding utf8 returning text);  -- error datatype-mismatch
select json_array(select 1 returning int format json);  -- error cannot-coerce
select json_exists('{}' format json encoding utf8, '$');  -- error datatype-mismatch
select json_query('{}' format json, '$' returning jsonb format json encoding utf8);  -- error datatype-mismatch
select json_value('{}', '$' returning int format json);  -- error syntax-error
select json_serialize('{}' returning bytea format json encoding utf8);  -- json_serialize bytea
select json_serialize('{}' format json encoding utf8);  -- error datatype-mismatch
select json_objectagg('a': 1 returning date format json);  -- error cannot-coerce
select json_query('{}', '$' returning address format json);  -- error datatype-mismatch
select json_query('{}', '$' returning mood format json);  -- error datatype-mismatch
select json_query('{}', '$' returning email format json);  -- json_query email
select json_object('a': 1 returning address format json);  -- error cannot-coerce
select json_query('{}', '$' returning int format json);  -- error datatype-mismatch
select json_query('{}', '$' returning bytea format json encoding utf8);  -- json_query bytea
select json_query('{}', '$' returning text format json encoding utf8);  -- error datatype-mismatch
select json_value('{}', '$' returning text format json);  -- error syntax-error
select json_object('a': 1 returning int format json);  -- error cannot-coerce
select json_object('a': 1 returning text format json);  -- json_object text
select json_object('a': 1 returning text format json encoding utf8);  -- error datatype-mismatch
select json_array(1 returning int format json);  -- error cannot-coerce
select json_serialize('{}' returning bytea format json);  -- json_serialize bytea
select json_serialize('{}' returning text format json encoding utf8);  -- error datatype-mismatch
select json_arrayagg(1 returning int format json);  -- error cannot-coerce
select json_arrayagg (name format json order by id), json_arrayagg(name format json order by id absent on null returning jsonb) from customers;  -- json_arrayagg json, json_arrayagg jsonb
select name like json_value(prefs, '$.a') escape '#', name not ilike json_serialize(prefs) escape 'x' from customers;  -- ?column? boolean, ?column? boolean
select json_value(prefs, '$' returning jsonb default null::positive on error) from customers;  -- error cannot-coerce
select json_value(prefs, '$' returning jsonb default null::int on error), json_query(prefs, '$' returning jsonb default null::email on error), json_query(prefs, '$' returning text default null::positive on error), json_query(prefs, '$' returning jsonb default null::mood on error) from customers;  -- json_value jsonb, json_query jsonb, json_query text, json_query jsonb
select json_value('{}', '$' returning mood default true on error);  -- json_value mood
select json_value('{}', '$' returning int default true on error);  -- json_value integer
select json_value('{}', '$' returning positive default true on error);  -- json_value positive
select json_value('{}', '$' returning bigint default true on error);  -- json_value bigint
select json_value('{}', '$' returning bool default true on error);  -- json_value boolean
select json_value('{}', '$' returning date default '1'::jsonb on error);  -- json_value date
select json_value('{}', '$' returning jsonb default '1'::jsonb on error);  -- json_value jsonb
select json_value('{}', '$' returning date default '1'::json on error);  -- error cannot-coerce
select json_value('{}', '$' returning date default 1 on error);  -- error cannot-coerce
select json_query('{}', '$' returning mood default true on empty default 'ok'::mood on error);  -- json_query mood
select json_query('{}', '$' returning mood default '{}'::jsonb on empty default 1 on error);  -- error cannot-coerce
select json_query('{}', '$' default true on empty);  -- json_query jsonb
select json_query('{}', '$' default 1 on empty);  -- error cannot-coerce
select json_query('{}', '$' default 'a' on empty);  -- error datatype-mismatch
select json_query('{}', '$' default 'a'::text on empty);  -- json_query jsonb
select j.* from json_table('[]', '$' columns (a mood path '$' default true on error, b date default now()::date on empty, c int default '1' on error, d address default true on empty)) j;  -- a mood, b date, c integer, d address
select json_value('{}', '$' returning text default true on error);  -- json_value text
select json_value('{}', '$' returning varchar(3) default true on error);  -- json_value character varying
select json_value('{}', '$' returning xid default true on error);  -- json_value xid
select json_value('{}', '$' returning date default (1 = 1) on error);  -- json_value date
select json_exists('{}', '$' true on error);  -- json_exists boolean
select json_value('{}', '$' true on error);  -- error syntax-error
select json_value('{}', '$' empty on empty);  -- error syntax-error
select json_value('{}', '$' null on empty error on error);  -- json_value text
select json_query('{}', '$' empty array on empty empty object on error);  -- json_query jsonb
select json_query('{}', '$' unknown on error);  -- error syntax-error
select json_exists('{}', '$' unknown on error);  -- json_exists boolean
select json_exists('{}', '$' null on error);  -- error syntax-error
select json_exists('{}', '$' error on error);  -- json_exists boolean
select json_query('{}', '$' default '1' on empty error on error);  -- json_query jsonb
