select * from ((select 1 as a) t1 full join (select 2 as b) t2 on t1.a = t2.b) full join customers t3 on t1.a = t3.id;  -- a integer, b integer, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from ((select 1 as a) t1 join orders o on true) j;  -- a integer, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select j.a, j.note from ((select 1 as a) t1 left join orders o on true) j;  -- a integer, note character varying
select * from ((select id, 123 as x from customers) ss1 left join (select note, 5::bigint as x from orders) ss2 using (x)) ss0;  -- x bigint, id bigint, note character varying
select * from (select c.id, o.note from customers c join orders o on o.customer_id = c.id) s;  -- id bigint, note character varying
select s.note from customers c left join (select o.note, o.customer_id from orders o left join customers d on d.id = o.customer_id) s on s.customer_id = c.id;  -- note character varying
