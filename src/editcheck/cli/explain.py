"""`editcheck explain`: what a rule is about, why, with its examples good and bad."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.completion import complete_rules
from editcheck.cli.options import config_option, plugin_options
from editcheck.explaining import USUAL_DAY, circumstances, toml_value

if TYPE_CHECKING:
    from editcheck.annotation import Example, Rule
    from editcheck.cli.settings import Chosen
    from editcheck.reports.passage import Part
    from editcheck.reports.sheet import Sheet

__all__ = ["command"]


@click.command("explain", short_help="Explain a rule, with examples.")
@click.argument("rule", shell_complete=complete_rules)
@config_option
@plugin_options
def command(rule: str, **chosen: Unpack[Chosen]) -> None:
    """Explain a rule: what it reports and why, its options, examples, and when to switch it off."""
    from editcheck.cli.output import standard_surface
    from editcheck.cli.settings import configured
    from editcheck.host import rules
    from editcheck.reports.sheet import Sheet

    found = _rule(rule, rules(configured(chosen)))
    sheet = Sheet(standard_surface())
    _explain(sheet, found)
    click.echo(sheet.take(), nl=False)


def _rule(name: str, rules: tuple[Rule, ...]) -> Rule:
    """Return the rule of an id, or of a name that only one family has. Raises `UsageError` with the near misses."""
    from editcheck.near import nearest

    matches = [rule for rule in rules if name in (rule.id, rule.id.partition("/")[2])]
    if len(matches) == 1:
        return matches[0]
    ids = [rule.id for rule in rules]
    near = [rule.id for rule in matches] or [each for each in ids if each.startswith(f"{name}/")]
    near = near or nearest(name, ids, most=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `editcheck rules` lists them all"
    raise click.UsageError(f"there is no rule {name!r}{hint}")


def _explain(sheet: Sheet, rule: Rule) -> None:
    sheet.entry(rule.severity.value, rule.id, rule.severity.value)
    sheet.line(rule.summary)
    sheet.blank()
    for paragraph in rule.explanation.split("\n\n"):
        sheet.line(" ".join(paragraph.split()))
        sheet.blank()
    if rule.help:
        sheet.entry("advice:", rule.help, "repair")
        sheet.blank()
    _options(sheet, rule)
    day = f"where nothing else is said, published {USUAL_DAY}"
    _examples(sheet, f"Reported ({day})", rule.bad, rule.severity.value)
    _examples(sheet, "Left alone", rule.good, "related")
    if rule.when_off:
        sheet.line("When to switch it off", "title")
        sheet.line(rule.when_off)
        sheet.blank()
    sheet.line("In editcheck.toml", "title")
    with sheet.indented():
        sheet.line(f'[rules."{rule.id}"]')
        sheet.line(f'severity = "{rule.severity.value}"')


def _options(sheet: Sheet, rule: Rule) -> None:
    if not rule.options:
        return
    sheet.line("Options", "title")
    with sheet.indented():
        for option in rule.options:
            sheet.line(f"{option.name} = {toml_value(option.default)}")
            with sheet.indented():
                sheet.line(option.help, "faint")
    sheet.blank()


def _examples(sheet: Sheet, title: str, examples: tuple[Example, ...], style: str) -> None:
    if not examples:
        return
    sheet.line(title, "title")
    with sheet.indented():
        for example in examples:
            for block in example.text.split("\n\n"):
                sheet.passage(_parts(block), style)
            told = [example.note, *circumstances(example)]
            if any(told):
                sheet.line("; ".join(each for each in told if each), "faint")
            sheet.blank()


def _parts(text: str) -> list[Part]:
    """Cut an example at its marks: `[[` and `]]` stand around the words that are reported."""
    from editcheck.reports.passage import Part, clean

    parts = []
    for number, stretch in enumerate(text.split("[[")):
        marked, closed, rest = stretch.partition("]]")
        if number and closed:
            parts += [Part(clean(marked), marked=True), Part(clean(rest))]
        else:
            parts.append(Part(clean(f"[[{stretch}" if number else stretch)))
    return [part for part in parts if part.text]
