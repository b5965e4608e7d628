"""PostgreSQL's grammar of queries (src/backend/parser/gram.y), in the notation of
:mod:`codegen.sql.notation`.

It only says what is a statement, and builds no tree of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.keywords import WORDS
from codegen.records import dataclass
from codegen.sql.precedence import (
    AND,
    AT,
    COLLATE,
    COMPARISON,
    IS,
    LIKE,
    NOT,
    OR,
    OTHER,
    POWER,
    PRODUCT,
    SIGN,
    SUM,
)

_RULES = """
text = statement '$'
statement = query | insert | update | delete | merge

with = WITH RECURSIVE? with_query,+
with_query = name <name,+>? AS (NOT? MATERIALIZED)? <statement> search? cycle?
search = SEARCH (DEPTH | BREADTH) FIRST BY name,+ SET name
cycle = CYCLE name,+ SET name (TO constant DEFAULT constant)? USING name

query = with? part ((UNION | INTERSECT | EXCEPT) (ALL | DISTINCT)? part)* order? end_of_query?
part = SELECT select | VALUES <expr,+>,+ | TABLE relation | <query>
select = (ALL? targets? | DISTINCT (ON <expr,+>)? targets) into? from? where? group? having?
  windows?
targets = target,+
target = '*' | right_99
into = INTO ((LOCAL | GLOBAL)? (TEMPORARY | TEMP) | UNLOGGED)? TABLE? qualified
from = FROM table,+
where = WHERE expr
group = GROUP BY (ALL | DISTINCT)? grouped,+
grouped = first rest_ | ('+' | '-' | other_operator | NOT) right_ | <>
  | (ROLLUP | CUBE) <expr,+> | GROUPING SETS <grouped,+>
having = HAVING expr
windows = WINDOW named_window,+
named_window = name AS <window>
order = ORDER BY sorted,+
sorted = expr (USING operator | ASC | DESC)? (NULLS (FIRST | LAST))?
end_of_query = locks limits? | limits locks?
locks = lock+ | FOR READ ONLY
lock = FOR (UPDATE | NO KEY UPDATE | SHARE | KEY SHARE) (OF qualified,+)? (NOWAIT | SKIP LOCKED)?
limits = limit offset? | offset limit?
limit = LIMIT (expr | ALL) | FETCH (FIRST | NEXT) fetched? (ROW | ROWS) (ONLY | WITH TIES)
fetched = primary | ('+' | '-') (integer | number)
offset = OFFSET (expr | fetched (ROW | ROWS))

table = table_item join*
join = CROSS JOIN table_item | NATURAL kind? JOIN table_item | kind? JOIN table joined_by
kind = INNER | (LEFT | RIGHT | FULL) OUTER?
joined_by = ON expr | USING <name,+> (AS name)?
table_item = relation alias? sample?
  | LATERAL? (<query> alias? | rows (WITH ORDINALITY)? rows_alias?)
  | LATERAL? (xml_table | json_table) alias? | <joined> alias?
joined = table_item join+ | <joined>
relation = qualified '*'? | ONLY (qualified | <qualified>)
qualified = name ('.' label)*
alias = AS? name <name,+>?
rows = call | ROWS FROM <rows_item,+>
rows_item = call (AS <column,+>)?
rows_alias = alias | AS <column,+> | AS? name <column,+>
column = name type (COLLATE any_name)?
sample = TABLESAMPLE called <expr,+> (REPEATABLE <expr>)?

insert = with? INSERT INTO qualified (AS name)? inserted on_conflict? returning?
inserted = DEFAULT VALUES | (<assigned,+>)? overriding? query
overriding = OVERRIDING (USER | SYSTEM) VALUE
assigned = name step*
on_conflict = ON CONFLICT arbiter? DO (NOTHING | UPDATE SET set,+ where?)
arbiter = <indexed,+> where? | ON CONSTRAINT name
indexed = (name | call | <expr>) (COLLATE any_name)? any_name? (ASC | DESC)? (NULLS (FIRST | LAST))?
set = (assigned | <assigned,+>) '=' expr
update = with? UPDATE changed SET set,+ from? where_or_current? returning?
delete = with? DELETE FROM changed (USING table,+)? where_or_current? returning?
changed = relation (AS name | alias_before_set)?
where_or_current = where | WHERE CURRENT OF name
returning = RETURNING (WITH <renamed,+>)? targets
renamed = (OLD | NEW) AS name
merge = with? MERGE INTO changed USING table ON expr when+ returning?
when = WHEN matched (AND expr)? THEN (UPDATE SET set,+ | DELETE | DO NOTHING)
  | WHEN NOT MATCHED (BY TARGET)? (AND expr)? THEN (INSERT merged | DO NOTHING)
