"""TIMEX3 values in the calendar and in words."""

from __future__ import annotations

import pytest

from editcheck.briefs.timeline import stretch_of


@pytest.mark.parametrize(
    ("value", "begins", "ends", "label"),
    [
        ("2024-10-24", "2024-10-24", "2024-10-24", "Thursday, 24 October 2024"),
        ("2024-10-24T19:30", "2024-10-24", "2024-10-24", "Thursday, 24 October 2024, 19:30"),
        ("2024-10-24TEV", "2024-10-24", "2024-10-24", "Thursday, 24 October 2024, evening"),
        ("2024-10-24T", "2024-10-24", "2024-10-24", "Thursday, 24 October 2024"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("1987", "1987-01-01", "1987-12-31", "1987"),
        ("199", "1990-01-01", "1999-12-31", "the 1990s"),
        ("19", "1900-01-01", "1999-12-31", "the 20th century"),
        ("20", "2000-01-01", "2099-12-31", "the 21st century"),
        ("10", "1000-01-01", "1099-12-31", "the 11th century"),
        ("2016-W18", "2016-05-02", "2016-05-08", "the week of 2 May 2016"),
        ("2016-W18-WE", "2016-05-07", "2016-05-08", "the weekend of 7 May 2016"),
        ("2023-Q3", "2023-07-01", "2023-09-30", "third quarter of 2023"),
        ("2023-H1", "2023-01-01", "2023-06-30", "first half of 2023"),
        ("2023-SU", "2023-06-01", "2023-08-31", "summer 2023"),
        ("2023-WI", "2023-12-01", "2024-02-29", "winter 2023"),
    ],
)
def test_a_value_has_a_first_and_a_last_day(value: str, begins: str, ends: str, label: str) -> None:
    stretch = stretch_of(value)
    assert stretch is not None
    assert (stretch[0].isoformat(), stretch[1].isoformat(), stretch[2]) == (begins, ends, label)


@pytest.mark.parametrize(
    "value",
    [
        "PAST_REF",
        "XXXX-XX-XX",
        "XXXX-10-12",
        "P3D",
        "2023-02-30",
        "2023-W60",
        "2023-13",
        "0000",
        "99990",
        "",
        "٢٠٢٤-٠٢-٣٠",
    ],
)
def test_what_is_no_day_has_no_place(value: str) -> None:
    assert stretch_of(value) is None
