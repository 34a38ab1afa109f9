"""From bytes to text: which encoding it is, and an error with a place and a way out where it cannot be read.

The order is the Encoding Standard's: what the user says, a byte order mark, what the file declares (an XML declaration
or a `<meta>`), what its bytes look like. A file that declares something else and yet is UTF-8, not only ASCII, is read
as UTF-8: files are converted without their declaration, and no other text looks like UTF-8 by accident.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from editcheck.source.encodings import MULTI_BYTE, SINGLE_BYTE, codec_of, decode_multi_byte, decode_single_byte
from editcheck.source.errors import SourceError
from editcheck.source.text import SourceText

if TYPE_CHECKING:
    from editcheck.config import Limits

__all__ = ["decode"]

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
#: How far a declaration is looked for: `<meta>` stands as far down as 80 kB on real pages.
_HEAD = 256 * 1024
#: Characters that no text has, but a few of which stand in wire services' files.
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.05
_SAMPLE = 64 * 1024

_XML_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"<meta[\s/][^>]{0,2000}>", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_BODY = re.compile(rb"<body[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<html[\s>]|<!doctype\s+html", re.IGNORECASE)
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(raw: bytes, name: str, limits: Limits, encoding: str | None = None) -> SourceText:
    """Decode a file. `encoding` is a label that overrides whatever the file says; `name` is for messages.

    Where a text is UTF-8 but for a few bytes, each of them is one U+FFFD, listed in `SourceText.strays`.
    Raises `SourceError`: empty, too big, binary, an unknown encoding, bytes that are not in the encoding.
    """
    _check_size(raw, name, limits)
    marked, bom = next(((codec, len(mark)) for mark, codec in _BOMS if raw.startswith(mark)), (None, 0))
    if encoding is not None:
        codec = _known(encoding, name)
        bom = bom if codec == marked else 0
        source = _decode_as(raw, codec, bom, name, f"which was asked for ({encoding})")
    elif marked is not None:
        source = _decode_as(raw, marked, bom, name, "as its byte order mark says")
    else:
        source = _decode_unmarked(raw, name)
    _check_text(source)
    return source


def _check_size(raw: bytes, name: str, limits: Limits) -> None:
    if not raw:
        raise SourceError(name, "the file is empty")
    if len(raw) > limits.size:
        raise SourceError(
            name,
            f"the file has {len(raw):,} bytes, more than the limit of {limits.size:,}: "
            "split it, or raise size in [formats.limits]",
        )


def _known(label: str, name: str) -> str:
    codec = codec_of(label)
    if codec is None:
        raise SourceError(name, f"the encoding {label!r} cannot be read: convert the file to UTF-8, or give --encoding")
    return codec


def _decode_unmarked(raw: bytes, name: str) -> SourceText:
    wide = _wide(raw)
    if wide is not None:
        return _decode_as(raw, wide, 0, name, "as its first bytes say")
    nul = raw.find(0)
    if nul >= 0:
        _refuse_nul(name, raw.count(b"\n", 0, nul) + 1, nul)
    label = _declared(raw[:_HEAD])
    if label is None:
        return _decode_undeclared(raw, name)
    codec = _known(label, name)
    # Whoever could read an 8-bit declaration did not read UTF-16.
    if codec in {"utf-8", "utf-16-le", "utf-16-be"} or (not raw.isascii() and _is_utf8(raw)):
        return _decode_as(raw, "utf-8", 0, name, f"which the file declares ({label})")
    return _decode_as(raw, codec, 0, name, f"which the file declares ({label})")


def _wide(raw: bytes) -> str | None:
    """Tell UTF-16 without a mark by its NULs: in a text of mostly Latin letters every second byte is one."""
    sample = raw[:1024]
    if len(raw) < 4 or len(raw) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even * 10 < odd and (odd > len(sample) * 0.4 or re.match(rb"<\0[^\0]\0", sample)):
        return "utf-16-le"
    if odd * 10 < even and (even > len(sample) * 0.4 or re.match(rb"\0<\0[^\0]", sample)):
        return "utf-16-be"
    return None


def _declared(head: bytes) -> str | None:
    """Return the label that an XML declaration or a `<meta>` of the head gives."""
    match = _XML_DECLARATION.match(head)
    if match is not None:
        return match.group(1).decode("ascii")
    body = _BODY.search(head)
    head = _COMMENT.sub(b"", head[: body.start()] if body else head)
    for meta in _META.finditer(head):
        charset = _CHARSET.search(meta.group())
        if charset is not None:
            return charset.group(1).decode("ascii")
    return None


def _decode_undeclared(raw: bytes, name: str) -> SourceText:
    if _is_utf8(raw):
        return SourceText(raw, raw.decode("utf-8"), "utf-8", 0, name)
    lenient = _utf8_with_strays(raw, 0, name)
    if lenient is not None:
        return lenient
    if raw.lstrip().startswith(b"<?xml") and not _HTML.search(raw[:_SAMPLE]):
        return _decode_as(raw, "utf-8", 0, name, "as XML without a declared encoding must be")
    return SourceText(raw, decode_single_byte(raw, "cp1252"), "cp1252", 0, name, single_byte=True)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_as(raw: bytes, codec: str, bom: int, name: str, why: str) -> SourceText:
    data = raw[bom:]
    try:
        if codec in SINGLE_BYTE:
            return SourceText(raw, decode_single_byte(data, codec), codec, bom, name, single_byte=True)
        if codec in MULTI_BYTE:
            text, starts = decode_multi_byte(data, codec)
            return SourceText(raw, text, codec, bom, name, starts=starts)
        if codec == "utf-8":
            return SourceText(raw, data.decode("utf-8"), codec, bom, name)
        # A lone surrogate is two bytes, and so is the U+FFFD that stands for it.
        text = _LONE_SURROGATE.sub("\ufffd", data.decode(codec, "surrogatepass"))
        return SourceText(raw, text, codec, bom, name)
    except UnicodeDecodeError as error:
        lenient = _utf8_with_strays(raw, bom, name) if codec == "utf-8" else None
        if lenient is not None:
            return lenient
        _refuse_bytes(data, bom, codec, name, why, error)


def _utf8_with_strays(raw: bytes, bom: int, name: str) -> SourceText | None:
    """Read UTF-8 in which some bytes are wrong; None where not even as many characters beyond ASCII are right."""
    escaped = raw[bom:].decode("utf-8", "surrogateescape")
    strays = tuple(match.start() for match in _ESCAPED_BYTE.finditer(escaped))
    text = _ESCAPED_BYTE.sub("\ufffd", escaped)
    right = len(text) - len(strays) - len(text.encode("ascii", "ignore"))
    return SourceText(raw, text, "utf-8", bom, name, strays) if right >= len(strays) else None


def _refuse_bytes(data: bytes, bom: int, codec: str, name: str, why: str, error: UnicodeDecodeError) -> NoReturn:
    if codec.startswith("utf-16") and error.end >= len(data):
        count = len(data) - error.start
        rest = "the last byte is" if count == 1 else f"the last {count} bytes are"
        problem = f"{rest} no character in {codec.upper()}, {why}: the file is cut off, or give another --encoding"
        raise SourceError(name, problem)
    before = data[: error.start].decode(codec, "replace")
    byte = data[error.start]
    raise SourceError(
        name,
        f"byte 0x{byte:02X} at offset {bom + error.start:,} is not {codec.upper().replace('_', '-')}, {why}: "
        "if the file is in another encoding, give it, for example --encoding windows-1252",
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )


def _refuse_nul(name: str, line: int, offset: int) -> NoReturn:
    raise SourceError(
        name,
        f"a NUL byte at offset {offset:,}: this is a binary file, or one in an encoding to be given by --encoding",
        line,
    )


def _check_text(source: SourceText) -> None:
    """Refuse what decodes and yet is no text."""
    nul = source.text.find("\0")
    if nul >= 0:
        _refuse_nul(source.name, source.position(nul)[0], source.byte_offset(nul))
    if not source.text:
        raise SourceError(source.name, "the file is empty but for a byte order mark")
    sample = source.text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > len(sample) * _MOST_CONTROLS:
        raise SourceError(source.name, "the file is full of control characters: it is binary, not a text")
