"""Quotations: who is credited with what, in every way that news copy does it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

import editcheck
from editcheck import Article, Purpose, QuotationKind, SourceKind
from editcheck.article import Block, BlockKind, Markup, Span


@dataclass(frozen=True)
class Said:
    """A quotation in words: source, cue, content, joined where it has several spans."""

    source: str | None
    cue: str | None
    content: str


def said(text: str) -> list[Said]:
    article = Article.from_text(text, published="2024-10-24")
    return [
        Said(
            each.source.text if each.source else None,
            article[each.cue] if each.cue else None,
            " … ".join(article[span] for span in each.content),
        )
        for each in editcheck.analyze(article).quotations
    ]


def quotations(text: str) -> tuple[editcheck.Quotation, ...]:
    return editcheck.analyze(Article.from_text(text, published="2024-10-24")).quotations


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“We open at nine,” Ruth Vance said.", "Ruth Vance", "said", "We open at nine,"),
        ("“We open at nine,” said Ruth Vance.", "Ruth Vance", "said", "We open at nine,"),
        ("‘We open at nine,’ said Ruth Vance.", "Ruth Vance", "said", "We open at nine,"),
        ("«We open at nine», said Ruth Vance.", "Ruth Vance", "said", "We open at nine"),
        ("“Do we open at nine?” she asked.", "she", "asked", "Do we open at nine?"),
        ("Ruth Vance said, “We open at nine.”", "Ruth Vance", "said", "We open at nine."),
        ("Ruth Vance told reporters: “We open at nine.”", "Ruth Vance", "told", "We open at nine."),
        ("“We open at nine,” she chuckled.", "she", "chuckled", "We open at nine,"),
        ("“We open,” Ruth Vance said, “at nine.”", "Ruth Vance", "said", "We open, … at nine."),
        ("“We open at nine,” Ruth Vance said. “Be there.”", "Ruth Vance", "said", "We open at nine, … Be there."),
        (
            "According to Ruth Vance, “the bakery opens at nine.”",
            "Ruth Vance",
            "According to",
            "the bakery opens at nine.",
        ),
        ("As Ruth Vance put it, “the bakery never sleeps.”", "Ruth Vance", "put", "the bakery never sleeps."),
        ("Ruth Vance: “We open at nine on Sundays.”", "Ruth Vance", None, "We open at nine on Sundays."),
        ("Ruth Vance had an answer: “We open at nine.”", "Ruth Vance", "had", "We open at nine."),
        ("“We open at nine.” — Ruth Vance, baker", "Ruth Vance, baker", None, "We open at nine."),
        ("“We open at nine.” [Alton Gazette.]", "Alton Gazette", None, "We open at nine."),
        ("“We open at nine,” Ruth Vance to her customers.", "Ruth Vance", None, "We open at nine,"),
        ("When asked why, Ruth Vance replied in a note: “We close.”", "Ruth Vance", "replied", "We close."),
        ("Ruth Vance is heard shouting at the counter: “We close.”", "Ruth Vance", "shouting", "We close."),
    ],
)
def test_direct_speech_in_its_sentence(text: str, source: str, cue: str | None, content: str) -> None:
    assert said(text) == [Said(source, cue, content)]
    assert quotations(text)[0].kind is QuotationKind.DIRECT


@pytest.mark.parametrize(
    "source",
    [
        "Mayor Ruth Vance",
        "Ruth Vance, the mayor of Alton",
        "a spokeswoman for the city, Ruth Vance",
        "Ruth Vance, who has run the bakery for years",
    ],
)
def test_the_source_is_the_whole_noun_phrase(source: str) -> None:
    assert said(f"“We open at nine,” said {source}.")[0].source == source


def test_what_somebody_was_doing_is_no_part_of_the_source() -> None:
    text = "Ruth Vance, speaking to reporters on Monday, said, “We open at nine.”"
    assert said(text)[0].source == "Ruth Vance"


class TestTurnsOfSpeech:
    def test_several_sentences_of_one_turn(self) -> None:
        text = "“It rained,” Ruth Vance said. “We stayed in. Nobody complained.”"
        assert said(text) == [Said("Ruth Vance", "said", "It rained, … We stayed in. Nobody complained.")]

    def test_continued_in_the_next_paragraph(self) -> None:
        text = "“It rained,” Ruth Vance said. “We stayed in.\n\n“Nobody complained at all.”"
        assert said(text) == [Said("Ruth Vance", "said", "It rained, … We stayed in. … Nobody complained at all.")]

    @pytest.mark.parametrize("before", ["The hall was full.", "Jan Holm spoke of his visit to the bakery."])
    def test_what_goes_on_belongs_to_whom_its_last_paragraph_is_credited(self, before: str) -> None:
        text = f"{before}\n\n“We stayed in.\n\n“Nobody complained at all,” Ruth Vance said."
        assert said(text)[-1] == Said("Ruth Vance", "said", "We stayed in. … Nobody complained at all,")

    def test_introduced_by_the_paragraph_before(self) -> None:
        text = "In a letter to the council Ruth Vance wrote:\n\n“The bakery will close in May.”"
        assert said(text) == [Said("Ruth Vance", "wrote", "The bakery will close in May.")]

    def test_the_sentence_before_shows_who_speaks(self) -> None:
        text = "Ruth Vance nodded. “I know all about it, believe me.”"
        assert said(text) == [Said("Ruth Vance", None, "I know all about it, believe me.")]

    def test_what_was_reported_goes_on_in_her_own_words(self) -> None:
        text = "Ruth Vance said that the bakery would close. “Nobody buys bread any more.”"
        (quotation,) = quotations(text)
        assert quotation.kind is QuotationKind.MIXED
        assert said(text)[0].content == "that the bakery would close … Nobody buys bread any more."

    @pytest.mark.parametrize(
        "before",
        [
            "Ruth Vance said that the bakery would close.",
            "Ruth Vance said that the bakery was “no place for children”.",
            "Ruth Vance walked up to the counter.",
        ],
    )
    def test_a_paragraph_about_her_only_lets_guess_that_she_speaks(self, before: str) -> None:
        text = f"{before}\n\n“Nobody in this town buys bread any more.”"
        assert said(text)[-1] == Said("Ruth Vance", None, "Nobody in this town buys bread any more.")

    def test_rounded_off_by_the_paragraph_behind(self) -> None:
        text = "“Nobody in this town buys bread any more.”\n\nSo says a baker of fifty years."
        assert said(text) == [Said("a baker of fifty years", "says", "Nobody in this town buys bread any more.")]

    def test_a_report_goes_on_around_her_own_words(self) -> None:
        text = "Ruth Vance said that it rained. “Nobody in this town buys bread” was her own view."
        assert {each.source for each in said(text)} == {"Ruth Vance"}

    def test_speakers_by_their_labels(self) -> None:
        text = (
            "VANCE: When did the bakery close for good?\n\nDAHL: It closed in May, after the flood.\n\n"
            "VANCE: And who made that decision for you?\n\nDAHL: I made it all by myself that night."
        )
        assert [each.source for each in said(text)] == ["VANCE", "DAHL", "VANCE", "DAHL"]
        assert said(text)[1].content == "It closed in May, after the flood"

    def test_nobody_is_credited(self) -> None:
        (quotation,) = quotations("The rain fell all day.\n\n“We have had more than enough of this weather.”")
        assert quotation.source is None
        assert quotation.cue is None


class TestBlockQuotations:
    text = "In her letter Ruth Vance wrote:\n\nThe bakery will close in May.\n\nIt rained."

    def article(self, markup: tuple[Markup, ...] = ()) -> Article:
        plain = Article.from_text(self.text)
        kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.PARAGRAPH)
        blocks = tuple(Block(kind, block.span) for kind, block in zip(kinds, plain.blocks, strict=True))
        return Article(plain.text, blocks, plain.source, plain.scope, plain.pieces, markup=markup)

    def test_belong_to_whom_the_sentence_before_introduces(self) -> None:
        article = self.article()
        quotation = editcheck.analyze(article).quotations[-1]
        assert quotation.source is not None
        assert quotation.source.text == "Ruth Vance"
        assert article[quotation.content[0]] == "The bakery will close in May"

    def test_belong_to_their_cite(self) -> None:
        start = self.text.index("bakery")
        article = self.article((Markup("cite", Span(start, start + 6)),))
        source = editcheck.analyze(article).quotations[-1].source
        assert source is not None
        assert source.text == "bakery"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ruth Vance said that the bakery opens at nine.", "Ruth Vance", "said", "that the bakery opens at nine"),
        ("Ruth Vance said the bakery opens at nine.", "Ruth Vance", "said", "the bakery opens at nine"),
        ("The bakery opens at nine, Ruth Vance said.", "Ruth Vance", "said", "The bakery opens at nine"),
        ("The bakery, Ruth Vance said, opens at nine.", "Ruth Vance", "said", "The bakery … opens at nine"),
        ("Ruth Vance has repeatedly said the bakery opens.", "Ruth Vance", "has repeatedly said", "the bakery opens"),
        (
            "The bakery opens at nine, according to Ruth Vance.",
            "Ruth Vance",
            "according to",
            "The bakery opens at nine",
        ),
        ("Ruth Vance called for a new oven.", "Ruth Vance", "called for", "a new oven"),
        ("Ruth Vance promised to open at nine.", "Ruth Vance", "promised", "to open at nine"),
        ("Ruth Vance praised the bakers for their patience.", "Ruth Vance", "praised", "the bakers for their patience"),
        ("Ruth Vance described the plan as a disaster.", "Ruth Vance", "described", "the plan as a disaster"),
        ("Ruth Vance accused the council of neglect.", "Ruth Vance", "accused", "the council of neglect"),
        ("Ruth Vance did not mention the oven.", "Ruth Vance", "did not mention", "the oven"),
        ("Ruth Vance believes that bread is finished.", "Ruth Vance", "believes", "that bread is finished"),
        ("Ruth Vance wants to sell the bakery.", "Ruth Vance", "wants", "to sell the bakery"),
        ("Ruth Vance warned the envoy, Erik Dahl, that it would rain.", "Ruth Vance", "warned", "that it would rain"),
        (
            "The plan was denounced by Ruth Vance as a disaster.",
            "Ruth Vance",
            "was denounced",
            "The plan … as a disaster",
        ),
    ],
)
def test_reported_speech_thoughts_and_stances(text: str, source: str, cue: str, content: str) -> None:
    assert said(text) == [Said(source, cue, content)]
    assert quotations(text)[0].kind is QuotationKind.INDIRECT


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ruth Vance’s claim that the oven is cold was denied.", "Ruth Vance", "claim", "that the oven is cold"),
        ("It follows criticism of the oven from Ruth Vance.", "Ruth Vance", "criticism of", "the oven"),
        ("Nobody heard her promise to reopen the bakery.", "her", "promise", "to reopen the bakery"),
        ("Ruth Vance made a promise to reopen the bakery.", "Ruth Vance", "made … promise", "to reopen the bakery"),
        ("Ruth Vance is very critical of the oven.", "Ruth Vance", "is very critical of", "the oven"),
        ("Ruth Vance was sure that it would rain.", "Ruth Vance", "was sure", "that it would rain"),
    ],
)
def test_nouns_and_adjectives_are_cues(text: str, source: str, cue: str, content: str) -> None:
    words = cue.split(" … ")
    found = next(each for each in said(text) if each.source == source and each.content == content)
    assert found.cue is not None
    assert found.cue.startswith(words[0])
    assert found.cue.endswith(words[-1])


@pytest.mark.parametrize(
    "text", ["The claim was settled.", "It is certain that it will rain.", "The bakery has the support of the town."]
)
def test_nouns_and_adjectives_that_credit_nobody(text: str) -> None:
    assert said(text) == []


class TestHeadlines:
    body = "Ruth Vance, the mayor, spoke on Monday. It rained."

    def said(self, headline: str) -> list[str | None]:
        text = f"{headline}\n\n{self.body}"
        facts = editcheck.analyze(Article.from_text(text, title=headline, published="2024-10-24"))
        return [each.source.text if each.source else None for each in facts.quotations]

    @pytest.mark.parametrize(
        ("headline", "source"),
        [
            ("Vance: The bridge will close in May", "Vance"),
            ("Mayor Vance: Bridge will close in May", "Mayor Vance"),
            ("Poll: Most of Alton wants the bridge", "Poll"),
        ],
    )
    def test_who_stands_before_a_colon_says_it(self, headline: str, source: str) -> None:
        assert self.said(headline) == [source]

    @pytest.mark.parametrize("headline", ["Bridge: It will close in May", "Vance: A life in pictures"])
    def test_rubrics_and_subjects_say_nothing(self, headline: str) -> None:
        assert self.said(headline) == []


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("Ruth Vance said that the bakery opens at nine.", True),
        ("Ruth Vance believes that the bakery opens at nine.", False),
        ("Ruth Vance supports the new oven.", False),
    ],
)
def test_speech_is_told_from_thoughts_and_stances(text: str, speech: bool) -> None:
    assert quotations(text)[0].speech is speech


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Ruth Vance left early, saying that the oven was cold.", "Ruth Vance"),
        ("Ruth Vance said the oven was cold and warned that it would stay cold.", "Ruth Vance"),
        ("Ruth Vance released a statement saying that the oven was cold.", "Ruth Vance"),
        ("A poll showing that ovens are cold came out on Monday.", "A poll"),
        ("The baker who said that the oven was cold went home.", "who"),
    ],
)
def test_subjects_are_shared_between_verbs(text: str, second: str) -> None:
    assert said(text)[-1].source == second


def test_mixed_speech_keeps_the_words_around_and_the_words_quoted() -> None:
    text = "Ruth Vance said the council’s plan “would ruin every bakery” in Alton."
    (quotation,) = quotations(text)
    assert quotation.kind is QuotationKind.MIXED
    assert said(text)[0].content == "the council’s plan … would ruin every bakery … in Alton"


def test_what_is_said_to_be_said_is_the_first_speakers() -> None:
    assert said("Ruth Vance said that Erik Dahl had promised to resign.") == [
        Said("Ruth Vance", "said", "that Erik Dahl had promised to resign")
    ]


def test_words_inside_quotation_marks_are_nobody_elses_cues() -> None:
    assert said("“Erik Dahl said that he would resign,” Ruth Vance said.") == [
        Said("Ruth Vance", "said", "Erik Dahl said that he would resign,")
    ]


def test_what_is_added_behind_a_comma_is_said_too() -> None:
    assert said("Ruth Vance insisted that the oven was cold, adding that nobody had lit it.") == [
        Said("Ruth Vance", "insisted", "that the oven was cold"),
        Said("Ruth Vance", "adding", "that nobody had lit it"),
    ]


def test_what_the_article_sets_against_it_is_not_said() -> None:
    text = "Ruth Vance said the oven was cold, while the mill stayed open."
    assert said(text) == [Said("Ruth Vance", "said", "the oven was cold")]


def test_a_question_reported_with_if() -> None:
    text = "Ruth Vance asked the bakers if the oven was cold."
    assert said(text) == [Said("Ruth Vance", "asked", "if the oven was cold")]


def test_a_clause_whose_verb_looks_like_an_adjective() -> None:
    assert said("Vance admitted the bakery was closed.") == [Said("Vance", "admitted", "the bakery was closed")]


@pytest.mark.parametrize("text", ["Ruth Vance claimed a refund.", "The flood claimed three lives in Alton."])
def test_what_is_taken_is_not_said(text: str) -> None:
    assert said(text) == []


def test_seeming_credits_nobody() -> None:
    (quotation,) = quotations("The bakery seems to be closed.")
    assert quotation.source is None
    assert not quotation.speech


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ruth Vance said it would rain.", SourceKind.NAMED),
        ("The weather office’s director, Ruth Vance, said it would rain.", SourceKind.NAMED),
        ("She said it would rain.", SourceKind.PRONOUN),
        ("Officials said it would rain.", SourceKind.GROUP),
        ("The government said it would rain.", SourceKind.GROUP),
        ("A spokesman said it would rain.", SourceKind.ANONYMOUS),
        ("The report said it would rain.", SourceKind.DOCUMENT),
    ],
)
def test_what_a_source_is_called_by(text: str, kind: SourceKind) -> None:
    source = quotations(text)[0].source
    assert source is not None
    assert source.kind is kind


@pytest.mark.parametrize(
    ("cue", "source"),
    [
        ("“We open at nine,” Vance said.", "Vance"),
        ("“We open at nine,” she said.", "she"),
        ("“We open at nine,” said Ms. Vance, the baker.", "Ms. Vance, the baker"),
    ],
)
def test_the_source_knows_its_person(cue: str, source: str) -> None:
    article = Article.from_text(f"Ruth Vance runs the bakery in Alton. She bought it in May. {cue}")
    facts = editcheck.analyze(article)
    found = facts.quotations[-1].source
    assert found is not None
    assert found.text == source
    person = facts.person(found.person)
    assert person is not None
    assert person.name == "Ruth Vance"


def source_and_person(text: str) -> tuple[str, str | None]:
    """Return the first source of a text, and the name of the person it means."""
    facts = editcheck.analyze(Article.from_text(text, published="2024-10-24"))
    source = next(each.source for each in facts.quotations if each.source is not None)
    person = facts.person(source.person) if source.person is not None else None
    return source.text, person.name if person is not None else None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ruth Vance and Erik Dahl said it would rain.", "Ruth Vance and Erik Dahl"),
        (
            "Former Mayor Ruth Vance and former Governor Erik Dahl said it would rain.",
            "Former Mayor Ruth Vance and former Governor Erik Dahl",
        ),
        ("Two bakers, Ruth Vance and Erik Dahl, said it would rain.", "Two bakers, Ruth Vance and Erik Dahl"),
        ("Neither Ruth Vance nor Erik Dahl said it would rain.", "Ruth Vance nor Erik Dahl"),
        (
            "In the end, neither Germany’s Ruth Vance nor France’s Erik Dahl said it would rain.",
            "neither Germany’s Ruth Vance nor France’s Erik Dahl",
        ),
        ("Ruth Vance and her aides said it would rain.", "Ruth Vance and her aides"),
        ("Ruth Vance runs a bakery. She and her aides said it would rain.", "She and her aides"),
    ],
)
def test_several_are_no_person_in_the_singular(text: str, source: str) -> None:
    assert source_and_person(text) == (source, None)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Many of her supporters", SourceKind.GROUP),
        ("Most of them", SourceKind.GROUP),
        ("One of her aides", SourceKind.ANONYMOUS),
    ],
)
def test_a_part_of_somebodys_people_is_not_that_person(source: str, kind: SourceKind) -> None:
    text = f"Mayor Ruth Vance runs the bakery in Alton. She bought it in May. {source} said it would rain."
    found = quotations(text)[-1].source
    assert found is not None
    assert (found.text, found.kind, found.person) == (source, kind, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme Vice President for news and talk Erik Dahl said it would rain.", "Erik Dahl"),
        ("Republican strategist and bakery adviser Erik Dahl said it would rain.", "Erik Dahl"),
        ("Her father, the Rev. Charles Vance, said it would rain.", "Charles Vance"),
        ("One of her aides, Erik Dahl, said it would rain.", "Erik Dahl"),
        ("Erik Dahl, a baker and writer in Alton, said it would rain.", "Erik Dahl"),
        ("Erik Dahl, but not Ruth Vance, said it would rain.", "Erik Dahl"),
        ("A campaign manager for Erik Dahl said it would rain.", None),
    ],
)
def test_a_name_behind_a_title_is_who_speaks(text: str, name: str | None) -> None:
    assert source_and_person(text)[1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ruth Vance, who said it would rain, left.", "Ruth Vance"),
        ("Ruth Vance, the chamber's chief strategist, who said it would rain, left.", "Ruth Vance"),
        ("They met Ruth Vance and Erik Dahl, who say it will rain.", None),
        ("Among them was Ruth Vance, a baker and writer who was sure that it would rain.", "Ruth Vance"),
        ("Among them were Reps. Erik Dahl and Ruth Vance, who was sure that it would rain.", "Ruth Vance"),
        ("They met an adviser to Ruth Vance, who said it would rain.", None),
        ("They met a director under President Erik Dahl who said it would rain.", None),
    ],
)
def test_who_is_the_one_that_the_clause_is_about(text: str, name: str | None) -> None:
    assert source_and_person(text) == ("who", name)


@pytest.mark.parametrize(
    ("text", "words", "purpose"),
    [
        ("The so-called “bread line” is gone.", "bread line", Purpose.TERM),
        ("William “Bill” Dahl was born in Alton.", "Bill", Purpose.NICKNAME),
        ("Her book “Bread and Stones” sold well.", "Bread and Stones", Purpose.TITLE),
        ("Read next: “Why bakeries close at night,” by Erik Dahl.", "Why bakeries close at night,", Purpose.TITLE),
        ("On “Midday with Ruth Vance,” Erik Dahl said “it was late”.", "Midday with Ruth Vance,", Purpose.TITLE),
        ("“We open at nine,” Ruth Vance said.", "We open at nine,", Purpose.SPEECH),
        (
            "Ruth Vance called it “a slap in the face of every baker”.\n\nThat “slap in the face” hurt.",
            "slap in the face",
            Purpose.REPEAT,
        ),
    ],
)
def test_what_quotation_marks_are_for(text: str, words: str, purpose: Purpose) -> None:
    article = Article.from_text(text)
    found = {article[each.content]: each.purpose for each in editcheck.analyze(article).quoted}
    assert found[words] is purpose


def test_terms_are_no_quotations() -> None:
    assert said("The so-called “bread line” is gone.") == []


def test_confidence_is_a_share() -> None:
    text = "“We open,” Ruth Vance said. Erik Dahl believes it. The council nodded. “Nobody ever asked any of us.”"
    assert all(0 < each.confidence <= 1 for each in quotations(text))


def test_the_order_is_that_of_the_text() -> None:
    text = "Erik Dahl said it rained. Ruth Vance said it snowed.\n\n“It froze,” she added."
    spans = [each.span for each in quotations(text)]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "text",
    [
        "“We never had a winter like this one.”\n\n- Ruth Vance.",
        "“We never had a winter like this one.” Ruth Vance said.",
        "Ruth Vance issued a statement: “We never had a winter like this one.”",
        "When asked about it, Ruth Vance replied: “We never had a winter like this one.”",
        "“It snowed,” Ruth Vance said. It was late. “We never had a winter like this one.”",
        "“It snowed,” Ruth Vance said. Adding, “We never had a winter like this one.”",
        "“We never had a winter like this one.\n\n“Never,” said Ruth Vance.",
    ],
)
def test_credit_is_found_where_copy_is_untidy(text: str) -> None:
    assert {each.source for each in said(text)} == {"Ruth Vance"}
