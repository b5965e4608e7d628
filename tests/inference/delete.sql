-- DELETE.

DELETE FROM tree;  -- nothing
DELETE FROM tree WHERE id = $1;  -- $1: integer
DELETE FROM tree t WHERE t.id = $1 RETURNING *;  -- $1: integer, id integer, parent integer, label text
DELETE FROM tree AS t WHERE t.id = $1 RETURNING t.id, label AS l;  -- $1: integer, id integer, l text
DELETE FROM tree AS t WHERE tree.id = 1;  -- error undefined-table
DELETE FROM ONLY tree WHERE id = $1;  -- $1: integer
DELETE FROM ONLY (tree) WHERE id = $1;  -- $1: integer
DELETE FROM tree * WHERE id = $1;  -- $1: integer
DELETE FROM shop.items WHERE items.order_id = $1 AND shop.items.position > $2 RETURNING sku;  -- $1: uuid, $2: integer, sku text
DELETE FROM tree USING customers WHERE customers.id = tree.id AND customers.name = $1;  -- $1: text
DELETE FROM tree USING customers c WHERE c.id = tree.id RETURNING c.name, tree.*;  -- name text, id integer, parent integer, label text
DELETE FROM tree USING customers c WHERE c.id = tree.id RETURNING *;  -- id integer, parent integer, label text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
DELETE FROM tree USING customers c, orders o WHERE o.customer_id = c.id AND c.id = tree.id AND o.total > $1 RETURNING o.id, tree.id;  -- $1: numeric, id uuid, id integer
DELETE FROM tree USING customers c JOIN orders o ON o.customer_id = c.id WHERE c.id = tree.id RETURNING o.id AS oid, name;  -- oid uuid, name text
DELETE FROM tree USING customers c LEFT JOIN orders o ON o.customer_id = c.id, plots p WHERE c.id = tree.id AND p.x = tree.id RETURNING p.x, o.total;  -- x double precision, total numeric
DELETE FROM tree USING plots p, customers c LEFT JOIN orders o USING (id) WHERE c.id = tree.id RETURNING p.x;  -- error undefined-operator
DELETE FROM tree USING customers c CROSS JOIN orders o WHERE tree.id = c.id RETURNING o.id;  -- id uuid
DELETE FROM tree USING tree WHERE true;  -- error duplicate-alias
DELETE FROM tree USING tree u WHERE u.parent = tree.id RETURNING u.label;  -- label text
DELETE FROM tree t USING tree u WHERE u.parent = t.id AND u.label = $1;  -- $1: text
DELETE FROM tree USING (SELECT id AS i FROM customers WHERE name = $1) s WHERE s.i = tree.id RETURNING s.i;  -- $1: text, i bigint
DELETE FROM tree USING (VALUES ($1::int), (2)) v (i) WHERE v.i = tree.id;  -- $1: integer
DELETE FROM tree USING unnest($1::int[]) AS u (i) WHERE u.i = tree.id;  -- $1: integer[]
DELETE FROM tree USING generate_series(1, $1) g WHERE g = tree.id;  -- $1: integer
DELETE FROM tree USING LATERAL (SELECT tree.id) s WHERE true;  -- error undefined-table
DELETE FROM tree WHERE id IN (SELECT id FROM tree ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING id;  -- $1: bigint, id integer
DELETE FROM tree WHERE id = ANY ($1) AND label <> ALL ($2);  -- $1: integer[], $2: text[]
DELETE FROM tree WHERE (id, label) IN (SELECT $1::int, $2);  -- $1: integer, $2: text
DELETE FROM tree WHERE (id, label) = ($1, $2);  -- $1: integer, $2: text
DELETE FROM tree WHERE NOT EXISTS (SELECT 1 FROM plots p WHERE p.x = tree.id);  -- nothing
DELETE FROM tree WHERE id = (SELECT max(t.id) FROM tree t);  -- nothing
DELETE FROM tree WHERE ctid = ANY (ARRAY(SELECT ctid FROM tree LIMIT $1));  -- $1: bigint
DELETE FROM tree WHERE CURRENT OF a_cursor;  -- nothing
DELETE FROM tree WHERE nosuch = 1;  -- error undefined-column
DELETE FROM tree WHERE id;  -- error datatype-mismatch
DELETE FROM tree WHERE count(*) = 1;  -- error grouping-error
DELETE FROM tree WHERE rank() OVER () = 1;  -- error grouping-error
DELETE FROM tree WHERE $1;  -- $1: boolean
DELETE FROM nosuch;  -- error undefined-table
DELETE FROM shop.nosuch;  -- error undefined-table
DELETE FROM customers WHERE created_at < now() - $1::interval;  -- $1: interval
DELETE FROM customers WHERE created_at < now() - make_interval(days => $1);  -- $1: integer
DELETE FROM customers WHERE created_at < $1 RETURNING id, old.name, new.name;  -- $1: timestamp with time zone, id bigint, name text, name text
DELETE FROM customers RETURNING count(*);  -- error grouping-error
DELETE FROM customers RETURNING nosuch;  -- error undefined-column
DELETE FROM customers RETURNING customers, (home).street, tags[1];  -- customers customers, street text, tags text
DELETE FROM big_orders WHERE id = $1;  -- error wrong-object-type
DELETE FROM measures WHERE at < $1;  -- $1: timestamp with time zone
DELETE FROM tree JOIN plots ON true;  -- error syntax-error
DELETE FROM tree WHERE id = 1 LIMIT 1;  -- error syntax-error
DELETE FROM tree LIMIT 1;  -- error syntax-error
DELETE FROM tree USING unnest($1::int[]) WITH ORDINALITY AS a (id, ord) JOIN unnest($2::text[]) WITH ORDINALITY AS b (label, ord) USING (ord) WHERE tree.id = a.id AND tree.label = b.label;  -- $1: integer[], $2: text[]
DELETE FROM tree USING plots p, customers c NATURAL JOIN orders o, LATERAL (SELECT c.id AS x) l WHERE tree.id = l.x RETURNING l.x;  -- error undefined-operator
DELETE FROM tree USING ONLY plots AS p CROSS JOIN generate_series(1, $1) g WHERE tree.id = g RETURNING g, p.y;  -- $1: integer, g integer, y real
WITH gone AS (DELETE FROM tree USING plots p JOIN customers c ON c.id = p.owner WHERE tree.id = p.x RETURNING c.name) SELECT name FROM gone;  -- name text
DELETE FROM tree USING (plots p JOIN customers c ON c.id = p.owner) WHERE tree.id = p.x;  -- nothing
DELETE FROM tree USING plots AS p (a, b) JOIN customers c ON c.id = p.a;  -- nothing
DELETE FROM tree t USING LATERAL (SELECT $1::integer AS x) r JOIN orders o ON o.small = r.x WHERE t.id = r.x RETURNING r.x, o.note;  -- $1: integer, x integer, note character varying
delete from tree using (orders o cross join tree) as feeling;  -- nothing
