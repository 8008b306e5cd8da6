"""The server: which documents are open, what was found in them, and when they are linted."""

from __future__ import annotations

import argparse
import asyncio
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from lsprotocol.types import Diagnostic, PositionEncodingKind, PublishDiagnosticsParams, TextDocumentSyncKind
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from corpuslint._version import __version__
from corpuslint.config import IGNORE_FILE
from corpuslint.discover import Source
from corpuslint.errors import UsageError
from corpuslint.opening import Held
from corpuslint.server.checking import Checked, Checker, document
from corpuslint.server.diagnostics import diagnostics, places_of
from corpuslint.server.positions import Places

PAUSE = 0.2
"""Seconds without a change after which a document is linted."""


class Shown(NamedTuple):
    """What the editor was told of a document, and of which version of it."""

    version: int | None
    checked: Checked
    diagnostics: list[Diagnostic]
    places: Places


class Server(LanguageServer):
    """A server for one editor. Documents are linted in a thread, one at a time, while messages are read.

    Documents are sent as a whole at each change: by lines pygls means those of ``str.splitlines``, the protocol does
    not, and to put changes where they belong takes the protocol's.
    """

    def __init__(self, arguments: argparse.Namespace):
        super().__init__("corpuslint", __version__, TextDocumentSyncKind.Full)
        self._arguments = arguments
        self._held = Held()  # to start a grammar server takes seconds: not at each change of a configuration
        self._checker = Checker(arguments, self._held)
        self._one_at_a_time = asyncio.Lock()
        self._worker = ThreadPoolExecutor(1)  # one: who waits for a document may give up, the thread does not
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._shown: dict[str, Shown] = {}

    def shutdown(self) -> None:
        """Called by pygls when the editor has gone, however it went."""
        super().shutdown()  # type: ignore[no-untyped-call]
        self._worker.shutdown(cancel_futures=True)
        self._held.close()

    def lint_later(self, uri: str, pause: float = PAUSE) -> None:
        """Lint a document when it has rested; a request before that begins the wait anew."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._lint_after(uri, pause))

    def forget(self, uri: str) -> None:
        """A document that was closed has no diagnostics any more."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._shown.pop(uri, None)
        self.text_document_publish_diagnostics(PublishDiagnosticsParams(uri, []))

    def configure_anew(self) -> None:
        """Read configurations and suppressions again, and lint all that is open."""
        self._checker = Checker(self._arguments, self._held)
        self._shown.clear()
        for open_document in self.workspace.text_documents.values():
            self.lint_later(open_document.uri, pause=0)

    async def up_to_date(self, uri: str) -> Shown | None:
        """What there is to say of a document as it is now; None if it is not open."""
        while (open_document := self._open(uri)) is not None:
            shown = self._shown.get(uri)
            if shown and shown.version == open_document.version:
                return shown
            await self._lint(uri)
        return None

    async def _lint_after(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        await self.up_to_date(uri)

    async def _lint(self, uri: str) -> None:
        async with self._one_at_a_time:
            checker, open_document = self._checker, self._open(uri)
            if open_document is None:
                return
            version, text = open_document.version, open_document.source
            if (known := self._shown.get(uri)) and known.version == version:
                return  # while we waited
            language, path = open_document.language_id or "", to_fs_path(uri) or str(self._root / "untitled")
            source = document(path, language, text)
            encoding = PositionEncodingKind(self.workspace.position_encoding or PositionEncodingKind.Utf16)
            checked = await asyncio.get_running_loop().run_in_executor(self._worker, _checked, checker, text, source)
            places = places_of(checked, encoding)
            shown = Shown(version, checked, diagnostics(checked, uri, places), places)
        now = self._open(uri)
        if checker is not self._checker or now is None or now.version != version:
            return  # somebody else will lint it, or nobody wants to know
        self._shown[uri] = shown
        self.text_document_publish_diagnostics(PublishDiagnosticsParams(uri, shown.diagnostics, version))

    def _open(self, uri: str) -> TextDocument | None:
        """An open document. pygls knows them by URIs without escapes."""
        found: TextDocument | None = self.workspace.text_documents.get(unquote(uri))
        return found

    @property
    def _root(self) -> Path:
        return Path(self.workspace.root_path or Path.cwd())

    def ignore_file_for(self, checked: Checked) -> Path:
        """The file that takes an entry about this document: the one in force, or a new one."""
        if checked.ignore_file:
            return checked.ignore_file
        folder = Path(checked.source.file).parent
        return (self._root if folder.is_relative_to(self._root) else folder) / IGNORE_FILE


def _checked(checker: Checker, text: str, source: Source) -> Checked:
    """The document linted. Whatever goes wrong is said in the document: the server goes on."""
    try:
        return checker.check(text, source)
    except UsageError as error:
        return Checked(text, source, trouble=str(error))
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        bug = f"this is a bug in corpuslint, please report it: {type(error).__name__}: {error}"
        return Checked(text, source, trouble=bug)
