"""An editor as the server sees it: a client that speaks the protocol with a real process, over its pipes."""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from cattrs import Converter
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

PATIENCE = 120


class Editor:
    """What tests do with an editor. ``folder``: the workspace; ``shown``: documents the server asked to show.

    ``skipped``: how often the server spoke of a version that was no longer the present one.
    """

    def __init__(self, client: LanguageClient, folder: Path):
        self.client = client
        self.folder = folder
        self.registered: list[types.Registration] = []
        self.shown: list[types.ShowDocumentParams] = []
        self.messages: list[str] = []
        self.skipped = 0
        self.watches = True
        self.is_registered = asyncio.Event()
        self._published: dict[str, asyncio.Queue[types.PublishDiagnosticsParams]] = defaultdict(asyncio.Queue)
        self._versions: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(self._receive())
        client.feature(types.CLIENT_REGISTER_CAPABILITY)(self._register())
        client.feature(types.WINDOW_SHOW_DOCUMENT)(self._show())
        client.feature(types.WINDOW_SHOW_MESSAGE)(self._message())

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str, language: str = "plaintext") -> list[types.Diagnostic]:
        """Open a document, which need not be on disk."""
        self._texts[name], self._versions[name] = text, 1
        item = types.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics(name)

    def type(self, name: str, text: str) -> None:
        """Change all of a document."""
        self._texts[name] = text
        self._versions[name] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[name], self.uri(name))
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def diagnostics(self, name: str) -> list[types.Diagnostic]:
        """What the server says next of a document's present version."""
        while True:
            params = await asyncio.wait_for(self._published[self.uri(name)].get(), PATIENCE)
            if params.version in (None, self._versions.get(name)):
                return list(params.diagnostics)
            self.skipped += 1

    def close(self, name: str) -> None:
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def save(self, name: str) -> None:
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(document))

    def files_changed(self, *names: str) -> None:
        changes = [types.FileEvent(self.uri(name), types.FileChangeType.Changed) for name in names]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))

    async def shell(self, *arguments: str) -> None:
        """Run the command line meanwhile."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "corpuslint", *arguments, cwd=self.folder, stdout=asyncio.subprocess.DEVNULL
        )
        assert await process.wait() == 0

    async def hover(self, name: str, line: int, character: int) -> types.Hover | None:
        document = types.TextDocumentIdentifier(self.uri(name))
        return await self.client.text_document_hover_async(types.HoverParams(document, types.Position(line, character)))

    async def actions(self, name: str, at: types.Range, *only: types.CodeActionKind | str) -> list[types.CodeAction]:
        context = types.CodeActionContext([], list(only) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(name)), at, context)
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    async def run(self, command: types.Command | None) -> None:
        assert command
        params = types.ExecuteCommandParams(command.command, command.arguments)
        await self.client.workspace_execute_command_async(params)

    def applied(self, name: str, action: types.CodeAction, encoding: str) -> str:
        """The document with an action's edits, as an editor with this encoding makes them."""
        assert action.edit and action.edit.changes
        lines = self._texts[name].split("\n")
        for edit in reversed(action.edit.changes[self.uri(name)]):
            assert isinstance(edit, types.TextEdit)
            start, end = edit.range.start, edit.range.end
            head, _ = split(lines[start.line], start.character, encoding)
            _, tail = split(lines[end.line], end.character, encoding) if end.line < len(lines) else ("", "")
            lines[start.line : end.line + 1] = (head + edit.new_text + tail).split("\n")
        return "\n".join(lines)

    def _receive(self) -> Any:
        return lambda params: self._published[params.uri].put_nowait(params)

    def _register(self) -> Any:
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations
            self.is_registered.set()
            if not self.watches:
                raise RuntimeError("this editor watches nothing")

        return register

    def _show(self) -> Any:
        def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.shown.append(params)
            return types.ShowDocumentResult(success=True)

        return show

    def _message(self) -> Any:
        return lambda params: self.messages.append(params.message)


def split(line: str, units: int, encoding: str) -> tuple[str, str]:
    """A line cut after so many units, which must not be inside of a character."""
    codec, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding]
    raw = line.encode(codec)
    return raw[: units * size].decode(codec), raw[units * size :].decode(codec)


def converter() -> Converter:
    """pygls's own, which takes a code action with a command for a bare command: ours are never bare."""
    made: Converter = default_converter()  # type: ignore[no-untyped-call]
    action_or_command = types.Command | types.CodeAction

    def structure(given: Any, _: Any) -> types.CodeAction:
        return made.structure(given, types.CodeAction)

    made.register_structure_hook(action_or_command, structure)
    return made


@asynccontextmanager
async def editor(
    folder: Path, *arguments: str, encodings: list[str] | None = None, watches: bool = True
) -> AsyncIterator[Editor]:
    """An editor with a server of its own, which must end well.

    encodings: those that the editor offers; watches: whether it does watch files, as it says.
    """
    client = LanguageClient("test-editor", "1", converter_factory=converter)
    made = Editor(client, folder)
    made.watches = watches
    await client.start_io(sys.executable, "-m", "corpuslint", "server", *arguments, cwd=str(folder))
    await client.initialize_async(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(
                general=types.GeneralClientCapabilities(position_encodings=encodings),
                window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(True)),
                workspace=types.WorkspaceClientCapabilities(
                    did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
                ),
            ),
            root_uri=folder.as_uri(),
        )
    )
    client.initialized(types.InitializedParams())
    yield made
    await client.shutdown_async(None)
    client.exit(None)
    process: Any = client._server
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    await client.stop()  # type: ignore[no-untyped-call]
