"""What stands beside a person's name and says who that is, be it no role: an age, a place, a relative, a deed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import load_table

if TYPE_CHECKING:
    from editcheck import Article, Facts, Mention, Person, Sentence, Token

__all__ = ["is_situated", "says_who"]

#: What belongs to a name and says who bears it, as the parser has it.
_BELONGING = frozenset({"appos", "relcl", "acl", "nmod", "amod", "compound", "poss", "nummod", "det"})
#: What a name may be to the noun that it hangs on: "the captain, Mara Lind", "sailors such as Mara Lind".
_NAMING = frozenset({"appos", "compound", "nmod", "attr", "oprd", "npadvmod"})
#: Words right behind a name that tie it to a place or a body: "Mara Lind of Norby".
_TIES = frozenset({"of", "from", "at", "with", "for", "behind"})
_EXAMPLES = frozenset({"like", "including"})
#: What makes the word before it an owner: "the Examiner’s Mara Lind", "the brothers’ Mara Lind".
_OWNING = frozenset({"'", "’", "'s", "’s"})
#: Tags of what belongs to the name right behind it.
_ADJOINING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "PRP$", "CD"})
_DASHES = frozenset({"-", "--", "–", "—"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mister", "madam"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Behind a comma these go on with what the person does and say nothing of who it is.
_GOING_ON = frozenset({"VBG", "VBD", "VBZ", "VBP", "MD", "CC", "IN", "RB", "TO", "PRP", "WRB", "``", "''", "EX"})
#: Behind a bare surname a name is the next of a list, and a participle what was just done ("Lind, asked about it").
_LISTED = frozenset({"NNP", "NNPS", "VBN", "CD"})
_WHO = frozenset({"who", "whose", "whom", "of", "from", "at", "also", "formerly", "then", "now", "himself", "herself"})
_OPENING = re.compile(r" ?[(\[@]")


def says_who(article: Article, facts: Facts, name: Mention) -> bool:
    """Whether the words right beside a name say who that is.

    A bare surname has been introduced before: with it only what is set off behind counts ("Lind, who runs the ferry").
    """
    sentence = facts.sentences[facts.sentence_number(name.span.start)]
    first, last = sentence.token_at(name.span.start), sentence.token_at(name.span.end - 1)
    if first is None or last is None or _OPENING.match(article.text, name.span.end):
        return True
    full = " " in name.text
    opens = [token.text.lower() for token in sentence.tokens[max(0, first - 2) : first]] == ["according", "to"]
    if _behind(sentence, last, named_alone=opens or not full):
        return True
    return full and (_before(sentence, first) or _in_the_parse(sentence, range(first, last + 1)))


def _before(sentence: Sentence, first: int) -> bool:
    """Whether a noun, an adjective or an owner stands before a name: "neighbour Mara Lind", "Acme's Mara Lind"."""
    words = [token.text.rstrip(".").lower() for token in sentence.tokens[:first]]
    if words and words[-1] in _TITLES:
        words.pop()
    if not words:
        return False
    if words[-1] in _EXAMPLES or words[-2:] == ["such", "as"]:
        return True
    return sentence.tokens[len(words) - 1].tag in _ADJOINING or words[-1] in _OWNING


def _behind(sentence: Sentence, last: int, *, named_alone: bool) -> bool:
    """Whether what follows a name belongs to it: ", 54", ", who runs the ferry", "of Norby", "- the captain".

    `named_alone` says that more may follow a comma that does not belong to it: the next of a list, the main clause.
    """
    after = [*sentence.tokens[last + 1 : last + 2], *_without_adverb(sentence, last + 2)]
    if len(after) < 2:
        return False
    if after[0].text.lower() in _TIES:
        return True
    if after[0].text == "," or after[0].text in _DASHES:
        going_on = _GOING_ON | _LISTED if named_alone else _GOING_ON
        return after[1].text.lower() in _WHO or after[1].tag not in going_on
    return after[0].tag in ("WP", "WP$")


def _without_adverb(sentence: Sentence, index: int) -> list[Token]:
    """Return the token at a place, or the participle or noun that an adverb there belongs to (", still hoarse")."""
    here = list(sentence.tokens[index : index + 2])
    if len(here) == 2 and here[0].tag == "RB" and here[1].tag in ("VBN", "JJ", "DT", "NN", "IN"):
        return here[1:]
    return here[:1]


def _in_the_parse(sentence: Sentence, inside: range) -> bool:
    """Whether a name has more to it in the parse, or names another noun."""
    tokens = sentence.tokens
    more = (kid for index in inside for kid in sentence.children[index] if kid not in inside)
    if any(tokens[kid].dep in _BELONGING and _is_more(sentence, kid) for kid in more):
        return True
    return any(tokens[index].head not in inside and tokens[index].dep in _NAMING for index in inside)


def _is_more(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.text.rstrip(".").lower() not in _TITLES and token.text[0].isalnum()


def is_situated(facts: Facts, person: Person, number: int) -> bool:
    """Whether a sentence shows who somebody is by what the person is or does in it, beyond saying something."""
    sentence = facts.sentences[number]
    deeds = load_table("editcheck_attribution", "data/deeds.toml")
    for mention in person.mentions:
        if mention.span not in sentence.span or facts.is_quoted(mention.span):
            continue
        index = sentence.token_at(mention.span.end - 1)
        if index is not None and sentence.tokens[index].dep in _SUBJECTS:
            verb = sentence.tokens[index].head
            does = sentence.tokens[verb].lemma.lower() in deeds and not _is_cue(facts, sentence.tokens[verb])
            if does or _is_named(sentence, verb):
                return True
    return False


def _is_cue(facts: Facts, verb: Token) -> bool:
    return any(each.cue is not None and each.cue.start == verb.span.start for each in facts.quotations)


def _is_named(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says what somebody is: "is a captain", "became the owner"."""
    return any(
        sentence.tokens[kid].dep in ("attr", "oprd") and sentence.tokens[kid].pos in ("NOUN", "PROPN")
        for kid in sentence.children[verb]
    )
