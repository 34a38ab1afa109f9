"""Writing one text in many ways that a reader cannot tell apart: references, comments, CDATA, inline tags."""

from __future__ import annotations

from html import escape
from html.entities import codepoint2name
from typing import Literal

from hypothesis import strategies as st

Syntax = Literal["html", "nitf"]


def plainly(paragraphs: list[list[str]], syntax: Syntax) -> str:
    body = "".join(f"<p>{escape(' '.join(words))}</p>" for words in paragraphs)
    return wrapped(body, syntax)


def wrapped(body: str, syntax: Syntax) -> str:
    return body if syntax == "html" else f"<nitf><body><body.content>{body}</body.content></body></nitf>"


@st.composite
def in_some_way(draw: st.DrawFn, paragraphs: list[list[str]], syntax: Syntax) -> str:
    """Write a text with references, comments, inline tags, CDATA and any white space."""
    body = []
    for words in paragraphs:
        parts = []
        for index, word in enumerate(words):
            if index:
                parts.append(draw(st.sampled_from([" ", "\n", "\r\n", "  ", "\t \n", "\r", " &#10;", "&#x20;"])))
            parts.append(draw(_written(word, syntax)))
        lead = draw(st.sampled_from(["", " ", "\r\n  ", "<!-- over -->"]))
        body.append(f"<p>{lead}{''.join(parts)}{draw(st.sampled_from(['', ' ', '<em></em>']))}</p>")
        body.append(draw(st.sampled_from(["", "\n", "\r\n\r\n", "<!-- between -->", "<p> </p>"])))
    return wrapped("".join(body), syntax)


@st.composite
def _written(draw: st.DrawFn, word: str, syntax: Syntax) -> str:
    way = draw(st.sampled_from(["plain", "plain", "references", "cut", "tags", "cdata"]))
    if way == "cdata" and syntax == "nitf" and "]]>" not in word:
        return f"<![CDATA[{word}]]>"
    cut = draw(st.integers(0, len(word)))
    if way == "cut":
        return f"{escape(word[:cut])}<!-- x --><?y z?>{escape(word[cut:])}"
    if way == "tags":
        return f"{escape(word[:cut])}<em>{escape(word[cut:])}</em>"
    if way == "references":
        return "".join(draw(_reference(character)) for character in word)
    return escape(word)


@st.composite
def _reference(draw: st.DrawFn, character: str) -> str:
    name = codepoint2name.get(ord(character))
    forms = [f"&#{ord(character)};", f"&#x{ord(character):X};", f"&#0{ord(character)};"]
    return draw(st.sampled_from([*forms, f"&{name};"] if name else forms))
