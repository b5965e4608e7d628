"""Integers, numeric and floating point numbers (src/backend/utils/adt/numutils.c, numeric.c and
float.c)."""

from __future__ import annotations

import re

from codegen.postgres.input.refusals import Refusal, bad_syntax, out_of_range

_SIGN = r"\s*([+-]?)"
_DIGITS = r"\d(?:_?\d)*"
_IN_OTHER_BASES = r"0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+"
_INTEGER = rf"{_SIGN}({_IN_OTHER_BASES}|{_DIGITS})\s*"
_NUMERIC = (
    rf"{_SIGN}(?:{_IN_OTHER_BASES}|(?:{_DIGITS}\.?(?:{_DIGITS})?|\.{_DIGITS})(?:[eE][+-]?{_DIGITS})?"
    r"|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?)\s*|\s*[nN][aA][nN]\s*"
)
_DECIMAL = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
#: What strtod of the C library takes beside decimals: hexadecimals, and what is no number.
_HEXADECIMAL = r"[+-]?0x(?:[0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)(?:p[+-]?\d+)?"
_NO_NUMBER = r"[+-]?(?:inf(?:inity)?|nan(?:\([0-9a-z_]*\))?)"
FLOAT = rf"(?:{_HEXADECIMAL}|{_NO_NUMBER}|{_DECIMAL})"
#: strtoul with a base that the text tells; one that begins with 0b only newer libraries read.
_UNSIGNED = r"\s*([+-]?)(0x[0-9a-f]+|0b[01]+|0[0-7]*|[1-9]\d*)\s*"
#: Beyond these a number is infinite or zero, whichever way it is rounded.
_LARGEST = {"real": 3.5e38, "double precision": float("inf")}
_SMALLEST = {"real": 5e-46, "double precision": 0.0}


def integer(bits: int, type_name: str, text: str) -> Refusal | None:
    """A signed integer of so many bits; other bases and underscores are fine."""
    found = re.fullmatch(_INTEGER, text, re.ASCII)
    if found is None:
        return bad_syntax(type_name, text)
    sign, digits = found.groups()
    value = _value(digits, 0 if digits[1:2].isalpha() else 10)
    bound = 1 << (bits - 1)
    return (
        None if value < bound or (sign == "-" and value == bound) else out_of_range(type_name, text)
    )


def _value(digits: str, base: int) -> int:
    """The value; of a number with very many digits only that it is too large."""
    return int(digits, base) if len(digits) < 1000 or base != 10 else 1 << 3000


def int2vector(text: str) -> Refusal | None:
    """Numbers with spaces between them (int.c)."""
    return next(filter(None, (integer(16, "smallint", one) for one in text.split())), None)


def oidvector(text: str) -> Refusal | None:
    """Numbers one after the other, with spaces between them or not (oid.c)."""
    numbers = r"(?:\s*[+-]?(?:0x[0-9a-f]+|\d+))*\s*"
    taken = re.fullmatch(numbers, text, re.ASCII | re.IGNORECASE)
    return None if taken else bad_syntax("oid", text)


def unsigned(bits: int, type_name: str, text: str) -> Refusal | None:
    """An oid or a number of a transaction: negative ones wrap around."""
    found = re.fullmatch(_UNSIGNED, text, re.ASCII | re.IGNORECASE)
    if found is None:
        return bad_syntax(type_name, text)
    sign, digits = found.groups()
    octal = digits[0] == "0" and digits[1:].isdigit()
    value = int(digits, 8) if octal else _value(digits, 0 if digits[1:2].isalpha() else 10)
    limit = 1 << (bits - 1 if sign == "-" else bits)
    # What wraps around twice is taken again.
    wraps = sign == "-" and value >= 1 << 63
    fits = value < limit or (sign == "-" and value == limit) or wraps
    return None if fits else out_of_range(type_name, text)


def numeric(text: str) -> Refusal | None:
    """A number of any size, with underscores, in other bases, infinite, or none."""
    return None if re.fullmatch(_NUMERIC, text, re.ASCII) else bad_syntax("numeric", text)


def floating(type_name: str, text: str) -> Refusal | None:
    """A number as the C library reads it, within the range of ``type_name``."""
    if re.fullmatch(rf"\s*{FLOAT}\s*", text, re.ASCII | re.IGNORECASE) is None:
        return bad_syntax(type_name, text)
    if re.fullmatch(rf"\s*{_DECIMAL}\s*", text, re.ASCII) is None:
        return None
    value = abs(float(text))
    is_zero = not re.search(r"[1-9]", re.split("[eE]", text)[0])
    fits = value < _LARGEST[type_name] and (is_zero or value > _SMALLEST[type_name])
    return None if fits else Refusal(f'"{text.strip()}" is out of range for type {type_name}')
