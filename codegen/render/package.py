"""The files of a package, as texts by path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from codegen.plan.ir import FilePlan, PackagePlan
from codegen.render.compiled import Compiled
from codegen.render.marks import MARK
from codegen.render.templates import check_python, fill

_HEADER = f"{MARK}: do not edit, but change the SQL and run `codegen generate`.\n"
#: The shortest line length that ruff is commonly set to complain at.
_COMMON_WIDTH = 88

#: A file, the template that it is made of ("": none), and what the template is filled with.
Part = tuple[str, str, dict[str, object]]

#: The words in which the two flavours of one template differ.
SYNC = {
    "is_async": False,
    "functions": "functions",
    "define": "def",
    "wait": "",
    "with": "with",
    "stack": "ExitStack",
    "enter_context": "enter_context",
    "connection": "Connection",
    "connection_article": "a connection",
    "cursor": "RawCursor",
    "many": "Iterable[P]",
    "stream": "Rows",
    "iterator": "Iterator",
    "generator": "Generator[T, None, None]",
    "for": "for",
    "current": "get_ident",
    "iter": "__iter__",
    "next": "__next__",
    "call_next": "next",
    "close": "close",
    "enter": "__enter__",
    "exit": "__exit__",
}
ASYNC = {
    "is_async": True,
    "functions": "coroutines",
    "define": "async def",
    "wait": "await ",
    "with": "async with",
    "stack": "AsyncExitStack",
    "enter_context": "enter_async_context",
    "connection": "AsyncConnection",
    "connection_article": "an asynchronous connection",
    "cursor": "AsyncRawCursor",
    "many": "Iterable[P] | AsyncIterable[P]",
    "stream": "AsyncRows",
    "iterator": "AsyncIterator",
    "generator": "AsyncGenerator[T, None]",
    "for": "async for",
    "current": "current_task",
    "iter": "__aiter__",
    "next": "__anext__",
    "call_next": "anext",
    "close": "aclose",
    "enter": "__aenter__",
    "exit": "__aexit__",
}


def render(plan: PackagePlan, templates: str | None = None) -> dict[str, str]:
    """The text of every file of the package by its path in the package's folder.

    Templates in the user's folder go before codegen's. Raises CodegenError (template-invalid) for
    a mistake in one of them.
    """
    found = render_frame(plan, templates)
    for file in plan.files:
        found |= render_file(file, plan.foreign, templates)
    return found


def render_frame(
    plan: PackagePlan, templates: str | None = None, compiled: Compiled | None = None
) -> dict[str, str]:
    """As :func:`render`, of the files that the package has whatever its query files are."""
    return _printed(_frame(plan), plan.foreign, templates, compiled)


def render_file(
    file: FilePlan,
    foreign: Sequence[str],
    templates: str | None = None,
    compiled: Compiled | None = None,
) -> dict[str, str]:
    """As :func:`render`, of the files that the package has for one query file; ``foreign`` see
    :class:`PackagePlan`."""
    return _printed(_modules(file), foreign, templates, compiled)


def _printed(
    parts: Iterable[Part],
    foreign: Sequence[str],
    templates: str | None,
    compiled: Compiled | None,
) -> dict[str, str]:
    foreign = tuple(f"from {module} import " for module in foreign)
    found: dict[str, str] = {}
    for path, template, values in parts:
        text = fill(f"{template}.py.jinja", templates, values, compiled) if template else ""
        found[path] = _with_header(text, path, foreign)
        if templates and template:
            check_python(found[path], path)
    return found


def _frame(plan: PackagePlan) -> Iterator[Part]:
    sources = ", ".join(plan.sources) or "no file"
    yield "__init__.py", "init", {"sources": sources, "class": plan.sync_class}
    yield "py.typed", "", {}
    yield "_runtime.py", "runtime", {"kind": plan.kind}
    if plan.rows.codecs:
        yield "_types.py", "types", {}
    if plan.has_sync:
        yield "_execute.py", "execute", {"words": SYNC}
    yield "models.py", "models", {"plan": plan.models}
    yield "_rows.py", "rows", {"plan": plan.rows}
    yield "_queries/__init__.py", "init_queries", {}
    if plan.has_async:
        yield "aio/__init__.py", "init_aio", {"class": plan.aio_class}
        yield "aio/_execute.py", "execute", {"words": ASYNC}
    if plan.sync_class is not None:
        yield "_class.py", "queries_class", {"plan": plan.sync_class, "words": SYNC}
    if plan.aio_class is not None:
        yield "aio/_class.py", "queries_class", {"plan": plan.aio_class, "words": ASYNC}
    if plan.info is not None:
        yield "query_info.py", "query_info", {"plan": plan.info}


def _modules(file: FilePlan) -> Iterator[Part]:
    source = file.source
    yield f"_queries/{file.name}.py", "queries", {"plan": file.queries, "source": source}
    for folder, functions, words in (("", file.sync, SYNC), ("aio/", file.aio, ASYNC)):
        if functions is not None:
            values: dict[str, object] = {"plan": functions, "source": source, "words": words}
            yield f"{folder}{file.name}.py", "functions", values


def _with_header(text: str, path: str, foreign: tuple[str, ...]) -> str:
    if not path.endswith(".py"):
        return _HEADER + text
    lines = text.splitlines()
    rules: list[str] = []
    if any(len(line) > _COMMON_WIDTH for line in lines):
        # Lines of the user's SQL and comments are as long as they are.
        rules.append("E501")
    if foreign and any(line.startswith(foreign) for line in lines):
        # Only ruff knows which modules are the project's own, and have a section of their own.
        rules.append("I001")
    ignored = f"# ruff: noqa: {', '.join([*rules, 'RUF100'])}\n" if rules else ""
    return f"{_HEADER}{ignored}{text}"
