select row_number() over (), rank() over (order by total), dense_rank() over (partition by paid order by total desc), percent_rank() over w, cume_dist() over w, ntile(4) over w, ntile($1) over w from orders window w as (order by placed);  -- $1: integer, row_number bigint, rank bigint, dense_rank bigint, percent_rank double precision, cume_dist double precision, ntile integer, ntile integer
select lag(total) over (order by placed), lag(total, 1) over w, lag(total, 1, 0) over w, lag(note, $1, 'x') over w, lead(total, 2, $2) over w, lead(quantity, 1, 0.5) over w, lag(name, 1, $3) over () from orders, customers window w as (partition by paid order by placed);  -- $1: integer, $2: numeric, $3: text, lag numeric, lag numeric, lag numeric, lag character varying, lead numeric, lead numeric, lag text
select first_value(note) over w, last_value(total) over w, nth_value(placed, 2) over w, nth_value(total, $1) over w from orders window w as (order by id rows between unbounded preceding and current row);  -- $1: integer, first_value character varying, last_value numeric, nth_value timestamp without time zone, nth_value numeric
select sum(total) over (), count(*) over (partition by paid), avg(quantity) over (order by id), max(note) over w, array_agg(id) over w, string_agg(note, ',') over w from orders window w as (partition by customer_id);  -- sum numeric, count bigint, avg numeric, max text, array_agg uuid[], string_agg text
select sum(total) over (order by id rows 5 preceding), sum(total) over (order by id rows between 1 preceding and 1 following), sum(total) over (order by id rows between current row and unbounded following), sum(total) over (order by id rows unbounded preceding), sum(total) over (order by id rows between unbounded preceding and unbounded following) from orders;  -- sum numeric, sum numeric, sum numeric, sum numeric, sum numeric
select sum(total) over (order by id rows $1 preceding), sum(total) over (order by id rows between $2 preceding and $3 following), count(*) over (order by id groups between $4 preceding and current row), sum(total) over (order by id rows between 1 + $5 preceding and '3' following) from orders;  -- $1: bigint, $2: bigint, $3: bigint, $4: bigint, $5: integer, sum numeric, sum numeric, count bigint, sum numeric
select ntile(2) over (order by row('a', id) groups between $1 following and 1 following) from orders;  -- $1: bigint, ntile integer
select sum(total) over (order by placed range between interval '1 day' preceding and current row), sum(total) over (order by placed range between $1 preceding and '1 hour' following), sum(total) over (order by total range between 5 preceding and $2 following), sum(total) over (order by weight range between 1.5 preceding and current row), sum(total) over (order by quantity range 5 preceding), sum(total) over (order by customer_id range between 1 preceding and 1::bigint following) from orders;  -- $1: interval, $2: numeric, sum numeric, sum numeric, sum numeric, sum numeric, sum numeric, sum numeric
select sum(total) over (order by quantity range $1 preceding) from orders;  -- $1: integer, sum numeric
select sum(total) over (order by note range 1 preceding) from orders;  -- error datatype-mismatch
select sum(total) over (range 1 preceding) from orders;  -- error datatype-mismatch
select sum(total) over (order by placed range 1 preceding) from orders;  -- error datatype-mismatch
select sum(total) over (order by id, total range 1 preceding) from orders;  -- error datatype-mismatch
select sum(total) over (order by id rows 'x' preceding) from orders;  -- error datatype-mismatch
select sum(total) over (order by id rows 1.5 preceding) from orders;  -- sum numeric
select count(*) over (order by id groups between 1 preceding and 1 following exclude current row), count(*) over (order by id rows between unbounded preceding and current row exclude ties), count(*) over (order by id range between unbounded preceding and unbounded following exclude group), count(*) over (order by id rows 2 preceding exclude no others) from orders;  -- count bigint, count bigint, count bigint, count bigint
select count(*) filter (where paid) over (), sum(total) filter (where total > $1) over (partition by note) from orders;  -- $1: numeric, count bigint, sum numeric
select row_number() filter (where paid) over () from orders;  -- error wrong-object-type
select rank() from orders;  -- error wrong-object-type
select row_number() over (order by sum(total)), sum(sum(total)) over (order by paid), sum(total) over () from orders group by paid, total;  -- row_number bigint, sum numeric, sum numeric
select sum(count(*)) over (partition by paid order by note), paid, note from orders group by paid, note;  -- sum numeric, paid boolean, note character varying
select row_number() over (partition by paid order by row_number() over ()) from orders;  -- error grouping-error
select sum(row_number() over ()) over () from orders;  -- error grouping-error
select sum(row_number() over ()) from orders;  -- error grouping-error
select 1 from orders where row_number() over () = 1;  -- error grouping-error
select 1 from orders group by row_number() over ();  -- error grouping-error
select paid from orders group by paid having row_number() over () = 1;  -- error grouping-error
select row_number() over w from orders;  -- error undefined-object
select row_number() over (w order by total), sum(total) over (w rows 1 preceding), rank() over (w2) from orders window w as (partition by paid), w2 as (w order by id);  -- row_number bigint, sum numeric, rank bigint
select row_number() over (order by $1), row_number() over (partition by $2), row_number() over (order by paid, $3::text) from orders;  -- $1: text, $2: text, $3: text, row_number bigint, row_number bigint, row_number bigint
select total - lag(total) over w as diff, coalesce(lag(total) over w, 0), (total - lag(total, 1, total) over w) / nullif(lag(total) over w, 0), placed - lag(placed) over w, row_number() over w - 1, row_number() over w = 1, rank() over w::text from orders window w as (order by placed);  -- diff numeric, coalesce numeric, ?column? numeric, ?column? interval, ?column? bigint, ?column? boolean, rank text
select (rank() over w)::text, sum(total) over w::float8 from orders window w as (order by placed);  -- rank text, sum double precision
select case when row_number() over () = 1 then note end, array[rank() over ()], (row_number() over ())::int as n, max(total) over () > $1 from orders;  -- $1: numeric, case character varying, array bigint[], n integer, ?column? boolean
select distinct on (note) note, row_number() over (partition by note order by id desc) rn from orders order by note, rn;  -- note character varying, rn bigint
select * from (select *, row_number() over (partition by customer_id order by placed desc) as rn from orders) t where rn <= $1;  -- $1: bigint, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint, rn bigint
select id, name from (select id, name, lag(id) over (order by id) as previous from customers) t where previous = $1 or previous is null;  -- $1: bigint, id bigint, name text
select upper(lag(note) over ()), lag(upper(note)) over () from orders;  -- upper text, lag text
select lag(total, 1, 'x') over () from orders;  -- error datatype-mismatch
select lag(total, 'x') over () from orders;  -- error datatype-mismatch
select lag($1) over ();  -- error datatype-mismatch
select lag($1::int) over (), first_value($2::text) over ();  -- $1: integer, $2: text, lag integer, first_value text
select ntile('x') over ();  -- error datatype-mismatch
select nth_value(note, 1.5) over () from orders;  -- error undefined-function
select lag(1, 1, 2.5) over (), lag(total, 1, 1) over (), lag(quantity, 1, small) over () from orders;  -- lag numeric, lag numeric, lag integer
select percentile_cont(0.5) within group (order by total) over () from orders;  -- error wrong-object-type
select sum(distinct total) over () from orders;  -- error wrong-object-type
select array_agg(note order by id) over () from orders;  -- error wrong-object-type
select row_number() over (order by id) from orders order by row_number() over (order by total);  -- row_number bigint
select json_agg(o) over (partition by paid), jsonb_object_agg(note, total) over (), bool_or(paid) over (order by id), any_value(note) over () from orders o;  -- json_agg json, jsonb_object_agg jsonb, bool_or boolean, any_value character varying
select first_value(c) over (order by id), (first_value(c) over (order by id)).name from customers c;  -- first_value customers, name text
select lag(home) over (order by id), (lag(home) over (order by id)).street, lag(tags) over (), lag(feeling) over (), lag(mail) over () from customers;  -- lag address, street text, lag text[], lag mood, lag email
select sum(total) over (order by id rows (select 1) + 1 preceding), sum(total) over (order by id rows between (1 + 1) preceding and abs(2) following), sum(rows) over (order by rows rows 1 preceding) from (select total, id, 1 as rows from orders) t;  -- sum numeric, sum numeric, sum bigint
select count(*) over (groups 1 preceding) from orders;  -- error syntax-error
select max(total) over (order by $1) from orders where $1;  -- $1: boolean, max numeric
select max(total) over (order by null::xml) from orders;  -- error undefined-operator
select count(*) over (partition by id order by $1), count(*) over (partition by id order by $1) from orders limit $1;  -- $1: bigint, count bigint, count bigint
select count(*) over (rows '1' preceding), sum(total) over (partition by id order by paid groups 2 preceding), sum(total) over (w groups '1' preceding) from orders window w as (order by id);  -- count bigint, sum numeric, sum numeric
select count(*) over (order by id rows id preceding) from tree;  -- error invalid-column-reference
select count(*) over (order by id groups (select id) preceding) from tree;  -- error invalid-column-reference
select count(*) over (order by id range between id preceding and 1 following) from tree;  -- error invalid-column-reference
select (select count(*) over (order by 1 rows t.id preceding)) from tree t;  -- count bigint
select id from tree limit (select id);  -- error invalid-column-reference
SELECT rank() OVER (ORDER BY name USING > NULLS FIRST, id DESC) FROM customers;  -- rank bigint
SELECT rank() OVER (ORDER BY name USING <>) FROM customers;  -- error wrong-object-type
select count(*) over (rows unbounded following) from tree;  -- error syntax-error
select count(*) over (rows between unbounded following and current row) from tree;  -- error syntax-error
select count(*) over (rows between current row and unbounded preceding) from tree;  -- error syntax-error
select count(*) over (rows between current row and 1 preceding) from tree;  -- error syntax-error
select count(*) over (rows between 1 following and 1 preceding) from tree;  -- error syntax-error
select count(*) over (rows between 1 following and current row) from tree;  -- error syntax-error
select count(*) over (rows 1 following) from tree;  -- error syntax-error
select count(*) over (rows between 2 preceding and 1 preceding) from tree;  -- count bigint
select count(*) over (rows between 1 following and 2 following) from tree;  -- count bigint
select count(*) over (rows between 1 following and unbounded following) from tree;  -- count bigint
select 1 from tree window w as (rows unbounded following);  -- error syntax-error
select count(*) over (w) from tree window w as (rows unbounded preceding);  -- error syntax-error
select count(*) over w from tree window w as (rows unbounded preceding);  -- count bigint
select count(*) over (w rows current row) from tree window w as (rows unbounded preceding);  -- error syntax-error
select count(*) over (w rows current row) from tree window w as (partition by id);  -- count bigint
select count(*) over (w partition by id) from tree window w as (partition by id);  -- error syntax-error
select count(*) over (w partition by id) from tree window w as (order by id);  -- error syntax-error
select count(*) over (w order by id) from tree window w as (partition by id);  -- count bigint
select count(*) over (w order by id) from tree window w as (order by id);  -- error syntax-error
select count(*) over (w) from tree window w as (order by id);  -- count bigint
select count(*) over v from tree window w as (order by id), v as (w);  -- count bigint
select count(*) over v from tree window w as (order by id range unbounded preceding), v as (w);  -- error syntax-error
select count(*) over v from tree window w as (order by id), v as (w order by id);  -- error syntax-error
select count(*) over v from tree window w as (partition by id), v as (w order by id rows 1 preceding), u as (v);  -- error syntax-error
select count(*) over v from tree window w as (order by id), v as (x);  -- error undefined-object
select count(*) over x from tree window w as (order by id);  -- error undefined-object
select count(*) over v from tree window v as (w), w as (order by id);  -- error undefined-object
select 1 from tree window w as (order by id range unbounded preceding), v as (w);  -- error syntax-error
select row_number(*) over (), rank(*) over (order by id) from customers;  -- row_number bigint, rank bigint
select row_number() over (), count(*) over () from customers;  -- row_number bigint, count bigint
(select id from customers for share) union all select 1;  -- error unsupported
(select id from customers) union all (select id from customers for update);  -- error unsupported
select id from customers union all select id from customers for update;  -- error unsupported
((select id from customers) for share) union all select 1;  -- error unsupported
with recursive operator(home) as (select 1) select home from operator;  -- home integer
with recursive recursive(home) as (select 1) select home from recursive;  -- home integer
with recursive(home) as (select 1) select home from recursive;  -- home integer
select sum(id) over (order by id range @ 1 preceding), sum(id) over (order by id rows between ~ 1 preceding and - 1 following) from customers;  -- sum numeric, sum numeric
