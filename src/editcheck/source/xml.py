"""XML to an lxml tree and the runs of its texts, in one pass of expat. Nothing outside of the file is ever read.

Every stretch of text, every reference, line end and CDATA section is an event of its own with its byte offset. expat
gets the decoded text as UTF-8, whatever the file's encoding, so that one way of counting serves all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal
from xml.parsers import expat

from lxml import etree

from editcheck.source.document import IGNORE, Document, Remark, Run, Slot, join_runs
from editcheck.source.errors import SourceError
from editcheck.source.infoset import safe_text
from editcheck.source.limits import MOST_ATTRIBUTES, too_deep, too_many, too_many_attributes
from editcheck.source.references import decoded
from editcheck.source.xml_entities import EntityGuard, html_declarations
from editcheck.source.xml_errors import malformed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from editcheck.config import Limits
    from editcheck.source.text import SourceText

__all__ = ["parse"]

_REFERENCE = re.compile(r"&[^\s;&<]+;")
#: A file that says it stands alone may still use HTML's names for characters: it is read as if it had not said so.
_STANDALONE = re.compile(r"(<\?xml[^>]{0,200}standalone\s*=\s*)([\"'])yes\2")


def parse(source: SourceText, limits: Limits) -> Document:
    """Parse an XML file. Blank lines before its declaration are forgiven, nothing else is.

    Raises `SourceError` where the file is not well-formed, refers to another file, or passes a limit.
    """
    reader = _Reader(source, limits)
    reader.read()
    return Document(source, reader.elements[0], "xml", reader.table, reader.elements, remarks=reader.remarks)


class _Places:
    """Turns expat's byte offsets, which never go back, into offsets of characters."""

    def __init__(self, data: bytes, text_start: int) -> None:
        self._data = data
        self._plain = data.isascii()
        self._byte = 0
        self._start = text_start
        self._character = text_start

    def character(self, byte: int) -> int:
        if self._plain:
            return self._start + byte
        if byte < self._byte:
            self._byte, self._character = 0, self._start
        self._character += len(self._data[self._byte : byte].decode("utf-8", "ignore"))
        self._byte = byte
        return self._character


