-- Orders are archived: a query has to say which it wants.
SELECT name FROM queries;
