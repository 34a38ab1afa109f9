"""Authority files: what they answer, and what is said of those that cannot be used."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import editcheck
from editcheck.authority import authority_at
from editcheck.authority.popolo import parse_authority

if TYPE_CHECKING:
    from pathlib import Path

FILE: dict[str, Any] = {
    "meta": {"name": "harbour", "until": "2024-12-31"},
    "persons": [
        {"id": "a", "name": "Ann Adams", "other_names": [{"name": "Annie Adams"}]},
        {"id": "r", "name": "Thomas J. Reyes"},
        {"id": "v", "name": "Ruth Vance"},
        {"id": "w", "name": "Ruth B. Vance"},
    ],
    "organizations": [{"id": "us", "name": "United States"}, {"id": "p", "name": "Republican"}],
    "areas": [{"id": "oh", "name": "OH"}],
    "posts": [
        {"id": "h", "label": "Secretary of State for Harbours", "organization_id": "us"},
        {"id": "s", "label": "senator"},
    ],
    "memberships": [
        {"person_id": "a", "post_id": "h", "start_date": "2010", "end_date": "2014-05"},
        {"person_id": "r", "post_id": "h", "start_date": "2014-05-31", "end_date": "2021-01-20"},
        {"person_id": "v", "post_id": "h", "start_date": "2021-01-20"},
        {"person_id": "w", "post_id": "s", "start_date": "2021-01-20", "on_behalf_of_id": "p", "area_id": "oh"},
        {"person_id": "w", "organization_id": "p"},
    ],
}


@pytest.fixture
def authority() -> editcheck.Authority:
    return parse_authority(FILE, "harbour.json")


def test_a_person_is_found_by_any_form_of_the_name(authority: editcheck.Authority) -> None:
    for name in ("Ann Adams", "Annie Adams", "ANN M. ADAMS"):
        found = authority.holder_named(name)
        assert found is not None
        assert found.id == "a"


def test_a_name_of_two_is_nobodys_unless_it_is_whole(authority: editcheck.Authority) -> None:
    assert authority.holder_named("Ruth C. Vance") is None
    assert authority.knows("Ruth C. Vance")
    whole = authority.holder_named("Ruth B. Vance")
    assert whole is not None
    assert whole.id == "w"


def test_a_surname_alone_is_nobodys(authority: editcheck.Authority) -> None:
    assert authority.holder_named("Adams") is None
    assert not authority.knows("Adams")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Ruth Vence", "Ruth Vance"),
        ("Ruth Vanec", "Ruth Vance"),
        ("Rudy Vance", None),
        ("Ruth Dance", None),
        ("Ruth Vance", None),
        ("Vence", None),
    ],
)
def test_a_name_is_near_where_one_longer_word_is_off_by_a_letter(
    authority: editcheck.Authority, name: str, near: str | None
) -> None:
    assert authority.holders["v"].near(name) == near


@pytest.mark.parametrize(
    "called", [("Harbours Secretary",), ("secretary", "Harbours"), ("secretary of state for harbours",)]
)
def test_an_office_is_found_by_its_words(authority: editcheck.Authority, called: tuple[str, ...]) -> None:
    assert [post.id for post in authority.posts_called(*called)] == ["h"]


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2009-12-01", []),
        ("2010-01-01", ["a"]),
        ("2014-06-02", ["a", "r"]),
        ("2014-06-10", ["r"]),
        ("2024-01-01", ["v"]),
    ],
)
def test_who_is_in_office_on_a_day_is_known_by_the_terms(
    authority: editcheck.Authority, day: str, holders: list[str]
) -> None:
    post = authority.posts["h"]
    assert [each.id for each in authority.in_office(post, date.fromisoformat(day))] == holders


def test_an_office_has_one_holder_at_a_time_where_its_terms_show_it(authority: editcheck.Authority) -> None:
    assert authority.one_at_a_time(authority.posts["h"])
    assert not authority.one_at_a_time(authority.posts["s"])


def test_party_and_area_are_the_terms(authority: editcheck.Authority) -> None:
    (term,) = authority.terms_of(authority.holders["w"], authority.posts["s"])
    assert (term.party, term.area) == ("Republican", "OH")


def test_days_after_the_last_are_not_spoken_of(authority: editcheck.Authority) -> None:
    assert authority.speaks_of(date(2024, 12, 31))
    assert not authority.speaks_of(date(2025, 1, 1))


def test_a_file_is_read_again_where_it_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(FILE), encoding="utf-8")
    first = authority_at(str(path))
    assert authority_at(str(path)) is first
    path.write_text(json.dumps(FILE | {"meta": {"name": "new"}}), encoding="utf-8")
    import os

    os.utime(path, ns=(1, 1))
    assert authority_at(str(path)).name == "new"


def changed(**parts: Any) -> str:
    return json.dumps(FILE | parts)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "no JSON: "),
        ("[]", "/: must be an object"),
        ("{}", "it has no persons and memberships"),
        (changed(persons={}), "/persons: must be a list"),
        (changed(persons=[{"name": "x"}]), "/persons/0: has no id"),
        (changed(persons=[{"id": "x"}]), "/persons/0: this person has no name"),
        (changed(persons=[{"id": 3}]), "/persons/0/id: must be a string"),
        (changed(persons=FILE["persons"] + FILE["persons"][:1]), "/persons/4: has the id of another, 'a'"),
        (changed(posts=[{"id": "h"}]), "/posts/0: this post has no label"),
        (
            changed(memberships=[{"person_id": "z", "post_id": "h"}]),
            "/memberships/0/person_id: there is no 'z'",
        ),
        (changed(memberships=[{"person_id": "a", "post_id": "z"}]), "/memberships/0/post_id: there is no 'z'"),
        (
            changed(memberships=[{"person_id": "a", "post_id": "h", "start_date": "May"}]),
            "/memberships/0/start_date: 'May' is no date (2024-10-24, 2024-10 or 2024)",
        ),
        (
            changed(memberships=[{"person_id": "a", "post_id": "h", "end_date": "2023-02-30"}]),
            "/memberships/0/end_date: '2023-02-30' is no date",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(editcheck.AuthorityError) as caught:
        editcheck.load_authority(path)
    assert str(caught.value).startswith(f"{path}: {problem}")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(editcheck.AuthorityError, match="there is no such file; `editcheck authority import` makes one"):
        editcheck.load_authority(tmp_path / "none.json")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff\xfe{}")
    with pytest.raises(editcheck.AuthorityError, match="byte 0 is not UTF-8"):
        editcheck.load_authority(tmp_path / "a.json")
