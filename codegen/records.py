"""The dataclasses of the standard library, made and copied several times as fast.

A run makes some hundred thousand values, and the standard library's frozen classes set each field
by a call. So that nothing is assigned to is left for the type checkers to prove; to them these
*are* the functions of the standard library. :func:`dataclasses.fields` and its like work as well.

A run imports two hundred such classes and makes values of few. So a class has little more than its
slots at first, and gets each of its functions when that is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    import dataclasses
    from dataclasses import MISSING, Field, field
    from operator import attrgetter

    #: Functions made for a class when they are first wanted: to copy a value, to get what it is
    #: compared by, and to get and set all of its fields.
    _COPIERS, _COMPARED, _GETTERS, _SETTERS = {}, {}, {}, {}

    #: How the standard library marks what is a field.
    _MARK = dataclasses.make_dataclass("_", ["one"]).__dataclass_fields__["one"]._field_type

    def dataclass(*, frozen=False, slots=False, kw_only=False, eq=True):
        """A decorator as the standard library's, in the forms that codegen uses."""

        def made(kind):
            members = dict(vars(kind))
            inherited = getattr(kind, "__dataclass_fields__", {})
            own = {
                name: _described(members.pop(name, MISSING), name, annotation, kw_only)
                for name, annotation in kind.__annotations__.items()
            }
            members["__dataclass_fields__"] = fields = inherited | own
            members["__match_args__"] = tuple(n for n, one in fields.items() if not one.kw_only)
            members |= {"__init__": _init, "__repr__": _repr}
            members |= {"__getstate__": _get, "__setstate__": _set}
            if eq:
                members |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
            if slots:
                members["__slots__"] = tuple(name for name in own if name not in inherited)
            # These belong to the class that was there first.
            members.pop("__dict__", None)
            members.pop("__weakref__", None)
            found = type(kind)(kind.__name__, kind.__bases__, members)
            found.__qualname__ = kind.__qualname__
            return found

        return made

    def _described(value, name, annotation, kw_only):
        """A field, as the standard library describes it."""
        one = value if isinstance(value, Field) else field(default=value)
        one.name, one.type, one.kw_only, one._field_type = name, annotation, kw_only, _MARK
        return one

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

    def _init(self, /, *given, **named):
        """What a class has until the first of its values is made."""
        kind = next(one for one in self.__class__.__mro__ if vars(one).get("__init__") is _init)
        kind.__init__ = made = _maker(kind)
        made(self, *given, **named)

    def _maker(kind):
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
