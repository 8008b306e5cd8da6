"""The command line: the only module that prints and exits."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from corpuslint.arguments import parse
from corpuslint.errors import UsageError
from corpuslint.escape import escape

_ALLOCATIONS = 100_000
"""New objects between two looks of the garbage collector: little here is cyclic, and looking is dear."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 nothing found, 1 findings, 2 something is wrong."""
    _prepare_streams()
    gc.set_threshold(_ALLOCATIONS)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start one for each processor, for nothing
    arguments = parse(sys.argv[1:] if argv is None else argv)
    try:
        command = import_module(f"corpuslint.commands.{arguments.command}")
        gc.freeze()  # what is loaded by now stays; the collector need not look through it again and again
        code: int = command.run(arguments)
        sys.stdout.flush()
        gc.freeze()  # nor when Python ends
    except UsageError as error:
        return _fail(*error.reasons)
    except KeyboardInterrupt:
        print("corpuslint: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output has gone: nothing is left to say
        _drop_output()
        return 141
    except OSError as error:
        _drop_output()
        return _fail(str(error))
    except (Exception, SystemExit) as error:  # left to Python the exit code could be 1, which means findings, or 0
        _show_trace()
        return _fail(f"this is a bug in corpuslint, please report it: {type(error).__name__}: {error}")
    return code


def _prepare_streams() -> None:
    """Output is UTF-8 with ``\\n``, whatever the system prefers. A stream that is closed (``2>&-``) is an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 (open to the end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _fail(*reasons: str) -> int:
    for reason in reasons:
        print(f"corpuslint: {escape(reason)}", file=sys.stderr)
    return 2


def _show_trace() -> None:
    import traceback  # noqa: PLC0415 (rarely needed)

    for line in traceback.format_exc().split("\n"):
        print(f"    {escape(line)}".rstrip(), file=sys.stderr)


def _drop_output() -> None:
    """What is still to be written goes nowhere: at exit Python would fail on it once more."""
    with contextlib.suppress(OSError):  # not every stream is a file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    raise SystemExit(main())
