"""The attribution checker beyond its rules' own examples: what it says, where it is silent, how often it speaks."""

from __future__ import annotations

import json
from collections import Counter

import pytest

import editcheck
import editcheck_attribution
from editcheck import Article, Config, Example, House, Options
from editcheck.article import Block, BlockKind
from editcheck.facts import analyze_many
from editcheck.testing import Expected, Invalid, RuleTester


@pytest.fixture(scope="module")
def tester() -> RuleTester:
    return RuleTester(editcheck_attribution)


def annotations(article: Article, options: Options | None = None) -> list[editcheck.Annotation]:
    found = editcheck_attribution.editcheck_check(article, editcheck.analyze(article), options or Options())
    return list(found)


def test_unattributed_quotations(tester) -> None:
    tester.run(
        "attribution/unattributed-quote",
        valid=[
            "Ruth Vance runs the bakery. “We never had a winter like this one,” she said.",
            "Ruth Vance smiled. “We never had a winter like this one, never.”",
            "Ruth Vance wrote to the paper:\n\n“We never had a winter like this one, never.”",
            "“We never had a winter like this one,” said Ruth Vance.\n\n“Nobody remembers one. Nobody.”",
            "“We never had a winter like this one.\n\n“Nobody remembers one, not even in Alton,” said Ruth Vance.",
            "“We never had a winter like this one.” — Ruth Vance, baker",
            "The house is known in Alton as “the place with the very small blue door”.",
            "“No comment.”",
        ],
        invalid=[
            Invalid(
                "The winter was long.\n\n“[[We never had a winter like this one, never.]]”",
                (Expected(message="Nobody is credited with “We never had a winter like this one, …”"),),
            ),
        ],
    )


@pytest.mark.parametrize(
    "before",
    ["Ruth Vance said that it was cold.", "Ruth Vance called it “a cold spell”.", "Ruth Vance went home."],
)
def test_a_paragraph_of_quoted_words_needs_a_cue_of_its_own(tester, before: str) -> None:
    tester.run(
        "attribution/unattributed-quote",
        invalid=[
            Invalid(
                f"{before}\n\n“[[We never had a winter like this one, never.]]”\n\nIt snowed.",
                (Expected(message="Nobody is credited", related=("Ruth Vance",)),),
            )
        ],
    )


def test_one_stretch_of_unattributed_words_is_reported_once(tester) -> None:
    tester.run(
        "attribution/unattributed-quote",
        invalid=[
            "The winter was long.\n\n“[[We never had a winter like this one, never.]]” “Nobody here remembers one.”\n\n"
            "“Nobody in the whole of Alton does.”\n\nIt snowed."
        ],
    )


def test_how_long_a_quotation_must_be_is_an_option(tester) -> None:
    text = "The winter was long.\n\n“[[Never again, please!]]”"
    options = (("words", 3),)
    tester.run(
        "attribution/unattributed-quote",
        valid=[text.replace("[[", "").replace("]]", "")],
        invalid=[Example(text, options=options)],
    )


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.DECK, BlockKind.CAPTION])
def test_headline_deck_and_captions_need_no_attribution(kind: BlockKind) -> None:
    plain = Article.from_text("“We never had a winter like this one, never.”\n\nIt snowed in Alton.")
    blocks = (Block(kind, plain.blocks[0].span), plain.blocks[1])
    article = Article(plain.text, blocks, plain.source, plain.scope, plain.pieces)
    assert "attribution/unattributed-quote" not in {each.rule for each in annotations(article)}


def test_the_first_line_of_plain_text_may_be_the_headline() -> None:
    text = "Vance Leaves Bakery.\n\nRuth Vance, the baker, left the bakery on Monday. Vance said she was tired."
    article = Article.from_text(text, title="Vance Leaves Bakery")
    assert annotations(article) == []


