"""``corpuslint clean`` on whole corpora: undone byte for byte, done twice without effect, killed without harm."""

from __future__ import annotations

import gzip
import json
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.running import Run, Start
from corpuslint.clean.output import compressed
from corpuslint.discover import source
from corpuslint.read.stream import chunks

PROSE = (
    "The ferry left the harbour at nine and came back at noon.",
    "Nobody on the quay had seen the lamp go out.",
    "“The mill grinds on Tuesdays only,” said the miller’s son.",
    "Zwei Boote lagen am Steg; das größere war grün gestrichen.",
    "港の灯台は今夜も点いている。",
    "She counted 12 crates 😀 and signed for 11.",
)
DEFECTS = (
    "Sign in to read more.",
    "Subscribe now to keep reading",
    "We use cookies to remember your settings.",
    "The board wants more infor- mation before it votes.",
    "Itâ€™s a long way to the harbour.",
    "The har\u200bbour was clo\u00adsed.",
    "Leave a Reply",
)


def text_of(rng: random.Random, line_break: str) -> str:
    lines = rng.choices(PROSE, k=rng.randrange(1, 9))
    for _ in range(rng.choice((0, 0, 1, 2))):
        lines.insert(rng.randrange(len(lines) + 1), rng.choice(DEFECTS))
    return line_break.join(lines) + rng.choice(("", line_break))


def record_of(rng: random.Random, number: int) -> str:
    row = {"id": number, "text": text_of(rng, "\n"), "score": 0.50, "tags": ["a/b", "é"]}
    keys = list(row)
    rng.shuffle(keys)
    text = json.dumps(
        {key: row[key] for key in keys},
        ensure_ascii=rng.random() < 0.5,
        separators=rng.choice(((",", ":"), (", ", ": "), (" ,\t", " :  "))),
    )
    return text.replace("/", "\\/") if rng.random() < 0.3 else text


def make_corpus(folder: Path, files: int, records: int, per_file: int = 500) -> None:
    rng = random.Random(17)
    for number in range(files):
        name = f"{number % 10}/{number}.{rng.choice(('txt', 'md', 'txt.gz', 'txt.zst'))}"
        data = text_of(rng, rng.choice(("\n", "\r\n", "\r"))).encode()
        write(folder / name, rng.choice((b"", b"", b"\xef\xbb\xbf")) + data)
    for first in range(0, records, per_file):
        rows = [record_of(rng, first + number) for number in range(per_file)]
        name = f"records/{first}.jsonl{rng.choice(('', '.gz', '.zst'))}"
        write(folder / name, rng.choice(("\n", "\r\n", "\n\n")).join(rows).encode())


def write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as raw, compressed(raw, file.name) as stream:
        stream.write(data)


