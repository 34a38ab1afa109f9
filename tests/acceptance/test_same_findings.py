"""One article, written in many ways: the findings stay the same, only their places in the file differ.

References, comments, CDATA, inline tags, line ends, encodings and pretty-printing are no part of what an article says.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cache
from html.entities import codepoint2name
from random import Random
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_law import check_repairs, check_report, findings

import editcheck
from editcheck import Article, Report

Syntax = Literal["fragment", "page", "nitf", "newsml"]

TITLE = "Mill row leaves Liske waiting 🏭"
PARAGRAPHS = (
    "The town of Liske will reopen its paper mill 🏭 on Tuesday, October 16, 2024, the council said on Wednesday.",
    "“We asked for a roof, and they sent us a cafe\u0301 menu ☕,” said Zoe\u0308 Brandl, who chairs the friends of "
    'the mill. "Nobody laughed at that,” she added.',
    "Former mayor Tobias Fenn told the crowd 👩\u200d👩\u200d👧 that the money was there “to the last penny.”",
    "The Liske Heritage Board (LHB) paid three million pounds. The LHB has not said why, and the RTQC kept silent.",
    "The Paper Workers Union has members in every street. The PWU wants a vote before the snow comes. Rain fell.",
    "Traffic on the quay fell by a third, and the harbour lights were out.",
    "“They can put their chimney where they like 😀, but they will not put it through my shed.”",
    "Osgood said the boiler was “far beyond repair.” Martha Osgood, an engineer, had looked at it for an hour.",
    "A second hearing, set for November 31, will be held in the hall. Output fell by a third from 2021 to 2019.",
    "Fishing crews met at the mill before dawn. Tobias Fenn, the mayor, brought soup & bread 🇩🇰 for all of them.",
    "Experts say that the dam is cracked, and the builder is believed to have known it for years. It rained.",
    "“It is not a question of money & pride,” Halloran said, and she did not smile. “It is a question of who is asked.",
    "The Liske Heritage Board (LHB) meets again next Friday. Inger Søndergaard, a potter 🏺, has asked for more time.",
    "Inger Sondergaard said she expected an answer soon. The board decided on Oct. that the wheel should be kept.",
)
#: What the findings below must be of, so that the article goes on being one with many.
RULES = {
    "acronyms/defined-twice",
    "acronyms/undefined",
    "acronyms/unlinked-expansion",
    "attribution/late-introduction",
    "attribution/mismatched-quotes",
    "attribution/unattributed-quote",
    "attribution/unbalanced-quote",
    "attribution/unidentified-source",
    "attribution/unsourced-claim",
    "attribution/vague-source",
    "dates/ambiguous-weekday",
    "dates/impossible-date",
    "dates/incomplete-date",
    "dates/reversed-range",
    "dates/weekday-mismatch",
    "roles/conflicting-status",
    "roles/name-variant",
}
PUBLISHED = "2024-10-24"
TRICKS = (
    *("named", "numeric", "no-semicolon", "own-entities"),
    *("comments", "cdata", "tags", "breaks", "line-ends", "blanks", "loose"),
)
#: Words that a file's own DTD has entities for.
OWN = ("Osgood", "Sondergaard", "RTQC", "mill", "November")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252", "iso-8859-1", "us-ascii")
#: Names of references that HTML knows without their semicolon, too: those of Latin-1.
_BARE = frozenset(name for code, name in codepoint2name.items() if code < 0x100)


@dataclass(frozen=True)
class Way:
    """A way to write the article: in which syntax and encoding, with which tricks; `seed` says where each is played."""

    syntax: Syntax = "fragment"
    encoding: str = "utf-8"
    tricks: frozenset[str] = frozenset()
    seed: int = 0


class Writer:
    """Writes text as markup, one word after the other."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._random = Random(way.seed)
        self._xml = way.syntax == "nitf"

    def _plays(self, trick: str, share: float) -> bool:
        return trick in self._way.tricks and self._random.random() < share

    def paragraph(self, text: str) -> str:
        words = text.split(" ")
        parts = [self._word(words[0])]
        for word in words[1:]:
            parts += [self._blank(), self._word(word)]
        lead, tail = (self._white(), self._white()) if "blanks" in self._way.tricks else ("", "")
        name = "P" if self._plays("loose", 0.3) and not self._xml else "p"
        end = "" if self._plays("loose", 0.3) and not self._xml else f"</{name}>"
        return f"<{name}>{lead}{''.join(parts)}{tail}{end}"

    def between(self) -> str:
        """White space and comments between paragraphs."""
        return self._white() + ("<!-- <p>No.</p> -->" if self._plays("comments", 0.3) else "")

    def _white(self) -> str:
        end = "\r\n" if "line-ends" in self._way.tricks else "\n"
        return end + "    " if "blanks" in self._way.tricks else ""

    def _blank(self) -> str:
        if self._plays("breaks", 0.05):
            return self._random.choice(["<br/>", "<br/>\n", " <br/> "])
        if self._plays("line-ends", 0.1):
            return self._random.choice(["\r\n", "\r", " \r\n\t"])
        if self._plays("blanks", 0.2):
            return self._random.choice(["  ", "\n    ", "\t", "&#32;", "&#x0A;"])
        return " "

    def _word(self, word: str) -> str:
        if self._plays("own-entities", 0.8) and self._xml and word in OWN:
            return f"&own.{word};"
        if self._plays("cdata", 0.1) and self._xml and self._encodable(word):
            cut = self._random.randint(0, len(word))
            return f"<![CDATA[{word[:cut]}]]>{self._plain(word[cut:])}"
        cut = self._random.randint(0, len(word))
        if self._plays("comments", 0.1):
            return f"{self._plain(word[:cut])}<!-- , or &amp; > not -->{self._plain(word[cut:])}"
        if self._plays("tags", 0.15):
            name = self._random.choice(["b", "em", "span", "i"] if not self._xml else ["em", "q1", "pronounce"])
            inside = f"<{name}>{self._plain(word[cut:])}</{name}>"
            return f"{self._plain(word[:cut])}{inside}" if cut else f"<{name}></{name}>{inside}"
        return self._plain(word)

    def _plain(self, text: str) -> str:
        return "".join(self._character(each, text[at + 1 : at + 2]) for at, each in enumerate(text))

    def _character(self, character: str, following: str) -> str:
        name, code = codepoint2name.get(ord(character)), ord(character)
        ends = not following or not (following.isalnum() or following in ";=#")
        bare = ends and self._plays("no-semicolon", 0.3) and not self._xml
        if name and self._plays("named", 0.3):
            return f"&{name}" if bare and name in _BARE else f"&{name};"
        if self._plays("numeric", 0.1) or not self._encodable(character):
            end = "" if bare else ";"
            return self._random.choice([f"&#{code}{end}", f"&#x{code:x}{end}", f"&#000{code}{end}"])
        return html.escape(character, quote=False)

    def _encodable(self, text: str) -> bool:
        try:
            text.encode(self._way.encoding)
        except UnicodeEncodeError:
            return False
        return True


