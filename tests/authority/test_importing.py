"""Published lists as authority files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from editcheck.authority.importing import import_authority
from editcheck.authority.popolo import AuthorityError, parse_authority

if TYPE_CHECKING:
    from pathlib import Path

CONGRESS = """
- id: {bioguide: V000001, wikidata: Q1}
  name: {first: Ruth, middle: Bella, last: Vance, nickname: Ruthie, official_full: Ruth B. Vance}
  bio: {birthday: '1960-01-02'}
  terms:
  - {type: rep, start: '2001-01-03', end: '2007-01-03', state: OH, party: Republican}
  - {type: sen, start: '2007-01-03', end: '2013-01-03', state: OH, party: Republican}
- id: {bioguide: R000001}
  name: {first: Tom, last: Reyes}
  terms:
  - {type: prez, start: '2009-01-20', end: '2013-01-20', party: Democratic}
"""
TABLE = """position,person,personID,start,end
Minister for Harbours,Ruth Vance,Q1,2010-01-01,2012-05-01
Minister for Harbours,Tom Reyes,Q2,2012-05-01,
"""


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_legislators_have_all_forms_of_their_names_and_all_terms(tmp_path: Path) -> None:
    made = parse_authority(import_authority(written(tmp_path, "l.yaml", CONGRESS)), "l")
    vance = made.holders["Q1"]
    assert vance.names == ("Ruth B. Vance", "Ruth Vance", "Ruthie Vance", "Ruth Bella Vance", "Bella Vance")
    assert [(each.post, each.party, each.area) for each in made.terms] == [
        ("united-states-representative", "Republican", "OH"),
        ("united-states-senator", "Republican", "OH"),
        ("united-states-president", "Democratic", ""),
    ]
    assert made.complete
    assert made.until == date(2009, 1, 20)


def test_a_table_has_the_offices_of_the_jurisdiction(tmp_path: Path) -> None:
    made = parse_authority(
        import_authority(written(tmp_path, "t.csv", TABLE), jurisdiction="Norland", until="2020-01-01", name="list"),
        "t",
    )
    (post,) = made.posts.values()
    assert (post.label, post.jurisdiction) == ("Minister for Harbours", "Norland")
    assert [each.name for each in made.in_office(post, date(2015, 1, 1))] == ["Tom Reyes"]
    assert (made.name, made.until, made.complete) == ("list", date(2020, 1, 1), False)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("a.yaml", "a: [", "no YAML: "),
        ("a.yaml", "- 3", "entry 1 is not as congress-legislators has it (id, name, terms)"),
        ("a.yaml", "", "entry 1 is not as congress-legislators has it"),
        ("a.csv", "who,what\n", "the columns position, person, start, end are needed; there is no position"),
        ("a.json", "{}", "only .yaml (congress-legislators) and .csv (position, person, start, end) are read"),
    ],
)
def test_what_is_no_such_list_is_refused(tmp_path: Path, name: str, text: str, problem: str) -> None:
    path = written(tmp_path, name, text)
    with pytest.raises(AuthorityError) as caught:
        import_authority(path, jurisdiction="Norland")
    assert str(caught.value).startswith(f"{path}: {problem}")


def test_a_table_needs_a_jurisdiction(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="give --jurisdiction"):
        import_authority(written(tmp_path, "t.csv", TABLE))


LEADERS = (
    '"Country","ISO","HoG Title","Head of Government","HoG Since","HoS Title","Head of State","HoS Since"\n'
    '"Norland","NO","Prime Minister","Anna Lind","2020-05-01","King","Erik V","1990-01-17"\n'
    '"Island","IS","","","","President","Tom Reyes","2022-08-01"\n'
)


def test_a_list_of_leaders_has_two_offices_a_line(tmp_path: Path) -> None:
    made = parse_authority(import_authority(written(tmp_path, "l.csv", LEADERS)), "l")
    assert [(made.posts[each.post].label, made.posts[each.post].jurisdiction) for each in made.terms] == [
        ("Prime Minister", "Norland"),
        ("King", "Norland"),
        ("President", "Island"),
    ]
    assert made.until == date(2022, 8, 1)
    assert made.terms[0].begins == date(2020, 5, 1)
    assert made.terms[0].ends is None


def test_a_leader_of_no_country_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match=r"l.csv:4: a country is needed"):
        import_authority(written(tmp_path, "l.csv", LEADERS + '"","","King","Jan","2000","","",""\n'))


def test_the_real_list_of_leaders_is_read(shared: Path) -> None:
    sources = sorted((shared / "authority" / "world-leaders-current").rglob("*.csv"))
    if not sources:
        pytest.skip("no list of leaders there")
    made = parse_authority(import_authority(sources[0]), "leaders")
    assert len({post.jurisdiction for post in made.posts.values()}) == 30


@pytest.mark.parametrize(
    ("path", "jurisdiction"),
    [
        ("executive.yaml", ""),
        ("legislators-current.yaml", ""),
        ("us-cabinet/holders21.csv", "United States"),
        ("united-kingdom-cabinet/holders21.csv", "United Kingdom"),
        ("australia-cabinet/holders21.csv", "Australia"),
        ("canada-cabinet/holders21.csv", "Canada"),
    ],
)
def test_real_lists_are_read_whole(shared: Path, path: str, jurisdiction: str) -> None:
    source = shared / "authority" / path
    if not source.is_file():
        pytest.skip(f"no {source}")
    made = parse_authority(import_authority(source, jurisdiction=jurisdiction), path)
    text = source.read_text(encoding="utf-8")
    terms = text.count("- type:") if path.endswith("yaml") else len(text.splitlines()) - 1
    assert len(made.terms) == terms
    assert made.until is not None


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        ("t.csv", TABLE.replace("2012-05-01,\n", "soon,\n"), "t.csv:3: 'soon' is no date"),
        ("t.csv", TABLE + "Mayor\n", "t.csv:4: a position and a person are needed"),
        ("t.csv", TABLE + f'"{"x" * 200_000}', "t.csv:3: field larger than field limit"),
        ("t.csv", f'"{"x" * 200_000}', "t.csv:1: field larger than field limit"),
        ("l.yaml", CONGRESS.replace("'2009-01-20'", "2009-13-20"), "l.yaml: a date in it is none"),
        ("l.yaml", CONGRESS.replace("'2009-01-20'", "soon"), "l.yaml: entry 2: 'soon' is no date"),
        ("l.yaml", "[" * 100_000, "l.yaml: nested too deeply"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_with_its_place(tmp_path: Path, file: str, text: str, complaint: str) -> None:
    with pytest.raises(AuthorityError) as raised:
        import_authority(written(tmp_path, file, text), jurisdiction="Norland")
    assert complaint in str(raised.value)


def test_a_term_that_ends_before_it_begins_holds_nobody_to_account(tmp_path: Path) -> None:
    table = TABLE.replace("2010-01-01,2012-05-01", "2012-05-01,2010-01-01")
    (term, _) = parse_authority(import_authority(written(tmp_path, "t.csv", table), jurisdiction="Norland"), "t").terms
    assert (term.begins, term.ends) == (None, None)
