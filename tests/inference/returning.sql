-- RETURNING.

INSERT INTO tree VALUES ($1, $2, $3) RETURNING *;  -- $1: integer, $2: integer, $3: text, id integer, parent integer, label text
INSERT INTO tree VALUES ($1, $2, $3) RETURNING id AS new_id, parent + $4, upper(label);  -- $1: integer, $2: integer, $3: text, $4: integer, new_id integer, ?column? integer, upper text
INSERT INTO tree VALUES ($1, $2, $3) RETURNING tree.*, tree, (tree).id;  -- $1: integer, $2: integer, $3: text, id integer, parent integer, label text, tree tree, id integer
INSERT INTO tree AS t VALUES ($1, $2, $3) RETURNING t.*, t;  -- $1: integer, $2: integer, $3: text, id integer, parent integer, label text, t tree
INSERT INTO tree VALUES (1, 2, 'a') RETURNING 'x', NULL, $1;  -- $1: text, ?column? text, ?column? text, ?column? text
INSERT INTO tree VALUES (1, 2, 'a') RETURNING 1 AS a, id b, label AS "C";  -- a integer, b integer, C text
INSERT INTO tree VALUES (1, 2, 'a') RETURNING ctid, xmin, tableoid::regclass;  -- ctid tid, xmin xid, tableoid regclass
INSERT INTO tree VALUES (1, 2, 'a') RETURNING (SELECT name FROM customers WHERE customers.id = tree.id), EXISTS (SELECT 1 FROM tree t WHERE t.parent = tree.id);  -- name text, exists boolean
INSERT INTO tree VALUES (1, 2, 'a') RETURNING CASE WHEN id > $1 THEN label END AS l, coalesce(parent, $2);  -- $1: integer, $2: integer, l text, coalesce integer
INSERT INTO tree VALUES (1, 2, 'a') ON CONFLICT (id) DO UPDATE SET label = excluded.label RETURNING old.label AS was, new.label AS now, (old.id IS NULL) AS inserted;  -- was text, now text, inserted boolean
INSERT INTO tree VALUES (1, 2, 'a') ON CONFLICT (id) DO NOTHING RETURNING id, (xmax = 0) AS inserted;  -- id integer, inserted boolean
INSERT INTO tree VALUES (1, 2, 'a') RETURNING WITH (NEW AS fresh) fresh.*, old.id;  -- id integer, parent integer, label text, id integer
INSERT INTO tree VALUES (1, 2, 'a') RETURNING WITH (OLD AS o, NEW AS n) o, n, n.label || o.label;  -- o tree, n tree, ?column? text
INSERT INTO tree VALUES (1, 2, 'a') RETURNING WITH (OLD AS o, OLD AS p) o.id;  -- error syntax-error
INSERT INTO tree VALUES (1, 2, 'a') RETURNING WITH (OLD AS tree) tree.id;  -- error duplicate-alias
INSERT INTO tree VALUES (1, 2, 'a') RETURNING WITH (OLD AS x, NEW AS x) x.id;  -- error duplicate-alias
UPDATE tree SET label = $1 RETURNING old.*, new.*;  -- $1: text, id integer, parent integer, label text, id integer, parent integer, label text
UPDATE tree SET label = $1 RETURNING old.label <> new.label AS changed, old, (new).id;  -- $1: text, changed boolean, old tree, id integer
UPDATE tree SET label = $1 RETURNING old.ctid, new.tableoid;  -- $1: text, ctid tid, tableoid oid
UPDATE tree SET label = $1 RETURNING old.nosuch;  -- error undefined-column
UPDATE tree old SET label = $1 RETURNING old.label;  -- $1: text, label text
UPDATE tree SET label = $1 FROM customers old WHERE old.id = tree.id RETURNING old.name, new.label;  -- $1: text, name text, label text
UPDATE tree SET label = $1 FROM customers c WHERE c.id = tree.id RETURNING tree.id, c.id AS cid, c.*, c;  -- $1: text, id integer, cid bigint, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, c customers
UPDATE tree SET label = $1 FROM customers c WHERE c.id = tree.id RETURNING id;  -- error ambiguous-column
UPDATE tree SET label = $1 FROM customers c WHERE c.id = tree.id RETURNING name, parent, $2 || name;  -- $1: text, $2: text, name text, parent integer, ?column? text
UPDATE tree SET label = $1 RETURNING row_to_json(tree), to_jsonb(new), new.id::text;  -- $1: text, row_to_json json, to_jsonb jsonb, id text
UPDATE tree SET label = $1 RETURNING old.id + new.id AS sum, greatest(old.parent, new.parent);  -- $1: text, sum integer, greatest integer
UPDATE customers SET home.street = $1 RETURNING (home).street, (new.home).zip, (old.home).*, tags[1], prefs['a'];  -- $1: text, street text, zip character varying, street text, number integer, zip character varying, tags text, prefs jsonb
UPDATE customers SET name = $1 RETURNING (SELECT count(*) FROM orders o WHERE o.customer_id = customers.id), (SELECT old.name), (SELECT new.name || $2);  -- $1: text, $2: text, count bigint, name text, ?column? text
DELETE FROM tree RETURNING old.*, new.*;  -- id integer, parent integer, label text, id integer, parent integer, label text
DELETE FROM tree RETURNING old.id, id, new;  -- id integer, id integer, new tree
DELETE FROM tree RETURNING *, tree;  -- id integer, parent integer, label text, tree tree
DELETE FROM tree RETURNING;  -- error syntax-error
INSERT INTO big_orders VALUES (NULL, NULL, 1) RETURNING *;  -- error wrong-object-type
INSERT INTO customers (name) VALUES ($1) RETURNING id::text, created_at::date AS day, age(created_at);  -- $1: text, id text, day date, age interval
INSERT INTO customers (name) VALUES ($1) RETURNING customers.id AS customers, name AS id;  -- $1: text, customers bigint, id text
INSERT INTO customers (name) VALUES ($1) RETURNING public.customers.id;  -- $1: text, id bigint
INSERT INTO customers (name) VALUES ($1) RETURNING c.id;  -- error undefined-table
INSERT INTO customers (name) VALUES ($1) RETURNING *, *;  -- $1: text, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone, id bigint, name text, mail email, born date, feeling mood, home address, tags text[], prefs jsonb, created_at timestamp with time zone
INSERT INTO customers (name) SELECT label AS l FROM tree RETURNING l;  -- error undefined-column
INSERT INTO customers (name) SELECT label FROM tree RETURNING tree.id;  -- error undefined-table
delete from tree returning with (old as v) @ v.id, v.id or;  -- ?column? integer, or integer
delete from tree as t where true returning with (new as n) old is distinct from n;  -- ?column? boolean
delete from tree as t where true returning old is distinct from new;  -- ?column? boolean
delete from tree as t where true returning old is not distinct from new, 1;  -- ?column? boolean, ?column? integer
delete from tree as t where true returning t is distinct from old, 1;  -- ?column? boolean, ?column? integer
insert into tree as t values (1, 2, 'a') returning with (old as o, new as n) o is distinct from n;  -- ?column? boolean
