"""Fingerprints: what an annotation is known by, so that it can be dismissed once and for all.

A fingerprint is made of the rule, the keys that the checker gives (without keys: the words that are marked) and a
number among equals; never of the message or an offset, so that it survives edits elsewhere in the article.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.annotation import Annotation
    from editcheck.article import Article

__all__ = ["with_fingerprints"]

#: Hexadecimal digits: 64 bits, ample for the annotations of one article.
_DIGITS = 16


def with_fingerprints(annotations: Sequence[Annotation], article: Article) -> list[Annotation]:
    """Return the annotations, in their order, with the fingerprints that they lack."""
    seen: Counter[tuple[str, ...]] = Counter()
    out = []
    for annotation in annotations:
        keys = annotation.keys or (" ".join(article[annotation.span].split()),)
        known_by = (annotation.rule, *keys)
        seen[known_by] += 1
        out.append(annotation if annotation.fingerprint else replace(annotation, fingerprint=_digest(known_by, seen)))
    return out


def _digest(known_by: tuple[str, ...], seen: Counter[tuple[str, ...]]) -> str:
    material = json.dumps([*known_by, seen[known_by]], ensure_ascii=True)
    return sha256(material.encode()).hexdigest()[:_DIGITS]
