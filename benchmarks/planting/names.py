"""Who is named in a paper, by full name and by surname: from the annotators' sources and persons and plain patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpora import Span

from editcheck import load_table
from planting.papers import Paper

_FIRST = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
_LAST = r"(?:Mc|Mac|O[’']|De|Di|Van)?[A-Z][a-zà-ÿ]{2,}"
_FULL = re.compile(rf"\b(?P<first>{_FIRST}) (?:[A-Z]\. )?(?P<last>{_LAST})\b")
#: Words with a capital before a surname that are no first name.
_NO_FIRST_NAMES = frozenset(
    [
        "President",
        "Senator",
        "Governor",
        "Secretary",
        "Representative",
        "Congressman",
        "Congresswoman",
        "Chancellor",
        "Minister",
        "Mayor",
        "Judge",
        "Justice",
        "Speaker",
        "Chairman",
        "General",
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Prof",
        "Professor",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Pope",
        "Sir",
        "Lord",
        "Lady",
        "The",
        "And",
        "But",
        "When",
        "As",
        "In",
        "On",
        "At",
        "For",
        "If",
        "While",
        "After",
        "Before",
        "Then",
        "Both",
        "Since",
        "Candidate",
        "Democrat",
        "Republican",
        "Former",
        "Director",
        "Leader",
        "Attorney",
        "Officer",
        "Captain",
        "Colonel",
        "Sergeant",
        "Detective",
        "Coach",
        "Sheriff",
        "Premier",
        "Dear",
        "Did",
        "Does",
        "Team",
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ]
)
_OFFICES = (
    r"\b(?:spokes(?:wo)?man|spokesperson|director|president|professor|chief|chairman|chairwoman|senator|governor|analyst"
    r"|strategist|attorney|lawyer|mayor|manager|adviser|advisor|leader|minister|secretary|author|economist|editor|fellow"
    r"|founder|executive|consultant|scientist|historian|congressman|congresswoman|sheriff|officer|researcher|teacher"
    r"|activist|expert|reporter)\b"
)
_APPOSITION = re.compile(
    r", (?P<role>(?!(?:who|which|and|but|or|said|in|on|at|as|with|after|when|where|while) )"
    rf"(?=[^,.;:“”\"()\n]*{_OFFICES})[^,.;:“”\"()\n]{{6,90}})(?<!Rep)(?<!Sen)(?<!Gov)(?<!Mrs)(?<! Mr)(?<! Ms)(?<! Dr)"
    r"(?:,(?= (?:said|says|told|wrote|added|argued|noted)\b)|(?=\. ))"
)
_SPEAKING = re.compile(
    r"(?:,? (?:said|says|told|added|noted|argued|explained|wrote|continued|tweeted|warned|insisted)\b)"
)
_SPOKEN = re.compile(r"(?:said|says|added|noted|argued|explained|continued|wrote|warned|insisted) $")


@dataclass(frozen=True)
class Named:
    """Somebody with a full name of two words. `full` and `bare` are places outside quotation marks in running text."""

    first: str
    last: str
    full: tuple[Span, ...]
    bare: tuple[Span, ...]

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.first} {self.last}"


def named(paper: Paper) -> Iterator[Named]:
    """Yield whoever has a full name of the pattern, bears the surname alone, and speaks or is marked as a person."""
    full: dict[str, dict[str, list[Span]]] = {}
    for found in _FULL.finditer(paper.text):
        if found["first"] not in _NO_FIRST_NAMES:
            full.setdefault(found["last"], {}).setdefault(found["first"], []).append(found.span())
    for last, firsts in full.items():
        if len(firsts) == 1:
            ((first, places),) = firsts.items()
            own = tuple(each for each in places if each[0] >= paper.body and not paper.in_quotes(each[0]))
            bare = tuple(_bare(paper, last, places))
            if own and _is_somebody(paper, last, own, bare):
                yield Named(first, last, own, bare)


def _bare(paper: Paper, last: str, full: list[Span]) -> Iterator[Span]:
    """Yield where a surname stands alone, not as part of another name."""
    for found in re.finditer(rf"\b{re.escape(last)}\b(?![’']?-|[’']s? [A-Z]| [A-Z])", paper.text):
        start, end = found.span()
        inside = any(a <= start < b for a, b in full)
        before = re.search(r"([A-Z][\w.’'-]*) $", paper.text[max(0, start - 20) : start])
        titled = before is not None and before[1] not in ("Mr.", "Ms.", "Mrs.") and not _opens(paper, start, before[1])
        if start >= paper.body and not inside and not titled and not paper.in_quotes(start):
            yield start, end


def _opens(paper: Paper, start: int, word: str) -> bool:
    """Whether the word before a name begins the sentence: "But Lind" is no full name."""
    return paper.sentence(start)[0] == start - len(word) - 1 and word in _NO_FIRST_NAMES


def _is_somebody(paper: Paper, last: str, full: tuple[Span, ...], bare: tuple[Span, ...]) -> bool:
    """Whether an annotator marked the name as a person, or a bare surname as somebody who says something."""
    marked = {mention for person in paper.persons for mention in person}
    if any(each in marked for each in (*full, *bare)):
        return True
    sources = {paper[span] for each in paper.attributions for span in each.source}
    return bool({last, f"Mr. {last}", f"Ms. {last}", f"Mrs. {last}"} & sources)


def speaks(paper: Paper, place: Span) -> bool:
    """Whether the words say that somebody speaks there: "Lind said", "said Lind"."""
    before = paper.text[max(0, place[0] - 12) : place[0]]
    return bool(_SPEAKING.match(paper.text, place[1]) or _SPOKEN.search(before))


def gender(person: Named) -> str:
    """Return "male" or "female" for a first name that the lists of names have under one of the two, else ""."""
    lists = load_table("editcheck.facts", "data/given_names.toml")
    found = [each for each in ("male", "female") if person.first in lists[each].split()]
    return found[0] if len(found) == 1 else ""


def is_unknown(paper: Paper, person: Named) -> bool:
    """Whether few articles have the surname, so that the reader has to be told who it is."""
    return person.last not in paper.known


def apposition(paper: Paper, full: Span) -> re.Match[str] | None:
    """Return the description behind a full name (", the mayor of Alton, ") as group "role"."""
    return _APPOSITION.match(paper.text, full[1])


def later(person: Named, after: int) -> tuple[Span, ...]:
    """Return the bare surnames behind an offset."""
    return tuple(each for each in person.bare if each[0] > after)
