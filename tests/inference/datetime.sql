select created_at + interval '1 day', created_at - interval '1 day', created_at - created_at, interval '1 day' + created_at, created_at + '1 day' from customers;  -- ?column? timestamp with time zone, ?column? timestamp with time zone, ?column? interval, ?column? timestamp with time zone, ?column? timestamp with time zone
select created_at - $1, created_at + $2, $3 + created_at, created_at - now() from customers;  -- $1: timestamp with time zone, $2: interval, $3: interval, ?column? interval, ?column? timestamp with time zone, ?column? timestamp with time zone, ?column? interval
select born + 1, born - 1, born - born, born + interval '1 h', born + '1 day', born - '2020-01-01' from customers;  -- error ambiguous-operator
select placed - placed, placed + lasting, placed - created_at, placed < created_at, placed = $1 from orders, customers, shop.items;  -- $1: timestamp without time zone, ?column? interval, ?column? timestamp without time zone, ?column? interval, ?column? boolean, ?column? boolean
select lasting * 2, lasting / 2, 2 * lasting, lasting * 1.5, -lasting, lasting + lasting, lasting * $1, lasting - $2 from shop.items;  -- $1: double precision, $2: interval, ?column? interval, ?column? interval, ?column? interval, ?column? interval, ?column? interval, ?column? interval, ?column? interval, ?column? interval
select created_at at time zone 'utc', placed at time zone 'utc', created_at at time zone $1, placed at time zone interval '1 hour', $2 at time zone 'utc' from customers, orders;  -- $1: text, $2: timestamp with time zone, timezone timestamp without time zone, timezone timestamp with time zone, timezone timestamp without time zone, timezone timestamp with time zone, timezone timestamp without time zone
select time '10:00' at time zone 'utc', timetz '10:00+1' at time zone 'utc', born at time zone 'utc' from customers;  -- timezone time with time zone, timezone time with time zone, timezone timestamp without time zone
select created_at at time zone 'utc' at time zone 'cet', (created_at at time zone 'utc')::date, created_at::timestamp at time zone 'utc' from customers;  -- timezone timestamp with time zone, timezone date, timezone timestamp with time zone
select created_at at local, placed at local, time '10:00' at local, timetz '10:00+1' at local from customers, orders;  -- timezone timestamp without time zone, timezone timestamp with time zone, timezone time with time zone, timezone time with time zone
select now() - created_at at time zone 'utc' from customers;  -- ?column? interval
select now() at time zone 'utc' - placed from orders;  -- ?column? interval
select extract(year from created_at), extract(epoch from created_at), extract(dow from born), extract(hour from time '10:00'), extract('month' from placed), extract(day from lasting) from customers, orders, shop.items;  -- extract numeric, extract numeric, extract numeric, extract numeric, extract numeric, extract numeric
select extract(epoch from now() - created_at), extract(year from $1::date), extract(century from timestamp '2020-01-01') from customers;  -- $1: date, extract numeric, extract numeric, extract numeric
select extract(year from $1);  -- error ambiguous-function
select extract("year" from born) from customers;  -- extract numeric
select extract(second from interval '1 second'), extract(timezone from now()), extract(isodow from now()), extract(microseconds from now());  -- extract numeric, extract numeric, extract numeric, extract numeric
select date_part('year', created_at), date_trunc('day', created_at), date_trunc('day', placed), date_trunc('day', born), date_trunc('day', created_at, 'utc'), date_trunc('hour', lasting) from customers, orders, shop.items;  -- date_part double precision, date_trunc timestamp with time zone, date_trunc timestamp without time zone, date_trunc timestamp with time zone, date_trunc timestamp with time zone, date_trunc interval
select date_part('year', $1::timestamp), date_trunc($2, created_at), date_trunc('day', $3::timestamptz) from customers;  -- $1: timestamp without time zone, $2: text, $3: timestamp with time zone, date_part double precision, date_trunc timestamp with time zone, date_trunc timestamp with time zone
select date_trunc('day', $1);  -- error ambiguous-function
select age(created_at), age(created_at, now()), age(born), age(placed, placed), age(born, born) from customers, orders;  -- age interval, age interval, age interval, age interval, age interval
select make_date(2020, 1, 1), make_time(1, 2, 3.5), make_timestamp(2020, 1, 1, 1, 1, 1), make_timestamptz(2020, 1, 1, 1, 1, 1, 'utc'), make_interval(days => 1), make_interval(days => $1, hours := 2), make_interval(1, 2);  -- $1: integer, make_date date, make_time time without time zone, make_timestamp timestamp without time zone, make_timestamptz timestamp with time zone, make_interval interval, make_interval interval, make_interval interval
select now(), clock_timestamp(), statement_timestamp(), transaction_timestamp(), timeofday(), localtimestamp, current_date - 1, current_date + 1, current_date - born from customers;  -- now timestamp with time zone, clock_timestamp timestamp with time zone, statement_timestamp timestamp with time zone, transaction_timestamp timestamp with time zone, timeofday text, localtimestamp timestamp without time zone, ?column? date, ?column? date, ?column? integer
select justify_days(lasting), justify_hours(lasting), justify_interval(lasting), isfinite(born), isfinite(created_at), isfinite(lasting) from customers, shop.items;  -- justify_days interval, justify_hours interval, justify_interval interval, isfinite boolean, isfinite boolean, isfinite boolean
select date_bin('15 minutes', created_at, timestamp '2020-01-01'), date_bin('1 day', placed, '2020-01-01'), date_add(created_at, '1 day'), date_subtract(now(), lasting, 'utc') from customers, orders, shop.items;  -- date_bin timestamp with time zone, date_bin timestamp without time zone, date_add timestamp with time zone, date_subtract timestamp with time zone
select (born, born) overlaps (born, interval '1 day'), (created_at, created_at) overlaps (now(), now()), (born, $1) overlaps ($2, born), (time '1:00', interval '1 h') overlaps (time '1:00', time '2:00') from customers;  -- $1: timestamp with time zone, $2: timestamp with time zone, overlaps boolean, overlaps boolean, overlaps boolean, overlaps boolean
select row(born, born) overlaps row(born, born) from customers;  -- overlaps boolean
select (1, 2) overlaps (3, 4);  -- error undefined-function
select (born, born, born) overlaps (born, born) from customers;  -- error column-count
select ('2020-01-01', '2020-02-01') overlaps ('2020-01-01', '2020-02-01');  -- error ambiguous-function
select born < created_at, born = placed, born < now(), born > current_timestamp - interval '1 day', born between now() and $1 from customers, orders;  -- $1: date, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select born = '2020-01-01', created_at > '2020-01-01', placed < 'now', lasting > '1 day', time '10:00' < '11:00' from customers, orders, shop.items;  -- ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select to_char(created_at, 'YYYY'), to_char(lasting, 'DD'), to_timestamp(0), to_timestamp($1), to_date($2, $3) from customers, shop.items;  -- $1: double precision, $2: text, $3: text, to_char text, to_char text, to_timestamp timestamp with time zone, to_timestamp timestamp with time zone, to_date date
select generate_series(now(), now() + interval '1 day', '1 hour'), generate_series(born, born, interval '1 day'), generate_series(placed, $1, '1 day') from customers, orders;  -- $1: timestamp without time zone, generate_series timestamp with time zone, generate_series timestamp with time zone, generate_series timestamp without time zone
select * from generate_series('2020-01-01'::date, '2020-02-01', '1 day') d;  -- d timestamp with time zone
select * from generate_series($1::date, $2::date, '1 day'::interval) as g(day);  -- $1: date, $2: date, day timestamp with time zone
select * from generate_series('2020-01-01', '2020-02-01', '1 day');  -- error ambiguous-function
select time '10:00' + interval '1 h', time '10:00' - time '9:00', timetz '10:00+1' + interval '1 h', born + time '10:00', born + timetz '10:00+1', time '10:00' + born from customers;  -- ?column? time without time zone, ?column? interval, ?column? time with time zone, ?column? timestamp without time zone, ?column? timestamp with time zone, ?column? timestamp without time zone
select interval '1 day' = interval '24 h', interval '1 day' > '1 h', interval '1 day' / 2.5, interval '1 day' * 2;  -- ?column? boolean, ?column? boolean, ?column? interval, ?column? interval
select created_at + make_interval(mins => quantity) from customers, orders;  -- ?column? timestamp with time zone
select created_at + quantity * interval '1 minute', created_at + ($1 || ' days')::interval, created_at + $2 * interval '1 day' from customers, orders;  -- $1: text, $2: double precision, ?column? timestamp with time zone, ?column? timestamp with time zone, ?column? timestamp with time zone
select created_at + 1 from customers;  -- error undefined-operator
select placed + placed from orders;  -- error undefined-operator
select born * 2 from customers;  -- error undefined-operator
select extract(year from 5);  -- error undefined-function
select extract(year from name) from customers;  -- error undefined-function
select current_time, current_time(3), localtime, now()::time, now()::timetz, now()::date, now()::timestamp(0);  -- current_time time with time zone, current_time time with time zone, localtime time without time zone, now time without time zone, now time with time zone, now date, now timestamp without time zone
select pg_sleep(1), extract(epoch from clock_timestamp())::bigint;  -- pg_sleep void, extract bigint
select greatest(created_at, placed), coalesce(placed, created_at), case when true then born else created_at end from customers, orders;  -- greatest timestamp with time zone, coalesce timestamp with time zone, created_at timestamp with time zone
select timezone('utc', created_at), timezone('utc', placed), timezone($1, $2::timestamptz) from customers, orders;  -- $1: text, $2: timestamp with time zone, timezone timestamp without time zone, timezone timestamp with time zone, timezone timestamp without time zone
select date '2020-01-01' at time zone 'utc', $1::date at time zone 'utc';  -- $1: date, timezone timestamp without time zone, timezone timestamp without time zone
select localtimestamp at time zone (select interval '1 day'), now() at time zone (now() - now());  -- timezone timestamp with time zone, timezone timestamp without time zone
select '1.5 years'::interval;  -- interval interval
select 'P1Y2M'::interval, '1-2'::interval, '1 2:03'::interval;  -- interval interval, interval interval, interval interval
select '12:30 PST'::timetz;  -- timetz time with time zone
select 'infinity'::date, 'epoch'::timestamp;  -- date date, timestamp timestamp without time zone
select timestamptz(now());  -- timestamptz timestamp with time zone
select (date '2020-01-01', interval '1 day') overlaps (date '2020-01-01', date '2020-01-02');  -- overlaps boolean
select interval '1' day, interval(3) '1.2', interval '1' hour to minute;  -- interval interval, interval interval, interval interval
select timestamp(2) with time zone '2020-01-01', time(2) '12:00';  -- timestamptz timestamp with time zone, time time without time zone
select current_time(2), localtimestamp(3), current_timestamp(9);  -- current_time time with time zone, localtimestamp timestamp without time zone, current_timestamp timestamp with time zone
