"""Addresses of networks and of their cards (src/backend/utils/adt/network.c, inet_net_pton.c,
mac.c and mac8.c)."""

from __future__ import annotations

import ipaddress
import re

from codegen.postgres.input.refusals import SPACES, Refusal, bad_syntax

_FOUR = r"(\d+(?:\.\d+){0,3})\.?(?:/(\d+))?"
_SIX = r"([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\d+))?"
_HEX = "[0-9a-fA-F]"
_MACS = "|".join(
    (
        rf"{_HEX}{{1,2}}(?::{_HEX}{{1,2}}){{5}}",
        rf"{_HEX}{{1,2}}(?:-{_HEX}{{1,2}}){{5}}",
        rf"{_HEX}{{5,6}}[:-]{_HEX}{{5,6}}",
        rf"{_HEX}{{3,4}}\.{_HEX}{{3,4}}\.{_HEX}{{3,4}}",
        rf"{_HEX}{{3,4}}-{_HEX}{{3,4}}-{_HEX}{{3,4}}",
        rf"{_HEX}{{11,12}}",
    )
)
#: What the C library's %x takes beside digits: white space, signs, 0x, zeros before.
_ODD = (
    r"[\sxX+]|-0(?![0-9a-fA-F])|(?=.*[0-9a-fA-F]{3}).*-0|(?:^|[:.-])-|(?:^|[:-])0+[0-9a-fA-F]{2,}"
)
#: A last character that is no whole byte is passed over.
_MAC8 = r"\s*(?:[0-9a-fA-F]{2}[:.-]?){6,8}.?\s*"


def inet(text: str) -> Refusal | None:
    """Four numbers, or fewer with the length of the network, or an address of version 6."""
    four = re.fullmatch(_FOUR, text, re.ASCII)
    if four is not None:
        parts, length = four[1].split("."), four[2]
        fits = _octets(parts) and (len(parts) == 4 or length is not None) and _at_most(length, 32)
        return None if fits else bad_syntax("inet", text)
    six = re.fullmatch(_SIX, text, re.ASCII)
    fits = six is not None and _is_version_6(six[1]) and _at_most(six[2], 128)
    return None if fits else bad_syntax("inet", text)


def cidr(text: str) -> Refusal | None:
    """A network: what comes after its length is zero."""
    four = re.fullmatch(_FOUR, text, re.ASCII)
    if four is not None:
        parts, length = four[1].split("."), four[2]
        if not (_octets(parts) and _at_most(length, 32)):
            return bad_syntax("cidr", text)
        return _with_network(text, ".".join((*parts, "0", "0", "0")[:4]), length, len(parts) == 4)
    if re.fullmatch(r"0[xX][0-9a-fA-F.]*(?:/\d+)?", text, re.ASCII):
        return None
    six = re.fullmatch(_SIX, text, re.ASCII)
    if six is None or not _is_version_6(six[1]) or not _at_most(six[2], 128):
        return bad_syntax("cidr", text)
    return _with_network(text, six[1], six[2], True)


def _octets(parts: list[str]) -> bool:
    return all(len(part.lstrip("0")) < 4 and int(part) < 256 for part in parts)


def _at_most(length: str | None, bits: int) -> bool:
    return length is None or (len(length) < 9 and int(length) <= bits)


def _is_version_6(address: str) -> bool:
    """Four numbers at its end are taken in any form, as PostgreSQL takes some odd ones."""
    plain = _without_last_colon(address)
    try:
        ipaddress.IPv6Address(plain.rpartition(":")[0] + ":0:0" if "." in plain else plain)
    except ValueError:
        return "." in plain and "::" in plain
    return True


def _without_last_colon(address: str) -> str:
    """A colon too many at the end is passed over."""
    return address if address.endswith("::") else address.removesuffix(":")


def _with_network(text: str, address: str, length: str | None, whole: bool) -> Refusal | None:
    if length is None or not whole or ("." in address and ":" in address):
        return None
    plain = (
        _without_last_colon(address)
        if ":" in address
        else ".".join(str(int(one)) for one in address.split("."))
    )
    try:
        ipaddress.ip_network(f"{plain}/{int(length)}")
    except ValueError:
        help = "It has bits set to the right of its length: write them as zeros, or use inet."
        return Refusal(f'invalid cidr value: "{text}"', help)
    return None


def macaddr(text: str) -> Refusal | None:
    """Six bytes, written in one of seven ways."""
    plain = text.strip(SPACES)
    if re.search(_ODD, plain) and re.search(r"[\d]", plain):
        return None
    return None if re.fullmatch(_MACS, plain) else bad_syntax("macaddr", text)


def macaddr8(text: str) -> Refusal | None:
    """Six or eight bytes, with any of three characters between them."""
    return None if re.fullmatch(_MAC8, text, re.ASCII) else bad_syntax("macaddr8", text)
