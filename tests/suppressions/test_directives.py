"""What the source may say to editcheck: how it is written, and what it puts out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import editcheck
from editcheck import Config, Directive, Report
from position_law import check_article

RULES = Config(select=("acronyms", "dates"))
MET = "<p>The minister met officials of the {} in Oslo.</p>"


def directives(html: str) -> list[Directive]:
    return [*editcheck.read(f"{html}<p>Words.</p>".encode(), format="html").directives]


def report(source: str, form: str = "html", config: Config = RULES) -> Report:
    return editcheck.check(editcheck.read(source.encode(), format=form, published="2024-10-24"), config)


def found(checked: Report) -> list[str]:
    return [checked.article[each.span] for each in checked.annotations]


def told(checked: Report) -> list[str]:
    return [each.message for each in checked.notices]


@pytest.mark.parametrize(
    ("written", "action", "rules", "reason"),
    [
        ("<!-- editcheck: ignore dates -->", "ignore", ("dates",), ""),
        ("<!--editcheck:ignore dates/missing-year-->", "ignore", ("dates/missing-year",), ""),
        ("<!-- editcheck ignore roles the reader knows -->", "ignore", ("roles",), "the reader knows"),
        (
            "<!-- editcheck: off dates, roles/late-role: as\n it was -->",
            "off",
            ("dates", "roles/late-role"),
            "as it was",
        ),
        ("<!-- Editcheck: OFF Dates/* — old -->", "off", ("dates/*",), "old"),
        ("<!-- editcheck: on -->", "on", ("all",), ""),
        ("<?editcheck ignore all it is a poem?>", "ignore", ("all",), "it is a poem"),
        ('<p data-editcheck-ignore=" dates , dates, roles why">Hm.</p>', "ignore", ("dates", "roles"), "why"),
    ],
)
def test_how_it_is_written(written: str, action: str, rules: tuple[str, ...], reason: str) -> None:
    [directive] = directives(written)
    assert (directive.action, directive.rules, directive.reason, directive.problem) == (action, rules, reason, "")
    assert directive.start == 0


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- editcheck is run on this page -->",
        "<!-- checked -->",
        "<!-- editchecked: off -->",
        "<?php editcheck off?>",
    ],
)
def test_other_comments_are_none_of_ours(comment: str) -> None:
    assert directives(comment) == []


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("<!-- editcheck: ignroe dates -->", "says 'ignroe'; did you mean 'ignore'?"),
        ("<!-- editcheck ignor dates -->", "says 'ignor'; did you mean 'ignore'?"),
        ("<!-- editcheck: -->", "says nothing; there are ignore, off, on"),
        ("<!-- editcheck: ignore -->", "names no rule; write an id, a family, or 'all'"),
        ("<?editcheck off “dates”?>", "names no rule; write an id, a family, or 'all'"),
        ("<p data-editcheck-ignore>Hm.</p>", "names no rule; write an id, a family, or 'all'"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_place(comment: str, problem: str) -> None:
    [directive] = directives(comment)
    assert directive.problem == problem
    checked = report(f"\n  {comment}{MET.format('HSBT')}")
    assert told(checked) == [f"<input>:2:3: the directive {problem}"]
    assert found(checked) == ["HSBT"]


def test_a_rule_that_there_is_not_is_told_with_the_near_miss() -> None:
    checked = report(f"<!-- editcheck: ignore acronyms/undefind, all -->{MET.format('HSBT')}")
    assert told(checked) == ["<input>:1:1: there is no rule 'acronyms/undefind'; did you mean 'acronyms/undefined'?"]
    assert found(checked) == []


def test_ignore_holds_for_the_next_block_only() -> None:
    checked = report(
        f"<h1>Boats</h1>{MET.format('AKWZ')}\n<!-- editcheck: ignore acronyms known in town -->\n{MET.format('BKWZ')}"
        f"{MET.format('CKWZ')}<p><?editcheck ignore all?>The DKWZ met them.</p>"
    )
    assert found(checked) == ["AKWZ", "CKWZ"]
    first, second = checked.suppressed
    assert (first.how, first.why, first.line, first.column) == ("inline", "known in town", 2, 1)
    assert (checked.article[second.annotation.span], second.why) == ("DKWZ", "")
    assert told(checked) == []


def test_ranges_go_from_off_to_on_and_to_the_end_where_nothing_switches_on() -> None:
    checked = report(
        f"{MET.format('AKWZ')}<!-- editcheck: off acronyms, dates -->{MET.format('BKWZ')}<p>It was on 31 November.</p>"
        f"<!-- editcheck: on acronyms -->{MET.format('CKWZ')}<p>It was on 31 June.</p>"
    )
    assert found(checked) == ["AKWZ", "CKWZ"]
    assert [checked.article[each.annotation.span] for each in checked.suppressed] == ["BKWZ", "31 November", "31 June"]


def test_a_range_may_spare_one_rule() -> None:
    checked = report(
        f"<!-- editcheck: off all --><!-- editcheck: on dates/impossible-date -->{MET.format('BKWZ')}"
        "<p>It was on 31 November.</p>"
    )
    assert found(checked) == ["31 November"]


def test_the_attribute_holds_for_the_text_of_its_element() -> None:
    checked = report(
        f'<div data-editcheck-ignore="acronyms/undefined">{MET.format("AKWZ")}{MET.format("BKWZ")}</div>'
        '<p>The CKWZ met <b data-editcheck-ignore="acronyms">the DKWZ</b>.</p>'
    )
    assert found(checked) == ["CKWZ"]


@pytest.mark.parametrize("tag", ["html", "body"])
def test_the_attribute_may_stand_on_the_whole_page(tag: str) -> None:
    page = f"<!doctype html><html><body><article><h1>Boats</h1>{MET.format('AKWZ')}</article></body></html>"
    assert found(report(page.replace(f"<{tag}>", f'<{tag} data-editcheck-ignore="acronyms">'))) == []


def test_a_directive_ahead_of_the_page_holds_for_all_of_it() -> None:
    page = (
        f"<!-- editcheck: off acronyms -->\n<!doctype html><html><body><h1>Boats</h1>{MET.format('AKWZ')}</body></html>"
    )
    assert found(report(page)) == []


def test_directives_in_nitf() -> None:
    nitf = (
        "<?editcheck off dates?><nitf><body><body.content><p>The AKWZ met on 31 November.</p>"
        "<?editcheck ignore acronyms known?><p>The BKWZ met.</p><!-- editcheck: ignore acronyms --><p>The CKWZ met.</p>"
        '<p data-editcheck-ignore="acronyms">The DKWZ met.</p></body.content></body></nitf>'
    )
    assert found(report(nitf, "nitf")) == ["AKWZ"]


def test_directives_in_a_message_hold_within_their_own_item() -> None:
    def item(number: int, content: str) -> str:
        return f'<newsItem guid="{number}"><contentSet><?editcheck off dates?>{content}</contentSet></newsItem>'

    inner = "<!-- editcheck: ignore acronyms --><p>The BKWZ met.</p><p>The CKWZ met.</p>"
    escaped = inner.replace("<", "&lt;").replace(">", "&gt;")
    xhtml = (
        "<inlineXML><html><body><p>The AKWZ met on 31 June.</p><?editcheck off acronyms?><p>The ZKWZ met.</p>"
        "</body></html></inlineXML>"
    )
    message = (
        f"<newsMessage><itemSet>{item(1, xhtml)}"
        f"{item(2, f'<inlineData>{escaped}</inlineData>')}</itemSet></newsMessage>"
    )
    first, second = editcheck.check_many(editcheck.read_all(message.encode(), published="2024-10-24"), RULES)
    assert (found(first), found(second)) == (["AKWZ"], ["CKWZ"])
    [put_out] = second.suppressed
    line, column = put_out.line, put_out.column
    assert (line, message[column - 1 :].startswith("&lt;!-- editcheck: ignore")) == (1, True)


def test_what_does_nothing_is_told() -> None:
    checked = report(
        f"<!-- editcheck: ignore acronyms/undefined, dates old -->{MET.format('AKWZ')}\n<!-- editcheck: off dates -->"
        "<p>Nobody came.</p>\n<!-- editcheck: on acronyms -->\n<!-- editcheck: on dates -->"
    )
    assert told(checked) == [
        "<input>:1:1: nothing of 'dates' is found there, so the directive 'ignore acronyms/undefined, dates old' does "
        "nothing; take it out",
        "<input>:2:1: nothing of 'dates' is found there, so the directive 'off dates' does nothing; take it out",
        "<input>:3:1: nothing of 'acronyms' is off here, so the directive 'on acronyms' does nothing; take it out",
    ]
    assert {each.code for each in checked.notices} == {"unused-suppression"}


def test_an_ignore_with_no_block_behind_it_does_nothing() -> None:
    [message] = told(report(f"{MET.format('AKWZ')}<!-- editcheck: ignore all -->"))
    assert "nothing is found there" in message


def test_of_a_rule_that_is_not_tried_nothing_can_be_told() -> None:
    story = f"<!-- editcheck: ignore roles, acronyms -->{MET.format('AKWZ')}<!-- editcheck: off roles --><p>No.</p>"
    assert told(report(story)) == []


def test_what_is_put_out_stops_nothing() -> None:
    checked = report("<!-- editcheck: off all --><p>It was on 31 November.</p>")
    assert (checked.verdict, checked.counts["error"]) == ("pass", 0)
    assert [each.annotation.rule for each in checked.suppressed] == ["dates/impossible-date"]


def test_directives_are_no_text_and_move_nothing() -> None:
    plain = f"<h1>Boats</h1>{MET.format('AKWZ')}<p>It was <b>on 31</b> November.</p>"
    said = plain.replace("<p>", '<!-- editcheck: ignore all x --><p data-editcheck-ignore="dates y"><?editcheck on?>')
    one, other = (editcheck.read(each.encode(), format="html") for each in (plain, said))
    assert (one.text, one.blocks, one.scope) == (other.text, other.blocks, other.scope)
    kept = [(each.rule, each.span, each.fingerprint) for each in report(plain).annotations]
    assert kept == [(a.rule, a.span, a.fingerprint) for a in (each.annotation for each in report(said).suppressed)]


def test_thousands_of_directives_take_no_time_to_speak_of() -> None:
    story = "".join(f"<?editcheck off dates/r{n}?><!-- editcheck: ignore acronyms --><p>Ab.</p>" for n in range(5_000))
    article = editcheck.read(story.encode(), format="html")
    from editcheck.suppressions.inline import Inline

    assert len(article.directives) == 10_000
    assert len(Inline(article).idle()) == 10_000
    messages = told(editcheck.check(article, RULES))
    assert messages.count("there are more directives with problems in this article") == 2
    assert len(messages) < 50


BITS = (
    "<h1>Boats</h1>",
    "<p>The <b>HS</b>BT came &amp; ",
    "<i>went</i></p>",
    "<ul><li>One</li>",
    "</ul>",
    "<p>End</p>",
)
SAID = (
    "<!-- editcheck: off dates -->",
    "<?editcheck on?>",
    "<!-- editcheck: ignore all \n x -->",
    "<!--editcheck:?-->",
)


@given(st.lists(st.tuples(st.integers(0, len(BITS)), st.sampled_from(SAID)), max_size=6))
def test_wherever_they_stand_the_text_is_the_same(said: list[tuple[int, str]]) -> None:
    html = "".join("".join(each for at, each in said if at == place) + bit for place, bit in enumerate((*BITS, "")))
    article = editcheck.read(html.encode(), format="html")
    plain = editcheck.read("".join(BITS).encode(), format="html")
    assert (article.text, article.blocks, article.scope) == (plain.text, plain.blocks, plain.scope)
    assert sorted(html[each.start :][: len("<!--")] for each in article.directives) == sorted(
        each[: len("<!--")] for _, each in said
    )
    check_article(article)
