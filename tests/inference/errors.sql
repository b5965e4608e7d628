select nope;  -- error undefined-column
select nope from customers;  -- error undefined-column
select nam from customers;  -- error undefined-column
select c.nope from customers c;  -- error undefined-column
select customers.name from customers c;  -- error undefined-table
select x.name from customers c;  -- error undefined-table
select name from nope;  -- error undefined-table
select name from nope.customers;  -- error undefined-schema
select name from shop.customers;  -- error undefined-table
select id from customers, orders;  -- error ambiguous-column
select c.id, id from customers c, orders o;  -- error ambiguous-column
select * from customers, customers;  -- error duplicate-alias
select * from customers c, orders c;  -- error duplicate-alias
select * from customers a join customers b using (nope);  -- error undefined-column
select nope();  -- error undefined-function
select nope(1, 'x', null);  -- error undefined-function
select upper(1);  -- error undefined-function
select upper('a', 'b');  -- error undefined-function
select name + 1 from customers;  -- error undefined-operator
select name + name from customers;  -- error undefined-operator
select - name from customers;  -- error undefined-operator
select 1 + true;  -- error undefined-operator
select born + born from customers;  -- error undefined-operator
select prefs + 1 from customers;  -- error undefined-operator
select name = 1 from customers;  -- error undefined-operator
select id = 'a'::text from customers;  -- error undefined-operator
select id = born from customers;  -- error undefined-operator
select feeling = name from customers;  -- error undefined-operator
select 1 like 2;  -- error undefined-operator
select name -> 'a' from customers;  -- error undefined-operator
select 'x'::nope;  -- error undefined-type
select 'x'::shop.mood;  -- error undefined-type
select cast(1 as nope[]);  -- error undefined-type
select now()::int, 1::date;  -- error cannot-coerce
select prefs::int[] from customers;  -- error cannot-coerce
select 'x'::int;  -- error datatype-mismatch
select '1.5'::int;  -- error datatype-mismatch
select 'maybe'::boolean;  -- error datatype-mismatch
select 'x'::uuid;  -- error datatype-mismatch
select 'glad'::mood;  -- error datatype-mismatch
select id = 'abc' from customers;  -- error datatype-mismatch
select feeling = 'glad' from customers;  -- error datatype-mismatch
select 99999999999::int, '99999999999'::int;  -- error datatype-mismatch
select '99999999999'::int;  -- error datatype-mismatch
select case when 1 then 2 end;  -- error datatype-mismatch
select case when true then 1 else 'a'::text end;  -- error datatype-mismatch
select case when true then 1 else now() end;  -- error datatype-mismatch
select coalesce(1, now());  -- error datatype-mismatch
select greatest(1, 'a'::text);  -- error datatype-mismatch
select array[1, 'a'::text];  -- error datatype-mismatch
select array[1, now()];  -- error datatype-mismatch
select 1 union select 'a'::text;  -- error datatype-mismatch
select 1 union select now();  -- error datatype-mismatch
select 1, 2 union select 1;  -- error column-count
select nullif(1, now());  -- error undefined-operator
select (1, 2) = (1, 2, 3);  -- error column-count
select (1, 2) < (now(), 1);  -- error undefined-operator
select 1 in ('a'::text);  -- error undefined-operator
select 1 in (select 'a'::text);  -- error undefined-operator
select 1 in (select 1, 2);  -- error column-count
select (select 1, 2);  -- error column-count
select (select id, name from customers);  -- error column-count
select 1 = any (1);  -- error datatype-mismatch
select 1 = any ('a'::text);  -- error datatype-mismatch
select 1 = any (array['a'::text]);  -- error undefined-operator
select tags[now()] from customers;  -- error datatype-mismatch
select id[1] from customers;  -- error datatype-mismatch
select (id).x from customers;  -- error undefined-column
select (home).nope from customers;  -- error undefined-column
select ((home).street).x from customers;  -- error undefined-column
select home.street from customers;  -- error undefined-table
select count(*) from customers where count(*) > 1;  -- error grouping-error
select sum(count(*)) from customers;  -- error grouping-error
select name, count(*) from customers;  -- error grouping-error
select name from customers group by id, mail having max(born) > name;  -- error undefined-operator
select born, count(*) from customers group by name;  -- error grouping-error
select id + 1, count(*) from customers group by name;  -- error grouping-error
select row_number() from customers;  -- error wrong-object-type
select row_number() over w from customers;  -- error undefined-object
select upper(name) over () from customers;  -- error wrong-object-type
select upper(distinct name) from customers;  -- error wrong-object-type
select percentile_cont(0.5) from customers;  -- error undefined-function
select * from customers where name;  -- error datatype-mismatch
select * from customers where id;  -- error datatype-mismatch
select * from customers having id;  -- error datatype-mismatch
select * from customers limit 'a';  -- error datatype-mismatch
select * from customers limit name;  -- error datatype-mismatch
select * from customers limit now();  -- error datatype-mismatch
select * from customers limit 1.5 offset true;  -- error datatype-mismatch
select * from customers order by 20;  -- error invalid-column-reference
select * from customers order by nope;  -- error undefined-column
select name from customers group by 5;  -- error invalid-column-reference
select $1;  -- $1: text, ?column? text
select $1 = $2;  -- $1: text, $2: text, ?column? boolean
select $1::int, $1::text;  -- $1: integer, int4 integer, text text
select $3::int;  -- error indeterminate-parameter
select array[];  -- error indeterminate-parameter
select 1 is json;  -- error datatype-mismatch
select name is document from customers;  -- error datatype-mismatch
select extract(nope from now());  -- extract numeric
select extract(year from 'x'::text);  -- error undefined-function
select 1 collate "C";  -- error datatype-mismatch
select add_tax(nope => 1);  -- error undefined-function
select add_tax(1, 2, 3);  -- error undefined-function
select generate_series(1, 2) + 'a'::text;  -- error undefined-operator
select interval '1 day' + 1;  -- error undefined-operator
select b'101' & 5;  -- error undefined-operator
select int4range(1, 2) @> 'x'::text;  -- error undefined-operator
select point '(1,2)' + 1;  -- error undefined-operator
select json '{}' = json '{}';  -- error undefined-operator
select distinct extra from shop.items;  -- error undefined-operator
select * from shop.items order by extra;  -- error undefined-operator
select extra from shop.items group by extra;  -- error undefined-operator
select extra from shop.items union select extra from shop.items;  -- error undefined-operator
select count(distinct extra) from shop.items;  -- error undefined-operator
select * from customers c join orders o on c.id;  -- error datatype-mismatch
select * from customers c join orders o on c.id = o.id;  -- error undefined-operator
select * from customers c join orders o using (id);  -- error undefined-operator
select * from customers natural join orders;  -- error undefined-operator
select (row(1, 2)).f9;  -- error undefined-column
select * from split(1) as t(a int, b int);  -- error syntax-error
select json_to_record('{}');  -- json_to_record record
select * from json_to_record('{}');  -- error syntax-error
select merge_action();  -- error syntax-error
select grouping(name) from customers;  -- error grouping-error
select ctid from (select 1) t;  -- error undefined-column
select current_date(1);  -- error syntax-error
select 1 operator(pg_catalog.nope) 2;  -- error syntax-error
select 1 operator(nope.+) 2;  -- error undefined-operator
select 1 !! 2;  -- error undefined-operator
select !! 1;  -- error undefined-operator
select not 1;  -- error datatype-mismatch
select not name from customers;  -- error datatype-mismatch
select true and 1;  -- error datatype-mismatch
select (1, 2) is true;  -- error datatype-mismatch
select interval '1 day' like 'x';  -- error undefined-operator
select a.b.c.d;  -- error undefined-table
select nope.*;  -- error undefined-table
select count(nope.*) from customers;  -- error undefined-table
select (select nope);  -- error undefined-column
select exists (select nope from customers);  -- error undefined-column
select 1 from customers where exists (select 1 from orders where nope = 1);  -- error undefined-column
select * from on_change();  -- error datatype-mismatch
select 'nope'::regclass;  -- error undefined-table
select 'public.nope'::regclass;  -- error undefined-table
select nextval('customer_id_seq');  -- error undefined-table
select 'intger'::regtype;  -- error undefined-type
select 'nope[]'::regtype;  -- error undefined-type
select 'nope'::regproc;  -- error undefined-function
select 'abs'::regproc;  -- error ambiguous-function
select 'lower(integer)'::regprocedure;  -- error undefined-function
select 'nope'::regnamespace;  -- error undefined-schema
select to_tsvector('englisch', 'x');  -- error undefined-object
select date '2024-02-30';  -- error datatype-mismatch
select timestamptz '2024-01-01 24:00:01';  -- error datatype-mismatch
select interval '1 fortnight';  -- error datatype-mismatch
select '{1,x}'::int[];  -- error datatype-mismatch
select '1,2'::int[];  -- error datatype-mismatch
select '[5,1)'::int4range;  -- error datatype-mismatch
select '(a)'::address;  -- error datatype-mismatch
select 'a b'::tsquery;  -- error datatype-mismatch
select '10.1.2.3/8'::cidr;  -- error datatype-mismatch
select born = '2024-13-01' from customers;  -- error datatype-mismatch
select 'a' 'b';  -- error syntax-error
SELECT name(c) OVER () FROM customers c;  -- error undefined-function
SELECT a FROM xmltable('/a' PASSING '<a/>'::xml COLUMNS a setof text);  -- error syntax-error
SELECT * EXCEPT SELECT;  -- error syntax-error
SELECT json_value(jsonb '1', '$' RETURNING setof int), json_object('a': 1 RETURNING setof json);  -- error syntax-error
