select name is null, name is not null, home is null, home is not null, c is null, c.* is null, $1::text is null from customers c;  -- $1: text, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select $1 is null;  -- error indeterminate-parameter
select $1 is not null;  -- error indeterminate-parameter
select $1 is null, $1 = 1;  -- error indeterminate-parameter
select $1 is null or name = $1 from customers;  -- error indeterminate-parameter
select name = $1 or $1 is null from customers;  -- $1: text, ?column? boolean
select paid is true, paid is not true, paid is false, paid is not false, paid is unknown, paid is not unknown from orders;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select $1 is true, $2 is not unknown;  -- $1: boolean, $2: boolean, ?column? boolean, ?column? boolean
select name is true from customers;  -- error datatype-mismatch
select 'x' is true;  -- error datatype-mismatch
select 't' is true, null is unknown;  -- ?column? boolean, ?column? boolean
select 1 is true;  -- error datatype-mismatch
select name is distinct from 'a', name is not distinct from $1, $2 is distinct from id, null is distinct from name, name is distinct from null, 1 is distinct from 1.5 from customers;  -- $1: text, $2: bigint, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select $1 is distinct from $2;  -- $1: text, $2: text, ?column? boolean
select $1 is distinct from null;  -- error indeterminate-parameter
select row(1, 2) is distinct from row(1, 3), (id, name) is not distinct from (1, 'a'), row(1, null) is null, (1, null) is not null from customers;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select name is distinct from id from customers;  -- error undefined-operator
select extra is distinct from extra from shop.items;  -- error undefined-operator
select prefs is json, name is json, name is not json, name is json object, name is json array, name is json scalar, name is json value, name is json object with unique keys, name is json with unique, name is json without unique keys, name is not json array without unique from customers;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select extra is json, raw is json, $1 is json from shop.items, orders;  -- $1: text, ?column? boolean, ?column? boolean, ?column? boolean
select id is json from customers;  -- error datatype-mismatch
select name is normalized, name is not normalized, name is nfkc normalized, name is not nfd normalized, $1 is normalized from customers;  -- $1: text, is_normalized boolean, ?column? boolean, is_normalized boolean, ?column? boolean, is_normalized boolean
select name || 'x' is normalized, name is normalized and true from customers;  -- is_normalized boolean, ?column? boolean
select id is normalized from customers;  -- error undefined-function
select x is document, x is not document from (select null::xml) as t(x);  -- ?column? boolean, ?column? boolean
select name is document from customers;  -- error datatype-mismatch
select not paid, not $1, not paid and paid, not (paid or paid), not name = 'a', not name is null from orders, customers;  -- $1: boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select not name from customers;  -- error datatype-mismatch
select not 1;  -- error datatype-mismatch
select paid and $1, paid or null, $2 and $3, 'true' and paid from orders;  -- $1: boolean, $2: boolean, $3: boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select paid and 1 from orders;  -- error datatype-mismatch
select paid and 'x' from orders;  -- error datatype-mismatch
select name isnull, name notnull, id + 1 isnull from customers;  -- ?column? boolean, ?column? boolean, ?column? boolean
select id = 1 is true, id < 5 is not true, id = 1 is null, name like 'a' is true, id in (1, 2) is not false, id between 1 and 2 is unknown from customers;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select true and id = 1 is true or false from customers;  -- ?column? boolean
select case when id = 1 is true then id > 2 is false end from customers;  -- case boolean
select id is not null and name is not null or mail is null from customers;  -- ?column? boolean
select exists (select 1), not exists (select 1 from customers), exists (select * from orders where customer_id = c.id) from customers c;  -- exists boolean, ?column? boolean, exists boolean
select exists (values (1)), exists (select), exists (table customers), exists ((select 1));  -- exists boolean, exists boolean, exists boolean, exists boolean
select 1 where $1;  -- $1: boolean, ?column? integer
select 1 where $1 and true;  -- $1: boolean, ?column? integer
select 1 where not $1;  -- $1: boolean, ?column? integer
select 1 where name from customers;  -- error syntax-error
select name from customers where name;  -- error datatype-mismatch
select name from customers where 1;  -- error datatype-mismatch
select name from customers where id;  -- error datatype-mismatch
select name from customers where null;  -- name text
select name from customers where 'true';  -- name text
select * from orders where paid is not true and discount is null;  -- id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
select generate_series(1, 2) is null, true and exists (select generate_series(1, 2)), case when (select generate_series(1, 2) = 1) and true then 1 end;  -- ?column? boolean, ?column? boolean, case integer
select generate_series(1, 2) = 1 and true;  -- error wrong-object-type
select generate_series(1, 2) between 1 and 2;  -- error wrong-object-type
select not generate_series(1, 2) = 1;  -- error wrong-object-type
select (generate_series(1, 2) = 1) is true;  -- error wrong-object-type
SELECT 1 WHERE NULL BETWEEN SYMMETRIC ('a'::text) AND ($1);  -- $1: text, ?column? integer
select prefs is json object object, name || 'a' is json value, name is json array array, name is json scalar from customers;  -- error syntax-error
select * from jsonb_to_recordset($1) as t(id int, tags text, tags text[]);  -- error duplicate-column
select name || 'a' collate "C" "C", id "X" from customers;  -- C text, X bigint
