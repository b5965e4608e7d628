select * from ((select 1 as a) t1 full join (select 2 as b) t2 on t1.a = t2.b) full join customers t3 on t1.a = t3.id;  -- a integer, b integer, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from ((select 1 as a) t1 join orders o on true) j;  -- a integer, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select j.a, j.note from ((select 1 as a) t1 left join orders o on true) j;  -- a integer, note character varying
select * from ((select id, 123 as x from customers) ss1 left join (select note, 5::bigint as x from orders) ss2 using (x)) ss0;  -- x bigint, id bigint, note character varying
select * from (select c.id, o.note from customers c join orders o on o.customer_id = c.id) s;  -- id bigint, note character varying
select s.note from customers c left join (select o.note, o.customer_id from orders o left join customers d on d.id = o.customer_id) s on s.customer_id = c.id;  -- note character varying
select a.id, b.id, c.id from tree a join tree b natural join tree c using (id);  -- id integer, id integer, id integer
select a.id, b.label from tree a join tree b natural join tree c on a.id = c.id;  -- id integer, label text
select a.id from tree a left join tree b natural left outer join tree c natural join tree d using (id);  -- id integer
delete from orders using tree a join tree b natural join tree c using (id);  -- nothing
select a.id from tree a join tree b on a.id = b.id natural join tree c;  -- error ambiguous-column
select x.id from tree x join tree a join tree b natural join tree c on a.id = c.id on x.id = a.id;  -- id integer
select x.id from tree x join tree y on true join tree a natural join tree b using (label);  -- error ambiguous-column
select x.id from tree x join tree a natural join (select b.id from tree b join tree c natural join tree d on true) e on true, tree y natural join tree z;  -- id integer
merge into customers using tree a join tree b natural join tree c using (id) on true when matched then delete;  -- nothing
update orders set note = '' from tree a join tree b natural join tree c using (id);  -- nothing