matched = MATCHED | NOT MATCHED BY SOURCE
merged = (<assigned,+>)? overriding? VALUES <expr,+> | DEFAULT VALUES

expr = right_
b_expr = b_right_
operand = primary | DEFAULT | pair OVERLAPS pair
pair = ROW <exprs> | <expr ',' expr,+>
first = unnamed | pair OVERLAPS pair | (grouped_function | name ('.' label)+) <arguments> called_by
primary = unnamed | called <arguments> called_by
called_by = within? filter? over?
unnamed = name step* | param step* | constant | (<expr> | <query>) step* | pair
  | {cases} | grammar_call
  | (JSON_OBJECTAGG <json_object_aggregated> | JSON_ARRAYAGG <json_array_aggregated>) filter? over?
  | EXISTS <query> | ARRAY (<query> | [items]) | GROUPING <expr,+>
exprs = (expr,+)?
step = '.' label | '.' '*' | [subscript]
subscript = expr | expr? ':' expr?
cases = expr? (WHEN expr THEN expr)+ (ELSE expr)?
items = exprs | [items],+
constant = integer | number | string | bits | TRUE | FALSE | NULL
  | called (<argument,+ order?>)? string | (number_type | text_type | time_type | JSON) string
  | INTERVAL (string interval_fields? | <integer> string)

called = function | name ('.' label)+
call = called <arguments> | grammar_call
  | JSON_OBJECTAGG <json_object_aggregated> | JSON_ARRAYAGG <json_array_aggregated>
arguments = '*' | ((ALL | DISTINCT)? argument,+ order?)?
  | (argument,+ ',')? VARIADIC argument order?
argument = expr | function (':=' | '=>') expr
within = WITHIN GROUP <order>
filter = FILTER <where>
over = OVER (name | <window>)
window = base_window? (PARTITION BY expr,+)? order? frame?
frame = (RANGE | ROWS | GROUPS) (bound | BETWEEN bound AND bound) excluded?
bound = (UNBOUNDED | expr) (PRECEDING | FOLLOWING) | CURRENT ROW
excluded = EXCLUDE (CURRENT ROW | GROUP | TIES | NO OTHERS)

grammar_call = COLLATION FOR <expr> | CURRENT_DATE | CURRENT_ROLE | CURRENT_USER | SESSION_USER
  | SYSTEM_USER | USER | CURRENT_CATALOG | CURRENT_SCHEMA
  | (CURRENT_TIME | CURRENT_TIMESTAMP | LOCALTIME | LOCALTIMESTAMP) <integer>?
  | (CAST | TREAT) <expr AS type> | EXTRACT <extract_field FROM expr> | POSITION <b_expr IN b_expr>
  | NORMALIZE <expr (',' normal_form)?> | NULLIF <expr ',' expr> | MERGE_ACTION <>
  | (COALESCE | GREATEST | LEAST | XMLCONCAT) <expr,+>
  | OVERLAY <expr PLACING expr FROM expr (FOR expr)? | (argument,+)?>
  | SUBSTRING <substring> | TRIM <(BOTH | LEADING | TRAILING)? (expr? FROM)? expr,+>
  | XMLELEMENT <NAME label (',' XMLATTRIBUTES <labelled,+>)? (',' expr,+)?>
  | XMLFOREST <labelled,+> | XMLPI <NAME label (',' expr)?> | XMLEXISTS <primary xml_passing>
  | XMLPARSE <(DOCUMENT | CONTENT) expr ((PRESERVE | STRIP) WHITESPACE)?> | XMLROOT <xml_root>
  | XMLSERIALIZE <(DOCUMENT | CONTENT) expr AS simple_type (NO? INDENT)?>
  | JSON_OBJECT <argument,+ | (json_pair,+ json_nulls? json_unique?)? json_returning?>
  | JSON_ARRAY <(json_value,+ json_nulls?)? json_returning? | query json_format? json_returning?>
  | JSON <json_value json_unique?> | JSON_SCALAR <expr>
  | JSON_SERIALIZE <json_value json_returning?>
  | JSON_QUERY <json_path json_returning? json_wrapper? json_quotes? json_otherwise?>
  | JSON_VALUE <json_path json_returning? json_otherwise?> | JSON_EXISTS <json_path on_error?>
