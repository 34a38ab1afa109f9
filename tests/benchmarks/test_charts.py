"""The bar charts can be read: by eye without colour, and by a screen reader."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from charts import LABELS, bar_chart

SVG = "{http://www.w3.org/2000/svg}"
RESULTS = {
    "fact": "dates",
    "part": "check",
    "systems": {
        "editcheck": {"figures": {"value, F1": 80.0, "bare <days>": 90.5}},
        "Other & Sons": {"figures": {"value, F1": 40.0}},
    },
}


def drawn(names):
    return ET.fromstring(bar_chart(RESULTS, names))  # noqa: S314 - our own


def test_title_and_description_tell_all_that_is_drawn():
    picture = drawn(["value, F1", "bare <days>"])
    told = {picture.find(f"{SVG}{name}").get("id"): picture.find(f"{SVG}{name}").text for name in ("title", "desc")}
    assert set(picture.get("aria-labelledby").split()) == set(told)
    assert picture.get("role") == "img"
    assert told["desc"] == "value, F1: editcheck 80.0, Other & Sons 40.0; bare <days>: editcheck 90.5"


def test_every_figure_and_every_system_is_labelled_in_words():
    texts = [each.text for each in drawn(["value, F1", "bare <days>"]).iter(f"{SVG}text")]
    assert {"value, F1", "bare <days>", "editcheck", "Other & Sons", "80.0", "40.0", "90.5"} <= set(texts)


def test_a_bar_is_as_long_as_its_figure_and_filled_as_its_system_is():
    rectangles = drawn(["value, F1"]).iter(f"{SVG}rect")
    first, second = [each for each in rectangles if each.get("stroke") and each.get("x") == str(LABELS)]
    assert float(first.get("width")) == 2 * float(second.get("width"))
    assert first.get("fill") != second.get("fill")


def test_a_figure_that_nobody_has_is_left_out():
    texts = [each.text for each in drawn(["value, F1", "roles"]).iter(f"{SVG}text")]
    assert "roles" not in texts
