"""The corpora that people have annotated, as typed values: each function here reads one of them.

They are third-party data and are not in this repository; `folder` says where they are looked for. What each of them is,
and under which licence, stands in docs/facts.md.

Every loader takes a `part`. "work" is three quarters of the articles: these may be looked at. "check" is the last
quarter: it is measured, and never read. "all" is both. The split is by a hash of the article's name (`is_held_out`), so
that it stays the same when articles come or go.

Spans are (start, end) in code points of `Sample.text`, ends exclusive.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

Part = Literal["work", "check", "all"]
PARTS: tuple[Part, ...] = ("work", "check", "all")
Span = tuple[int, int]
GoldT = TypeVar("GoldT")

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Sample(Generic[GoldT]):
    """An article, or a record, with what its annotators found in it. `published` is an ISO date."""

    name: str
    text: str
    gold: GoldT
    published: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Attribution:
    """Who says what, by which words. Each role may be in several pieces; a source or cue may be missing."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Timex:
    """A time expression with its TIMEX3 type and value."""

    span: Span
    type: str
    value: str | None


@dataclass(frozen=True)
class Entity:
    """Somebody or something with all its mentions, and the same mentions as ranges of `DwieGold.tokens`."""

    type: str
    mentions: tuple[Span, ...]
    token_ranges: tuple[Span, ...]


@dataclass(frozen=True)
class DwieGold:
    """The words of an article and the entities that it names, roles among them."""

    tokens: tuple[str, ...]
    entities: tuple[Entity, ...]

    def of_type(self, type_: str) -> tuple[Entity, ...]:
        """Return the entities of one type ("person", "role", ...)."""
        return tuple(each for each in self.entities if each.type == type_)


@dataclass(frozen=True)
class AcronymGold:
    """Short forms with their long forms: those that the article expands, and those that it does not."""

    expanded: Mapping[str, str]
    unexpanded: Mapping[str, str]


#: The pairs of short form and long form of a record.
Pairs = frozenset[tuple[str, str]]


# Where they are, and which part
# ------------------------------


def folder(name: str) -> Path:
    """Return the folder of a corpus below EDITCHECK_SHARED (by default ../shared beside the project).

    Where it is not, one line on standard error says so and the program ends with exit code 2.
    """
    found = (ROOT / os.environ.get("EDITCHECK_SHARED", "../shared")).resolve() / "corpora" / name
    if not found.is_dir():
        print(f"no corpus at {found}: set EDITCHECK_SHARED to the folder that has corpora/{name}", file=sys.stderr)
        raise SystemExit(2)
    return found


def is_held_out(name: str) -> bool:
    """Whether an article belongs to the quarter that is measured only: its name's SHA-256 begins with 4 × n."""
    return hashlib.sha256(name.encode()).digest()[0] % 4 == 0


def in_part(name: str, part: Part) -> bool:
    """Whether an article belongs to a part."""
    return part == "all" or is_held_out(name) == (part == "check")


def _read(path: Path) -> str:
    """Read a text as it is: line ends count in the annotators' offsets."""
    return path.read_bytes().decode("utf-8")


# PolNeAR: who says what
# ----------------------


def polnear(part: Part = "work") -> list[Sample[tuple[Attribution, ...]]]:
    """Read the PolNeAR articles with their attributions; the first annotator's file where there are several."""
    base = folder("polnear")
    with (base / "metadata.tsv").open(encoding="utf-8", newline="") as handle:
        about = {row["filename"]: row for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)}
    annotated: dict[str, Path] = {}
    for path in sorted((base / "attributions").glob("*.ann")):
        annotated.setdefault(path.stem.rpartition("_")[0], path)
    samples = []
    for path in sorted((base / "text").glob("*.txt")):
        if in_part(path.stem, part):
            row = about.get(path.stem, {})
            gold = _brat_attributions(_read(annotated[path.stem]))
            samples.append(Sample(path.stem, _read(path), gold, row.get("publication_date"), row.get("title")))
    return samples


def _brat_attributions(raw: str) -> tuple[Attribution, ...]:
    """Read brat standoff: `T` lines are spans, `E` lines tie them together; those without content, and twins, drop out.

    A span's own text, at the end of its line, may hold line ends: a line begins where an identifier does.
    """
    spans: dict[str, list[Span]] = {}
    events: list[str] = []
    for line in re.split(r"\n(?=[A-Z#*]\d*\t)", raw):
        identifier, _, rest = line.partition("\t")
        told = rest.partition("\t")[0]
        if identifier.startswith("T"):
            spans[identifier] = [_span(piece) for piece in told.partition(" ")[2].split(";")]
        elif identifier.startswith("E"):
            events.append(told)
    tied = dict.fromkeys(_attribution(event, spans) for event in events)
    return tuple(each for each in tied if each.content)


def _span(piece: str) -> Span:
    start, end = piece.split()
    return int(start), int(end)


def _attribution(event: str, spans: Mapping[str, list[Span]]) -> Attribution:
    """Read "Attribution:T4 Content:T3 Content2:T9 Cue:T2 Source:T1"."""
    roles: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
    for item in event.split():
        role, _, identifier = item.partition(":")
        roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(identifier, []))
    return Attribution(*(tuple(sorted(roles[role])) for role in ("Source", "Cue", "Content")))


# TimeBank and AQUAINT: when it was
# ---------------------------------


