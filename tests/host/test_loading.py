"""What is wrong with a plugin is said by name, with the near miss, and stops nobody else."""

from __future__ import annotations

import pytest

from editcheck import check
from editcheck.host.finder import Candidate, Origin
from editcheck.host.guard import PluginError
from editcheck.host.loading import load

RULE = """
import editcheck

def rule(id="house/word", good=(editcheck.Example("x"),), bad=(editcheck.Example("[[x]]"),), **more):
    given = dict(summary="s", explanation="e", severity=editcheck.Severity.WARNING, help="h") | more
    return editcheck.Rule(id=id, good=good, bad=bad, **given)

@editcheck.hookimpl
def editcheck_rules():
    return {rules}
"""


def problem_of(path: str) -> str:
    with pytest.raises(PluginError) as caught:
        load(Candidate("desk", Origin.FILE, path))
    assert caught.value.plugin == "desk"
    return caught.value.problem


def hook(signature: str, mark: str = "@editcheck.hookimpl") -> str:
    return f"import editcheck\n{mark}\ndef {signature}: return []"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import editcheck\ndef check(article): return []", "has no hooks: none of its functions is marked with"),
        (hook("editcheck_chek(article)"), "there is no hook 'editcheck_chek'; did you mean 'editcheck_check'?"),
        (hook("editcheck_rule()", mark=""), "there is no hook 'editcheck_rule'; did you mean 'editcheck_rules'?"),
        (hook("editcheck_check(article)", mark=""), "editcheck_check is not marked with @editcheck.hookimpl"),
        (
            hook("editcheck_check(articel)"),
            "editcheck_check has a parameter 'articel' that editcheck does not give "
            "(it gives article, facts, options); did you mean 'article'?",
        ),
        ("import editcheck\n@editcheck.hookimpl\nasync def editcheck_check(article): return []", "declared with async"),
        (hook("editcheck_check(*, article)"), "article would be given nothing; name the parameters, without *"),
        (hook("editcheck_check(article, **others)"), "**others would be given nothing"),
        (hook("editcheck_check(article, options=None)"), "options has a default value, so it would be given nothing"),
        (
            hook("check(article)", mark="@editcheck.hookimpl(specname='editcheck_chekc')"),
            "there is no hook 'editcheck_chekc'; did you mean 'editcheck_check'?",
        ),
        (
            "import editcheck\n@editcheck.hookimpl\ndef editcheck_rules():\n    raise LookupError('none')",
            "editcheck_rules failed: LookupError: none (",
        ),
        (RULE.format(rules="['word']"), "editcheck_rules gives str where editcheck.Rule belongs"),
        (RULE.format(rules="5"), "editcheck_rules gives int where editcheck.Rule belongs"),
        (RULE.format(rules="[rule(), rule()]"), "rule 'house/word' is declared 2 times"),
        (RULE.format(rules="[rule('word')]"), "rule 'word' has no proper id: it must be family/name"),
        (RULE.format(rules="[rule('House/Word')]"), "rule 'House/Word' has no proper id"),
        (RULE.format(rules="[rule(good=())]"), "rule 'house/word' has no good example"),
        (RULE.format(rules="[rule(bad=())]"), "rule 'house/word' has no bad example"),
        (
            RULE.format(rules="[rule(bad=[editcheck.Example('[[x]]')])]"),
            "bad is list where tuple[Example, ...] belongs",
        ),
        (RULE.format(rules="[rule(summary='')]"), "rule 'house/word' has no summary"),
        (RULE.format(rules="[rule(severity='warning')]"), "severity is str where Severity belongs"),
        (RULE.format(rules="[rule(bad=(editcheck.Example('x'),))]"), "marks no words with [[ and ]]"),
        (RULE.format(rules="[rule(bad=(editcheck.Example('[[x'),))]"), "does not pair its [[ and ]]"),
        (
            RULE.format(rules="[rule(options=(editcheck.Option('severity', 1, ''),))]"),
            "has an option called 'severity', which is what every rule has already",
        ),
        (
            RULE.format(rules="[rule(bad=(editcheck.Example('[[x]]', options=(('far', 1),)),))]"),
            "sets an option 'far' that the rule does not have",
        ),
    ],
)
def test_what_is_wrong_is_said(write_plugin, source, words) -> None:
    assert words in problem_of(write_plugin("desk", source=source))


def test_a_file_that_is_not_there(tmp_path) -> None:
    assert (
        problem_of(f"{tmp_path}/none.py")
        == f"cannot be imported: FileNotFoundError: there is no file {tmp_path}/none.py"
    )


@pytest.mark.parametrize("entry", ["", "./rules", "rules.txt/", "..", "house-style", "C:\\rules", "a b"])
def test_what_is_neither_a_file_nor_a_module(entry) -> None:
    with pytest.raises(PluginError) as caught:
        load(Candidate("desk", Origin.MODULE, entry))
    assert f"{entry!r} is neither a file that ends in .py nor a dotted module" in caught.value.problem


def test_an_object_that_is_built_in_is_no_plugin() -> None:
    with pytest.raises(PluginError, match="has no hooks"):
        load(Candidate("desk", Origin.MODULE, "builtins:len"))


def test_a_class_is_no_plugin() -> None:
    with pytest.raises(PluginError, match="OrderedDict is a class; name a module or an instance"):
        load(Candidate("desk", Origin.MODULE, "collections:OrderedDict"))


def test_a_rule_belongs_to_the_plugin_that_declares_it_first(article, write_plugin, config_with) -> None:
    first = write_plugin("first", source=RULE.format(rules="[rule()]"))
    second = write_plugin("second", source=RULE.format(rules="[rule()]"))
    (failure,) = check(article, config_with(first, second)).failures
    assert failure.plugin == "second"
    assert failure.message == "rule 'house/word' is already declared by plugin 'first'"


def test_a_name_belongs_to_the_plugin_that_has_it_first(article, write_plugin, config_with) -> None:
    path = write_plugin("dates")
    failure = next(each for each in check(article, config_with(path, ours=True)).failures if each.plugin == "dates")
    assert failure.message == f"{path} is not loaded: another plugin has its name"
