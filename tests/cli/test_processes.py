"""What only shows between processes: jobs, signals, closed pipes, workers that die."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.running import Run, Start

RULES = ("--select", "PW101,EN")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

TEXTS = [
    "The harbour was quiet on Monday.\n\nSign in to continue reading this story.\n",
    "naïve 😀 日本 caf\ufffd, and then Sign in to continue.\r\nSign in to continue\r\n",
    "Many experts believe that it was so.\u200b Everyone knows it.\n",
    "An ordinary paragraph that gives nobody a reason to complain, told at some length and without haste.\n" * 40,
]


def rows(count: int) -> bytes:
    """Records of which one in ten has something to find."""
    texts = [*TEXTS[:3], *TEXTS[3:] * 27]
    made = ({"id": i, "text": texts[i % len(texts)]} for i in range(count))
    return b"".join(json.dumps(row, ensure_ascii=row["id"] != 1).encode() + b"\n" for row in made)


@pytest.fixture
def big(tmp_path: Path) -> str:
    """A file that takes some seconds, so that a signal meets a run at work; a cache knows most of it."""
    (tmp_path / "big.jsonl").write_bytes(rows(300) * 80)
    return "big.jsonl"


@pytest.fixture
def corpus(tmp_path: Path) -> None:
    for number in range(600):
        (tmp_path / f"{number}.{('txt', 'md')[number % 2]}").write_text(TEXTS[number % 4], encoding="utf-8")
    (tmp_path / "records.jsonl").write_bytes(rows(900) + b"not json\n" * 300 + rows(50))
    (tmp_path / "records.jsonl.gz").write_bytes(gzip.compress(rows(150)))
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("other", [("--jobs", "3"), ("--jobs", "2", "--no-cache"), ("--no-scanner",)], ids=" ".join)
def test_the_same_bytes(other: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    """However many processes and whichever engine: the findings do not depend on it."""
    if "--no-scanner" in other:  # slow
        (tmp_path / "records.jsonl").unlink()
    written = []
    for how in (("--jobs", "1"), other):
        result = run(*RULES, *how, "--format", "jsonl", "--format", "full=full.out", ".")
        assert result.code == 2
        written.append((result.out, (tmp_path / "full.out").read_bytes()))
    assert len(written[0][0].splitlines()) > 600
    assert written[0] == written[1]


def test_standard_output_is_utf_8_whatever_the_system_prefers(start: Start) -> None:
    process = start(
        *RULES, "--format", "full", "-", stdin=subprocess.PIPE, PYTHONIOENCODING="latin-1", PYTHONUTF8="0", LC_ALL="C"
    )
    out, _ = process.communicate(TEXTS[1].encode())
    assert "1 | naïve 😀 日本 caf\ufffd" in out.decode("utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
def test_an_interrupt_ends_quietly(jobs: str, big: str, start: Start, tmp_path: Path) -> None:
    process = start(*RULES, "--no-cache", "--jobs", jobs, "--format", "jsonl=found.jsonl", big)
    wait_for_file(tmp_path)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (130, b"", b"corpuslint: interrupted\n")
    assert [file.name for file in tmp_path.iterdir()] == [big]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_ends_quietly(jobs: str, big: str, start: Start) -> None:
    process = start(*RULES, "--jobs", jobs, big)
    assert process.stdout is not None
    assert process.stdout.read(10) == b"big.jsonl:"
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(timeout=120) == 141


def test_a_closed_pipe_after_a_short_output(start: Start) -> None:
    read, write = os.pipe()
    os.close(read)
    process = start("rule", "PW101", stdout=write)
    os.close(write)
    _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (141, b"")


@LINUX
def test_a_killed_worker_is_an_error(big: str, start: Start, tmp_path: Path) -> None:
    process = start(*RULES, "--no-cache", "--jobs", "2", "--format", "jsonl=found.jsonl", big)
    os.kill(workers(process)[0], signal.SIGKILL)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 2
    assert err == b"corpuslint: a worker process was killed, perhaps for want of memory; try fewer --jobs\n"
    assert [file.name for file in tmp_path.iterdir()] == [big]


@LINUX
def test_workers_end_with_the_first_process(big: str, start: Start, tmp_path: Path) -> None:
    process = start(*RULES, "--no-cache", "--jobs", "2", "--format", "jsonl=found.jsonl", big)
    wait_for_file(tmp_path)
    others = workers(process)
    process.kill()
    process.communicate(timeout=120)  # ends when nobody holds its output open
    deadline = time.monotonic() + 60
    while any(alive(pid) for pid in others):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert not (tmp_path / "found.jsonl").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no shell to close a stream")
@pytest.mark.parametrize(
    ("closed", "code", "out"),
    [("<&-", 0, b"No findings in 1 file.\n"), (">&-", 0, b""), ("2>&-", 0, b"No findings in 1 file.\n")],
)
def test_a_stream_that_is_closed(closed: str, code: int, out: bytes, start: Start, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[3])
    process = start(*RULES, "a.txt", shell=f'exec "$@" {closed}')
    found, err = process.communicate(timeout=120)
    assert (process.returncode, found) == (code, out)
    assert b"Traceback" not in err


@LINUX
def test_a_full_disk_is_an_error(start: Start, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    with Path("/dev/full").open("wb") as full:
        process = start(*RULES, "a.txt", stdout=full.fileno())
        _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (2, b"corpuslint: [Errno 28] No space left on device\n")


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes of its pool, once there are two."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 60
    while len(found := children.read_text().split()) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return [int(pid) for pid in found]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for_file(folder: Path) -> None:
    """Until the run has begun to write its file, under another name."""
    deadline = time.monotonic() + 60
    while not list(folder.glob(".found.jsonl.*.tmp")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    time.sleep(0.1)
