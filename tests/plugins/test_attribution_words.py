"""Whose words and pictures these are: quotations given twice, altered in the headline, pictures and links."""

from __future__ import annotations

import pytest

import editcheck_attribution
from editcheck import Example, Severity
from editcheck.testing import Expected, Invalid, RuleTester

FIRST = "“The oven will be hot again before the snow is gone,” said Ruth Vance, the baker."


@pytest.fixture(scope="module")
def tester() -> RuleTester:
    return RuleTester(editcheck_attribution)


def page(headline: str, *rest: str) -> Example:
    return Example(f"<h1>{headline}</h1>{''.join(rest)}", html=True)


def figure(caption: str, alternative: str = "An oven") -> str:
    return f"<figure><img src='oven.jpg' alt='{alternative}'><figcaption>{caption}</figcaption></figure>"


def test_a_quotation_that_comes_back_in_other_words(tester) -> None:
    tester.run(
        "attribution/repeated-quote",
        valid=[
            f"{FIRST}\n\nIt snowed.\n\n“The oven will be hot again before the snow is gone,” Vance said.",
            f"{FIRST}\n\nIt snowed.\n\nThe oven, she had said, “will be hot again before the snow”.",
            f"{FIRST}\n\nIt snowed.\n\n“The oven will … be hot again before the winter is gone,” Vance said.",
            f"{FIRST}\n\nIt snowed.\n\n“The oven will [soon] be hot again before the winter is gone,” Vance said.",
            f"{FIRST} “The oven will be hot again before the cake is gone,” she said.",
        ],
        invalid=[
            Invalid(
                f"{FIRST}\n\nIt snowed.\n\n“[[The oven will be hot again before the bread is gone]],” Vance said.",
                (
                    Expected(
                        message="was quoted before with “snow” and not “bread”",
                        related=("The oven will be hot again before the snow is gone",),
                    ),
                ),
            )
        ],
    )


def test_one_sentence_in_two_mouths(tester) -> None:
    again = "“[[The oven will be hot again before the snow is gone]],” said {}."
    silent = again.replace("[[", "").replace("]]", "")
    tester.run(
        "attribution/repeated-quote",
        valid=[f"{FIRST}\n\nIt snowed.\n\n{silent.format('the bakery')}"],
        invalid=[
            Invalid(
                f"{FIRST}\n\nIt snowed.\n\n{again.format('John Cole, the mayor')}",
                (Expected(message="John Cole is credited here with the words that were Ruth Vance’s before"),),
            )
        ],
    )


def test_how_long_a_repeated_quotation_must_be_is_an_option(tester) -> None:
    text = "“The oven is cold and old,” said Ruth Vance.\n\nIt snowed.\n\n“[[The oven is cold and new]],” Vance said."
    tester.run(
        "attribution/repeated-quote",
        valid=[text.replace("[[", "").replace("]]", "")],
        invalid=[Example(text, options=(("words", 6),))],
    )


def test_quoted_words_in_the_headline_are_those_of_the_article(tester) -> None:
    body = "<p>“It’s the coldest winter of them all,” said Ruth Vance, the baker.</p>"
    tester.run(
        "attribution/altered-quote",
        valid=[
            page("‘The coldest winter of them all’", body),
            page("“It is the coldest winter of them all”", body),
            page("“It is … winter”", body),
            page("Vance reads “The Coldest Winter of Alton”", body),
            page("‘Coldest winter of all’", "<p>“It is the coldest winter of all,” said Ruth Vance.</p>"),
            page("Vance says it ‘is coldest winter of them all’", body),
        ],
        invalid=[
            Invalid(
                page("“[[It’s the hardest winter of them all]]”", body),
                (
                    Expected(
                        message="with “coldest” and not “hardest”",
                        related=("It’s the coldest winter of them all",),
                        repaired=("“It’s the coldest winter of them all”",),
                    ),
                ),
            ),
            Invalid(
                page("Vance: “[[I shall never bake bread again]]”", body),
                (Expected(message="The article does not have the words"),),
            ),
        ],
    )


