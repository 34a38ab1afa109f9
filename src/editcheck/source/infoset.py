"""What lxml refuses, and what stands for it in the tree.

HTML allows texts and names that XML does not. The tree holds the nearest thing that it can, as the HTML standard says
("Coercing an HTML DOM into an infoset"): a form feed is a blank, any other character that XML lacks is U+FFFD, a
character that a name cannot have is a `U` with its six hexadecimal digits, two hyphens in a comment come apart. Texts
keep their length; the true text is always that of `Document.runs`. Namespace declarations are no attributes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["safe_attributes", "safe_comment", "safe_name", "safe_text"]

_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_NAME = re.compile(r"[^A-Za-z0-9._-]|^[^A-Za-z_]")
_XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"


def safe_text(text: str) -> str:
    """Return a text of the same length that an XML tree can hold."""
    return _NOT_XML.sub(lambda match: " " if match.group() == "\f" else "\ufffd", text)


def safe_comment(text: str) -> str:
    """Return a comment's text without the hyphens that would end it."""
    text = safe_text(text).replace("--", "- -").replace("--", "- -")
    return f"{text} " if text.endswith("-") else text


@lru_cache(maxsize=4096)
def safe_name(name: str) -> str:
    """Return a name that an XML tree can hold: `o:p` is `oU00003Ap`."""
    return _NOT_NAME.sub(lambda match: f"U{ord(match.group()):06X}", name)


def safe_attributes(attributes: Mapping[str, str | None]) -> dict[str, str]:
    """Return attributes that an XML tree can hold; `xml:lang` is in its namespace, one without a value is empty."""
    return {
        _attribute_name(name): safe_text(value) if value else ""
        for name, value in attributes.items()
        if name != "xmlns" and not name.startswith("xmlns:")
    }


@lru_cache(maxsize=4096)
def _attribute_name(name: str) -> str:
    if name.startswith("xml:") and len(name) > len("xml:"):
        return _XML_NAMESPACE + safe_name(name.removeprefix("xml:"))
    return safe_name(name)
