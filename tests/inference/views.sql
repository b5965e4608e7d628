-- Views that can be written through, and those that can't.

INSERT INTO tree_view (id, label) VALUES ($1, $2) RETURNING *;  -- $1: integer, $2: text, id integer, parent integer, label text, again text
INSERT INTO tree_view VALUES ($1, $2, $3);  -- $1: integer, $2: integer, $3: text
INSERT INTO tree_view VALUES (1, 2, 'a', 'b');  -- error duplicate-column
INSERT INTO tree_view (label, again) VALUES ('a', 'b');  -- error duplicate-column
INSERT INTO tree_twice (id, label) SELECT id, label || $1 FROM tree RETURNING id;  -- $1: text, id integer
INSERT INTO tree_twice (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = excluded.label;  -- $1: integer, $2: text
INSERT INTO ledger_view (amount, memo) VALUES ($1, $2) RETURNING number, doubled, shout;  -- $1: numeric, $2: text, number bigint, doubled numeric, shout text
INSERT INTO ledger_view (id, amount) VALUES (1, 2);  -- error invalid-column-reference
INSERT INTO ledger_view (id, amount) OVERRIDING SYSTEM VALUE VALUES ($1, $2);  -- $1: integer, $2: numeric
INSERT INTO ledger_view (doubled) VALUES (1);  -- error invalid-column-reference
INSERT INTO ledger_view (doubled, amount) VALUES (DEFAULT, $1);  -- $1: numeric
INSERT INTO ledger_view (shout) VALUES ('a');  -- error wrong-object-type
INSERT INTO ledger_view (amount) VALUES ($1) ON CONFLICT (id) DO UPDATE SET shout = 'a';  -- error wrong-object-type
INSERT INTO ledger_view (amount) VALUES ($1) ON CONFLICT (id) DO UPDATE SET memo = excluded.memo;  -- $1: numeric
INSERT INTO tree_sample VALUES (1);  -- error wrong-object-type
INSERT INTO big_orders (total) VALUES (1);  -- error wrong-object-type
UPDATE tree_view SET label = $1 WHERE id = $2 RETURNING again;  -- $1: text, $2: integer, again text
UPDATE tree_view SET label = $1, again = $2;  -- error duplicate-column
UPDATE tree_twice SET label = upper(label) WHERE id = ANY ($1) RETURNING tree_twice.*;  -- $1: integer[], id integer, label text
UPDATE ledger_view SET number = $1, memo = $2 WHERE shout = $3;  -- $1: bigint, $2: text, $3: text
UPDATE ledger_view SET shout = 'a';  -- error wrong-object-type
UPDATE ledger_view SET doubled = 3;  -- error invalid-column-reference
UPDATE ledger_view SET id = DEFAULT;  -- error invalid-column-reference
UPDATE ledger_view SET id = 3;  -- error invalid-column-reference
UPDATE big_orders SET total = 1;  -- error wrong-object-type
UPDATE tree_sample SET id = 1;  -- error wrong-object-type
DELETE FROM tree_view WHERE again = $1 RETURNING id, old.label;  -- $1: text, id integer, label text
DELETE FROM tree_twice USING plots p WHERE p.x = tree_twice.id;  -- nothing
DELETE FROM big_orders;  -- error wrong-object-type
MERGE INTO tree_view v USING plots p ON v.id = p.x WHEN MATCHED THEN UPDATE SET label = $1 WHEN NOT MATCHED THEN INSERT (id, label) VALUES ($2, $3);  -- $1: text, $2: integer, $3: text
MERGE INTO big_orders b USING plots p ON true WHEN MATCHED THEN DELETE;  -- error wrong-object-type
MERGE INTO ledger_view v USING plots p ON v.id = p.x WHEN MATCHED THEN UPDATE SET shout = 'a';  -- error wrong-object-type
SELECT id FROM tree_view TABLESAMPLE system (1);  -- error wrong-object-type
SELECT v.again, v FROM tree_view v FOR UPDATE;  -- again text, v tree_view
SELECT v.id FROM ledger_view v FOR SHARE OF v;  -- id integer
