"""Configurations and suppressions hold in an editor as they do on the command line, and may change meanwhile."""

from __future__ import annotations

import asyncio
import tomllib
from pathlib import Path

from lsprotocol import types

from server.editor import editor
from server.test_documents import check, codes, run

PROMPT = "Sign in to read the full story.\n"
STORY = "The ferry left at nine, and nobody was on it who had a ticket.\n"


def test_repairs_that_are_safe_are_made_at_once(folder: Path) -> None:
    text = f"It rained.\n{PROMPT}The cafÃ© was shut.\nA fair wind blew all day. Share this on Facebook\n"

    async def test() -> None:
        async with editor(folder, "--select", "PW101,EN101,BP") as vi:
            found = await vi.open("a.txt", text)
            assert codes(found)[:2] == ["PW101", "EN101"]
            whole = types.Range(types.Position(0, 0), types.Position(5, 0))
            (all_at_once,) = await vi.actions("a.txt", whole, types.CodeActionKind.Source)
            mended = "It rained.\nThe café was shut.\nA fair wind blew all day. Share this on Facebook\n"
            assert vi.applied("a.txt", all_at_once, "utf-16") == mended
            remove, ignore = await vi.actions("a.txt", found[0].range, types.CodeActionKind.QuickFix)
            assert vi.applied("a.txt", remove, "utf-16") == text.replace(PROMPT, "")
            assert remove.is_preferred and not ignore.is_preferred
            assert [a.kind for a in await vi.actions("a.txt", types.Range(whole.start, whole.start))] == [
                all_at_once.kind
            ]

    run(test())


def test_ignoring_writes_an_entry_that_the_command_line_knows(folder: Path) -> None:
    kept = '# ours\r\n[[ignore]]  # an old one\r\ncode = "PW101"\r\npath = "other.txt"\r\nreason = "a play"\r\n'
    (folder / "corpuslint-ignore.toml").write_text(kept, newline="")
    (folder / "news").mkdir()
    name, text = "news/a [1].txt", f"A first line.\n{PROMPT}{STORY * 5}{PROMPT}"
    (folder / name).write_text(text)

    async def test() -> None:
        async with editor(folder, encodings=["utf-8"]) as vi:
            found = await vi.open(name, text)
            assert codes(found) == ["PW101", "PW101"]
            *_, ignore = await vi.actions(name, found[1].range, types.CodeActionKind.QuickFix)
            await vi.run(ignore.command)
            assert [d.range.start.line for d in await vi.diagnostics(name)] == [1]
            (shown,) = vi.shown
            assert shown.uri == vi.uri("corpuslint-ignore.toml")
            assert shown.selection and shown.selection.start.line == 6

    run(test())
    written = (folder / "corpuslint-ignore.toml").read_bytes().decode()
    assert written.startswith(kept) and written.count("\n") == written.count("\r\n") == 12
    assert tomllib.loads(written)["ignore"][1] == {
        "code": "PW101",
        "path": "news/a \\[1\\].txt",
        "text": "Sign in to read",
        "context": "and nobody was on it who had a ticket. Sign in to read the full story.",
        "reason": "looked at in the editor, and right as it is",
    }
    assert [finding["line"] for finding in check(folder, name)] == [2]


def test_an_ignore_file_is_made_or_left_alone(folder: Path) -> None:
    async def test() -> None:
        async with editor(folder) as vi:
            (found,) = await vi.open("a.txt", PROMPT)
            (folder / "corpuslint-ignore.toml").write_text('ignore = [{ code = "PW102", path = "b", reason = "c" }]\n')
            vi.save("corpuslint-ignore.toml")
            await vi.diagnostics("a.txt")
            *_, ignore = await vi.actions("a.txt", found.range, types.CodeActionKind.QuickFix)
            await vi.run(ignore.command)
            assert len(vi.messages) == 1 and "write [[ignore]], with two brackets" in vi.messages[0]
            (folder / "corpuslint-ignore.toml").unlink()
            vi.files_changed("corpuslint-ignore.toml")
            await vi.diagnostics("a.txt")
            await vi.run(ignore.command)
            assert await vi.diagnostics("a.txt") == []
            assert await vi.open("corpuslint-ignore.toml", PROMPT) == []  # as the editor does that shows it
        assert tomllib.loads((folder / "corpuslint-ignore.toml").read_text())["ignore"][0]["path"] == "/a.txt"

    run(test())


