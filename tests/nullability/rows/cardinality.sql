select 1 as a;  -- exactly one
select count(*) from users;  -- exactly one
select max(age) from users where age > 1;  -- exactly one
select count(*) from users having count(*) > 1;  -- at most one
select count(*) from users group by mood;  -- many
select count(*) from users group by ();  -- exactly one
select count(*) from users group by rollup (mood);  -- many
select * from users where id = 1;  -- at most one
select * from users where id = @id;  -- at most one
select * from users where @id = id;  -- at most one
select * from users where id = @id and age > 1;  -- at most one
select * from users where id = @id or age = 1;  -- many
select * from users where id in (1);  -- at most one
select * from users where id in (1, 2);  -- many
select * from users where id = any(@ids);  -- many
select * from users where id > 1;  -- many
select * from users where email = @email;  -- at most one
select * from users where email is not distinct from @email;  -- many
select * from users where lower(email) = @email;  -- many?
select * from users where name = @name;  -- many
select * from users limit 1;  -- at most one
select * from users limit 2;  -- many
select * from users limit @n;  -- many
select * from users fetch first row only;  -- at most one
select * from users order by mood fetch first 1 rows with ties;  -- many
select * from users order by id offset 1 limit 1;  -- at most one
select * from items where order_id = @order;  -- many
select * from items where order_id = @order and line = @line;  -- at most one
select * from items where (order_id, line) = (1, 2);  -- at most one
select * from items where (order_id, line) in ((1, 2));  -- at most one
select * from orders where user_id = @user and shipped_at is null;  -- at most one
select * from orders where user_id = @user;  -- many
select * from products where title = @title and kind = @kind;  -- at most one
select * from events where id = @id;  -- many
select * from events where id = @id and day = @day;  -- at most one
select * from users u join orders o on o.user_id = u.id where o.id = @id;  -- at most one
select * from users u join orders o on o.user_id = u.id where u.id = @id;  -- many
select * from users u left join users m on m.id = u.manager_id where u.id = @id;  -- at most one
select * from users u left join orders o on o.user_id = u.id where u.id = @id;  -- many
select * from users u left join orders o on o.user_id = u.id and o.shipped_at is null where u.id = @id;  -- at most one
select * from users u left join orders o on o.id = 1 and u.id = 1;  -- many
select * from users u full join orders o on u.id = o.id where u.id = 1;  -- many?
select * from users u right join orders o on u.id = o.user_id where o.id = 1;  -- at most one
select * from users u, orders o where u.id = 1 and o.id = u.age;  -- at most one
select * from users u, orders o where u.id = 1;  -- many
select * from users where id = (select max(user_id) from orders);  -- at most one
select * from users where id in (select user_id from orders);  -- many
select * from users where id in (select user_id from orders limit 1);  -- at most one
select * from users where id = floor(random() * 3)::int;  -- many?
select * from users where id = blurred(1);  -- many?
select * from users where id = id;  -- many
select * from (select * from users) s where id = 1;  -- at most one
select * from (select id as x, name from users) s where x = @x;  -- at most one
select * from (select mood, count(*) from users group by mood) s where mood = 'ok';  -- at most one
select * from (select distinct mood from users) s where mood = 'ok';  -- at most one
select * from (select distinct mood, name from users) s where mood = 'ok';  -- many
select * from (select id from users union select id from orders) s where id = 1;  -- at most one
select * from (select id from users union all select id from orders) s where id = 1;  -- many
with s as (select * from users where id = 1) select * from s;  -- at most one
with s as (select * from users limit 1) select s.id, o.id from s join orders o on o.id = s.age;  -- at most one
select * from adults where id = 1;  -- at most one
select * from order_sums where user_id = 1;  -- at most one
select * from user_orders where user_id = @id;  -- many
select mood, count(*) from users where mood = 'ok' group by mood;  -- at most one
select id, count(*) from users where id = 1 group by id;  -- at most one
select distinct on (mood) * from users;  -- many
select generate_series(1, 3) as a;  -- many
select unnest(tags) as a from users where id = 1;  -- many
select * from users, generate_series(1, 2) where id = 1;  -- many
select * from generate_series(1, 3);  -- many
select * from twice(1);  -- exactly one
values (1);  -- exactly one
values (1), (2);  -- many
select 1 where false;  -- at most one
select 1 as a union select 2;  -- many
select 1 as a union all select 1;  -- many
select 1 as a intersect select 1;  -- at most one
select id from users where id = 1 except select 2;  -- at most one
select exists (select 1 from users) as a;  -- exactly one
select coalesce((select name from users where id = 1), '') as a;  -- exactly one
select 1 as a limit 1;  -- exactly one
select 1 as a offset 1;  -- at most one
select 1 as a limit @n;  -- at most one
select a.n, b.n as m from (select count(*) as n from users) a, (select count(*) as n from orders) b;  -- exactly one
select a.n from (select 1 as n) a left join (select 2 as n where false) b on true;  -- exactly one
with recursive t as (select 1 as n union all select n + 1 from t where n < 3) select n from t;  -- many
select sum(u.id) from users u where id = 1 group by u.mood;  -- at most one
select (select sum(u.id) from orders limit 1) as a from users u where u.id = 1;  -- at most one
insert into users (id, name) values (100, 'x') returning id;  -- exactly one
insert into users (id, name) values (100, 'x'), (101, 'y') returning id;  -- many
insert into users (id, name) values (100, 'x') on conflict do nothing returning id;  -- at most one
insert into users (id, name) values (100, 'x') on conflict (id) do update set name = 'y' returning id;  -- exactly one
insert into users (id, name) values (1, 'x') on conflict (id) do update set name = 'y' where users.age > 1 returning id;  -- at most one
insert into orders (total) select 1 where false returning id;  -- at most one
insert into orders (total) select count(*) from users returning id;  -- exactly one
insert into orders (total) select id from users returning id;  -- many
insert into users (id, name) values (100, 'x');  -- none
update users set age = 1 where id = 1 returning id;  -- at most one
update users set age = 1 returning id;  -- many
update users set age = 1 where id in (select id from users where age > 1 limit 1) returning id;  -- at most one
update users set age = 1 where id in (select id from users where age > 1 limit 1 for update skip locked) returning id;  -- many?
update users set age = 1 where id = (select id from users where age > 1 limit 1 for update skip locked) returning id;  -- at most one
update users u set age = 1 from orders o where u.id = 1 and o.user_id = u.id returning u.id;  -- at most one
update users u set age = 1 from orders o where o.id = 1 and o.user_id = u.id returning u.id;  -- at most one
delete from items where order_id = 1 and line = 1 returning line;  -- at most one
delete from items where order_id = 1 returning line;  -- many
delete from users where id = 1;  -- none
merge into users u using (select 1 as id) s on u.id = s.id when matched then update set age = 1 returning u.id;  -- at most one
select * from notes where id = 1;  -- many
select * from only notes where id = 1;  -- many?
select * from old_notes where id = 1;  -- many
insert into audited (id, who, at) values (3, 'x', '2024-01-01') returning id;  -- at most one
insert into ghosts (id, who, at) values (3, 'x', '2024-01-01') returning id;  -- at most one
insert into audits (id, who, at) values (3, 'x', '2024-01-01') returning id;  -- at most one
insert into touched (id, who, at, lazy, own) values (103, 'x', '2024-01-01', 1, 1) returning id;  -- exactly one
insert into touched (id, who, at, lazy, own) values (3, 'x', '2024-01-01', 1, 1) on conflict (id) do update set who = 'y' returning id;  -- at most one
select * from tokens where lower(owner) = lower(@owner);  -- at most one
select * from tokens where lower(@owner) = lower(owner::text);  -- at most one
select * from tokens where lower(owner) = 'a';  -- at most one
select * from tokens where lower(owner) > 'a';  -- many
select * from tokens where upper(owner) = 'A';  -- many?
select * from tokens where lower(owner) in ('a', 'b');  -- many
select * from tokens where owner = @owner;  -- at most one
select * from tokens where kind = 'a' and upper(word) = 'A';  -- many?
select * from tokens where id::text = @id;  -- at most one
select * from tokens where id = @id::text::uuid;  -- at most one
select t.* from users u join tokens t on lower(t.owner) = lower(u.name) where u.id = 1;  -- at most one
select u.name, t.id from users u left join tokens t on lower(t.owner) = lower(u.name) where u.id = 1;  -- at most one
select t.* from users u join tokens t on lower(t.owner) = lower(u.name);  -- many
select * from users where lower(note) = 'a' and age + 1 = 2 and note <> '';  -- at most one
select * from users where lower(note) = 'a' and age = 1 and note <> '';  -- at most one
select * from users where lower(note) = 'a' and note <> '';  -- many
select * from users where lower(note) = '' and age + 1 = 2;  -- many?
select * from (select lower(owner) as o, id from tokens) s where o = 'a';  -- at most one
call count_up(1);  -- exactly one
show timezone;  -- exactly one
show all;  -- many
select o.user_id from users u left join orders o on o.user_id = u.id and o.user_id = 1 group by o.user_id;  -- many
select distinct o.user_id from users u left join orders o on o.user_id = u.id and o.user_id = 1;  -- many
select distinct o.user_id from users u left join orders o on o.user_id = 1 where o.user_id = 1;  -- at most one
select o.user_id from users u full join orders o on o.user_id = u.id and o.user_id = 1 group by o.user_id;  -- many
select d.c from users u left join (select 1 as c) d on d.c = u.id group by d.c;  -- many
select d.c from users u left join (orders o join (select 1 as c) d on d.c = o.user_id) on o.user_id = u.id group by d.c;  -- many
select u.id from users u left join orders o on o.user_id = u.id where u.id = 1 group by u.id;  -- at most one
select distinct u.name, o.total from users u join orders o on o.user_id = u.id left join items i on i.order_id = o.id where o.id = 1;  -- at most one
select * from users where email::varchar(1) = @email;  -- many
select * from users where email::varchar = @email;  -- at most one
select * from users where email collate "C" = @email;  -- at most one
select * from users where email = @email collate "C";  -- at most one
select * from products where id::numeric(3) = @id;  -- many?
select * from pages where token = @token;  -- at most one
select * from pages where lower(token) = 'a' and token in (@token);  -- at most one
select * from pages where (token, kind) = (@token, 'a');  -- at most one
select * from pages where token = 'a' or token is null;  -- many
select * from pages where slug = @slug;  -- many
select * from pages where slug = @slug and live;  -- at most one
select * from pages where slug = @slug and live = true;  -- at most one
select * from pages where slug = @slug and live <> false and id > 0;  -- at most one
select * from pages where slug = @slug and live is true;  -- at most one
select * from pages where slug = @slug and live is not false;  -- many?
select * from pages where slug = @slug and not live;  -- many?
select * from pages where kind = @kind and gone_at is null and live = false;  -- at most one
select * from pages where kind = @kind and gone_at is null and not (live is true);  -- many?
select * from pages where kind = @kind and not (live or gone_at is not null);  -- at most one
select * from pages where kind = @kind and (live or gone_at is not null);  -- many
select * from pages where lang = @lang and status = 'a';  -- at most one
select * from pages where lang = @lang and status in ('b', 'a');  -- at most one
select * from pages where lang = @lang and (status = 'b' or status = 'a' and id > 1);  -- at most one
select * from pages where lang = @lang and status in ('a', 'a@b.example');  -- many?
select * from pages where front;  -- at most one
select * from pages where not front;  -- at most one
select * from pages where front is true;  -- at most one
select * from pages where front is not true;  -- many
select * from products where title is not distinct from @title and kind is not distinct from @kind;  -- at most one
select * from products where title is null and kind = @kind;  -- at most one
select * from products where title = @title;  -- many
select u.id, p.id from users u left join products p on p.title is not distinct from u.note and p.kind is null where u.id = 1;  -- at most one
select kind, count(*) from products where kind is null group by kind;  -- at most one
select m.id, count(*) from users u left join users m on m.id = 1 and u.age = 2 group by m.id;  -- many
select distinct m.name from users u left join users m on m.id = 1 and u.age = 2;  -- many
select m.id, count(*) from users u left join users m on m.id = 1 and u.age = 2 where m.age > 0 group by m.id;  -- at most one
select m.id, count(*) from users u left join users m on m.id = 1 and u.age = 2 where u.id = 1 group by m.id;  -- at most one
select m.id, count(*) from users u left join (users m join orders o on m.id = 1) on u.id = o.id group by m.id;  -- many
select m.id, count(*) from users u join (users m join orders o on m.id = 1) on u.id = o.id group by m.id;  -- at most one
select m.id, count(*) from users u full join users m on m.id = u.age and m.id = 1 group by m.id;  -- many
select last_value, is_called from orders_id_seq;  -- exactly one
select last_value from orders_id_seq where is_called;  -- at most one
select s.last_value from orders_id_seq s left join users u on u.id = s.last_value;  -- exactly one
select * from site;  -- at most one
select s.theme, u.id from site s left join users u on u.name = s.name and u.id = 1;  -- at most one
merge into users u using (values (@id::int, @name::text)) s (id, name) on u.id = s.id when matched then update set name = s.name when not matched then insert (id, name) values (s.id, s.name) returning u.id;  -- at most one
merge into users u using (select 1 as n) s on u.age = s.n when matched then update set mood = 'sad' returning u.id;  -- many
merge into users u using (select 1 as n) s on u.age = s.n when matched then do nothing when not matched then insert (id, name) values (100, 'x') returning u.id;  -- at most one
merge into users u using orders o on u.id = 1 and o.id = 1 when not matched then insert (id, name) values (o.id + 100, 'x') returning u.id;  -- many
merge into orders o using (select 1 as id) s on o.id = s.id when not matched by source then update set total = 1 returning o.id;  -- many
merge into orders o using (select 1 as id) s on o.id = s.id when matched then update set total = 1 when not matched by source then do nothing returning o.id;  -- at most one
