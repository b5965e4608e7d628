insert into audited (id, who, at) values (1, 'x', '2024-01-01') returning who, at;  -- who: nullable, at: not null
insert into audited (id, who, at) values (3, 'x', '2024-01-01') returning id;  -- id: not null
update audited set at = '2024-01-01' where who is not null returning who, at, old.who as was;  -- who: nullable?, at: not null, was: not null
update audited set who = 'x' returning who;  -- who: nullable
delete from audited where who is not null returning who;  -- who: not null
insert into ghosts (id, who, at) values (1, 'x', '2024-01-01') returning who, at;  -- who: nullable?, at: nullable
select id, body, extra from notes;  -- id: not null, body: not null, extra: nullable
select case when exact is null then null else 1 end as a, exact is not null as b from accounts;  -- a: nullable, b: not null
select case when place is null then 0 else 1 end as a, coalesce(place, (1, 'a')::pair) as b from accounts;  -- a: not null, b: not null
select o.total, o.discount from users u left join orders o on o.user_id = u.id where o is not null;  -- total: not null, discount: not null
select o.total, o.discount from users u left join orders o on o.user_id = u.id where not (o is null);  -- total: not null, discount: nullable
select o.total, o.discount from users u left join orders o on o.user_id = u.id where (o.total, o.discount) is not null;  -- total: not null, discount: not null
select o.total, o.discount from users u left join orders o on o.user_id = u.id where not ((o.total, o.discount) is null);  -- total: not null, discount: nullable
select row_to_json(o) as a, to_jsonb(o) as b, jsonb_build_object('o', o) as c, o.id is null as d from users u left join orders o on o.user_id = u.id;  -- a: nullable, b: nullable, c: not null, d: not null
select coalesce(o.total, u.age) as a from users u left join orders o on o.user_id = u.id;  -- a: nullable
select case when count(*) = 0 then null else sum(id) end as a, case when count(*) = 0 then 0 else sum(id) end as b from users;  -- a: nullable, b: not null
select case when count(*) < 1 then 0 else max(id) end as a, case when count(age) = 0 then 0 else max(age) end as b from users;  -- a: not null, b: not null
select sum(id) / nullif(count(*), 0) as a from users;  -- a: nullable
select (array_agg(id))[1] as a, (array_agg(id order by id))[1:1] as b from users group by mood;  -- a: not null, b: not null
select s.r from (select nullif(floor(random() * 2), 0) as r from users) s where s.r is not null;  -- r: not null
select nullif(floor(random() * 2), 0) as r from users where nullif(floor(random() * 2), 0) is not null;  -- r: nullable
select mood, max(mood) as m from users group by grouping sets ((mood), (name));  -- mood: nullable, m: not null
select age from users group by age having max(id) > 0;  -- age: nullable
select case when age is not null then (select age) else 0 end as a from users;  -- a: not null
select case when age is not null then (select max(o.id) + age from orders o) else 0 end as a from users;  -- a: nullable
select age, (select age where age > 1) as b from users where age is not null;  -- age: not null, b: nullable
select u.age from users u left join orders o on o.user_id = u.age;  -- age: nullable
select u.age, o.user_id from users u left join orders o on o.user_id = u.age where o.user_id is not null;  -- age: not null, user_id: not null
select exists (select 1 from orders o where o.user_id = u.age) as a, u.age from users u;  -- a: not null, age: nullable
select age from users u where exists (select 1 from orders o where o.user_id = u.age or o.total > 1);  -- age: nullable
select age from users u where exists (select count(*) from orders o where o.user_id = u.age);  -- age: nullable
select age from users u where exists (select 1 from orders o where o.user_id = u.age union all select 1);  -- age: nullable
select age from users u where exists (select 1 from orders o where o.user_id = u.age group by o.total having count(*) > 0);  -- age: not null
select age from users u where not exists (select 1 from orders o where o.user_id is distinct from u.age);  -- age: nullable
select age from users where (age > 1) = true;  -- age: not null
select age from users where (age > 1) is distinct from false;  -- age: nullable
select age from users where (age > 1) <> false;  -- age: not null
select age from users where case when id = 1 then age > 0 else age < 0 end;  -- age: not null
select age from users where case when age > 0 then true end;  -- age: not null
select age from users where case age when 1 then true else false end;  -- age: not null
select age, note from users where (age > 0 and note <> '') or (age < 0 and note = '');  -- age: not null, note: not null
select age, note from users where (age > 0 or note <> '') and (age < 9 or note <> 'x');  -- age: nullable, note: nullable
select age, note from users where not (age is null or note is null);  -- age: not null, note: not null
select age, note from users where not (age is null and note is null);  -- age: nullable, note: nullable
select coalesce(age::text, note) as a from users where not (age is null and note is null);  -- a: not null
select id from users u natural left join orders;  -- id: not null
select j.id, j.name, j.total from (users left join orders using (id)) as j;  -- id: not null, name: not null, total: nullable
select j.id, j.name, j.total from (users full join orders using (id)) as j;  -- id: not null, name: nullable, total: nullable
with c as (select age from users) select a.age, b.age as other from c a left join c b on a.age = b.age;  -- age: nullable, other: nullable
with c as (select age from users) select a.age, b.age as other from c a join c b on a.age = b.age;  -- age: not null, other: not null
with c as (select 1 as n where false) select n, (select n from c) as m from users left join c on true;  -- n: nullable, m: nullable
select t.n, t.m from (select count(*) as n, max(age) as m from users group by name having count(age) > 0) t;  -- n: not null, m: not null
select lag(age) over (order by id) as a from users where age is not null;  -- a: nullable
select sum(count(*)) over () as a from users;  -- a: not null
select sum(count(*)) over () as a from users group by mood;  -- a: not null
select max(age) filter (where age > 1) as a, count(*) as b from users group by mood having max(age) filter (where age > 1) > 0;  -- a: not null, b: not null
select string_agg(note, ',') as a from users where note <> '' group by mood;  -- a: not null
select array_agg(note) as a from users where note <> '';  -- a: nullable
select array_agg(s.age) as a from (select age from users where age is not null) s;  -- a: nullable
select unnest(array_agg(id)) as a, unnest(array_agg(age)) as b from users;  -- a: nullable?, b: nullable
select unnest(array_agg(id)) as a from users;  -- a: not null
select unnest(array_agg(age)) as a from users;  -- a: nullable
select unnest(coalesce(array_agg(age) filter (where age > 0), '{}')) as a from users;  -- a: not null
select x from unnest((select array_agg(id) from users)) x;  -- x: not null
select array(select note from users where note is not null) as a, array(select null::int) as b;  -- a: not null, b: not null of nullable
select coalesce(codes, array[1]) as a, array_append(codes, null) as b from products;  -- a: not null, b: not null of nullable
select '{a,NULL}'::text[] as a, '{a,b}'::text[] as b, unnest('{a,NULL}'::text[]) as c;  -- a: not null, b: not null, c: nullable
select greatest(case when age > 0 then age end, id) as a, least(null, age) as b from users;  -- a: not null, b: nullable
select min(s.x) as a from (select id as x from users union all select age from users) s group by x;  -- a: nullable
select x from (select id as x from users union all select age from users) s where x <> 0;  -- x: not null
select a.x, b.x as y from (select 1 as x) a full join (select 2 as x) b on a.x = b.x;  -- x: nullable, y: nullable
select coalesce(a.x, b.x) as x from (select 1 as x) a full join (select 2 as x) b on a.x = b.x;  -- x: not null
select u.name, o.total from users u left join (orders o cross join (select 1 as one) d) on o.user_id = u.id where d.one = 1;  -- name: not null, total: not null
select u.name, d.one from users u left join (orders o cross join (select 1 as one) d) on o.user_id = u.id;  -- name: not null, one: nullable
select u.name, o.total from users u left join orders o on o.user_id = u.id left join items i on i.order_id = o.id and o.id is not null where i.order_id = i.order_id;  -- name: not null, total: not null
select m.name from users u left join users m on m.id = u.manager_id and m.age > 0 where u.age is not null or m.age is not null;  -- name: nullable
select u.id, s.x from users u left join lateral (select u.age as x) s on true;  -- id: not null, x: nullable
select u.id, s.x from users u left join lateral (select u.age as x where u.age is not null) s on true where s.x > 0;  -- id: not null, x: not null
select (select o.total from orders o where o.id = u.id union all select 0 limit 1) as a from users u;  -- a: not null
select (select coalesce(sum(o.total), 0) from orders o where o.user_id = u.id) as a, (select coalesce(o.total, 0) from orders o where o.user_id = u.id limit 1) as b from users u;  -- a: not null, b: nullable
insert into users (id, name, age) select 200 + id, name, age from users where age is not null returning age;  -- age: not null
insert into users (id, name, age) values (200, 'a', (select max(age) from users)) returning age;  -- age: nullable
insert into users (id, name, age) values (200, 'a', (select count(*) from users)) returning age;  -- age: not null
insert into users (id, name) select id, max(name) from users group by id on conflict (id) do update set age = excluded.age returning age, name;  -- age: nullable, name: not null
with gone as (delete from items returning order_id, remark) select o.total, g.remark, g.order_id from orders o left join gone g on g.order_id = o.id;  -- total: not null, remark: nullable, order_id: nullable
update users u set age = s.n from (select user_id, count(*) as n from orders group by user_id) s where s.user_id = u.id returning u.age, s.user_id, s.n;  -- age: not null, user_id: not null, n: not null
update users set note = (select o.total::text from orders o where o.user_id = users.id limit 1) returning note;  -- note: nullable
update users set tags = array_append(tags, 'x'), age = default returning tags, age;  -- tags: not null, age: nullable
select (id, name) = (select u.id, u.name from users u where u.id = 1) as a, (id, name) = (select 1, 'a') as b, (id, age) = (select 1, 2) as c from users;  -- a: nullable, b: not null, c: nullable
select age, note from users where (age, note) = (select u.id, u.name from users u limit 1);  -- age: not null, note: not null
select age, note from users where (age, note) <> (select u.id, u.name from users u limit 1);  -- age: nullable, note: nullable
select age, note from users where not ((age, note) < (select u.id, u.name from users u limit 1));  -- age: not null, note: nullable
select age, note from users where (age, note) <> all (select u.id, u.name from users u);  -- age: nullable, note: nullable
select age, note from users where (age, note) <> any (select u.id, u.name from users u);  -- age: nullable, note: nullable
select age, note from users where (age, note) <> (1, 'a');  -- age: nullable, note: nullable
select age, note from users where not ((age, note) = (1, 'a'));  -- age: nullable, note: nullable
select coalesce(2, age) as a, count(*) as n from users group by rollup (coalesce(2, age)) having coalesce(2, age) is not null;  -- a: nullable, n: not null
select age, id from users group by rollup (age, id) having age > 0 and id is not null;  -- age: not null, id: not null
select id, count(*) as n from accounts group by rollup ((coalesce(id, id)), id) having coalesce(id, id) is not null;  -- id: nullable, n: not null
select age, count(*) as n from users group by rollup ((age is null), age) having not (age is null);  -- age: nullable, n: not null
