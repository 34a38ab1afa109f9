"""When things happened: TIMEX3 time expressions and ranges, as TimeML has them.

The way of a block: its words (`words`, with categories from `lexicon` and `guards`), numbers in words (`numbers`), the
grammar stage by stage (`grammar`, `patterns`, data/dates_*.toml) with builders that make meanings (`build_*`), and the
reading of each meaning in its context (`meaning`, `written`, `dated`, `shifted`, `portions`, `cycles`, `clock`,
`lengths`, `ranges`; `tense` says which way a verb looks). `finding` goes through the article.
"""

from __future__ import annotations

from editcheck.facts.dates.finding import find_dates

__all__ = ["find_dates"]
