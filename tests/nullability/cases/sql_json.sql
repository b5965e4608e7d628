select json_object('a': age) as a, json_array(age, note) as b, json_array(select total from orders) as c from users;  -- a: not null, b: not null, c: nullable
select json_arrayagg(age) as a, json_objectagg(id: age) as b from users;  -- a: nullable, b: nullable
select json_arrayagg(age) as a, json_objectagg(id: age) as b from users group by mood;  -- a: not null, b: not null
select json_arrayagg(age) filter (where age > 1) as a, count(*) as n from users group by mood;  -- a: nullable, n: not null
select json_arrayagg(id) filter (where age > 1) as a from users group by mood;  -- a: nullable
select json_objectagg(id: age) filter (where age > 1) as a from users group by mood;  -- a: nullable
select json_arrayagg(id) over () as a, json_arrayagg(id) filter (where age > 1) over () as b from users;  -- a: not null, b: nullable
select json_arrayagg(age absent on null) as a, json_arrayagg(age null on null) as b from users group by mood;  -- a: not null, b: not null
select json_value(attrs, '$.a') as a, json_query(attrs, '$.a') as b, json_exists(attrs, '$.a') as c from products;  -- a: nullable, b: nullable, c: not null
select json_value(attrs, '$.a' default 'x' on empty default 'y' on error) as a, json_query(attrs, '$.*' empty array on empty) as b from products;  -- a: nullable, b: nullable
select json_exists(prefs, '$.a') as a, json_exists(attrs, 'strict $.a' unknown on error) as b from users, products;  -- a: nullable, b: nullable
select json_scalar(age) as a, json_scalar(users.id) as b, json_serialize(attrs) as c, json('{}') as d from users, products;  -- a: nullable, b: not null, c: not null, d: not null
select name is json as a, note is json as b, note is not json object as c from users;  -- a: not null, b: nullable, c: nullable
select json_value(attrs, '$.zz' returning text default 'null'::jsonb on empty error on error) as a from products;  -- a: nullable?
