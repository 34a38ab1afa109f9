"""`editcheck fix`: makes the repairs that annotations suggest, or shows them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.exits import FAILED, FOUND, REFUSED, exit_code
from editcheck.cli.options import config_option, input_options, plugin_options, select_options

if TYPE_CHECKING:
    from pathlib import Path

    from editcheck.annotation import Annotation
    from editcheck.article import SourceRange
    from editcheck.cli.inputs import Input
    from editcheck.cli.reading import Reader, Reading
    from editcheck.cli.settings import Chosen
    from editcheck.formats.base import Format
    from editcheck.repairs import Fixed, Repair
    from editcheck.report import Report

    class _Options(Chosen, Reading):
        """What the options say that other commands have too."""


__all__ = ["command"]


@click.command("fix", short_help="Make the repairs that annotations suggest.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(readable=False, allow_dash=True))
@click.option("--diff", is_flag=True, help="Show what would be changed, as a unified diff, and change nothing.")
@click.option("--unsafe", is_flag=True, help="Make repairs too that are to be confirmed, where there is but one.")
@click.option(
    "--confirm",
    "confirmed",
    multiple=True,
    metavar="FINGERPRINT[=N]",
    help="Make the repair (the N-th one) of the annotation whose fingerprint begins so. May be repeated.",
)
@input_options
@config_option
@select_options
@plugin_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    diff: bool,
    unsafe: bool,
    confirmed: tuple[str, ...],
    **given: Unpack[_Options],
) -> None:
    """Make the repairs that are safe, in the files themselves: nothing else in them is touched.

    What is to be confirmed is listed, each with what to say to make it. Of standard input (-), the mended article goes
    to standard output. The exit code is 0 where all went well, with --diff 1 where there is something to change.
    """
    from editcheck.cli.inputs import find_inputs
    from editcheck.cli.progress import Progress
    from editcheck.cli.reading import Reading, reader_for
    from editcheck.cli.settings import configured

    config = configured(given)
    found = find_inputs(paths)
    reading = Reading(input_format=given["input_format"], published=given["published"], encoding=given["encoding"])
    reader = reader_for(ctx, config, reading, Progress(sys.stderr, len(found.inputs)))
    for problem in found.problems:
        reader.tell(problem, REFUSED)
    mending = _Mending(reader, diff, unsafe, _confirmations(confirmed))
    for each in found.inputs:
        mending.mend(each)
        reader.progress.finish(each.name)
    reader.progress.clear()
    for fingerprint in [each for each in mending.confirmed if each not in mending.followed]:
        reader.tell(f"--confirm: no annotation has the fingerprint {fingerprint}", REFUSED)
    ctx.exit(exit_code(reader.codes))


def _confirmations(values: tuple[str, ...]) -> dict[str, int]:
    """Return the number of the repair by fingerprint. Raises `UsageError`."""
    confirmed = {}
    for value in values:
        fingerprint, equals, number = value.partition("=")
        if not fingerprint or (equals and not number.isascii()) or (equals and not number.isdigit()):
            raise click.UsageError(f"--confirm: {value!r} is not FINGERPRINT or FINGERPRINT=N")
        confirmed[fingerprint.lower()] = int(number) if equals else 1
    return confirmed


@dataclass
class _Mending:
    """Mends file after file. `followed` are the confirmations that an annotation was found for."""

    reader: Reader
    diff: bool
    unsafe: bool
    confirmed: dict[str, int]
    followed: set[str] = field(default_factory=set)

    def mend(self, each: Input) -> None:
        """Mend a file, or show how it would be, and tell what was done."""
        fixed = self.reader.attempt(each, lambda formats: self._fixed(each, formats), self.reader.formats)
        if fixed is None:
            return
        self.followed |= fixed.followed
        if any(report.failures for report in fixed.reports):
            self.reader.codes.add(FAILED)
        self.reader.progress.clear()
        if self.diff:
            self._show(each, fixed)
        elif not self._write(each, fixed):
            return
        if not fixed.settled:
            self.reader.tell(f"{each.name}: repairs undo one another; make them one by one with --confirm", FAILED)

    def _fixed(self, each: Input, formats: tuple[Format, ...]) -> Fixed | None:
        from editcheck.repairs import ConfirmationError, fix

        try:
            return fix(
                each.source,
                unsafe=self.unsafe,
                confirmed=self.confirmed,
                config=self.reader.config,
                formats=formats,
                **self.reader.said,
            )
        except ConfirmationError as error:
            self.reader.tell(f"{each.name}: --confirm {error}", REFUSED)
        return None

    def _show(self, each: Input, fixed: Fixed) -> None:
        from editcheck.repairs.diff import unified

        if fixed.made:
            self.reader.codes.add(FOUND)
        click.echo(unified(fixed.before.text, fixed.after.text, each.name), nl=False)
        self._tell_left(fixed, each.name)

    def _write(self, each: Input, fixed: Fixed) -> bool:
        """Write a mended article and tell what was done; False where it could not be written, which is told."""
        if each.path is None:
            sys.stdout.buffer.write(fixed.after.raw)
            sys.stdout.buffer.flush()
        elif fixed.made and (problem := _replaced(each.path, fixed)):
            self.reader.tell(f"{each.name}: {problem}", REFUSED)
            return False
        for repair in fixed.made:
            click.echo(_made(repair, each.name), err=each.path is None)
        self._tell_left(fixed, each.name)
        return True

    def _tell_left(self, fixed: Fixed, name: str) -> None:
        """List what is to be confirmed; beside an article or a diff, on standard error."""
        for report in fixed.reports:
            for annotation in report.annotations:
                if annotation in fixed.left:
                    click.echo(_to_confirm(annotation, report, name), err=self.diff or name == "<stdin>")


def _replaced(path: Path, fixed: Fixed) -> str:
    """Write a mended article into its file; return what kept it from that, "" where nothing did."""
    from editcheck.cli.replacing import ChangedError, replace_file

    try:
        replace_file(path, fixed.after.raw, before=fixed.before.raw)
    except ChangedError:
        return "was changed by somebody else meanwhile, and left alone; run `editcheck fix` again"
    except OSError as error:
        return f"cannot be written: {error.strerror}"
    return ""


def _made(repair: Repair, name: str) -> str:
    return f"{_place(repair.replacements[0].place, name)}: {repair.suggestion.message} [{repair.annotation.rule}]"


def _to_confirm(annotation: Annotation, report: Report, name: str) -> str:
    runs = report.article.locate(annotation.span)
    place = _place(runs[0], name) if runs else name
    suggestions = [each.message for each in annotation.suggestions]
    offered = " / ".join(f"{each} ={number}" for number, each in enumerate(suggestions, 1))
    told = suggestions[0] if len(suggestions) == 1 else offered
    return f"{place}: to be confirmed: {told} [{annotation.rule}] --confirm {annotation.fingerprint}"


def _place(place: SourceRange, name: str) -> str:
    return f"{name}:{place.line}:{place.column}"
