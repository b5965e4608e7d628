select id in (1, 2, 3), id not in (1, 2), id in (1), name in ('a', 'b'), name not in ('a'), id in (1, null), id in ($1, $2), name in ($3) from customers;  -- $1: bigint, $2: bigint, $3: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select id in (select id from customers), id not in (select customer_id from orders), id in (select 1), $1 in (select id from customers), id in (select $2) from customers;  -- error undefined-operator
select id in (select id, name from customers) from customers;  -- error column-count
select name in (select id from customers) from customers;  -- error undefined-operator
select id in (1, 2.5), id in (1, '2'), id in ('1', '2'), total in (1, 2), total in ('1', 2.5), discount in (1, 2.5), id in (1, $1) from customers, orders;  -- error ambiguous-column
select $1 in (1, 2), $2 in ('a', 'b'), $3 in (1, 2.5), $4 in (total, quantity) from orders;  -- error ambiguous-parameter
select $1 in ($2, $3);  -- $1: text, $2: text, $3: text, ?column? boolean
select $1 in ($2, 1);  -- $1: integer, $2: integer, ?column? boolean
select 1 in ($1, $2), 'a' in ($1, $2);  -- error datatype-mismatch
select 'a' in ($1, $2);  -- $1: text, $2: text, ?column? boolean
select id in (name, 1) from customers;  -- error undefined-operator
select id in ('a', 1) from customers;  -- error datatype-mismatch
select id in ('a', 'b') from customers;  -- error datatype-mismatch
select name in (1, 2) from customers;  -- error undefined-operator
select feeling in ('ok', 'sad'), feeling in ('ok', $1), feeling in ($2), feeling not in ('happy') from customers;  -- $1: mood, $2: mood, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select feeling in ('ok', 'nope') from customers;  -- error datatype-mismatch
select mail in ('a', $1), quantity in (1, $2), code in ('a', 'b'), note in ('x', name), born in ('2020-01-01', current_date), created_at in ('now', born) from customers, orders;  -- $1: text, $2: integer, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select (1, 2) in ((1, 2), (3, 4)), (1, 'a') in ((1, 'a')), row(1) in (row(2)), home in (row('a', 1, 'z'), null) from customers;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select (1, 2) in ((1, 2, 3));  -- error column-count
select 1 in (1, 2) and true, not 1 in (2), 1 in (2) = true, 1 + 1 in (2), 'a' || 'b' in ('ab');  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select true = 1 in (1);  -- ?column? boolean
select id = any (select id from customers), id = some (select 1), id > all (select id from customers), id <> any (array[1]), id = any (values (1), (2)), id in (values (1), ($1)), id = any ((select array_agg(id) from customers)) from customers;  -- error undefined-operator
select id = any (select array_agg(id) from customers) from customers;  -- error undefined-operator
select id = any (array(select id from customers)), id = any (string_to_array('1', ',')::int[]), name = any (string_to_array($1, ',')) from customers;  -- $1: text, ?column? boolean, ?column? boolean, ?column? boolean
select name like any (array['a']), name ~ any ($1), name ilike all ($2::text[]), name not like all ('{a}') from customers;  -- $1: text[], $2: text[], ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select name = any (tags), name <> all (tags || array['x']), $1 = any (tags) and $2 <> all (tags), 'x' = any (tags[1:2]) from customers;  -- $1: text, $2: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select id = any ($1) and name = any ($2) and feeling = any ($3) and mail = any ($4) and born = any ($5) from customers;  -- $1: bigint[], $2: text[], $3: mood[], $4: text[], $5: date[], ?column? boolean
select id = any ($1), total = any ($2), quantity = any ($3), code = any ($4), note = any ($5), paid = any ($6), raw = any ($7), placed = any ($8) from orders;  -- $1: uuid[], $2: numeric[], $3: integer[], $4: character[], $5: text[], $6: boolean[], $7: bytea[], $8: timestamp without time zone[], ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select valid && any ($1), valid @> any ($2), valid = any ($3) from orders;  -- $1: daterange[], $2: daterange[], $3: daterange[], ?column? boolean, ?column? boolean, ?column? boolean
select $1 = any ('{1,2}'::int[]), $2 = any (array['a', 'b']), $3 > any (array[1.5]);  -- $1: integer, $2: text, $3: numeric, ?column? boolean, ?column? boolean, ?column? boolean
select 1 = any (null), 1 = any ('{1}'), 1 = any (null::int[]);  -- ?column? boolean, ?column? boolean, ?column? boolean
select id = any (name) from customers;  -- error datatype-mismatch
select tags = any (array[tags]) from customers;  -- error undefined-operator
select array[1] = any ($1);  -- error undefined-type
select home = any ($1), c = any ($2) from customers c;  -- $1: record[], $2: record[], ?column? boolean, ?column? boolean
select 1 + any (array[1]);  -- error datatype-mismatch
select (1, 2) = any (array[(1, 2)]);  -- ?column? boolean
select (1, 2) = any ($1);  -- $1: record[], ?column? boolean
select * from customers where id in ($1, $2) and name not in ('a', $3) or born = any ($4::date[]);  -- $1: bigint, $2: bigint, $3: text, $4: date[], id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from customers where id = any ($1) order by array_position($1, id);  -- $1: bigint[], id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
select * from orders where (customer_id, paid) in (($1, true), ($2, false));  -- $1: bigint, $2: bigint, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select * from orders o where o.id in (select order_id from shop.items i where i.price > $1 and i.position = o.quantity);  -- $1: numeric, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select * from orders where customer_id not in (select id from customers where name = $1) and total > all (select price from shop.items);  -- $1: text, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select * from orders where $1 = any (select note from orders) and $2 in (select code from orders);  -- $1: text, $2: character, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint

