select case when age is not null then age else 0 end as a, case when age is null then 0 else age end as b from users;  -- a: not null, b: not null
select case when age > 1 then age end as a, case when age > 1 then age else 0 end as b from users;  -- a: nullable, b: not null
select case when age is null then null else 1 end as a, case when id = 1 then 1 when id = 2 then 2 end as b from users;  -- a: nullable, b: nullable
select case age when 1 then age else 0 end as a, case age when 1 then 1 else age end as b from users;  -- a: not null, b: nullable
select case when age is null or note is null then 0 else age + length(note) end as a from users;  -- a: not null
select case when age is not null and note is not null then note else '' end as a from users;  -- a: not null
select case when not (age is null) then age else 0 end as a, case when age is null then age else 0 end as b from users;  -- a: not null, b: nullable
select case when true then 1 end as a, case when false then null else 1 end as b from users;  -- a: not null, b: not null
select case when age = manager_id then manager_id else 0 end as a from users;  -- a: not null
select case when coalesce(age, 0) > 0 then age else 1 end as a from users;  -- a: not null
select case when (age > 1) is true then age else 1 end as a, case when (age > 1) is not true then 0 else age end as b from users;  -- a: not null, b: not null
select case when age is null then 1 when age > 2 then age else age end as a from users;  -- a: not null
select coalesce(nullif(note, ''), 'none') as a, coalesce(null, age) as b, coalesce(age, null) as c from users;  -- a: not null, b: nullable, c: nullable
select coalesce(case when age > 1 then age end, id) as a, coalesce(age + id, id) as b from users;  -- a: not null, b: not null
select greatest(age, manager_id, id) as a, least(age, manager_id) as b from users;  -- a: not null, b: nullable
select case when prefs ->> 'a' is not null then prefs ->> 'a' else '' end as a from users;  -- a: not null
select case when prefs is not null then prefs ->> 'a' else '' end as a from users;  -- a: nullable
select case when age in (1, 2) then age else 0 end as a, case when age not in (1, 2) then 0 else age end as b from users;  -- a: not null, b: nullable
select case when age between 1 and 3 then age else 0 end as a, case when not (age between 1 and 3) then age else 1 end as b from users;  -- a: not null, b: not null
select case when age is distinct from null then age else 0 end as a, case when age is not distinct from 1 then age else 0 end as b from users;  -- a: not null, b: not null
select case when exists (select 1 from orders o where o.user_id = users.manager_id) then manager_id else 0 end as a from users;  -- a: not null
select case when lower(note) = 'a' then note else '' end as a, case when length(note) > 0 then note else '' end as b from users;  -- a: not null, b: not null
select case when twice(age) > 0 then age else 0 end as a, case when blurred(age) > 0 then age else 0 end as b from users;  -- a: not null, b: nullable
select case when age > 1 or note = 'a' then age else 0 end as a, case when age > 1 or age < 0 then age else 0 end as b from users;  -- a: nullable, b: not null
select case mood when 'sad' then 1 when 'ok' then 2 else 3 end as a, case mood when 'sad' then 1 end as b from users;  -- a: not null, b: nullable
select case when maybe then maybe else false end as a, case when not maybe then maybe else true end as b, case when maybe then 1 else null end as c from accounts;  -- a: not null, b: not null, c: nullable
select coalesce(title, kind) as a from products;  -- a: not null
