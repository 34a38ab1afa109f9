"""Generated markup round generated text, as good and as bad as it comes."""

from __future__ import annotations

from hypothesis import strategies as st

#: Text that has everything that makes offsets go wrong: astral characters, combining marks, blanks of all kinds.
WORDS = st.text(
    st.one_of(
        st.sampled_from(" \t\nabcxyz.,;&<>\"'=#/!?-"),
        st.sampled_from("é’“”–\xa0\xad\u200b\u2028\u0301\ufeff\ufffd\x85😀👩\u200d🇬🇧𝒜"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    max_size=12,
)

_NAMES = (
    "p b i a div span table tr td th tbody caption ul li h1 pre textarea title script style select option svg math "
    "foreignObject desc mi mtext annotation-xml form button br img hr input nobr font o:p template noscript iframe "
    "body html head frameset frame colgroup col dl dd ruby rt xmp listing object applet marquee plaintext"
)
HTML_TAGS = st.sampled_from(_NAMES.split(" "))
HTML_OTHER = st.sampled_from(
    [
        *("&amp;", "&amp", "&eacute;", "&eacute", "&notit;", "&#233;", "&#233", "&#x1F600;", "&#150;", "&#0;", "&#10;"),
        *("&", "&#", "&#x", "&;", "<", "</", "<3", "< ", "\r\n", "\r", "\n", "\0", "\f", "]]>", "<![CDATA[", "-->"),
        *("<!-- c -->", "<!---->", "<!-- ", "<!doctype html>", "<!x>", "<?xml version='1.0'?>", "<?pi", "</ x>", "</>"),
        *("<a href=\"x>y\" b='&amp;'>", "<p\n class=x/>", "<input type=hidden>", "<font color=red>", "<br/>"),
        *(
            "&NewLine;",
            "&Tab;x",
            "<annotation-xml encoding=text/html>",
            "<p title='unclosed",
            "&NotEqualTilde;",
            "\u212a",
        ),
    ]
)


def _tags(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([f"<{name}>", f"</{name}>", f"<{name.upper()} id=x>"])


#: Soup: tags that open and close as they like, with texts, comments and references between them.
HTML_SOUP = st.lists(st.one_of(WORDS, HTML_OTHER, HTML_TAGS.flatmap(_tags)), max_size=25).map("".join)


def _html_character(character: str) -> st.SearchStrategy[str]:
    ways = [f"&#{ord(character)};", f"&#x{ord(character):X};"]
    ways += {"&": ["&amp;"], "<": ["&lt;"], "\n": ["\r\n", "\r", "\n"]}.get(character, [character, character])
    return st.sampled_from(ways)


def _xml_character(character: str) -> st.SearchStrategy[str]:
    ways = [f"&#{ord(character)};", f"&#x{ord(character):X};"]
    ways += {"&": ["&amp;"], "<": ["&lt;"], ">": ["&gt;"], "\n": ["\r\n", "\r"]}.get(character, [character] * 3)
    return st.sampled_from(ways)


_BREAKS = st.sampled_from(["", "", "", "<!-- c -->", "<b></b>", "<i>", "</i>", "<wbr>", "<b class='x'>", "</b>"])
_XML_BREAKS = st.sampled_from(["", "", "", "<!-- c -->", "<b/>", "<?pi x?>", "<![CDATA[]]>", "<n:c/>", "<![CDATA[&]]>"])

#: Text that every way of writing it can hold; a C1 control as a number means something else in HTML.
PLAIN = st.text(
    st.one_of(
        st.sampled_from("abc &<>\n\"'é’“\xa0\u0301😀👩\u200d𝒜"),
        st.characters(min_codepoint=0xA0, exclude_categories=["Cs", "Cc", "Cn"]),
    ),
    max_size=20,
)


@st.composite
def html_ways(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and one of the many ways to write it in an HTML paragraph."""
    text = draw(PLAIN)
    return text, "<p>" + "".join(draw(_html_character(character)) + draw(_BREAKS) for character in text)


@st.composite
def xml_ways(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and one of the many ways to write it in an XML element. An ampersand in CDATA is part of it."""
    text, markup = "", ""
    for character in draw(PLAIN):
        between = draw(_XML_BREAKS)
        text += character + ("&" if "[&]" in between else "")
        markup += draw(_xml_character(character)) + between
    return text, f'<a xmlns:n="urn:n">{markup}</a>'
