-- A :one query should find its row by the primary key.
-- level: note
-- help: Compare every column of the key.
SELECT name, format('%s finds its row in %s otherwise than by the primary key', name, reads[1])
FROM queries
WHERE command = 'one' AND cardinality <> 'exactly_one' AND cardinality(reads) = 1
  AND EXISTS (
    SELECT FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indisprimary AND i.indrelid = to_regclass(reads[1])
      AND sql !~ format('\m%s\M\s*=', a.attname)
  );
