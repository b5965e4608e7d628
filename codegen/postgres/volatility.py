"""Which functions may do more than compute: the volatile ones of pg_proc, of PostgreSQL 18.

A function that is stable or immutable changes nothing; PostgreSQL itself sees to that.
"""

from __future__ import annotations

from codegen.postgres.facts import Function


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Volatile functions of pg_catalog that change nothing, and mean the same on a replica.
HARMLESS = _words(
    """
    array_sample array_shuffle clock_timestamp current_query gen_random_uuid pg_blocking_pids
    pg_collation_actual_version pg_database_size pg_indexes_size pg_is_in_recovery
    pg_partition_ancestors pg_partition_tree pg_relation_size pg_sleep pg_sleep_for pg_sleep_until
    pg_table_size pg_tablespace_size pg_total_relation_size random random_normal timeofday uuidv4
    uuidv7
    """
)
#: All others: they change something, look at what only the primary has, or run any SQL.
EFFECTFUL = _words(
    """
    amvalidate brin_desummarize_range brin_summarize_new_values brin_summarize_range currtid2
    currval cursor_to_xml cursor_to_xmlschema gin_clean_pending_list lastval lo_close lo_creat
    lo_create lo_export lo_from_bytea lo_get lo_import lo_lseek lo_lseek64 lo_open lo_put lo_tell
    lo_tell64 lo_truncate lo_truncate64 lo_unlink loread lowrite nextval pg_advisory_lock
    pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all pg_advisory_unlock_shared
    pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_available_wal_summaries pg_backup_start
    pg_backup_stop pg_cancel_backend pg_clear_attribute_stats pg_clear_relation_stats
    pg_control_checkpoint pg_control_init pg_control_recovery pg_control_system
    pg_copy_logical_replication_slot pg_copy_physical_replication_slot
    pg_create_logical_replication_slot pg_create_physical_replication_slot pg_create_restore_point
    pg_current_logfile pg_current_wal_flush_lsn pg_current_wal_insert_lsn pg_current_wal_lsn
    pg_current_xact_id pg_database_collation_actual_version pg_drop_replication_slot
    pg_export_snapshot pg_extension_config_dump pg_get_aios pg_get_backend_memory_contexts
    pg_get_loaded_modules pg_get_multixact_members pg_get_sequence_data pg_get_shmem_allocations
    pg_get_shmem_allocations_numa pg_get_wait_events pg_get_wal_replay_pause_state
    pg_get_wal_resource_managers pg_get_wal_summarizer_state pg_hba_file_rules
    pg_ident_file_mappings pg_import_system_collations pg_is_wal_replay_paused
    pg_isolation_test_session_is_blocked pg_jit_available pg_last_committed_xact
    pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_lock_status
    pg_log_backend_memory_contexts pg_log_standby_snapshot pg_logical_emit_message
    pg_logical_slot_get_binary_changes pg_logical_slot_get_changes
    pg_logical_slot_peek_binary_changes pg_logical_slot_peek_changes pg_ls_archive_statusdir
    pg_ls_dir pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir
    pg_ls_summariesdir pg_ls_tmpdir pg_ls_waldir pg_nextoid pg_notification_queue_usage pg_notify
    pg_prepared_xact pg_promote pg_read_binary_file pg_read_file pg_reload_conf
    pg_replication_origin_advance pg_replication_origin_create pg_replication_origin_drop
    pg_replication_origin_progress pg_replication_origin_session_is_setup
    pg_replication_origin_session_progress pg_replication_origin_session_reset
    pg_replication_origin_session_setup pg_replication_origin_xact_reset
    pg_replication_origin_xact_setup pg_replication_slot_advance pg_restore_attribute_stats
    pg_restore_relation_stats pg_rotate_logfile pg_safe_snapshot_blocking_pids
    pg_sequence_last_value pg_show_all_file_settings pg_show_replication_origin_status
    pg_stat_clear_snapshot pg_stat_file pg_stat_force_next_flush pg_stat_get_backend_io
    pg_stat_get_backend_wal pg_stat_get_io pg_stat_get_recovery_prefetch
    pg_stat_get_xact_blocks_fetched pg_stat_get_xact_blocks_hit pg_stat_get_xact_function_calls
    pg_stat_get_xact_function_self_time pg_stat_get_xact_function_total_time
    pg_stat_get_xact_numscans pg_stat_get_xact_tuples_deleted pg_stat_get_xact_tuples_fetched
    pg_stat_get_xact_tuples_hot_updated pg_stat_get_xact_tuples_inserted
    pg_stat_get_xact_tuples_newpage_updated pg_stat_get_xact_tuples_returned
    pg_stat_get_xact_tuples_updated pg_stat_have_stats pg_stat_reset pg_stat_reset_backend_stats
    pg_stat_reset_replication_slot pg_stat_reset_shared pg_stat_reset_single_function_counters
    pg_stat_reset_single_table_counters pg_stat_reset_slru pg_stat_reset_subscription_stats
    pg_stop_making_pinned_objects pg_switch_wal pg_sync_replication_slots pg_terminate_backend
    pg_try_advisory_lock pg_try_advisory_lock_shared pg_try_advisory_xact_lock
    pg_try_advisory_xact_lock_shared pg_wal_replay_pause pg_wal_replay_resume
    pg_wal_summary_contents pg_xact_commit_timestamp pg_xact_commit_timestamp_origin
    pg_xact_status query_to_xml query_to_xml_and_xmlschema query_to_xmlschema set_config setseed
    setval ts_rewrite ts_stat txid_current txid_status
    """
)
#: The same of extensions whose functions are not only computed with.
EXTENSIONS_WITH_EFFECTS = _words(
    """
    amcheck dblink file_fdw pageinspect pg_buffercache pg_freespacemap pg_logicalinspect pg_prewarm
    pg_stat_statements pg_surgery pg_visibility pg_walinspect pgrowlocks pgstattuple postgres_fdw
    """
)
#: Single ones of the other extensions.
OF_EXTENSIONS = {"pg_trgm": _words("set_limit"), "isn": _words("isn_weak"), "lo": _words("lo_oid")}


def may_have_effects(function: Function) -> bool:
    """Whether a call may change something, or mean something else on a replica.

    A function of the user's own may unless it was declared stable or immutable.
    """
    if function.extension is not None:
        return function.extension in EXTENSIONS_WITH_EFFECTS or function.name in OF_EXTENSIONS.get(
            function.extension, ()
        )
    if function.schema == "pg_catalog":
        return function.name in EFFECTFUL
    return function.volatile
