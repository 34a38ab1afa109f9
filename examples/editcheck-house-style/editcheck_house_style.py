"""House rules for editcheck: plain verbs of saying, and more than one voice in a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import editcheck
from editcheck import Annotation, Article, Edit, Example, Facts, Option, Options, Related, Rule, Severity, Suggestion

LOADED_VERB = Rule(
    id="house-style/loaded-verb",
    summary="A verb of saying that takes sides",
    explanation=(
        "Who claims is doubted, who admits is guilty, who points out is right. The reader should hear that from the"
        " facts, not from our verb. “Said” is neutral, and nobody tires of it."
    ),
    severity=Severity.SUGGESTION,
    help="Write “said”, unless the story shows that the other verb is true.",
    good=(
        Example("“The bridge is safe,” Mayor Ann Lopez said."),
        Example("“He claimed it was safe,” Mayor Ann Lopez said.", note="The mayor's own word."),
        Example("The claim was settled.", note="Nothing is said here."),
    ),
    bad=(
        Example("“The bridge is safe,” Mayor Ann Lopez [[claimed]]."),
        Example("The bridge was closed, Mayor Ann Lopez [[admitted]]."),
        Example("“We grumbled,” Ann Lopez [[grumbled]].", options=(("verbs", ("grumbled",)),)),
    ),
    options=(
        Option("verbs", ("admitted", "boasted", "claimed", "conceded", "pointed out"), "the verbs that take sides"),
    ),
    when_off="Court reports, where to admit and to claim are what people do.",
)

SINGLE_SOURCE = Rule(
    id="house-style/single-source",
    summary="Everybody quoted is the same person",
    explanation="A story with one voice is a statement. Somebody else should confirm it, or we should say why not.",
    severity=Severity.WARNING,
    help="Find a second source, or say that there is none.",
    good=(
        Example("“It is safe,” Mayor Ann Lopez said. “It is new,” she said.", note="Two quotations are a brief."),
        Example("“It is safe,” Mayor Ann Lopez said. “It is new,” she said.\n\n“It is not,” engineer Jo Hart said."),
    ),
    bad=(Example("“It is safe,” [[Mayor Ann Lopez]] said.\n\n“It is new,” Lopez said.\n\n“It is wide,” Lopez said."),),
    options=(Option("quotations", 3, "how many quotations make a story", minimum=2),),
)


@editcheck.hookimpl
def editcheck_rules() -> Iterable[Rule]:
    """Declare the rules of this plugin."""
    return [LOADED_VERB, SINGLE_SOURCE]


@editcheck.hookimpl
def editcheck_check(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield what is wrong with an article."""
    if options.enabled(LOADED_VERB):
        yield from loaded_verbs(article, facts, options.words(LOADED_VERB, "verbs"))
    if options.enabled(SINGLE_SOURCE):
        yield from single_source(facts, options.number(SINGLE_SOURCE, "quotations"))


def loaded_verbs(article: Article, facts: Facts, verbs: Sequence[str]) -> Iterator[Annotation]:
    """Yield an annotation on each cue of an attribution that is one of the verbs."""
    for quotation in facts.quotations:
        if quotation.cue is None or quotation.source is None or facts.is_quoted(quotation.cue):
            continue
        verb = article[quotation.cue]
        if verb.lower() in verbs:
            yield LOADED_VERB.annotate(
                quotation.cue,
                f"“{verb}” takes sides about what {quotation.source.text} said",
                suggestions=[Suggestion("Write “said”", (Edit(quotation.cue, "said"),))],
                confidence=quotation.confidence,
                keys=[verb.lower(), quotation.source.text],
            )


def single_source(facts: Facts, quotations: int) -> Iterator[Annotation]:
    """Yield one annotation, on the first source, where all quotations of a story are one person's."""
    sources = [quotation.source for quotation in facts.quotations if quotation.source is not None]
    people = {source.person for source in sources}
    person = facts.person(sources[0].person) if len(people) == 1 else None
    if person is not None and len(sources) >= quotations:
        first, *others = sources
        yield SINGLE_SOURCE.annotate(
            first.span,
            f"All {len(sources)} quotations are {person.name}’s",
            related=[Related(source.span, "quoted again") for source in others],
            keys=[person.name],
        )


@editcheck.hookimpl
def editcheck_annotations(article: Article, annotations: Sequence[Annotation]) -> Iterable[Annotation] | None:
    """Keep suggestions of style out of agency copy, which we may not rewrite; None changes nothing."""
    if not any("Reuters" in author for author in article.authors):
        return None
    return [annotation for annotation in annotations if annotation.severity is not Severity.SUGGESTION]
