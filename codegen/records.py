"""The dataclasses of the standard library, made and copied several times as fast.

A run makes some hundred thousand values, and the standard library's frozen classes set each field
by a call. So that nothing is assigned to is left for the type checkers to prove; to them these
*are* the functions of the standard library. :func:`dataclasses.fields` and its like work as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    import dataclasses
    from dataclasses import MISSING, field
    from operator import attrgetter

    #: Functions made for a class when they are first wanted: to copy a value, to get what it is
    #: compared by, and to get and set all of its fields.
    _COPIERS, _COMPARED, _GETTERS, _SETTERS = {}, {}, {}, {}

    def dataclass(*, frozen=False, slots=False, kw_only=False, eq=True):
        """A decorator as the standard library's, in the forms that codegen uses.

        Only ``__init__`` is made for each class, all else is shared.
        """

        def made(kind):
            kind.__repr__ = _repr
            kind.__getstate__, kind.__setstate__ = _get, _set
            if eq:
                kind.__eq__ = _eq
                kind.__hash__ = _hash if frozen else None
            if kind.__doc__ is None:
                kind.__doc__ = ""  # Else the standard library writes one, which takes long.
            plain = dataclasses.dataclass(
                init=False, repr=False, eq=False, slots=slots, kw_only=kw_only
            )
            kind = plain(kind)
            kind.__init__ = _init(kind)
            return kind

        return made

    def replace(value, /, **changes):
        """The same value but for these fields."""
        kind = value.__class__
        copied = _COPIERS.get(kind) or _COPIERS.setdefault(kind, _copier(kind))
        return copied(value, changes)

    def _eq(self, other):
        kind = self.__class__
        if other.__class__ is not kind:
            return NotImplemented
        compared = _COMPARED.get(kind) or _COMPARED.setdefault(kind, _getter(kind, "compare"))
        return compared(self) == compared(other)

    def _hash(self):
        kind = self.__class__
        compared = _COMPARED.get(kind) or _COMPARED.setdefault(kind, _getter(kind, "compare"))
        return hash(compared(self))

    def _get(self):
        kind = self.__class__
        return (_GETTERS.get(kind) or _GETTERS.setdefault(kind, _getter(kind, "name")))(self)

    def _set(self, state):
        kind = self.__class__
        (_SETTERS.get(kind) or _SETTERS.setdefault(kind, _setter(kind)))(self, state)

    def _repr(self):
        shown = (one.name for one in dataclasses.fields(self) if one.repr)
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({parts})"

    def _init(kind):
        given, keywords, lines, names = ["self"], ["*"], [" pass"], {"MISSING": MISSING}
        for one in dataclasses.fields(kind):
            parameter = value = one.name
            if one.default_factory is not MISSING:
                names[f"make_{one.name}"] = one.default_factory
                parameter += "=MISSING"
                value = f"make_{one.name}() if {one.name} is MISSING else {one.name}"
            elif one.default is not MISSING:
                names[f"default_{one.name}"] = one.default
                parameter += f"=default_{one.name}"
            (keywords if one.kw_only else given).append(parameter)
            lines.append(f" self.{one.name} = {value}")
        parameters = given + (keywords if keywords[1:] else [])
        made = _compiled("__init__", parameters, lines, names)
        made.__qualname__ = f"{kind.__qualname__}.__init__"
        return made

    def _copier(kind):
        lines = [
            " copy = new(kind)",
            *(f" copy.{one.name} = value.{one.name}" for one in dataclasses.fields(kind)),
            " for name, change in changes.items():",
            "  setattr(copy, name, change)",
            " return copy",
        ]
        names = {"new": object.__new__, "kind": kind}
        return _compiled("copied", ["value", "changes"], lines, names)

    def _getter(kind, trait):
        """What gets, as a tuple, the fields that have the trait."""
        names = [one.name for one in dataclasses.fields(kind) if getattr(one, trait)]
        if len(names) > 1:
            return attrgetter(*names)
        return lambda value: tuple(getattr(value, name) for name in names)

    def _setter(kind):
        lines = [f" value.{one.name}" for one in dataclasses.fields(kind)]
        return _compiled("set", ["value", "state"], [f" {', '.join(lines)}, = state"], {})

    def _compiled(name, parameters, lines, names):
        exec("\n".join([f"def {name}({', '.join(parameters)}):", *lines]), names)
        return names[name]