extract_field = ident | string | YEAR | MONTH | DAY | HOUR | MINUTE | SECOND
normal_form = NFC | NFD | NFKC | NFKD
substring = expr FROM expr (FOR expr)? | expr FOR expr (FROM expr)? | expr SIMILAR expr ESCAPE expr
  | (argument,+)?

labelled = expr (AS label)?
xml_passing = PASSING (BY (REF | VALUE))? primary (BY (REF | VALUE))?
xml_root = expr ',' VERSION (expr | NO VALUE) (',' STANDALONE (YES | NO VALUE?))?
xml_table = XMLTABLE
  <(XMLNAMESPACES <xml_namespace,+> ',')? primary xml_passing COLUMNS xml_column,+>
xml_namespace = b_expr AS label | DEFAULT b_expr
xml_column = name (FOR ORDINALITY | type xml_option*)
xml_option = (DEFAULT | PATH | ident) b_expr | NOT? NULL

json_value = expr json_format?
json_format = FORMAT JSON (ENCODING name)?
json_pair = primary VALUE json_value | expr ':' json_value
json_nulls = (NULL | ABSENT) ON NULL
json_unique = (WITH | WITHOUT) UNIQUE KEYS?
json_returning = RETURNING type json_format?
json_object_aggregated = json_pair json_nulls? json_unique? json_returning?
json_array_aggregated = json_value order? json_nulls? json_returning?
json_path = json_value ',' expr json_passing?
json_passing = PASSING json_passed,+
json_passed = json_value AS label
json_wrapper = WITHOUT ARRAY? WRAPPER | WITH (CONDITIONAL | UNCONDITIONAL)? ARRAY? WRAPPER
json_quotes = (KEEP | OMIT) QUOTES (ON SCALAR STRING)?
json_otherwise = json_behaviour ON EMPTY on_error? | on_error
on_error = json_behaviour ON ERROR
json_behaviour = DEFAULT expr | ERROR | NULL | TRUE | FALSE | UNKNOWN | EMPTY (ARRAY | OBJECT)?
json_table = JSON_TABLE <json_value ',' expr (AS name)? json_passing? json_columns on_error?>
json_columns = COLUMNS <json_column,+>
json_column = name FOR ORDINALITY | NESTED PATH? string (AS name)? json_columns
  | name type EXISTS (PATH string)? on_error?
  | name type json_format? (PATH string)? json_wrapper? json_quotes? json_otherwise?

type = SETOF? simple_type (ARRAY [integer]? | [integer?]*)
simple_type = function ('.' label)* <expr,+>? | number_type | text_type | time_type | JSON
  | INTERVAL (interval_fields | <integer>)?
number_type = INT | INTEGER | SMALLINT | BIGINT | REAL | FLOAT <integer>? | DOUBLE PRECISION
  | (DECIMAL | DEC | NUMERIC) <expr,+>? | BOOLEAN
text_type = BIT VARYING? <expr,+>? | VARCHAR <integer>?
  | (NATIONAL? (CHARACTER | CHAR) | NCHAR) VARYING? <integer>?
time_type = (TIMESTAMP | TIME) <integer>? ((WITH | WITHOUT) TIME ZONE)?
interval_fields = YEAR (TO MONTH)? | MONTH | DAY (TO (HOUR | MINUTE | second))?
  | HOUR (TO (MINUTE | second))? | MINUTE (TO second)? | second
second = SECOND <integer>?

any_name = name ('.' label)*
operator = any_operator | named_operator
named_operator = OPERATOR <(name '.')* any_operator>
other_operator = op | named_operator
comparison = '<' | '>' | '=' | '<=' | '>=' | '<>'
in = <query | expr,+>
quantified = (ANY | SOME | ALL) <query | expr>
test = NULL | TRUE | FALSE | UNKNOWN | DOCUMENT | normal_form? NORMALIZED
  | JSON (VALUE | ARRAY | OBJECT | SCALAR)? json_unique?
