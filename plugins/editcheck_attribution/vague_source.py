"""attribution/vague-source: experts, critics, many: a class of people that nobody could ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Example, Option, Rule, Severity, SourceKind, load_table
from editcheck_attribution.passages import in_running_text, in_speech, opening_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from editcheck import Annotation, Article, Facts, Options, Quotation, Sentence, Source

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/vague-source",
    summary="A claim is credited to a class of people whom nobody could ask",
    explanation=(
        "“Experts say” and “critics believe” lend a claim weight without saying whose it is: the reader can neither "
        "judge the source nor look it up. Often one person said it, and has a name."
    ),
    severity=Severity.SUGGESTION,
    help="Name somebody, or say how many and which, or make the claim the article's own.",
    options=(Option("also", (), "more words for people who cannot be asked, in the plural"),),
    when_off="In overviews that sum up a debate whose voices are named elsewhere.",
    good=(
        Example("Economists at Norland University say the tax will fail."),
        Example("Experts such as Ruth Vance say the tax will fail.", note="one of them has a name"),
        Example(
            "Critics say the tax will fail. “It was never thought through,” said Ruth Vance, an economist.",
            note="the next sentence names one of them",
        ),
        Example("Finance ministry officials say the tax will fail.", note="of a body that can be asked"),
        Example("Campaign aides met on Monday. Aides said that the tax would fail.", note="it said whose aides"),
        Example(
            "The Norland Institute of Health met on Monday. It was cold. Officials said that the flu would pass.",
            note="officials of the body that the article has just named",
        ),
        Example("“Experts say it will fail,” Ruth Vance said.", note="her words, not the article's"),
        Example("Critics might argue that the tax will fail. It begins in May.", note="nobody has said so"),
    ),
    bad=(
        Example("[[Experts]] say the tax will fail. It begins in May."),
        Example("According to [[some observers]], the tax will fail. It begins in May."),
        Example("[[Many]] believe that the tax will fail. It begins in May."),
        Example("The tax will fail, [[critics]] said on Monday. It begins in May."),
    ),
)

#: The share of right reports among those judged on published articles (docs/alarms.md).
_CONFIDENCE = 0.9
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EXAMPLE = re.compile(r"\b(?:such as|like|including|among them|for instance|e\.g\.)\s", re.IGNORECASE)
#: Brings in others only to say that somebody does as they do: "Like many critics, Lind says".
_ALIKE = re.compile(r"\b(?:like|unlike) \Z", re.IGNORECASE)
#: A phrase of more words describes its people well enough to ask some of them.
_LONGEST = 4
_NARROWING = frozenset({"at", "of", "in", "from", "with", "for", "who", "involved", "interviewed"})
_NARROWING_BY = frozenset({"at", "of", "in", "from", "with", "to"})
#: Somebody who is named elsewhere and speaks along with them ("he and others").
_NAMED = frozenset({"he", "she", "they", "we", "i"})
#: Points back to people who were named before.
_POINTING = frozenset({"the", "these", "those", "both", "such"})
#: What may stand before "officials" without saying whose they are.
_QUANTITIES = frozenset(["some", "many", "most", "several", "few", "a", "other", "senior", "top", "current", "former"])
_BARE = frozenset({"some", "many", "several", "others", "people"})
#: Belong to no body that could be named right before them.
_NOBODYS = frozenset(
    {"sources", "people", "insiders", "opponents", "supporters", "activists", "advocates", "strategists"}
)
#: So many sentences back a body or a person is looked for whose officials or aides these are.
_OWNED_WITHIN = 2
#: Up to which block an article opens, headline and deck among them, and how far ahead it may say whose officials speak.
_LEAD, _LEAD_WITHIN = 2, 3
#: So many characters lie between a sentence and the opening mark of a quotation that follows at once.
_AT_ONCE = 4
#: What is asked, no class of people: "how many experts think so".
_ASKING = frozenset({"how", "what", "which"})
#: What people in general do is no claim of theirs ("what people think of him"); what "people say" is.
_OPINIONS = frozenset({"think", "see", "know", "feel", "remember", "consider", "view", "want", "hope", "like"})


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each vague source, once in a sentence."""
    vague = dict(load_table("editcheck_attribution", "data/vague.toml"))
    vague.update(dict.fromkeys((each.lower() for each in options.words(RULE, "also")), "the newsroom's own"))
    named, introduced = _sentences_with_names(facts), _introduced(facts, vague)
    somebody, voices = _sentences_with_somebody(facts), _beginnings_of_named(facts)
    seen: set[tuple[int, str]] = set()
    for quotation in facts.quotations:
        source = quotation.source
        if source is None or not _is_vague(source, vague) or not _claims(facts, quotation):
            continue
        if _has_owner(facts, source, vague, somebody):
            continue
        if introduced.get(_last_word(source), source.span.start) < source.span.start:
            continue
        key = (facts.sentence_number(source.span.start), source.text.lower())
        if key not in seen and _stands_alone(article, facts, source, named, voices):
            seen.add(key)
            yield RULE.annotate(
                source.span,
                f"“{source.text}”: nobody could ask them; who are they?",
                confidence=_CONFIDENCE,
                keys=(opening_words(source.text),),
            )


def _is_vague(source: Source, vague: Mapping[str, str]) -> bool:
    """Whether a source is a class of people, with nothing about it that narrows it down to some that exist."""
    if source.kind not in (SourceKind.GROUP, SourceKind.PRONOUN, SourceKind.ANONYMOUS):
        return False
    found = _WORD.findall(source.text)
    words = [word.lower() for word in found]
    if not 1 <= len(words) <= _LONGEST or words[-1] not in vague or words[0] in _POINTING | _ASKING:
        return False
    if any(word[:1].isupper() for word in found[1:]) or any(character.isdigit() for character in source.text):
        return False
    if (_NARROWING | _NAMED) & set(words):
        return False
    return vague[words[-1]] != "body" or all(word in _QUANTITIES for word in words[:-1])