class _Reader:
    """The handlers of one pass, and the tree as far as it is built."""

    def __init__(self, source: SourceText, limits: Limits) -> None:
        self.source = source
        self.text = source.text
        self.limits = limits
        self.table: dict[tuple[_Element, Slot], list[Run]] = {}
        self.elements: list[_Element] = []
        self.open: list[tuple[_Element, int]] = []
        self.runs: list[Run] = []
        self.place: tuple[_Element, Slot]
        self.namespaces: dict[Any, str] = {}
        self.in_cdata = False
        self.doctype: tuple[str | None, str | None] = (None, None)
        self.guard = EntityGuard(self._error)
        self.remarks: list[Remark] = []
        self.nodes = 0
        start = len(self.text) - len(self.text.lstrip())
        self.data = _utf8(source, start)
        self.places = _Places(self.data, start)
        self.parser = self._parser()

    def read(self) -> None:
        """Parse the whole source."""
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            offset = self.places.character(max(0, self.parser.ErrorByteIndex))
            names = [(str(etree.QName(element).localname), start) for element, start in self.open]
            raise malformed(error, self.source, offset, names) from error
        except ValueError as error:
            if isinstance(error, SourceError):
                raise
            raise self._error(f"the tree cannot hold what stands here ({error}): choose another name") from error

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8", "}")
        parser.buffer_text = False
        # Without the next two, characters that HTML names but no DTD declares are left out of texts and attributes.
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.ExternalEntityRefHandler = self._external
        parser.StartDoctypeDeclHandler = self._start_doctype
        parser.EntityDeclHandler = self._declare
        parser.SkippedEntityHandler = self._skipped
        parser.StartNamespaceDeclHandler = self._namespace
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = self._start_cdata
        parser.EndCdataSectionHandler = self._end_cdata
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        return parser

    def _here(self) -> int:
        return self.places.character(self.parser.CurrentByteIndex)

    def _error(self, problem: str) -> SourceError:
        return SourceError(self.source.name, problem, *self.source.position(self._here()))

    def _start_doctype(self, _name: str, system: str | None, public: str | None, _internal: bool) -> None:
        self.doctype = system, public

    def _declare(self, name: str, is_parameter: bool, value: str | None, *_where: str | None) -> None:
        self.guard.declare(name, is_parameter, value)

    def _external(self, context: str | None, _base: str | None, system: str | None, public: str | None) -> int:
        """Give HTML's characters in place of the DTD that the file names; refuse texts that stand in other files."""
        if context is not None:
            raise self._error(
                f"the entity here stands for another file ({system}), which is never read: write its text here"
            )
        if (system, public) == self.doctype:
            subset = self.parser.ExternalEntityParserCreate(None, "utf-8")
            subset.EntityDeclHandler = None
            subset.Parse(html_declarations(self.text), True)
        return 1

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise self._error(f"the entity &{name}; is not declared: write the character itself")

    def _namespace(self, prefix: str | None, uri: str | None) -> None:
        if uri:
            self.namespaces[prefix] = uri

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        here = self._here()
        if len(self.open) >= self.limits.depth:
            raise too_deep(self.limits, self.source.name, *self.source.position(here))
        if len(attributes) > MOST_ATTRIBUTES:
            raise too_many_attributes(len(attributes), self.source.name, *self.source.position(here))
        self.guard.check_attributes(attributes, len(self.text))
        element = self._element(name, attributes)
        self._keep(element)
        self.open.append((element, here))
        if IGNORE in attributes:
            self.remarks.append(Remark("attribute", attributes[IGNORE], here, element))
        self.place = element, "text"

    def _element(self, name: str, attributes: dict[str, str]) -> _Element:
        namespaces, self.namespaces = self.namespaces, {}
        pairs = {_qualified(key): safe_text(value) for key, value in attributes.items()}
        if self.open:
            return etree.SubElement(self.open[-1][0], _qualified(name), pairs, namespaces)
        return etree.Element(_qualified(name), pairs, namespaces)

    def _end(self, _name: str) -> None:
        self._flush()
        self.place = self.open.pop()[0], "tail"

    def _comment(self, text: str) -> None:
        self._remark("comment", text)
        if self.open:
            self._flush()
            self._append(etree.Comment(safe_text(text)))

    def _instruction(self, target: str, data: str) -> None:
        self._remark("instruction", f"{target} {data}")
        if self.open:
            self._flush()
            self._append(etree.ProcessingInstruction(target, safe_text(data)))

    def _remark(self, kind: Literal["comment", "instruction"], text: str) -> None:
        self.remarks.append(Remark(kind, text, self._here(), self.open[-1][0] if self.open else None))

    def _append(self, node: _Element) -> None:
        self.open[-1][0].append(node)
        self._keep(node)
        self.place = node, "tail"

    def _keep(self, node: _Element) -> None:
        self.elements.append(node)
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            raise too_many(self.limits, self.source.name, *self.source.position(self._here()))

    def _start_cdata(self) -> None:
        self.in_cdata = True

    def _end_cdata(self) -> None:
        self.in_cdata = False

    def _characters(self, text: str) -> None:
        start = self._here()
        source = self.text
        if not self.in_cdata and source.startswith("&", start):
            self._reference(text, start)
        elif source.startswith(text, start):
            self.runs.append(Run(text, start, start + len(text)))
        elif text == "\n" and source.startswith("\r", start):
            end = start + (2 if source.startswith("\n", start + 1) else 1)
            self.runs.append(Run(text, start, end, ("xml",)))
        elif source.startswith("&", start):
            self._reference(text, start)
        else:
            raise self._error(f"the text {text[:40]!r} cannot be found again in the file")

    def _reference(self, text: str, start: int) -> None:
        """Add the text of a reference; all that an entity expands to stands where it is referred to."""
        match = _REFERENCE.match(self.text, start)
        if match is None:
            raise self._error(f"the text {text[:40]!r} cannot be found again in the file")
        if self.runs and self.runs[-1].start == start:
            text = self.runs.pop().text + text
        said = match.group()
        if decoded(said, ("xml",)) == text:
            self.runs.append(Run(text, start, match.end(), ("xml",)))
        else:
            self.guard.expand(len(text))
            self.runs.append(Run(text, start, match.end(), (f"means:{text}",)))

    def _flush(self) -> None:
        """Set the text that stands at the present place."""
        if not self.runs:
            return
        owner, slot = self.place
        runs, self.runs = join_runs(self.runs), []
        setattr(owner, slot, safe_text("".join(run.text for run in runs)))
        self.table[self.place] = runs


def _utf8(source: SourceText, start: int) -> bytes:
    text = _STANDALONE.sub(r"\1\2no\2 ", source.text[start : start + 400], count=1) + source.text[start + 400 :]
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        problem = f"the character U+{ord(text[error.start]):04X} is no character of its own and not allowed in XML"
        raise SourceError(source.name, problem, *source.position(start + error.start)) from error


def _qualified(name: str) -> str:
    """Return expat's `uri}local` as lxml's `{uri}local`."""
    return f"{{{name}" if "}" in name else name
