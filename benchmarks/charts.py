"""Bar charts as SVG: a group of bars for every figure, a bar for every system, readable without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

WIDTH, LABELS, VALUE = 820, 330, 44  # of the picture, of the names at the left, of a number behind its bar
BAR, GAP, GROUP_GAP, TOP = 15, 3, 14, 62
FONT = "font-family='system-ui, sans-serif'"
INK, PAPER = "#1a1a1a", "#ffffff"

#: The parts of the corpora in words.
PARTS = {"work": "on the articles worked with", "check": "on the held-out articles", "all": "on all articles"}

#: How the bars of the systems are filled, editcheck's first: full, then patterns that differ in black and white.
FILLS = (INK, "url(#slanted)", "url(#dotted)", "url(#level)", PAPER)
PATTERNS = (
    "<pattern id='slanted' width='6' height='6' patternUnits='userSpaceOnUse' patternTransform='rotate(45)'>"
    f"<rect width='6' height='6' fill='{PAPER}'/><rect width='2.5' height='6' fill='{INK}'/></pattern>"
    "<pattern id='dotted' width='5' height='5' patternUnits='userSpaceOnUse'>"
    f"<rect width='5' height='5' fill='{PAPER}'/><circle cx='2.5' cy='2.5' r='1.2' fill='{INK}'/></pattern>"
    "<pattern id='level' width='5' height='5' patternUnits='userSpaceOnUse'>"
    f"<rect width='5' height='5' fill='{PAPER}'/><rect width='5' height='1.4' fill='{INK}'/></pattern>"
)


def bar_chart(results: Mapping[str, Any], names: Sequence[str]) -> str:
    """Draw the named figures of all systems in a results file; figures are per cent, and stand beside their bars.

    A figure that no system has is left out, and so is the bar of a system that does not tell one.
    """
    systems: Mapping[str, Any] = results["systems"]
    shown = [name for name in names if any(name in each["figures"] for each in systems.values())]
    group = len(systems) * (BAR + GAP) + GROUP_GAP
    height = TOP + len(shown) * group + GROUP_GAP
    title = f"{results['fact'].capitalize()}: {', '.join(systems)}"
    described = "; ".join(
        f"{name}: " + ", ".join(f"{system} {value:.1f}" for system, value in _values(systems, name)) for name in shown
    )
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height}' role='img' "
        "aria-labelledby='title desc'>",
        f"<title id='title'>{escape(title)}, per cent, {PARTS[results['part']]}</title>",
        f"<desc id='desc'>{escape(described)}</desc>",
        f"<defs>{PATTERNS}</defs>",
        f"<rect width='{WIDTH}' height='{height}' fill='{PAPER}'/>",
        _text(10, 24, f"{results['fact'].capitalize()}, per cent, {PARTS[results['part']]}", "font-weight='bold'"),
        *_legend(systems),
    ]
    for number, name in enumerate(shown):
        parts += _group(systems, name, TOP + number * group)
    return "\n".join([*parts, "</svg>", ""])


def _values(systems: Mapping[str, Any], name: str) -> list[tuple[str, float]]:
    return [(system, each["figures"][name]) for system, each in systems.items() if name in each["figures"]]


def _legend(systems: Mapping[str, Any]) -> list[str]:
    parts, left = [], 10
    for system, fill in zip(systems, FILLS, strict=False):
        parts += [_bar(left, 36, 22, fill), _text(left + 28, 48, system)]
        left += 28 + 9 * len(system) + 24
    return parts


def _group(systems: Mapping[str, Any], name: str, top: int) -> list[str]:
    """Draw one figure: its name at the left, the systems' bars below each other."""
    parts = [_text(LABELS - 10, top + 12, name, "text-anchor='end'")]
    for number, (system, fill) in enumerate(zip(systems, FILLS, strict=False)):
        value = systems[system]["figures"].get(name)
        if value is not None:
            at = top + number * (BAR + GAP)
            length = round((WIDTH - LABELS - VALUE) * value / 100, 1)
            parts += [_bar(LABELS, at, length, fill), _text(LABELS + length + 6, at + 12, f"{value:.1f}")]
    return parts


def _bar(left: float, top: float, length: float, fill: str) -> str:
    return f"<rect x='{left}' y='{top}' width='{length}' height='{BAR}' fill='{fill}' stroke='{INK}'/>"


def _text(left: float, baseline: float, words: str, more: str = "") -> str:
    attributes = f"x='{left}' y='{baseline}' font-size='13' {FONT} fill='{INK}'"
    return f"<text {attributes}{' ' + more if more else ''}>{escape(words)}</text>"
