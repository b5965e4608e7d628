-- INSERT.

INSERT INTO tree VALUES (1, 2, 'a');  -- nothing
INSERT INTO tree VALUES ($1, $2, $3);  -- $1: integer, $2: integer, $3: text
INSERT INTO tree VALUES (1);  -- nothing
INSERT INTO tree VALUES (1, 2, 'a', 4);  -- error column-count
INSERT INTO tree (id, label) VALUES ($1, $2), ($3, $4);  -- $1: integer, $2: text, $3: integer, $4: text
INSERT INTO tree (id, label) VALUES (1);  -- error column-count
INSERT INTO tree (id) VALUES (1, 2);  -- error column-count
INSERT INTO tree (id, label) VALUES (1, 'a'), (2);  -- error column-count
INSERT INTO tree (id, label) VALUES (1, 'a'), (2, 'b', 3);  -- error column-count
INSERT INTO tree (id, id) VALUES (1, 2);  -- error duplicate-column
INSERT INTO tree (id, nosuch) VALUES (1, 2);  -- error undefined-column
INSERT INTO nosuch VALUES (1);  -- error undefined-table
INSERT INTO tree (tree.id) VALUES (1);  -- error undefined-column
INSERT INTO tree AS t (id, label) VALUES ($1, $2) RETURNING t.id, label;  -- $1: integer, $2: text, id integer, label text
INSERT INTO tree AS t (id, label) VALUES ($1, $2) RETURNING tree.id;  -- error undefined-table
INSERT INTO tree DEFAULT VALUES;  -- nothing
INSERT INTO customers DEFAULT VALUES RETURNING id, created_at;  -- id bigint, created_at timestamp with time zone
INSERT INTO customers (name, feeling, born, tags) VALUES ($1, DEFAULT, DEFAULT, $2) RETURNING *;  -- $1: text, $2: text[], id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
INSERT INTO customers (name, feeling) VALUES ('a', 'nosuch');  -- error datatype-mismatch
INSERT INTO customers (name, feeling) VALUES (1, 'ok');  -- nothing
INSERT INTO customers (name, born) VALUES ('a', 1);  -- error datatype-mismatch
INSERT INTO customers (name, born) VALUES ($1, $2 + 1);  -- error datatype-mismatch
INSERT INTO customers (name, born) VALUES ($1, $2::date + 1);  -- $1: text, $2: date
INSERT INTO customers (name, born) VALUES (lower($1), now());  -- $1: text
INSERT INTO customers (name, mail) VALUES ($1, lower($2)) RETURNING id;  -- $1: text, $2: text, id bigint
INSERT INTO customers (name, home) VALUES ($1, ROW($2, $3, $4));  -- $1: text, $2: text, $3: integer, $4: character varying
INSERT INTO customers (name, home) VALUES ($1, ($2, $3, $4)) RETURNING home;  -- $1: text, $2: text, $3: integer, $4: character varying, home address
INSERT INTO customers (name, home.street, home.number) VALUES ($1, $2, $3) RETURNING home;  -- $1: text, $2: text, $3: integer, home address
INSERT INTO customers (name, home.nosuch) VALUES ($1, $2);  -- error undefined-column
INSERT INTO customers (name, tags[1], tags[2]) VALUES ($1, $2, $3) RETURNING tags;  -- $1: text, $2: text, $3: text, tags text[]
INSERT INTO customers (name, tags[1:2]) VALUES ($1, $2) RETURNING tags;  -- $1: text, $2: text[], tags text[]
INSERT INTO customers (name, prefs['a'], prefs['b'][1]) VALUES ($1, $2, $3) RETURNING prefs;  -- $1: text, $2: jsonb, $3: jsonb, prefs jsonb
INSERT INTO plots (grid[1][2], homes[1].street, home.zip) VALUES ($1, $2, $3);  -- $1: integer, $2: text, $3: character varying
INSERT INTO plots (homes[1]) VALUES ($1) RETURNING homes;  -- $1: address, homes address[]
INSERT INTO plots (x, x) VALUES (1, 2);  -- error duplicate-column
INSERT INTO plots (x[1]) VALUES (1);  -- error datatype-mismatch
INSERT INTO plots (x.a) VALUES (1);  -- error undefined-column
INSERT INTO plots (home) SELECT ROW('a', 1, 'b');  -- error cannot-coerce
INSERT INTO plots (home) SELECT home FROM customers;  -- nothing
INSERT INTO plots (home.street) SELECT name FROM customers;  -- nothing
INSERT INTO plots (grid[1]) SELECT id FROM tree;  -- nothing
INSERT INTO plots (x, y) SELECT id, 1 FROM tree;  -- nothing
INSERT INTO plots (x, y) SELECT $1, $2;  -- $1: double precision, $2: real
INSERT INTO plots (x, y) SELECT $1, $2 FROM tree WHERE label = $3 LIMIT $4;  -- $1: double precision, $2: real, $3: text, $4: bigint
INSERT INTO plots (x, grid) SELECT 1, '{1}';  -- nothing
INSERT INTO plots (x, grid) SELECT 1, NULL;  -- nothing
INSERT INTO plots (x) SELECT 'a'::text;  -- error datatype-mismatch
INSERT INTO plots (x, y) SELECT 1;  -- error column-count
INSERT INTO plots (x) SELECT 1, 2;  -- error column-count
INSERT INTO plots (SELECT 1, 2);  -- nothing
INSERT INTO plots (x, y) (SELECT 1, 2 ORDER BY 1 LIMIT 1);  -- nothing
INSERT INTO plots (x, y) ((VALUES (1, 2)));  -- nothing
INSERT INTO plots (x, y) VALUES (1, 2) ORDER BY 1;  -- nothing
INSERT INTO plots TABLE plots;  -- nothing
INSERT INTO plots (x, y) (TABLE plots);  -- error column-count
INSERT INTO plots (doc) SELECT to_jsonb(t) FROM tree t RETURNING doc;  -- doc jsonb
INSERT INTO plots (doc) SELECT jsonb_build_object('a', $1::text, 'b', id) FROM tree;  -- $1: text
INSERT INTO tree SELECT * FROM tree;  -- nothing
INSERT INTO tree SELECT t.* FROM tree t JOIN customers c ON c.id = t.id WHERE c.name = $1;  -- $1: text
INSERT INTO tree SELECT DISTINCT $1, 2, $2;  -- error datatype-mismatch
INSERT INTO tree SELECT DISTINCT 1, NULL::int, 'a';  -- nothing
INSERT INTO tree SELECT 1, NULL, 'a' ORDER BY 3;  -- nothing
INSERT INTO tree SELECT id, parent, label FROM tree GROUP BY id;  -- nothing
INSERT INTO tree (label, id) SELECT max(label), count(*) FROM tree RETURNING id + $1;  -- $1: integer, ?column? integer
INSERT INTO tree (id, label) SELECT generate_series(1, $1), $2;  -- $1: integer, $2: text
INSERT INTO tree (id, label) SELECT n, 'x' || n FROM generate_series($1::int, $2) n;  -- $1: integer, $2: integer
INSERT INTO tree (id, label) SELECT unnest($1), unnest($2);  -- error ambiguous-function
INSERT INTO tree (id, label) SELECT unnest($1::int[]), unnest($2::text[]);  -- $1: integer[], $2: text[]
INSERT INTO tree (id, label) SELECT * FROM unnest($1::int[], $2::text[]);  -- $1: integer[], $2: text[]
INSERT INTO tree (id, label) VALUES (1, (SELECT name FROM customers WHERE id = $1));  -- $1: bigint
INSERT INTO tree (id, label) VALUES ((SELECT max(id) + 1 FROM tree), $1);  -- $1: text
INSERT INTO tree (id, label) VALUES (max(1), 'a');  -- error grouping-error
INSERT INTO tree (id, label) VALUES (row_number() OVER (), 'a');  -- error grouping-error
INSERT INTO tree (id, label) VALUES (id, 'a');  -- error undefined-column
INSERT INTO tree (id, label) VALUES (tree.id, 'a');  -- error undefined-table
INSERT INTO tree (id, label) VALUES (generate_series(1, 2), 'a');  -- nothing
INSERT INTO tree (id, label) VALUES (generate_series(1, 2), 'a'), (3, 'b');  -- error wrong-object-type
INSERT INTO tree (id, label) VALUES (nextval('counter'), $1) RETURNING id;  -- $1: text, id integer
INSERT INTO tree (id, label) VALUES (coalesce($1, 1), nullif($2, ''));  -- $1: integer, $2: text
INSERT INTO tree (id, label) VALUES ($1, $1);  -- error ambiguous-parameter
INSERT INTO tree (id, parent, label) VALUES ($1, $1, $2);  -- $1: integer, $2: text
INSERT INTO tree (id, label) VALUES (CASE WHEN $1 THEN $2 ELSE 3 END, $3);  -- $1: boolean, $2: integer, $3: text
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT DO NOTHING;  -- nothing
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT (id) DO NOTHING RETURNING id;  -- id integer
INSERT INTO tree (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = excluded.label;  -- $1: integer, $2: text
INSERT INTO tree (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = EXCLUDED.label || tree.label WHERE tree.label <> $3 RETURNING *;  -- $1: integer, $2: text, $3: text, id integer, parent integer, label text
INSERT INTO tree AS t (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = t.label || $3, parent = excluded.parent;  -- $1: integer, $2: text, $3: text
INSERT INTO tree AS t (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = tree.label;  -- error undefined-table
INSERT INTO tree (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = label;  -- error ambiguous-column
INSERT INTO tree (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = $2, parent = DEFAULT;  -- $1: integer, $2: text
INSERT INTO tree (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET (label, parent) = (excluded.label, $3);  -- $1: integer, $2: text, $3: integer
INSERT INTO tree (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET (label, parent) = (SELECT name, $3 FROM customers WHERE id = excluded.id);  -- error datatype-mismatch
INSERT INTO tree (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = (SELECT max(label) FROM tree t WHERE t.id = excluded.id);  -- $1: integer, $2: text
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT (label) DO NOTHING;  -- nothing
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT (nosuch) DO NOTHING;  -- error undefined-column
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT DO UPDATE SET label = 'b';  -- error syntax-error
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT tree_pkey DO UPDATE SET label = 'b';  -- nothing
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT ON CONSTRAINT nosuch DO NOTHING;  -- error undefined-object
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET id = 2, id = 3;  -- error duplicate-column
INSERT INTO tree (id, label) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET nosuch = 2;  -- error undefined-column
INSERT INTO tree (id, label) SELECT id, label FROM tree WHERE true ON CONFLICT (id) DO UPDATE SET label = excluded.label RETURNING id;  -- id integer
INSERT INTO ledger (amount, booked) VALUES ($1, $2) ON CONFLICT (amount, booked) DO UPDATE SET memo = excluded.memo RETURNING doubled;  -- $1: numeric, $2: date, doubled numeric
INSERT INTO ledger (amount, booked) VALUES ($1, $2) ON CONFLICT (booked, amount) DO NOTHING;  -- $1: numeric, $2: date
INSERT INTO ledger (amount, booked) VALUES ($1, $2) ON CONFLICT (amount) DO NOTHING;  -- $1: numeric, $2: date
INSERT INTO ledger (amount, booked) VALUES ($1, $2) ON CONFLICT ON CONSTRAINT ledger_amount_booked DO NOTHING;  -- $1: numeric, $2: date
INSERT INTO ledger (amount, memo) VALUES ($1, $2) ON CONFLICT (lower(memo)) WHERE memo IS NOT NULL DO UPDATE SET amount = ledger.amount + excluded.amount;  -- $1: numeric, $2: text
INSERT INTO ledger (amount, memo) VALUES ($1, $2) ON CONFLICT (lower(memo)) DO NOTHING;  -- $1: numeric, $2: text
INSERT INTO ledger (amount, memo) VALUES ($1, $2) ON CONFLICT (upper(memo)) DO NOTHING;  -- $1: numeric, $2: text
INSERT INTO ledger (amount, memo) VALUES ($1, $2) ON CONFLICT (lower(memo) COLLATE "default" text_ops) WHERE memo IS NOT NULL DO NOTHING;  -- $1: numeric, $2: text
INSERT INTO customers (name, mail) VALUES ($1, $2) ON CONFLICT (mail) DO UPDATE SET name = EXCLUDED.name, tags = customers.tags || EXCLUDED.tags RETURNING id, (xmax = 0) AS inserted;  -- $1: text, $2: email, id bigint, inserted boolean
INSERT INTO customers (name, mail) VALUES ($1, $2) ON CONFLICT (mail) DO UPDATE SET name = coalesce(nullif($3, ''), customers.name) RETURNING excluded.name;  -- error undefined-table
INSERT INTO customers (name, mail) VALUES ($1, $2) ON CONFLICT (mail) WHERE born IS NOT NULL DO NOTHING;  -- $1: text, $2: email
INSERT INTO ledger (id, amount) VALUES (1, 2);  -- error invalid-column-reference
INSERT INTO ledger (id, amount) OVERRIDING SYSTEM VALUE VALUES ($1, $2) RETURNING id;  -- $1: integer, $2: numeric, id integer
INSERT INTO ledger (id, entry, amount) OVERRIDING USER VALUE VALUES ($1, $2, $3);  -- $1: integer, $2: bigint, $3: numeric
INSERT INTO ledger (id, amount) OVERRIDING USER VALUE SELECT id, 1 FROM tree;  -- nothing
INSERT INTO ledger OVERRIDING SYSTEM VALUE VALUES (1, 2, 3);  -- nothing
INSERT INTO ledger OVERRIDING SYSTEM VALUE SELECT 1, 2, 3;  -- nothing
INSERT INTO ledger (amount, doubled) VALUES (1, 2);  -- error invalid-column-reference
INSERT INTO ledger (amount, doubled) VALUES (1, DEFAULT);  -- nothing
INSERT INTO ledger (id, amount) VALUES (DEFAULT, $1) RETURNING id, entry;  -- $1: numeric, id integer, entry bigint
INSERT INTO ledger (entry, amount) VALUES ($1, $2);  -- $1: bigint, $2: numeric
INSERT INTO shop.items (order_id, position, sku, price) VALUES ($1, $2, $3, $4) RETURNING items.sku, shop.items.price;  -- $1: uuid, $2: integer, $3: text, $4: numeric, sku text, price numeric
INSERT INTO shop.items (order_id, position, sku, price, lasting) SELECT id, 1, $1, total, '1 day' FROM orders WHERE customer_id = $2;  -- $1: text, $2: bigint
INSERT INTO orders (customer_id, total, quantity, note, code, valid, raw, small) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);  -- $1: bigint, $2: numeric, $3: positive, $4: character varying, $5: character, $6: daterange, $7: bytea, $8: smallint
INSERT INTO orders (customer_id, total, quantity) SELECT c.id, $1, $2 FROM customers c WHERE c.mail = $3 RETURNING *;  -- $1: numeric, $2: positive, $3: text, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
INSERT INTO orders (customer_id, total, valid) VALUES (1, 2, daterange($1, $2, '[]'));  -- $1: date, $2: date
INSERT INTO orders (customer_id, total, small) VALUES (1, 2, 3 + $1);  -- $1: integer
INSERT INTO orders (customer_id, total, small) VALUES ($1, $2, $3::int);  -- $1: bigint, $2: numeric, $3: integer
INSERT INTO orders (customer_id, total, paid) VALUES (1, 2, 3);  -- error datatype-mismatch
INSERT INTO orders (customer_id, total, weight) VALUES ('1', '2', '3');  -- nothing
INSERT INTO orders (customer_id, total, note) VALUES (1, 'x', 'y');  -- error datatype-mismatch
INSERT INTO big_orders (id, name, total) VALUES (gen_random_uuid(), 'a', 1);  -- error wrong-object-type
INSERT INTO measures VALUES ($1, $2) RETURNING *;  -- $1: timestamp with time zone, $2: double precision, at timestamp with time zone, value double precision
INSERT INTO measures (at) VALUES ($1), (now()), ('2020-01-01');  -- $1: timestamp with time zone
INSERT INTO customers (name) VALUES ('a') RETURNING id AS new_id, name || $1, ctid, tableoid::regclass;  -- $1: text, new_id bigint, ?column? text, ctid tid, tableoid regclass
INSERT INTO customers (name) VALUES ('a') RETURNING customers.*;  -- id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
INSERT INTO customers (name) VALUES ('a') RETURNING customers;  -- customers customers
INSERT INTO customers (name) VALUES ('a') RETURNING nosuch;  -- error undefined-column
INSERT INTO customers (name) VALUES ('a') RETURNING count(*);  -- error grouping-error
INSERT INTO customers (name) VALUES ('a') RETURNING rank() OVER ();  -- error grouping-error
INSERT INTO customers (name) VALUES ('a') RETURNING generate_series(1, 2);  -- error wrong-object-type
INSERT INTO customers (name) VALUES ('a') RETURNING (SELECT count(*) FROM customers), $1;  -- $1: text, count bigint, ?column? text
INSERT INTO customers (name, prefs) VALUES ($1, $2) ON CONFLICT (mail) DO UPDATE SET prefs = customers.prefs || $2;  -- $1: text, $2: jsonb
INSERT INTO customers (name, prefs) VALUES ($1, jsonb_build_object('k', $2::int)) RETURNING prefs->>'k';  -- $1: text, $2: integer, ?column? text
INSERT INTO customers (id, name) SELECT id, name FROM (SELECT $1::bigint AS id, $2 AS name) s;  -- $1: bigint, $2: text
INSERT INTO customers (id, name) SELECT s.* FROM (SELECT $1::bigint AS id, $2::text AS name) s WHERE NOT EXISTS (SELECT 1 FROM customers c WHERE c.id = s.id);  -- $1: bigint, $2: text
INSERT INTO customers (name, created_at) VALUES ($1, now() - $2::interval);  -- $1: text, $2: interval
INSERT INTO customers (name, created_at) VALUES ($1, now() - $2);  -- error datatype-mismatch
INSERT INTO customers (name, created_at) VALUES ($1, coalesce($2, now()));  -- $1: text, $2: timestamp with time zone
INSERT INTO customers (name, born) VALUES ($1, (SELECT $2));  -- error datatype-mismatch
INSERT INTO customers (name, born) VALUES ($1, (SELECT $2::date));  -- $1: text, $2: date
INSERT INTO tree SELECT (t).* FROM (SELECT tree AS t FROM tree) s;  -- nothing
INSERT INTO tree VALUES ((SELECT 1), NULL, DEFAULT);  -- nothing
INSERT INTO tree (id, label) SELECT 1, DEFAULT;  -- error syntax-error
INSERT INTO ledger (amount, doubled) SELECT 1, 2;  -- error invalid-column-reference
INSERT INTO ledger (id, amount) SELECT 1, 2;  -- error invalid-column-reference
INSERT INTO tree (id, label) VALUES (1, 'a') RETURNING old.id, new.id, old.*, new;  -- id integer, id integer, id integer, parent integer, label text, new tree
INSERT INTO tree (ctid) VALUES ('(0,1)');  -- error undefined-column
INSERT INTO bookings VALUES ($1, tstzrange($2, $3, '[)')) ON CONFLICT ON CONSTRAINT no_overlap DO NOTHING RETURNING during;  -- $1: integer, $2: timestamp with time zone, $3: timestamp with time zone, during tstzrange
INSERT INTO bookings VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING lower(during);  -- $1: integer, $2: tstzrange, lower timestamp with time zone
-- ON CONFLICT after a join that takes no condition
insert into tree select t.id + 1, t.id, v.label from tree t cross join (values ('a'), ('b')) as v (label) on conflict (id) do nothing returning id;  -- id integer
insert into tree select t.id, o.parent, $1 from tree t natural left join tree o on conflict on constraint tree_pkey do update set label = excluded.label || $2 where tree.parent > $3;  -- $1: text, $2: text, $3: integer
with fresh as (insert into tree select t.* from tree t cross join lateral (select t.label) l on conflict do nothing returning id) select f.id from fresh f cross join tree t join (select true as conflict) c on conflict;  -- id integer
INSERT INTO tree VALUES (1, 2, 'a') ON CONFLICT (id) WHERE (SELECT true) DO NOTHING;  -- error invalid-column-reference
INSERT INTO tree VALUES (1, 2, 'a') ON CONFLICT ((id + (SELECT 1))) DO NOTHING;  -- error invalid-column-reference
INSERT INTO tree VALUES (1, 2, 'a') ON CONFLICT (id) WHERE '{}'::jsonb DO NOTHING;  -- nothing
INSERT INTO tree VALUES (1, 2, 'a') ON CONFLICT (id) WHERE id > $1 DO NOTHING;  -- $1: integer
INSERT INTO customers (name, tags[1], tags[$1]) VALUES ($1, $2, $3) RETURNING tags;  -- error datatype-mismatch
INSERT INTO customers (tags[$1], name) VALUES ($2, $1);  -- error ambiguous-parameter
INSERT INTO customers (tags[$1], name) VALUES ($2, $1::text);  -- error datatype-mismatch
INSERT INTO customers (tags[$1], name) VALUES ($2, $3), ($4, $5);  -- $1: integer, $2: text, $3: text, $4: text, $5: text
INSERT INTO customers (tags[$1], name) SELECT $2, $3;  -- $1: integer, $2: text, $3: text
insert into tree values (1, 2, 'a') on conflict (id asc) do nothing;  -- error syntax-error
insert into tree values (1, 2, 'a') on conflict (id desc) do nothing;  -- error syntax-error
insert into tree values (1, 2, 'a') on conflict (id nulls first) do nothing;  -- error syntax-error
insert into tree values (1, 2, 'a') on conflict (id nulls last) do nothing;  -- error syntax-error
insert into tree values (1, 2, 'a') on conflict (id desc nulls last) do nothing;  -- error syntax-error
insert into tree values (1, 2, 'a') on conflict (id) do nothing;  -- nothing
insert into tree select 1, 2, 'a' order by 1 nulls last on conflict (id) do nothing;  -- nothing
insert into ledger (amount) values (1) on conflict (amount, booked) do nothing;  -- nothing
insert into ledger (amount) values (1) on conflict (amount, booked nulls last) do nothing;  -- error syntax-error
insert into ledger (amount) values (1) on conflict (lower(memo)) where memo is not null do nothing;  -- nothing
insert into ledger (amount) values (1) on conflict (lower(memo) asc) where memo is not null do nothing;  -- error syntax-error
insert into tree (id, label) values (1, 'a') on conflict (id) do update set label = (select excluded.label order by 1 nulls last);  -- nothing
insert into tree_view values (1) on conflict on constraint tree_pkey do nothing;  -- error undefined-object
insert into tree values (1) on conflict on constraint tree_pkey do nothing;  -- nothing
insert into tree values (1) on conflict on constraint tree_pke do nothing;  -- error undefined-object
insert into ledger (memo) values (default), (default);  -- nothing
insert into tree (id, label) values (1, default), (2, default);  -- nothing
insert into tree (id, label) values (1, 'a') on conflict ((id) quantity.int4_ops) do nothing;  -- error undefined-schema
insert into tree (id, label) values (1, 'a') on conflict ((label) collate quantity.tags) do nothing;  -- error undefined-schema
insert into tree (id, label) values (1, 'a') on conflict (id pg_catalog.int4_ops) do nothing;  -- nothing
