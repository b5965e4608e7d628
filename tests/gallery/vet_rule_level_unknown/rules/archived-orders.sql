-- Orders are archived: a query has to say which it wants.
-- level: eror
SELECT name FROM queries;
