"""Undoing what stands between a source and its text: character references, line ends, escapes.

Character references are decoded as the HTML standard has it ("named character reference state" and after), which
`html.unescape` does not: it drops some numeric references and joins what the standard keeps apart.
"""

from __future__ import annotations

import json
import re
from html.entities import html5

__all__ = ["SPECIAL", "decoded", "html_reference", "html_special"]

#: What is not itself in an HTML text: the beginning of a reference, a carriage return, a NUL.
SPECIAL = re.compile(r"[&\r\0]")
_NUMERIC = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*)(;?)")
_LONGEST_WITHOUT_SEMICOLON = max(len(name) for name in html5 if not name.endswith(";"))
#: Numbers of digits beyond which a reference is above U+10FFFF, leading zeros aside.
_MOST_DIGITS = 8
#: The C1 controls that mean windows-1252, as the standard's table has them.
_C1 = {code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}

_XML_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([^\s&;#]+));|\r\n?")
_XML_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>|<[^<>]*>", re.DOTALL)


def decoded(text: str, escapes: tuple[str, ...]) -> str:
    """Undo on a slice of the source what `SourceRange.escapes` lists, outermost first, and return what it says.

    "html": character references, line ends. "xml": the same of XML, CDATA marks and tags left out. "json": a JSON
    string's escapes. "means:TEXT": what stands there, an entity of the file's own DTD mostly, stands for TEXT.
    Raises `ValueError` for others.
    """
    for escape in escapes:
        if escape == "html":
            text = _decode_html(text)
        elif escape == "xml":
            text = _XML_REFERENCE.sub(_xml_text, _XML_MARKUP.sub("", text))
        elif escape == "json":
            text = str(json.loads(f'"{text}"', strict=False))
        elif escape.startswith("means:"):
            text = escape.removeprefix("means:")
        else:
            raise ValueError(f"no such escape: {escape!r}")
    return text


def _decode_html(text: str) -> str:
    parts: list[str] = []
    position = 0
    for match in SPECIAL.finditer(text):
        if match.start() < position:
            continue
        parts.append(text[position : match.start()])
        replacement, position = html_special(text, match.start())
        parts.append(replacement)
    return "".join(parts) + text[position:]


def html_special(text: str, position: int) -> tuple[str, int]:
    """Read what stands at a reference, a carriage return or a NUL: its text and where it ends."""
    character = text[position]
    if character == "&":
        return html_reference(text, position) or ("&", position + 1)
    if character == "\r":
        return "\n", position + (2 if text.startswith("\n", position + 1) else 1)
    return "\ufffd", position + 1


def html_reference(text: str, position: int) -> tuple[str, int] | None:
    """Decode the character reference at an ampersand outside of attributes: its text and where it ends.

    Returns None where the ampersand is just one.
    """
    numeric = _NUMERIC.match(text, position)
    if numeric is not None:
        hexadecimal, decimal = numeric.groups()
        return _numeric(hexadecimal or decimal, 16 if hexadecimal else 10), numeric.end()
    named = _NAMED.match(text, position)
    if named is None:
        return None
    name = named.group(1)
    if named.group(2) and f"{name};" in html5:
        return html5[f"{name};"], named.end()
    for length in range(min(len(name), _LONGEST_WITHOUT_SEMICOLON), 0, -1):
        if name[:length] in html5:
            return html5[name[:length]], position + 1 + length
    return None


def _numeric(digits: str, base: int) -> str:
    digits = digits.lstrip("0")
    code = int(digits, base) if 0 < len(digits) <= _MOST_DIGITS else 0
    if not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return _C1.get(code) or chr(code)


def _xml_text(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if hexadecimal or decimal:
        return chr(int(hexadecimal or decimal, 16 if hexadecimal else 10))
    if name is None:
        return "\n"
    return html5.get(f"{name};", match.group())
