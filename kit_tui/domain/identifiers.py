"""Identifiers and addresses that come from elsewhere: ORCID, ROR, DOI, e-mail and web."""

from __future__ import annotations

import re

from kit_tui.domain.reading import folded, quoted
from kit_tui.domain.wording import Refused, message

_PART = r"[^\s@<>()\[\],;:\"\\.]+"
_LABEL = r"\w(?:[\w-]*\w)?"
_EMAIL = rf"(?:mailto:)?({_PART}(?:\.{_PART})*)@({_LABEL}(?:\.{_LABEL})+)"
_BASE32 = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's digits, without the letters i, l, o and u."""


def read_orcid(text: str) -> str:
    """An ORCID iD as "0000-0002-1825-0097", from itself, its digits alone or its address.

    Raises Refused unless it has 16 digits of which the last is right (ISO 7064 MOD 11-2; the last may be X).
    """
    plain = re.sub(r"^(?:https?://)?(?:www\.)?orcid\.org/|^orcid(?: id)?: *", "", folded(text).lower()).rstrip("/")
    digits = re.sub("[- ]", "", plain).upper()
    if not re.fullmatch("[0-9]{15}[0-9X]", digits):
        raise Refused(message('"{text}" is not an ORCID iD: type it as 0000-0002-1825-0097.', text=quoted(text)))
    if digits[15] != _mod_11_2(digits[:15]):
        raise Refused(
            message('"{text}" has a wrong digit: compare it with the ORCID iD you copied it from.', text=quoted(text))
        )
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def read_ror(text: str) -> str:
    """A ROR id as its nine lower-case characters ("00965ax52"), from itself or its address.

    Raises Refused unless it is a 0, six digits in Crockford's base 32 and their two check digits (ISO 7064 MOD 97-10).
    """
    plain = re.sub(r"^(?:https?://)?(?:www\.)?ror\.org/", "", folded(text).lower()).rstrip("/")
    if not re.fullmatch(f"0[{_BASE32}]{{6}}[0-9]{{2}}", plain):
        raise Refused(message('"{text}" is not a ROR id: type it as 00965ax52.', text=quoted(text)))
    number = 0
    for digit in plain[1:7]:
        number = number * 32 + _BASE32.index(digit)
    if int(plain[7:]) != 98 - number * 100 % 97:
        raise Refused(
            message('"{text}" has a wrong character: compare it with the ROR id you copied it from.', text=quoted(text))
        )
    return plain


def read_doi(text: str) -> str:
    """A DOI in lower case ("10.1000/182"; its letters have no case), from itself, with "doi:" or as an address.

    A full stop or comma after it, as in a list of references, is dropped.  Raises Refused for any other text.
    """
    plain = folded(text).lower()
    bare = re.sub(r"^(?:https?://)?(?:dx\.|www\.)?doi\.org/", "", plain)
    if bare != plain:
        from urllib.parse import unquote

        bare = unquote(bare)
    bare = re.sub("^doi: ?", "", bare).rstrip(".,;")
    if not (re.fullmatch(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+", bare) and bare.isprintable()):
        raise Refused(message('"{text}" is not a DOI: type it as 10.1000/182.', text=quoted(text)))
    return bare


def read_email(text: str) -> str:
    """A single e-mail address with its domain in lower case.  Raises Refused for what can't be one."""
    match = re.fullmatch(_EMAIL, folded(text))
    address = f"{match[1]}@{match[2].lower()}" if match else ""
    if not 0 < len(address) <= 254:
        raise Refused(message('"{text}" is not an e-mail address: type it as name@example.ac.jp.', text=quoted(text)))
    return address


def read_url(text: str) -> str:
    """A web address with its http:// or https://, which is added where it begins with "www.".

    The rest is as it was typed.  Raises Refused for anything else.
    """
    plain = text.strip()
    if plain[:4].lower() == "www.":
        plain = f"https://{plain}"
    match = re.fullmatch(r"(https?)(://[^\s/?#@.]+(?:\.[^\s/?#@.]+)+(?:[/?#]\S*)?)", plain, re.IGNORECASE)
    if not (match and plain.isprintable()):
        raise Refused(message('"{text}" is not a web address: type it as https://www.kit.ac.jp.', text=quoted(text)))
    return match[1].lower() + match[2]


def _mod_11_2(digits: str) -> str:
    """The check character of ISO 7064 MOD 11-2."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "X" if check == 10 else str(check)