def test_a_first_line_of_plain_text_that_is_the_title_is_a_headline(tester) -> None:
    text = "Vance: “[[the hardest winter of all]]”\n\n“It is the coldest winter of all,” said Ruth Vance, the baker."
    title = "Vance: “the hardest winter of all”"
    tester.run("attribution/altered-quote", invalid=[Example(text, title=title)])


def test_captions_and_pull_quotes_are_compared_where_they_take_up_the_text(tester) -> None:
    body = "<p>“It is the coldest winter of them all,” said Ruth Vance, the baker.</p>"
    tester.run(
        "attribution/altered-quote",
        valid=[
            page("Cold", body, figure("A sign says “No bread today”. Photo: Jan Holm")),
            page("Cold", body, "<blockquote>It is the coldest winter of them all</blockquote>"),
            page("Cold", body, "<blockquote>Give us this day our daily bread, and a stove</blockquote>"),
        ],
        invalid=[
            page("Cold", body, figure("“[[The hardest winter of them all]]”, says Vance. Photo: Jan Holm")),
            page(
                "Cold", body, "<blockquote>[[It is the hardest winter of them all]]<cite>Ruth Vance</cite></blockquote>"
            ),
        ],
    )


@pytest.mark.parametrize(
    "caption",
    [
        "The oven on Monday. Photo: Jan Holm",
        "The oven on Monday (AP)",
        "The oven on Monday. © Jan Holm",
        "The oven on Monday | Jan Holm",
        "The oven on Monday. Courtesy of the bakery",
        "Loaves by year. Source: the council of Alton",
        "The oven on Monday JAN HOLM",
    ],
)
def test_captions_credit_their_pictures_in_many_ways(tester, caption: str) -> None:
    tester.run("attribution/uncredited-image", valid=[page("Cold", figure(caption), "<p>It snowed.</p>")])


def test_pictures_without_a_credit(tester) -> None:
    tester.run(
        "attribution/uncredited-image",
        valid=[
            page("Cold", figure("The oven on Monday", alternative=""), "<p>It snowed.</p>"),
            page("Cold", figure("The oven on Monday"), "<p>It snowed.</p><p>Photographs by Jan Holm</p>"),
            page("Cold", "<p><img src='oven.jpg' alt='An oven'>It snowed.</p>"),
        ],
        invalid=[
            Invalid(
                page("Cold", figure("[[The oven on Monday]]"), "<p>It snowed.</p>"),
                (Expected(message="The picture “The oven on Monday” has no credit"),),
            ),
        ],
    )


def test_the_newsroom_can_name_its_own_suppliers(tester) -> None:
    text = f"<h1>Cold</h1>{figure('The oven on Monday, Altonpix')}<p>It snowed.</p>"
    tester.run("attribution/uncredited-image", valid=[Example(text, html=True, options=(("also", ("Altonpix",)),))])


def test_publications_on_a_web_page_are_linked(tester) -> None:
    link = "<a href='https://example.org/bread'>{}</a>"
    tester.run(
        "attribution/unlinked-publication",
        valid=[
            page("Cold", f"<p>Bread is dear, according to {link.format('a study')} by the council.</p>"),
            page("Cold", f"<p>Vance wrote in a blog post that bread is dear. {link.format('Read it here')}.</p>"),
            page("Cold", "<p>“According to a study, bread is dear,” Ruth Vance said.</p>"),
            "Bread is dear, according to a study by the council.",
        ],
        invalid=[
            page("Cold", "<p>Bread is dear, [[according to a new study]] by the council.</p>"),
            page(
                "Cold",
                f"<p>It snowed.</p><p>Ruth Vance [[wrote in an op-ed]] about it.</p><p>{link.format('Elsewhere')}.</p>",
            ),
        ],
    )
    assert tester.rule("attribution/unlinked-publication").severity is Severity.OFF
