"""As :mod:`codegen.postgres.never_null`, for functions of extensions, by the extension's name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EXTENSIONS: dict[str, frozenset[str]] = {
    "citext": _words(
        """
        citext citext_eq citext_ge citext_gt citext_le citext_lt citext_ne citext_pattern_ge
        citext_pattern_gt citext_pattern_le citext_pattern_lt regexp_replace replace
        strpos texticlike texticnlike texticregexeq texticregexne translate
        """
    ),
    "fuzzystrmatch": _words("difference levenshtein levenshtein_less_equal soundex"),
    "hstore": _words(
        """
        akeys avals delete exist exists_all exists_any hs_concat hs_contained hs_contains
        hstore_eq hstore_ge hstore_gt hstore_le hstore_lt hstore_ne hstore_to_array hstore_to_json
        hstore_to_jsonb slice
        """
    ),
    "ltree": _words(
        """
        lt_q_regex lt_q_rregex ltq_regex ltq_rregex ltree2text ltree_addltree ltree_addtext
        ltree_eq ltree_ge ltree_gt ltree_isparent ltree_le ltree_lt ltree_ne ltree_risparent
        ltree_textadd nlevel subltree subpath text2ltree
        """
    ),
    "pg_trgm": _words(
        """
        show_trgm similarity similarity_dist similarity_op strict_word_similarity
        strict_word_similarity_commutator_op strict_word_similarity_dist_commutator_op
        strict_word_similarity_dist_op strict_word_similarity_op word_similarity
        word_similarity_commutator_op word_similarity_dist_commutator_op word_similarity_dist_op
        word_similarity_op
        """
    ),
    "unaccent": _words("unaccent"),
    "vector": _words(
        """
        array_to_vector cosine_distance inner_product l1_distance l2_distance l2_norm l2_normalize
        subvector vector vector_add vector_concat vector_dims vector_eq vector_ge vector_gt
        vector_le vector_lt vector_mul vector_ne vector_negative_inner_product vector_norm
        vector_sub vector_to_float4
        """
    ),
}