"""


def _read(text: str) -> dict[str, str]:
    joined = re.sub(r"\n +", " ", text)
    return dict(line.split(" = ", 1) for line in joined.splitlines() if line)


# Expressions --------------------------------------------------------------------------------------
#
# gram.y has one rule for all operators, and a table of precedences (manual 4.1.6) that says how
# they bind. For what is a statement and what isn't, precedence matters in two places.
#
# Some operators are not associative: ``a < b < c`` is no expression. So what may follow an operand
# depends on what it is the right operand of. There is a rule for each case, made when it is asked
# for, and the letters in its name tell the case: i (of IS DISTINCT FROM), c (of a comparison), l
# (of LIKE or BETWEEN), e (of LIKE, where ESCAPE may follow). None of these takes another of its
# kind.
#
# A result column may have a label without AS, and some of the words that are labels are operators
# as well: after a complete operand, PostgreSQL takes such a word for an operator if that one binds
# more than those whose right operand this is. A number in the name of a rule is the lowest
# precedence among them. Only the rules of result columns have one.

_EXPRESSION = re.compile(r"(b_)?(right|rest)_(\d*)([icle]*)")
_NONE = 99
#: Words that are both labels and operators.
_OPERATOR_WORDS = {
    OR: "OR",
    AND: "AND",
    IS: "IS | ISNULL | NOTNULL",
    LIKE: "BETWEEN | IN | LIKE | ILIKE | SIMILAR",
    OTHER: "OPERATOR",
    AT: "AT",
    COLLATE: "COLLATE",
}
_NOT_ASSOCIATIVE = (IS, LIKE)


def rule(name: str) -> str | None:
    """The rule of a name; None if there is none."""
    found = _EXPRESSION.fullmatch(name)
    if not found:
        return RULES.get(name)
    bounded, kind, lowest, letters = found.groups()
    case = _Case(int(lowest) if lowest else None, letters)
    if bounded:
        return " | ".join(_bounded_right(case) if kind == "right" else _bounded_rest(case))
    return " | ".join(_right(case) if kind == "right" else _rest(case))


@dataclass(frozen=True, slots=True)
class _Case:
    """Which operators an operand is a right operand of; the digits and letters in a rule's name."""

    lowest: int | None
    letters: str = ""

    def __str__(self) -> str:
        return f"{'' if self.lowest is None else self.lowest}{self.letters}"

    def within(self, level: int, letters: str | None = None) -> _Case:
        """The case of the right operand of the next operator, which has precedence ``level``."""
        lowest = self.lowest if self.lowest is None else min(self.lowest, level)
        return _Case(lowest, self.letters if letters is None else letters)

    def behind(self, level: int, letters: str | None = None) -> _Case:
        """The case behind an operator of precedence ``level`` that has no right operand."""
        keeps = self.lowest is None or self.lowest < level
        return _Case(self.lowest if keeps else _NONE, self.letters if letters is None else letters)

    def only(self, letters: str) -> str:
        return "".join(one for one in self.letters if one in letters)


def _right(case: _Case) -> Iterator[str]:
    """A right operand, and what may follow it."""
    yield f"operand rest_{case}"
    yield f"('+' | '-') right_{case.within(SIGN)}"
    yield f"other_operator right_{case.within(OTHER)}"
    yield f"NOT right_{case.within(NOT, '')}"


def _rest(case: _Case) -> Iterator[str]:
    """What may follow a right operand."""
    yield "" if case.lowest is None else _labelled(case)
    for operators, level in _ARITHMETIC:
        yield f"{operators} (right_{case.within(level)} | quantified rest_{case.behind(level)})"
    yield f"'::' type rest_{case}"
    yield f"COLLATE any_name rest_{case.behind(COLLATE)}"
    yield f"AT LOCAL rest_{case.behind(AT)} | AT TIME ZONE right_{case.within(AT)}"
    yield f"OR right_{case.within(OR, '')} | AND right_{case.within(AND, '')}"
    ic = case.only("ic")
    if "e" in case.letters:
        yield f"ESCAPE right_{case.within(LIKE, f'{ic}l')}"
    if not case.only("le"):
        like, whole = case.within(LIKE, f"{ic}e"), case.behind(LIKE, ic)
        yield f"NOT? (LIKE | ILIKE) (right_{like} | quantified rest_{whole})"
        yield f"NOT? SIMILAR TO right_{like} | NOT? IN in rest_{whole}"
        between = case.within(LIKE, f"{ic}l")
        yield f"NOT? BETWEEN (SYMMETRIC | ASYMMETRIC)? b_expr AND right_{between}"
    if "c" not in ic:
        compared, whole = case.within(COMPARISON, f"{ic}c"), case.behind(COMPARISON, ic)
        yield f"comparison (right_{compared} | quantified rest_{whole})"
    if "i" not in ic:
        yield f"(ISNULL | NOTNULL | IS NOT? test) rest_{case.behind(IS, '')}"
        yield f"IS NOT? DISTINCT FROM right_{case.within(IS, 'i')}"


