select count(*) as a, count(age) as b, sum(id) as c, max(name) as d from users;  -- a: not null, b: not null, c: nullable, d: nullable
select count(*) as a, sum(id) as b, sum(age) as c, min(name) as d from users group by mood;  -- a: not null, b: not null, c: nullable, d: not null
select mood, last_mood, count(*) as n from users group by mood, last_mood;  -- mood: not null, last_mood: nullable, n: not null
select array_agg(id) as a, array_agg(age) as b, string_agg(name, ',') as c from users group by mood;  -- a: not null, b: not null of nullable, c: not null
select array_agg(id) as a, string_agg(name, ',') as b, jsonb_agg(id) as c from users;  -- a: nullable, b: nullable, c: nullable
select coalesce(array_agg(id), '{}') as a, coalesce(sum(id), 0) as b, coalesce(max(age), 0) as c from users;  -- a: not null, b: not null, c: not null
select sum(id) filter (where age > 1) as a, count(*) filter (where age > 1) as b from users group by mood;  -- a: nullable, b: not null
select array_agg(age) filter (where age is not null) as a from users group by mood;  -- a: nullable
select coalesce(array_agg(age) filter (where age is not null), '{}') as a from users group by mood;  -- a: not null
select sum(id) filter (where true) as a from users group by mood;  -- a: not null
select avg(id) as a, avg(age) as b, stddev(id) as c, variance(id) as d, stddev_pop(id) as e from users group by mood;  -- a: not null, b: nullable, c: nullable, d: nullable, e: not null
select var_samp(ratio) as a, var_pop(ratio) as b, corr(ratio, id) as c, covar_pop(ratio, id) as d, regr_count(ratio, id) as e from accounts group by flag;  -- a: nullable, b: not null, c: nullable, d: not null, e: not null
select bool_and(flag) as a, bool_or(maybe) as b, every(flag) as c, bit_or(id) as d from accounts group by started;  -- a: not null, b: nullable, c: not null, d: not null
select bool_and(flag) as a, bool_or(maybe) as b from accounts;  -- a: nullable, b: nullable
select mood, sum(id) as a from users group by rollup (mood);  -- mood: nullable, a: nullable
select mood, name, count(*) as n, max(id) as m from users group by cube (mood, name);  -- mood: nullable, name: nullable, n: not null, m: nullable
select mood, name, grouping(mood) as g, max(id) as m from users group by grouping sets ((mood), (name));  -- mood: nullable, name: nullable, g: not null, m: not null
select mood, name, max(id) as m from users group by grouping sets ((mood, name), (mood));  -- mood: not null, name: nullable, m: not null
select mood, upper(name) as a from users group by mood, rollup (upper(name));  -- mood: not null, a: nullable
select mood, max(id) as m from users group by grouping sets ((mood), ());  -- mood: nullable, m: nullable
select name || 'x' as a from users group by rollup (name);  -- a: nullable
select mood, count(*) as n from users group by rollup (mood) having mood is not null;  -- mood: not null, n: not null
select age, count(*) as n from users group by age having age is not null;  -- age: not null, n: not null
select age, count(*) as n from users group by age having age > 1;  -- age: not null, n: not null
select sum(id) as a from users having count(*) > 0;  -- a: not null
select sum(age) as a, sum(id) as b from users having count(age) > 0;  -- a: not null, b: not null
select max(age) as a from users having max(age) > 1;  -- a: not null
select max(age) as a, min(age) as b from users having max(age) is not null;  -- a: not null, b: not null
select max(age) as a from users group by mood having max(age) is not null;  -- a: not null
select max(age) as a, sum(id) as b from users where age is not null group by mood;  -- a: not null, b: not null
select max(age) as a from users where age is not null;  -- a: nullable
select max(id) as a from users group by ();  -- a: nullable
select mood from users group by mood having count(*) > 1;  -- mood: not null
select 1 as a from users having count(*) > 0;  -- a: not null
select percentile_cont(0.5) within group (order by id) as a, percentile_disc(0.5) within group (order by age) as b from users group by mood;  -- a: not null, b: nullable
select percentile_cont(0.5) within group (order by id) as a, mode() within group (order by mood) as b from users;  -- a: nullable, b: nullable
select mode() within group (order by mood) as a, mode() within group (order by age) as b from users group by name;  -- a: not null, b: nullable
select rank(1) within group (order by id) as a, cume_dist(1) within group (order by id) as b from users;  -- a: not null, b: not null
select json_object_agg(name, age) as a, jsonb_object_agg(id, age) as b from users group by mood;  -- a: not null, b: not null
select any_value(price) as a, any_value(codes) as b, range_agg(span) as c from products group by width;  -- a: not null, b: nullable, c: not null
select sum(age + 1) as a, max(coalesce(age, 0)) as b, sum(case when age > 1 then 1 else 0 end) as c from users group by mood;  -- a: nullable, b: not null, c: not null
select count(distinct age) as a, sum(distinct id) as b, array_agg(distinct mood) as c from users group by name;  -- a: not null, b: not null, c: not null
select array_agg(array[id, age]) as a, array_agg(note order by id) as b from users group by mood;  -- a: not null of nullable, b: not null of nullable
select u.id, count(o.id) as n, sum(o.total) as s, max(o.total) as m from users u left join orders o on o.user_id = u.id group by u.id;  -- id: not null, n: not null, s: nullable, m: nullable
select u.id, u.name, coalesce(sum(o.total), 0) as s, array_agg(o.id) as a from users u left join orders o on o.user_id = u.id group by u.id;  -- id: not null, name: not null, s: not null, a: not null of nullable
select u.id, array_agg(o.id) filter (where o.id is not null) as a from users u left join orders o on o.user_id = u.id group by u.id;  -- id: not null, a: nullable
select o.user_id, sum(o.total) as s from orders o join users u on u.id = o.user_id group by o.user_id;  -- user_id: not null, s: not null
select user_id, sum(discount) as a, sum(coalesce(discount, 0)) as b from orders group by user_id;  -- user_id: nullable, a: nullable, b: not null
select (select max(total) from orders) as a, (select count(*) from orders) as b, (select sum(total) from orders group by user_id limit 1) as c from users;  -- a: nullable, b: not null, c: nullable
select range_agg(span) as a, range_intersect_agg(span) as b, max(sku) as c from products;  -- a: nullable, b: nullable, c: nullable
select case when count(*) > 0 then sum(id) else 0 end as a from users;  -- a: not null
select case when count(age) > 0 then max(age) else 0 end as a from users;  -- a: not null
select xs, n from (select array_agg(age) as xs, count(*) as n from users) s where n > 0;  -- xs: nullable? of nullable, n: not null
select string_agg(note, ',') as a, string_agg(name, note) as b from users group by mood;  -- a: nullable, b: not null
select max(o.total) as a, u.age from users u left join orders o on o.user_id = u.age group by u.age;  -- a: nullable, age: nullable
select (select count(*) || u.note from orders where orders.user_id = u.age) as a, u.age from users u;  -- a: nullable, age: nullable
select (select coalesce(max(total), 0) + u.age from orders where orders.user_id = u.age) as a from users u;  -- a: nullable
select (array_agg(id order by name))[1] as a, (array_agg(age))[1] as b, (array_agg(id))[2] as c, (array_agg(tags))[1] as d from users group by mood;  -- a: not null, b: nullable, c: nullable, d: nullable
select (array_agg(id))[1] as a, (array_agg(id) filter (where age > 1))[1] as b from users;  -- a: nullable, b: nullable
select case when exists (select 1 from users z where z.age = 0) then 'x' else 'y' end as k, count(*) as n from users group by rollup ((case when exists (select 1 from users z where z.age = 0) then 'x' else 'y' end));  -- k: nullable, n: not null
select exists (select 1 from orders o where o.total > 1) as k, not exists (select 1 from orders o where o.total > 1) as n, coalesce(exists (select 1 from orders o where o.total > 1), true) as c from users group by cube ((exists (select 1 from orders o where o.total > 1)));  -- k: nullable, n: nullable, c: not null
select (select count(*) from orders) as k, coalesce((select count(*) from orders), 0) as c, array(select id from orders) as a, count(*) as n from users group by rollup ((select count(*) from orders));  -- k: nullable, c: not null, a: not null, n: not null
select coalesce((select count(*) from orders), 0) as c, upper((select max(name) from users having count(*) > 0)) as u, exists (select 1 from orders) as e from users group by (select count(*) from orders);  -- c: not null, u: nullable?, e: not null
select not (id > 1 and id < 5) as a, not (age is null) as b, count(*) as n from users group by rollup ((id > 1 and id < 5), (age is null));  -- a: nullable, b: nullable, n: not null
