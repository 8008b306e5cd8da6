"""The command line: the only module that prints and exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from corpuslint.arguments import Command, parse
from corpuslint.errors import UsageError
from corpuslint.escape import escape


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 nothing found, 1 findings, 2 something is wrong."""
    arguments = parse(sys.argv[1:] if argv is None else argv)
    try:
        command: Command = arguments.command
        return command(arguments)
    except UsageError as error:
        print(f"corpuslint: {escape(str(error))}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("corpuslint: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


if __name__ == "__main__":
    raise SystemExit(main())
