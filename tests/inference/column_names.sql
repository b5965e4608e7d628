select 1, 'a', null, true, 1 + 1, -1, not true, 1 = 1, 1 is null, 'a' like 'b', 1 between 0 and 2, 1 in (1), $1::int;  -- $1: integer, ?column? integer, ?column? text, ?column? text, ?column? boolean, ?column? integer, ?column? integer, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, int4 integer
select id, c.id, c.name as n, "name", name "My Name", c.home, (c.home).zip, (home).number + 1, tags[1], tags[1:2], (tags)[1], prefs -> 'a', prefs['a'] from customers c;  -- id bigint, id bigint, n text, name text, My Name text, home address, zip character varying, ?column? integer, tags text, tags text[], tags text, ?column? jsonb, prefs jsonb
select count(*), sum(total), max(total) + 1, coalesce(total, 0), nullif(total, 0), greatest(1, 2), least(1, 2), case when true then 1 end, case when true then total else quantity end, case when true then 1 else total end, case 1 when 1 then 2 else upper('x') end, case when true then 1 else 2::bigint end, case when true then 'a' else (select 1::text as inner) end from orders group by total, quantity;  -- error datatype-mismatch
select cast(1 as text), 1::text, total::int, total::text::int, (1 + 1)::int, 'x'::varchar(3), '2020-01-01'::date, now()::date, 'now'::timestamptz, array[1]::bigint[], null::public.mood, ('a')::text, (total)::int, cast(sum(total) as float8), 1::int4::int8, (total + 1)::numeric(5), true::int, (case when true then 1 end)::text, (array[1])[1]::text from orders group by total;  -- text text, text text, total integer, total integer, int4 integer, varchar character varying, date date, now date, timestamptz timestamp with time zone, array bigint[], mood mood, text text, total integer, sum double precision, int8 bigint, numeric numeric, int4 integer, text text, array text
select date '2020-01-01', interval '1 day', timestamp '2020-01-01', int '1', numeric '1', bool 'true', "char" 'x', pg_catalog.int4 '1', mood 'ok', text 'x' || 'y', bit '1', double precision '1', time with time zone '1:00', character varying 'x', national character 'x';  -- date date, interval interval, timestamp timestamp without time zone, int4 integer, numeric numeric, bool boolean, char "char", int4 integer, mood mood, ?column? text, bit bit, float8 double precision, timetz time with time zone, varchar character varying, bpchar character
select exists (select 1), not exists (select 1), (select 1), (select 1 as one), (select id from customers limit 1), (select max(id) from customers), (select id + 1 from customers limit 1), array(select id from customers), (select * from (select 1 as a) t), (values (1)), (select c from customers c limit 1), 1 in (select 1), 1 = any (array[1]), 1 = any (select 1), (select id from customers limit 1)::text, (select 1 union select 2), (table big_orders limit 1) is null, ((select 5 as five)), ((select 1 as a) union (select 2 as b));  -- error column-count
select array[1], array[[1]], row(1, 2), (1, 2), row(1), (row(1, 'a'::text)).f2;  -- array integer[], array integer[], row record, row record, row record, f2 text
select current_date, current_time, current_timestamp, localtime, localtimestamp, current_user, session_user, user, current_role, current_catalog, current_schema, system_user, current_timestamp(2), current_schema();  -- current_date date, current_time time with time zone, current_timestamp timestamp with time zone, localtime time without time zone, localtimestamp timestamp without time zone, current_user name, session_user name, user name, current_role name, current_catalog name, current_schema name, system_user text, current_timestamp timestamp with time zone, current_schema name
select extract(year from now()), position('a' in 'b'), substring('a' from 1), substring('a' similar 'b' escape '#'), overlay('a' placing 'b' from 1), trim('a'), trim(leading 'x' from 'a'), trim(trailing from 'a'), collation for ('a'), normalize('a'), now() at time zone 'utc', now() at local, 'a' is normalized, (now(), now()) overlaps (now(), now()), xmlexists('x' passing null), 'a' collate "C", name collate "C" from customers;  -- extract numeric, position integer, substring text, substring text, overlay text, btrim text, ltrim text, rtrim text, pg_collation_for text, normalize text, timezone timestamp without time zone, timezone timestamp without time zone, is_normalized boolean, overlaps boolean, xmlexists boolean, ?column? text, name text
select upper(name), pg_catalog.upper(name), public.add_tax(1), (upper(name)), lower(upper(name)), count(*) over (), row_number() over (order by id), sum(id) filter (where true) over (), mode() within group (order by name) from customers group by name, id;  -- upper text, upper text, add_tax numeric, upper text, lower text, count bigint, row_number bigint, sum numeric, mode text
select generate_series(1, 2), unnest(tags), (split(1)).half, split(1), (top_customers(1)).*, jsonb_each('{}'), (jsonb_each('{}')).key from customers;  -- generate_series integer, unnest text, half integer, split record, id bigint, name text, jsonb_each record, key text
select c, c.*, customers, row(c.*) from customers c, customers;  -- c customers, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, customers customers, row record
select c.* , c from customers c;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, c customers
select 1 as a, 2 a, 3 as "A b", 4 "select", 5 as select, 6 as order, 7 value, 8 name, 9 type, 10 as "end", 11 date, 12 text, 13 as year, 14 as user;  -- a integer, a integer, A b integer, select integer, select integer, order integer, value integer, name integer, type integer, end integer, date integer, text integer, year integer, user integer
select 1 as "very long name that goes on and on until it is longer than sixty three bytes yes";  -- very long name that goes on and on until it is longer than sixt integer
select x.a, y.b from (select 1) x(a), (values (1, 2)) y(a, b);  -- a integer, b integer
select * from (values (1, 'a'), (2, 'b')) v;  -- column1 integer, column2 text
select * from (select 1, 2, 'x') s;  -- ?column? integer, ?column? integer, ?column? text
select 1 union select 2 as b;  -- ?column? integer
select 1 as a union select 2 as b;  -- a integer
select (select 1 as x) + 1, -(select 1 as y), (select 'a' as z) || 'b', coalesce((select 1 as w), 2), case when true then 1 else (select 2 as v) end;  -- ?column? integer, ?column? integer, ?column? text, coalesce integer, v integer
select xmin, ctid, tableoid::regclass, c.ctid, "xmin" from customers c;  -- xmin xid, ctid tid, tableoid regclass, ctid tid, xmin xid
select grouping(paid), grouping(paid, note) from orders group by rollup (paid, note);  -- grouping integer, grouping integer
select true is true, true and false, true or false, not false, true is unknown, 1 isnull, 1 notnull, 'a' is json, 1 is distinct from 2, null is document;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select ~1, @ 1, |/ 4, 1 operator(pg_catalog.+) 2, operator(pg_catalog.-) 1, !! 'a'::tsquery;  -- ?column? integer, ?column? integer, ?column? double precision, ?column? integer, ?column? integer, ?column? tsquery
select prefs ->> 'a', prefs #>> '{a}', (prefs ->> 'a')::int, prefs['a']::text, (prefs -> 'a')::int + 1, jsonb_build_object('a', 1) -> 'a', (prefs -> 'a')['b'] from customers;  -- ?column? text, ?column? text, int4 integer, prefs text, ?column? integer, ?column? jsonb, ?column? jsonb
select id(c), name(c), (c).id, c.upper from customers c;  -- error undefined-column
select name(c), (c).mail, c.row_to_json, (c).to_jsonb from customers c;  -- name text, mail email, row_to_json json, to_jsonb jsonb
select 1 like, 2 and, $1 or, 1 + 2 in, 3 null, 4 desc, 5 all, 6 using, 7 natural, 8 row from customers;  -- $1: text, like integer, and integer, or text, in integer, null integer, desc integer, all integer, using integer, natural integer, row integer
select case when true then 1 end end, exists (select 1 collate) is, (select 'a' at limit 1) primary;  -- end integer, is boolean, primary text
select distinct on (id) null from customers;  -- ?column? text
select distinct on (id) 1 null from customers;  -- null integer
insert into tree values (1, 2, 'a') returning id is, parent between;  -- is integer, between integer
select 1 < 2 collate;  -- error syntax-error
select 1 + 2 at, 1 = 2 in from customers;  -- error syntax-error
select 1 isnull, 1 isnull isnull;  -- ?column? boolean, ?column? boolean
select (1).text, (id).int4, ('a').text, ($1).text, (name).uuid, (one_table_column(1)).uuid from customers;  -- $1: text, text text, int4 integer, text text, text text, uuid uuid, uuid uuid
select (c).text from customers c;  -- error undefined-column
select c.int4 from customers c;  -- error undefined-column
select null current_schema, current_schema from customers;  -- current_schema text, current_schema name
select 'a' < 'b' collate "C" "C";  -- C boolean
select name collate "C" "x", id "y" from customers "c" where "c"."id" = 1;  -- x text, y bigint
select 1 + 2 "x", not true "y", 1 in (2) "z" from tree "t" join orders "o" on "t".id = 1;  -- x integer, y boolean, z boolean
select "name" || "mail" "x" from "customers";  -- x text
select "customers"."name" collate "C" || 'a' "x" from customers;  -- x text
select "date" '2020-01-01' "x";  -- x date
select "pg_catalog"."date" '2020-01-01' "x";  -- x date
select pg_catalog.date '2020-01-01' "x";  -- x date
select U&"n\0061me" UESCAPE '\' "x" from customers;  -- x text
select -1 "x", - id "y", @ id "z" from tree;  -- x integer, y integer, z integer
select case when 1 = 1 "x" then 1 end;  -- error syntax-error
select case when 1 = 1 then 1 end "x";  -- x integer
select (home)."street" "x", (customers.home)."zip" || 'a' "y" from customers;  -- x text, y text
select count(*) over "w" "x" from tree window "w" as (order by "id");  -- x bigint
select 1 between 2 and 3 "x", 'a' like 'b' escape 'c' "y";  -- x boolean, y boolean
select interval '1' day "x", timestamp with time zone '2020-01-01' "y";  -- x interval, y timestamp with time zone
SELECT mail AS  as  FROM customers;  -- as email
SELECT t.as FROM (select 1 as as) t;  -- as integer
SELECT t.as, 2 as as, 3 as as, t.as x FROM (select 1 as as) t;  -- as integer, as integer, as integer, x integer
select 1 as as;  -- as integer
select 1 as as, 2 as as from tree as as;  -- error syntax-error
select t.id from tree t(date);  -- error undefined-column
select (t).id from tree t(date);  -- error undefined-column
select id(t) from tree t(date);  -- error undefined-function
select t.date, (t).date, date(t), (t).label, label(t) from tree t(date);  -- date integer, date integer, date integer, label text, label text
select (t).* from tree t(a, b, c);  -- a integer, b integer, c text
select (c.home).street, (c).home from customers c(x);  -- street text, home address
select t, (t).x from top_customers(1) t(x, y);  -- t record, x bigint
select (s).x from (select 1 as a) s(x);  -- x integer
