"""HTML and XML text to an lxml tree with a source map that is exact for every character.

`text` decodes bytes; `html` and `xml` parse; `document` is what both make: the tree, and for each of its text nodes
the runs of the source it came from. Nothing here knows what an article is.
"""
