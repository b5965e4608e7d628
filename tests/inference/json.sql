select prefs -> 'a', prefs ->> 'a', prefs -> 0, prefs ->> 0, prefs #> '{a,b}', prefs #>> '{a,b}' from customers;  -- ?column? jsonb, ?column? text, ?column? jsonb, ?column? text, ?column? jsonb, ?column? text
select extra -> 'a', extra ->> 'a', extra -> 0, extra #> '{a}', extra #>> '{a}' from shop.items;  -- ?column? json, ?column? text, ?column? json, ?column? json, ?column? text
select prefs -> $1, prefs ->> $2, prefs #> $3, prefs #>> $4 from customers;  -- $1: text, $2: text, $3: text[], $4: text[], ?column? jsonb, ?column? text, ?column? jsonb, ?column? text
select extra -> $1, extra ->> $2 from shop.items;  -- $1: text, $2: text, ?column? json, ?column? text
select prefs -> $1::int, prefs ->> $2::text from customers;  -- $1: integer, $2: text, ?column? jsonb, ?column? text
select prefs @> '{"a": 1}', prefs <@ $1, prefs @> $2::jsonb, '{}' <@ prefs from customers;  -- $1: jsonb, $2: jsonb, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select prefs ? 'a', prefs ?| array['a'], prefs ?& $1, prefs ? $2 from customers;  -- $1: text[], $2: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select prefs || '{"a": 1}', prefs || $1, prefs - 'a', prefs - 1, prefs - array['a'], prefs #- '{a}', prefs - $2::text from customers;  -- $1: jsonb, $2: text, ?column? jsonb, ?column? jsonb, ?column? jsonb, ?column? jsonb, ?column? jsonb, ?column? jsonb, ?column? jsonb
select prefs - $1 from customers;  -- $1: text, ?column? jsonb
select prefs @? '$.a', prefs @@ '$.a > 1', prefs @? $1, prefs @@ $2 from customers;  -- $1: jsonpath, $2: jsonpath, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select prefs['a'], prefs['a']['b'], prefs[0], prefs[$1], prefs['a'][0] from customers;  -- $1: text, prefs jsonb, prefs jsonb, prefs jsonb, prefs jsonb, prefs jsonb
select prefs['a':'b'] from customers;  -- error unsupported
select extra['a'] from shop.items;  -- error datatype-mismatch
select prefs = '{}', prefs < '[]', prefs <> $1 from customers;  -- $1: jsonb, ?column? boolean, ?column? boolean, ?column? boolean
select extra = '{}' from shop.items;  -- error undefined-operator
select extra::jsonb = '{}' from shop.items;  -- ?column? boolean
select prefs -> 'a' -> 'b' ->> 'c', prefs -> 'a' #>> '{b}' from customers;  -- ?column? text, ?column? text
select prefs -> 'a' || 'b' from customers;  -- error datatype-mismatch
select prefs ->> 'a' || 'b' from customers;  -- ?column? text
select (prefs ->> 'a') || 'b' from customers;  -- ?column? text
select prefs ->> 'a' = 'b' and prefs ->> 'c' like $1 from customers;  -- $1: text, ?column? boolean
select (prefs ->> 'n')::int + 1, (prefs -> 'n')::numeric from customers;  -- ?column? integer, numeric numeric
select prefs -> 'n' + 1 from customers;  -- error datatype-mismatch
select jsonb_build_object('a', 1, 'b', name), json_build_object('a', $1::int), jsonb_build_array(1, 'a', null), json_build_array() from customers;  -- $1: integer, jsonb_build_object jsonb, json_build_object json, jsonb_build_array jsonb, json_build_array json
select to_json(name), to_jsonb(id), to_jsonb(c), row_to_json(c), row_to_json(c, true), array_to_json(tags) from customers c;  -- to_json json, to_jsonb jsonb, to_jsonb jsonb, row_to_json json, row_to_json json, array_to_json json
select to_jsonb($1);  -- error datatype-mismatch
select jsonb_build_object('a', $1);  -- error indeterminate-parameter
select json_object('{a,b}'), json_object(array['a', 'b']), json_object('{a}', '{b}'), jsonb_object(array['a', 'b'], array['c', 'd']);  -- json_object json, json_object json, json_object json, jsonb_object jsonb
select jsonb_set(prefs, '{a}', '1'), jsonb_set(prefs, array['a'], to_jsonb($1::int), true), jsonb_insert(prefs, '{a}', $2), jsonb_set_lax(prefs, '{a}', null) from customers;  -- $1: integer, $2: jsonb, jsonb_set jsonb, jsonb_set jsonb, jsonb_insert jsonb, jsonb_set_lax jsonb
select jsonb_array_length(prefs), jsonb_typeof(prefs), jsonb_pretty(prefs), jsonb_strip_nulls(prefs), jsonb_object_keys(prefs) from customers;  -- jsonb_array_length integer, jsonb_typeof text, jsonb_pretty text, jsonb_strip_nulls jsonb, jsonb_object_keys text
select jsonb_path_query(prefs, '$'), jsonb_path_exists(prefs, '$.a', '{"x": 1}'), jsonb_path_query_array(prefs, $1), jsonb_path_query_first(prefs, '$', vars => '{}'), jsonb_path_match(prefs, '$') from customers;  -- $1: jsonpath, jsonb_path_query jsonb, jsonb_path_exists boolean, jsonb_path_query_array jsonb, jsonb_path_query_first jsonb, jsonb_path_match boolean
select jsonb_agg(name), json_agg(c), jsonb_object_agg(name, id), json_object_agg(name, $1::int), jsonb_agg(name order by id), json_agg_strict(name) from customers c;  -- $1: integer, jsonb_agg jsonb, json_agg json, jsonb_object_agg jsonb, json_object_agg json, jsonb_agg jsonb, json_agg_strict json
select jsonb_each(prefs), jsonb_each_text(prefs), jsonb_array_elements(prefs), jsonb_array_elements_text(prefs) from customers;  -- jsonb_each record, jsonb_each_text record, jsonb_array_elements jsonb, jsonb_array_elements_text text
select * from jsonb_each('{}');  -- key text, value jsonb
select key, value from jsonb_each_text($1);  -- $1: jsonb, key text, value text
select * from jsonb_array_elements($1);  -- $1: jsonb, value jsonb
select * from jsonb_array_elements_text($1) as t(word);  -- $1: jsonb, word text
select x.value from json_array_elements('[]') x;  -- value json
select * from jsonb_to_record('{}') as x(a int, b text[]);  -- a integer, b text[]
select * from jsonb_to_recordset($1) as x(a int, b text);  -- $1: jsonb, a integer, b text
select * from json_populate_record(null::address, '{}');  -- street text, number integer, zip character varying
select * from jsonb_populate_recordset(null::customers, $1);  -- $1: jsonb, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select jsonb_populate_record(null::address, $1);  -- $1: jsonb, jsonb_populate_record address
select (jsonb_populate_record(null::address, $1)).*;  -- $1: jsonb, street text, number integer, zip character varying
select (jsonb_populate_record(null::address, $1)).street;  -- $1: jsonb, street text
select json_typeof(extra), json_array_length(extra), json_extract_path(extra, 'a', 'b'), json_extract_path_text(extra, variadic array['a']) from shop.items;  -- json_typeof text, json_array_length integer, json_extract_path json, json_extract_path_text text
select '$.a'::jsonpath, jsonb '{"a": 1}' @@ '$.a == 1';  -- jsonpath jsonpath, ?column? boolean
select prefs::text::json -> 'a' from customers;  -- ?column? json
select jsonb_extract_path_text(prefs, 'a', $1) from customers;  -- $1: text, jsonb_extract_path_text text
select prefs ? 'a' or prefs ? 'b' and not prefs ? 'c' from customers;  -- ?column? boolean
select prefs ->> lower(name), prefs -> (id::text) from customers;  -- ?column? text, ?column? jsonb
select prefs -> id from customers;  -- error undefined-operator
select prefs -> total from customers, orders;  -- error undefined-operator
