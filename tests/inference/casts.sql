select cast('1' as integer);  -- int4 integer
select cast(1 as text);  -- text text
select cast(null as numeric(10, 2));  -- numeric numeric
select 1::text;  -- text text
select 1::text::int;  -- int4 integer
select '1'::integer + 1;  -- ?column? integer
select 1 :: double precision;  -- float8 double precision
select 1::float4::numeric(8, 3);  -- numeric numeric
select 1::numeric(8);  -- numeric numeric
select '2020-01-01'::date;  -- date date
select 'now'::timestamp with time zone;  -- timestamptz timestamp with time zone
select '1 day'::interval day to minute;  -- interval interval
select '10:00'::time(3) with time zone;  -- timetz time with time zone
select 'abc'::varchar(2);  -- varchar character varying
select 'abc'::character varying;  -- varchar character varying
select 'abc'::char;  -- bpchar character
select 'abc'::char(2);  -- bpchar character
select 'abc'::character(2);  -- bpchar character
select 'abc'::national character varying(3);  -- varchar character varying
select 'a'::"char";  -- char "char"
select '101'::bit(3);  -- bit bit
select '101'::bit varying(5);  -- varbit bit varying
select B'101'::int;  -- int4 integer
select 5::bit(8);  -- bit bit
select '{1,2}'::int[];  -- int4 integer[]
select '{1,2}'::int[][];  -- int4 integer[]
select '{1,2}'::int[3];  -- int4 integer[]
select '{1,2}'::integer array;  -- int4 integer[]
select '{1,2}'::integer array[4];  -- int4 integer[]
select cast('{1,2}' as int[]);  -- int4 integer[]
select array['1', '2']::int[];  -- array integer[]
select array[]::text[];  -- array text[]
select array[1, 2]::text[];  -- array text[]
select array[[1, 2], [3, 4]]::bigint[];  -- array bigint[]
select array['a', null]::mood[];  -- error datatype-mismatch
select cast(array[1, 2] as numeric[]);  -- array numeric[]
select array[1.5, 2]::int[];  -- array integer[]
select '{}'::mood[];  -- mood mood[]
select 'ok'::mood;  -- mood mood
select 'ok'::public.mood;  -- mood mood
select cast('ok' as mood)::text;  -- text text
select text('ok'::mood);  -- text text
select 5::positive;  -- positive positive
select 'x'::email;  -- email email
select '5'::positive + 1;  -- ?column? integer
select row('a', 1, 'z')::address;  -- row address
select ('a', 1, 'z')::address;  -- row address
select cast(row('a', 1, null) as address);  -- row address
select (row('a', 1, null)::address).street;  -- street text
select '(a,1,z)'::address;  -- address address
select null::address;  -- address address
select 'customers'::regclass;  -- regclass regclass
select 'customers'::regclass::oid;  -- oid oid
select 1::oid::regclass::text;  -- text text
select 'int4'::regtype;  -- regtype regtype
select int4(1.5);  -- int4 integer
select text(1);  -- text text
select float8(1);  -- float8 double precision
select "varchar"('x'::text);  -- varchar character varying
select bool(1);  -- bool boolean
select date('2020-01-01');  -- date date
select timestamptz('2020-01-01'::date);  -- timestamptz timestamp with time zone
select "timestamp"('2020-01-01'::date);  -- timestamp timestamp without time zone
select int4('7');  -- int4 integer
select int8(7);  -- int8 bigint
select mood('ok');  -- mood mood
select email('x');  -- email email
select pg_catalog.int4(1.2);  -- int4 integer
select name('x'::text);  -- name name
select date(created_at) from customers;  -- date date
select created_at::date from customers;  -- created_at date
select created_at::time from customers;  -- created_at time without time zone
select total::int, total::text, total::float8 from orders;  -- total integer, total text, total double precision
select total::integer::text from orders;  -- total text
select quantity::int from orders;  -- quantity integer
select quantity::text from orders;  -- quantity text
select feeling::text from customers;  -- feeling text
select home::text from customers;  -- home text
select prefs::text from customers;  -- prefs text
select (prefs ->> 'age')::int from customers;  -- int4 integer
select (prefs -> 'age')::int from customers;  -- int4 integer
select prefs -> 'a' ->> 'b' from customers;  -- ?column? text
select prefs ->> 'age'::text from customers;  -- ?column? text
select tags::varchar[] from customers;  -- tags character varying[]
select raw::text from orders;  -- raw text
select 'x'::text::bytea;  -- bytea bytea
select convert_to('x', 'UTF8');  -- convert_to bytea
select id::text from orders;  -- id text
select id::text::uuid from orders;  -- id uuid
select 1::boolean;  -- bool boolean
select true::int;  -- int4 integer
select 1::bool;  -- bool boolean
select 1.5::bool;  -- error cannot-coerce
select now()::int;  -- error cannot-coerce
select 'a'::int;  -- error datatype-mismatch
select 'true'::boolean;  -- bool boolean
select '1'::numeric::money;  -- money money
select 1::money;  -- money money
select '1.00'::money::numeric;  -- numeric numeric
select '127.0.0.1'::inet::cidr;  -- cidr cidr
select '127.0.0.1'::cidr::inet;  -- inet inet
select '[1,2]'::jsonb::text;  -- text text
select '[1,2]'::json::jsonb;  -- jsonb jsonb
select '1'::jsonb::int, '1.5'::jsonb::numeric, 'true'::jsonb::bool;  -- int4 integer, numeric numeric, bool boolean
select '{"a":1}'::jsonb::address;  -- error cannot-coerce
select int4range(1, 5)::int4multirange;  -- int4range int4multirange
select int4range(1, 5)::text;  -- int4range text
select customers::text from customers;  -- customers text
select customers.*::text from customers;  -- customers text
select (customers).*::text from customers;  -- error syntax-error
select (c.*)::text from customers c;  -- c text
select c::customers from customers c;  -- c customers
select null::customers;  -- customers customers
select (null::customers).id;  -- id bigint
select $1::int;  -- $1: integer, int4 integer
select $1::int[];  -- $1: integer[], int4 integer[]
select cast($1 as date);  -- $1: date, date date
select $1::mood;  -- $1: mood, mood mood
select $1::positive;  -- $1: positive, positive positive
select $1::email;  -- $1: email, email email
select $1::address;  -- $1: address, address address
select $1::text::int;  -- $1: text, int4 integer
select ($1)::int;  -- $1: integer, int4 integer
select int4($1);  -- error ambiguous-function
select date($1);  -- $1: timestamp with time zone, date date
select text($1);  -- $1: text, text text
select mood($1);  -- error undefined-function
select -$1::int;  -- $1: integer, ?column? integer
select - $1::int;  -- $1: integer, ?column? integer
select -1::int2;  -- ?column? smallint
select -1::text;  -- error undefined-operator
select 2 ^ 3::int;  -- ?column? double precision
select 1 + '2';  -- ?column? integer
select '1' + '2';  -- error ambiguous-operator
select 'a' || 1;  -- ?column? text
select 1 || 'a';  -- ?column? text
select 1 || 2;  -- error undefined-operator
select cast(1 as pg_catalog.text);  -- text text
select 1::pg_catalog.int8;  -- int8 bigint
select 1::"int8";  -- int8 bigint
select 1::"integer";  -- error undefined-type
select 1::int8range;  -- error cannot-coerce
select 1::nothing;  -- error undefined-type
select 1::shop.nothing;  -- error undefined-type
select 'x'::setof text;  -- text text
select '5'::customers.id%type;  -- error undefined-type
select cast(1 as decimal(5, 2)), cast(1 as dec);  -- numeric numeric, numeric numeric
select 3.7::int2;  -- int2 smallint
select 'x'::name::text;  -- text text
select 'english'::regconfig;  -- regconfig regconfig
select 'a'::tsvector, 'a'::tsquery;  -- tsvector tsvector, tsquery tsquery
select null::xml::text;  -- text text
select current_date::text, current_timestamp::date, now()::timestamp;  -- current_date text, current_timestamp date, now timestamp without time zone
select current_timestamp::timestamp(0);  -- current_timestamp timestamp without time zone
select (1, 2)::text;  -- row text
select row(1, 2)::text;  -- row text
select array(select 1)::text[];  -- array text[]
select array(select id from customers)::int[];  -- array integer[]
select (select 1)::text;  -- ?column? text
select (select max(id) from customers)::int;  -- max integer
select exists (select 1)::text;  -- exists text
select count(*)::int from customers;  -- count integer
select sum(total)::float8 from orders;  -- sum double precision
select coalesce(sum(total), 0)::bigint from orders;  -- coalesce bigint
select count(*) filter (where paid)::int from orders;  -- count integer
select row_number() over ()::int;  -- row_number integer
select case when true then 1 end::text;  -- text text
select (case when true then 1 end)::text;  -- text text
select '1'::int = 1;  -- ?column? boolean
select interval '1 day'::text;  -- text text
select int2vector 'a';  -- error datatype-mismatch
select int2vector '1 2', oidvector '1 2', oidvector '';  -- int2vector int2vector, oidvector oidvector, oidvector oidvector
select oidvector '1 x';  -- error datatype-mismatch
select null::numeric(0);  -- error syntax-error
select null::numeric(1001);  -- error syntax-error
select null::numeric(5,1001);  -- error syntax-error
select null::numeric(5,-2), null::numeric(5,-1000), null::numeric(0x10);  -- numeric numeric, numeric numeric, numeric numeric
select null::numeric(5,-1001);  -- error syntax-error
select null::numeric(1,2,3);  -- error syntax-error
select null::numeric('1','2');  -- numeric numeric
select null::numeric('a');  -- error syntax-error
select null::bit(0);  -- error syntax-error
select null::bit(1,2);  -- error syntax-error
select null::bit varying(0);  -- error syntax-error
select null::varchar(0);  -- error syntax-error
select null::varchar(10485761);  -- error syntax-error
select null::varchar(10485760), null::bit(83886080);  -- varchar character varying, bit bit
select null::char(0);  -- error syntax-error
select null::pg_catalog.varchar(1,2);  -- error syntax-error
select null::timestamp(7);  -- timestamp timestamp without time zone
select null::interval(9);  -- interval interval
select null::interval day to second(3);  -- interval interval
select null::pg_catalog.interval(1,2,3);  -- error syntax-error
select null::float(0);  -- error syntax-error
select null::float(54);  -- error syntax-error
select null::float(53), null::float(24), null::float;  -- float8 double precision, float4 real, float8 double precision
select null::timestamptz(1,2);  -- error syntax-error
select null::bit(83886081);  -- error syntax-error
select null::numeric(99999999999);  -- error syntax-error
select numeric(0) '1';  -- error syntax-error
select null::mood(1);  -- error syntax-error
select null::int4(1);  -- error syntax-error
select null::interval(3), null::interval year to month, null::interval day to second(3), null::interval second(2);  -- interval interval, interval interval, interval interval, interval interval
select null::pg_catalog.interval(4, 3);  -- interval interval
select null::pg_catalog.interval(1, 3);  -- error syntax-error
select null::pg_catalog.interval(6);  -- interval interval
