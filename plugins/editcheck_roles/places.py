"""Where a mention or a role stands: in the running text, in quoted speech, beside which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck

if TYPE_CHECKING:
    from editcheck import Article, Facts, Mention, Person, Role, Span

__all__ = ["body_names", "body_roles", "in_own_words", "is_below_credit", "is_shared"]

#: The most characters of a headline.
_HEADLINE = 250
#: The most characters of a line that credits a picture.
_CREDIT = 60


def in_own_words(article: Article, facts: Facts, span: Span) -> bool:
    """Whether a span stands in the running text and is the article's own, not a speaker's."""
    block = article.block_at(span)
    markup = article.text.startswith("<", block.span.start)  # a post that was put into plain text as it came
    return block.in_body and not markup and not facts.is_quoted(span) and not _is_title(article, block.span)


def _is_title(article: Article, span: Span) -> bool:
    """Whether a block is the headline after all: plain text does not say what a line is for."""
    if len(span) > _HEADLINE:
        return False
    if article.title is None:
        return span == article.blocks[0].span and len(article.blocks) > 1 and article[span].rstrip()[-1:].isalnum()
    return _letters(article[span]) == _letters(article.title)


def _letters(text: str) -> str:
    """Return the letters and figures of a text: titles come with other marks and spaces than headlines."""
    return "".join(c for c in text.casefold() if c.isalnum())


def is_below_credit(article: Article, span: Span) -> bool:
    """Whether a block stands behind the credit of a picture: in plain text that is its caption."""
    index = article.block_index(span)
    if not index or len(article.blocks[index - 1].span) > _CREDIT:
        return False
    line = article[article.blocks[index - 1].span].strip(" .").casefold()
    return any(line.endswith(agency) for agency in editcheck.load_table("editcheck_roles", "picture_credits.toml"))


def body_names(article: Article, facts: Facts, person: Person) -> list[Mention]:
    """Return the mentions of a person by name in the article's own running text, in order."""
    return [each for each in person.names if in_own_words(article, facts, each.span)]


def body_roles(article: Article, facts: Facts, person: Person) -> list[Role]:
    """Return a person's roles in the article's own running text, in order; not those shared with others."""
    return [each for each in person.roles if in_own_words(article, facts, each.span) and not is_shared(article, each)]


def is_shared(article: Article, role: Role) -> bool:
    """Whether a title in the plural stands before several names: "Presidents Carter and Reagan"."""
    if role.mention is None or role.span.end > role.mention.start:
        return False
    bare = role.text.rstrip(".").endswith("s") and not (role.organization and role.text.endswith(role.organization))
    plural = bare and not role.office.endswith("s")
    return plural or " and " in article.text[role.span.end : role.mention.start]
