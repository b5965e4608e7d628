"""An existing sqlc.yaml or sqlc.json, version 1 or 2, as it is.

What says how Go (or another language) is to look has no meaning here, and is told in one note;
:mod:`.sqlc_options` has what has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from codegen.config.model import Config, invalid
from codegen.config.paths import located, pointing, read_source, shown
from codegen.config.sqlc_options import MAPPED, options_of
from codegen.config.yaml_tree import Node, parse
from codegen.diagnostics import Diagnostic, Severity
from codegen.source import Span

#: Under which key a version keeps its packages.
_BLOCKS = {"1": "packages", "2": "sql"}
#: The keys of a package that are read; ``codegen`` and ``gen`` in part.
_READ = frozenset({"schema", "queries", "engine", "gen", "codegen", "name", "path"})
#: The plugins of sqlc whose output folder is one for Python.
_PYTHON_PLUGINS = frozenset({"py", "python", "codegen"})


def read(path: Path) -> tuple[Config, ...]:
    """The PostgreSQL packages of a sqlc configuration.

    Raises CodegenError: file-unreadable, or config-invalid.
    """
    source = read_source(path)
    root = parse(source)
    key = _blocks_key(root)
    blocks = root.at(key)
    if blocks is None or not blocks.items:
        help = f"Add {key}, a list of packages with schema and queries."
        if blocks is None or not blocks.value:
            raise invalid(f"{source.path} has no {key}", blocks.span if blocks else None, help)
        help = "Write a - in front of each package's first key."
        raise invalid(f"{key} has to be a list of packages", _first_line(blocks.span), help)
    used = [block for block in blocks.items if _engine(block) == "postgresql"]
    if not used:
        place = engine.span if (engine := blocks.items[0].at("engine")) else None
        raise invalid("no package is for PostgreSQL", place, "Write engine: postgresql.")
    names = _names(used)
    notes = _notes(root, key, blocks.items)
    return tuple(
        Config(
            schema=located(path, _texts(_paths(block, "schema")) if block.at("schema") else ()),
            queries=located(path, _texts(_paths(block, "queries"))),
            out=next((shown(path.parent / str(out.text)) for out in _python_out(block)), None),
            path=shown(path),
            name=name if len(used) > 1 else "",
            notes=notes if number == 0 else (),
            schemaless=block.at("schema") is None,
            places=_places(path, block),
            options=options_of(_settings(root, block)),
        )
        for number, (block, name) in enumerate(zip(used, names, strict=True))
    )


def _settings(root: Node, block: Node) -> list[Node]:
    """The mappings with settings for generated code: for all packages, then for this one."""
    everywhere = [root, *_children(root.at("overrides"))]
    plugins = [one.at("options") or one for one in _items(block.at("codegen"))]
    return [*everywhere, block, *_children(block.at("gen")), *plugins]


def _children(node: Node | None) -> list[Node]:
    return list(node.keys.values()) if node else []


def _items(node: Node | None) -> list[Node]:
    return node.items if node else []


def _blocks_key(root: Node) -> str:
    version = root.at("version")
    if version is not None and version.text in _BLOCKS:
        return _BLOCKS[version.text]
    place = version.span if version and version.text else None
    message = "unknown version" if version else "the configuration of sqlc has no version"
    raise invalid(message, place, 'Write version: "2" (or "1").')


def _engine(block: Node) -> str | None:
    engine = block.at("engine")
    return engine.text if engine else "postgresql"


def _paths(block: Node, key: str) -> list[Node]:
    node = block.at(key)
    found = [node] if node and node.text else (node.items if node else [])
    if node is None:
        raise invalid(f"this package has no {key}", _first_line(block.span), f'Write {key}: "…".')
    if not found or not all(one.text for one in found):
        wrong = next((one for one in found if not one.text), node)
        message = f"{key} has to be a path or a list of paths"
        raise invalid(message, _first_line(wrong.span), f'Write {key}: "…".')
    return found


def _first_line(span: Span) -> Span:
    end = span.source.text.find("\n", span.start, span.end)
    return Span(span.source, span.start, end if end >= 0 else span.end)


def _texts(nodes: Iterable[Node]) -> list[str]:
    return [one.text for one in nodes if one.text]


def _places(path: Path, block: Node) -> dict[tuple[str, str], Span]:
    nodes = {"queries": _paths(block, "queries"), "out": list(_python_out(block))}
    nodes["schema"] = _paths(block, "schema") if block.at("schema") else []
    found: dict[tuple[str, str], Span] = {}
    for key, values in nodes.items():
        found |= pointing(key, located(path, _texts(values)), [one.span for one in values])
    return found


def _python_out(block: Node) -> Iterator[Node]:
    python = block.at("gen", "python", "out")
    if python and python.text:
        yield python
    plugins = block.at("codegen")
    for one in plugins.items if plugins else []:
        plugin, out = one.at("plugin"), one.at("out")
        if plugin and plugin.text in _PYTHON_PLUGINS and out and out.text:
            yield out


def _names(blocks: Sequence[Node]) -> list[str]:
    """A name for each package: its own, else its folder's, that of its queries, or a number."""
    columns = ([_package(one) for one in blocks], [_folder(one) for one in blocks])
    for names in (*columns, [_queries_folder(one) for one in blocks]):
        if all(names) and len(set(names)) == len(names):
            return names
    return [f"{_package(one) or 'queries'}_{number}" for number, one in enumerate(blocks, 1)]