-- Values without columns make an array of the common type; those with columns are compared one by one.
select id in (1 + 1, $1, 2.5) from customers;  -- $1: numeric, ?column? boolean
select id in ($1, 2.5, id + 1), id in ($2, id), id in (abs(-3), $3, $4) from customers;  -- $1: numeric, $2: bigint, $3: bigint, $4: bigint, ?column? boolean, ?column? boolean, ?column? boolean
select exists (select 1 from customers c where o.quantity in (o.quantity + 1, $1, 2.5) and c.id in (o.quantity, $2, 2.5)) from orders o;  -- $1: numeric, $2: numeric, exists boolean
select p in (row(1, 'a')::pair, '(2,b)') from pairs p;  -- ?column? boolean
select p in (row(1, 'a'), row(2, $1)) from pairs p;  -- error indeterminate-parameter
select name in ('a', $1, upper('b')), id in (select 1), id in (1, 'x') from customers;  -- error datatype-mismatch
select count(distinct 'a'), jsonb_object_agg(distinct 'a', 'abc'), point '(Inf,1e+300)';  -- count bigint, jsonb_object_agg jsonb, point point
select 1 in (generate_series(1,2));  -- error wrong-object-type
select 1 in (generate_series(1,2), 3);  -- ?column? boolean
select 1 in (generate_series(1,2), id) from tree;  -- error wrong-object-type
select generate_series(1,2) in (1, 2);  -- ?column? boolean
select generate_series(1,2) in (1);  -- error wrong-object-type
select generate_series(1,2) between 1 and 2;  -- error wrong-object-type
select 1 between generate_series(1,2) and 2;  -- error wrong-object-type
select not generate_series(1,2) = 1;  -- error wrong-object-type
select generate_series(1,2) = 1 and true;  -- error wrong-object-type
select generate_series(1,2) = any (array[1]);  -- ?column? boolean
select 1 = any (array[generate_series(1,2)]);  -- ?column? boolean
select generate_series(1,2) is null;  -- ?column? boolean
select (generate_series(1,2) = 1) is true;  -- error wrong-object-type
select case when generate_series(1,2) = 1 then 1 end;  -- error wrong-object-type
select coalesce(generate_series(1,2), 1);  -- error wrong-object-type
select p in (pg_timezone_names()) from pairs p;  -- error wrong-object-type
select row(1, 'a') in (two_outs(1));  -- error wrong-object-type
select p = (two_outs(1)) from pairs p;  -- ?column? boolean
select generate_series(1,2) not in (1);  -- error wrong-object-type
select (generate_series(1,2), 1) in ((1, 2));  -- error wrong-object-type
select generate_series(1,2) like 'a';  -- error undefined-operator
select 'a' like generate_series(1,2)::text;  -- ?column? boolean
select 1 not between generate_series(1,2) and 2;  -- error wrong-object-type
select generate_series(1,2) is distinct from 1;  -- ?column? boolean
select nullif(generate_series(1,2), 1);  -- nullif integer
select greatest(generate_series(1,2), 1);  -- greatest integer
select row(generate_series(1,2), 2);  -- row record
select array[generate_series(1,2)];  -- array integer[]
select 1 limit generate_series(1,2);  -- error wrong-object-type
select (generate_series(1,2), 1) = (1, 2);  -- error wrong-object-type
select (generate_series(1,2), 1) < (1, 2);  -- error wrong-object-type
select (1, 2) in ((1, 2), (generate_series(1, 2), 3));  -- error wrong-object-type
select (generate_series(1,2), 1) is distinct from (1, 2);  -- ?column? boolean
select (generate_series(1,2), 1) = (1, 2);  -- error wrong-object-type
select (generate_series(1,2), 1) < (1, 2);  -- error wrong-object-type
select (generate_series(1,2), 1) = (select 1, 2);  -- error wrong-object-type
select (generate_series(1,2), 1) in (select 1, 2);  -- error wrong-object-type
select generate_series(1,2) in (select 1);  -- error wrong-object-type
select (1, 2) in ((1, 2), (generate_series(1, 2), 3));  -- error wrong-object-type
