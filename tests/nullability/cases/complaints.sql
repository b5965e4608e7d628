select u.id, o.id as order_id, coalesce(o.total, 0) as total from users u left join orders o on o.user_id = u.id;  -- id: not null, order_id: nullable, total: not null
select u.id, coalesce(sum(o.total), 0) as total, count(o.id) as n from users u left join orders o on o.user_id = u.id group by u.id;  -- id: not null, total: not null, n: not null
select u.id, sum(o.total) as total, max(o.placed_at) as last from users u left join orders o on o.user_id = u.id group by u.id;  -- id: not null, total: nullable, last: nullable
select u.id, sum(o.total) as total from users u join orders o on o.user_id = u.id group by u.id;  -- id: not null, total: not null
select u.id, (select o.total from orders o where o.user_id = u.id order by o.id desc limit 1) as last from users u;  -- id: not null, last: nullable
select u.id, (select max(o.total) from orders o where o.user_id = u.id) as most from users u;  -- id: not null, most: nullable
select u.id, (select count(*) from orders o where o.user_id = u.id) as n from users u;  -- id: not null, n: not null
select u.id, coalesce((select o.total from orders o where o.user_id = u.id limit 1), 0) as last from users u;  -- id: not null, last: not null
select id, name from users union all select id, null from orders;  -- id: not null, name: nullable
select id, name from users union all select null, 'x';  -- id: nullable, name: not null
select null as a union select 1;  -- a: nullable
select 1 as a union all select id from users;  -- a: not null
select id from users intersect select manager_id from users;  -- id: not null
select manager_id from users except select id from users;  -- manager_id: nullable
insert into orders (user_id, total) values (null, coalesce(null, 1)) returning coalesce(user_id, 0) as user_id, user_id is null as none, total;  -- user_id: not null, none: not null, total: not null
update orders set discount = coalesce(discount, 0) returning discount, total - discount as net, total - coalesce(discount, 0) as other;  -- discount: not null, net: not null, other: not null
select user_id, order_id, total from user_orders where order_id is not null;  -- user_id: not null, order_id: not null, total: not null
select user_id, name, count(order_id) as n, sum(total) as total from user_orders group by user_id, name;  -- user_id: not null, name: not null, n: not null, total: nullable
select user_id, total, discount from order_sums;  -- user_id: nullable, total: not null, discount: nullable
select total from order_sums where user_id is not null;  -- total: not null
select a.login, a.login is null as missing, upper(a.login) as upper from accounts a;  -- login: not null, missing: not null, upper: not null
select a.login from users u left join accounts a on a.id = u.id;  -- login: nullable
select coalesce(a.login, 'none') as login from users u left join accounts a on a.id = u.id;  -- login: not null
select mood, name, count(*) from users group by grouping sets ((mood), (name), ());  -- mood: nullable, name: nullable, count: not null
select mood, count(*), grouping(mood) as g from users group by cube (mood);  -- mood: nullable, count: not null, g: not null
select coalesce(mood::text, 'all') as mood, count(*) from users group by rollup (mood);  -- mood: not null, count: not null
select mood, kind, count(*) from users, products group by mood, rollup (kind);  -- mood: not null, kind: nullable, count: not null
select count(*) filter (where age > 18) as adults, sum(age) filter (where age > 18) as total from users;  -- adults: not null, total: nullable
select coalesce(sum(age) filter (where age > 18), 0) as total from users;  -- total: not null
select mood, count(*) filter (where age > 18) as adults, max(age) filter (where age > 18) as oldest, max(age) as plain from users where age is not null group by mood;  -- mood: not null, adults: not null, oldest: nullable, plain: not null
select lag(id) over (order by id) as before, lag(id, 1, 0) over (order by id) as zero, lead(id, 1, id) over (order by id) as after from users;  -- before: nullable, zero: not null, after: not null
select lag(age, 1, 0) over (order by id) as a, lead(id, 1, age) over (order by id) as b, lag(id, 0) over (order by id) as c from users;  -- a: nullable, b: nullable, c: nullable?
select first_value(name) over (order by id) as a, last_value(age) over (order by id) as b, nth_value(name, 2) over (order by id) as c from users;  -- a: not null, b: nullable, c: nullable
select first_value(id) over (order by id rows between 1 following and 2 following) as a, first_value(id) over (order by id rows between 1 preceding and current row) as b from users;  -- a: nullable, b: not null
select sum(id) over (order by id rows between unbounded preceding and 1 preceding) as a, count(*) over (order by id rows between unbounded preceding and 1 preceding) as b from users;  -- a: nullable, b: not null
select sum(id) over (order by id rows between current row and unbounded following exclude current row) as a, sum(id) over w as b, rank() over w as c, ntile(2) over w as d, percent_rank() over w as e from users window w as (order by age);  -- a: nullable, b: not null, c: not null, d: not null, e: not null
select array_agg(age) filter (where age is not null) as a, array_agg(age) as b, coalesce(array_agg(id), '{}') as c from users;  -- a: nullable, b: nullable of nullable, c: not null
select mood, array_agg(age) filter (where age is not null) as a, array_agg(age) as b, array_agg(id) as c from users group by mood;  -- mood: not null, a: nullable, b: not null of nullable, c: not null
select coalesce(array_agg(age) filter (where age > 0), '{}') as a, coalesce(array_agg(age order by id), array[]::int[]) as b from users;  -- a: not null, b: not null of nullable
select jsonb_agg(age) as a, coalesce(jsonb_agg(age), '[]') as b, coalesce(jsonb_agg(to_jsonb(o)) filter (where o.id is not null), '[]'::jsonb) as c from users u left join orders o on o.user_id = u.id;  -- a: nullable, b: not null, c: not null
select u.id, json_agg(o.*) as a, json_agg(o.*) filter (where o.id is not null) as b, jsonb_object_agg(o.id, o.total) filter (where o.id is not null) as c from users u left join orders o on o.user_id = u.id group by u.id;  -- id: not null, a: not null, b: nullable, c: nullable
select jsonb_build_object('a', age) as a, json_build_array(null) as b, row_to_json(u) as c, to_jsonb(age) as d, jsonb_strip_nulls(prefs) as e from users u;  -- a: not null, b: not null, c: not null, d: nullable, e: nullable
select bool_or(age > 1) as a, bool_and(id > 1) as b, every(id > 1) as c from users;  -- a: nullable, b: nullable, c: nullable
select mood, bool_or(age > 1) as a, bool_and(id > 1) as b, coalesce(bool_or(age > 1), false) as c from users group by mood;  -- mood: not null, a: nullable, b: not null, c: not null
select mood, max(age) as a, min(name) as b, avg(id) as c, stddev(id) as d, var_pop(id) as e from users group by mood;  -- mood: not null, a: nullable, b: not null, c: not null, d: nullable, e: not null
select mood, percentile_cont(0.5) within group (order by id) as a, mode() within group (order by age) as b, percentile_disc(0.5) within group (order by age) as c from users group by mood;  -- mood: not null, a: not null, b: nullable, c: nullable
select exists (select 1 from orders where user_id = u.id) as a, not exists (select 1 from orders) as b, u.id in (select user_id from orders) as c, u.id in (select id from orders) as d from users u;  -- a: not null, b: not null, c: nullable, d: not null
select u.age in (select id from orders) as a, u.id not in (select user_id from orders) as b, u.id = any (array[1, 2]) as c, u.age in (1, 2) as d, u.id in (1, null) as e from users u;  -- a: nullable, b: nullable, c: not null, d: nullable, e: nullable
select place is null as a, (place).a as b, (place).b is null as c, exact = (1, 'a')::pair as d, (exact).a as e from accounts;  -- a: not null, b: nullable, c: not null, d: not null, e: nullable
select row(age, note) is null as a, row(id, note) is not null as b, (id, age) = (1, 2) as c, (id, name) = (1, 'a') as d from users;  -- a: not null, b: not null, c: nullable, d: not null
select age is distinct from 1 as a, age is not distinct from null as b, (age > 1) is true as c, (age > 1) is not unknown as d, age > 1 as e from users;  -- a: not null, b: not null, c: not null, d: not null, e: nullable
select nullif(id, 0) as a, nullif(name, '') as b, coalesce(nullif(name, ''), 'x') as c, nullif(age, 1) is null as d from users;  -- a: nullable, b: nullable, c: not null, d: not null
select greatest(age, 0) as a, least(age, null) as b, greatest(age, age) as c, greatest(id, age, null) as d from users;  -- a: not null, b: nullable, c: nullable, d: not null
select concat(note, age) as a, concat_ws(',', note, age) as b, concat_ws(note, 'a', 'b') as c, note || 'x' as d, name || 'x' as e, format('%s', note) as f from users;  -- a: not null, b: not null, c: nullable, d: nullable, e: not null, f: not null
select string_agg(name, ',') as a, string_agg(note, ',') as b, coalesce(string_agg(note, ','), '') as c from users;  -- a: nullable, b: nullable, c: not null
select mood, string_agg(name, ',') as a, string_agg(name, note) as b, string_agg(note, ',') as c from users group by mood;  -- mood: not null, a: not null, b: not null, c: nullable
select attrs -> 'a' as a, attrs ->> 'a' as b, attrs #> '{a,b}' as c, attrs #>> '{a,b}' as d, attrs ? 'a' as e, attrs @> '{}' as f, attrs || '{}' as g, attrs - 'a' as h from products;  -- a: nullable, b: nullable, c: nullable, d: nullable, e: not null, f: not null, g: not null, h: not null
select coalesce(attrs ->> 'a', '') as a, (attrs -> 'a') is null as b, (attrs ->> 'a')::text as c, attrs['a'] as d, jsonb_typeof(attrs) as e, jsonb_array_length('[1]') as f from products;  -- a: not null, b: not null, c: nullable, d: nullable, e: not null, f: not null
select attrs ->> 'a' as a from products where attrs ->> 'a' is not null;  -- a: not null
select attrs -> 'a' as a, attrs ->> 'a' as b from products where attrs ->> 'a' = 'b';  -- a: nullable?, b: not null
select unnest(tags) as tag from users;  -- tag: nullable
select t.tag, u.id from users u, unnest(u.tags) as t(tag);  -- tag: nullable, id: not null
select t.tag, t.n, u.id from users u left join unnest(u.tags) with ordinality as t(tag, n) on true;  -- tag: nullable, n: nullable, id: not null
select a, b from unnest(array[1, 2], array['x']) as t(a, b);  -- a: nullable?, b: nullable
select a, b, n from unnest(array[1], array['x']) with ordinality as t(a, b, n);  -- a: nullable?, b: nullable?, n: not null
select n, n + 1 as m from generate_series(1, 3) as n;  -- n: not null, m: not null
select d::date as d from generate_series('2024-01-01'::date, '2024-01-03', '1 day') as d;  -- d: not null
select d.day::date as day, count(o.id) as n, sum(o.total) as total, coalesce(sum(o.total), 0) as safe from generate_series('2024-01-01'::date, '2024-01-02', '1 day') as d(day) left join orders o on o.placed_at::date = d.day group by d.day;  -- day: not null, n: not null, total: nullable, safe: not null
select u.id, l.total from users u left join lateral (select o.total from orders o where o.user_id = u.id order by o.id limit 1) l on true;  -- id: not null, total: nullable
select u.id, l.total from users u cross join lateral (select o.total from orders o where o.user_id = u.id order by o.id limit 1) l;  -- id: not null, total: not null
select u.id, l.n, l.total from users u left join lateral (select count(*) as n, sum(o.total) as total from orders o where o.user_id = u.id) l on true;  -- id: not null, n: not null, total: nullable
select a, b from rows from (unnest(array[1, 2]), generate_series(1, 3)) as t(a, b);  -- a: nullable, b: nullable?
select id, u.name, o.total from users u right join orders o using (id);  -- id: not null, name: nullable, total: not null
select id, u.name, o.total from users u full join orders o using (id);  -- id: not null, name: nullable, total: nullable
select id, u.id as uid, o.id as oid from users u left join orders o using (id);  -- id: not null, uid: not null, oid: nullable
select id, u.name from users u full join orders o using (id) where u.name is not null;  -- id: not null, name: not null
merge into products p using (select 1 as id, 'x' as sku, null::text as title) s on p.id = s.id when matched then update set title = s.title when not matched then insert (id, sku, title, kind, price, span, attrs, width, depth) values (s.id, s.sku, s.title, 'k', 1, 'empty', '{}', 1, 1) returning merge_action() as action, p.id, p.title, p.sku, s.title as given;  -- action: not null, id: not null, title: nullable, sku: not null, given: nullable
merge into users u using orders o on o.user_id = u.id and o.id = 1 when matched then update set note = o.total::text returning u.note, old.note as was, o.total, o.discount;  -- note: not null, was: nullable, total: not null, discount: nullable
insert into users (id, name, note) values (1, 'x', 'y') on conflict (id) do update set note = excluded.note || users.note returning note, name, old.id as was;  -- note: nullable, name: not null, was: nullable
insert into users (id, name, email) values (301, 'x', 'a') on conflict (email) do nothing returning id, email;  -- id: not null, email: not null
insert into users (id, name) values (302, 'x') returning old.name as before, new.name as after, old is null as fresh, age;  -- before: nullable, after: not null, fresh: not null, age: nullable
update users set name = 'z' where id = 1 returning old.name as before, new.name as after, old.age as age, old.age is distinct from new.age as changed;  -- before: not null, after: not null, age: nullable, changed: not null
delete from users where id = 1 returning old.id as before, new.id as after;  -- before: not null, after: nullable
with recursive t(id, manager_id, depth, path) as (select id, manager_id, 0, array[id] from users where manager_id is null union all select u.id, u.manager_id, t.depth + 1, t.path || u.id from users u join t on u.manager_id = t.id) select id, manager_id, depth, path from t;  -- id: not null, manager_id: nullable, depth: not null, path: not null
with recursive t(id, boss) as (select id, manager_id from users union select u.id, u.manager_id from users u join t on u.id = t.boss) select id, boss from t;  -- id: not null, boss: nullable
with recursive t(n, was) as (select 1, null::int union all select n + 1, n from t where n < 3) select n, was from t;  -- n: not null, was: nullable
with recursive t(n, x) as (select id, age from users where age is not null union all select n + 1, x from t where n < 3) select n, x from t;  -- n: not null, x: not null
with recursive t(n) as (select 1 union all select n + 1 from t where n < 3) search depth first by n set o cycle n set c using p select n, o, c, p from t;  -- n: not null, o: not null, c: not null, p: not null
with recursive t(n) as (select 1 union all select n + 1 from t where n < 3) cycle n set c to 'y' default null using p select n, c, p from t;  -- n: not null, c: nullable, p: not null
with recursive t(n) as (select 1 union all select 3 - n from t) cycle n set c to null default 'n' using p select n, c, p from t;  -- n: not null, c: not null, p: not null
select distinct on (user_id) user_id, total, discount from orders order by user_id, id desc;  -- user_id: nullable, total: not null, discount: nullable
select case when age > 18 then 'adult' when age <= 18 then 'child' end as a, case when age is null then 0 else age end as b, case age when 1 then 'one' else null end as c, case when age is null then '?' else age::text end as d from users;  -- a: nullable, b: not null, c: nullable, d: not null
select case when o.id is null then 'none' else o.total::text end as a, case when o.total is not null then o.placed_at end as b, case when o.discount is not null then o.total else 0 end as c from users u left join orders o on o.user_id = u.id;  -- a: not null, b: nullable, c: not null
select extract(epoch from seen_at) as a, extract(year from created_at) as b, date_trunc('day', seen_at) as c, date_trunc('day', created_at) as d, age(created_at) as e, now() - created_at as f from users;  -- a: nullable, b: not null, c: nullable, d: not null, e: not null, f: not null
select to_char(created_at, 'YYYY') as a, created_at::date as b, created_at at time zone 'utc' as c, seen_at at time zone 'utc' as d, (seen_at - created_at) as e from users;  -- a: nullable, b: not null, c: not null, d: nullable, e: nullable
select array_length(tags, 1) as a, cardinality(tags) as b, coalesce(array_length(tags, 1), 0) as c, tags[1] as d, tags[1:2] as e, array_position(tags, 'a') as f, array_to_string(tags, ',') as g, 'a' = any (tags) as h from users;  -- a: nullable, b: not null, c: not null, d: nullable, e: not null, f: nullable, g: not null, h: nullable
select substring(name from 1 for 2) as a, substring(name from 'x(.)') as b, split_part(name, ',', 1) as c, regexp_replace(name, 'a', 'b') as d, (regexp_match(name, 'a'))[1] as e, regexp_substr(name, 'zz') as f, position('a' in name) as g from users;  -- a: not null, b: nullable, c: not null, d: not null, e: nullable, f: nullable, g: not null
select lower(span) as a, upper(span) as b, isempty(span) as c, span * '[1,2)' as d, lower(int4range(1, 2)) as e from products;  -- a: nullable, b: nullable, c: not null, d: not null, e: nullable?
select current_user as a, current_date as b, current_setting('x.y', true) as c, session_user as d, version() as e, pg_typeof(1) as f, gen_random_uuid() as g, random() as h from users;  -- a: not null, b: not null, c: nullable, d: not null, e: not null, f: not null, g: not null, h: not null
select u.name as user, m.name as manager, coalesce(m.name, u.name, 'x') as shown, m.name || u.name as both from users u left join users m on m.id = u.manager_id;  -- user: not null, manager: nullable, shown: not null, both: nullable
select age from users where age = any (array[1, 2]) and note is not null or age > 5;  -- age: not null
select age, note from users where coalesce(age, 0) = 1 and coalesce(note, '') <> '';  -- age: not null, note: not null
select age from users where age between 1 and 5 and note like 'a%' and email in ('a', 'b');  -- age: not null
select age, note, email from users where age between 1 and 5 and note ilike 'a%' and email in ('a', 'b');  -- age: not null, note: not null, email: not null
select max(id) as a, min(id) as b, count(*) as n from users having count(*) > 0;  -- a: not null, b: not null, n: not null
select (select max(id) from users having count(*) > 0) as a, (select max(id) from users) as b;  -- a: nullable, b: nullable
select array(select age from users) as a, array(select id from users) as b, (select array_agg(id) from users) as c, array(select note from users where note is not null) as d;  -- a: not null of nullable, b: not null, c: nullable, d: not null
select x.id, x.note from (values (1, 'a'), (2, null)) as x(id, note);  -- id: not null, note: nullable
select x.id, x.note from (values (1, 'a'), (2, 'b')) as x(id, note);  -- id: not null, note: not null
select u.id, v.id as vid from users u join (values (1), (null)) as v(id) on v.id = u.id;  -- id: not null, vid: not null
select u.tags, u.prefs, u.prefs is not null as has, jsonb_each_text(coalesce(u.prefs, '{}')) as pair from users u where jsonb_typeof(u.prefs) = 'object';  -- tags: not null, prefs: not null, has: not null, pair: not null
select p.key, p.value, u.id from users u, jsonb_each_text(u.prefs) p where jsonb_typeof(u.prefs) = 'object';  -- key: not null, value: nullable, id: not null
select e as element from products p, jsonb_array_elements_text(case when jsonb_typeof(p.attrs) = 'array' then p.attrs else '[]' end) e;  -- element: nullable
