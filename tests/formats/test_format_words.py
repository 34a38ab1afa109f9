"""Dates, bylines and root elements as files write them."""

from __future__ import annotations

import pytest

from editcheck.formats.bylines import authors_in
from editcheck.formats.dates import date_in, parse_date
from editcheck.formats.sniff import root_name, without_comments


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-10-24", "2024-10-24"),
        ("20241024", "2024-10-24"),
        ("2024-10-24T09:00:00-04:00", "2024-10-24T09:00:00-04:00"),
        ("2024-10-24T09:00-0400", "2024-10-24T09:00:00-04:00"),
        ("2024-10-24 9:00", "2024-10-24T09:00:00"),
        ("2024-10-24T09:00:00.000Z", "2024-10-24T09:00:00+00:00"),
        ("2024-10-24T09:00:00+02:00[Europe/Paris]", "2024-10-24T09:00:00+02:00"),
        ("2024-10-24 09:00:00 UTC", "2024-10-24T09:00:00+00:00"),
        ("20170102T222800+0000", "2017-01-02T22:28:00+00:00"),
        ("20210516T090004", "2021-05-16T09:00:04"),
        ("20210516T0900Z", "2021-05-16T09:00:00+00:00"),
        ("20210516T090004+01", "2021-05-16T09:00:04+01:00"),
        ("Thu, 24 Oct 2024 09:00:00 -0400", "2024-10-24T09:00:00-04:00"),
    ],
)
def test_dates_for_machines_are_read(written: str, iso: str):
    found = parse_date(written)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    "written", ["", None, "today", "2024-13-01", "2024-10-24T25:00", "0001-01-01T00:00:00", "1" * 99]
)
def test_what_is_no_date_is_none(written: str | None):
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Updated October 24, 2024 at 9 a.m.", "2024-10-24"),
        ("Oct. 24 2024", "2024-10-24"),
        ("Thursday 24th October, 2024", "2024-10-24"),
        ("Published 2024-10-24 | 5 min", "2024-10-24"),
        ("31 November 2024", None),
        ("October", None),
    ],
)
def test_dates_for_readers_are_found(text: str, iso: str | None):
    assert (str(date_in(text)) if date_in(text) else None) == iso


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("BY ANN LEE AND BO CHU", ("ANN LEE", "BO CHU")),
        ("By Ann Lee, Bo Chu and Cy van der Dee", ("Ann Lee", "Bo Chu", "Cy van der Dee")),
        ("By Ann Lee, staff writer", ("Ann Lee",)),
        ("By Ann Lee | The Sound", ("Ann Lee",)),
        ("By Ann Lee - 11/19/19 06:56 AM EST", ("Ann Lee",)),
        ("By Ann Lee Updated Nov 13, 2019", ("Ann Lee",)),
        ("Ann Lee, Science Editor", ("Ann Lee",)),
        ("Von Jürgen Müller", ("Jürgen Müller",)),
        ("By Ann Lee Monday, November 18, 2019", ("Ann Lee",)),
        ("by Ann Lee December 6, 2017", ("Ann Lee",)),
        ("By Ann May and Sue Sunday", ("Ann May", "Sue Sunday")),
        ("gr/bp", ()),
        ("ann@example.com", ()),
        ("Reuters", ()),
    ],
)
def test_authors_are_taken_from_bylines(byline: str, names: tuple[str, ...]):
    assert authors_in([byline]) == names


@pytest.mark.parametrize(
    ("text", "name", "namespace"),
    [
        ("<a>", "a", None),
        ("\ufeff <?xml version='1.0'?>\n<!-- <b> --> <!DOCTYPE c [<!ENTITY d '>'>]> <e f='g'/>", "e", None),
        ("<!DOCTYPE a [<!ENTITY b '[1]'>\n<!-- ]> --><?c ]> ?>]><a/>", "a", None),
        ("<?b x > y?><a/>", "a", None),
        ("<a xmlns='urn:x'>", "a", "urn:x"),
        ("<a:b xmlns='urn:x' xmlns:a='urn:y'>", "b", "urn:y"),
    ],
)
def test_the_root_element_is_found_behind_all_that_may_come_before_it(text: str, name: str, namespace: str | None):
    assert root_name(text.lstrip("\ufeff")) == (name, namespace)


@pytest.mark.parametrize(
    "text", ["", "word", "<!-- open", "<?open", "< a>", "<1>", "<!DOCTYPE a [ x", "<!DOCTYPE a [<!-- ]><a>"]
)
def test_without_a_first_element_there_is_no_root(text: str):
    assert root_name(text) is None


def test_comments_are_taken_out_and_open_ones_stay():
    assert without_comments("a<!-- b -->c<!-->d<!-- e") == "ac<!-->d<!-- e"
