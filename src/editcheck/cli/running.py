"""A run over files, as `check` and `facts` make it: read them, write what comes of them, end with the exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypedDict

from editcheck.cli.exits import exit_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import click

    from editcheck.article import Article
    from editcheck.cli.reading import Reader
    from editcheck.config import Config
    from editcheck.reports.base import Surface

__all__ = ["Streams", "run"]


class Streams(TypedDict):
    """What options say of what comes in and goes out: `options.input_options` and `output_options`."""

    input_format: str | None
    published: str | None
    encoding: str | None
    output: str | None
    color: str
    validate: bool


def run(
    ctx: click.Context,
    paths: tuple[str, ...],
    config: Config,
    streams: Streams,
    render: Callable[[Iterator[Article], Reader, Surface], Iterable[str]],
    *,
    for_people: bool,
) -> None:
    """Read the files that arguments name, write the chunks that `render` makes of their articles, and exit.

    `render` adds to the reader's exit codes, and tells it which files are finished. `for_people` is as in `Renderer`.
    """
    from editcheck.cli.inputs import find_inputs
    from editcheck.cli.output import open_output, surface_of
    from editcheck.cli.progress import Progress
    from editcheck.cli.reading import Reading, reader_for

    found = find_inputs(paths)
    progress = Progress(sys.stderr, len(found.inputs))
    reading = Reading(
        input_format=streams["input_format"], published=streams["published"], encoding=streams["encoding"]
    )
    reader = reader_for(ctx, config, reading, progress)
    output = streams["output"]
    surface = surface_of(output, streams["color"], sys.stdout, os.environ)
    with open_output(output, found, text=for_people, before=progress.clear) as out:
        for chunk in render(reader.read(found), reader, surface):
            out.write(chunk)
    progress.clear()
    ctx.exit(exit_code(reader.codes))
