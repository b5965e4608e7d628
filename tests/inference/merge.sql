-- MERGE.

MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN DELETE;  -- nothing
MERGE INTO tree USING plots ON tree.id = plots.x WHEN MATCHED THEN UPDATE SET label = $1;  -- $1: text
MERGE INTO tree AS t USING customers AS c ON t.id = c.id WHEN MATCHED AND c.name = $1 THEN UPDATE SET label = c.name || $2 WHEN NOT MATCHED THEN INSERT (id, label) VALUES (c.id, $3);  -- $1: text, $2: text, $3: text
MERGE INTO tree t USING (SELECT $1::int AS id, $2 AS label) s ON t.id = s.id WHEN MATCHED THEN UPDATE SET label = s.label WHEN NOT MATCHED THEN INSERT (id, label) VALUES (s.id, s.label);  -- $1: integer, $2: text
MERGE INTO tree t USING (VALUES ($1::int, $2)) s (id, label) ON t.id = s.id WHEN NOT MATCHED THEN INSERT VALUES (s.id, NULL, s.label) WHEN MATCHED THEN DO NOTHING;  -- $1: integer, $2: text
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED AND t.label = $1 THEN DELETE WHEN MATCHED THEN UPDATE SET (label, parent) = ($2, $3);  -- $1: text, $2: text, $3: integer
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET (label, parent) = (SELECT name, $1 FROM customers WHERE id = p.owner);  -- error datatype-mismatch
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET (label, parent) = (SELECT name, id::int FROM customers WHERE id = p.owner);  -- nothing
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED BY SOURCE THEN DELETE;  -- nothing
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED BY SOURCE AND t.label = $1 THEN UPDATE SET label = $2 WHEN NOT MATCHED BY TARGET AND p.y > $3 THEN INSERT (id, label) VALUES (1, p.doc->>'a');  -- $1: text, $2: text, $3: real
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED BY SOURCE AND p.x = 1 THEN DELETE;  -- error undefined-table
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED AND t.id = 1 THEN INSERT VALUES (1);  -- error undefined-table
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN INSERT (id, label) VALUES (t.id, 'a');  -- error undefined-table
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN INSERT DEFAULT VALUES;  -- nothing
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN INSERT (id, label) OVERRIDING SYSTEM VALUE VALUES ($1, $2);  -- $1: integer, $2: text
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN INSERT (id) VALUES (p.x);  -- nothing
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN INSERT (id, label) VALUES (1);  -- error column-count
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN INSERT (id) VALUES (1, 2);  -- error column-count
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN INSERT (nosuch) VALUES (1);  -- error undefined-column
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN INSERT (id, label) VALUES (1, DEFAULT);  -- nothing
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN DO NOTHING;  -- nothing
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET nosuch = 1;  -- error undefined-column
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET label = DEFAULT, parent = t.parent + $1;  -- $1: integer
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET label = 'a', label = 'b';  -- error duplicate-column
MERGE INTO tree t USING plots p ON t.id = $1 AND p.doc @> $2 WHEN MATCHED THEN DELETE;  -- $1: integer, $2: jsonb
MERGE INTO tree t USING tree t ON true WHEN MATCHED THEN DELETE;  -- error duplicate-alias
MERGE INTO tree USING tree ON true WHEN MATCHED THEN DELETE;  -- error duplicate-alias
MERGE INTO nosuch USING plots ON true WHEN MATCHED THEN DELETE;  -- error undefined-table
MERGE INTO tree USING nosuch ON true WHEN MATCHED THEN DELETE;  -- error undefined-table
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN DELETE RETURNING merge_action(), t.id, p.x;  -- merge_action text, id integer, x double precision
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN DELETE RETURNING *;  -- x double precision, y real, grid integer[], homes address[], home address, doc jsonb, owner bigint, id integer, parent integer, label text
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET label = 'a' RETURNING merge_action() AS act, old.label, new.label, t.*, p.y;  -- act text, label text, label text, id integer, parent integer, label text, y real
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET label = 'a' RETURNING WITH (OLD AS o, NEW AS n) o.label, n.label, $1::int;  -- $1: integer, label text, label text, int4 integer
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN DELETE RETURNING count(*);  -- error grouping-error
MERGE INTO ONLY tree t USING ONLY tree p ON t.id = p.parent WHEN MATCHED THEN DELETE;  -- nothing
MERGE INTO tree t USING (plots p JOIN customers c ON c.id = p.owner) ON t.id = p.x WHEN MATCHED THEN UPDATE SET label = c.name;  -- nothing
MERGE INTO tree t USING plots p JOIN customers c ON c.id = p.owner ON t.id = p.x WHEN MATCHED THEN UPDATE SET label = c.name;  -- nothing
MERGE INTO tree t USING generate_series(1, $1) AS g (n) ON t.id = g.n WHEN NOT MATCHED THEN INSERT (id, label) VALUES (n, $2);  -- $1: integer, $2: text
MERGE INTO tree t USING unnest($1::int[], $2::text[]) AS u (id, label) ON t.id = u.id WHEN MATCHED THEN UPDATE SET label = u.label WHEN NOT MATCHED THEN INSERT (id, label) VALUES (u.id, u.label);  -- $1: integer[], $2: text[]
WITH s AS (SELECT 1 AS id, 'x' AS label) MERGE INTO tree t USING s ON s.id = t.id WHEN MATCHED THEN UPDATE SET label = s.label WHEN NOT MATCHED THEN INSERT (id, label) VALUES (s.id, s.label) RETURNING t.label;  -- label text
MERGE INTO shop.items i USING orders o ON o.id = i.order_id WHEN MATCHED AND o.paid THEN UPDATE SET price = i.price * $1 WHEN MATCHED THEN DELETE;  -- $1: numeric
MERGE INTO customers c USING (SELECT $1::text AS mail, $2::text AS name) s ON c.mail = s.mail WHEN MATCHED THEN UPDATE SET name = s.name, tags[1] = $3, home.street = $4 WHEN NOT MATCHED THEN INSERT (name, mail) VALUES (s.name, s.mail) RETURNING c.id;  -- $1: text, $2: text, $3: text, $4: text, id bigint
MERGE INTO customers c USING orders o ON o.customer_id = c.id WHEN NOT MATCHED THEN INSERT (id, name, born, feeling) VALUES (o.customer_id, $1, $2, $3);  -- $1: text, $2: date, $3: mood
MERGE INTO customers c USING orders o ON o.customer_id = c.id WHEN NOT MATCHED THEN INSERT (name, home.street, tags[1]) VALUES ($1, $2, $3);  -- $1: text, $2: text, $3: text
MERGE INTO ledger l USING tree t ON l.id = t.id WHEN NOT MATCHED THEN INSERT (amount, memo) VALUES ($1, $2) WHEN MATCHED THEN UPDATE SET amount = l.amount + $3;  -- $1: numeric, $2: text, $3: numeric
MERGE INTO ledger l USING tree t ON l.id = t.id WHEN NOT MATCHED THEN INSERT (id, amount) VALUES (1, 2);  -- error invalid-column-reference
MERGE INTO ledger l USING tree t ON l.id = t.id WHEN MATCHED THEN UPDATE SET doubled = 2;  -- error invalid-column-reference
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET label = (SELECT name FROM customers c WHERE c.id = p.owner), parent = $1;  -- $1: integer
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN UPDATE SET parent = max(t.id);  -- error grouping-error
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED AND count(*) > 1 THEN DELETE;  -- error grouping-error
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED AND EXISTS (SELECT 1 FROM customers c WHERE c.id = t.id AND c.name = $1) THEN DELETE;  -- $1: text
MERGE INTO totals t USING plots p ON true WHEN MATCHED THEN DELETE;  -- error wrong-object-type
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN INSERT VALUES (1);  -- error syntax-error
MERGE INTO tree t USING plots p ON t.id = p.x WHEN NOT MATCHED THEN DELETE;  -- error syntax-error
MERGE INTO tree t USING plots p ON t.id = p.x WHEN MATCHED THEN DELETE WHEN MATCHED THEN DO NOTHING;  -- error syntax-error
MERGE INTO tree t USING LATERAL (SELECT 1 AS x) r JOIN orders o ON o.small = r.x ON t.id = r.x WHEN MATCHED THEN UPDATE SET label = o.note RETURNING r.x, o.note;  -- x integer, note character varying
MERGE INTO tree s USING (SELECT 900 AS id) n ON n.id = s.id WHEN MATCHED THEN UPDATE SET label = DEFAULT WHEN NOT MATCHED THEN INSERT (id) VALUES (n.id);  -- nothing
merge into only (tree) using customers cross join shop.items on true when matched then delete;  -- nothing
merge into tree using tree cross join orders on true when matched then delete;  -- nothing
merge into tree using (tree join orders on true) on tree.id = 1 when matched then delete;  -- error duplicate-alias
merge into tree using (tree cross join orders) as tree on true when matched then delete;  -- error duplicate-alias
merge into ledger l using orders o on true when matched and l.tableoid is null then delete;  -- nothing
merge into ledger using orders o on true when not matched then insert (amount) values (1);  -- nothing
merge into ledger using orders o on true when not matched then insert values (default, 1, 1, default);  -- nothing
merge into ledger using orders o on true when not matched then insert default values;  -- nothing
merge into big_orders using tree on true when not matched then insert default values;  -- error wrong-object-type
merge into tree using orders on true when not matched then insert default values;  -- nothing
merge into tree_view using orders on true when not matched then insert default values;  -- nothing
merge into ledger_view using orders on true when not matched then insert default values;  -- nothing
merge into tree using tree natural join orders on true when matched then delete;  -- error undefined-operator
merge into tree using tree t join tree using (id) on true when matched then delete;  -- nothing
