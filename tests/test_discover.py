from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpuslint.discover import Source, discover, kind_of, source
from corpuslint.errors import UsageError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*files: str, text: str = "text\n") -> None:
    for file in files:
        path = Path(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*paths: str, **options: object) -> list[str]:
    return [source.path for source in discover(paths, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", ("text", "")),
        ("a.TXT", ("text", "")),
        ("a.b.markdown", ("markdown", "")),
        ("a.jsonl", ("lines", "")),
        ("a.ndjson.gz", ("lines", "gz")),
        ("a.jsonl.zst", ("lines", "zst")),
        ("a.txt.gz", ("text", "gz")),
        ("a.gz", None),
        ("txt", None),
        ("gz", None),
        ("a.py", None),
    ],
)
def test_kind(name: str, kind: tuple[str, str] | None) -> None:
    assert kind_of(name) == kind


def test_walk_is_sorted_bytewise_by_whole_path() -> None:
    make("c/a/x.txt", "c/a.txt", "c/B.md", "c/é.txt", "c/z.jsonl", "c/skip.py", "c/a-b/y.txt")
    assert found("c") == ["c/B.md", "c/a-b/y.txt", "c/a.txt", "c/a/x.txt", "c/z.jsonl", "c/é.txt"]
    assert found("c") == sorted(found("c"), key=os.fsencode)


def test_working_directory_and_paths_outside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make("c/x.txt", "d/y.txt")
    assert found(".") == ["c/x.txt", "d/y.txt"]
    assert found(str(folder / "c")) == ["c/x.txt"]
    monkeypatch.chdir("c")
    assert found("../d/") == ["../d/y.txt"]
    assert found(str(folder / "d")) == [str(folder / "d" / "y.txt")]


def test_named_file_has_any_extension_and_comes_once() -> None:
    make("notes.rst", "c/x.txt")
    (first,) = discover(["notes.rst"])
    assert (first.path, first.kind, first.compression) == ("notes.rst", "text", "")
    assert found("c", "c/x.txt", "./c/x.txt") == ["c/x.txt"]
    assert found("notes.rst", force_exclude=True) == []


def test_hidden_entries_and_linked_folders_are_passed_over() -> None:
    make("c/.git/x.txt", "c/.hidden.txt", "c/x.txt", "d/y.txt")
    Path("c/link").symlink_to(Path("d").resolve())
    Path("c/loop").symlink_to(Path("c").resolve())
    Path("c/folder.txt").symlink_to(Path("d").resolve())
    Path("c/file.txt").symlink_to(Path("d/y.txt").resolve())
    Path("c/gone.txt").symlink_to("nowhere")
    assert found("c") == ["c/file.txt", "c/gone.txt", "c/x.txt"]
    assert found("c/link") == ["c/link/y.txt"]


def test_missing_path_is_reported_before_anything_is_linted() -> None:
    make("seeds/x.txt")
    with pytest.raises(UsageError, match=r"seed: no such file or folder; did you mean seeds\?"):
        discover(["seeds", "seed"])
    with pytest.raises(UsageError, match=r"did you mean seeds/x\.txt\?"):
        discover(["seeds/y.txt"])
    with pytest.raises(UsageError, match=r"did you mean seeds\?"):
        discover(["sseeds/x.txt"])


def test_nested_ignore_files() -> None:
    make("r/.git/info/exclude", text="private.txt\n")
    make("r/.gitignore", text="*.txt\n!keep.txt\n/build/\n")
    make("r/sub/.gitignore", text="!again.txt\nkeep.txt\n")
    make("r/sub/.corpuslintignore", text="draft*.md\n")
    make("r/a.txt", "r/keep.txt", "r/build/x.md", "r/sub/build/x.md", "r/sub/again.txt", "r/sub/keep.txt")
    make("r/sub/draft1.md", "r/sub/ok.md", "r/sub/private.txt")
    expected = ["r/keep.txt", "r/sub/again.txt", "r/sub/build/x.md", "r/sub/ok.md"]
    assert found("r") == expected
    assert found("r/sub") == expected[1:]
    everything = found("r", respect_gitignore=False)
    assert "r/build/x.md" in everything
    assert "r/sub/draft1.md" not in everything


def test_what_is_named_wins_over_ignore_files_unless_forced() -> None:
    make(".git/config", "build/x.txt", "build/sub/y.txt", "a.txt")
    make(".gitignore", text="build/\na.txt\n")
    assert found("build", "a.txt") == ["build/sub/y.txt", "build/x.txt", "a.txt"]
    assert found("build", "a.txt", "build/x.txt", force_exclude=True) == []


def test_exclude_patterns_are_relative_to_the_working_directory() -> None:
    make("c/old/x.txt", "c/x.txt", "c/y.md", "old/x.txt")
    assert found(".", exclude=["/old/", "*.md"]) == ["c/old/x.txt", "c/x.txt"]
    assert found("c/y.md", exclude=["*.md"]) == ["c/y.md"]
    assert found("c/y.md", exclude=["*.md"], force_exclude=True) == []


def test_bad_pattern_is_a_usage_error() -> None:
    make("c/x.txt")
    with pytest.raises(UsageError):
        found("c", exclude=["!"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_name_that_is_not_utf8_can_be_shown() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    make(name)
    (only,) = discover(["."])
    assert only.path == "caf\\xe9.txt"
    assert Path(only.file).read_text(encoding="utf-8") == "text\n"


def test_standard_input_is_a_source_with_data() -> None:
    assert source("in/x.jsonl", data=b"{}") == Source("in/x.jsonl", "in/x.jsonl", "lines", "", b"{}")
