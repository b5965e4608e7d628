select id from users union select age from users;  -- id: nullable
select id from users union all select id from orders;  -- id: not null
select age from users except select id from users;  -- age: nullable
select id from users except select age from users;  -- id: not null
select age from users intersect select id from users;  -- age: not null
select age from users intersect select age from users;  -- age: nullable
select age from users intersect all select manager_id from users;  -- age: nullable
select id, null as x from users union all select id, name from users;  -- id: not null, x: nullable
select 1 as a union select 2 union select null;  -- a: nullable
select age as a from users where age is not null union select id from orders order by a limit 3;  -- a: not null
(select id as a, age as b from users limit 1) union all (select 1, 2);  -- a: not null, b: nullable
select a from (select age as a from users union select id from users) s where a > 1;  -- a: not null
select array[1] as a union all select array[null]::int[];  -- a: not null of nullable
with recursive t as (select 1 as n union all select n + 1 from t where n < 3) select n from t;  -- n: not null
with recursive t as (select id, manager_id from users where manager_id is null union all select u.id, u.manager_id from users u join t on u.manager_id = t.id) select id, manager_id from t;  -- id: not null, manager_id: nullable
with recursive t(id, path) as (select id, array[id] from users union all select u.id, t.path || u.id from t join users u on u.manager_id = t.id and not u.id = any(t.path)) select id, path from t;  -- id: not null, path: not null
with recursive t as (select id, name, 0 as depth from users union select u.id, null, t.depth + 1 from users u join t on u.manager_id = t.id where t.depth < 3) select id, name, depth from t;  -- id: not null, name: nullable, depth: not null
with recursive t as (select id, id as a, id as b, id as c, 0 as depth from users union all select t.id, t.b, t.c, u.age, depth + 1 from t join users u on u.id = t.id where depth < 4) select a, b, c from t;  -- a: nullable, b: nullable, c: nullable
with recursive t as (select id, age from users where age is not null union all select u.id, u.age from users u join t on t.age = u.manager_id and u.id > t.id) select id, age from t;  -- id: not null, age: nullable
with recursive t(n) as (values (1) union all select n + 1 from t where n < 3) select n, sum(n) over () as s from t;  -- n: not null, s: not null
with recursive t as (select id from users union all select u.id from users u join t on u.manager_id = t.id) cycle id set looped using path select id, looped, path from t;  -- id: not null, looped: not null, path: not null
with recursive t as (select id from users where manager_id is null union all select u.id from users u join t on u.manager_id = t.id and u.id > t.id) search depth first by id set ordering select id, ordering from t;  -- id: not null, ordering: not null
with recursive t as (select id, age from users union all select u.id, u.age from users u join t on u.manager_id = t.id) cycle id set looped to 'y' default 'n' using path select age, looped from t;  -- age: nullable, looped: not null