def written(way: Way) -> bytes:
    """Return the article as a file."""
    writer = Writer(way)
    body = "".join(writer.between() + writer.paragraph(text) for text in PARAGRAPHS) + writer.between()
    label = way.encoding.removesuffix("-sig")
    label = "utf-16" if label.startswith("utf-16") else label
    if way.syntax == "newsml":
        body = f"<![CDATA[{body}]]>" if way.seed % 2 else html.escape(body, quote=way.seed % 3 == 0)
    dtd = "".join(f'<!ENTITY own.{word} "{word}">' for word in OWN)
    file = FILES[way.syntax].format(label=label, dtd=dtd, title=TITLE, body=body)
    return file.encode(way.encoding, "xmlcharrefreplace")


FILES = {
    "fragment": "{body}",
    "page": (
        "<!DOCTYPE html><html lang='en'><head><meta charset='{label}'><title>{title} | The Liske Post</title></head>"
        "<body><nav><a href='/'>The QXYZ said on Monday</a></nav><article><h1>{title}</h1>{body}</article>"
        "<aside><h2>Most read</h2><p>The ZZQX said so on November 31, “it was.</p></aside>"
        "<footer><p>About the XQZZ</p></footer></body></html>"
    ),
    "nitf": (
        "<?xml version='1.0' encoding='{label}'?><!DOCTYPE nitf [{dtd}]><nitf><head><title>The QXYZ</title></head>"
        "<body><body.head><hedline><hl1>{title}</hl1></hedline></body.head><body.content>{body}</body.content></body></nitf>"
    ),
    "newsml": (
        "<?xml version='1.0' encoding='{label}'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'>"
        "<contentMeta><headline>{title}</headline></contentMeta><contentSet><inlineData contenttype='text/html'>"
        "{body}</inlineData></contentSet></newsItem>"
    ),
}
FORMATS = {"fragment": "html", "page": "html", "nitf": "nitf", "newsml": "newsml-g2"}


