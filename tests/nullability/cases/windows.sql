select row_number() over () as a, rank() over (order by age) as b, dense_rank() over (order by id) as c from users;  -- a: not null, b: not null, c: not null
select percent_rank() over (order by id) as a, cume_dist() over (order by id) as b, ntile(4) over (order by id) as c from users;  -- a: not null, b: not null, c: not null
select lag(id) over (order by id) as a, lead(id) over (order by id) as b, lag(id, 1, 0) over (order by id) as c, lag(age, 1, 0) over (order by id) as d from users;  -- a: nullable, b: nullable, c: not null, d: nullable
select lead(id, 1, age) over (order by id) as a, lag(id, 1) over (order by id) as b from users;  -- a: nullable, b: nullable
select first_value(id) over (order by id) as a, last_value(id) over (order by id) as b, nth_value(id, 2) over (order by id) as c, first_value(age) over (order by id) as d from users;  -- a: not null, b: not null, c: nullable, d: nullable
select first_value(id) over (order by id rows between 1 following and 2 following) as a from users;  -- a: nullable
select sum(id) over (order by id rows between 2 preceding and 1 preceding) as a, count(*) over (order by id rows between 2 preceding and 1 preceding) as b from users;  -- a: nullable, b: not null
select sum(id) over () as a, sum(age) over () as b, count(age) over (partition by mood) as c, max(name) over (order by id) as d from users;  -- a: not null, b: nullable, c: not null, d: not null
select sum(id) over (rows between 1 preceding and 1 following) as a, sum(id) over (rows between current row and unbounded following) as b from users;  -- a: not null, b: not null
select sum(id) over (rows between unbounded preceding and unbounded following exclude current row) as a from users;  -- a: nullable
select sum(id) over (rows between unbounded preceding and unbounded following exclude ties) as a from users;  -- a: not null
select sum(id) over (order by age groups between 1 preceding and current row exclude group) as a from users;  -- a: nullable
select sum(id) filter (where age > 1) over () as a, count(*) filter (where age > 1) over () as b from users;  -- a: nullable, b: not null
select array_agg(id) over (order by id) as a, array_agg(age) over (order by id) as b, string_agg(note, ',') over () as c from users;  -- a: not null, b: not null of nullable, c: nullable
select sum(sum(id)) over () as a, rank() over (order by sum(id)) as b, sum(sum(age)) over () as c from users group by mood;  -- a: not null, b: not null, c: nullable
select avg(id) over w as a, stddev(id) over w as b, bool_or(flag) over w as c from accounts window w as (partition by flag order by id);  -- a: not null, b: nullable, c: not null
select a, b from (select row_number() over (order by id) as a, lag(id) over (order by id) as b from users) s where b is not null;  -- a: not null, b: not null
select last_value(mood) over (partition by name order by id range between unbounded preceding and unbounded following) as a from users;  -- a: not null
select sum(id) over (order by id range between 1 preceding and 1 following) as a from users;  -- a: not null
select ntile(age) over (order by id) as a from users where age > 0;  -- a: not null
