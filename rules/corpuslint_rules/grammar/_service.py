"""Sentences in, what LanguageTool says of them out: in batches, and from earlier runs where they are known."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from corpuslint import UsageError
from corpuslint.kept import Kept

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

_BATCH = 8_000
"""Characters of a request."""

_BETWEEN = "\n\n"
"""Ends a paragraph: what stands before says nothing about what comes after."""

_BEYOND = frozenset(
    (
        "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
        "EN_REPEATEDWORDS",
        "EN_UNPAIRED_QUOTES",
        "EN_WORD_COHERENCY",
        "PARAGRAPH_REPEAT_BEGINNING_RULE",
        "TOO_LONG_PARAGRAPH",
    )
)
"""Rules that look beyond a sentence: what they said would depend on what happens to be sent with it."""

_VARIANTS = {"en": "en-US"}
"""The variant of a language where none is named; of others LanguageTool has what is common to all of them."""

_LOCAL = ("127.0.0.1", "localhost", "::1")
_MOST_REPLACEMENTS = 5


class Match(msgspec.Struct, frozen=True, array_like=True):
    """One finding of LanguageTool; ``start`` and ``end`` are code points of its sentence."""

    rule: str
    category: str
    start: int
    end: int
    message: str
    replacements: tuple[str, ...]


_decode = msgspec.msgpack.Decoder(list[Match]).decode


@dataclass(frozen=True)
class Service:
    """A server and what is asked of it. Goes from process to process; each makes its own connection.

    version: of LanguageTool, empty where only the server's address is known; languages: those asked for, as
    LanguageTool writes them, without any all that it knows; categories: those asked for, where one is a pattern all
    that are on in LanguageTool; store: where answers are kept.
    """

    url: str
    version: str
    languages: tuple[str, ...]
    categories: tuple[str, ...]
    store: Path | None
    options: Any

    def speaks(self, language: str) -> str | None:
        """What LanguageTool is to take a text for that is in this language (ISO 639-1); None for one not sent."""
        if self.languages:
            return next((tag for tag in self.languages if tag.partition("-")[0] == language), None)
        tag = _VARIANTS.get(language, language)
        return tag if self._tool(tag) else None

    def ask(self, sentences: Sequence[str], tag: str, coverage: Counter[str]) -> list[list[Match]]:
        """What is found in each sentence, whatever stands beside it. Counts the characters that are sent.

        tag: the language, as LanguageTool writes it.
        """
        plain = [_plain(sentence) for sentence in sentences]
        keys = {text: self._key(text, tag) for text in plain}
        known = self._kept.get(list(keys.values())) if self._kept else {}
        answers = {text: _decode(known[key]) for text, key in keys.items() if key in known}
        new = [text for text in keys if text not in answers]
        for batch in _batches(new):
            found = self._send(batch, tag)
            answers |= found
            if self._kept:
                self._kept.put({keys[text]: msgspec.msgpack.encode(matches) for text, matches in found.items()})
        coverage["characters sent to LanguageTool"] += sum(map(len, new))
        coverage["known to it from earlier"] += sum(map(len, plain)) - sum(map(len, new))
        return [answers[text] for text in plain]

    def _send(self, batch: Sequence[str], tag: str) -> dict[str, list[Match]]:
        tool = self._tool(tag)
        assert tool is not None
        found: dict[str, list[Match]] = {text: [] for text in batch}
        starts = list(accumulate((len(text) + len(_BETWEEN) for text in batch), initial=0))
        for match in tool.check(_BETWEEN.join(batch)):
            at = bisect_right(starts, match.offset) - 1
            start = match.offset - starts[at]
            end = min(start + match.error_length, len(batch[at]))
            if start < end and match.rule_id not in _BEYOND:
                replacements = tuple(match.replacements[:_MOST_REPLACEMENTS])
                found[batch[at]].append(Match(match.rule_id, match.category, start, end, match.message, replacements))
        return found

    def _key(self, text: str, tag: str) -> bytes:
        return blake2b(f"{tag}\0{text}".encode(), digest_size=16, key=self._state).digest()

    @cached_property
    def _state(self) -> bytes:
        return blake2b(repr((self.version or self.url, self.categories)).encode(), digest_size=32).digest()

    @cached_property
    def _kept(self) -> Kept | None:
        return Kept(self.store) if self.store else None

    @cached_property
    def _tools(self) -> dict[str, LanguageTool | None]:
        return {}

    def _tool(self, tag: str) -> LanguageTool | None:
        """A client of the server for a language; None where the server does not know that."""
        if tag not in self._tools:
            self._tools[tag] = tool = connected(self.url, tag)
            if tool and not any("*" in category for category in self.categories):
                tool.enabled_categories = set(self.categories)
                tool.enabled_rules_only = True
        return self._tools[tag]


def probe(url: str, languages: Sequence[str]) -> None:
    """Raises ``UsageError`` where no server answers or where it does not know one of the languages."""
    for tag in languages or ("en",):
        if connected(url, tag) is None:
            raise UsageError(f"[rules.GR101] languages: LanguageTool does not know {tag!r}")


def connected(url: str, tag: str) -> LanguageTool | None:
    """A client of the server; None where the server does not know the language."""
    try:
        from language_tool_python import LanguageTool  # noqa: PLC0415 (heavy, an extra)
        from language_tool_python.exceptions import LanguageToolError  # noqa: PLC0415
    except ModuleNotFoundError as error:
        how = "pip install 'corpus-linter[grammar]'"
        raise UsageError(f"GR101 needs the package language-tool-python ({error.name} is missing): {how}") from None
    if urlsplit(url).scheme not in ("http", "https"):
        raise UsageError(f'[rules.GR101] server: expected an address like "http://127.0.0.1:8081", got {url!r}')
    direct = {"http": "", "https": ""} if urlsplit(url).hostname in _LOCAL else None
    try:
        return LanguageTool(tag, remote_server=url, proxies=direct)
    except LanguageToolError as error:
        raise UsageError(
            f"GR101: no LanguageTool server answers at {url} ({str(error)[:100]}): start it, correct "
            "[rules.GR101] server, or leave that out to have one started; see docs/grammar.md"
        ) from None
    except ValueError:
        return None


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _plain(text: str) -> str:
    """The text with a square for what is not one unit of UTF-16, in which LanguageTool counts, or no character."""
    if text.isascii():
        return text
    return "".join(c if c < "\ud800" or "\ue000" <= c <= "\uffff" else "□" for c in text)
