select row(1, 'a'), (1, 2), row(), row(1), row(c.*), row(c), (id, name) from customers c;  -- row record, row record, row record, row record, row record, row record, row record
select row(c.*, 1), row(c.id, c.*) from customers c;  -- row record, row record
select (1, 2) = (1, 2), (1, 2) < (1, 3), (1, 'a') <> (1, 'b'), row(1, 2) >= row(1, 2), row(1) = row(1), (id, name) > ($1, $2) from customers;  -- $1: bigint, $2: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select (id, name) = (1, 'x'), (id, name) in ((1, 'a'), (2, 'b')), (id, name) in (($1, $2)), (id, name) not in ((1, 'a')) from customers;  -- $1: bigint, $2: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select (id, name) in (select id, name from customers), (id, name) = (select 1::bigint, 'a'::text), (id, name) = any (select id, name from customers), (id, name) <> all (select id, name from customers), ($1, $2) in (select id, name from customers) from customers;  -- $1: bigint, $2: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select (id, name) < (select 1, 'x') from customers;  -- ?column? boolean
select row(id, name) = row($1, $2), row(1, 2) in (row(1, 2)) from customers;  -- $1: bigint, $2: text, ?column? boolean, ?column? boolean
select (1, 2) = (1, 2, 3);  -- error column-count
select (1, 2) = 1;  -- error undefined-operator
select (1, 'a') = (1, 2);  -- error datatype-mismatch
select (1, 2) = ('a', 2);  -- error datatype-mismatch
select (1, 2) ~~ (3, 4);  -- error undefined-operator
select ('a', 'b') like ('a', 'b');  -- error undefined-operator
select (1, 2) + (3, 4);  -- error datatype-mismatch
select row() = row();  -- error column-count
select (id, name) in (select id from customers) from customers;  -- error column-count
select (select 1, 2);  -- error column-count
select (select 1, 2) = (1, 2);  -- error column-count
select (select (1, 2)) = (1, 2);  -- ?column? boolean
select row(1, 2) = (select row(1, 2));  -- error column-count
select home = row('a', 1, 'z'), home = ('a', 1, 'z')::address, home = $1, home is distinct from row('a', 1, 'z'), home < home from customers;  -- $1: record, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select home = ('a', 1, 'z') from customers;  -- ?column? boolean
select c = c, c = row(1, 2), c < $1 from customers c;  -- $1: record, ?column? boolean, ?column? boolean, ?column? boolean
select (home).street, (home).number + 1, (c).home, ((c).home).zip, (c.home).street, (home).* from customers c;  -- street text, ?column? integer, home address, zip character varying, street text, street text, number integer, zip character varying
select home.street from customers;  -- error undefined-table
select c.home.street from customers c;  -- error undefined-table
select (customers.home).street from customers;  -- street text
select (home).city from customers;  -- error undefined-column
select (name).x from customers;  -- error undefined-column
select (c).nope from customers c;  -- error undefined-column
select (row(1, 2)).f1, (row('x'::text, 2)).f2;  -- f1 integer, f2 integer
select (row(1, 2)).f3;  -- error undefined-column
select ((1, 2)).f1;  -- f1 integer
select (select c from customers c limit 1).name;  -- name text
select ((select c from customers c limit 1)).*;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select (x.y).f1 from (select row(1, 'a'::text)) as x(y);  -- f1 integer
select (x).id, (x).* from (select c from customers c) as t(x);  -- id bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select x.f1 from (select (row(1, 2)).*) x;  -- f1 integer
select (split(5)).half, (split(5)).*, split(5);  -- half integer, half integer, rest integer, split record
select (top_customers(1)).id, (top_customers(1)).*;  -- id bigint, id bigint, name text
select (all_customers()).name, all_customers();  -- name text, all_customers customers
select c, c.*, c.id from customers c;  -- c customers, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id bigint
select customers from customers;  -- customers customers
select customers.* from customers;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select public.customers.id, public.customers.* from customers;  -- id bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select shop.items.sku, items.price from shop.items;  -- sku text, price numeric
select c.ctid, c.xmin, c.xmax, c.cmin, c.cmax, c.tableoid, ctid, tableoid from customers c;  -- ctid tid, xmin xid, xmax xid, cmin cid, cmax cid, tableoid oid, ctid tid, tableoid oid
select ctid from big_orders;  -- error undefined-column
select oid from customers;  -- error undefined-column
select name(c) from customers c;  -- name text
select c.upper from customers c;  -- error undefined-column
select id(c), (c).name, name(c), c.name from customers c;  -- id bigint, name text, name text, name text
select street(home), (home).street from customers;  -- street text, street text
select nope(c) from customers c;  -- error undefined-function
select c.nope from customers c;  -- error undefined-column
select c.row_to_json from customers c;  -- row_to_json json
select (c).to_jsonb, to_jsonb(c) from customers c;  -- to_jsonb jsonb, to_jsonb jsonb
select home.* from customers;  -- error undefined-table
select to_json(home), row_to_json(home), row_to_json(row(1, 2)), jsonb_agg(home), json_agg((id, name)), to_jsonb(row(id, name)) from customers;  -- error grouping-error
select count(c), count(c.*), count(distinct c), max(c) from customers c;  -- count bigint, count bigint, count bigint, max record
select coalesce(home, row('a', 1, 'z')), coalesce(home, null), case when true then home end, coalesce(c, c) from customers c;  -- error datatype-mismatch
select row(1, 2)::text, row(1, 'a')::address;  -- error cannot-coerce
select row('a', '5', null)::address;  -- row address
select ('a', 1)::address;  -- error cannot-coerce
select array_agg((id, name)), array_agg(row(id)) from customers;  -- array_agg record[], array_agg record[]
select case when (id, name) = (1, 'a') then 1 end from customers;  -- case integer
select * from customers where (id, name) > ($1, $2) order by id, name limit $3;  -- $1: bigint, $2: text, $3: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where (created_at, id) < ($1, $2);  -- $1: timestamp with time zone, $2: bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers c where c is not null and (c.home).number > $1;  -- $1: integer, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where row(id, $1) = row(1, name);  -- $1: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select pg_typeof((1, 2)), pg_typeof(c), hashtext(c::text) from customers c;  -- pg_typeof regtype, pg_typeof regtype, hashtext integer
select record_out(row(1)), record_eq(row(1), row(1));  -- record_out cstring, record_eq boolean
select (circle '<(0,0),1>', 1) < ($1, 2);  -- error undefined-operator
select (circle '<(0,0),1>', 1) is distinct from (circle '<(0,0),1>', 2);  -- ?column? boolean
select (circle '<(0,0),1>', 1) in ((circle '<(0,0),1>', 2));  -- error undefined-operator
select ('1'::xid, 1) in (select '1'::xid, 1);  -- error undefined-operator
select ('1'::xid, 1) = (select '1'::xid, 1);  -- error undefined-operator
select '1'::xid in (select '1'::xid), ('1'::xid) = (select '1'::xid);  -- ?column? boolean, ?column? boolean
select ('a'::text, 'b'::text) ~<~ ('b', 'c'), (row(1), 2) *= (row(2), 3);  -- error undefined-operator
select (name, tags) < (mail, tags), (home, feeling) = (home, feeling), (prefs, born) <= (prefs, created_at), (id, 1::oid) <> (1, 2) from customers;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select (valid, raw, code) > (valid, raw, code), (total, discount) < (discount, weight), (quantity, 1) = (1, quantity) from orders;  -- ?column? boolean, ?column? boolean, ?column? boolean
select (1, 2) operator(pg_catalog.<) (3, 4), (name, name) ~ (name, name) from customers;  -- error undefined-operator
select (row('a', 2)).f1;  -- error cannot-coerce
select (row('a', 2)).f1::text, (row('a', 2)).f2, (row(null, 2)).f1 is null, concat((row('a')).f1);  -- f1 text, f2 integer, ?column? boolean, concat text
select coalesce((row('a', 2)).f1, 'x');  -- error cannot-coerce
select id from customers where id in ((select 1));  -- id bigint
select id from customers where id in (((select 1)));  -- id bigint
select row((home).*) from plots;  -- row record
select row((home).*, 1) from plots;  -- row record
select to_json(plots.*) from plots;  -- to_json json
select (t.r).f1 from (select row(1, 2) as r) t;  -- f1 integer
select (t.r).* from (select row(1, 2) as r) t;  -- f1 integer, f2 integer
select customers.* from customers where customers.* is not null;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select c.id, (c.*).name from customers c;  -- id bigint, name text
select (c).name, (c).* from customers c;  -- name text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select array(select row(1, 2));  -- array record[]
select row(1, 2) in (select 1, 2);  -- ?column? boolean
select (1, 2) in (select 1, 2);  -- ?column? boolean
select (row(1, 2)) = any (select 1, 2);  -- ?column? boolean
select position('a' in 'b') in (1);  -- ?column? boolean
SELECT * FROM tree c CROSS JOIN LATERAL (SELECT (c.*)) l;  -- id integer, parent integer, label text, id integer, parent integer, label text
SELECT (c.*) FROM tree c;  -- id integer, parent integer, label text
SELECT ((c.*)) as x FROM tree c;  -- id integer, parent integer, label text
SELECT ((c).*) as x FROM tree c;  -- id integer, parent integer, label text
SELECT ((c).*) FROM tree c;  -- id integer, parent integer, label text
SELECT (c.*)::text FROM tree c;  -- c text
SELECT (c.*) is null FROM tree c;  -- ?column? boolean
insert into tree select (c.*) from tree c;  -- nothing
insert into tree values ((c.*));  -- error undefined-table
select row((c.*)) from tree c;  -- row record
select array[(c.*)] from tree c;  -- array tree[]
select count((c.*)) from tree c;  -- count bigint
update tree set label = 'a' returning (tree.*);  -- id integer, parent integer, label text
select (c.*).id from tree c;  -- id integer
values ((1,2).*);  -- error syntax-error
select (*) from tree;  -- error syntax-error
select c from customers c where c = row(1);  -- c customers
select home = home, home < home from customers;  -- ?column? boolean, ?column? boolean
select min(feeling), max(home), sum(lasting), avg(small) from customers, orders, shop.items;  -- min mood, max record, sum interval, avg numeric
select min(array[1]), max(row(1));  -- min integer[], max record
values ((SELECT 1 AS id).*);  -- error datatype-mismatch
select row((1).*) from plots;  -- error datatype-mismatch
select row((c).*) from customers c;  -- row record
values ((row(1, 2)).*);  -- column1 integer, column2 integer
values ((array[1]).*);  -- error datatype-mismatch
values ((row(1, 'a'::text)).*), (1, 'b');  -- column1 integer, column2 text
select row((home).*), (1, (home).*) from customers;  -- row record, row record
select row((1).*);  -- error datatype-mismatch
select 1 in ((name).*) from customers;  -- error syntax-error