def test_unidentified_sources(tester) -> None:
    tester.run(
        "attribution/unidentified-source",
        valid=[
            "Ruth Vance runs the bakery. Vance said it would close.",
            "Putin said that he would stay. He spoke in Moscow.",
            "Adele said that she would not sing. She left.",
        ],
        invalid=[
            Invalid(
                "The bakery closed. Ms. [[Vance]] said that she had no choice.\n\nMs. Vance left on Monday.",
                (Expected(message="Vance is quoted and never introduced", related=("Vance",)),),
            )
        ],
    )


def test_the_newsroom_can_say_whom_every_reader_knows() -> None:
    article = Article.from_text("The bakery closed. Ms. Vance said that she had no choice.")
    house = House(extra={"one_name": {"Vance": "the baker of Alton"}})
    assert [each.rule for each in annotations(article)] == ["attribution/unidentified-source"]
    assert annotations(article, Options(house=house)) == []


def test_late_introductions(tester) -> None:
    tester.run(
        "attribution/late-introduction",
        valid=[
            "Ruth Vance runs the bakery. Vance bought it in May.",
            "“Vance never told us,” a neighbour said.\n\nRuth Vance runs the bakery.",
            "Ruth Vance and Tom Vance own the bakery. Vance is known for its bread. Ruth Vance bakes.",
        ],
        invalid=[
            Invalid(
                "[[Vance]] closed the bakery on Monday.\n\nRuth Vance, 61, had run it for thirty years.",
                (
                    Expected(
                        message="Vance is only later introduced as Ruth Vance",
                        related=("Ruth Vance",),
                        repaired=("Ruth Vance closed the bakery on Monday.",),
                    ),
                ),
            )
        ],
    )


@pytest.mark.parametrize(
    "text",
    [
        "ALTON (XY) - The bridge is closed.\n\nTom Alton, 52, built it.",
        "The bridge belongs to Vance & Company.\n\nRuth Vance, 61, had run it for thirty years.",
        "The film “Doctor Vance” was shown.\n\nRuth Vance, 61, had played in it.",
    ],
)
def test_names_of_other_things_introduce_nobody_late(text: str) -> None:
    assert "attribution/late-introduction" not in {each.rule for each in annotations(Article.from_text(text))}


def test_the_line_below_the_headline_may_use_the_surname() -> None:
    text = "Bakery Closes\n\nVance blames the price of flour.\n\nRuth Vance, 61, closed the bakery.\n\nIt snowed."
    assert annotations(Article.from_text(text, title="Bakery Closes")) == []


def test_the_more_telling_rule_speaks() -> None:
    article = Article.from_text("The bakery closed. Ms. Vance said that she had no choice.")
    assert [each.rule for each in annotations(article)] == ["attribution/unidentified-source"]
    article = Article.from_text("Ms. Vance said that she had no choice.\n\nRuth Vance runs the bakery in Alton.")
    assert [each.rule for each in annotations(article)] == ["attribution/late-introduction"]


def test_marks_that_do_not_fit(tester) -> None:
    tester.run(
        "attribution/mismatched-quotes",
        invalid=[
            Invalid(
                '[["We open at nine,”]] Ruth Vance said.',
                (
                    Expected(
                        repaired=('"We open at nine," Ruth Vance said.', "“We open at nine,” Ruth Vance said."),
                    ),
                ),
            )
        ],
    )
    tester.run(
        "attribution/unbalanced-quote",
        invalid=[
            Invalid("[[“]]We open at nine, Ruth Vance said.", (Expected(message="before “We open at nine, Ruth …”"),)),
            Invalid("We open at nine,[[”]] Ruth Vance said.", (Expected(message="was never opened"),)),
        ],
    )


