"""What the settings make of the rules: on, off, severity, options, by rule, by family and by path."""

from __future__ import annotations

import pytest

from editcheck import Article, Config, Example, Option, Rule, Severity
from editcheck.config import PathOverride, RuleSetting
from editcheck.host.policy import policy_for


def rule(id: str, severity: Severity = Severity.WARNING) -> Rule:
    options = (Option("words", 50, "how far"),)
    return Rule(id, "s", "e", severity, "h", (Example("x"),), (Example("[[x]]"),), options)


RULES = (rule("roles/late-role"), rule("roles/name-variant"), rule("dates/date-style", Severity.OFF))
OFF, SUGGESTION, WARNING, ERROR = Severity.OFF, Severity.SUGGESTION, Severity.WARNING, Severity.ERROR


def severities(config: Config, uri: str | None = None) -> list[Severity]:
    policy = policy_for(Article.from_text("x", uri=uri), RULES, config)
    return [policy.severities[each.id] for each in RULES]


def to(severity: Severity | None = None, **options: int) -> RuleSetting:
    return RuleSetting(severity, options)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (Config(), [WARNING, WARNING, OFF]),
        (Config(rules={"roles/late-role": to(ERROR)}), [ERROR, WARNING, OFF]),
        (Config(rules={"roles/late-role": to(OFF)}), [OFF, WARNING, OFF]),
        (Config(rules={"roles/late-role": to(words=3)}), [WARNING, WARNING, OFF]),
        (Config(rules={"roles": to(ERROR)}), [ERROR, ERROR, OFF]),
        (Config(rules={"roles/*": to(ERROR), "roles/late-role": to(SUGGESTION)}), [SUGGESTION, ERROR, OFF]),
        (Config(rules={"dates/date-style": to(ERROR)}), [WARNING, WARNING, ERROR]),
        (Config(select=("roles",)), [WARNING, WARNING, OFF]),
        (Config(select=("roles/late-role",)), [WARNING, OFF, OFF]),
        (Config(select=("dates/date-style",)), [OFF, OFF, SUGGESTION]),
        (Config(select=("dates",)), [OFF, OFF, OFF]),
        (Config(select=("dates/date-style",), rules={"dates": to(OFF)}), [OFF, OFF, OFF]),
        (Config(ignore=("roles/*",)), [OFF, OFF, OFF]),
        (Config(select=("roles",), ignore=("roles/late-role",)), [OFF, WARNING, OFF]),
    ],
)
def test_severities(config, expected) -> None:
    assert severities(config) == expected


def test_paths_override_in_their_order() -> None:
    overrides = (
        PathOverride("opinion/**", {"roles": to(OFF)}),
        PathOverride("opinion/*.html", {"roles/name-variant": to(ERROR)}),
    )
    config = Config(rules={"roles": to(SUGGESTION)}, paths=overrides)
    assert severities(config, "/site/news/a.html") == [SUGGESTION, SUGGESTION, OFF]
    assert severities(config, "/site/opinion/2024/a.html") == [OFF, OFF, OFF]
    assert severities(config, "opinion/a.html") == [OFF, ERROR, OFF]


def test_rules_are_chosen_by_path_too() -> None:
    overrides = (
        PathOverride("opinion/**", ignore=("roles/late-role",)),
        PathOverride("wire/**", select=("dates/date-style",), ignore=("roles",)),
    )
    config = Config(select=("roles",), paths=overrides)
    assert severities(config, "news/a.html") == [WARNING, WARNING, OFF]
    assert severities(config, "opinion/a.html") == [OFF, WARNING, OFF]
    assert severities(config, "wire/a.html") == [OFF, OFF, SUGGESTION]


@pytest.mark.parametrize(
    ("glob", "uri", "matches"),
    [
        ("opinion/*.html", "/a/opinion/x.html", True),
        ("opinion/*.html", "/a/opinion/b/x.html", False),
        ("opinion/**/*.html", "/a/opinion/x.html", True),
        ("opinion/**/*.html", "/a/opinion/b/c/x.html", True),
        ("opinion/*.html", "/a/myopinion/x.html", False),
        ("*.xml", "C:\\desk\\a.xml", True),
        ("a?.xml", "ab.xml", True),
        ("a?.xml", "a/.xml", False),
        ("a+(b).xml", "a+(b).xml", True),
        ("*.html", None, False),
        ("opinion\\**", "C:\\desk\\opinion\\a.xml", True),
        ("C:\\desk\\*", "C:\\desk\\a.xml", True),
        ("a\nb/*", "x/a\nb/c.txt", True),
        ("[", "[", True),
    ],
)
def test_globs(glob, uri, matches) -> None:
    config = Config(paths=(PathOverride(glob, {"roles": to(ERROR)}),))
    assert (severities(config, uri)[0] is ERROR) is matches


@pytest.mark.parametrize(
    ("glob", "started_in", "name", "matches"),
    [
        ("opinion/**", "opinion", "a.txt", True),
        ("opinion/**", "opinion/2024", "../a.txt", True),
        ("opinion/**", "opinion/2024", "a.txt", True),
        ("opinion/*", "opinion/2024", "a.txt", False),
        ("opinion/**", "news", "a.txt", False),
        ("opinion/desk/**", "news", "a.txt", False),
        ("*/a.txt", ".", "./opinion/a.txt", True),
    ],
)
def test_globs_count_from_the_folder_of_the_file_that_has_them(
    tmp_path, monkeypatch, glob, started_in, name, matches
) -> None:
    desk = tmp_path / "opinion" / "desk"
    (desk / started_in).mkdir(parents=True)
    monkeypatch.chdir(desk / started_in)
    config = Config(paths=(PathOverride(glob, {"roles": to(ERROR)}, str(desk)),))
    assert (severities(config, name)[0] is ERROR) is matches


def test_a_plugin_gets_the_options_of_its_own_rules() -> None:
    config = Config(
        rules={"roles/late-role": to(words=3), "dates/date-style": to(words=9)},
        paths=(PathOverride("*.xml", {"roles/late-role": to(words=4)}),),
    )
    late, variant, style = RULES
    for uri, words in (("a.html", 3), ("a.xml", 4)):
        options = policy_for(Article.from_text("x", uri=uri), RULES, config).options_for([late, variant])
        assert options.number(late, "words") == words
        assert options.number(variant, "words") == 50
        assert style.id not in options.values
        assert options.enabled(late)
    assert not policy_for(Article.from_text("x"), RULES, Config(ignore=("roles",))).options_for([late]).enabled(late)