def contents(folder: Path) -> dict[str, bytes]:
    """The decompressed bytes of all files."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): b"".join(chunks(source(str(file)))) for file in files}


def records_in(files: dict[str, bytes]) -> list[bytes]:
    return [row for name, data in files.items() if ".jsonl" in name for row in data.splitlines() if row.strip()]


@pytest.mark.parametrize("level", [(), ("--unsafe",)], ids=["safe", "unsafe"])
def test_every_byte_comes_back(tmp_path: Path, run: Run, level: tuple[str, ...]) -> None:
    """1,000 files and 10,000 records, of which at least a fifth is changed."""
    make_corpus(tmp_path / "in", 1000, 10_000)
    before = contents(tmp_path / "in")
    assert run("clean", "in", "--out", "out", "--log", "log.jsonl", *level).code == 0
    after = contents(tmp_path / "out")
    assert contents(tmp_path / "in") == before
    texts = [name for name in before if ".jsonl" not in name]
    assert len(texts) == 1000
    assert sum(before[name] != after[name] for name in texts) >= 200
    rows = list(zip(records_in(before), records_in(after), strict=True))
    assert len(rows) == 10_000
    assert sum(old != new for old, new in rows) >= 2000
    for old, new in rows:
        row, cleaned = json.loads(old), json.loads(new)
        assert row | {"text": 0} == cleaned | {"text": 0}
        assert (row["text"] == cleaned["text"]) == (old == new)
    assert run("clean", "out", "--undo", "log.jsonl", "--out", "back").code == 0
    assert contents(tmp_path / "back") == before
    again = run("clean", "out", "--out", "twice", "--log", "none.jsonl", *level)
    assert ": 0 edits in 0 of " in again.out
    assert contents(tmp_path / "twice") == after


def test_one_file_into_another(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "a.txt", b"Sign in to read more.\nThe ferry left at nine.\n")
    assert run("clean", "a.txt", "--out", "b.txt.gz", "--log", "log.jsonl").code == 0
    first = (tmp_path / "b.txt.gz").read_bytes()
    assert gzip.decompress(first) == b"The ferry left at nine.\n"
    for out, log, named in (("b.txt.gz", "other.jsonl", "b.txt.gz exists"), ("c.gz", "log.jsonl", "log.jsonl exists")):
        refused = run("clean", "a.txt", "--out", out, "--log", log)
        assert (refused.code, named in refused.err) == (2, True)
    assert (tmp_path / "b.txt.gz").read_bytes() == first
    assert run("clean", "b.txt.gz", "--undo", "log.jsonl", "--out", "c.txt").code == 0
    assert (tmp_path / "c.txt").read_bytes() == (tmp_path / "a.txt").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("in", "--out", "in", "--log", "log.jsonl"), "in would be written over or into in"),
        (("in", "--out", "in/new", "--log", "log.jsonl"), "in/new would be written over or into in"),
        (("in", "--out", ".", "--log", "log.jsonl"), ". would be written over or into in"),
        (("in/a.txt", "--out", "link.txt", "--log", "log.jsonl"), "link.txt would be written over or into in/a.txt"),
        (("in", "--out", "out", "--log", "in/log.jsonl"), "in/log.jsonl would be written over or into in"),
        (("in", "--out", "new", "--log", "new/log.jsonl"), "new/log.jsonl would be written over or into new"),
        (("in", "--out", "out", "--log", "log.jsonl"), "out exists"),
        (("in", "--out", "new"), "--log"),
        (("none", "--out", "new", "--log", "log.jsonl"), "none: no such file"),
        (("in", "--out", "new", "--log", "log.jsonl", "--select", "UC"), "none of the selected rules"),
        (("in", "--out", "new", "--log", "log.jsonl", "--select", "BP101"), "--unsafe allows more"),
        (("in", "--undo", "in/a.txt", "--out", "new"), "in/a.txt:1: not a line of an edit log"),
        (("in", "--undo", "none.jsonl", "--out", "new"), "none.jsonl: No such file"),
    ],
)
def test_nothing_is_written_where_something_is_read(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], named: str
) -> None:
    write(tmp_path / "in/a.txt", b"Sign in to read more.\n")
    write(tmp_path / "out/a.txt", b"Of another time.\n")
    (tmp_path / "link.txt").symlink_to(tmp_path / "in/a.txt")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    result = run("clean", *arguments)
    assert (result.code, result.out) == (2, "")
    assert named in result.err
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def _edit_text(folder: Path) -> None:
    (folder / "out/a.txt").write_bytes(b"The ferry left at ten..\n")


def _edit_place(folder: Path) -> None:
    (folder / "out/b.txt").write_bytes(b"It\xe2\x80\x98s here.\n")


def _break_log(folder: Path) -> None:
    rows = (folder / "log.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "log.jsonl").write_bytes(b"".join(rows[:-1]))


def _lose_file(folder: Path) -> None:
    (folder / "out/b.txt").unlink()


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        (_edit_text, "out/a.txt is not what the log says it is"),
        (_edit_place, "out/b.txt: at byte 2 there is not what the log says"),
        (_break_log, "out/b.txt: the log breaks off"),
        (_lose_file, "out/b.txt"),
    ],
)
def test_only_what_was_cleaned_is_undone(tmp_path: Path, run: Run, harm: Callable[[Path], None], named: str) -> None:
    write(tmp_path / "in/a.txt", b"Sign in to read more.\nThe ferry left at nine.\n")
    write(tmp_path / "in/b.txt", "Itâ€™s here.\n".encode())
    assert run("clean", "in", "--out", "out", "--log", "log.jsonl").code == 0
    harm(tmp_path)
    result = run("clean", "out", "--undo", "log.jsonl", "--out", "back")
    assert (result.code, result.out) == (2, "")
    assert named in result.err
    assert not (tmp_path / "back").exists()


def test_a_file_that_cannot_be_read_is_left_out_and_named(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "in/a.txt", b"Sign in to read more.\nThe ferry left at nine.\n")
    write(tmp_path / "in/b.txt", b"Caf\xe9\n")
    rows = b'{"text":"Sign in to read more."}\n' * 9 + b'{"text":"The ferry left at nine."}\n' * 40_000
    (tmp_path / "in/c.jsonl.gz").write_bytes(gzip.compress(rows)[:-200])
    write(tmp_path / "in/d.txt", b"")
    bad = b'{"name":"caf\xe9","text":"Sign in to read more."}\n'
    write(tmp_path / "in/e.jsonl", b'{"text":"Sign in to read more.\\nBy boat."}\nnone\n{"text":"\xff"}\n' + bad)
    result = run("clean", "in", "--out", "out", "--log", "log.jsonl")
    assert result.code == 2
    named = [line.split(":")[0] for line in result.err.splitlines()]
    assert named == ["in/b.txt", "in/c.jsonl.gz", "in/e.jsonl", "in/e.jsonl"]
    assert contents(tmp_path / "out") == {
        "a.txt": b"The ferry left at nine.\n",
        "d.txt": b"",
        "e.jsonl": b'{"text":"By boat."}\nnone\n{"text":"\xff"}\n' + bad,
    }
    assert run("clean", "out", "--undo", "log.jsonl", "--out", "back").code == 0
    back = contents(tmp_path / "back")
    assert back == {name: (tmp_path / "in" / name).read_bytes() for name in ("a.txt", "d.txt", "e.jsonl")}


def test_what_the_ignore_file_names_stays(tmp_path: Path, run: Run) -> None:
    rows = [json.dumps({"id": name, "text": "Sign in to read more.\nThe ferry  left at nine.\n"}) for name in "ab"]
    write(tmp_path / "in/a.jsonl", "\n".join(rows).encode())
    entry = '[[ignore]]\ncode = "PW101"\nrecord = "b"\nreason = "a quotation"\n'
    (tmp_path / "corpuslint-ignore.toml").write_text(entry, encoding="utf-8")
    assert run("clean", "in", "--out", "out", "--log", "log.jsonl").code == 0
    cleaned = [json.loads(row)["text"] for row in contents(tmp_path / "out")["a.jsonl"].splitlines()]
    assert ["Sign in" in text for text in cleaned] == [False, True]
    run("clean", "in", "--out", "all", "--log", "all.jsonl", "--no-suppressions")
    assert b"Sign in" not in contents(tmp_path / "all")["a.jsonl"]


def test_attributes_for_dolma_have_a_row_for_each_document(tmp_path: Path, run: Run) -> None:
    texts = [
        "Sign in to read more.\nThe har\u200bbour 😀 was closed.\n",
        "The ferry left at nine.\n",
        "Skip to content\nItâ€™s far.\n",
    ]
    rows = [json.dumps({"id": number, "source": "s", "text": text}) for number, text in enumerate(texts)]
    write(tmp_path / "documents/2026/a.jsonl.gz", "\n".join(rows).encode())
    command = ("clean", "documents", "--format", "dolma", "--out", "attributes/corpuslint", "--unsafe")
    assert run(*command).code == 0
    made = contents(tmp_path / "attributes/corpuslint")
    attributes = [json.loads(row) for row in made["2026/a.jsonl.gz"].splitlines()]
    assert [(row["id"], row["source"]) for row in attributes] == [(0, "s"), (1, "s"), (2, "s")]
    assert attributes[0]["attributes"] == {
        "corpuslint__removable": [[0, 22, 1.0], [29, 30, 1.0]],
        "corpuslint__PW101": [[0, 22, 1.0]],
        "corpuslint__EN103": [[29, 30, 1.0]],
    }
    assert attributes[1]["attributes"] == {"corpuslint__removable": []}
    assert attributes[2]["attributes"]["corpuslint__removable"] == [[0, 16, 0.5]]


def test_a_kill_leaves_all_or_nothing(tmp_path: Path, run: Run, start: Start) -> None:
    make_corpus(tmp_path / "in", 100, 1000)
    before = contents(tmp_path / "in")
    began = time.monotonic()
    assert run("clean", "in", "--out", "whole", "--log", "whole.jsonl").code == 0
    lasted = time.monotonic() - began + 0.4
    after = contents(tmp_path / "whole")
    for share in (0.2, 0.5, 0.8, 0.95):
        process = start("clean", "in", "--out", "out", "--log", "log.jsonl")
        time.sleep(share * lasted)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert contents(tmp_path / "in") == before
        if (tmp_path / "out").exists():
            assert contents(tmp_path / "out") == after
            assert (tmp_path / "log.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
            break
    else:
        assert run("clean", "in", "--out", "out", "--log", "log.jsonl").code == 0
        assert contents(tmp_path / "out") == after


@pytest.mark.parametrize("name", ["../stolen.txt", "/stolen.txt"])
def test_a_log_that_leads_elsewhere_is_refused(name: str, tmp_path: Path, run: Run) -> None:
    write(tmp_path / "in/a.txt", b"Sign in to read more.\nThe ferry left at nine.\n")
    run("clean", "in", "--out", "out", "--log", "log.jsonl")
    log = (tmp_path / "log.jsonl").read_text(encoding="utf-8").replace('"a.txt"', json.dumps(name))
    (tmp_path / "forged.jsonl").write_text(log, encoding="utf-8")
    result = run("clean", "out", "--undo", "forged.jsonl", "--out", "back")
    assert (result.code, "leads out of the folder" in result.err) == (2, True)
    assert not (tmp_path / "stolen.txt").exists()


def test_a_file_without_a_copy_is_named_in_the_last_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("The board wants more infor- mation.\n", "utf-8")
    (tmp_path / "in/chat.jsonl").write_text('{"messages": [1]}\n', "utf-8")
    result = run("clean", "--isolated", "in", "--out", "out", "--log", "edits.jsonl")
    assert (result.code, [file.name for file in (tmp_path / "out").iterdir()]) == (2, ["a.txt"])
    assert result.out.splitlines()[-1] == "out: 1 edit in 1 of 2 files (SP105 1); no copy of 1 file, see above"


def test_thousands_of_places_are_mended_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("She said &quot;no&quot; and left the old town.\n" * 6000, "utf-8")
    assert run("clean", "--isolated", "--select", "EN", "a.txt", "--out", "b.txt", "--log", "edits.jsonl").code == 0
    assert (tmp_path / "b.txt").read_text("utf-8") == 'She said "no" and left the old town.\n' * 6000
