-- Constraints of columns and tables, their names, and what they make of columns.
CREATE TABLE parent (
    id bigint PRIMARY KEY,
    code text NOT NULL,
    region text,
    CONSTRAINT parent_code UNIQUE (code) INCLUDE (region),
    UNIQUE NULLS NOT DISTINCT (region, code),
    CHECK (id > 0),
    CHECK (code <> '' AND region <> ''),
    CONSTRAINT region_known CHECK (region IN ('a', 'b')) NO INHERIT
);
CREATE TABLE child (
    a bigint REFERENCES parent ON DELETE CASCADE ON UPDATE SET NULL,
    b text REFERENCES parent (code) MATCH FULL DEFERRABLE INITIALLY DEFERRED NOT NULL,
    c text, d text UNIQUE DEFERRABLE,
    e int UNIQUE USING INDEX TABLESPACE pg_default,
    f int CHECK (f > 0) CHECK (f < 10),
    g int CONSTRAINT g_present NOT NULL,
    h int4range,
    CONSTRAINT pk PRIMARY KEY (a, b) WITH (fillfactor = 70),
    FOREIGN KEY (c, d) REFERENCES parent (region, code) ON DELETE SET NULL (c),
    EXCLUDE USING gist (h WITH &&) WHERE (f > 0),
    CONSTRAINT c_there NOT NULL c
);
CREATE TABLE deferred (a int PRIMARY KEY DEFERRABLE, b int UNIQUE INITIALLY DEFERRED);
CREATE TABLE itself (id int PRIMARY KEY, up int REFERENCES itself, down int CONSTRAINT downward REFERENCES itself (id));
CREATE TABLE indexed (a int, b text, c text, d text);
CREATE UNIQUE INDEX ON indexed (a);
CREATE UNIQUE INDEX indexed_b ON public.indexed USING btree (b DESC NULLS LAST, c text_pattern_ops) INCLUDE (d);
CREATE UNIQUE INDEX indexed_lower ON indexed (lower(b), a);
CREATE UNIQUE INDEX indexed_partial ON indexed (c) WHERE d IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS indexed_d ON ONLY indexed (d COLLATE "C") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX IF NOT EXISTS indexed_d ON indexed (a, b);
CREATE INDEX ON indexed (a, lower(b), (c || d));
CREATE UNIQUE INDEX dropped ON indexed (b);
DROP INDEX dropped;
DROP INDEX IF EXISTS dropped, never_there;
CREATE UNIQUE INDEX taken_over ON indexed (c, d);
ALTER TABLE indexed ADD CONSTRAINT indexed_unique UNIQUE USING INDEX taken_over;
CREATE UNIQUE INDEX becomes_pk ON indexed (a, c);
ALTER TABLE indexed ADD PRIMARY KEY USING INDEX becomes_pk;
CREATE UNIQUE INDEX old_name ON indexed (b, a);
ALTER INDEX old_name RENAME TO new_name;
CREATE TABLE temporal (id int, valid daterange, note text);
CREATE TABLE checks (a int, b int, CONSTRAINT both_there CHECK (a IS NOT NULL AND b IS NOT NULL), CHECK (num_nonnulls(a, b) = 1) NOT ENFORCED);
-- The names that are chosen are told apart from those of all relations of the schema.
CREATE TABLE visits (id int PRIMARY KEY, code int CHECK (code > 0), other int REFERENCES visits);
ALTER TABLE visits RENAME TO old_visits;
CREATE TABLE visits (id int PRIMARY KEY, code int CHECK (code > 1), other int REFERENCES old_visits);
ALTER TABLE visits DROP CONSTRAINT visits_code_check1;
ALTER TABLE visits DROP CONSTRAINT visits_other_fkey1;
ALTER TABLE visits ADD FOREIGN KEY (other) REFERENCES visits;
CREATE TABLE visits_other (id int REFERENCES visits, fkey int REFERENCES visits);
CREATE TABLE visits_code (check_ int CHECK (check_ > 0), "check" int UNIQUE);
-- Of two equal keys that a new table is written with, one is made.
CREATE TABLE twice_keyed (id int UNIQUE PRIMARY KEY, code text UNIQUE, CONSTRAINT by_code UNIQUE (code), UNIQUE (id, code), UNIQUE (code, id), UNIQUE (id) DEFERRABLE);
