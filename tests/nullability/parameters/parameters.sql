select * from users where age = @age;  -- @age: not null
select * from users where age = sqlc.narg('age');  -- @age: nullable
select * from users where age = @age or @age is null;  -- @age: nullable
select * from users where @age::int is null or age = @age;  -- @age: nullable
select * from users where age is distinct from @age;  -- @age: nullable
select * from users where age is not distinct from @age::int;  -- @age: nullable
select * from users where @flag::bool is true;  -- @flag: not null
select coalesce(@age::int, 1) as a;  -- @age: not null
select * from users limit @n offset @m;  -- @n: not null, @m: not null
select * from users where id = any(@ids);  -- @ids: not null
insert into users (id, name, age) values (@id, @name, @age);  -- @id: not null, @name: not null, @age: nullable
insert into users (id, name, age) values (@id, @name, @age::int);  -- @id: not null, @name: not null, @age: not null
insert into users (id, name, age) values (1, 'a', @age), (2, 'b', @other);  -- @age: nullable, @other: nullable
insert into users (id, name, age) select @id, @name, @age;  -- @id: not null, @name: not null, @age: nullable
insert into users (id, name, age) select id, name, @age from users;  -- @age: nullable
insert into accounts (id, login, nick, exact, flag, started, ratio) values (@id, @login, @nick, @exact, @flag, @started, @ratio);  -- @id: not null, @login: not null, @nick: nullable, @exact: not null, @flag: not null, @started: not null, @ratio: not null
update users set age = @age, note = @note::text, name = @name where id = @id;  -- @age: nullable, @note: not null, @name: not null, @id: not null
update users set age = coalesce(@age, age) where id = 1;  -- @age: not null
update users set age = coalesce(sqlc.narg('age'), age) where id = 1;  -- @age: nullable
update users set (age, note) = (@age, @note);  -- @age: nullable, @note: nullable
update users set age = @age where age > @age;  -- @age: nullable
update users set age = @age, id = @age;  -- @age: not null
update users set age = @age + 1;  -- @age: not null
update users set age = case when @set then @age else age end;  -- @set: not null, @age: not null
insert into users (id, name) values (@id, @name) on conflict (id) do update set age = @age;  -- @id: not null, @name: not null, @age: nullable
merge into users u using (select @id::int as id) s on u.id = s.id when matched then update set note = @note;  -- @id: not null, @note: nullable
insert into products (id, sku, price, width, depth, kind, span, attrs) values (1, 'a', 1, @width, 1, 'k', 'empty', '{}');  -- @width: not null
with a as (update users set age = @age returning id) select id from a where id = @id;  -- @age: nullable, @id: not null
delete from users where id = @id;  -- @id: not null
update adults set age = @age, name = @name;  -- @age: nullable, @name: not null
