"""What the server does at each of the editor's messages."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
from collections.abc import Callable
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import from_fs_path

from corpuslint.config import BASELINE_FILE
from corpuslint.errors import UsageError
from corpuslint.server.actions import FIX_ALL, IGNORE, actions, key_of
from corpuslint.server.diagnostics import page_of, touches
from corpuslint.server.session import Server
from corpuslint.suppression.ignore_file import add_entry

_READ = ("*.toml", BASELINE_FILE, ".gitignore", ".ignore", ".corpuslintignore")
"""Files that decide what is found: configurations, which may extend others of any name, the ignore file, …"""

_REASON = "looked at in the editor, and right as it is"


def server_for(arguments: argparse.Namespace) -> Server:
    """A server, to be started. ``arguments``: the command's, which hold for every document."""
    server = Server(arguments)
    options = {types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL])}
    for method, handler in _HANDLERS.items():
        server.feature(method, options.get(method))(handler)
    server.command(IGNORE)(_ignore)
    return server


async def _initialized(ls: Server, params: types.InitializedParams) -> None:
    """Ask to be told of changed files, of an editor that can."""
    workspace = ls.client_capabilities.workspace
    watching = workspace and workspace.did_change_watched_files
    if watching and watching.dynamic_registration:
        watchers = [types.FileSystemWatcher(f"**/{name}") for name in _READ]
        wish = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration("corpuslint", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, wish)
        with contextlib.suppress(
            JsonRpcException
        ):  # an editor that says it can watch, and then cannot: there is saving
            await ls.client_register_capability_async(types.RegistrationParams([registration]))


async def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.lint_later(params.text_document.uri, pause=0)


async def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.lint_later(params.text_document.uri)


async def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Not every editor watches files."""
    path = PurePath(unquote(params.text_document.uri))
    if any(map(path.match, _READ)):
        ls.configure_anew()


async def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.forget(params.text_document.uri)


async def _files_changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    ls.configure_anew()


async def _settings_changed(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    ls.configure_anew()


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """The pages of the rules that found something here."""
    shown = await ls.up_to_date(params.text_document.uri)
    at = types.Range(params.position, params.position)
    here = [d for d in shown.diagnostics if touches(d.range, at)] if shown else []
    pages = {str(d.code): page_of(str(d.code), shown.checked.about.rules) for d in here if shown and d.code}
    if not pages:
        return None
    text = types.MarkupContent(types.MarkupKind.Markdown, "\n---\n\n".join(pages.values()))
    return types.Hover(text, here[0].range)


async def _code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    shown = await ls.up_to_date(params.text_document.uri)
    if shown is None:
        return []
    return await asyncio.to_thread(actions, shown.checked, shown.diagnostics, params, shown.places)


async def _ignore(ls: Server, uri: str, wanted: list[Any]) -> None:
    """Write an entry about a finding, lint again, and show the entry: its reason is for the user to write."""
    shown = await ls.up_to_date(uri)
    for report in shown.checked.reports if shown else ():
        finding = report.finding
        if shown and report.evidence and key_of(finding) == wanted:
            file = ls.ignore_file_for(shown.checked)
            try:
                line = add_entry(file, finding, report.evidence, _REASON)
            except (UsageError, OSError) as error:
                ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
                return
            ls.configure_anew()
            await _show(ls, str(file), line)
            return


async def _show(ls: Server, file: str, line: int) -> None:
    window: Any = ls.client_capabilities.window
    uri = from_fs_path(file)
    if uri and window and window.show_document and window.show_document.support:
        entry = types.Position(line - 1, 0)
        wish = types.ShowDocumentParams(uri, take_focus=False, selection=types.Range(entry, entry))
        await ls.window_show_document_async(wish)


_HANDLERS: dict[str, Callable[..., Any]] = {
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files_changed,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _settings_changed,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_CODE_ACTION: _code_action,
}
