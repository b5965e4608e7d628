-- UPDATE.

UPDATE tree SET label = $1;  -- $1: text
UPDATE tree SET label = $1 WHERE id = $2;  -- $1: text, $2: integer
UPDATE tree t SET label = $1, parent = t.parent + $2 WHERE t.id = $3 RETURNING *;  -- $1: text, $2: integer, $3: integer, id integer, parent integer, label text
UPDATE tree AS t SET label = 'x' WHERE tree.id = 1;  -- error undefined-table
UPDATE tree SET tree.label = 'x';  -- error undefined-column
UPDATE tree t SET t.label = 'x';  -- error undefined-column
UPDATE tree SET nosuch = 1;  -- error undefined-column
UPDATE nosuch SET a = 1;  -- error undefined-table
UPDATE tree SET label = 'a', label = 'b';  -- error duplicate-column
UPDATE tree SET (label, parent) = ('a', 1), label = 'b';  -- error duplicate-column
UPDATE tree SET label = DEFAULT, parent = NULL;  -- nothing
UPDATE tree SET label = 1;  -- nothing
UPDATE tree SET id = 'a';  -- error datatype-mismatch
UPDATE tree SET id = 'a'::text;  -- error datatype-mismatch
UPDATE tree SET id = 1.5, parent = 3::bigint;  -- nothing
UPDATE tree SET label = now();  -- nothing
UPDATE tree SET (label, parent) = ($1, $2) WHERE id = $3;  -- $1: text, $2: integer, $3: integer
UPDATE tree SET (label, parent) = ROW($1, $2);  -- $1: text, $2: integer
UPDATE tree SET (label, parent) = ROW($1, DEFAULT);  -- $1: text
UPDATE tree SET (label, parent) = (DEFAULT, DEFAULT);  -- nothing
UPDATE tree SET (label) = ($1);  -- error syntax-error
UPDATE tree SET (label) = ROW($1);  -- $1: text
UPDATE tree SET (label) = (SELECT $1);  -- $1: text
UPDATE tree SET (label, parent) = (SELECT name, $1 FROM customers WHERE customers.id = tree.id AND name = $2);  -- error datatype-mismatch
UPDATE tree SET (label, parent) = (SELECT name, id::int FROM customers WHERE customers.id = tree.id);  -- nothing
UPDATE tree SET (label, parent) = (SELECT name FROM customers);  -- error column-count
UPDATE tree SET (label, parent) = (SELECT 1, 2, 3);  -- error column-count
UPDATE tree SET (label, parent) = (1, 2, 3);  -- error column-count
UPDATE tree SET (label, parent) = 1;  -- error syntax-error
UPDATE tree SET (label, parent) = (SELECT 'a', 'b');  -- error datatype-mismatch
UPDATE tree SET (label, parent) = (SELECT $1, $2);  -- error datatype-mismatch
UPDATE tree SET label = (SELECT name FROM customers WHERE customers.id = tree.id LIMIT $1);  -- $1: bigint
UPDATE tree SET label = (SELECT $1);  -- $1: text
UPDATE tree SET label = (SELECT 1, 2);  -- error column-count
UPDATE tree SET label = c.name FROM customers c WHERE c.id = tree.id AND c.mail = $1;  -- $1: text
UPDATE tree SET label = c.name, parent = o.small FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.id = tree.id;  -- nothing
UPDATE tree SET label = c.name FROM customers c, orders o WHERE o.customer_id = c.id AND c.id = tree.id RETURNING tree.id, c.id, o.*;  -- id integer, id bigint, id uuid, customer_id bigint, total numeric, discount real, quantity positive, note character varying, placed timestamp without time zone, paid boolean, valid daterange, raw bytea, code character, weight double precision, small smallint
UPDATE tree SET label = c.name FROM customers c LEFT JOIN orders o ON o.customer_id = tree.id;  -- error undefined-table
UPDATE tree SET label = s.l FROM (SELECT id AS i, upper(label) AS l FROM tree) s WHERE s.i = tree.id RETURNING s.l;  -- l text
UPDATE tree SET label = s.l FROM LATERAL (SELECT tree.label AS l) s;  -- error undefined-table
UPDATE tree SET label = s.l FROM (SELECT tree.label AS l) s;  -- error undefined-table
UPDATE tree SET label = s.l FROM unnest($1::int[], $2::text[]) AS s (i, l) WHERE s.i = tree.id;  -- $1: integer[], $2: text[]
UPDATE tree SET label = x FROM generate_series(1, 3) AS x;  -- nothing
UPDATE tree SET parent = x FROM generate_series(1, $1) AS x WHERE tree.id = x;  -- $1: integer
UPDATE tree SET label = 'a' FROM tree;  -- error duplicate-alias
UPDATE tree t SET label = u.label FROM tree u WHERE u.id = t.parent RETURNING t.*, u.label;  -- id integer, parent integer, label text, label text
UPDATE tree SET label = 'a' FROM tree t WHERE t.id = tree.parent RETURNING *;  -- id integer, parent integer, label text, id integer, parent integer, label text
UPDATE tree SET label = label || $1 RETURNING label;  -- $1: text, label text
UPDATE tree SET parent = parent + 1 WHERE id IN (SELECT id FROM tree WHERE label = $1 FOR UPDATE SKIP LOCKED);  -- $1: text
UPDATE tree SET parent = $1 WHERE parent = ANY ($2) RETURNING id;  -- $1: integer, $2: integer[], id integer
UPDATE tree SET parent = $1 WHERE ($2 IS NULL OR label = $2);  -- error indeterminate-parameter
UPDATE tree SET parent = coalesce($1, parent), label = CASE WHEN $2 THEN $3 ELSE label END WHERE id = $4;  -- $1: integer, $2: boolean, $3: text, $4: integer
UPDATE tree SET parent = max(id);  -- error grouping-error
UPDATE tree SET parent = rank() OVER ();  -- error grouping-error
UPDATE tree SET parent = generate_series(1, 2);  -- error wrong-object-type
UPDATE tree SET parent = 1 WHERE count(*) > 1;  -- error grouping-error
UPDATE tree SET parent = 1 WHERE id;  -- error datatype-mismatch
UPDATE tree SET parent = 1 WHERE nosuch = 1;  -- error undefined-column
UPDATE tree SET parent = 1 RETURNING count(*);  -- error grouping-error
UPDATE ONLY tree SET label = $1;  -- $1: text
UPDATE ONLY tree AS t SET label = $1 WHERE t.id = $2;  -- $1: text, $2: integer
UPDATE tree * SET label = $1;  -- $1: text
UPDATE ONLY (tree) SET label = $1;  -- $1: text
UPDATE shop.items SET price = price * $1 WHERE items.order_id = $2 AND shop.items.position = $3 RETURNING price;  -- $1: numeric, $2: uuid, $3: integer, price numeric
UPDATE shop.items AS i SET price = price * (1 + $1), sku = upper($2) FROM orders o WHERE o.id = i.order_id AND o.customer_id = $3;  -- $1: integer, $2: text, $3: bigint
UPDATE customers SET tags[1] = $1 WHERE id = $2 RETURNING tags;  -- $1: text, $2: bigint, tags text[]
UPDATE customers SET tags[$1] = $2;  -- $1: integer, $2: text
UPDATE customers SET tags[1:2] = $1;  -- $1: text[]
UPDATE customers SET tags[1:2] = ARRAY['a', 'b'], tags[5] = 'c';  -- nothing
UPDATE customers SET tags['a'] = 'x';  -- error datatype-mismatch
UPDATE customers SET tags = array_append(tags, $1);  -- $1: text
UPDATE customers SET tags = tags || $1;  -- $1: text[]
UPDATE customers SET tags = $1 WHERE tags && $2;  -- $1: text[], $2: text[]
UPDATE customers SET home.street = $1, home.number = $2 WHERE id = $3;  -- $1: text, $2: integer, $3: bigint
UPDATE customers SET home.street = $1, home = NULL;  -- error duplicate-column
UPDATE customers SET home.nosuch = $1;  -- error undefined-column
UPDATE customers SET home = ROW($1, $2, $3);  -- $1: text, $2: integer, $3: character varying
UPDATE customers SET home = ($1, $2, $3);  -- $1: text, $2: integer, $3: character varying
UPDATE customers SET home = NULL, feeling = $1;  -- $1: mood
UPDATE customers SET feeling = 'nosuch';  -- error datatype-mismatch
UPDATE customers SET feeling = $1::text;  -- error datatype-mismatch
UPDATE customers SET feeling = $1::text::mood;  -- $1: text
UPDATE customers SET prefs['a'] = $1;  -- $1: jsonb
UPDATE customers SET prefs['a']['b'] = to_jsonb($1::int), prefs = prefs;  -- error duplicate-column
UPDATE customers SET prefs = jsonb_set(prefs, '{a}', $1) WHERE prefs->>'b' = $2;  -- $1: jsonb, $2: text
UPDATE customers SET prefs = prefs || $1;  -- $1: jsonb
UPDATE customers SET prefs = prefs - $1;  -- $1: text
UPDATE customers SET prefs = prefs || jsonb_build_object('x', $1::text);  -- $1: text
UPDATE customers SET born = $1 + interval '1 day';  -- error datatype-mismatch
UPDATE customers SET born = born + $1;  -- error ambiguous-operator
UPDATE customers SET created_at = now() - $1::interval;  -- $1: interval
UPDATE plots SET grid[1][2] = $1, grid[1][3] = $2;  -- $1: integer, $2: integer
UPDATE plots SET homes[1].street = $1, homes[$2] = $3, home.zip = $4;  -- $1: text, $2: integer, $3: address, $4: character varying
UPDATE plots SET homes[1] = ROW('a', 1, 'b');  -- nothing
UPDATE plots SET x[1] = 1;  -- error datatype-mismatch
UPDATE plots SET x.y = 1;  -- error undefined-column
UPDATE plots SET (x, y) = (y, x), grid[1] = 3;  -- nothing
UPDATE plots SET (home.street, x) = ($1, $2);  -- $1: text, $2: double precision
UPDATE plots SET (home.street, grid[1]) = (SELECT $1, $2);  -- error datatype-mismatch
UPDATE orders SET quantity = $1, code = $2, valid = daterange($3, $4), note = $5 WHERE id = $6;  -- $1: positive, $2: character, $3: date, $4: date, $5: character varying, $6: uuid
UPDATE orders SET quantity = quantity + $1;  -- $1: integer
UPDATE orders SET total = total + $1, discount = discount * $2, small = small + $3;  -- $1: numeric, $2: real, $3: smallint
UPDATE orders SET paid = NOT paid RETURNING id, paid;  -- id uuid, paid boolean
UPDATE orders SET paid = $1 = 'yes';  -- $1: text
UPDATE orders SET paid = total > $1;  -- $1: numeric
UPDATE orders SET placed = $1, weight = $2 WHERE placed < $3;  -- $1: timestamp without time zone, $2: double precision, $3: timestamp without time zone
UPDATE ledger SET id = 3;  -- error invalid-column-reference
UPDATE ledger SET id = DEFAULT;  -- nothing
UPDATE ledger SET entry = $1;  -- $1: bigint
UPDATE ledger SET doubled = 3;  -- error invalid-column-reference
UPDATE ledger SET doubled = DEFAULT, amount = $1;  -- $1: numeric
UPDATE big_orders SET total = $1;  -- error wrong-object-type
UPDATE tree SET label = $1 RETURNING id, label AS l, tree.parent, tree;  -- $1: text, id integer, l text, parent integer, tree tree
UPDATE tree SET label = $1 RETURNING old.label, new.label, old, new.*;  -- $1: text, label text, label text, old tree, id integer, parent integer, label text
UPDATE tree SET label = $1 RETURNING WITH (OLD AS before, NEW AS after) before.label, after.label, after.*;  -- $1: text, label text, label text, id integer, parent integer, label text
UPDATE tree SET label = $1 RETURNING WITH (OLD AS before) before.label, new.label;  -- $1: text, label text, label text
UPDATE tree SET label = $1 RETURNING WITH (OLD AS before) old.label;  -- error undefined-table
UPDATE tree SET label = old.label;  -- error undefined-table
UPDATE tree SET ctid = '(0,1)';  -- error invalid-column-reference
UPDATE tree SET label = $1 WHERE CURRENT OF my_cursor;  -- $1: text
UPDATE tree SET label = $1 WHERE ctid = $2;  -- $1: text, $2: tid
UPDATE tree SET label = $1 WHERE tree = $2;  -- $1: text, $2: record
UPDATE tree t SET label = (SELECT string_agg(u.label, ',') FROM tree u WHERE u.parent = t.id);  -- nothing
UPDATE tree SET label = upper(label) WHERE id = (SELECT id FROM tree ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *;  -- id integer, parent integer, label text
UPDATE tree SET (label, parent) = (SELECT t.label, t.parent FROM tree t WHERE t.id = $1) WHERE id = $2;  -- $1: integer, $2: integer
UPDATE tree SET (label, parent) = (c.name, c.id) FROM customers c;  -- nothing
UPDATE tree SET (label, parent) = (SELECT c.name, c.id FROM customers c UNION SELECT $1, $2);  -- $1: text, $2: bigint
UPDATE tree SET (label, parent) = (VALUES ('a', 1));  -- nothing
UPDATE tree SET label = c.label FROM (tree c JOIN plots p ON p.x = c.id) WHERE tree.id = c.parent;  -- nothing
UPDATE tree SET label = $1 FROM customers c WHERE c.id = tree.id AND c.feeling = $2 AND c.prefs @> $3;  -- $1: text, $2: mood, $3: jsonb
UPDATE customers SET id = n FROM unnest(array['a']) WITH ORDINALITY AS u(label, n) JOIN orders o ON o.customer_id = u.n WHERE customers.name = label;  -- nothing
UPDATE customers SET name = label FROM pg_catalog.unnest(array['a']) WITH ORDINALITY AS u(label, n), orders o WHERE n = $1;  -- $1: bigint
UPDATE tree SET label = r.note FROM LATERAL (SELECT note FROM orders LIMIT $1) r JOIN customers c ON c.name = r.note WHERE c.id = tree.id;  -- $1: bigint
UPDATE tree SET label = r.note FROM (LATERAL (SELECT note FROM orders) r JOIN customers c ON true), LATERAL (SELECT c.id) x WHERE x.id = tree.id;  -- nothing
UPDATE tree t SET label = 'a' FROM LATERAL generate_series(1, $1) g JOIN orders o ON true WHERE t.id = g;  -- $1: integer
UPDATE tree t SET label = 'a' FROM LATERAL (SELECT t.id) r JOIN orders o ON true;  -- error undefined-table
UPDATE customers SET name = $1, tags[$1] = 'a';  -- error datatype-mismatch
UPDATE customers SET tags[$1] = 'a', name = $1;  -- error ambiguous-parameter
UPDATE customers SET tags[$1] = $2, id = $1;  -- error ambiguous-parameter
UPDATE customers SET prefs[$1] = $2, name = $1;  -- $1: text, $2: jsonb
UPDATE customers SET prefs[$1]['a'][$2] = $3;  -- $1: text, $2: text, $3: jsonb
UPDATE plots SET homes[$1].street = $2, grid[$1:$3] = $4;  -- $1: integer, $2: text, $3: integer, $4: integer[]
update public.customers * set (name) = row('1');  -- nothing
insert into customers (id, prefs['a'][$1]) values ($1, '{}');  -- error datatype-mismatch
update customers set prefs[1:2] = '{}';  -- error unsupported
update customers set prefs['a'][$1] = $2, id = $1;  -- error ambiguous-parameter
update customers set prefs[id] = '1';  -- error datatype-mismatch
update customers set prefs[name] = '1';  -- nothing
select prefs[1:2] from customers;  -- error unsupported
select prefs[id] from customers;  -- error datatype-mismatch
update customers set tags[$1:$2] = $3;  -- $1: integer, $2: integer, $3: text[]
