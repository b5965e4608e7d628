-- System catalogs, information_schema, system views and functions.

SELECT oid, relname, relkind FROM pg_class WHERE relname = $1;  -- $1: name, oid oid, relname name, relkind "char"
SELECT * FROM pg_catalog.pg_namespace;  -- oid oid, nspname name, nspowner oid, nspacl aclitem[]
SELECT c.oid::regclass, n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p');  -- $1: name[], oid regclass, nspname name
SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute WHERE attrelid = 'customers'::regclass AND attnum > 0 AND NOT attisdropped;  -- attname name, format_type text, attnotnull boolean
SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass;  -- $1: regclass, attname name
SELECT attname FROM pg_attribute WHERE attrelid = $1;  -- $1: oid, attname name
SELECT table_schema, table_name, table_type FROM information_schema.tables WHERE table_schema = $1;  -- $1: name, table_schema information_schema.sql_identifier, table_name information_schema.sql_identifier, table_type information_schema.character_data
SELECT column_name, data_type, is_nullable, ordinal_position FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position;  -- $1: name, column_name information_schema.sql_identifier, data_type information_schema.character_data, is_nullable information_schema.yes_or_no, ordinal_position information_schema.cardinal_number
SELECT * FROM information_schema.schemata;  -- catalog_name information_schema.sql_identifier, schema_name information_schema.sql_identifier, schema_owner information_schema.sql_identifier, default_character_set_catalog information_schema.sql_identifier, default_character_set_schema information_schema.sql_identifier, default_character_set_name information_schema.sql_identifier, sql_path information_schema.character_data
SELECT constraint_name, table_name FROM information_schema.table_constraints tc JOIN information_schema.key_column_usage kcu USING (constraint_name, table_name);  -- constraint_name information_schema.sql_identifier, table_name information_schema.sql_identifier
SELECT routine_name, data_type FROM information_schema.routines WHERE routine_schema = $1;  -- $1: name, routine_name information_schema.sql_identifier, data_type information_schema.character_data
SELECT pid, state, query, xact_start FROM pg_stat_activity WHERE datname = $1 AND state <> $2;  -- $1: name, $2: text, pid integer, state text, query text, xact_start timestamp with time zone
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database();  -- count bigint
SELECT relname, n_live_tup, seq_scan FROM pg_stat_user_tables;  -- relname name, n_live_tup bigint, seq_scan bigint
SELECT schemaname, tablename, tableowner FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema');  -- schemaname name, tablename name, tableowner name
SELECT * FROM pg_indexes WHERE tablename = $1;  -- $1: name, schemaname name, tablename name, indexname name, tablespace name, indexdef text
SELECT viewname, definition FROM pg_views;  -- viewname name, definition text
SELECT locktype, mode, granted, pid FROM pg_locks WHERE relation = $1;  -- $1: oid, locktype text, mode text, granted boolean, pid integer
SELECT blocked.pid, blocking.pid FROM pg_locks blocked JOIN pg_locks blocking ON blocking.transactionid = blocked.transactionid;  -- pid integer, pid integer
SELECT name, setting, unit FROM pg_settings WHERE name = $1;  -- $1: text, name text, setting text, unit text
SELECT extname, extversion FROM pg_extension;  -- extname name, extversion text
SELECT rolname, rolsuper FROM pg_roles;  -- rolname name, rolsuper boolean
SELECT usename FROM pg_user;  -- usename name
SELECT datname, pg_database_size(datname), datcollate FROM pg_database;  -- datname name, pg_database_size bigint, datcollate text
SELECT t.typname, e.enumlabel FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid ORDER BY e.enumsortorder;  -- typname name, enumlabel name
SELECT unnest(enum_range(NULL::mood));  -- unnest mood
SELECT enum_range(NULL::mood), enum_first(NULL::mood);  -- enum_range mood[], enum_first mood
SELECT proname, prorettype::regtype, proargtypes FROM pg_proc WHERE proname = $1;  -- $1: name, proname name, prorettype regtype, proargtypes oidvector
SELECT conname, contype, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = $1::regclass;  -- $1: regclass, conname name, contype "char", pg_get_constraintdef text
SELECT indexrelid::regclass, indkey, indisunique FROM pg_index WHERE indrelid = 'tree'::regclass;  -- indexrelid regclass, indkey int2vector, indisunique boolean
SELECT pg_get_indexdef(indexrelid) FROM pg_index;  -- pg_get_indexdef text
SELECT obj_description(oid, 'pg_class'), col_description(oid, 1) FROM pg_class;  -- obj_description text, col_description text
SELECT d.description FROM pg_description d WHERE d.objoid = $1;  -- $1: oid, description text
SELECT pg_size_pretty(pg_total_relation_size($1)), pg_relation_size('customers');  -- $1: regclass, pg_size_pretty text, pg_relation_size bigint
SELECT pg_table_is_visible(oid), has_table_privilege(oid, 'select') FROM pg_class;  -- pg_table_is_visible boolean, has_table_privilege boolean
SELECT has_table_privilege($1, $2, 'SELECT');  -- $1: name, $2: text, has_table_privilege boolean
SELECT to_regclass($1), to_regtype($1);  -- $1: text, to_regclass regclass, to_regtype regtype
SELECT current_database(), current_schema(), current_schemas(true), current_user, session_user, version();  -- current_database name, current_schema name, current_schemas name[], current_user name, session_user name, version text
SELECT current_schema, current_catalog, current_role, user;  -- current_schema name, current_catalog name, current_role name, user name
SELECT pg_backend_pid(), pg_postmaster_start_time(), inet_client_addr();  -- pg_backend_pid integer, pg_postmaster_start_time timestamp with time zone, inet_client_addr inet
SELECT pg_advisory_lock($1), pg_try_advisory_lock($1, $2);  -- error undefined-function
SELECT pg_advisory_xact_lock(hashtext($1));  -- $1: text, pg_advisory_xact_lock void
SELECT pg_advisory_lock($1::bigint), pg_try_advisory_xact_lock($2::int, $3::int);  -- $1: bigint, $2: integer, $3: integer, pg_advisory_lock void, pg_try_advisory_xact_lock boolean
SELECT pg_notify($1, $2), set_config('a.b', $3, true), current_setting('x', true);  -- $1: text, $2: text, $3: text, pg_notify void, set_config text, current_setting text
SELECT pg_cancel_backend($1), pg_terminate_backend(pid) FROM pg_stat_activity;  -- $1: integer, pg_cancel_backend boolean, pg_terminate_backend boolean
SELECT nextval('counter'), currval($1), setval('counter', $2), lastval();  -- $1: regclass, $2: bigint, nextval bigint, currval bigint, setval bigint, lastval bigint
SELECT setval(pg_get_serial_sequence('customers', 'id'), coalesce(max(id), 1)) FROM customers;  -- setval bigint
SELECT txid_current(), pg_current_xact_id(), pg_current_wal_lsn(), pg_current_snapshot();  -- txid_current bigint, pg_current_xact_id xid8, pg_current_wal_lsn pg_lsn, pg_current_snapshot pg_snapshot
SELECT * FROM pg_stat_database WHERE datid = $1;  -- $1: oid, datid oid, datname name, numbackends integer, xact_commit bigint, xact_rollback bigint, blks_read bigint, blks_hit bigint, tup_returned bigint, tup_fetched bigint, tup_inserted bigint, tup_updated bigint, tup_deleted bigint, conflicts bigint, temp_files bigint, temp_bytes bigint, deadlocks bigint, checksum_failures bigint, checksum_last_failure timestamp with time zone, blk_read_time double precision, blk_write_time double precision, session_time double precision, active_time double precision, idle_in_transaction_time double precision, sessions bigint, sessions_abandoned bigint, sessions_fatal bigint, sessions_killed bigint, parallel_workers_to_launch bigint, parallel_workers_launched bigint, stats_reset timestamp with time zone
SELECT * FROM pg_sequences;  -- schemaname name, sequencename name, sequenceowner name, data_type regtype, start_value bigint, min_value bigint, max_value bigint, increment_by bigint, cycle boolean, cache_size bigint, last_value bigint
SELECT * FROM pg_matviews;  -- schemaname name, matviewname name, matviewowner name, tablespace name, hasindexes boolean, ispopulated boolean, definition text
SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = $1::regclass AND NOT tgisinternal;  -- $1: regclass, tgname name, tgenabled "char"
SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = $1::regclass;  -- $1: regclass, inhrelid regclass
SELECT relid, level FROM pg_partition_tree('measures');  -- relid regclass, level integer
SELECT * FROM pg_prepared_statements;  -- name text, statement text, prepare_time timestamp with time zone, parameter_types regtype[], result_types regtype[], from_sql boolean, generic_plans bigint, custom_plans bigint
SELECT a.attname, pg_get_expr(d.adbin, d.adrelid) FROM pg_attribute a LEFT JOIN pg_attrdef d ON (a.attrelid, a.attnum) = (d.adrelid, d.adnum);  -- attname name, pg_get_expr text
SELECT pg_typeof($1::int), pg_typeof(name) FROM customers;  -- $1: integer, pg_typeof regtype, pg_typeof regtype
SELECT pg_column_size(home), pg_collation_for(name) FROM customers;  -- pg_column_size integer, pg_collation_for text
SELECT c FROM pg_class c WHERE c.oid = $1;  -- $1: oid, c pg_class
SELECT xmin, ctid, tableoid, oid FROM pg_class;  -- xmin xid, ctid tid, tableoid oid, oid oid
SELECT nosuch FROM pg_class;  -- error undefined-column
SELECT * FROM pg_nosuch;  -- error undefined-table
SELECT * FROM information_schema.nosuch;  -- error undefined-table
SELECT * FROM nosuch.tables;  -- error undefined-schema
SELECT pg_catalog.pg_class.relname FROM pg_catalog.pg_class;  -- relname name
SELECT slot_name, active, restart_lsn FROM pg_replication_slots;  -- slot_name name, active boolean, restart_lsn pg_lsn
SELECT client_addr, replay_lsn FROM pg_stat_replication;  -- client_addr inet, replay_lsn pg_lsn
SELECT * FROM pg_stats WHERE tablename = $1;  -- $1: name, schemaname name, tablename name, attname name, inherited boolean, null_frac real, avg_width integer, n_distinct real, most_common_vals anyarray, most_common_freqs real[], histogram_bounds anyarray, correlation real, most_common_elems anyarray, most_common_elem_freqs real[], elem_count_histogram real[], range_length_histogram anyarray, range_empty_frac real, range_bounds_histogram anyarray
SELECT * FROM pg_publication;  -- oid oid, pubname name, pubowner oid, puballtables boolean, pubinsert boolean, pubupdate boolean, pubdelete boolean, pubtruncate boolean, pubviaroot boolean, pubgencols "char"
SELECT grantee, privilege_type FROM information_schema.role_table_grants;  -- grantee information_schema.sql_identifier, privilege_type information_schema.character_data
SELECT pg_sleep($1), clock_timestamp(), statement_timestamp(), transaction_timestamp();  -- $1: double precision, pg_sleep void, clock_timestamp timestamp with time zone, statement_timestamp timestamp with time zone, transaction_timestamp timestamp with time zone
