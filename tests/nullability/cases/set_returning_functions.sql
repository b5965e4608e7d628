select generate_series(1, 3) as a;  -- a: not null
select g from generate_series(1, 3) g;  -- g: not null
select g, n from generate_series(1, 3) with ordinality as t(g, n);  -- g: not null, n: not null
select unnest(tags) as a from users;  -- a: nullable
select unnest(array[1, 2]) as a;  -- a: not null
select unnest(array[1, null]) as a;  -- a: nullable
select unnest(@ids::int[]) as a;  -- a: not null
select x, n from unnest(@names::text[]) with ordinality as t(x, n);  -- x: not null, n: not null
select u.name, t from users u, unnest(u.tags) t;  -- name: not null, t: nullable
select u.name, p.codes, c from users u, products p, unnest(p.codes) c;  -- name: not null, codes: not null, c: nullable
select key, value from jsonb_each((select attrs from products where jsonb_typeof(attrs) = 'object' limit 1));  -- key: not null, value: not null
select key, value from jsonb_each_text('{"a": null, "b": "x"}');  -- key: not null, value: nullable
select value from jsonb_array_elements('[1, null]');  -- value: not null
select value from jsonb_array_elements_text('[1, null]');  -- value: nullable
select jsonb_object_keys('{"a": 1}') as a;  -- a: not null
select jsonb_array_elements('[1, null]') as a;  -- a: not null
select p.sku, k.key, k.value from products p cross join lateral jsonb_each_text(p.attrs) k where jsonb_typeof(p.attrs) = 'object';  -- sku: not null, key: not null, value: nullable
select regexp_split_to_table(name, ',') as a, id from users;  -- a: not null, id: not null
select string_to_table(name, ',') as a from users;  -- a: not null
select string_to_table('a,b', ',', 'b') as a;  -- a: nullable
select regexp_matches('ab', '(a)|(c)') as a;  -- a: not null of nullable
select m[1] as a, m from regexp_matches('ab', '(c)|(a)') m;  -- a: nullable, m: not null of nullable
select generate_series(1, 2) as a, generate_series(1, 3) as b;  -- a: nullable, b: nullable?
select generate_series(1, 2) as a, id from users;  -- a: not null, id: not null
select a, b from rows from (generate_series(1, 2), generate_series(1, 3)) as t(a, b);  -- a: nullable, b: nullable?
select few(1) as a;  -- a: nullable
select f from few(1) f;  -- f: nullable
select f from twice(3) f;  -- f: nullable
select u.name, g from users u left join generate_series(1, 0) g on true;  -- name: not null, g: nullable
select x.a, x.b from jsonb_to_recordset('[{"a": 1}, {}]') as x(a int, b text);  -- a: nullable, b: nullable
select d::date as a from generate_series(timestamp '2024-01-01', timestamp '2024-01-03', interval '1 day') d;  -- a: not null
select generate_subscripts(array[1, 2], 1) as a;  -- a: not null
select n, count(u.id) as c from generate_series(1, 3) n left join users u on u.id = n group by n;  -- n: not null, c: not null
select codes from products, unnest(codes) where true;  -- codes: not null
select a from unnest(array(select age from users)) a;  -- a: nullable
select a from unnest(array(select id from users)) a;  -- a: not null
select a from unnest(string_to_array('a,b', ',')) a;  -- a: not null
select a, b from unnest(@xs::int[], @ys::text[]) as t(a, b);  -- a: nullable, b: nullable
select a, b from unnest(array[1, 2], array['x', 'y', 'z']) as t(a, b);  -- a: nullable, b: nullable?
select j.a, j.b from json_table('[{"a": 1, "b": null}, {"b": 1}]', '$[*]' columns (a int path '$.a', b text path '$.b')) j;  -- a: nullable, b: nullable
select j.n, j.e, j.m from json_table('[{"a": [1, 2]}, {}]', '$[*]' columns (n for ordinality, e bool exists path '$.a', nested path '$.a[*]' columns (m for ordinality))) j;  -- n: not null, e: not null, m: nullable
select j.n from json_table('[1, 2]', '$[*]' columns (n for ordinality)) j;  -- n: not null
select j.e from json_table('[{"a": 1}]', 'lax $[*]' columns (e int exists path '$.a' error on error)) j;  -- e: not null
select j.e from json_table('[{"a": 1}]', '$[*]' columns (e bool exists path 'strict $.x.y' unknown on error)) j;  -- e: nullable
select u.id, j.n from users u left join json_table('[]', '$[*]' columns (n for ordinality)) j on true;  -- id: not null, n: nullable
