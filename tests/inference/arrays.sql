select tags[1], tags[1:2], tags[:2], tags[2:], tags[:], tags[$1], tags[$2:$3] from customers;  -- $1: integer, $2: integer, $3: integer, tags text, tags text[], tags text[], tags text[], tags text[], tags text, tags text[]
select tags[1][2], (tags)[1], (array[1, 2, 3])[2], ('{1,2}'::int[])[1] from customers;  -- tags text, tags text, array integer, int4 integer
select (array[[1, 2], [3, 4]])[1][2], (array[[1, 2], [3, 4]])[1:1][2:2], (array[[1,2],[3,4]])[1:2][1] from customers;  -- array integer, array integer[], array integer[]
select array[1, 2], array['a', 'b'], array[1, null], array[1, 2.5], array[1, 2::bigint], array[null], array['a', name] from customers;  -- array integer[], array text[], array integer[], array numeric[], array bigint[], array text[], array text[]
select array[$1, 1], array[$2, name], array[id, $3] from customers;  -- $1: integer, $2: text, $3: bigint, array integer[], array text[], array bigint[]
select array[$1];  -- $1: text, array text[]
select array[$1, $2];  -- $1: text, $2: text, array text[]
select array[[1, 2], [3, 4]], array[array[1], array[2]], array[tags, tags], array[[$1, 1]] from customers;  -- $1: integer, array integer[], array integer[], array text[], array integer[]
select array[]::int[], '{}'::text[], array[row(1, 2)], array[c] from customers c;  -- array integer[], text text[], array record[], array customers[]
select array[];  -- error indeterminate-parameter
select array['1', 2], array[now(), '2020-01-01'], array['ok'::mood, 'sad'], array[1, 'x'::text];  -- error datatype-mismatch
select array[1, true];  -- error datatype-mismatch
select tags || 'a'::text, tags || array['a'], 'a'::text || tags, tags || tags, tags || $1, tags || null from customers;  -- $1: text[], ?column? text[], ?column? text[], ?column? text[], ?column? text[], ?column? text[], ?column? text[]
select tags || 'a' from customers;  -- error datatype-mismatch
select tags || '{a}' from customers;  -- ?column? text[]
select array[1] || 2, 1 || array[2], array[1] || array[2], array[1] || null, array[1] || 2.5, array[1] || $1, $2 || array[1];  -- $1: integer[], $2: integer[], ?column? integer[], ?column? integer[], ?column? integer[], ?column? integer[], ?column? numeric[], ?column? integer[], ?column? integer[]
select array[1]::bigint[] || 2, array[1] || 2::bigint;  -- ?column? bigint[], ?column? bigint[]
select tags @> array['a'], tags <@ $1, tags && $2, tags = $3, tags < tags, tags @> '{a}', array['a'] <@ tags from customers;  -- $1: text[], $2: text[], $3: text[], ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select array[1, 2] && array[1::bigint], array[1] @> array[1], array[1] = array[1::bigint];  -- error undefined-operator
select 'a' = any (tags), $1 = any (tags), 'a' <> all (tags), name = some (tags), name = any ($2) from customers;  -- $1: text, $2: text[], ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select id = any ($1), id = any ($2::int[]), id = any (array[1, 2]), id = any ('{1,2}'), id <> all ($3), $4 = any (array[1, 2]) from customers;  -- $1: bigint[], $2: integer[], $3: bigint[], $4: integer, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean, ?column? boolean
select 1 = any ($1), 'x' = any ($2), 1.5 > all ($3);  -- $1: integer[], $2: text[], $3: numeric[], ?column? boolean, ?column? boolean, ?column? boolean
select $1 = any ($2);  -- $1: text, $2: text[], ?column? boolean
select id = any (1) from customers;  -- error datatype-mismatch
select id = any (array['a'::text]) from customers;  -- error undefined-operator
select array_append(tags, 'a'), array_append(tags, $1), array_prepend('a', tags), array_cat(tags, $2), array_remove(tags, 'a'), array_replace(tags, 'a', $3) from customers;  -- $1: text, $2: text[], $3: text, array_append text[], array_append text[], array_prepend text[], array_cat text[], array_remove text[], array_replace text[]
select array_length(tags, 1), cardinality(tags), array_position(tags, 'a'), array_positions(tags, $1), array_ndims(tags), array_dims(tags), array_upper(tags, 1), array_to_string(tags, ',') from customers;  -- $1: text, array_length integer, cardinality integer, array_position integer, array_positions integer[], array_ndims integer, array_dims text, array_upper integer, array_to_string text
select array_length($1, 1);  -- error datatype-mismatch
select cardinality($1);  -- error datatype-mismatch
select array_append($1, 1), array_append($2, 'a'::text);  -- $1: integer[], $2: text[], array_append integer[], array_append text[]
select array_append(array[1], 2.5), array_append(array[1.5], 2);  -- array_append numeric[], array_append numeric[]
select array_append($1, $2);  -- $1: text[], $2: text, array_append text[]
select unnest(tags), unnest(array[1, 2]), unnest($1::int[]) from customers;  -- $1: integer[], unnest text, unnest integer, unnest integer
select unnest($1);  -- error ambiguous-function
select array(select 1), array(select name from customers), array(select tags from customers), array(select $1::int), array(select c from customers c), array(values (1), (2));  -- $1: integer, array integer[], array text[], array text[], array integer[], array customers[], array integer[]
select array(select id, name from customers);  -- error column-count
select array_agg(id), array_agg(name order by name), array_agg(tags), array_agg(distinct id), array_agg(c) from customers c;  -- array_agg bigint[], array_agg text[], array_agg text[], array_agg bigint[], array_agg customers[]
select (array_agg(name))[1], (array_agg(name order by id desc))[1:3] from customers;  -- array_agg text, array_agg text[]
select (array(select 1))[1], (select tags from customers limit 1)[1];  -- array integer, tags text
select array_fill(0, array[3]), array_fill('x'::text, array[2, 2]), array_sample(tags, 1), array_shuffle(tags), trim_array(tags, 1), array_sort(tags), array_reverse(tags) from customers;  -- array_fill integer[], array_fill text[], array_sample text[], array_shuffle text[], trim_array text[], array_sort text[], array_reverse text[]
select generate_subscripts(tags, 1), string_to_array('a,b', ','), array_to_json(tags) from customers;  -- generate_subscripts integer, string_to_array text[], array_to_json json
select tags[1] || 'x', upper(tags[1]), tags[1] = 'x', tags[1]::int, tags[1][1] is null from customers;  -- ?column? text, upper text, ?column? boolean, tags integer, ?column? boolean
select tags['a'] from customers;  -- error datatype-mismatch
select tags[1.5] from customers;  -- tags text
select tags[now()] from customers;  -- error datatype-mismatch
select name[1] from customers;  -- error datatype-mismatch
select name[1:2] from customers;  -- error datatype-mismatch
select born[1] from customers;  -- error datatype-mismatch
select $1[1];  -- error datatype-mismatch
select ($1)[1];  -- error datatype-mismatch
select ($1::int[])[1], ($1::int[])[1:2];  -- $1: integer[], int4 integer, int4 integer[]
select (point '(1,2)')[0], (box '((0,0),(1,1))')[0], ('a b'::tsvector)[1];  -- error datatype-mismatch
select (point '(1,2)')[0:1];  -- point point
select int2vector '1 2', (int2vector '1 2')[0], oidvector '1', (oidvector '1')[0];  -- int2vector int2vector, int2vector smallint, oidvector oidvector, oidvector oid
select home.street[1] from customers;  -- error undefined-table
select (regexp_match(name, 'a'))[1], (string_to_array(name, ','))[array_length(string_to_array(name, ','), 1)] from customers;  -- regexp_match text, string_to_array text
select array[1,2,3] is null, array[1] is not null, array[1] is distinct from array[2];  -- ?column? boolean, ?column? boolean, ?column? boolean
select array_agg(array[1, 2]), array_agg($1::int), array[array_agg(id)] from customers;  -- $1: integer, array_agg integer[], array_agg integer[], array bigint[]
select array[1, 2]::text, array[1, 2]::text[] || 'x'::text;  -- array text, ?column? text[]
select (array[home])[1].street from customers;  -- street text
select ((array[home])[1]).street from customers;  -- street text
select (array[c])[1].name from customers c;  -- name text
select array[name, code, note, mail] from customers, orders;  -- array text[]
select array[quantity, 1], array[quantity] from orders;  -- array integer[], array positive[]
select array[mail], array[mail, mail] from customers;  -- array email[], array email[]
select array[1::positive, 2::positive];  -- array positive[]
select array['x'::email]::text[];  -- array text[]
select (array[1, 2])[:t.id], (array[1, 2])[:id], tags[:id + 1], tags[:], (array[[1], [2]])[:id][id:] from tree t, (select tags from customers) c;  -- array integer[], array integer[], tags text[], tags text[], array integer[]
select justify_hours((interval(3) '1 s')), justify_hours(interval(3) '1 s');  -- justify_hours interval, justify_hours interval
select array[(1)::bigint, 2];  -- array bigint[]
select (array[(1)::bigint, 2])[1];  -- array bigint
select (array[(select 1), (2)])[1];  -- array integer
select (array[1, (2)])[1];  -- array integer
select (array[(1), 2])[1];  -- array integer
select array[(1), 2][1];  -- error syntax-error
select l = any(ls), l = any(array[l]), l <> all(array[array['a']]) from labelled;  -- error undefined-operator
select array[l], array[l, '{a}'], ls[1], (ls[1])[1], l[1] from labelled;  -- error undefined-type
select array[array['a'], l] from labelled;  -- array text[]
select l || 'a', l || l, array_agg(l), unnest(l) from labelled group by l;  -- error datatype-mismatch
select coalesce(l, '{a}'), greatest(l, array['a']), l in (l, '{a}') from labelled;  -- coalesce text[], greatest text[], ?column? boolean
update labelled set l[1] = $1, ls[2] = $2;  -- $1: text, $2: labels
update labelled set ls[1][2] = $1;  -- $1: labels
select $1 = l, l = any($2), $3 = any(ls) from labelled;  -- error undefined-type
