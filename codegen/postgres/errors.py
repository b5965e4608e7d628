"""What went wrong in resolving a name or a type, before it has a place in a source."""

from __future__ import annotations

from typing import Literal

Kind = Literal["undefined", "ambiguous", "mismatch", "wrong-kind", "unsupported"]


class Unresolved(Exception):
    """No answer, and why, in PostgreSQL's words.

    ``kind`` is ``undefined`` (nothing fits), ``ambiguous`` (more than one fits equally well),
    ``mismatch`` (types that must agree don't), ``wrong-kind`` (the object is of another kind) or
    ``unsupported`` (PostgreSQL has no such calls).
    ``what`` says what was looked for: ``function``, ``operator`` or ``type``. ``help`` is a way
    out, where one is known.
    """

    def __init__(self, kind: Kind, message: str, what: str = "type", help: str = "") -> None:
        super().__init__(message)
        self.kind: Kind = kind
        self.message = message
        self.what = what
        self.help = help
