select s.title from visits v left join shops s on s.id = v.shop_id;  -- title: not null
select s.title from visits v left join shops s on v.shop_id = s.id;  -- title: not null
select s.title from shops s right join visits v on v.shop_id = s.id;  -- title: not null
select s.title from visits v left join shops s on s.id = v.shop_id and s.title <> '';  -- title: nullable
select s.title from visits v left join shops s on s.id = v.shop_id and v.id > 1;  -- title: nullable
select s.title from visits v left join shops s on s.id > v.shop_id;  -- title: nullable
select s.title from visits v left join shops s on s.id = v.shop_id + 1;  -- title: nullable
select s.title from visits v left join shops s on s.id = v.id;  -- title: nullable
select s.title from visits v left join (select * from shops where title = 'a') s on s.id = v.shop_id;  -- title: nullable
select s.title from visits v left join shops s on s.id = v.maybe_id;  -- title: nullable
select s.title from visits v left join shops s on s.id = v.maybe_id where v.maybe_id is not null;  -- title: not null
select s.title from visits v left join shops s on s.id = v.maybe_id where v.maybe_id > 0 or v.id > 1;  -- title: nullable
select s.title, v.maybe_id from visits v left join shops s on s.id = v.maybe_id where s.title is null;  -- title: nullable, maybe_id: nullable
select case when v.maybe_id is not null then s.title else '' end as a from visits v left join shops s on s.id = v.maybe_id;  -- a: not null
select s.title from visits v left join shops s on s.id = v.other_id;  -- title: nullable
select s.title from visits v left join shops s on s.id = v.late_id;  -- title: nullable?
select h.title from visits v left join hidden h on h.id = v.hidden_id where v.hidden_id is not null;  -- title: nullable?
select p.title from visits v left join parts p on (p.id, p.day) = (v.part_id, v.part_day) where v.part_id > 0 and v.part_day > '1000-01-01';  -- title: not null
select p.title from visits v left join parts p on p.id = v.part_id and p.day = v.part_day where v.part_id > 0 and v.part_day > '1000-01-01';  -- title: not null
select p.title from visits v left join parts p on p.id = v.part_id and p.day = v.part_day where v.part_id > 0;  -- title: nullable?
select p.title from visits v left join parts p on p.id = v.part_id where v.part_id > 0;  -- title: nullable?
select p.title from visits v left join only parts p on p.id = v.part_id and p.day = v.part_day where v.part_id > 0 and v.part_day > '1000-01-01';  -- title: nullable
select s.title from visits v left join shops s tablesample bernoulli (1) on s.id = v.shop_id;  -- title: nullable
select s.title from stops v left join shops s on s.id = v.shop_id;  -- title: nullable
select s.title from visits v left join shops s on s.id = v.shop_id for update of v;  -- title: nullable?
select x.title from (select s.title from visits v left join shops s on s.id = v.shop_id) x;  -- title: not null
select x.title from (select s.title from visits v left join shops s on s.id = v.shop_id for share of v) x;  -- title: nullable?
select o.total, u.name from items i left join orders o on o.id = i.order_id left join users u on u.id = o.user_id;  -- total: not null, name: nullable
select o.total, u.name from items i left join orders o on o.id = i.order_id left join users u on u.id = o.user_id where o.user_id is not null;  -- total: not null, name: not null
select s.title, i.qty from visits v left join items i on i.line = v.id left join orders o on o.id = i.order_id left join shops s on s.id = v.shop_id;  -- title: not null, qty: nullable
select o.total, i.qty from visits v left join items i on i.line = v.id left join orders o on o.id = i.order_id;  -- total: nullable, qty: nullable
select o.total, i.qty from visits v left join items i on i.line = v.id left join orders o on o.id = i.order_id where i.remark is not null;  -- total: not null, qty: not null
select o.total, i.qty from visits v left join items i on i.line = v.id left join orders o on o.id = i.order_id where i.line = 1;  -- total: not null, qty: not null
select o.total, i.qty from visits v full join items i on i.line = v.id left join orders o on o.id = i.order_id;  -- total: nullable, qty: nullable
select s.title, v.id from visits v full join shops s on s.id = v.shop_id;  -- title: nullable?, id: nullable
select m.name, u.manager_id from users u left join users m on m.id = u.manager_id where u.manager_id = 1;  -- name: not null, manager_id: not null
select s.title, v.shop_id from visits v left join shops s on s.id = v.shop_id group by rollup (v.shop_id, s.title) having v.shop_id is not null;  -- title: nullable, shop_id: not null
select max(s.title) as a, count(*) as n from visits v left join shops s on s.id = v.shop_id group by v.id;  -- a: not null, n: not null
select max(s.title) as a, count(*) as n from visits v left join shops s on s.id = v.shop_id where v.id < 0;  -- a: nullable, n: not null
select v.id, (select s.title from visits w left join shops s on s.id = w.shop_id where w.id = v.id) as a from visits v;  -- id: not null, a: nullable?
select v.id, s.title from visits v left join lateral (select * from shops s where s.id = v.shop_id) s on true;  -- id: not null, title: nullable?
with c as (select v.id, s.title from visits v left join shops s on s.id = v.shop_id) select c.title from c;  -- title: not null
update visits v set maybe_id = null from visits w left join shops s on s.id = w.shop_id where w.id = v.id returning s.title;  -- title: nullable?
select s.title from visits v left join (shops s join shops t on t.id = s.id) on s.id = v.shop_id;  -- title: nullable?
select s.title, t.title as other from visits v left join shops s on s.id = v.shop_id left join shops t on t.id = s.id;  -- title: not null, other: nullable?
select s.title from visits v natural left join (select id as shop_id, title from shops) s;  -- title: nullable?
