"""XML: the tree with its namespaces, the place of every character, and nothing from outside of the file."""

from __future__ import annotations

import pytest
from lxml import etree
from source_law import all_runs, assert_law_of_positions, written, xml

from editcheck.config import Limits
from editcheck.source.errors import SourceError


def text(markup: str) -> str:
    document = xml(markup)
    assert_law_of_positions(document)
    return document.text_content(document.root)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<a>caf&#233; &#xE9; &amp; &lt;b&gt; &apos;&quot;</a>", "café é & <b> '\""),
        ("<a>caf&eacute;&nbsp;&mdash;&fjlig;</a>", "café\xa0—fj"),
        ('<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf>caf&eacute;</nitf>', "café"),
        ('<?xml version="1.0" standalone="yes"?><a>caf&eacute;</a>', "café"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>\n<a>“é”</a>', "“é”"),
        ('\n \n<?xml version="1.0"?><a>x</a>', "x"),
        ("<a>x\r\ny\rz\n&#13;</a>", "x\ny\nz\n\r"),
        ("<a><![CDATA[x &amp; <b>]]>y<![CDATA[]]]]><![CDATA[>\r\n]]></a>", "x &amp; <b>y]]>\n"),
        ("<a>x<!-- no --><?pi no?>y<b>z</b>w</a>", "xyzw"),
        ("<a>👩‍👩‍👧é̂<b>𝒜</b>&#x1F600;𝒜</a>", "👩‍👩‍👧é̂𝒜😀𝒜"),
        ("<a>\x85\u2028</a>", "\x85\u2028"),
    ],
)
def test_every_character_has_its_place(markup, expected):
    assert text(markup) == expected


def test_references_line_ends_and_cdata_are_runs_of_their_own():
    assert written(xml("<a>AT&amp;T\r\nR<![CDATA[&amp;]]>D</a>")) == [
        ("AT", "AT"),
        ("&", "&amp;"),
        ("T", "T"),
        ("\n", "\r\n"),
        ("R", "R"),
        ("&amp;", "&amp;"),
        ("D", "D"),
    ]


def test_attributes_know_html_names_too():
    assert xml('<a alt="Caf&eacute;&nbsp;X &amp;"/>').root.get("alt") == "Café\xa0X &"


def test_entities_of_the_files_own_dtd_stand_where_they_are_referred_to():
    document = xml('<!DOCTYPE a [<!ENTITY ap "The <b>A&amp;P</b> agency">]><a>by &ap;, &ap;.</a>')
    assert_law_of_positions(document)

    assert document.text_content(document.root) == "by The A&P agency, The A&P agency."
    assert {slice_ for said, slice_ in written(document) if said.startswith(("The", "A&P"))} == {"&ap;"}


def test_an_own_declaration_has_precedence_over_htmls():
    document = xml('<!DOCTYPE a SYSTEM "x.dtd" [<!ENTITY nbsp "-">]><a>x&nbsp;y</a>')
    assert_law_of_positions(document)

    assert document.text_content(document.root) == "x-y"


def test_namespaces_prefixes_comments_and_instructions_are_in_the_tree():
    markup = b'<n:a xmlns:n="urn:n" n:x="1" y="2" xml:lang="en"><b xmlns="urn:b"><c/></b><?pi data?><!--c-->t</n:a>'

    assert etree.tostring(xml(markup.decode()).root) == markup


