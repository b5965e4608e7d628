select s.age from (select age from users where age is not null) s;  -- age: not null
select s.age from (select age from users) s where s.age is not null;  -- age: not null
select s.a from (select age as a from users limit 3) s where a > 1;  -- a: not null
select s.b from (select o.id as a, o.total as b from users u left join orders o on o.user_id = u.id) s where s.a is not null;  -- b: not null
select s.a, s.b from (select u.age as a, u.age + 1 as b from users u) s where s.b is not null;  -- a: not null, b: not null
with s as (select o.id as a, o.total as b from users u left join orders o on o.user_id = u.id) select a, b from s where a is not null;  -- a: not null, b: not null
with s as (select age from users where age > 1) select age from s;  -- age: not null
with s as (select age from users where age > 1) select t.age, u.age as other from s t right join users u on u.id = t.age;  -- age: nullable, other: nullable
with s as (select 1 as a) select a from s;  -- a: not null
with s as materialized (select note as a from users where note <> '') select a from s;  -- a: not null
with a as (select id, age from users), b as (select age from a where age is not null) select age from b;  -- age: not null
select id, name, age, email from adults;  -- id: not null, name: not null, age: not null, email: nullable
select user_id, name, order_id, total, discount from user_orders;  -- user_id: not null, name: not null, order_id: nullable, total: nullable, discount: nullable
select total, discount from user_orders where order_id is not null;  -- total: not null, discount: nullable
select total, user_id from user_orders where total is not null;  -- total: not null, user_id: not null
select user_id, total, orders, discount from order_sums;  -- user_id: nullable, total: not null, orders: not null, discount: nullable
select a.age, v.order_id from adults a left join user_orders v on v.user_id = a.id;  -- age: not null, order_id: nullable
select name from (values (1, 'a'), (2, null)) as v(id, name);  -- name: nullable
select id, name from (values (1, 'a'), (2, 'b')) as v(id, name);  -- id: not null, name: not null
select v.id, u.name from (values (1), (2)) as v(id) left join users u on u.id = v.id;  -- id: not null, name: nullable
values (1, null::text), (2, 'x');  -- column1: not null, column2: nullable
values (1, 'x'), (2, 'y');  -- column1: not null, column2: not null
select age, n from (select age, count(*) as n from users group by age) s;  -- age: nullable, n: not null
select age, n from (select age, count(*) as n from users group by age) s where age is not null;  -- age: not null, n: not null
select m from (select max(age) as m from users) s where m is not null;  -- m: not null
select s.x from (select max(total) as x, user_id from orders group by user_id) s;  -- x: not null
select * from (select id, age from users union all select id, 1 from orders) s where age is not null;  -- id: not null, age: not null
select x.a from (select 1 as a) x left join (select 2 as b) y on x.a = y.b;  -- a: not null
select y.b from (select 1 as a) x left join (select 2 as b) y on x.a = y.b;  -- b: nullable
select s.boss from (select m.name as boss, m.id as mid from users u left join users m on m.id = u.manager_id) s where s.mid > 0;  -- boss: not null
select s.age from users u, lateral (select u.age where u.age > 1) s;  -- age: not null
select u.age from users u, lateral (select 1 as one where u.age > 1) s;  -- age: not null
