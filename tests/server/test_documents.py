"""What an editor is shown while a text is written: a real process, spoken to as editors do."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from corpuslint.measured import measured
from corpuslint.page import render
from corpuslint.plugins import load_rules
from corpuslint.selection import find_rule
from server.editor import editor, split

ROOT = Path(__file__).parents[2]
MIXED = "The ferry left.\nnaïve 😀 日本 paywall: the cafÃ© is open.\nIt stayed open.\n"


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(test, 300))


def codes(found: Sequence[types.Diagnostic]) -> list[str]:
    return [str(diagnostic.code) for diagnostic in found]


def check(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    """What the command line finds."""
    command = [sys.executable, "-m", "corpuslint", "--format", "jsonl", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("offered", "encoding", "columns"),
    [
        (["utf-8"], "utf-8", [(12, 18), (35, 39)]),
        (["utf-16", "utf-8"], "utf-16", [(9, 11), (28, 30)]),
        (["utf-32"], "utf-32", [(8, 10), (27, 29)]),
        (None, "utf-16", [(9, 11), (28, 30)]),
    ],
)
def test_positions_are_in_the_units_of_the_editor(
    folder: Path, offered: list[str] | None, encoding: str, columns: list[tuple[int, int]]
) -> None:
    async def test() -> None:
        async with editor(folder, "--select", "MT102,EN101", encodings=offered) as vi:
            found = await vi.open("a.txt", MIXED)
            assert codes(found) == ["MT102", "EN101"]
            line = MIXED.split("\n")[1]
            assert [(d.range.start.character, d.range.end.character) for d in found] == columns
            assert [d.range.start.line for d in found] == [1, 1]
            cut = [split(split(line, end, encoding)[0], start, encoding)[1] for start, end in columns]
            assert cut == ["日本", "Ã©"]
            page = await vi.hover("a.txt", 1, columns[0][0])
            assert page and isinstance(page.contents, types.MarkupContent)
            assert page.contents.value == render(find_rule(load_rules(), "MT102"), "markdown", measured())
            assert await vi.hover("a.txt", 1, columns[0][1] + 1) is None
            repair, _ = await vi.actions("a.txt", found[1].range, types.CodeActionKind.QuickFix)
            assert vi.applied("a.txt", repair, encoding) == MIXED.replace("Ã©", "é")

    run(test())


def test_the_last_of_many_changes_counts(folder: Path) -> None:
    async def test() -> None:
        async with editor(folder) as vi:
            assert codes(await vi.open("a.txt", "It was a quiet day.\n")) == []
            for end in range(1, 31):
                vi.type("a.txt", "Sign in to read the full story."[:end] + "\n")
            vi.type("a.txt", "Quiet.\r\nIt is.\rSign in to read the full story.\n")
            (found,) = await vi.diagnostics("a.txt")
            assert (found.code, found.range.start.line, found.severity) == (
                "PW101",
                2,
                types.DiagnosticSeverity.Warning,
            )
            assert vi.skipped < 10  # of thirty
            vi.type("a.txt", "")
            assert codes(await vi.diagnostics("a.txt")) == ["CL908"]
            vi.close("a.txt")
            assert await vi.diagnostics("a.txt") == []

    run(test())


def test_lines_are_those_of_the_protocol(folder: Path) -> None:
    """A form feed, U+0085 and U+2028 end no line; a byte order mark is a character."""
    text = "\ufeffSign in to read the full story.\none\x0ctwo\u0085three\u2028four\nSign in to read the full story.\n"

    async def test() -> None:
        async with editor(folder, "--select", "PW101") as vi:
            found = await vi.open("a.txt", text)
            at = [(d.range.start.line, d.range.start.character, d.range.end.character) for d in found]
            assert at == [(0, 1, 16), (2, 0, 15)]

    run(test())


def test_an_editor_sees_what_the_command_line_finds() -> None:
    names = sorted(path.name for path in (ROOT / "examples").iterdir())

    async def test() -> None:
        async with editor(ROOT / "examples", encodings=["utf-32"]) as vi:
            for name in names:
                text = (ROOT / "examples" / name).read_bytes().decode()
                seen = [
                    (d.code, d.range.start.line, d.range.start.character, d.range.end.line, d.range.end.character)
                    for d in await vi.open(name, text)
                ]
                assert seen == [
                    (f["code"], f["line"] - 1, f["column"] - 1, f["end_line"] - 1, f["end_column"] - 1)
                    for f in check(ROOT / "examples", name)
                ]

    run(test())


def test_related_places_and_the_address_of_the_page(folder: Path) -> None:
    (folder / "corpuslint.toml").write_text('rule-url = "https://rules.example/{code}.html"\nselect = ["EN103"]\n')
    text = "A first li\u200bne.\nA se\u200bcond one.\n"

    async def test() -> None:
        async with editor(folder) as vi:
            (found,) = await vi.open("a.txt", text)
            assert found.code_description and found.code_description.href == "https://rules.example/EN103.html"
            assert found.related_information
            assert [(r.location.uri, r.location.range.start) for r in found.related_information] == [
                (vi.uri("a.txt"), types.Position(1, 4))
            ]
            repair = (await vi.actions("a.txt", found.range))[0]
            assert vi.applied("a.txt", repair, "utf-16") == text.replace("\u200b", "")

    run(test())


def test_markdown_code_and_comments_are_heeded(folder: Path) -> None:
    prompt = "Sign in to read the full story.\n"
    text = f"# A page\n\n```\n{prompt}```\n\n<!-- corpuslint: ignore[PW101] a quotation -->\n{prompt}\n{prompt}"

    async def test() -> None:
        async with editor(folder, "--select", "PW101") as vi:
            for name, language in (("a.md", "plaintext"), ("notes", "markdown")):
                assert [d.range.start.line for d in await vi.open(name, text, language)] == [9]

    run(test())


def test_records_have_the_addresses_of_their_raw_lines(folder: Path) -> None:
    lines = [
        r'{"id": "a", "text": "The ferry left."}',
        "",
        r'{"id": "b", "text": "Caf\u00c3\u00a9 \ud83d\ude00 \"open\".\nSign in to read more.\nBye."}',
        '{"id": "c", "text": "Ein 日本 cafÃ©: \\"open\\"."}',
        "no record",
    ]

    async def test() -> None:
        async with editor(folder, "--select", "PW101,EN101") as vi:
            found = await vi.open("a.jsonl", "\n".join(lines))
            assert codes(found) == ["EN101", "PW101", "EN101", "CL903"]
            line = lines[2]
            prompt = types.Range(
                types.Position(2, line.index("Sign")), types.Position(2, line.index("Sign") + len("Sign in to read"))
            )
            assert found[1].range == prompt
            remove = (await vi.actions("a.jsonl", prompt))[0]
            assert vi.applied("a.jsonl", remove, "utf-16").split("\n")[2] == line.replace(
                r"Sign in to read more.\n", ""
            )
            escaped, plain = [(await vi.actions("a.jsonl", found[i].range))[0] for i in (0, 2)]
            assert vi.applied("a.jsonl", escaped, "utf-16").split("\n")[2] == line.replace(r"\u00c3\u00a9", r"\u00e9")
            assert vi.applied("a.jsonl", plain, "utf-16").split("\n")[3] == lines[3].replace("Ã©", "é")

    run(test())


def test_a_rule_that_crashes_or_prints_stops_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin = folder.parent / "plugin"
    (plugin / "crash_rules-1.dist-info").mkdir(parents=True)
    (plugin / "crash_rules-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: crash-rules\nVersion: 1\n")
    (plugin / "crash_rules-1.dist-info/entry_points.txt").write_text("[corpuslint]\ncrash = crash_rules\n")
    (plugin / "crash_rules.py").write_text(
        "import os\nimport corpuslint\n"
        "def check(match, unit):\n"
        "    print('Content-Length: 3')\n"
        "    os.write(1, b'not a message')\n"
        "    raise RuntimeError('out of luck')\n"
        "RULE = corpuslint.Pattern(\n"
        "    code='HR101', name='unlucky', doc='Fails.', message='x', pattern='ferry', check=check\n"
        ")\n"
        "@corpuslint.hookimpl\n"
        "def corpuslint_rules():\n"
        "    return [RULE]\n"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([os.environ["PYTHONPATH"], str(plugin)]))

    async def test() -> None:
        async with editor(folder, "--select", "PW101,HR101") as vi:
            crashed, prompt = await vi.open("a.txt", "The ferry left.\nSign in to read the full story.\n")
            assert (crashed.code, prompt.code) == ("CL905", "PW101")
            assert "HR101" in crashed.message and "out of luck" in crashed.message
            assert crashed.severity == types.DiagnosticSeverity.Error
            page = await vi.hover("a.txt", crashed.range.start.line, crashed.range.start.character)
            assert page and isinstance(page.contents, types.MarkupContent) and "CL905" in page.contents.value
            vi.type("a.txt", "The boat left.\n")
            assert await vi.diagnostics("a.txt") == []

    run(test())


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    program = "import sys; sys.modules['pygls'] = None\nfrom corpuslint.cli import main\nsys.exit(main(['server']))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'corpuslint: corpuslint server needs pygls: pip install "corpus-linter[server]"\n'


def test_an_editor_that_is_gone_takes_its_server_along() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "corpuslint", "server", "--stdio"], input=b"", capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_checking_loads_nothing_of_the_server() -> None:
    program = (
        "import sys\nfrom corpuslint.cli import main\nmain(['--quiet', '--isolated', sys.argv[1]])\n"
        "unwanted = ('pygls', 'lsprotocol', 'asyncio', 'corpuslint.server')\n"
        "print([name for name in sys.modules if name.startswith(unwanted)])"
    )
    file = str(ROOT / "examples/recipe.md")
    done = subprocess.run([sys.executable, "-c", program, file], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
