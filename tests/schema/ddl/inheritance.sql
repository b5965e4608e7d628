-- LIKE, INHERITS, OF and partitions.
CREATE TABLE base (
    id serial PRIMARY KEY, name text NOT NULL DEFAULT 'x', qty int CHECK (qty > 0), tag text UNIQUE,
    total int GENERATED ALWAYS AS (qty * 2) STORED, ident int GENERATED ALWAYS AS IDENTITY
);
COMMENT ON COLUMN base.name IS 'the name';
CREATE TABLE like_plain (LIKE base, extra int);
CREATE TABLE like_all (first int, LIKE base INCLUDING ALL);
CREATE TABLE like_some (LIKE base INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
CREATE TABLE like_but (LIKE base INCLUDING ALL EXCLUDING INDEXES EXCLUDING COMMENTS EXCLUDING IDENTITY);
CREATE TABLE heir (own text NOT NULL) INHERITS (base);
CREATE TABLE second (name text, place text CHECK (place <> '')  NO INHERIT);
CREATE TABLE grandheir (place text NOT NULL, more int) INHERITS (heir, second);
ALTER TABLE base ADD COLUMN later int NOT NULL DEFAULT 0, ADD CONSTRAINT later_ok CHECK (later >= 0);
ALTER TABLE base RENAME COLUMN qty TO quantity;
ALTER TABLE base ALTER COLUMN tag SET NOT NULL;
ALTER TABLE base ALTER COLUMN later TYPE bigint;
ALTER TABLE base DROP COLUMN total;
CREATE TABLE joins (id int NOT NULL, name text NOT NULL, quantity int, tag text NOT NULL, ident int NOT NULL, later bigint NOT NULL,
  CONSTRAINT base_qty_check CHECK (quantity > 0), CONSTRAINT later_ok CHECK (later >= 0));
ALTER TABLE joins INHERIT base;
ALTER TABLE joins NO INHERIT base;
CREATE TYPE pair AS (a int, b text);
CREATE TABLE typed OF pair (a WITH OPTIONS PRIMARY KEY, b DEFAULT 'x');
CREATE TABLE measured (at timestamptz NOT NULL, device int, value float8 DEFAULT 0, kind text, CHECK (value >= 0), PRIMARY KEY (at, device)) PARTITION BY RANGE (at);
CREATE TABLE measured_1 PARTITION OF measured FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE measured_2 PARTITION OF measured (value NOT NULL DEFAULT 1, CHECK (kind <> '')) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE measured_rest PARTITION OF measured DEFAULT;
CREATE TABLE attached (at timestamptz NOT NULL, device int NOT NULL, value float8, kind text, CONSTRAINT measured_value_check CHECK (value >= 0));
ALTER TABLE measured ATTACH PARTITION attached FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE UNIQUE INDEX measured_unique ON measured (device, at);
ALTER TABLE measured ADD COLUMN note text, ALTER kind SET NOT NULL;
CREATE TABLE owners (id int PRIMARY KEY);
ALTER TABLE measured ADD CONSTRAINT measured_device FOREIGN KEY (device) REFERENCES owners;
ALTER TABLE measured DETACH PARTITION measured_1;
CREATE TABLE sub (a int, b text) PARTITION BY LIST (a);
CREATE TABLE sub_1 PARTITION OF sub (b NOT NULL) FOR VALUES IN (1) PARTITION BY LIST (b);
CREATE TABLE sub_1_x PARTITION OF sub_1 FOR VALUES IN ('x');
CREATE TABLE goes (a int) PARTITION BY LIST (a);
CREATE TABLE goes_too PARTITION OF goes FOR VALUES IN (1, 2);
DROP TABLE goes;
CREATE TABLE identified (id bigint GENERATED ALWAYS AS IDENTITY, a int NOT NULL) PARTITION BY HASH (a);
CREATE TABLE identified_0 PARTITION OF identified FOR VALUES WITH (MODULUS 2, REMAINDER 0);
ALTER TABLE identified ADD COLUMN attempt int NOT NULL DEFAULT 1 CHECK (attempt >= 1), ADD COLUMN serial_no bigserial;
ALTER TABLE identified ADD COLUMN checked boolean CHECK (checked) CHECK (a > 0);
