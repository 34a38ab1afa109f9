"""A dismissal outlives edits elsewhere, and ends when the facts behind it change: what fingerprints are for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import editcheck
from editcheck import Article, Config, Example, Rule, Severity
from editcheck.config import RuleSetting
from editcheck.host import rules
from editcheck.marked import read_example

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "harbour-crossing.html"
#: A paragraph that says nothing that any rule could be about.
NEUTRAL = "It rained all morning."


def _alone(rule: Rule, example: Example, folder: Path) -> Config:
    severity = Severity.WARNING if rule.severity is Severity.OFF else rule.severity
    config = Config(rules={rule.id: RuleSetting(severity, dict(example.options))}, select=(rule.id,))
    if not example.authority:
        return config
    path = folder / "authority.json"
    path.write_text(example.authority, encoding="utf-8")
    return replace(config, authority=(str(path),))


def _article(example: Example, *, before: str = "", behind: str = "") -> Article:
    """Return the article of an example, with a paragraph of its own before (below the headline) or behind it."""
    if not example.html:
        text = "\n\n".join(part for part in (before, example.text, behind) if part)
    else:
        head, end, body = example.text.rpartition("</h1>")
        paragraphs = [f"<p>{words}</p>" if words else "" for words in (before, behind)]
        text = f"{head}{end}{paragraphs[0]}{body}{paragraphs[1]}"
    return read_example(replace(example, text=text))[0]


def _by_words(article: Article, config: Config) -> dict[str, str]:
    return {article[each.span]: each.fingerprint for each in editcheck.check(article, config).annotations}


def _fingerprints(article: Article, config: Config | None = None) -> dict[str, str]:
    return {each.fingerprint: each.message for each in editcheck.check(article, config).annotations}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_paragraph_before_or_behind_changes_no_fingerprint(rule: Rule, tmp_path: Path) -> None:
    for example in rule.bad:
        config = _alone(rule, example, tmp_path)
        plain = _by_words(_article(example), config)
        for edited in (_article(example, before=NEUTRAL), _article(example, behind=NEUTRAL)):
            found = _by_words(edited, config)
            assert {words: plain[words] for words in found} == found, example.text


def test_a_paragraph_anywhere_in_an_article_changes_no_fingerprint() -> None:
    source = EXAMPLE.read_text(encoding="utf-8")
    plain = _fingerprints(editcheck.read(source.encode(), format="html"))
    assert len(plain) > 10
    places = [at for at in range(len(source)) if source.startswith("<p>", at)]
    for at in places[1:]:
        edited = f"{source[:at]}<p>{NEUTRAL}</p>\n{source[at:]}"
        found = _fingerprints(editcheck.read(edited.encode(), format="html"))
        assert {key: plain[key] for key in plain.keys() - found.keys()} == {}, source[at : at + 60]


@pytest.mark.parametrize(
    ("rule", "text", "changed"),
    [
        ("acronyms/undefined", "Two men of the HSBT came.", "Two men of the HSCT came."),
        (
            "acronyms/unlinked-expansion",
            "The Fresh Water Relief Committee has left. Trucks of the FWRC were seen.",
            "The Fresh Wheat Relief Committee has left. Trucks of the FWRC were seen.",
        ),
        (
            "attribution/unattributed-quote",
            "The ferry did not run.\n\n“We had no warning at all from the council.”\n\nThe council meets again.",
            "The ferry did not run.\n\n“Nobody told us about it in all of that week.”\n\nThe council meets again.",
        ),
        (
            "attribution/unidentified-source",
            "The ferry stayed in port. Mr. Lind said that he had not been warned.",
            "The ferry stayed in port. Mr. Dahl said that he had not been warned.",
        ),
        ("dates/weekday-mismatch", "They met on Tuesday, 16 October 2024.", "They met on Friday, 16 October 2024."),
        ("dates/weekday-mismatch", "They met on Tuesday, 16 October 2024.", "They met on Tuesday, 17 October 2024."),
        ("dates/impossible-date", "They met on 31 November.", "They met on 31 June."),
        (
            "roles/conflicting-status",
            "Former prime minister Mara Lind spoke. Later the prime minister, Mara Lind, left.",
            "Former prime minister Jo Dahl spoke. Later the prime minister, Jo Dahl, left.",
        ),
    ],
)
def test_other_facts_have_another_fingerprint(rule: str, text: str, changed: str) -> None:
    config = replace(Config(), select=(rule,))
    before, after = (_fingerprints(Article.from_text(each, published="2024-10-24"), config) for each in (text, changed))
    assert before
    assert after
    assert not before.keys() & after.keys()


def test_equal_ones_are_told_apart_by_their_number() -> None:
    text = "They met on 31 November.\n\nThey met again on 31 November."
    found = editcheck.check(Article.from_text(text), Config(select=("dates/impossible-date",))).annotations
    assert len({each.fingerprint for each in found}) == len(found) == 2
