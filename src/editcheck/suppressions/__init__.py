"""Saying no: what is found and is not to be reported, and who says so.

`inline` is for what stands in the source of an article; `records` reads and writes the files of dismissals and of
baselines, `naming` has the names of articles in them; `applying` takes it all off an article's annotations.
"""
