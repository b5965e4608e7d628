select u.name, o.total from users u join orders o on o.user_id = u.id;  -- name: not null, total: not null
select u.name, o.total, o.id from users u left join orders o on o.user_id = u.id;  -- name: not null, total: nullable, id: nullable
select u.name, o.total from users u right join orders o on o.user_id = u.id;  -- name: nullable, total: not null
select u.name, o.total from users u full join orders o on o.user_id = u.id;  -- name: nullable, total: nullable
select u.name, o.total from users u cross join orders o;  -- name: not null, total: not null
select u.name, o.total from users u, orders o where o.user_id = u.id;  -- name: not null, total: not null
select o.user_id, o.discount from users u join orders o on o.user_id = u.id;  -- user_id: not null, discount: nullable
select o.user_id, u.id from users u left join orders o on o.user_id = u.id;  -- user_id: nullable, id: not null
select u.name, o.total from users u left join orders o on o.user_id = u.id where o.id is not null;  -- name: not null, total: not null
select u.name, o.total, o.discount from users u left join orders o on o.user_id = u.id where o.total > 1;  -- name: not null, total: not null, discount: nullable
select u.name, o.total, o.user_id from users u left join orders o on o.user_id = u.id where o.discount > 1;  -- name: not null, total: not null, user_id: not null
select u.name, o.total from users u left join orders o on o.user_id = u.id where o.id is null;  -- name: not null, total: nullable
select u.name, o.total from users u left join orders o on o.user_id = u.id where coalesce(o.total, 0) >= 0;  -- name: not null, total: nullable
select u.name, o.total, i.qty from users u left join orders o on o.user_id = u.id left join items i on i.order_id = o.id;  -- name: not null, total: nullable, qty: nullable
select u.name, o.total, i.qty from users u left join orders o on o.user_id = u.id left join items i on i.order_id = o.id where i.qty > 0;  -- name: not null, total: not null, qty: not null
select u.name, o.total, i.qty from users u left join orders o on o.user_id = u.id join items i on i.order_id = o.id;  -- name: not null, total: not null, qty: not null
select u.name, o.total, i.qty from users u left join (orders o join items i on i.order_id = o.id) on o.user_id = u.id;  -- name: not null, total: nullable, qty: nullable
select u.name, o.total, i.qty from users u left join (orders o left join items i on i.order_id = o.id) on o.user_id = u.id where i.line is not null;  -- name: not null, total: not null, qty: not null
select u.name, o.total, i.qty from users u left join (orders o join items i on i.order_id = o.id) on o.user_id = u.id where o.id = 1;  -- name: not null, total: not null, qty: not null
select u.name, m.name as boss from users u left join users m on m.id = u.manager_id;  -- name: not null, boss: nullable
select u.name, m.name as boss, u.manager_id from users u join users m on m.id = u.manager_id;  -- name: not null, boss: not null, manager_id: not null
select u.name, m.name as boss, u.manager_id from users u left join users m on m.id = u.manager_id where m.id is not null;  -- name: not null, boss: not null, manager_id: not null
select u.name, s.total from users u left join (select user_id, total from orders) s on s.user_id = u.id;  -- name: not null, total: nullable
select u.name, s.total from users u left join (select user_id, sum(total) as total from orders group by user_id) s on s.user_id = u.id;  -- name: not null, total: nullable
select u.name, s.n from users u left join (select user_id, count(*) as n from orders group by user_id) s on s.user_id = u.id;  -- name: not null, n: nullable
select u.name, coalesce(s.n, 0) as n from users u left join (select user_id, count(*) as n from orders group by user_id) s on s.user_id = u.id;  -- name: not null, n: not null
select u.name, s.total from users u left join lateral (select total from orders o where o.user_id = u.id limit 1) s on true;  -- name: not null, total: nullable
select u.name, s.total from users u cross join lateral (select total from orders o where o.user_id = u.id limit 1) s;  -- name: not null, total: not null
select u.name, s.n, s.m from users u cross join lateral (select count(*) as n, max(total) as m from orders o where o.user_id = u.id) s;  -- name: not null, n: not null, m: nullable
select u.age, s.total from users u cross join lateral (select total from orders o where o.user_id = u.age) s;  -- age: not null, total: not null
select u.name, s.n from users u left join lateral (select count(*) as n from orders o where o.user_id = u.id) s on true;  -- name: not null, n: not null
with s as (select user_id, total from orders) select u.name, s.total from users u left join s on s.user_id = u.id;  -- name: not null, total: nullable
with s as (select user_id, total from orders where user_id is not null) select s.user_id, s.total from users u join s on true;  -- user_id: not null, total: not null
select u.name, v.total, v.orders from users u left join order_sums v on v.user_id = u.id;  -- name: not null, total: nullable, orders: nullable
select id, total from users full join orders using (id);  -- id: not null, total: nullable
select id, name, total from users left join orders using (id);  -- id: not null, name: not null, total: nullable
select id, name, total from users right join orders using (id);  -- id: not null, name: nullable, total: not null
select id, name, total from users join orders using (id);  -- id: not null, name: not null, total: not null
select users.id as a, orders.id as b from users full join orders using (id);  -- a: nullable, b: nullable
select id, a.name, b.title from users a natural full join products b;  -- id: not null, name: nullable, title: nullable
select coalesce(u.id, o.id) as a, coalesce(u.name, o.id::text) as b from users u full join orders o on u.id = o.id;  -- a: not null, b: not null
select coalesce(u.age, o.id) as a from users u full join orders o on u.id = o.id;  -- a: nullable
select id from users full join orders using (id) full join products using (id);  -- id: not null
select u.name, o.total from users u full join orders o on u.id = o.user_id where u.id is not null;  -- name: not null, total: nullable
select u.name, o.total from users u full join orders o on u.id = o.user_id where u.id is not null and o.id is not null;  -- name: not null, total: not null
select u.name, o.total from users u full join orders o on u.id = o.user_id where o.total > 1;  -- name: nullable, total: not null
select a.login, b.login as other from accounts a left join accounts b on b.id = a.id + 1;  -- login: not null, other: nullable
select case when o.id is not null then o.total else 0 end as a from users u left join orders o on o.user_id = u.id;  -- a: not null
select case when o.id is null then 0 else o.total end as a, o.id is null as b from users u left join orders o on o.user_id = u.id;  -- a: not null, b: not null
select o.*, u.name from orders o left join users u on u.id = o.user_id;  -- id: not null, user_id: nullable, total: not null, discount: nullable, placed_at: not null, shipped_at: nullable, name: nullable
select o as a, u as b from orders o left join users u on u.id = o.user_id;  -- a: not null, b: nullable
select p.width, p.depth from users u left join products p on p.id = u.id;  -- width: nullable, depth: nullable
select u.name, o.total from users u left join orders o on false;  -- name: not null, total: nullable
select u.name, o.total from users u left join orders o on o.user_id = u.id and o.total > 1 where o.total is not null or u.age is null;  -- name: not null, total: nullable
select u.name, x.x from users u left join unnest(u.tags) as x(x) on true;  -- name: not null, x: nullable
select u.name, i.qty, p.sku from users u left join orders o on o.user_id = u.id left join items i on i.order_id = o.id left join products p on p.id = i.product_id where p.sku is not null;  -- name: not null, qty: not null, sku: not null
select o.total, o.user_id, o.discount from users u left join orders o on o.user_id = u.id and o.discount > 0 where o.id is not null;  -- total: not null, user_id: not null, discount: not null
select b.name from users a left join users b on b.id = a.manager_id left join users c on c.id = b.manager_id where c.id is not null;  -- name: not null
select a.name, b.name as b, c.name as c from users a left join users b on b.id = a.manager_id left join users c on c.id = b.manager_id;  -- name: not null, b: nullable, c: nullable
select e.payload, e.day, u.name from events e left join users u on u.id = e.id;  -- payload: nullable, day: not null, name: nullable
select o.total from users u right join (orders o right join items i on i.order_id = o.id) on o.user_id = u.id;  -- total: not null
select exists (select 1 from orders o where o.user_id = u.id) as a, m.id is null as b from users u left join users m on m.id = u.manager_id;  -- a: not null, b: not null
