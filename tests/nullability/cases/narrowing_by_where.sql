select age, note from users where age is not null;  -- age: not null, note: nullable
select age from users where not age is null;  -- age: not null
select age from users where age > 1;  -- age: not null
select age, manager_id from users where age = manager_id;  -- age: not null, manager_id: not null
select age, note from users where age > 1 and note <> '';  -- age: not null, note: not null
select age, note from users where age > 1 or note <> '';  -- age: nullable, note: nullable
select age from users where age > 1 or age < -1;  -- age: not null
select age from users where age in (1, 2);  -- age: not null
select age from users where age not in (1, 2);  -- age: not null
select age from users where age between 0 and 3;  -- age: not null
select age from users where not (age between 0 and 3);  -- age: not null
select age from users where age = any(array[1, 2]);  -- age: not null
select age from users where age = any(@ages);  -- age: not null
select age from users where age <> all(@ages);  -- age: nullable
select age from users where age <> all('{1,2}'::int[]);  -- age: not null
select note from users where note like 'a%';  -- note: not null
select note from users where note ilike 'a%' or note ~ 'b';  -- note: not null
select note, age from users where (age, note) < (2, 'b');  -- note: nullable, age: not null
select note, age from users where (age, note) = (2, 'b');  -- note: not null, age: not null
select note, age from users where (age, note) in ((1, 'a'), (2, 'b'));  -- note: not null, age: not null
select age from users where coalesce(age, 0) > 0;  -- age: not null
select age from users where coalesce(age, 0) >= 0;  -- age: nullable
select age, id from users where coalesce(age > 1, false);  -- age: not null, id: not null
select age from users where coalesce(age > 1, true);  -- age: nullable
select age from users where (age > 1) is true;  -- age: not null
select age from users where (age > 1) is not false;  -- age: nullable
select age from users where (age > 1) is not unknown;  -- age: not null
select age from users where age is not distinct from 1;  -- age: not null
select age from users where age is distinct from 1;  -- age: nullable
select age from users where age is distinct from null;  -- age: not null
select age from users where case when age > 1 then true else false end;  -- age: not null
select age from users where case when age is null then true else age > 1 end;  -- age: nullable
select age from users where age is null;  -- age: nullable
select age from users where lower(note) = 'a' and age + 1 > 1;  -- age: not null
select note from users where lower(note) = 'a';  -- note: not null
select note from users where length(trim(note)) > 0;  -- note: not null
select age from users where twice(age) > 0;  -- age: not null
select age from users where blurred(age) > 0;  -- age: nullable
select age from users where age::text = '1';  -- age: not null
select age from users where -age < 0;  -- age: not null
select prefs, prefs ->> 'a' as a from users where prefs ->> 'a' is not null;  -- prefs: not null, a: not null
select prefs -> 'a' as a, prefs from users where prefs ? 'a';  -- a: nullable, prefs: not null
select prefs ->> 'a' as a from users where prefs ->> 'a' = 'c';  -- a: not null
select email, age from users where email is not null and (age > 1 or age is null);  -- email: not null, age: nullable
select age from users where age > 1 and (note = 'a' or note is null);  -- age: not null
select note from users where concat(note, 'x') <> 'x';  -- note: nullable?
select tags[1] as a from users where tags[1] is not null;  -- a: not null
select tags[1] as a, tags[2] as b from users where tags[1] = 'a';  -- a: not null, b: nullable
select maybe from accounts where maybe;  -- maybe: not null
select maybe from accounts where not maybe;  -- maybe: not null
select maybe from accounts where maybe is true;  -- maybe: not null
select maybe, ended from accounts where maybe or ended is not null;  -- maybe: nullable, ended: nullable
select (place).a as a, place from accounts where (place).a is not null;  -- a: not null, place: not null
select place from accounts where place is not null;  -- place: not null
select age from users where exists (select 1 from orders where orders.id = users.age);  -- age: not null
select age from users where age in (select user_id from orders);  -- age: not null
select age from users where age not in (select user_id from orders where user_id is not null);  -- age: nullable
select age from users where not exists (select 1 from orders where orders.id = users.age);  -- age: nullable
select age, manager_id from users where (age, manager_id) in (select user_id, id from orders);  -- age: not null, manager_id: not null
select age from users where age > (select 1);  -- age: not null
select age from users where age > all (select id from orders);  -- age: nullable
select age from users where age = some (select id from orders);  -- age: not null
select age from users where (select true from orders where orders.id = users.age limit 1);  -- age: not null
select age from users where age = @age;  -- age: not null
select age from users where age = sqlc.narg('age');  -- age: not null, @age: nullable
select age from users where age = @age or @age::int is null;  -- age: nullable, @age: nullable
select age, @age::int as p from users where @age is not null;  -- age: nullable, p: not null, @age: nullable
select coalesce(age, manager_id) as a, age from users where age is not null or manager_id is not null;  -- a: not null, age: nullable
select greatest(age, manager_id) as a from users where age > 1 or manager_id > 1;  -- a: not null
select age, seen_at from users where seen_at < now() and age is not null;  -- age: not null, seen_at: not null
select u.age from users u, users v where u.age = v.manager_id;  -- age: not null
select nullif(age, 1) as a from users where nullif(age, 1) is not null;  -- a: not null
select age from users where nullif(age, 1) > 0;  -- age: not null
select age from users where num_nulls(age) = 0;  -- age: nullable?
select extract(month from seen_at) as a from users where extract(month from seen_at) = 2;  -- a: not null
select age from users where age is not null is true;  -- age: not null
select age from users where (age is null) is false;  -- age: not null
select age from users where (age is not null) = true;  -- age: not null
select age from users where random() < 2 and age > 0;  -- age: not null
select age from users where true;  -- age: nullable
select array_position(tags, 'a') as a from users where array_position(tags, 'a') > 0;  -- a: not null
select age from users where not (coalesce(age, 0) = 0);  -- age: not null
select age from users where coalesce(age, 0) = 0;  -- age: nullable
select age from users where 0 < coalesce(age, manager_id, 0);  -- age: nullable
select age, manager_id from users where coalesce(age, manager_id, -1) >= 0 and manager_id is null;  -- age: nullable?, manager_id: nullable
select note from users where coalesce(note, 'a') <> '';  -- note: nullable
select note from users where coalesce(note, '') = '';  -- note: nullable
