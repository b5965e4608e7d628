select 1 + 1, 1 + 1::bigint, 1::smallint + 1::smallint, 1::smallint + 1;  -- ?column? integer, ?column? bigint, ?column? smallint, ?column? integer
select 1 + 1.5, 1 + 1.5::real, 1::bigint + 1.5::real, 1.5 + 1.5::float8, 1::real + 1::float8;  -- ?column? numeric, ?column? double precision, ?column? double precision, ?column? double precision, ?column? double precision
select 1 / 2, 1 / 2.0, 1::bigint / 2, 7 % 3, 7.5 % 2, 7::bigint % 3;  -- ?column? integer, ?column? numeric, ?column? bigint, ?column? integer, ?column? numeric, ?column? bigint
select 2 ^ 3, 2.0 ^ 3, 2::numeric ^ 3, 2::bigint ^ 2;  -- ?column? double precision, ?column? numeric, ?column? numeric, ?column? double precision
select |/ 25, ||/ 27, @ -5, @ -5.5, @ (-5)::bigint, @ -5.5::real;  -- ?column? double precision, ?column? double precision, ?column? integer, ?column? numeric, ?column? bigint, ?column? real
select 1 & 3, 1 | 2, 1 # 3, ~1, 1 << 4, 16 >> 2;  -- ?column? integer, ?column? integer, ?column? integer, ?column? integer, ?column? integer, ?column? integer
select 1::bigint & 3, ~1::bigint, 1::smallint << 2, 1::bigint >> 1::int;  -- ?column? bigint, ?column? bigint, ?column? smallint, ?column? bigint
select -total, +total, -quantity, -small, -discount, -weight from orders;  -- ?column? numeric, ?column? numeric, ?column? integer, ?column? smallint, ?column? real, ?column? double precision
select total * quantity, total / quantity, total + discount, total * weight, small + quantity, small * small from orders;  -- ?column? numeric, ?column? numeric, ?column? double precision, ?column? double precision, ?column? integer, ?column? smallint
select quantity + 1, quantity + quantity, quantity * 1.0, quantity % 2 from orders;  -- ?column? integer, ?column? integer, ?column? numeric, ?column? integer
select discount * 2, discount + weight, discount + small, weight * 2, weight ^ 2 from orders;  -- ?column? double precision, ?column? double precision, ?column? double precision, ?column? double precision, ?column? double precision
select 5 - 3 - 1, 2 + 3 * 4, (2 + 3) * 4, 2 * 3 ^ 2, -2 ^ 2, 7 % 3 * 2, 2 * 7 % 3;  -- ?column? integer, ?column? integer, ?column? integer, ?column? double precision, ?column? double precision, ?column? integer, ?column? integer
select date '2020-01-01' + 7 % 3;  -- ?column? date
select 5 + - 3;  -- ?column? integer
select 5 +-3;  -- ?column? integer
select 5-3, 5 -3, 5- 3;  -- ?column? integer, ?column? integer, ?column? integer
select 1 = 1, 1 <> 2, 1 != 2, 1 < 2, 1 <= 2, 1 > 2, 1 >= 2;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select 1 = 1.5, 1::bigint = 1, 1.5 = 1::float8, total = quantity, small > 5.5 from orders;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select 1 = 2 is null;  -- ?column? boolean
select 1 < 2 is true;  -- ?column? boolean
select 1 = 2 is not distinct from true;  -- ?column? boolean
select 1 + 1 is null;  -- ?column? boolean
select not 1 = 2;  -- ?column? boolean
select not true and false;  -- ?column? boolean
select not true = false;  -- ?column? boolean
select true = not false;  -- ?column? boolean
select 1 < 2 and 2 < 3 or false;  -- ?column? boolean
select 'a' = 'b' is unknown;  -- ?column? boolean
select 1 = 2 isnull;  -- ?column? boolean
select 1 = 2 notnull;  -- ?column? boolean
select 1 isnull, 1 notnull;  -- ?column? boolean, ?column? boolean
select '1' = 1, 1 = '1', '1.5' = 1.5;  -- ?column? boolean, ?column? boolean, ?column? boolean
select '1.5' = 1;  -- error datatype-mismatch
select 1 + null, null + null;  -- error ambiguous-operator
select null = null, null = 1;  -- ?column? boolean, ?column? boolean
select $1 + 1;  -- $1: integer, ?column? integer
select 1 + $1;  -- $1: integer, ?column? integer
select $1 + 1.5, 1::bigint * $1;  -- $1: numeric, ?column? numeric, ?column? numeric
select $1 + $2;  -- error ambiguous-operator
select $1::int + $2;  -- $1: integer, $2: integer, ?column? integer
select $1 = $2;  -- $1: text, $2: text, ?column? boolean
select $1 || $2;  -- $1: text, $2: text, ?column? text
select $1 = 1;  -- $1: integer, ?column? boolean
select $1 > 1.5;  -- $1: numeric, ?column? boolean
select $1 + total, total - $2, quantity * $3, weight / $4, discount + $5, small % $6 from orders;  -- $1: numeric, $2: numeric, $3: integer, $4: double precision, $5: real, $6: smallint, ?column? numeric, ?column? numeric, ?column? integer, ?column? double precision, ?column? real, ?column? smallint
select id = $1 from orders;  -- $1: uuid, ?column? boolean
select -$1;  -- error ambiguous-operator
select ~$1;  -- error ambiguous-operator
select @ $1;  -- $1: double precision, ?column? double precision
select |/ $1;  -- $1: double precision, ?column? double precision
select + $1;  -- $1: double precision, ?column? double precision
select total = $1 and paid = $2 and note = $3 and code = $4 and raw = $5 from orders;  -- $1: numeric, $2: boolean, $3: text, $4: character, $5: bytea, ?column? boolean
select quantity = $1 from orders;  -- $1: integer, ?column? boolean
select mail = $1 from customers;  -- $1: text, ?column? boolean
select feeling = $1, feeling = 'ok', feeling < 'happy'::mood from customers;  -- $1: mood, ?column? boolean, ?column? boolean, ?column? boolean
select feeling = 'glad' from customers;  -- error datatype-mismatch
select feeling = name from customers;  -- error undefined-operator
select born + 1, born + $1, born - born, born - $2, born + interval '1 day', born + time '10:00' from customers;  -- error ambiguous-operator
select $1 + 1, $1 * 2;  -- $1: integer, ?column? integer, ?column? integer
select $1 + 1, $1 * 2.5;  -- $1: integer, ?column? integer, ?column? numeric
select 1 +;  -- error syntax-error
select 1 ++ 2;  -- ?column? integer
select 1 + + 2;  -- ?column? integer
select 1 <=> 2;  -- error undefined-operator
select true + 1;  -- error undefined-operator
select 'a'::text + 1;  -- error undefined-operator
select now() + 1;  -- error undefined-operator
select money '1' * 2, money '1' / 2, money '2' / money '1', 2 * money '1', money '1' + money '1', money '1' * 1.5::float8;  -- ?column? money, ?column? money, ?column? double precision, ?column? money, ?column? money, ?column? money
select 10 operator(pg_catalog.+) 5;  -- ?column? integer
select 10 operator(+) 5 * 2;  -- ?column? integer
select operator(pg_catalog.-) 5;  -- ?column? integer
select 5 operator(pg_catalog.=) 5, 'a' operator(pg_catalog.||) 'b';  -- ?column? boolean, ?column? text
select 5 operator(public.+) 5;  -- error undefined-operator
select 5 operator(pg_catalog.@@) 5;  -- error undefined-operator
select id operator(pg_catalog.=) any ($1) from customers;  -- $1: bigint[], ?column? boolean
select 1 between 0 and 2, 1 not between 0 and 2, 1 between symmetric 2 and 0, 1 not between symmetric 2 and 0, 1 between asymmetric 0 and 2;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select total between $1 and $2 from orders;  -- $1: numeric, $2: numeric, ?column? boolean
select $1 between 1 and 2;  -- $1: integer, ?column? boolean
select $1 between total and quantity from orders;  -- $1: numeric, ?column? boolean
select born between '2020-01-01' and $1 from customers;  -- $1: date, ?column? boolean
select 1 between 0 and 2 and true;  -- ?column? boolean
select 1 between 0 and 2 = true;  -- ?column? boolean
select 1 + 1 between 0 and 2 * 2;  -- ?column? boolean
select 1 between 0 and 2 is null;  -- ?column? boolean
select 'a' between 'b' and 'c';  -- ?column? boolean
select 1 between '0' and 2.5;  -- ?column? boolean
select - -2147483648, -(-2147483648), -(2147483648), - - 1, -(1), - - -2147483648;  -- ?column? bigint, ?column? bigint, ?column? integer, ?column? integer, ?column? integer, ?column? integer
