CREATE TABLE t (id int);
CREATE VIEW counts AS SELECT count(*) AS n FROM t;
