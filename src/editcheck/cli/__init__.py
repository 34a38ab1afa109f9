"""The command `editcheck`: one small module a subcommand, loaded when it is called.

`app` holds them together and turns errors into one line. `running` is what commands over files have in common: `inputs`
finds files, `reading` reads them, `output` writes. `settings` makes a configuration of the options, `completion`
completes rule ids and the like.
"""

from __future__ import annotations

from editcheck.cli.app import main

__all__ = ["main"]
