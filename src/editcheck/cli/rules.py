"""`editcheck rules`: which rules there are, and how they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.options import config_option, plugin_options

if TYPE_CHECKING:
    from editcheck.annotation import OptionValue, Rule, Severity
    from editcheck.cli.settings import Chosen
    from editcheck.config import Config
    from editcheck.reports.places import Json, JsonObject

__all__ = ["command", "rule_payload"]


@click.command("rules", short_help="List the rules, each with its severity.")
@click.option("--json", "as_json", is_flag=True, help="Write everything that is known of the rules as JSON.")
@config_option
@plugin_options
def command(as_json: bool, **chosen: Unpack[Chosen]) -> None:
    """List the rules, each with the severity that the configuration gives it."""
    from editcheck.cli.settings import configured
    from editcheck.host import rules

    config = configured(chosen)
    found = rules(config)
    severities = _severities(found, config)
    if as_json:
        from editcheck.reports.encoding import to_json

        click.echo(to_json([rule_payload(rule, severities[rule.id]) for rule in found], indent=2))
    else:
        _table(found, severities)


def _severities(rules: tuple[Rule, ...], config: Config) -> dict[str, Severity]:
    """Return how much each rule matters to an article that no override concerns."""
    from editcheck.article import Article
    from editcheck.host.policy import policy_for

    return {**policy_for(Article.from_text(""), rules, config).severities}


def _table(rules: tuple[Rule, ...], severities: dict[str, Severity]) -> None:
    from editcheck.cli.output import standard_surface
    from editcheck.reports.sheet import Sheet

    sheet = Sheet(standard_surface())
    family = ""
    for rule in rules:
        if rule.id.partition("/")[0] != family:
            family = rule.id.partition("/")[0]
            sheet.blank()
            sheet.line(family, "title")
        severity = severities[rule.id].value
        sheet.entry(f"  {severity}", f"{rule.id}: {rule.summary}", severity, 14)
    sheet.blank()
    sheet.line("`editcheck explain RULE` tells more of a rule, with examples.", "faint")
    click.echo(sheet.take(), nl=False)


def rule_payload(rule: Rule, severity: Severity) -> JsonObject:
    """Return all that is known of a rule as JSON values; `severity` is the one in force."""

    def value(given: OptionValue) -> Json:
        return [*given] if isinstance(given, tuple) else given

    return {
        "id": rule.id,
        "severity": severity.value,
        "defaultSeverity": rule.severity.value,
        "summary": rule.summary,
        "explanation": rule.explanation,
        "help": rule.help,
        "whenOff": rule.when_off,
        "options": [
            {"name": each.name, "default": value(each.default), "minimum": each.minimum, "help": each.help}
            for each in rule.options
        ],
    }
