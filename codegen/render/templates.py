"""Where the templates are, and how they are read: codegen's own, and the user's before them."""

from __future__ import annotations

import traceback
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
    meta,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from codegen.diagnostics import CodegenError, Diagnostic, Severity, error
from codegen.source import Source, Span

_CODEGEN = Path(__file__).parent.parent
#: In an installed wheel, and in a checkout.
_FOLDERS = (_CODEGEN / "templates", _CODEGEN.parent / "templates")
#: Under this prefix codegen's own templates can be extended by others of the same name.
PREFIX = "codegen"
_SUFFIX = ".jinja"


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which asks once for each attribute of a class whether it is safe."""

    _known: dict[tuple[type[object], str], bool]

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        key = (type(obj), attr)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = super().is_safe_attribute(obj, attr, value)
        return known


@cache
def environment(folder: str | None = None, compiled: BytecodeCache | None = None) -> Environment:
    """The Jinja environment: sandboxed, and a name that a template misspells is an error.

    Templates in the user's ``folder`` go before codegen's. What is ``compiled`` is not again.
    """
    own = FileSystemLoader([str(each) for each in _FOLDERS if each.is_dir()])
    users = [FileSystemLoader(folder)] if folder else []
    return _Sandbox(
        loader=ChoiceLoader([*users, own, PrefixLoader({PREFIX: own})]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # Python is printed, not HTML
        bytecode_cache=compiled,
    )


def fill(
    template: str,
    folder: str | None,
    values: dict[str, object],
    compiled: BytecodeCache | None = None,
) -> str:
    """A template, filled. Raises CodegenError (template-invalid) for a mistake of the user's."""
    try:
        return environment(folder, compiled).get_template(template).render(**values)
    except Exception as caught:
        # A template is a program: whatever goes wrong in one of the user's is theirs to know.
        place = _place(caught, folder) if folder else None
        if place is None:
            raise
        raise _invalid(f"{type(caught).__name__}: {caught}", place) from caught


def check_folder(folder: str, named: Span | None = None) -> list[Diagnostic]:
    """A warning for each of the user's templates that nothing uses; ``named`` is where the
    configuration has the folder.

    Raises CodegenError (file-unreadable) where there is no such folder.
    """
    place = Path(folder)
    if not place.is_dir():
        help = "Correct the path, or make the folder."
        raise error("file-unreadable", f"templates: {folder} is no folder", named, help)
    names = {path.relative_to(place).as_posix() for path in place.rglob(f"*{_SUFFIX}")}
    used = set(environment().list_templates()) | _referenced(names, folder)
    return [_unused(name, folder) for name in sorted(names - used)]


def _referenced(names: set[str], folder: str) -> set[str]:
    found: set[str] = set()
    for name in names:
        try:
            text = (Path(folder) / name).read_text("utf-8")
            tree = environment(folder).parse(text)
        except (OSError, UnicodeDecodeError, TemplateSyntaxError):
            # Told once the template is used.
            continue
        found |= {one for one in meta.find_referenced_templates(tree) if one is not None}
    return found


def _unused(name: str, folder: str) -> Diagnostic:
    known = sorted(one for one in environment().list_templates() if not one.startswith(PREFIX))
    return Diagnostic(
        code="template-invalid",
        message=f"{Path(folder) / name} goes before no template of codegen's",
        help=f"Name it as one of them, or include it in one: {', '.join(known)}.",
        severity=Severity.WARNING,
    )


def _place(caught: Exception, folder: str) -> Span | None:
    """The line of the user's template where something went wrong."""
    root = Path(folder)
    frames = traceback.extract_tb(caught.__traceback__)
    places = [(frame.filename, frame.lineno) for frame in frames]
    if isinstance(caught, TemplateSyntaxError):
        places.append((caught.filename or "", caught.lineno))
    for filename, line in reversed(places):
        path = Path(filename)
        if line is not None and path.suffix == _SUFFIX and path.is_relative_to(root):
            return _line(path, line)
    return None


def _line(path: Path, number: int) -> Span:
    source = Source(str(path), path.read_text("utf-8", errors="replace"))
    starts = [*source.line_starts(), len(source.text)]
    start = starts[min(number, len(starts) - 1) - 1]
    end = max(start, starts[min(number, len(starts) - 1)] - 1)
    return Span(source, start, end)


def _invalid(message: str, span: Span | None) -> CodegenError:
    help = "Correct the template; codegen's own are in its folder templates."
    return CodegenError(Diagnostic(code="template-invalid", message=message, span=span, help=help))


def check_python(text: str, path: str) -> None:
    """Raises CodegenError (template-invalid) where the user's templates made no Python."""
    try:
        compile(text, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as caught:
        message = f"with these templates, {path} would not be Python: {caught}"
        raise _invalid(message, None) from caught
