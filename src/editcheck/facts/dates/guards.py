"""When a word that is also something else may be read as time: "may", "March", "sat", "the fall".

Which word has which guard stands in data/dates_words.toml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editcheck.facts.model import Sentence, Token

__all__ = ["allowed", "in_title_case"]

_BEFORE_A_DATE = frozenset(
    [
        "in",
        "into",
        "on",
        "of",
        "since",
        "until",
        "till",
        "by",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "between",
        "during",
        "through",
        "throughout",
        "for",
        "and",
        "or",
        "before",
        "after",
        "the",
        "last",
        "next",
        "this",
        "past",
        "coming",
        "each",
        "every",
        "around",
        "about",
    ]
)
_BEFORE_A_SEASON = frozenset(
    [
        "last",
        "this",
        "next",
        "past",
        "coming",
        "early",
        "late",
        "mid",
        "each",
        "every",
        "since",
        "until",
        "by",
        "following",
        "previous",
    ]
)
_NAMES_OF_PEOPLE = frozenset({"PERSON", "ORG", "FAC", "WORK_OF_ART"})
#: In tokens.
_LONGEST_HEADLINE = 40


def allowed(guard: str, sentence: Sentence, index: int) -> bool:
    """Whether the token at an index may be read as time. Raises `KeyError` for a guard that there is not."""
    return _GUARDS[guard](sentence, index)


def in_title_case(sentence: Sentence) -> bool:
    """Whether the sentence is a headline in capitals, so that capitals tell nothing."""
    long = [token.text for token in sentence.tokens[:_LONGEST_HEADLINE] if len(token.text) > 3 and token.text.isalpha()]
    return len(long) >= 3 and sum(text[0].isupper() for text in long) >= 0.8 * len(long)


def _before(sentence: Sentence, index: int) -> Token | None:
    return sentence.tokens[index - 1] if index else None


def _after(sentence: Sentence, index: int) -> Token | None:
    return sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None


def _name(sentence: Sentence, index: int) -> bool:
    """Allow a month in capitals that is not somebody's name, nor a verb."""
    token, before, after = sentence.tokens[index], _before(sentence, index), _after(sentence, index)
    if not token.text[0].isupper():
        return False
    if after is not None and after.text[0].isdigit():
        return True
    previous = before.text.lower() if before is not None else ""
    if after is not None and after.text == "of" and not _in_a_year(sentence, index + 2):
        return False
    if token.tag in ("MD", "VB", "VBP", "VBD", "VBZ"):
        return previous in ("in", "of", "since", "until", "by", "last", "early", "late", "next")
    if previous in _BEFORE_A_DATE or (previous and previous[0].isdigit()):
        return not _named(sentence, token) or after is None or not after.text[0].isupper()
    if _named(sentence, token):
        return False
    return before is None or not before.text[0].isupper() or before.pos != "PROPN"


def _named(sentence: Sentence, token: Token) -> bool:
    return any(token.span in each.span and each.label in _NAMES_OF_PEOPLE for each in sentence.entities)


def _abbreviation(sentence: Sentence, index: int) -> bool:
    """Allow a short form with its full stop, or right beside a figure."""
    token, before, after = sentence.tokens[index], _before(sentence, index), _after(sentence, index)
    if not token.text[0].isupper():
        return False
    stopped = token.text.endswith(".") or (
        after is not None and after.text == "." and after.span.start == token.span.end
    )
    if after is not None and after.text[0].isdigit():
        return True
    if before is not None and before.text[0].isdigit():
        return True
    named = before is not None and before.text[0].isupper() and before.tag == "NNP"
    beside_a_date = after is not None and after.text[:3].lower() in _MONTH_STARTS and after.text[0].isupper()
    return (beside_a_date or stopped) and not named


_MONTH_STARTS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])


def _season(sentence: Sentence, index: int) -> bool:
    """Allow a season after a word that goes with one ("last fall", "in the spring"), not a drop in prices."""
    token, before, after = sentence.tokens[index], _before(sentence, index), _after(sentence, index)
    if token.pos == "VERB" or before is None:
        return False
    following = after.text.lower() if after is not None else ""
    if following[:2] in ("19", "20") and following.isdigit():
        return True
    if before.text.lower() in _BEFORE_A_SEASON or (before.text == "-" and sentence.tokens[index - 2].lemma == "mid"):
        return True
    if before.text.lower() not in ("the", "in"):
        return False
    earlier = sentence.tokens[index - 2].text.lower() if index > 1 else ""
    if before.text.lower() == "the" and earlier not in _BEFORE_A_DATE:
        return False
    return (following == "of" and _in_a_year(sentence, index + 2)) or (
        following not in ("of", "in", "from") and (after is None or after.pos not in ("NOUN", "VERB"))
    )


def _in_a_year(sentence: Sentence, index: int) -> bool:
    """Whether a year stands at an index: 1999, last year, the following year."""
    words = [token.text.lower() for token in sentence.tokens[index : index + 2]]
    if words[:1] == ["the"]:
        return words[1:] != [] and words[1] in ("year", "following", "same", "previous", "next", "current")
    return words != [] and (words[0][0].isdigit() or words[0] in ("last", "next", "this", "that"))


def _small(sentence: Sentence, index: int) -> bool:
    """Allow a word in small letters, at the start of a sentence, or in a headline: not part of a name."""
    if not sentence.tokens[index].text[0].isupper() or in_title_case(sentence):
        return True
    return index <= _MOST_MARKS and all(not token.text[0].isalnum() for token in sentence.tokens[:index])


#: So many marks may open a sentence.
_MOST_MARKS = 4


def _modifier(sentence: Sentence, index: int) -> bool:
    """Allow an adverb, or an adjective of what is no name: a daily dose, and no newspaper."""
    token, after = sentence.tokens[index], _after(sentence, index)
    if not _small(sentence, index) or (after is not None and after.pos == "PROPN"):
        return False
    if token.pos == "ADJ" or token.dep in ("amod", "compound"):
        return token.tag == "RB" or (after is not None and after.pos in ("NOUN", "ADJ", "NUM", "ADV"))
    return token.pos == "ADV" or token.dep == "advmod"


def _after_a_figure(sentence: Sentence, index: int) -> bool:
    token, before = sentence.tokens[index], _before(sentence, index)
    return token.text[0].isdigit() or (before is not None and (before.text[0].isdigit() or before.pos == "NUM"))


def _describing(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].pos != "VERB"


def _upper(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].text.isupper()


_GUARDS: Mapping[str, Callable[[Sentence, int], bool]] = {
    "name": _name,
    "abbreviation": _abbreviation,
    "season": _season,
    "small": _small,
    "modifier": _modifier,
    "unit": _after_a_figure,
    "halfday": _after_a_figure,
    "upper": _upper,
    "describing": _describing,
}