def test_the_standards_file_entity_is_never_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    with pytest.raises(
        SourceError,
        match=r"^story\.xml:1:\d+: the entity here stands for another file \(file:.*\), which is never read",
    ):
        xml(f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>')


def test_a_parameter_entity_or_dtd_in_another_file_is_never_read(tmp_path):
    dtd = tmp_path / "evil.dtd"
    dtd.write_text('<!ENTITY e "secret words">')
    for doctype in (
        f'<!DOCTYPE a SYSTEM "{dtd.as_uri()}">',
        f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{dtd.as_uri()}"> %p;]>',
    ):
        with pytest.raises(SourceError, match=r"^story\.xml:1:\d+: the entity &e; is not declared"):
            xml(f"{doctype}<a>&e;</a>")


def _laughs(levels: int, sign: str = "&") -> str:
    kind = "% " if sign == "%" else ""
    inner = "&#37;" if sign == "%" else "&"
    return f'<!ENTITY {kind}l0 "lol lol lol">' + "".join(
        f'<!ENTITY {kind}l{level} "{f"{inner}l{level - 1};" * 10}">' for level in range(1, levels)
    )


@pytest.mark.parametrize(
    "markup",
    [
        f"<!DOCTYPE a [{_laughs(10)}]><a>&l9;</a>",
        f'<!DOCTYPE a [{_laughs(10)}]><a b="&l9;"/>',
        f"<!DOCTYPE a [{_laughs(10, '%')} %l9;]><a/>",
        f'<!DOCTYPE a [<!ENTITY b "{"x" * 100_000}">]><a>{"&b;" * 1_000}</a>',
        f'<!DOCTYPE a [<!ENTITY b "{"x" * 100_000}">]><a c="{"&b;" * 1_000}"/>',
        "<!DOCTYPE a [" + "".join(f'<!ENTITY e{n} "&e{n + 1};">' for n in range(50_000)) + "]><a>&e0;</a>",
        '<!DOCTYPE a [<!ENTITY % p0 "">'
        + "".join(f'<!ENTITY % p{n} "&#37;p{n - 1};">' for n in range(1, 50_000))
        + "%p49999;]><a/>",
        f'<!DOCTYPE a [<!ENTITY n "{"&b;" * 900}">' + f'<!ENTITY b "{"x" * 10_000}">]><a>&n;</a>',
        f'<!DOCTYPE a [<!ENTITY n "{"".join(f"&e{n};" for n in range(50_000))}">'
        + "".join(f'<!ENTITY e{n} "x">' for n in range(50_000))
        + "]><a>&n;</a>",
    ],
    ids=[
        "laughs",
        "laughs-in-attribute",
        "laughs-in-dtd",
        "quadratic",
        "quadratic-in-attribute",
        "chain",
        "dtd-chain",
        "later",
        "many",
    ],
)
def test_entity_bombs_are_refused_in_one_clear_line(markup):
    with pytest.raises(SourceError, match=r"^story\.xml:1:\d+: an entity bomb: [^\n]*; write the text [^\n]*$"):
        xml(markup)


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<a>\n<p>x\n<p>y</p>", "story.xml:3:9: the file is cut off: <p> of line 2 has no end"),
        ("<a>\n<p", "story.xml:2:1: the file is cut off: <a> of line 1 has no end"),
        ("<a><![CDATA[x", "story.xml:1:14: the file is cut off: <a> of line 1 has no end"),
        (
            "<a>\n<b>\n</a>",
            "story.xml:3:3: this end tag is not that of <b> of line 2, which is still open: "
            "correct the file, or give --input-format html if it is HTML",
        ),
        ("<a>R & D</a>", "story.xml:1:7: an & that begins no reference: write &amp;"),
        ("<a>1 < 2</a>", "story.xml:1:7: a < that begins no tag: write &lt;"),
        ("<a>&nosuch;</a>", "story.xml:1:4: the entity &nosuch; is not declared: write the character itself"),
        ("<a>\x01</a>", "story.xml:1:4: the character U+0001 is not allowed in XML: take it out"),
        ("<a>é\ud800</a>", "story.xml:1:5: the character U+D800 is no character of its own and not allowed in XML"),
        ("<a/><b/>", "story.xml:1:5: something follows after the end of the root element: "),
        ("plain", "story.xml:1:1: this is not XML (syntax error): "),
        (" ", "story.xml:1:2: the file has no XML element: "),
        ("<x:a/>", "story.xml:1:1: this is not XML (unbound prefix): "),
        (
            '<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>',
            "story.xml:1:36: this is not XML (recursive entity reference): ",
        ),
    ],
)
def test_what_is_wrong_is_told_with_place_and_way_out(markup, message):
    with pytest.raises(SourceError) as caught:
        xml(markup)

    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_hundred_thousand_levels_end_in_one_clear_line():
    with pytest.raises(SourceError) as caught:
        xml("<a>" * 100_000)

    assert str(caught.value) == (
        "story.xml:1:3001: elements are nested more than 1,000 deep, the limit: raise depth in [formats.limits]"
    )


def test_the_depth_limit_can_be_raised():
    assert len(xml("<a>" * 20_000 + "</a>" * 20_000, Limits(depth=30_000)).elements) == 20_000


def test_too_many_nodes_end_in_one_clear_line():
    with pytest.raises(
        SourceError, match=r"^story\.xml:1:400: the file has more than 100 elements and texts, the limit"
    ):
        xml(f"<a>{'<b/>' * 200}</a>", Limits(nodes=100))


@pytest.mark.parametrize("piece", ["é<b/>", "&#233;", "&eacute;", "x\n", "<![CDATA[x]]>", "<!-- -->", "<b>é</b>\n"])
def test_no_markup_takes_more_than_linear_time(piece):
    # Quadratic behaviour would take minutes here.
    document = xml(f"<a>{piece * (100_000 // len(piece))}</a>")

    assert_law_of_positions(document)
    assert all_runs(document) or piece == "<!-- -->"
