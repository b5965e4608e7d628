"""Escapes in strings and names: every character, and a diagnostic for what is none."""

from __future__ import annotations

import pytest

from codegen.diagnostics import CodegenError
from codegen.sql.lexer import tokenize

VALID = {
    r"U&'\0041\+01F600'": "A😀",
    r"U&'d!0061t!!' UESCAPE '!'": "dat!",
    r"E'\u00e9\U0001F600\x41\101\n'": "é😀AA\n",
    r"E'\uD83D\uDE00'": "😀",
    r"U&'\D83D\DE00'": "😀",
    r"E'\xe2\x82\xac'": "€",
}
INVALID = [
    r"U&'\+FFFFFF'",
    r"U&'\+110000'",
    r"U&'\D800'",
    r"U&'\00zz'",
    r"U&'\0000'",
    r'U&"\+FFFFFF"',
    r"E'\UFFFFFFFF'",
    r"E'\uD800'",
    r"E'\xff'",
    r"E'\0'",
    "'a\0b'",
    'SELECT "a\0b"',
    "-- a\0b",
]


@pytest.mark.parametrize("text", VALID)
def test_an_escape_is_its_character(text: str) -> None:
    assert [token.text for token in tokenize(text)] == [VALID[text], ""]


@pytest.mark.parametrize("text", INVALID)
def test_what_is_no_text_is_told(text: str) -> None:
    with pytest.raises(CodegenError) as caught:
        tokenize(text)
    assert caught.value.diagnostic.code == "syntax-error"
