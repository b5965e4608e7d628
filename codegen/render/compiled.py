"""Compiled templates, kept from run to run: compiling takes longer than filling them."""

from __future__ import annotations

from typing import cast

from jinja2.bccache import Bucket, BytecodeCache

from codegen.cache import digests, store

#: Each installation has its own, so that those of several projects don't take turns.
_NAME = f"templates-{digests.digest(digests.CODEGEN).hex()}"


class Compiled(BytecodeCache):
    """The templates that were compiled, for Jinja: in the user's own cache, since most are of
    codegen and the same for all projects.

    Jinja compares what is kept with a template's text, and the cache is signed; codegen and Jinja
    themselves have to be the same.
    """

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}
        self._is_new = False
        found = store.read(store.home(), _NAME)
        if isinstance(found, tuple) and found[:1] == (digests.of_tool(),):
            self._known = cast("tuple[bytes, dict[str, bytes]]", found)[1]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives Jinja what is kept of a template."""
        content = self._known.get(bucket.key)
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes a template that Jinja has compiled."""
        self._known[bucket.key] = bucket.bytecode_to_string()
        self._is_new = True

    def keep(self) -> None:
        """Keeps what was compiled in this run."""
        if self._is_new:
            store.write(store.home(), _NAME, (digests.of_tool(), self._known))
