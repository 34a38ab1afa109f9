"""Profiles: kinds of article are judged by other settings, and say themselves which they are."""

from __future__ import annotations

from pathlib import Path

import pytest

import editcheck
from editcheck.config.profiles import profiles
from editcheck.host import rules
from editcheck.host.policy import profile_of

VAGUE = "Critics say the bridge is ugly. The old one stood for a century, and nobody minded its rust."
RULE = "attribution/vague-source"


def article(**said: str) -> editcheck.Article:
    return editcheck.Article.from_text(VAGUE, published="2024-10-24", **said)


def page(head: str) -> editcheck.Article:
    html = f"<!doctype html><html><head>{head}</head><body><article><h1>Ugly</h1><p>{VAGUE}</p></article></body></html>"
    return editcheck.read(html.encode())


def config(folder: Path, text: str) -> editcheck.Config:
    (folder / "editcheck.toml").write_text(text, encoding="utf-8")
    return editcheck.load_config(folder / "editcheck.toml")


def speaks(article: editcheck.Article, config: editcheck.Config | None = None) -> bool:
    return any(each.rule == RULE for each in editcheck.check(article, config).annotations)


def test_every_setting_of_a_profile_is_one_of_a_rule() -> None:
    known = {rule.id for rule in rules()}
    assert [name for table in profiles().values() for name in table if name not in known] == []


def test_there_is_a_profile_for_each_kind_that_sources_name() -> None:
    assert set(profiles()) == {"news", "opinion", "interview", "live", "court", "obituary"}


@pytest.mark.parametrize(
    ("head", "genre"),
    [
        ('<meta property="article:section" content="Opinion">', "opinion"),
        ('<meta name="section" content="Op-Ed">', "opinion"),
        ('<script type="application/ld+json">{"@type": "OpinionNewsArticle", "headline": "Ugly"}</script>', "opinion"),
        ('<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Ugly"}</script>', "live"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ugly", '
            '"articleSection": ["Culture", "Obituaries"]}</script>',
            "obituary",
        ),
        ('<meta property="article:section" content="Courts">', "court"),
        ('<meta property="article:section" content="Politics">', None),
        ("", None),
    ],
)
def test_pages_say_what_kind_of_article_they_have(head: str, genre: str | None) -> None:
    assert page(head).genre == genre


@pytest.mark.parametrize(
    "said",
    [
        '<tobject tobject.type="Opinion"/>',
        '<tobject><tobject.property tobject.property.type="op-ed"/></tobject>',
        '<docdata><fixture fix-id="columns"/></docdata>',
        '<pubdata position.section="Comment"/>',
        '<docdata><identified-content><classifier type="genre" value="Opinion"/></identified-content></docdata>',
    ],
)
def test_nitf_says_it_in_several_places(said: str) -> None:
    document = f"<nitf><head>{said}</head><body><body.content><p>{VAGUE}</p></body.content></body></nitf>"
    assert editcheck.read(document.encode(), format="nitf").genre == "opinion"


@pytest.mark.parametrize("genre", ['<genre qcode="genre:Interview"/>', "<genre><name>Q &amp; A</name></genre>"])
def test_newsml_has_genres(genre: str) -> None:
    item = (
        f'<newsItem guid="urn:1" xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>{genre}</contentMeta><contentSet>'
        f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{VAGUE}</p></body></html></inlineXML>'
        "</contentSet></newsItem>"
    )
    assert editcheck.read(item.encode()).genre == "interview"


def test_an_opinion_needs_no_source() -> None:
    assert speaks(page(""))
    assert not speaks(page('<meta property="article:section" content="Opinion">'))


def test_a_profile_can_be_given(tmp_path: Path) -> None:
    assert not speaks(article(), config(tmp_path, 'profile = "opinion"'))
    given = config(tmp_path, 'profile = "news"')
    assert speaks(page('<meta property="article:section" content="Opinion">'), given)


def test_a_profile_can_be_given_by_path(tmp_path: Path) -> None:
    given = config(tmp_path, '[paths."opinion/**"]\nprofile = "opinion"')
    assert not speaks(article(uri="opinion/bridge.txt"), given)
    assert speaks(article(uri="news/bridge.txt"), given)


def test_a_profile_has_its_own_rules_after_those_of_all(tmp_path: Path) -> None:
    given = config(tmp_path, f'profile = "opinion"\n[rules]\n"{RULE}" = "warning"')
    assert not speaks(article(), given)
    given = config(tmp_path, f'profile = "opinion"\n[profiles.opinion]\n"{RULE}" = "warning"')
    assert speaks(article(), given)


def test_a_newsroom_has_kinds_of_its_own(tmp_path: Path) -> None:
    given = config(tmp_path, f'profile = "satire"\n[profiles.satire]\n"{RULE}" = "off"')
    assert not speaks(article(), given)
    assert profile_of(article(), given) == "satire"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('profile = "opinoin"', r":1: profile: there is no profile 'opinoin'; did you mean 'opinion'"),
        ('[paths."a/**"]\nprofile = "satire"', r":2: .*there is no profile 'satire'"),
        ('[profiles.opinion]\n"dates/no-such" = "off"', r":2: .*there is no rule 'dates/no-such'"),
    ],
)
def test_what_there_is_not_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(editcheck.ConfigError, match=problem):
        config(tmp_path, text)


def test_the_command_takes_a_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from editcheck.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(VAGUE, encoding="utf-8")
    runner = CliRunner()
    assert RULE in runner.invoke(main, ["check", "a.txt"]).output
    assert RULE not in runner.invoke(main, ["check", "--profile", "opinion", "a.txt"]).output
    refused = runner.invoke(main, ["check", "--profile", "satire", "a.txt"])
    assert refused.exit_code == 2
    assert "there is no profile 'satire'" in refused.output
