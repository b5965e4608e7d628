"""docs/codes.md: the catalogue of codes as one page.

``python -m tests.support.codes_page`` writes it.
"""

from __future__ import annotations

from pathlib import Path

from codegen.explanations import Explanation, Files, codes, explanation

PAGE = Path(__file__).parent.parent.parent / "docs" / "codes.md"
_HEAD = """\
# Codes of messages

Every message has a code, and `codegen explain CODE` prints what is said of it here. The examples
use the schema at the end of this page.

This page is made of [`codegen/explanations/`](../codegen/explanations), by `make docs`.
"""
_SHARED = Path(__file__).parent.parent / "gallery" / "_shared" / "schema.sql"


def page() -> str:
    """The text of the page."""
    found = [explanation(code) for code in codes()]
    index = "\n".join(f"* [{one.code}](#{one.code}): {one.summary}" for one in found)
    sections = "\n".join(_section(one) for one in found)
    schema = f"## The schema of the examples\n\n```sql\n{_SHARED.read_text()}```\n"
    return f"{_HEAD}\n{index}\n\n{sections}\n{schema}"


def _section(one: Explanation) -> str:
    rule = f"\nPostgreSQL's manual: [{one.rule[0]}]({one.rule[1]})\n" if one.rule else ""
    examples = _example("Wrong", one.wrong) + _example("Right", one.right)
    return f"## {one.code}\n\n{one.summary} {one.meaning}\n{rule}{examples}"


def _example(title: str, files: Files) -> str:
    return "".join(
        f"\n{title}, in `{path}`:\n\n```{_language(path)}\n{text}```\n"
        for path, text in files.items()
    )


def _language(path: str) -> str:
    return {"py": "python"}.get(path.rpartition(".")[2], path.rpartition(".")[2])


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page())
