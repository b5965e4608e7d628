select 'a' || 'b', name || 'x', name || $1, $2 || name from customers;  -- $1: text, $2: text, ?column? text, ?column? text, ?column? text, ?column? text
select name || id, id || name, name || born, name || null from customers;  -- ?column? text, ?column? text, ?column? text, ?column? text
select 'a' || 1, 1 || 'a', 'a' || 1.5, 'a' || true, 'a' || now();  -- ?column? text, ?column? text, ?column? text, ?column? text, ?column? text
select code || 'x', code || code, note || code, mail || 'x', mail || name, feeling || 'x' from orders, customers;  -- ?column? text, ?column? text, ?column? text, ?column? text, ?column? text, ?column? text
select name like 'a%', name not like 'a%', name ilike 'a%', name not ilike 'a%', name like $1 from customers;  -- $1: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select name like 'a!%' escape '!', name not like 'a' escape '', name ilike 'x' escape $1 from customers;  -- $1: text, ?column? boolean, ?column? boolean, ?column? boolean
select name like $1 escape $2 from customers;  -- $1: text, $2: text, ?column? boolean
select name similar to 'a', name not similar to 'a', name similar to $1, name similar to 'x' escape '!' from customers;  -- $1: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select name not similar to $1 escape $2 from customers;  -- $1: text, $2: text, ?column? boolean
select name ~ 'a', name ~* 'a', name !~ 'a', name !~* $1 from customers;  -- $1: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select name ~~ 'a', name !~~ 'a', name ~~* 'a', name !~~* 'a' from customers;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select name ^@ 'a', name ^@ $1 from customers;  -- $1: text, ?column? boolean, ?column? boolean
select name = 'a', name < 'b', name ~<~ 'a', name ~>=~ 'b', code ~<~ 'a' from customers, orders;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select name like any (array['a', 'b']), name not ilike all (array['a']), name like any ($1) from customers;  -- $1: text[], ?column? boolean, ?column? boolean, ?column? boolean
select name like all (select name from customers) from customers;  -- ?column? boolean
select id like 'a' from customers;  -- error undefined-operator
select total like 'a' from orders;  -- error undefined-operator
select code like 'a', note like 'a', mail like 'a', feeling like 'a' from orders, customers;  -- error undefined-operator
select raw like 'a', raw || raw, raw || '\x00', raw = $1 from orders;  -- $1: bytea, ?column? boolean, ?column? bytea, ?column? bytea, ?column? boolean
select $1 like $2;  -- $1: text, $2: text, ?column? boolean
select $1 like 'a';  -- $1: text, ?column? boolean
select 'a' like $1;  -- $1: text, ?column? boolean
select 'a' ~ $1;  -- $1: text, ?column? boolean
select name || ' ' || mail || ' ' || $1 from customers;  -- $1: text, ?column? text
select upper(name), lower($1), length($2), length(raw), char_length(name), octet_length(name) from customers, orders;  -- $1: text, $2: text, upper text, lower text, length integer, length integer, char_length integer, octet_length integer
select substring(name from 1 for 2), substring(name from 2), substring(name for 3), substring(name, 1, 2), substring(name, 1) from customers;  -- substring text, substring text, substring text, substring text, substring text
select substring(name from 'a.c'), substring(name from 'a' for '#'), substring(name similar 'a' escape '#') from customers;  -- substring text, substring text, substring text
select substring(name from $1 for $2) from customers;  -- $1: text, $2: text, substring text
select substring(name from $1) from customers;  -- $1: text, substring text
select substring(name for $1) from customers;  -- $1: integer, substring text
select substring($1 from 2 for 3);  -- $1: text, substring text
select substring(raw from 1 for 2), substring(raw from 3), substring(b'101' from 1 for 2) from orders;  -- substring bytea, substring bytea, substring bit
select substr(name, 1), substr(name, 1, 2), substr(raw, 1), substr($1, 1) from customers, orders;  -- $1: text, substr text, substr text, substr bytea, substr text
select position('a' in name), position($1 in name), position(name in $2), position('a' in raw), position(b'1' in b'101') from customers, orders;  -- $1: text, $2: text, position integer, position integer, position integer, position integer, position integer
select trim(name), trim(both from name), trim(leading from name), trim(trailing 'x' from name), trim(both 'x' from name), trim('x' from name), trim(from name), trim(both name), trim(name, 'x'), trim(leading name) from customers;  -- btrim text, btrim text, ltrim text, rtrim text, btrim text, btrim text, btrim text, btrim text, btrim text, ltrim text
select trim(both $1 from name), trim($2) from customers;  -- $1: text, $2: text, btrim text, btrim text
select trim(both '\x00' from raw), trim(leading '\x00'::bytea from raw) from orders;  -- btrim bytea, ltrim bytea
select overlay(name placing 'x' from 1 for 2), overlay(name placing $1 from $2), overlay(raw placing '\x00' from 1), overlay(name, 'x', 1) from customers, orders;  -- $1: text, $2: integer, overlay text, overlay text, overlay bytea, overlay text
select overlay(b'101' placing b'1' from 1 for 1);  -- overlay bit
select btrim(name), ltrim(name, 'x'), rtrim(name), lpad(name, 3), rpad(name, 3, 'x') from customers;  -- btrim text, ltrim text, rtrim text, lpad text, rpad text
select left(name, 2), right(name, $1), repeat(name, 3), reverse(name), initcap(name), ascii(name), chr(65) from customers;  -- $1: integer, left text, right text, repeat text, reverse text, initcap text, ascii integer, chr text
select concat(name, 1, true, null), concat($1::text, id), concat_ws(',', name, id), format('%s %s', name, id) from customers;  -- $1: text, concat text, concat text, concat_ws text, format text
select concat($1, 'a');  -- error indeterminate-parameter
select format('%s', $1);  -- error indeterminate-parameter
select split_part(name, ',', 1), string_to_array(name, ','), array_to_string(tags, ','), string_to_table('a,b', ',') from customers;  -- split_part text, string_to_array text[], array_to_string text, string_to_table text
select regexp_replace(name, 'a', 'b', 'g'), regexp_match(name, 'a'), regexp_matches(name, 'a'), regexp_split_to_array(name, 'a'), regexp_count(name, 'a'), regexp_substr(name, 'a'), regexp_instr(name, 'a'), regexp_like(name, 'a') from customers;  -- regexp_replace text, regexp_match text[], regexp_matches text[], regexp_split_to_array text[], regexp_count integer, regexp_substr text, regexp_instr integer, regexp_like boolean
select replace(name, $1, $2), translate(name, 'a', 'b'), strpos(name, 'a'), starts_with(name, 'a'), to_hex(255), md5(name), md5(raw), quote_literal(name), quote_ident(name), quote_nullable($3) from customers, orders;  -- $1: text, $2: text, $3: text, replace text, translate text, strpos integer, starts_with boolean, to_hex text, md5 text, md5 text, quote_literal text, quote_ident text, quote_nullable text
select encode(raw, 'base64'), decode('aa', 'hex'), convert_from(raw, 'UTF8'), sha256(raw), get_byte(raw, 0), set_byte(raw, 0, 1), bit_length(raw), crc32(raw) from orders;  -- encode text, decode bytea, convert_from text, sha256 bytea, get_byte integer, set_byte bytea, bit_length integer, crc32 bigint
select to_char(now(), 'YYYY'), to_char(1.5, '9'), to_char(total, $1), to_date('x', 'y'), to_timestamp('x', 'y'), to_timestamp(1.5), to_number('1', '9') from orders;  -- $1: text, to_char text, to_char text, to_char text, to_date date, to_timestamp timestamp with time zone, to_timestamp timestamp with time zone, to_number numeric
select normalize(name), normalize(name, nfc), normalize($1, nfkd), name is normalized, name is not nfc normalized, $2 is nfkd normalized from customers;  -- $1: text, $2: text, normalize text, normalize text, normalize text, is_normalized boolean, ?column? boolean, is_normalized boolean
select name is nfd normalized, unistr('\0441'), casefold(name) from customers;  -- is_normalized boolean, unistr text, casefold text
select collation for (name), collation for ('a' collate "C"), collation for ($1::text) from customers;  -- $1: text, pg_collation_for text, pg_collation_for text, pg_collation_for text
select name collate "C", 'a' collate "C" || 'b', name collate pg_catalog."C" from customers;  -- name text, ?column? text, name text
select name || mail collate "C" from customers;  -- ?column? text
select 'a' collate "C";  -- ?column? text
select 1 collate "C";  -- error datatype-mismatch
select $1 collate "C";  -- $1: text, ?column? text
select tags collate "C", feeling collate "C" from customers;  -- error datatype-mismatch
select born collate "C" from customers;  -- error datatype-mismatch
select 'a' < 'b' collate "C";  -- ?column? boolean
select name = 'a' collate "C" from customers;  -- ?column? boolean
select pg_typeof(name), pg_typeof($1::int), pg_typeof('a'), pg_typeof(null) from customers;  -- $1: integer, pg_typeof regtype, pg_typeof regtype, pg_typeof regtype, pg_typeof regtype
select pg_typeof($1);  -- error indeterminate-parameter
select upper(1);  -- error undefined-function
select length(1);  -- error undefined-function
select length('a', 'b', 'c');  -- error undefined-function
select substring(1 from 2);  -- error undefined-function
select overlay(name placing 'x') from customers;  -- error syntax-error
select trim(1);  -- error undefined-function
select position(1 in 'a');  -- error undefined-function
select name like 'a' || $1 escape '!' and true, name like 'x' escape null, name similar to $2 || 'x' escape $3, name not ilike 'a!%' escape '!' || '' = true, 'a' like 'b' escape '!' is true, raw like '\x00' escape '!'::bytea from customers, orders;  -- $1: text, $2: text, $3: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select ($1 collate "C")::boolean, 1 = ($2 collate "C"), $3 collate "C", 'a' collate "C" || 'b', array['a'] collate "C", '{a}' collate "C" = tags from customers;  -- $1: boolean, $2: integer, $3: text, bool boolean, ?column? boolean, ?column? text, ?column? text, array text[], ?column? boolean
select array[1] collate "C";  -- error datatype-mismatch
select 1 collate "C";  -- error datatype-mismatch
delete from tree where $1 collate "C";  -- $1: boolean
select name from customers group by name collate "C";  -- error grouping-error
select name collate "C" from customers group by name collate "C";  -- name text
select distinct name from customers order by name collate "C";  -- error invalid-column-reference
select distinct name collate "C" from customers order by name;  -- name text
select distinct name collate "C" from customers order by name collate "C";  -- name text
select distinct on (name collate "C") id from customers order by name collate "C";  -- id bigint
select count(distinct name collate "C" order by name) from customers;  -- error invalid-column-reference
select count(distinct name collate "C" order by name collate "C") from customers;  -- count bigint
select name || 'a' collate "C" from customers;  -- ?column? text
select name || $1 collate "C" from customers;  -- $1: text, ?column? text
select $1 collate "C" = note from orders;  -- $1: text, ?column? boolean
select $1 collate "C" = 1;  -- $1: integer, ?column? boolean
select ($1 collate "C")::int;  -- $1: integer, int4 integer
select ('1' collate "C")::int;  -- int4 integer
select (1 collate "C");  -- error datatype-mismatch
select array['a' collate "C", 'b'];  -- array text[]
select array[$1 collate "C", 'b'];  -- $1: text, array text[]
select coalesce($1 collate "C", 'b');  -- $1: text, coalesce text
select case when true then $1 collate "C" else note end from orders;  -- $1: character varying, note character varying
select note from orders where note collate "C" like $1;  -- $1: text, note character varying
insert into tree (id, label) values (1, $1 collate "C");  -- $1: text
insert into tree (id, label) values ($1 collate "C", 'a');  -- $1: integer
insert into tree (id, label) values ('1' collate "C", 'a');  -- nothing
insert into tree (id, label) select '1' collate "C", 'a';  -- error datatype-mismatch
insert into tree (id, label) select $1 collate "C", 'a';  -- error datatype-mismatch
update tree set label = 'a' collate "C";  -- nothing
update tree set label = $1 collate "C";  -- $1: text
update tree set id = $1 collate "C";  -- $1: integer
values ($1 collate "C"), ('a');  -- $1: text, column1 text
values ('a' collate "C"), (1);  -- error datatype-mismatch
values ('1' collate "C"), (1);  -- column1 integer
select lower($1 collate "C");  -- $1: text, lower text
select length('a' collate "C");  -- length integer
select note collate "C" in ('a', $1) from orders;  -- $1: character varying, ?column? boolean
select mail collate "C" from customers;  -- mail email
select tags collate "C" from customers;  -- tags text[]
select row('a' collate "C", $1) from customers;  -- error indeterminate-parameter
select 1 limit '1' collate "C";  -- ?column? integer
select true and 'a' collate "C";  -- error datatype-mismatch
select 'true' collate "C" and true;  -- ?column? boolean
select '1' collate "C" + 1;  -- ?column? integer
select $1 collate "C" + 1;  -- $1: integer, ?column? integer
select $1 collate "C"  *  1;  -- $1: integer, ?column? integer
select name collate "C" * 1 from customers;  -- error undefined-operator
select 'a' || name collate "C" || 'b' from customers;  -- ?column? text
select 2 * $1 collate "C";  -- $1: integer, ?column? integer
select 2 * 3 collate "C";  -- error datatype-mismatch
select '2' ^ $1 collate "C" ^ 3;  -- $1: double precision, ?column? double precision
select name collate "C" collate "C" like 'a' collate "C" || 'b' from customers;  -- ?column? boolean
select - $1 collate "C";  -- error ambiguous-operator
select not 'a' = name collate "C" from customers;  -- ?column? boolean
select name collate "C" is null, name collate "C" in ('a'), name collate "C" between 'a' and 'b' collate "C" from customers;  -- ?column? boolean, ?column? boolean, ?column? boolean
select name collate "C"::int from customers;  -- name integer
select (name collate "C")::text collate "C" from customers;  -- name text
select tags[1] collate "C" || 'a' collate "C" from customers;  -- ?column? text
select case when name collate "C" > 'a' then name collate "C" end from customers;  -- case text
select created_at at time zone 'utc' collate "C" from customers;  -- timezone timestamp without time zone
select array[name collate "C", 'b'] collate "C" from customers;  -- array text[]
select row(name collate "C", 1) from customers;  -- row record
select name collate "C" > any (array['a']) from customers;  -- ?column? boolean
select 'a' > any (array[name collate "C"]) from customers;  -- ?column? boolean
select name from customers order by name collate "C" desc, id;  -- name text
select name collate "C" + 1 - 2 from customers;  -- error undefined-operator
select 1 collate "C";  -- error datatype-mismatch
select name collate pg_catalog."C" * 1 from customers;  -- error undefined-operator
select 'a' collate "C" || 'b' collate "POSIX";  -- error datatype-mismatch
select 'a' collate "C" < 'b' collate "POSIX";  -- error datatype-mismatch
select name collate "C" union select name collate "POSIX" from customers;  -- error undefined-column
select name collate "C" from customers union select name collate "POSIX" from customers;  -- error datatype-mismatch
select name collate "C" from customers union all select name collate "POSIX" from customers;  -- error datatype-mismatch
select concat(name collate "C", note collate "POSIX") from customers, orders;  -- error datatype-mismatch
select coalesce(name collate "C", note collate "POSIX") from customers, orders;  -- error datatype-mismatch
select (name collate "C") between 'a' and 'b' collate "POSIX" from customers;  -- error datatype-mismatch
select max(name collate "C"), max(name collate "POSIX") from customers;  -- max text, max text
select string_agg(name collate "C", ',' collate "POSIX") from customers;  -- error datatype-mismatch
select (name collate "C") collate "POSIX" from customers;  -- name text
select name from customers order by name collate "C" || 'a' collate "POSIX";  -- error datatype-mismatch
select name collate "C", name collate "POSIX" from customers;  -- name text, name text
select row(name collate "C", name collate "POSIX") from customers;  -- row record
select (name collate "C" = 'a') = (name collate "POSIX" = 'a') from customers;  -- ?column? boolean
select case when name collate "C" = 'a' then name collate "POSIX" end from customers;  -- case text
select case name collate "C" when 'a' then name collate "POSIX" end from customers;  -- case text
select case when true then name collate "C" else name collate "POSIX" end from customers;  -- error datatype-mismatch
select case when true then name else name collate "POSIX" end || name collate "C" from customers;  -- error datatype-mismatch
select length(name collate "C") + length(name collate "POSIX") from customers;  -- ?column? integer
select lower(name collate "C") || name collate "POSIX" from customers;  -- error datatype-mismatch
select array[name collate "C", name collate "POSIX"] from customers;  -- error datatype-mismatch
select name collate "C" in ('a', 'b' collate "POSIX") from customers;  -- error datatype-mismatch
select name in ('a' collate "C", 'b' collate "POSIX") from customers;  -- error datatype-mismatch
select (name collate "C", 1) < ('a' collate "POSIX", 2) from customers;  -- error datatype-mismatch
select (name collate "C", mail) < ('a', 'b' collate "POSIX") from customers;  -- ?column? boolean
select (select name collate "C" from customers limit 1) || 'a' collate "POSIX";  -- ?column? text
select (select name collate "C" limit 1) || name collate "POSIX" from customers;  -- ?column? text
select name collate "C" in (select name collate "POSIX" from customers) from customers;  -- ?column? boolean
select exists (select name collate "C" < 'b' collate "POSIX") from customers;  -- error datatype-mismatch
values ('a' collate "C"), ('b' collate "POSIX");  -- error datatype-mismatch
select * from (values ('a' collate "C"), ('b' collate "POSIX")) v;  -- error datatype-mismatch
select max(name collate "C") filter (where name collate "POSIX" > 'a') from customers;  -- max text
select max(name collate "C") over (partition by name collate "POSIX") from customers;  -- max text
select string_agg(name collate "C", ',' order by name collate "POSIX") from customers;  -- string_agg text
select greatest(name collate "C", 'a' collate "POSIX"), nullif(name collate "C", 'a' collate "POSIX") from customers;  -- error datatype-mismatch
select name collate "C" is distinct from 'a' collate "POSIX" from customers;  -- error datatype-mismatch
select name collate "C" like 'a' collate "POSIX" from customers;  -- error datatype-mismatch
select name collate "C" like 'a' escape 'b' collate "POSIX" from customers;  -- error datatype-mismatch
select name collate pg_catalog."C" || 'a' collate "C" from customers;  -- ?column? text
select tags[1] collate "C" || 'a' collate "POSIX" from customers;  -- error datatype-mismatch
select (tags collate "C")[1] || 'a' collate "POSIX" from customers;  -- error datatype-mismatch
select (name collate "C")::varchar(3) || 'a' collate "POSIX" from customers;  -- error datatype-mismatch
select (name collate "C")::int + ('1' collate "POSIX")::int from customers;  -- ?column? integer
select '1' collate "C" + '2' collate "POSIX";  -- error ambiguous-operator
select 1 + '1' collate "C" + '2' collate "POSIX";  -- ?column? integer
update tree set label = 'a' collate "C" || 'b' collate "POSIX";  -- error datatype-mismatch
insert into tree (id, label) values (1, 'a' collate "C"), (2, 'a' collate "POSIX");  -- nothing
select name from customers group by name collate "C" = 'a' collate "POSIX", name;  -- error datatype-mismatch
select 1 from customers having max(name collate "C") = 'a' collate "POSIX";  -- error datatype-mismatch
select 1 from tree join customers on name collate "C" = label collate "POSIX";  -- error datatype-mismatch
delete from tree returning label collate "C" || label collate "POSIX";  -- error datatype-mismatch
select percentile_disc(0.5) within group (order by name collate "C") || 'a' collate "POSIX" from customers;  -- error datatype-mismatch
select json_object('a' collate "C" : 'b' collate "POSIX");  -- error datatype-mismatch
select jsonb_build_object('a' collate "C", 'b' collate "POSIX");  -- error datatype-mismatch
select q.a || 'a' collate "POSIX" from (select name collate "C" as a from customers) q;  -- ?column? text
select name collate "C" from customers union (select name from customers union select name collate "POSIX" from customers);  -- name text
select name collate "C" from customers union (select name collate "POSIX" from customers union select name collate "POSIX" from customers);  -- name text
select generate_series(1, 2) where 'a' collate "C" = any (array['b' collate "POSIX"]);  -- error datatype-mismatch
select substring(name collate "C" from 'a' collate "POSIX") from customers;  -- error datatype-mismatch
select 1 limit length('a' collate "C" || 'b' collate "POSIX");  -- error datatype-mismatch
select substring(null for b'1'), substring(name for $1), substring(name for '2') from customers;  -- $1: integer, substring text, substring text, substring text
select substring(name from 1 for 2), substring(name for 2 from 1), substring(raw for 1) from customers, orders;  -- substring text, substring text, substring bytea
select substring(name for true) from customers;  -- substring text
select substring(name for born) from customers;  -- error cannot-coerce
select case name collate "C" when name collate "POSIX" then name collate "POSIX" end from customers;  -- case text
select case name collate "C" when 'a' collate "POSIX" || 'b' collate "C" then 1 end from customers;  -- error datatype-mismatch
select case name collate "C" || 'a' collate "POSIX" when 'a' then 1 end from customers;  -- error datatype-mismatch
