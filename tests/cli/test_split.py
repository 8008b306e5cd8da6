"""``corpuslint split``: every record in its part as it was, byte for byte, and nothing else touched."""

from __future__ import annotations

import gzip
import json
import os
import random
import sys
from pathlib import Path

import pytest

from cli.running import Run
from cli.test_verdicts import DEFECTS, PROSE, make, text_of, verdicts

GOOD = "\n".join(PROSE * 3)
BAD = "\n".join([*DEFECTS, *PROSE])
"""Two of the defects are decisive: it is dropped."""


def snapshot(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_records_go_where_their_verdicts_say(run: Run, tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "binary.txt").unlink()
    before = snapshot(tmp_path)
    found = verdicts(run("--format", "verdicts", "a.jsonl", "b.jsonl").out)
    parts = {decision: f"out/{decision}.jsonl" for decision in ("keep", "review", "drop")}
    given = [part for decision, file in parts.items() for part in (f"--{decision}", file)]
    result = run("split", "a.jsonl", "b.jsonl", *given, "--verdicts", "out/why.jsonl")
    assert (result.code, result.out) == (0, "")
    lines = {(path, number): line for path in ("a.jsonl", "b.jsonl") for number, line in numbered(tmp_path / path)}
    for decision, file in parts.items():
        wanted = [lines[place] for place, verdict in found.items() if verdict["verdict"] == decision]
        assert (tmp_path / file).read_bytes() == b"".join(wanted) != b""
        assert f"{decision} {len(wanted):,} ({file})" in result.err
    assert verdicts((tmp_path / "out/why.jsonl").read_text()) == found
    assert {name: data for name, data in snapshot(tmp_path).items() if not name.startswith("out/")} == before


def numbered(file: Path) -> list[tuple[int, bytes]]:
    return list(enumerate(file.read_bytes().splitlines(keepends=True), 1))


def test_odd_lines_stay_as_they_are(run: Run, tmp_path: Path) -> None:
    rng = random.Random(2)
    good, bad = text_of(rng, 0), BAD
    odd = [
        json.dumps({"text": good, "x": 0.50}, separators=(" ,\t", " : ")).encode() + b"\r\n",
        b"\n",
        json.dumps({"text": bad, "id": "\u2028\x85 naïve"}, ensure_ascii=False).encode() + b" \n",
        b'{"text": "' + good.replace("\n", "\\u000a").encode() + b'"}\n',
        b"not json\n",
        b'{"text": ""}\n',
        b'{"text": "' + bad.replace("\n", "\\n").encode() + b'", "other": "\xff"}',
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + b"".join(odd))
    result = run("split", "a.jsonl", "--ignore=DU", "--keep=k.jsonl", "--drop=d.jsonl.gz", "--review=r.jsonl")
    assert result.code == 2
    assert "a.jsonl:5:1: CL903" in result.err
    assert (tmp_path / "k.jsonl").read_bytes() == odd[0] + odd[3]
    assert gzip.decompress((tmp_path / "d.jsonl.gz").read_bytes()) == odd[2] + odd[5] + odd[6] + b"\n"
    assert (tmp_path / "r.jsonl").read_bytes() == odd[4]


@pytest.fixture
def mixed(tmp_path: Path) -> None:
    (tmp_path / "in/sub").mkdir(parents=True)
    (tmp_path / "in/good.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    (tmp_path / "in/sub/bad.md").write_text(BAD, encoding="utf-8")
    rows = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in (GOOD, BAD, GOOD))
    (tmp_path / "in/sub/rows.jsonl.gz").write_bytes(gzip.compress(rows))


@pytest.mark.usefixtures("mixed")
def test_folders_hold_copies_and_parts_of_files(run: Run, tmp_path: Path) -> None:
    before = snapshot(tmp_path / "in")
    assert run("split", "in", "--ignore", "DU", "--keep", "kept/", "--drop", "dropped/").code == 0
    kept, dropped = snapshot(tmp_path / "kept"), snapshot(tmp_path / "dropped")
    assert (set(kept), set(dropped)) == ({"good.txt", "sub/rows.jsonl.gz"}, {"sub/bad.md", "sub/rows.jsonl.gz"})
    assert (kept["good.txt"], dropped["sub/bad.md"]) == (before["good.txt"], before["sub/bad.md"])
    rows = gzip.decompress(before["sub/rows.jsonl.gz"]).splitlines(keepends=True)
    assert gzip.decompress(kept["sub/rows.jsonl.gz"]) == rows[0] + rows[2]
    assert gzip.decompress(dropped["sub/rows.jsonl.gz"]) == rows[1]
    assert snapshot(tmp_path / "in") == before


@pytest.mark.usefixtures("mixed")
def test_a_file_lists_the_paths_of_plain_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in/sub/rows.jsonl.gz").unlink()
    assert run("split", "in", "--keep", "keep.txt", "--drop", "drop.txt").code == 0
    assert (tmp_path / "keep.txt").read_text() == "in/good.txt\n"
    assert (tmp_path / "drop.txt").read_text() == "in/sub/bad.md\n"
    assert (
        run("--files-from", "drop.txt", "--select", "PW101", "--quiet").lines[0].startswith("in/sub/bad.md:2:1: PW101")
    )


def test_standard_input(run: Run, tmp_path: Path) -> None:
    rows = b"".join(json.dumps({"text": text}).encode() + b"\n" for text in (GOOD, BAD))
    assert run("split", "-", "--drop", "drop.jsonl", stdin=rows).code == 0
    assert (tmp_path / "drop.jsonl").read_bytes() == rows.splitlines(keepends=True)[1]
    result = run("split", "-", "--drop", "folder/", stdin=rows)
    assert (result.code, "into files, not into folders" in result.err) == (2, True)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "name at least one file or folder to write to"),
        (("--keep", "in/kept.txt"), "in/kept.txt lies in the folder in, which is read; name a place outside of it"),
        (("--keep", "k", "--drop", "k"), "two outputs are the same file: k\n"),
        (("--keep", "-"), "--keep -: name a file"),
        (("--keep", "kept/", "--verdicts", "-"), "--verdicts -: name a file"),
        (("--keep", "k.txt"), "there are both files of records and plain files; name a folder, as k.txt/"),
        (("--keep", "old.txt"), "old.txt exists; name another file, or add --force"),
        (("--keep", "full/"), "full exists; name a folder that does not"),
        (("--keep", "full/", "--force"), "full exists; name a folder that does not"),
        (("--keep", "kept/", "--verdicts", "old.txt"), "old.txt exists"),
        (("--keep", "kept/", "--verdicts", "kept/v.jsonl"), "would be written over or into kept"),
    ],
)
@pytest.mark.usefixtures("mixed")
def test_what_is_refused(given: tuple[str, ...], said: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("kept")
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x.txt").write_text("kept")
    before = snapshot(tmp_path)
    result = run("split", "in", *given)
    assert (result.code, said in result.err) == (2, True), result.err
    assert snapshot(tmp_path) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("length", [1, 100])
def test_a_full_disk_is_named(length: int, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": GOOD * length}) + "\n")
    result = run("split", "a.jsonl", "--drop", "d.jsonl", "--keep", "/dev/full", "--review", "r.jsonl")
    assert (result.code, "cannot write /dev/full: No space left on device" in result.err) == (2, True), result.err


@pytest.mark.usefixtures("mixed")
def test_force_replaces_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text("gone")
    assert run("split", "in/sub/rows.jsonl.gz", "--ignore", "DU", "--keep", "old.jsonl", "--force").code == 0
    assert (tmp_path / "old.jsonl").read_bytes().count(b"\n") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_hostile_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    names = ["\x1b[31m\u202e.txt", "=x,;'.txt", os.fsdecode(b"latin\xe9.txt")]
    for name in names:
        (tmp_path / "in" / name).write_text(GOOD)
    assert run("split", "in", "--ignore", "DU", "--keep", "k.txt").code == 0
    listed = (tmp_path / "k.txt").read_bytes().split(b"\n")[:-1]
    assert sorted(listed) == sorted(b"in/" + os.fsencode(name) for name in names)
    (tmp_path / "in" / "two\nlines.txt").write_text(GOOD)
    result = run("split", "in", "--ignore", "DU", "--keep", "k2.txt")
    assert (result.code, "name a folder for copies" in result.err) == (2, True)
    assert not (tmp_path / "k2.txt").exists()
    assert run("split", "in", "--ignore", "DU", "--keep", "copies/").code == 0
    assert len(snapshot(tmp_path / "copies")) == 4
