"""`python -m editcheck`: the command, where it is not on the path."""

from __future__ import annotations

from editcheck.cli import main

if __name__ == "__main__":
    main(prog_name="editcheck")
