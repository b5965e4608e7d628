update orders set (note, quantity) = row(v.*) from (values ('x', 1)) as v(a, b);  -- nothing
update orders o set (note, quantity) = row(v.a, $1) from (values ('x', 1)) as v(a, b) where o.note = v.a;  -- $1: positive
update customers set home.street = $1, home.number = $2 + 1 where id = $3 returning home;  -- $1: text, $2: integer, $3: bigint, home address
update customers set tags[1] = $1, tags[$2:3] = $3;  -- $1: text, $2: integer, $3: text[]
update orders set (note, quantity) = row(v.*) from (values ('x')) as v(a);  -- error column-count
update customers set home.nope = 1;  -- error undefined-column
insert into customers (name, home.street, tags[1]) values ($1, $2, $3) returning home, tags;  -- $1: text, $2: text, $3: text, home address, tags text[]