def read(data: bytes, way: Way) -> Article:
    declared = way.syntax != "fragment" or way.encoding in ("utf-8", "utf-8-sig", "utf-16")
    encoding = None if declared or way.encoding.startswith("utf-16") else way.encoding
    return editcheck.read(data, format=FORMATS[way.syntax], published=PUBLISHED, encoding=encoding)


@cache
def plain(syntax: Syntax) -> Report:
    """The report on the article as it is written most plainly; text has all paragraphs and no headline."""
    return editcheck.check(read(written(Way(syntax)), Way(syntax)))


@cache
def as_text() -> Report:
    return editcheck.check(Article.from_text("\n\n".join(PARAGRAPHS), published=PUBLISHED))


def words(article: Article) -> list[str]:
    return [article[block.span] for block in article.blocks if block.in_body]


def test_the_article_has_many_findings() -> None:
    assert RULES - {found.rule for found in as_text().annotations} == set()


@pytest.mark.parametrize("syntax", FILES)
def test_the_paragraphs_are_the_article_and_nothing_else_is(syntax: Syntax) -> None:
    assert words(plain(syntax).article) == list(PARAGRAPHS)


def test_a_fragment_has_the_findings_of_plain_text() -> None:
    assert findings(plain("fragment")) == findings(as_text())


def test_a_page_has_the_findings_of_an_agencys_file() -> None:
    assert findings(plain("page")) == findings(plain("nitf"))


def test_a_headline_and_what_stands_around_the_article_add_no_finding() -> None:
    assert findings(plain("page")) == findings(plain("fragment")) == findings(plain("newsml"))


@pytest.mark.parametrize("syntax", FILES)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_encoding_changes_a_finding(syntax: Syntax, encoding: str) -> None:
    way = Way(syntax, encoding)
    report = editcheck.check(read(written(way), way))
    assert findings(report) == findings(plain(syntax))
    check_report(report)


@pytest.mark.parametrize("syntax", FILES)
@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_changes_a_finding_and_every_repair_can_be_applied(syntax: Syntax, trick: str) -> None:
    way = Way(syntax, tricks=frozenset([trick]), seed=TRICKS.index(trick))
    report = editcheck.check(read(written(way), way))
    assert findings(report) == findings(plain(syntax))
    check_report(report)
    assert check_repairs(report, lambda raw: read(raw, way)) > 10


@given(
    st.builds(
        Way,
        st.sampled_from(sorted(FILES)),
        st.sampled_from(ENCODINGS),
        st.frozensets(st.sampled_from(TRICKS), min_size=1),
        st.integers(0, 2**32),
    )
)
@settings(max_examples=60, deadline=None)
def test_however_the_article_is_written_its_findings_are_the_same(way: Way) -> None:
    report = editcheck.check(read(written(way), way))
    assert words(report.article) == list(PARAGRAPHS)
    assert findings(report) == findings(plain(way.syntax))
    assert check_report(report) >= 20
    assert check_repairs(report, lambda raw: read(raw, way)) >= 10
