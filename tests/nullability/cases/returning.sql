insert into users (id, name) values (100, 'x') returning id, name, age, created_at, mood, tags;  -- id: not null, name: not null, age: nullable, created_at: not null, mood: not null, tags: not null
insert into users (id, name, age, note) values (101, 'x', 5, null) returning age, note;  -- age: not null, note: nullable
insert into users (id, name, age, note) values (@id, @name, @age, @note) returning age, note;  -- age: nullable, note: nullable, @age: nullable, @note: nullable
insert into users (id, name, age, note) values (@id, @name, @age::int, sqlc.narg('note')) returning age, note;  -- age: not null, note: nullable, @note: nullable
insert into orders (total) values (1), (2) returning id, total, discount, placed_at;  -- id: not null, total: not null, discount: nullable, placed_at: not null
insert into orders (total, discount) values (1, 2), (2, null) returning total, discount;  -- total: not null, discount: nullable
insert into orders (total, discount) select total, discount from orders where discount is not null returning total, discount;  -- total: not null, discount: not null
insert into orders (total, discount) select id, age from users returning total, discount;  -- total: not null, discount: nullable
insert into items (order_id, line, qty, remark) select id, 100, 1, 'x' from orders returning remark, product_id;  -- remark: not null, product_id: nullable
insert into users (id, name, email) values (102, 'x', 'unique') on conflict (id) do nothing returning id, email;  -- id: not null, email: not null
insert into users (id, name, age) values (1, 'x', 5) on conflict (id) do update set name = excluded.name returning id, name, age;  -- id: not null, name: not null, age: nullable
insert into users (id, name, age) values (1, 'x', 5) on conflict (id) do update set age = excluded.age returning age, note;  -- age: not null, note: nullable
insert into users (id, name, age) values (1, 'x', 5) on conflict (id) do update set age = coalesce(users.age, excluded.age) returning age;  -- age: not null
insert into users (id, name, age) values (1, 'x', 5) on conflict (id) do update set name = 'y' where users.age is not null returning age;  -- age: not null
insert into users (id, name) values (1, 'x') on conflict (id) do update set name = 'y' returning old.name as a, new.name as b, old.age as c;  -- a: nullable, b: not null, c: nullable
insert into users (id, name) values (103, 'x') returning old.name as a, new.name as b;  -- a: nullable, b: not null
insert into accounts (id, login, exact, flag, started, ratio) values (100, 'x', (1, 'a'), true, '2024-01-01', 1) returning login, nick, ended;  -- login: not null, nick: nullable, ended: nullable
insert into products (id, sku, price, width, depth, kind, span, attrs) values (100, 'new', 1, 2, 1, 'k', 'empty', '{}') returning doubled, width, depth, height;  -- doubled: not null, width: not null, depth: not null, height: nullable
insert into adults (id, name, age) values (104, 'x', null) returning id, name, age;  -- id: not null, name: not null, age: nullable
update users set age = 5 where id = 1 returning age, note, name;  -- age: not null, note: nullable, name: not null
update users set age = null where age is not null returning age, old.age as was;  -- age: nullable, was: not null
update users set note = 'x' where age is not null returning age, note;  -- age: not null, note: not null
update users set age = age + 1 where age is not null returning age;  -- age: not null
update users set age = age + 1 returning age;  -- age: nullable
update users set age = manager_id where manager_id > 0 returning age, manager_id;  -- age: not null, manager_id: not null
update users set age = @age where id = @id returning age;  -- age: nullable, @age: nullable
update users set age = coalesce(sqlc.narg('age'), age) returning age;  -- age: nullable, @age: nullable
update users set age = coalesce(@age::int, age) returning age;  -- age: not null
update users set (age, note) = (1, 'x') where id = 1 returning age, note;  -- age: not null, note: not null
update users set (age, note) = (select id, name from users where id = 2) where id = 1 returning age, note;  -- age: nullable, note: nullable
update users set tags[1] = 'x' where id = 1 returning tags, old.tags as was;  -- tags: not null, was: not null
update users u set note = o.total::text from orders o where o.user_id = u.id returning u.note, o.total, o.user_id;  -- note: not null, total: not null, user_id: not null
update users u set note = m.name from users v left join users m on m.id = v.manager_id where v.id = u.id returning u.note, m.name as boss;  -- note: nullable, boss: nullable
update users set age = 1 returning old.age as a, new.age as b, age as c;  -- a: nullable, b: not null, c: not null
update products set width = 3 where doubled > 1 returning doubled, width, old.doubled as was;  -- doubled: not null, width: not null, was: not null
update adults set name = 'x' returning age, name;  -- age: not null, name: not null
update adults set age = null returning age, name;  -- age: nullable, name: not null
delete from users where age is not null and manager_id is not null returning age, note, name;  -- age: not null, note: nullable, name: not null
delete from items returning remark, qty;  -- remark: nullable, qty: not null
delete from items i using orders o where o.id = i.order_id and o.discount > 0 returning i.qty, o.discount;  -- qty: not null, discount: not null
delete from items returning old.qty as a, new.qty as b;  -- a: not null, b: nullable
delete from items where remark is not null returning old.remark as a;  -- a: not null
merge into users u using (select 1 as id, 5 as age) s on u.id = s.id when matched then update set age = s.age when not matched then insert (id, name, age) values (s.id, 'x', s.age) returning u.id, u.age, u.name, s.age as given;  -- id: not null, age: not null, name: not null, given: not null
merge into users u using (select 1 as id, 5 as age) s on u.id = s.id when matched then update set age = s.age when not matched then insert (id, name) values (s.id, 'x') returning u.age, merge_action() as a;  -- age: nullable, a: not null
merge into items i using orders o on i.order_id = o.id when matched then delete returning i.qty, o.total;  -- qty: not null, total: not null
merge into items i using (select * from orders where id < 0) o on i.order_id = o.id when not matched by source then delete returning i.qty, o.total, i.remark;  -- qty: not null, total: nullable, remark: nullable
merge into items i using orders o on i.order_id = o.id when matched and i.remark is not null then update set qty = 5 returning i.remark, old.remark as was, i.qty;  -- remark: not null, was: not null, qty: not null
merge into users u using (select 1 as id) s on u.id = s.id when matched then update set note = 'x' when not matched then insert (id, name) values (s.id, 'x') returning old.name as a, new.name as b;  -- a: nullable, b: not null
with moved as (delete from items returning order_id, remark) select order_id, remark from moved;  -- order_id: not null, remark: nullable
with done as (update users set age = 1 where id = 1 returning id, age) select d.age, u.note from done d join users u on u.id = d.id;  -- age: not null, note: nullable
with added as (insert into orders (total) values (1) returning id, total) select a.id, u.name from added a left join users u on u.id = a.id;  -- id: not null, name: nullable
insert into audits (id, who, at) values (1, 'x', '2024-01-01') returning who, at;  -- who: nullable, at: not null
insert into touched (id, who, at, lazy, own) values (1, 'x', '2024-01-01', 1, 1) returning who, at;  -- who: not null, at: not null
update touched set who = 'x', lazy = 1 returning who, at;  -- who: nullable, at: not null
insert into touched (id, who, at, lazy, own) values (1, 'x', '2024-01-01', 1, 1) on conflict (id) do update set who = 'y' returning who, at;  -- who: nullable, at: not null
delete from touched where who is not null returning who;  -- who: not null
select lazy, own from touched;  -- lazy: nullable, own: nullable
insert into settings (id) values (900) returning level, plain, word, made, plus, sum, twice;  -- level: not null, plain: nullable, word: nullable, made: not null, plus: not null, sum: nullable, twice: not null
insert into settings (id, level, made) values (900, default, null) returning level, made;  -- level: not null, made: nullable
insert into settings (id, plain) values (900, 1), (901, 2) returning level, plain, sum;  -- level: not null, plain: not null, sum: nullable?
insert into settings (id, level) values (900, 1), (901, default) returning level;  -- level: nullable?
update settings set level = default, word = default, plain = default returning level, word, plain;  -- level: not null, word: nullable, plain: nullable
update settings set plain = 1 returning level, plain, plus, sum, twice;  -- level: nullable, plain: not null, plus: not null, sum: nullable?, twice: not null
merge into settings s using (select 900 as id) n on n.id = s.id when matched then update set level = default when not matched then insert (id) values (n.id) returning s.level, s.word, s.made;  -- level: not null, word: nullable, made: nullable
select level, plus, sum, twice from settings;  -- level: nullable, plus: not null, sum: nullable, twice: not null
select s.plus, s.twice from users u left join settings s on s.id = u.id;  -- plus: nullable, twice: nullable
