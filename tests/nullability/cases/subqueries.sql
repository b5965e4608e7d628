select (select name from users where id = 1) as a, (select 1) as b, (select count(*) from users) as c;  -- a: nullable, b: not null, c: not null
select (select max(id) from users) as a, (select name from users limit 1) as b, (select 1 where false) as c;  -- a: nullable, b: nullable, c: nullable
select exists (select 1 from users) as a, not exists (select 1 from users) as b;  -- a: not null, b: not null
select array(select id from users) as a, array(select age from users) as b, array(select age from users where age is not null) as c;  -- a: not null, b: not null of nullable, c: not null
select id in (select id from users) as a, id in (select age from users) as b, age in (select id from orders) as c from users;  -- a: not null, b: nullable, c: nullable
select id not in (select id from orders) as a, id not in (select user_id from orders) as b from users;  -- a: not null, b: nullable
select id = any (select id from orders) as a, id > all (select user_id from orders) as b from users;  -- a: not null, b: nullable
select (id, name) in (select id, name from users) as a, (id, age) in (select id, id from orders) as b from users;  -- a: not null, b: nullable
select (select o.total from orders o where o.user_id = u.id limit 1) as a, coalesce((select o.total from orders o where o.user_id = u.id limit 1), 0) as b from users u;  -- a: nullable, b: not null
select (select u.name) as a, (select u.age) as b, (select count(*) from orders o where o.user_id = u.id) as c from users u;  -- a: not null, b: nullable, c: not null
select (select max(x) from (values (1), (2)) v(x)) as a, (select x from (values (1)) v(x)) as b, (select x from (values (1), (2)) v(x) limit 1) as c;  -- a: not null, b: not null, c: not null
select (values (1)) as a, (select 1 limit 0) as b, (select 1 offset 1) as c, (select 1 limit 1) as d;  -- a: not null, b: nullable, c: nullable, d: not null
select (with c as (select 1 as x) select x from c) as a, (select 1 union all select 2 limit 1) as b;  -- a: not null, b: not null
select (select row_to_json(u)) as a, (select jsonb_agg(o) from orders o) as b, (select coalesce(jsonb_agg(o), '[]') from orders o) as c from users u;  -- a: not null, b: nullable, c: not null
select (select bool_and(flag) from accounts) as a, (select coalesce(bool_and(flag), true) from accounts) as b;  -- a: nullable, b: not null
select name from users where id = (select max(user_id) from orders);  -- name: not null
select age from users u where (select count(*) from orders o where o.user_id = u.age) > 0;  -- age: nullable?
select age from users u where (select o.total from orders o where o.user_id = u.age limit 1) > 0;  -- age: not null
select (select sum(u.id) from orders limit 1) as a from users u;  -- a: nullable
select (select max(total) from orders having count(*) > 0) as a, (select count(*) from orders having count(*) > 0) as b;  -- a: nullable, b: nullable
select (select s.n from (select count(*) as n from orders) s) as a, (select s.n from (select count(*) as n from orders) s where s.n > 1) as b;  -- a: not null, b: nullable