def timeml(corpus: Literal["timebank", "aquaint"], part: Part = "work") -> list[Sample[tuple[Timex, ...]]]:
    """Read a TimeML corpus; the document's own time is the day of publication and none of the expressions."""
    samples = []
    for path in sorted(folder(corpus).glob("*.tml")):
        if in_part(path.stem, part):
            root = ET.fromstring(_read(path))  # noqa: S314 - a corpus on one's own disk
            published = next((each.get("value") for each in root.iter("TIMEX3") if _is_document_time(each)), None)
            body = root.find("TEXT")
            assert body is not None, f"{path} has no <TEXT>"
            pieces: list[str] = []
            gold = tuple(_timexes(body, pieces))
            samples.append(Sample(path.stem, "".join(pieces), gold, (published or "")[:10] or None))
    return samples


def _is_document_time(element: ET.Element) -> bool:
    return element.get("functionInDocument") == "CREATION_TIME"


def _timexes(element: ET.Element, pieces: list[str]) -> Iterable[Timex]:
    """Yield the expressions in an element, inner ones first, while `pieces` collects its text."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        yield from _timexes(child, pieces)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3" and not _is_document_time(element):
        yield Timex((start, sum(map(len, pieces))), element.get("type", ""), element.get("value"))


def recognizers() -> list[Sample[tuple[Span, ...]]]:
    """Read the constructed cases of the Recognizers-Text specification: the words of each time, no values."""
    cases = json.loads((folder("recognizers-text") / "DateTimeModel.json").read_text(encoding="utf-8-sig"))
    return [_recognizers_case(number, case) for number, case in enumerate(cases)]


def _recognizers_case(number: int, case: Mapping[str, Any]) -> Sample[tuple[Span, ...]]:
    told_on = (case.get("Context") or {}).get("ReferenceDateTime", "2016-11-07")[:10]
    spans = tuple((each["Start"], each["End"] + 1) for each in case["Results"] if "Start" in each)
    return Sample(str(number), case["Input"], spans, told_on)


# DWIE: who is who
# ----------------


def dwie(part: Part = "work") -> list[Sample[DwieGold]]:
    """Read the DWIE articles. The corpus has words, not text: the blanks between them are put back by rule."""
    items = json.loads(_read(folder("dwie") / "dev.json"))
    return [_dwie_sample(item) for item in items if in_part(str(item["title"]), part)]


def _dwie_sample(item: Mapping[str, Any]) -> Sample[DwieGold]:
    tokens = [token for sentence in item["sents"] for token in sentence]
    first = [0, *accumulate(len(sentence) for sentence in item["sents"])]
    text, places = join_tokens(tokens)
    entities = []
    for cluster in item["vertexSet"]:
        offsets = [(first[each["sent_id"]], each["pos"]) for each in cluster]
        ranges = tuple(sorted((base + begin, base + end) for base, (begin, end) in offsets))
        mentions = tuple((places[begin][0], places[end - 1][1]) for begin, end in ranges)
        entities.append(Entity(cluster[0]["type"].removeprefix("type::"), mentions, ranges))
    return Sample(str(item["title"]), text, DwieGold(tuple(tokens), tuple(entities)))


_CLITICS = {"'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"}
_LEANS_LEFT = {*".,;:!?)]}%…”", "..."} | _CLITICS
_LEANS_RIGHT = {*"([{$£€“#"}
_LEANS_BOTH_WAYS = {"-", "/"}


def join_tokens(tokens: Iterable[str]) -> tuple[str, list[Span]]:
    """Put words and marks together as they are printed; return the text and where each of them stands in it.

    Straight quotation marks open and close by turns. Every dash is taken for a hyphen, which is wrong now and then.
    """
    text = ""
    places: list[Span] = []
    glued = True  # whether the next word follows without a blank
    quoting = False
    for word in tokens:
        blank = not (glued or word in _LEANS_LEFT or word in _LEANS_BOTH_WAYS)
        glued = word in _LEANS_RIGHT or word in _LEANS_BOTH_WAYS
        if word == '"':
            quoting = not quoting
            blank, glued = quoting and bool(text), quoting
        text += " " * blank
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


# MED1250 and Wikipedia: what acronyms stand for
# ----------------------------------------------


def med1250(part: Part = "work") -> list[Sample[Pairs]]:
    """Read the MEDLINE records with the pairs defined in each: "  SF|LF" lines below it; "//" lines are set aside.

    A record's name, by which the split is made, is its first line.
    """
    raw = (folder("med1250") / "MED1250_labeled").read_bytes().decode("utf-8", "replace").replace("\r", "")
    samples = []
    for record in re.split(r"\n\s*\n", raw):
        lines = [line for line in record.split("\n") if line.strip()]
        pairs = [line for line in lines if re.match(r"\s{2,}\S[^|]*\|", line)]
        text = [line for line in lines if line not in pairs and not line.startswith("//")]
        if text and in_part(text[0], part):
            gold = frozenset((short.strip(), long.strip()) for short, long, *_ in (line.split("|") for line in pairs))
            samples.append(Sample(text[0], "\n".join(text), gold))
    return samples


def wikipedia_acronyms(part: Part = "work") -> list[Sample[AcronymGold]]:
    """Read the Wikipedia articles with the acronyms that each of them expands and does not."""
    base = folder("wikipedia-acronyms")
    samples = []
    with (base / "annotations.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            title = row["Title"]
            path = base / "documents" / (title.replace(" ", "_").replace("/", "\\") + ".txt")
            if path.exists() and in_part(title, part):
                gold = AcronymGold(_long_forms(row["In"]), _long_forms(row["Out"]))
                samples.append(Sample(title, _read(path), gold, title=title))
    return samples


def _long_forms(cell: str | None) -> dict[str, str]:
    """Read lines of "ACR;long form"; of two long forms the first annotator's is kept."""
    found: dict[str, str] = {}
    for line in (cell or "").splitlines():
        short, mark, long = line.partition(";")
        if mark:
            found.setdefault(short.strip(), long.strip())
    return found