def _package(block: Node) -> str:
    return next(
        (
            _identifier(node.text)
            for node in (block.at("name"), *_generators(block, "package"))
            if node and node.text
        ),
        "",
    )


def _folder(block: Node) -> str:
    outs = (block.at("path"), *_generators(block, "out"))
    return next((_identifier(_last(node.text)) for node in outs if node and node.text), "")


def _queries_folder(block: Node) -> str:
    path = PurePosixPath(_texts(_paths(block, "queries"))[0])
    return _identifier((path.parent if path.suffix else path).name)


def _generators(block: Node, key: str) -> Iterator[Node | None]:
    gen, plugins = block.at("gen"), block.at("codegen")
    yield from (one.at(key) for one in (gen.keys.values() if gen else ()))
    for plugin in plugins.items if plugins else []:
        yield plugin.at("options", key) or plugin.at(key)


def _last(path: str) -> str:
    return PurePosixPath(path).name


def _identifier(text: str) -> str:
    name = re.sub(r"\W+", "_", text).strip("_").lower()
    return f"_{name}" if name[:1].isdigit() else name


def _notes(root: Node, key: str, blocks: Sequence[Node]) -> tuple[Diagnostic, ...]:
    ignored = [name for name in root.keys if name not in ("version", key) and name not in MAPPED]
    for block in blocks:
        if _engine(block) != "postgresql":
            ignored.append(f"{key} with engine {_engine(block)}")
            continue
        told = {"database"} if block.at("schema") is None else set[str]()
        ignored += [f"{key}.{name}" for name in block.keys if name not in _READ | MAPPED | told]
        gen = block.at("gen")
        ignored += [
            f"{key}.gen.{name}{_apart_from_mapped(settings)}"
            for name, settings in (gen.keys if gen else {}).items()
            if name != "python"
        ]
        ignored += [f"{key}.codegen" for plugin in _plugins(block) if plugin not in _PYTHON_PLUGINS]
    listed = ", ".join(dict.fromkeys(ignored))
    return (*_of_ignored(root, listed), *_of_databases(blocks))


def _of_databases(blocks: Sequence[Node]) -> Iterator[Diagnostic]:
    """Of packages without a schema sqlc asks a database what there is."""
    for block in blocks:
        database = block.at("database")
        if database is not None and block.at("schema") is None:
            yield Diagnostic(
                code="config-ignored",
                message="no database is asked for a schema: this package knows no tables",
                span=_first_line(database.span),
                help="Write the database's schema into a file, with"
                " `codegen pull --dsn … --schema schema.sql`, and name it: schema: schema.sql.",
                severity=Severity.WARNING,
            )
            return


def _of_ignored(root: Node, listed: str) -> tuple[Diagnostic, ...]:
    if not listed:
        return ()
    return (
        Diagnostic(
            code="config-ignored",
            message=f"{root.span.source.path}: passed over, with no meaning for Python: {listed}",
            help="Nothing is to be done; leave it for sqlc, or remove it.",
            severity=Severity.NOTE,
        ),
    )


def _apart_from_mapped(settings: Node) -> str:
    mapped = sorted(MAPPED & settings.keys.keys())
    return f" (but for {' and '.join(mapped)})" if mapped else ""


def _plugins(block: Node) -> list[str | None]:
    found = block.at("codegen")
    plugins = [one.at("plugin") for one in found.items] if found else []
    return [one.text for one in plugins if one]
