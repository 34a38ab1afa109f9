"""Which codec an encoding's label means, as the Encoding Standard of the WHATWG has it, and how a legacy one decodes.

Browsers read the label `iso-8859-1` as windows-1252, in HTML and in XML, because that is what its users mean.
"""

from __future__ import annotations

import codecs
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MULTI_BYTE", "SINGLE_BYTE", "codec_of", "decode_multi_byte", "decode_single_byte"]

#: Labels that Python does not know, or knows as something narrower than the standard does.
_LABELS = {
    "ansi-x3.4-1968": "cp1252",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "csbig5": "big5hkscs",
    "dos-874": "cp874",
    "iso-8859-11": "cp874",
    "iso-8859-8-e": "iso8859-8",
    "iso-8859-8-i": "iso8859-8",
    "iso88591": "cp1252",
    "logical": "iso8859-8",
    "macintosh": "mac-roman",
    "sjis": "cp932",
    "tis-620": "cp874",
    "unicode": "utf-16-le",
    "utf-8-sig": "utf-8",
    "visual": "iso8859-8",
    "windows-31j": "cp932",
    "windows-949": "cp949",
}

#: Narrow encodings, by Python's names, and the wider ones that the standard reads them as.
_WIDER = {
    "ascii": "cp1252",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "utf-16": "utf-16-le",
}

SINGLE_BYTE = frozenset(
    {
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *(f"cp125{page}" for page in range(9)),
        *("cp437", "cp850", "cp866", "cp874", "koi8-r", "koi8-u", "mac-cyrillic", "mac-roman"),
    }
)
MULTI_BYTE = frozenset({"big5hkscs", "cp932", "cp949", "euc_jp", "gb18030"})
_KNOWN = SINGLE_BYTE | MULTI_BYTE | {"utf-8", "utf-16-le", "utf-16-be"}


def codec_of(label: str) -> str | None:
    """Return the Python codec that a label means, or None where it is unknown or its text has no fixed positions.

    The latter are the encodings with a state (ISO-2022, UTF-7), and Python's codecs that are no encodings of text.
    """
    plain = label.strip().lower().replace("_", "-")
    plain = plain.removeprefix("x-")
    try:
        name = codecs.lookup(_LABELS.get(plain, plain)).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _KNOWN else None


def decode_single_byte(raw: bytes, codec: str) -> str:
    """Decode, one character a byte. Bytes that mean nothing are control characters below 0xA0, U+FFFD above."""
    table = "".join(_character(byte, codec) for byte in range(256))
    return codecs.charmap_decode(raw, "strict", table)[0]


def _character(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte) if byte < 0xA0 else "\ufffd"


def decode_multi_byte(raw: bytes, codec: str) -> tuple[str, Sequence[int]]:
    """Decode, and return the text with the byte at which each character begins.

    Several byte sequences can mean one character, so encoding the text again need not give the bytes back.
    Raises `UnicodeDecodeError`, its `start` within `raw`.
    """
    decoder = codecs.getincrementaldecoder(codec)("strict")
    text: list[str] = []
    starts = array("Q")
    begin = 0
    for offset in range(len(raw)):
        try:
            decoded = decoder.decode(raw[offset : offset + 1], offset + 1 == len(raw))
        except UnicodeDecodeError as error:
            raise UnicodeDecodeError(codec, raw, begin, offset + 1, error.reason) from error
        if decoded:
            text.append(decoded)
            starts.extend([begin] * len(decoded))
            begin = offset + 1
    return "".join(text), starts