def _labelled(case: _Case) -> str:
    assert case.lowest is not None
    words = [
        words
        for level, words in _OPERATOR_WORDS.items()
        if level < case.lowest or (level == case.lowest and level not in _NOT_ASSOCIATIVE)
    ]
    return " | ".join(["(AS label | bare)?", *words])


def _bounded_right(case: _Case) -> Iterator[str]:
    """The same without AND, IN and other words that would end the construct around it (b_expr in
    gram.y)."""
    yield f"primary b_rest_{case}"
    yield f"('+' | '-' | other_operator) b_right_{case}"


def _bounded_rest(case: _Case) -> Iterator[str]:
    yield ""
    for operators, _ in _ARITHMETIC:
        yield f"{operators} b_right_{case}"
    yield f"'::' type b_rest_{case}"
    if "c" not in case.letters:
        yield f"comparison b_right_{case.only('i')}c"
    if "i" not in case.letters:
        yield "IS NOT? DISTINCT FROM b_right_i | IS NOT? DOCUMENT b_rest_"


_ARITHMETIC = (
    ("('+' | '-')", SUM),
    ("('*' | '/' | '%')", PRODUCT),
    ("'^'", POWER),
    ("other_operator", OTHER),
)
RULES: dict[str, str] = _read(_RULES)


# Symbols ------------------------------------------------------------------------------------------

#: By class of symbols, keywords that aren't taken for names there, since they begin what may
#: follow.
_TAKEN = {
    "base_window": frozenset(["partition", "range", "rows", "groups"]),
    "alias_before_set": frozenset(["set"]),
}
#: The keywords that the rules of expressions name, which aren't among those above.
_OF_EXPRESSIONS = frozenset(
    """OR AND NOT LIKE ILIKE SIMILAR TO BETWEEN SYMMETRIC ASYMMETRIC IN IS ISNULL NOTNULL DISTINCT
    ESCAPE COLLATE AT LOCAL TIME ZONE CASE END""".split()
)
_NAMED = frozenset(re.findall(r"\b[A-Z_]{2,}\b", _RULES)) | _OF_EXPRESSIONS
_MARKS = frozenset(re.findall(r"'([^']+)'", _RULES)) | {"::", "+", "-", "*", "/", "%", "^"}
_OPERATORS = frozenset(["+", "-", "*", "/", "%", "^", "<", ">", "=", "<=", ">=", "<>"])


def _keyword(word: str, category: str, bare: bool) -> str:
    """The symbol of a keyword: itself if a rule names it, else one for all keywords that may be
    used in the same places."""
    return word if word.upper() in _NAMED else f"{category}{bare:d}"


#: The symbols of words and marks; those of other tokens are their kinds.
SYMBOLS: dict[str, str] = {
    word: _keyword(word, *key) for key, words in WORDS.items() for word in words.split()
} | {mark: mark for mark in _MARKS | frozenset("()[],;")}


def _words(categories: str, bare: bool = False) -> frozenset[str]:
    found = {
        SYMBOLS[word]
        for (category, is_bare), words in WORDS.items()
        if category in categories and (is_bare or not bare)
        for word in words.split()
    }
    return frozenset(found | _IDENTIFIERS)


_IDENTIFIERS = frozenset(["%name", "%quoted"])
_NAMES = _words("UC")

_OPERATOR_LABELS = frozenset(re.findall(r"\w+", " ".join(_OPERATOR_WORDS.values()).lower()))

#: The classes that rules mention by name, with their symbols. Those of keywords are in the manual's
#: appendix C.
CLASSES: dict[str, frozenset[str]] = {
    "name": _NAMES,
    "function": _words("UT"),
    "grouped_function": _words("UT") - {"cube", "rollup"},
    "label": _words("UCTR"),
    "bare": _words("UCTR", bare=True) - _OPERATOR_LABELS,
    "ident": _IDENTIFIERS,
    "any_operator": _OPERATORS | {"%op"},
    **{kind: frozenset([f"%{kind}"]) for kind in "string integer number bits param op".split()},
    **{name: _NAMES - taken for name, taken in _TAKEN.items()},
}