def _last_word(source: Source) -> str:
    """Return the last word of a vague source, without marks and dashes."""
    words: list[str] = _WORD.findall(source.text)
    return words[-1].lower()


def _introduced(facts: Facts, vague: Mapping[str, str]) -> Mapping[str, int]:
    """Return where the article first says whose officials, aides or allies it means ("campaign aides", "aides to")."""
    found: dict[str, int] = {}
    for sentence in facts.sentences:
        for index, token in enumerate(sentence.tokens):
            word = token.text.lower()
            if vague.get(word) == "body" and word not in found and _is_narrowed(sentence, index):
                found[word] = token.span.start
    return found


def _is_narrowed(sentence: Sentence, index: int) -> bool:
    """Whether a noun says whose people they are: by a body's name or noun, a possessor, or "at", "of", "to"."""
    return any(
        sentence.tokens[kid].dep in ("compound", "poss", "nmod") or sentence.tokens[kid].text.lower() in _NARROWING_BY
        for kid in sentence.children[index]
    )


def _claims(facts: Facts, quotation: Quotation) -> bool:
    """Whether a source is said to hold something true, rather than to do something ("some chanted")."""
    if quotation.cue is None:
        return False
    sentence = facts.sentence_at(quotation.cue.start)
    if sentence is None:
        return False
    claims = load_table("editcheck_attribution", "data/claims.toml")
    general = quotation.source is not None and quotation.source.text.lower() == "people"
    return any(
        token.lemma.lower() in claims
        and not (general and token.lemma.lower() in _OPINIONS)
        and not _is_supposed(sentence, index)
        for index, token in enumerate(sentence.tokens)
        if token.span in quotation.cue
    )


def _is_supposed(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says what could be said ("critics may argue"): that is the writer's own thought."""
    return any(sentence.tokens[kid].tag == "MD" for kid in sentence.children[verb])


def _is_counted(facts: Facts, source: Source) -> bool:
    """Whether a source is so many of people spoken of before: "two others have not said"."""
    sentence = facts.sentence_at(source.span.start)
    index = sentence.token_at(source.span.start) if sentence is not None else None
    return sentence is not None and index is not None and sentence.tokens[index].tag == "CD"


def _sentences_with_names(facts: Facts) -> frozenset[int]:
    """Return the numbers of the sentences in which somebody with a name says something."""
    sources = (each.source for each in facts.quotations if each.source is not None and each.speech)
    return frozenset(facts.sentence_number(source.span.start) for source in sources if source.kind is SourceKind.NAMED)


def _stands_alone(
    article: Article, facts: Facts, source: Source, named: Collection[int], voices: Collection[int]
) -> bool:
    """Whether the article leaves it at that: its own words, in its body, with nobody named in the next sentence."""
    if not in_running_text(article, source.span) or in_speech(facts, source.span) or _is_counted(facts, source):
        return False
    number = facts.sentence_number(source.span.start)
    sentence = facts.sentences[number]
    if _ALIKE.search(article.text, sentence.span.start, source.span.start):
        return False
    if _EXAMPLE.search(article.text, source.span.end, min(source.span.end + 40, sentence.span.end)):
        return False
    if source.text.lower() in _BARE and number and _speaks_of_many(facts.sentences[number - 1], sentence):
        return False
    return number + 1 not in named and not _one_speaks(voices, sentence)


def _one_speaks(voices: Collection[int], sentence: Sentence) -> bool:
    """Whether somebody with a name is quoted right behind a sentence, be it over several sentences."""
    return any(sentence.span.end + gap in voices for gap in range(_AT_ONCE + 1))


def _beginnings_of_named(facts: Facts) -> frozenset[int]:
    """Return where the words begin with which somebody with a name is credited."""
    credited = (each for each in facts.quotations if each.source is not None)
    return frozenset(each.span.start for each in credited if each.source and each.source.kind is SourceKind.NAMED)


def _has_owner(facts: Facts, source: Source, vague: Mapping[str, str], somebody: Collection[int]) -> bool:
    """Whether officials, aides or allies belong to a body or person named right before: the paragraph is about them.

    In the opening paragraph whose they are may follow: a lead tells the news first.
    """
    word = _last_word(source)
    if vague[word] != "body" or word in _NOBODYS:
        return False
    number = facts.sentence_number(source.span.start)
    block = facts.sentences[number].block
    ahead = _LEAD_WITHIN if block <= _LEAD else 0
    near = range(max(0, number - _OWNED_WITHIN), min(len(facts.sentences), number + 1 + ahead))
    return any(each in somebody for each in near if block - facts.sentences[each].block <= 1)


def _sentences_with_somebody(facts: Facts) -> frozenset[int]:
    """Return the numbers of the sentences that name a body or a person."""
    bodies = (
        each.span for sentence in facts.sentences for each in sentence.entities if each.label in ("ORG", "PERSON")
    )
    people = (each.span for person in facts.people for each in person.names)
    return frozenset(facts.sentence_number(span.start) for spans in (bodies, people) for span in spans)


def _speaks_of_many(before: Sentence, sentence: Sentence) -> bool:
    """Whether the sentence before is about people of whom these are "some"."""
    return before.block == sentence.block and any(
        token.tag in ("NNS", "NNPS") and token.dep in ("nsubj", "nsubjpass") for token in before.tokens
    )