def test_a_configuration_may_change(folder: Path) -> None:
    async def test() -> None:
        async with editor(folder) as vi:
            await asyncio.wait_for(vi.is_registered.wait(), 60)
            (registration,) = vi.registered
            assert registration.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            assert codes(await vi.open("a.txt", PROMPT)) == ["PW101"]
            config = folder / "corpuslint.toml"
            config.write_text('severity.PW101 = "info"\n')
            vi.files_changed("corpuslint.toml")
            assert [d.severity for d in await vi.diagnostics("a.txt")] == [types.DiagnosticSeverity.Information]
            config.write_text('selct = ["PW"]\n')
            vi.files_changed("corpuslint.toml")
            (wrong,) = await vi.diagnostics("a.txt")
            assert "corpuslint.toml:1: unknown key" in wrong.message and wrong.range.start == types.Position(0, 0)
            assert await vi.actions("a.txt", wrong.range) == []
            for said in ('per-file-ignores = { "a.*" = ["PW"] }\n', 'exclude = ["a.txt"]\n'):
                config.write_text(said)
                vi.files_changed("corpuslint.toml")
                assert await vi.diagnostics("a.txt") == []
            (folder / "sub").mkdir()
            (folder / "sub/corpuslint.toml").write_text('ignore = ["PW101"]\n')
            assert await vi.open("sub/a.txt", PROMPT) == []
            assert codes(await vi.open("b.txt", PROMPT)) == ["PW101"]

    run(test())


def test_a_baseline_holds(folder: Path) -> None:
    text = STORY + PROMPT + STORY
    (folder / "a.txt").write_text(text)

    async def test() -> None:
        async with editor(folder, "--select", "PW") as vi:
            assert codes(await vi.open("a.txt", text)) == ["PW101"]
            await vi.shell("baseline", "create", ".")
            (folder / "corpuslint.toml").write_text('baseline = "corpuslint-baseline.jsonl"\n')
            vi.files_changed("corpuslint-baseline.jsonl", "corpuslint.toml")
            assert await vi.diagnostics("a.txt") == []
            vi.type("a.txt", f"It rained.\n\n{text}Subscribe to read on.\n")
            assert codes(await vi.diagnostics("a.txt")) == ["PW102"]
            assert await vi.open("corpuslint-baseline.jsonl", "{}\n") == []
            assert codes(await vi.open("old-corpuslint-baseline.jsonl", "{}\n")) == ["CL903"]

    run(test())


def test_a_configured_baseline_of_any_name_is_not_linted(folder: Path) -> None:
    (folder / "known.jsonl").write_text("")
    (folder / "corpuslint.toml").write_text('baseline = "known.jsonl"\n')

    async def test() -> None:
        async with editor(folder) as vi:
            assert await vi.open("known.jsonl", "{}\n") == []
            assert codes(await vi.open("other.jsonl", "{}\n")) == ["CL903"]

    run(test())


def test_what_a_configuration_extends_may_change_in_an_editor_that_watches_nothing(folder: Path) -> None:
    (folder / "house.toml").write_text('select = ["BP"]\n')
    (folder / "corpuslint.toml").write_text('extend = ["house.toml"]\n')

    async def test() -> None:
        async with editor(folder, watches=False) as vi:
            await asyncio.wait_for(vi.is_registered.wait(), 60)
            assert await vi.open("a.txt", PROMPT) == []
            (folder / "house.toml").write_text('select = ["PW"]\n')
            vi.save("house.toml")
            assert codes(await vi.diagnostics("a.txt")) == ["PW101"]
            assert vi.messages == []

    run(test())
