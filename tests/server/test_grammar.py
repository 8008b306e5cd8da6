"""A grammar server is started once for an editor, and ended with it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from language_tool import servers, skip_without_server, wait_for
from server.editor import editor
from server.test_documents import codes, run

BAD = "They has agreed to pay for the bridge together.\n"
GOOD = "They have agreed to pay for the bridge together.\n"


def test_one_server_serves_all_checks(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skip_without_server()
    psutil = pytest.importorskip("psutil")
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    async def test() -> None:
        async with editor(folder, "--select", "GR") as vi:
            assert codes(await vi.open("a.txt", BAD)) == ["GR101"]
            started = servers(tmp_path)
            assert len(started) == 2, "Java, and the process that keeps it"
            vi.type("a.txt", GOOD)
            assert await vi.diagnostics("a.txt") == []
            (folder / "corpuslint.toml").write_text('ignore = ["BP101"]\n')
            vi.save("corpuslint.toml")
            assert await vi.diagnostics("a.txt") == []
            assert codes(await vi.open("b.txt", GOOD + BAD)) == ["GR101"]
            assert servers(tmp_path) == started
            for process in started:
                psutil.Process(process).kill()
            assert await asyncio.to_thread(wait_for, lambda: not servers(tmp_path))
            vi.type("b.txt", "He have three boats in the old harbour.\n")  # no answer that is known already
            assert codes(await vi.diagnostics("b.txt")) == ["CL905"]
            vi.type("b.txt", "He have four boats in the old harbour.\n")
            assert codes(await vi.diagnostics("b.txt")) == ["GR101"]
            assert len(servers(tmp_path)) == 2

    run(test())
    assert wait_for(lambda: not servers(tmp_path))
