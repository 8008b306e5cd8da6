"""Runs the command it is given until its standard input ends, which it does however the process at its other end ends.

A program of its own: a server must not outlive the run that started it, even where that was killed.
"""

import subprocess
import sys
import threading


def keep(command: list[str]) -> int:
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as server:
        threading.Thread(target=end_with_input, args=(server,), daemon=True).start()
        return server.wait()


def end_with_input(server: subprocess.Popen[bytes]) -> None:
    sys.stdin.buffer.read()
    server.terminate()


if __name__ == "__main__":
    sys.exit(keep(sys.argv[1:]))
