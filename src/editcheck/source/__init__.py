"""HTML and XML text to an lxml tree with a source map that is exact for every character.

`decode` makes bytes a text; `html` and `xml` parse; `nested` parses markup inside of a text; `document` is what they
make: the tree, and for each of its text nodes the runs of the source it came from. Nothing here knows what an article
is.
"""

from __future__ import annotations

__all__ = ["decoded"]


def decoded(text: str, escapes: tuple[str, ...]) -> str:
    """Undo on a slice of a source text what `SourceRange.escapes` lists, and return what the slice says.

    With it anyone can check the law of positions: the slices of `SourceText.text` that `Article.locate` gives, decoded
    and joined, are the article's words, white space aside. See `editcheck.source.references.decoded` for the names.
    """
    from editcheck.source.references import decoded as undo

    return undo(text, escapes)
