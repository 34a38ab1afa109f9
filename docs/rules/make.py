"""Write docs/rules/: a page for each rule, of what `editcheck explain` tells. A test keeps them true."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from editcheck.explaining import circumstances, toml_value
from editcheck.host import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.annotation import Example, Rule

FOLDER = Path(__file__).resolve().parent
FAMILIES = {
    "acronyms": "Is every short form explained once, at its first use?",
    "attribution": "Is every quotation and claim somebody's, and has the reader met that somebody?",
    "dates": "Does every date hold against the day of publication?",
    "roles": "Is one person one thing throughout, and one name spelt one way?",
}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")


def pages() -> dict[str, str]:
    """Return the pages by their names below docs/rules."""
    known = [rule for rule in rules() if rule.id.partition("/")[0] in FAMILIES]
    made = {f"{rule.id}.md": page(rule) for rule in known}
    return {"README.md": index(known), **made}


def index(known: list[Rule]) -> str:
    """Return the page that lists all rules."""
    lines = [
        "# Rules",
        "",
        "What editcheck reports, and how much it matters unless the",
        "[configuration](../configuration.md) says otherwise.",
        "`editcheck explain RULE` shows the same pages on the terminal.",
    ]
    for family, question in FAMILIES.items():
        lines += ["", f"## {family}", "", question, "", "| rule | | what it reports |", "|---|---|---|"]
        for rule in known:
            if rule.id.startswith(f"{family}/"):
                name = rule.id.partition("/")[2]
                lines.append(f"| [{name}]({rule.id}.md) | {rule.severity.value} | {escaped(rule.summary)} |")
    return "\n".join(lines) + "\n"


def page(rule: Rule) -> str:
    """Return the page of one rule."""
    lines = [f"# {rule.id}", "", f"**{escaped(rule.summary)}** ({rule.severity.value})", ""]
    lines += [f"{escaped(' '.join(each.split()))}\n" for each in rule.explanation.split("\n\n")]
    lines += [f"*Advice:* {escaped(rule.help)}", ""]
    lines += ["## Reported", "", *examples(rule.bad), "## Left alone", "", *examples(rule.good)]
    if rule.options:
        lines += ["## Options", "", "| option | default | |", "|---|---|---|"]
        lines += [f"| `{each.name}` | `{toml_value(each.default)}` | {escaped(each.help)} |" for each in rule.options]
        lines.append("")
    if rule.when_off:
        lines += ["## When to switch it off", "", escaped(rule.when_off), ""]
    lines += ["```toml", f'[rules."{rule.id}"]', f'severity = "{rule.severity.value}"', "```"]
    return "\n".join(lines) + "\n"


def examples(shown: tuple[Example, ...]) -> Iterator[str]:
    """Yield the lines of some examples; the words that are reported stand in bold, in HTML between [[ and ]]."""
    for example in shown:
        if example.html:
            yield from ("```html", example.text, "```")
        else:
            yield from ("> " + marked(block) + ("\n>" if more else "") for block, more in blocks(example.text))
        yield ""
        told = [example.note, *circumstances(example)]
        if any(told):
            yield f"{escaped('; '.join(each for each in told if each))}\n"


def blocks(text: str) -> Iterator[tuple[str, bool]]:
    """Yield an example's blocks, each with whether another comes."""
    parts = text.split("\n\n")
    yield from ((" ".join(part.split()), number < len(parts)) for number, part in enumerate(parts, 1))


def marked(text: str) -> str:
    """Return text with the words between [[ and ]] in bold."""
    parts = re.split(r"\[\[(.*?)\]\]", text)
    return "".join(f"**{escaped(part)}**" if number % 2 else escaped(part) for number, part in enumerate(parts))


def escaped(text: str) -> str:
    """Return text in which Markdown finds no marks of its own."""
    return _MARKDOWN.sub(r"\\\1", text)


def write() -> None:
    """Write all pages, and remove those of rules that are no more."""
    made = pages()
    for name, text in made.items():
        path = FOLDER / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in FOLDER.rglob("*.md"):
        if path.relative_to(FOLDER).as_posix() not in made:
            path.unlink()


if __name__ == "__main__":
    write()
