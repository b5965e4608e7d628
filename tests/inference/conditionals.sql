select case when true then 1 end, case when paid then 1 else 2 end, case when paid then 'a' else 'b' end, case when paid then 1 else 2.5 end, case when paid then null end, case when paid then 1 when true then 2::bigint else null end from orders;  -- case integer, case integer, case text, case numeric, case text, case bigint
select case id when 1 then 'one' when 2 then 'two' else name end, case name when 'a' then 1 when $1 then 2 end, case $2 when 1 then 'x' end, case when $3 then $4 else name end from customers;  -- error undefined-operator
select case when $1 then $2 end;  -- $1: boolean, $2: text, case text
select case $1 when 'a' then 1 end, case $2 when 1 then 2 when 3 then 4 end;  -- error undefined-operator
select case $1 when $2 then 1 end;  -- $1: text, $2: text, case integer
select case 'a' when 'b' then 1 end, case null when 1 then 2 end;  -- error undefined-operator
select case when paid then total else quantity end, case when paid then total when true then weight end, case when paid then note else code end, case when paid then discount else 1 end, case when paid then note else 'x' end from orders;  -- quantity numeric, case double precision, code character, case real, case character varying
select case when paid then born else created_at end, case when paid then placed else created_at end from orders, customers;  -- created_at timestamp with time zone, created_at timestamp with time zone
select case when paid then 1 else 'a' end from orders;  -- error datatype-mismatch
select case when paid then 1 else 'a'::text end from orders;  -- error datatype-mismatch
select case when paid then id else total end from orders;  -- error datatype-mismatch
select case when 1 then 2 end;  -- error datatype-mismatch
select case when name then 1 end from customers;  -- error datatype-mismatch
select case id when 'x' then 1 end from customers;  -- error datatype-mismatch
select case id when name then 1 end from customers;  -- error undefined-operator
select case when paid then feeling else 'ok' end, case when paid then 'ok'::mood else $1 end, case when paid then mail else name end, case when paid then mail else mail end, case when paid then quantity else 1 end, case when paid then quantity else quantity end from orders, customers;  -- $1: mood, case mood, case mood, name text, mail email, case integer, quantity positive
select case when paid then home else null end, case when paid then row(1, 2) else row(3, 4) end, case when paid then array[1] else '{}' end, case when paid then tags else array['x'] end, case when paid then prefs else '{}' end from orders, customers;  -- case address, row record, case integer[], array text[], case jsonb
select case when true then case when false then 1 else 2 end else 3 end;  -- case integer
select case when a then 1 end from (select true) t(a);  -- case integer
select case (select 1) when 1 then true end, case when exists (select 1) then 1 else 0 end, case when id in (1, 2) then 1 end from customers;  -- case boolean, case integer, case integer
select case when true then $1 else 1 end, case when true then $2::text else $3 end, case when true then $4 else now() end;  -- $1: integer, $2: text, $3: text, $4: timestamp with time zone, case integer, case text, now timestamp with time zone
select case when true then $1 else $2 end;  -- $1: text, $2: text, case text
select coalesce(name, 'x'), coalesce(null, 1), coalesce($1, name), coalesce(total, 0), coalesce(discount, 0), coalesce(quantity, 0), coalesce(total, quantity, 1.5), coalesce(born, $2), coalesce(null, null), coalesce(mail, name), coalesce(mail, 'x'), coalesce(note, 'x'), coalesce(code, note) from customers, orders;  -- $1: text, $2: date, coalesce text, coalesce integer, coalesce text, coalesce numeric, coalesce real, coalesce integer, coalesce numeric, coalesce date, coalesce text, coalesce text, coalesce text, coalesce character varying, coalesce character
select coalesce($1, 1), coalesce($2, 'a'), coalesce($3::int, $4), coalesce(sum(total), 0), coalesce(max(id), $5), coalesce(tags, '{}'), coalesce(prefs, '{}'), coalesce(feeling, 'ok'), coalesce(created_at, now()), coalesce(created_at, '2020-01-01') from customers, orders group by tags, prefs, feeling, created_at;  -- error ambiguous-column
select coalesce($1, $2);  -- $1: text, $2: text, coalesce text
select coalesce($1);  -- $1: text, coalesce text
select coalesce(1, 'a');  -- error datatype-mismatch
select coalesce(1, 'a'::text);  -- error datatype-mismatch
select coalesce(id, name) from customers;  -- error datatype-mismatch
select coalesce(1, 2.5), coalesce('1', 2), coalesce(1::smallint, 2), coalesce(1, 2::real), coalesce(quantity, quantity), coalesce('x'::varchar, 'y'::text), coalesce('x'::name, 'y'::text), coalesce('x'::char, 'y'::varchar) from orders;  -- coalesce numeric, coalesce integer, coalesce integer, coalesce real, coalesce positive, coalesce character varying, coalesce name, coalesce character
select nullif(1, 2), nullif(name, ''), nullif($1, name), nullif(name, $2), nullif($3, 1), nullif(total, 0), nullif(quantity, 0), nullif(1, 2.5), nullif(1.5, 2), nullif('a', 'b'), nullif(null, 1), nullif(mail, 'x'), nullif(code, 'x'), nullif(note, $4), nullif(born, current_date), nullif(feeling, 'ok') from customers, orders;  -- $1: text, $2: text, $3: integer, $4: text, nullif integer, nullif text, nullif text, nullif text, nullif integer, nullif numeric, nullif integer, nullif numeric, nullif numeric, nullif text, nullif integer, nullif text, nullif character, nullif text, nullif date, nullif mood
select nullif($1, $2);  -- $1: text, $2: text, nullif text
select nullif(1, 'a');  -- error datatype-mismatch
select nullif(1, name) from customers;  -- error undefined-operator
select nullif(extra, '{}') from shop.items;  -- error undefined-operator
select nullif(1);  -- error syntax-error
select nullif(1::smallint, 2), nullif(1, 2::bigint), nullif(born, created_at), nullif('x', name), nullif(1, null) from customers;  -- nullif smallint, nullif integer, nullif date, nullif text, nullif integer
select greatest(1, 2), greatest(1, 2.5), greatest(name, 'a'), greatest($1, 1), least(total, quantity), least($2, $3::date), greatest(created_at, born), least('a', 'b'), greatest(null, 1), greatest(mail, mail), least(feeling, 'ok'), greatest(total, weight) from customers, orders;  -- $1: integer, $2: date, $3: date, greatest integer, greatest numeric, greatest text, greatest integer, least numeric, least date, greatest timestamp with time zone, least text, greatest integer, greatest email, least mood, greatest double precision
select greatest($1, $2);  -- $1: text, $2: text, greatest text
select greatest(1);  -- greatest integer
select greatest(1, 'a');  -- error datatype-mismatch
select greatest(1, name) from customers;  -- error datatype-mismatch
select greatest(point '(1,2)', point '(1,2)');  -- greatest point
select greatest(extra, extra) from shop.items;  -- greatest json
select least(array[1], array[2]), greatest((1, 2), (3, 4)), least(c, c) from customers c;  -- least integer[], greatest record, least customers
select coalesce(coalesce(null, $1), 5), nullif(coalesce($2, 0), 0), greatest(coalesce(total, 0), nullif($3, 0)) from orders;  -- error datatype-mismatch
select coalesce((select name from customers limit 1), 'none'), coalesce((select max(total) from orders), 0), coalesce(count(*), 0);  -- coalesce text, coalesce numeric, coalesce bigint
select coalesce(case when true then null else 5 end, 7), coalesce(case when true then $1 end, 'x');  -- $1: text, coalesce integer, coalesce text
select 1 + coalesce($1, 0), name || coalesce($2, ''), coalesce($3, 0) + 1.5, id = coalesce($4, id) from customers;  -- $1: integer, $2: text, $3: integer, $4: bigint, ?column? integer, ?column? text, ?column? numeric, ?column? boolean
select * from customers where name = coalesce($1, name) and id = coalesce($2, id) and ($3::text is null or mail = $3);  -- $1: text, $2: bigint, $3: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where case when $1 then name = $2 else true end;  -- $1: boolean, $2: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers order by case when $1 then name end, case when $2 = 'id' then id end;  -- $1: boolean, $2: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select sum(case when paid then 1 else 0 end), sum(case when paid then total end), avg(case when paid then total else 0 end), count(case when paid then 1 end), max(case when paid then note else 'x' end) from orders;  -- sum bigint, sum numeric, avg numeric, count bigint, max text
select nullif(home, home), nullif(array[home], array[home]) from customers;  -- nullif address, nullif address[]
