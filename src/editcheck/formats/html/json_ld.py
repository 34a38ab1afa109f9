"""JSON-LD in an HTML page: the node that is about the article, however it is wrapped."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Node", "article_node", "strings", "strings_of"]

#: A JSON object: names to whatever JSON has.
Node: TypeAlias = Mapping[str, Any]

#: How deep graphs and lists may be wrapped; real pages use three levels.
_DEEPEST = 8
#: schema.org's kinds of article, the more telling first; every type whose name ends so is one too.
_ARTICLE_TYPES = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "Posting", "Review", "Report")
#: What scripts are wrapped in for old browsers and XHTML: a comment or CDATA, itself in a comment of JavaScript's.
_WRAPPINGS = (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"))


def article_node(page: _Element) -> tuple[Node | None, int]:
    """Return the JSON-LD node of the page's article, None where there is none, and how many scripts are no JSON."""
    nodes: list[Node] = []
    invalid = 0
    for script in page.iter("script"):
        if script.get("type", "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            nodes.extend(_nodes(json.loads(_unwrapped(script.text or ""), strict=False)))
        except (ValueError, RecursionError):
            invalid += 1
    ranked = [(rank, node) for node in nodes if (rank := _rank(node)) is not None]
    return (min(ranked, key=lambda each: each[0])[1] if ranked else None), invalid


def strings(value: object) -> tuple[str, ...]:
    """Return the strings that a property holds: itself, a list's, or the names of the things it lists."""
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, Mapping):
        return strings(value.get("name") or value.get("@value"))
    if isinstance(value, list):
        return tuple(each for part in value for each in strings(part))
    return ()


def strings_of(node: Node | None, *names: str) -> tuple[str, ...]:
    """Return the strings of the first property that has any."""
    return next((found for name in names if node is not None and (found := strings(node.get(name)))), ())


def _unwrapped(script: str) -> str:
    text = script.strip()
    for opening, closing in _WRAPPINGS:
        if text.startswith(opening):
            text = text.removeprefix(opening).removesuffix(closing).strip()
    return text


def _nodes(value: object, depth: int = 0) -> Iterator[Node]:
    """Yield all nodes of a graph: of lists, of `@graph`, of `mainEntity` and `mainEntityOfPage`."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _nodes(value.get(name), depth + 1)


def _rank(node: Node) -> int | None:
    """Return how surely a node is the article, 0 the surest; None where it is something else."""
    types = [each.rpartition("/")[2] for each in strings(node.get("@type"))]
    ranks = [rank for rank, kind in enumerate(_ARTICLE_TYPES) for each in types if each.endswith(kind)]
    if not ranks or not (node.get("headline") or node.get("datePublished") or node.get("articleBody")):
        return None
    return min(ranks)