def test_vague_sources(tester) -> None:
    tester.run(
        "attribution/vague-source",
        valid=[
            "Bakers at the Alton mill say that flour is dear.",
            "The experts say that flour is dear.",
            "Mill officials say that flour is dear.",
            "Customers came early. Some said they had been up all night.",
            "Some cheered.",
            "Ruth Vance left. She and others say that flour is dear.",
            "Aides to the mayor met on Monday. Aides say that flour is dear.",
            "Critics may argue that flour is dear.",
            "The vote will be tied to what people think of the mayor.",
            "Two bakers voted. Two others have not said how they will vote.",
        ],
        invalid=[
            "[[Some experts]] fear that flour will be dear.",
            "Flour will be dear, [[critics]] say.",
            "[[People]] say that flour will be dear.",
            "[[Experts]] think that flour will be dear.",
        ],
    )


def test_the_newsroom_can_add_vague_words(tester) -> None:
    text = "[[Bakers]] say that flour is dear."
    tester.run("attribution/vague-source", invalid=[Example(text, options=(("also", ("bakers",)),))])


def test_unsourced_claims(tester) -> None:
    tester.run(
        "attribution/unsourced-claim",
        valid=[
            "The mill is believed by its owner to be haunted.",
            "According to the police, the baker reportedly left at dawn.",
            "The baker allegedly took the flour, the indictment says.",
            "The plan can be seen as a beginning.",
            "The mill was widely seen as an eyesore by the bakers.",
            "The supposedly haunted mill was sold.",
        ],
        invalid=[
            "The mill [[is widely believed to]] be haunted.",
            "The baker, [[reportedly]] a rich man, left at dawn.",
            "The mill [[was said to]] be empty.",
        ],
    )


def test_fingerprints_rest_on_words_and_names_not_on_places() -> None:
    text = "The bakery closed. Ms. Vance said that she had no choice. Experts say that it will stay closed."
    before = {(each.rule, each.keys) for each in annotations(Article.from_text(text))}
    after = {(each.rule, each.keys) for each in annotations(Article.from_text(f"It snowed in Alton.\n\n{text}"))}
    assert before == after
    assert all(keys for _, keys in before)


def test_every_rule_has_its_say_in_full() -> None:
    for rule in editcheck_attribution.editcheck_rules():
        assert rule.explanation.endswith(".")
        assert rule.help.endswith(".")
        assert rule.when_off
        assert len(rule.good) >= 3
        assert len(rule.bad) >= 2


def test_the_expected_annotations_of_a_real_article(shared) -> None:
    expected = json.loads((shared / "articles" / "dprk-troops.expected.json").read_text(encoding="utf-8"))
    text = (shared / "articles" / "dprk-troops.txt").read_text(encoding="utf-8")
    article = Article.from_text(text, published=expected["published"])
    found = annotations(article)
    for must in expected["must"]:
        if must["rule"].startswith("attribution/"):
            assert any(
                each.rule == must["rule"]
                and (article[each.span] in must["quote"] or must["quote"] in article[each.span])
                and must["near"] in article[article.block_at(each.span).span]
                for each in found
            ), must["why"]
    for never in expected["must_not"]:
        if never["family"] == "attribution":
            gate = editcheck.Severity(never["severity"])
            assert not any(each.severity.reaches(gate) and article[each.span] in never["quote"] for each in found), (
                never["why"]
            )


@pytest.mark.slow
def test_published_copy_raises_few_alarms(shared) -> None:
    paths = sorted((shared / "corpora" / "polnear" / "text").glob("*.txt"))[::28]
    articles = [Article.from_text(path.read_text(encoding="utf-8")) for path in paths]
    severities = Counter(
        annotation.severity
        for article, facts in zip(articles, analyze_many(articles, Config()), strict=True)
        for annotation in editcheck_attribution.editcheck_check(article, facts, Options())
    )
    assert severities[editcheck.Severity.ERROR] <= 0.1 * len(articles)
    assert severities[editcheck.Severity.WARNING] <= 0.5 * len(articles)
    assert severities[editcheck.Severity.SUGGESTION] <= 2 * len(articles)
