select 1;  -- ?column? integer
select -1;  -- ?column? integer
select 2147483647;  -- ?column? integer
select 2147483648;  -- ?column? bigint
select -2147483648;  -- ?column? integer
select 9223372036854775807;  -- ?column? bigint
select 9223372036854775808;  -- ?column? numeric
select -9223372036854775808;  -- ?column? bigint
select 1.5;  -- ?column? numeric
select .5;  -- ?column? numeric
select 5.;  -- ?column? numeric
select 1e10;  -- ?column? numeric
select 1.5e-3;  -- ?column? numeric
select 1_000_000;  -- ?column? integer
select 0xFF;  -- ?column? integer
select 0xFFFFFFFFFF;  -- ?column? bigint
select 0o17;  -- ?column? integer
select 0b1010;  -- ?column? integer
select 1_0.5_0;  -- ?column? numeric
select 'text';  -- ?column? text
select '';  -- ?column? text
select 'it''s';  -- ?column? text
select 'a'
'b';  -- ?column? text
select E'a\nb';  -- ?column? text
select E'\x41\u0042';  -- ?column? text
select U&'d\0061t\+000061';  -- ?column? text
select U&'d!0061t' UESCAPE '!';  -- ?column? text
select N'national';  -- bpchar character
select $$dollar$$;  -- ?column? text
select $tag$with $$ in it$tag$;  -- ?column? text
select B'1010';  -- ?column? bit
select X'1F';  -- ?column? bit
select true, false, null;  -- ?column? boolean, ?column? boolean, ?column? text
select TRUE AND NULL;  -- ?column? boolean
select date '2020-01-01';  -- date date
select time '10:00';  -- time time without time zone
select timetz '10:00+01';  -- timetz time with time zone
select timestamp '2020-01-01 10:00';  -- timestamp timestamp without time zone
select timestamptz '2020-01-01 10:00+00';  -- timestamptz timestamp with time zone
select timestamp with time zone '2020-01-01 10:00+00';  -- timestamptz timestamp with time zone
select timestamp without time zone '2020-01-01 10:00';  -- timestamp timestamp without time zone
select timestamp(3) '2020-01-01 10:00';  -- timestamp timestamp without time zone
select timestamp(3) with time zone '2020-01-01 10:00+00';  -- timestamptz timestamp with time zone
select time with time zone '10:00+01';  -- timetz time with time zone
select time(2) '10:00';  -- time time without time zone
select interval '1 day';  -- interval interval
select interval '1' year;  -- interval interval
select interval '1-2' year to month;  -- interval interval
select interval '1 10:00' day to second(3);  -- interval interval
select interval(3) '1.5 seconds';  -- interval interval
select interval '10' minute;  -- interval interval
select numeric '1.5';  -- numeric numeric
select numeric(10, 2) '1.5';  -- numeric numeric
select decimal '2';  -- numeric numeric
select int '1', int4 '1', bigint '1', smallint '1', real '1', float '1', float8 '1', double precision '1';  -- int4 integer, int4 integer, int8 bigint, int2 smallint, float4 real, float8 double precision, float8 double precision, float8 double precision
select float(10) '1', float(40) '1';  -- float4 real, float8 double precision
select bool 'true', boolean 'f';  -- bool boolean, bool boolean
select text 'x', varchar 'x', varchar(3) 'x', char 'x', char(3) 'x', character varying 'x', character varying(5) 'x';  -- text text, varchar character varying, varchar character varying, bpchar character, bpchar character, varchar character varying, varchar character varying
select "char" 'x';  -- char "char"
select bpchar 'x';  -- bpchar character
select name 'x';  -- name name
select bit '1', bit(3) '101', bit varying '101', varbit '1';  -- bit bit, bit bit, varbit bit varying, varbit bit varying
select json '{"a": 1}', jsonb '[1, 2]';  -- json json, jsonb jsonb
select uuid 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11';  -- uuid uuid
select inet '10.0.0.1', cidr '10.0.0.0/8', macaddr '08:00:2b:01:02:03', macaddr8 '08:00:2b:01:02:03:04:05';  -- inet inet, cidr cidr, macaddr macaddr, macaddr8 macaddr8
select point '(1,2)', box '((0,0),(1,1))', circle '<(0,0),1>', line '{1,2,3}', lseg '[(0,0),(1,1)]', path '[(0,0),(1,1)]', polygon '((0,0),(1,1))';  -- point point, box box, circle circle, line line, lseg lseg, path path, polygon polygon
select int4range '[1,5)', int8range '[1,5)', numrange '[1,5)', daterange '[2020-01-01,2020-02-01)', tsrange 'empty', tstzrange 'empty';  -- int4range int4range, int8range int8range, numrange numrange, daterange daterange, tsrange tsrange, tstzrange tstzrange
select int4multirange '{[1,5)}', datemultirange '{}';  -- int4multirange int4multirange, datemultirange datemultirange
select bytea '\xdeadbeef';  -- bytea bytea
select money '1.00';  -- money money
select tsvector 'a b', tsquery 'a & b';  -- tsvector tsvector, tsquery tsquery
select null::xml;  -- xml xml
select oid '1', regclass 'customers', regtype 'integer', regproc 'now', regnamespace 'public';  -- oid oid, regclass regclass, regtype regtype, regproc regproc, regnamespace regnamespace
select pg_lsn '0/0', txid_snapshot '1:1:', xid '1', xid8 '1', cid '1', tid '(0,1)';  -- pg_lsn pg_lsn, txid_snapshot txid_snapshot, xid xid, xid8 xid8, cid cid, tid tid
select '{1,2}'::int[];  -- int4 integer[]
select pg_catalog.int4 '5';  -- int4 integer
select mood 'happy';  -- mood mood
select "mood" 'happy';  -- mood mood
select public.mood 'happy';  -- mood mood
select email 'a@b';  -- email email
select address '(a,1,b)';  -- address address
select pg_catalog.regtype 'text';  -- regtype regtype
select shop.items '("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",1,a,2,,)';  -- items shop.items
select generate_series 'x';  -- error undefined-type
select -1.5, +1, - 1, -(-1);  -- ?column? numeric, ?column? integer, ?column? integer, ?column? integer
select - - 1;  -- ?column? integer
select 1 - -1;  -- ?column? integer
select +1.5;  -- ?column? numeric
select current_date, current_time, current_timestamp, localtime, localtimestamp;  -- current_date date, current_time time with time zone, current_timestamp timestamp with time zone, localtime time without time zone, localtimestamp timestamp without time zone
select current_time(2), current_timestamp(2), localtime(1), localtimestamp(0);  -- current_time time with time zone, current_timestamp timestamp with time zone, localtime time without time zone, localtimestamp timestamp without time zone
select current_user, session_user, user, current_role, current_catalog, current_schema;  -- current_user name, session_user name, user name, current_role name, current_catalog name, current_schema name
select system_user;  -- system_user text
select current_schema();  -- current_schema name
select null::int;  -- int4 integer
select 'a' 'b';  -- error syntax-error
select 'abc' as "x";  -- x text
select 'x' y;  -- y text
select 1 one, 2 "Two", 3 as three;  -- one integer, Two integer, three integer
select 1 as select;  -- select integer
select 1 as "select", 2 as from;  -- select integer, from integer
select 'a'::text || 'b';  -- ?column? text
select 'Infinity'::float8, 'NaN'::numeric;  -- float8 double precision, numeric numeric
select '1'::int4, '1' :: int8;  -- int4 integer, int8 bigint
select int '1' + 1;  -- ?column? integer
select -int '1';  -- ?column? integer
select date '2020-01-01' + 1;  -- ?column? date
select date '2020-01-01' - date '2019-01-01';  -- ?column? integer
select timestamp '2020-01-01' - interval '1' day;  -- ?column? timestamp without time zone
select /* a comment /* nested */ */ 1 -- rest
+ 1;  -- ?column? integer
select -0x80000000, -0x80000001, -0b1, -0o17, -0x8000000000000000;  -- ?column? integer, ?column? bigint, ?column? integer, ?column? integer, ?column? bigint
select interval 'PT', inet '10/8', inet '10.1/16', inet '10.1.2.3', inet '10.1.2.3/8', inet '::1', inet '::ffff:1.2.3.4/64', cidr '10', cidr '10.1', cidr '0x0a/8', cidr '::/0', point '(1e300,nan)', point 'inf,1';  -- interval interval, inet inet, inet inet, inet inet, inet inet, inet inet, inet inet, cidr cidr, cidr cidr, cidr cidr, cidr cidr, point point, point point
select inet '10';  -- error datatype-mismatch
select inet '10.1';  -- error datatype-mismatch
select inet ' 10.1.2.3';  -- error datatype-mismatch
select cidr '10.1.2.3/';  -- error datatype-mismatch
select 'customers_pkey'::regclass, regclass 'pg_class', 'public.customers'::regclass, '"customers"'::regclass, '12'::regclass, '-'::regclass;  -- regclass regclass, regclass regclass, regclass regclass, regclass regclass, regclass regclass, regclass regclass
select 'int'::regtype, 'double precision'::regtype, 'text[]'::regtype, 'numeric(10,2)'::regtype, 'mood'::regtype, '0'::regtype;  -- regtype regtype, regtype regtype, regtype regtype, regtype regtype, regtype regtype, regtype regtype
select 'lower(text)'::regprocedure, 'pg_catalog.lower( text )'::regprocedure, 'now()'::regprocedure, 'array_append(anycompatiblearray, anycompatible)'::regprocedure;  -- regprocedure regprocedure, regprocedure regprocedure, regprocedure regprocedure, regprocedure regprocedure
select 'pg_catalog'::regnamespace, 'pg_toast'::regnamespace;  -- regnamespace regnamespace, regnamespace regnamespace
select to_tsvector('english', 'x'), to_tsvector('pg_catalog.simple', 'x'), to_tsvector('x');  -- to_tsvector tsvector, to_tsvector tsvector, to_tsvector tsvector
select currval('customers_id_seq');  -- currval bigint
select '$'::regclass;  -- error undefined-table
select ','::regclass;  -- error undefined-table
select currval(',');  -- error undefined-table
select 'customers'::regclass, ' "customers" '::regclass, 'public.customers'::regclass, 'public . customers'::regclass, 'CUSTOMERS'::regclass;  -- regclass regclass, regclass regclass, regclass regclass, regclass regclass, regclass regclass
select ''::regclass;  -- error syntax-error
select 'a b'::regclass;  -- error syntax-error
select 'a.'::regclass;  -- error syntax-error
select '"a'::regclass;  -- error syntax-error
select '{a}'::regtype;  -- error syntax-error
select 'setof int'::regtype;  -- error syntax-error
select '2020-01-01'::regtype;  -- error syntax-error
select 'int'::regtype, 'double precision'::regtype, 'numeric(3,2)'::regtype, 'integer[]'::regtype, '"mood"'::regtype, 'public.mood'::regtype, '23'::regtype, '-'::regtype;  -- regtype regtype, regtype regtype, regtype regtype, regtype regtype, regtype regtype, regtype regtype, regtype regtype, regtype regtype
select '$[*]'::regnamespace;  -- error undefined-schema
select 'a.b'::regnamespace;  -- error syntax-error
select 'public'::regnamespace;  -- regnamespace regnamespace
select 'a.b'::regrole;  -- error syntax-error
select 'lower'::regproc;  -- error ambiguous-function
select 'now'::regproc, 'pg_catalog.now'::regproc;  -- regproc regproc, regproc regproc
select '[]'::regproc;  -- error undefined-function
select 'now()'::regprocedure, 'lower(text)'::regprocedure, 'lower ( text ) '::regprocedure;  -- regprocedure regprocedure, regprocedure regprocedure, regprocedure regprocedure
select 'lower'::regprocedure;  -- error syntax-error
select 'lower(text'::regprocedure;  -- error syntax-error
select 'lower(tekst)'::regprocedure;  -- error undefined-type
select 'lower(text) x'::regprocedure;  -- error syntax-error
select 'english'::regconfig;  -- regconfig regconfig
select 'eng lish'::regconfig;  -- error syntax-error
select 'a b'::regdictionary;  -- error syntax-error
select 'numeric(numeric,integer)'::regprocedure, 'overlay(bytea,bytea,integer,integer)'::regprocedure, 'left( text , int )'::regprocedure, 'array_append(anycompatiblearray, anycompatible)'::regprocedure;  -- regprocedure regprocedure, regprocedure regprocedure, regprocedure regprocedure, regprocedure regprocedure
select 'lower(text,)'::regprocedure;  -- error syntax-error
select 'lower(,)'::regprocedure;  -- error syntax-error
select text '.' || 'x';  -- ?column? text
select pg_catalog.text 'x';  -- text text
select pg_catalog.numeric(4, 2) '1.5';  -- numeric numeric
select national character varying(3) 'abc';  -- varchar character varying
