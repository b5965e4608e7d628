select id, name, email, age from users;  -- id: not null, name: not null, email: nullable, age: nullable
select mood, last_mood, tags, prefs, created_at, seen_at from users;  -- mood: not null, last_mood: nullable, tags: not null, prefs: nullable, created_at: not null, seen_at: nullable
select 1 as a, 'x' as b, null as c, true as d, null::int as e;  -- a: not null, b: not null, c: nullable, d: not null, e: nullable
select login, nick, place, exact from accounts;  -- login: not null, nick: nullable, place: nullable, exact: not null
select width, height, depth, title from products;  -- width: not null, height: nullable, depth: not null, title: nullable
select doubled from products;  -- doubled: not null
select id, day, payload from events;  -- id: not null, day: not null, payload: nullable
select ctid as a, tableoid as b from users;  -- a: not null, b: not null
select users as a from users;  -- a: not null
select row(age, note) as a from users;  -- a: not null
select (row(age, id)).f1 as a, (row(age, id)).f2 as b from users;  -- a: nullable, b: not null
select (place).a as a, (exact).b as b from accounts;  -- a: nullable, b: nullable
select current_date as a, current_timestamp as b, current_user as c, localtime as d from users;  -- a: not null, b: not null, c: not null, d: not null
select now() as a, clock_timestamp() as b, gen_random_uuid() as c, random() as d;  -- a: not null, b: not null, c: not null, d: not null
select array[1, 2] as a, array[id, age] as b, '{1,2}'::int[] as c from users;  -- a: not null, b: not null of nullable, c: not null
select array[]::text[] as a, array[name, email] as b from users;  -- a: not null, b: not null of nullable
select interval '1 day' as a, date '2024-01-01' as b, timestamptz 'infinity' as c;  -- a: not null, b: not null, c: not null
select u.* from users u;  -- id: not null, name: not null, email: nullable, age: nullable, note: nullable, mood: not null, last_mood: nullable, tags: not null, prefs: nullable, manager_id: nullable, created_at: not null, seen_at: nullable
select (u).name as a, (u).age as b from users u;  -- a: not null, b: nullable
select x'1F' as a, b'101' as b, e'a\n' as c;  -- a: not null, b: not null, c: not null
select version() as a, current_database() as b, pg_typeof(age) as c from users;  -- a: not null, b: not null, c: not null
select distinct age, name from users;  -- age: nullable, name: not null
select distinct on (name) name, age from users order by name, age;  -- name: not null, age: nullable
