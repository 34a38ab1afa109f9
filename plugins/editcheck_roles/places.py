"""Where a mention or a role stands: in the running text, in quoted speech, beside which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck import Article, Facts, Mention, Person, Role, Span

__all__ = ["body_names", "body_roles", "in_own_words", "is_shared"]


def in_own_words(article: Article, facts: Facts, span: Span) -> bool:
    """Whether a span stands in the running text and is the article's own, not a speaker's."""
    block = article.block_at(span)
    return block.in_body and not facts.is_quoted(span) and not _is_title(article, block.span)


def _is_title(article: Article, span: Span) -> bool:
    """Whether a block is the headline after all: plain text does not say what a line is for."""
    if article.title is None:
        return span == article.blocks[0].span and len(article.blocks) > 1 and article[span].rstrip()[-1:].isalnum()
    if len(span) > 2 * len(article.title):
        return False
    return _letters(article[span]) == _letters(article.title)


def _letters(text: str) -> str:
    """Return the letters and figures of a text: titles come with other marks and spaces than headlines."""
    return "".join(c for c in text.casefold() if c.isalnum())


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
