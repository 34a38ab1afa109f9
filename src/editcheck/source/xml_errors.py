"""What expat found wrong, in an editor's words, with the place and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, errors

from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from editcheck.source.text import SourceText

__all__ = ["malformed"]

_WAY_OUT = "correct the file, or give --input-format html if it is HTML"
_CODES = errors.codes


def malformed(error: ExpatError, source: SourceText, offset: int, open_tags: list[tuple[str, int]]) -> SourceError:
    """Return the error for XML that is not well-formed at a character; `open_tags` are names and their offsets."""
    line, column = source.position(min(offset, len(source.text)))
    return SourceError(source.name, _problem(error, source, offset, open_tags), line, column)


def _problem(error: ExpatError, source: SourceText, offset: int, open_tags: list[tuple[str, int]]) -> str:
    message = errors.messages.get(error.code, str(error))
    inside = f"<{open_tags[-1][0]}> of line {source.position(open_tags[-1][1])[0]:,}" if open_tags else None
    if error.code in _ENDS_EARLY:
        return f"the file is cut off: {inside} has no end" if inside else f"the file has no XML element: {_WAY_OUT}"
    if error.code == _CODES[errors.XML_ERROR_TAG_MISMATCH] and inside:
        return f"this end tag is not that of {inside}, which is still open: {_WAY_OUT}"
    if error.code == _CODES[errors.XML_ERROR_INVALID_TOKEN]:
        return _invalid_token(source.text, offset)
    if error.code == _CODES[errors.XML_ERROR_UNDEFINED_ENTITY]:
        return "the entity here is not declared: write the character itself"
    if error.code == _CODES[errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]:
        return f"something follows after the end of the root element: {_WAY_OUT}"
    if "amplification" in message:
        return "an entity bomb: its entities expand to far more than the file itself; write the text in their place"
    return f"this is not XML ({message}): {_WAY_OUT}"


#: What expat says where the file ends too soon.
_ENDS_EARLY = {
    _CODES[code]
    for code in (
        errors.XML_ERROR_NO_ELEMENTS,
        errors.XML_ERROR_UNCLOSED_TOKEN,
        errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        errors.XML_ERROR_PARTIAL_CHAR,
    )
}


def _invalid_token(text: str, offset: int) -> str:
    character = text[offset : offset + 1]
    before = text[max(0, offset - 1) : offset]
    if "&" in (character, before):
        return "an & that begins no reference: write &amp;"
    if "<" in (character, before):
        return "a < that begins no tag: write &lt;"
    if character and not character.isprintable():
        return f"the character U+{ord(character):04X} is not allowed in XML: take it out"
    return f"this is not XML ({character!r} cannot stand here): {_WAY_OUT}"
