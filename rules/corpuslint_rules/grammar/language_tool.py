"""What LanguageTool finds in the sentences of a text.

Text that was spun, translated word by word or put together from pieces breaks agreement: articles before the wrong
words, verbs in the wrong form, words taken for others that sound alike. LanguageTool knows thousands of such errors. Of
its categories only those are asked for that tell damaged from sound text; style and spelling say little about where a
text comes from, and more about who wrote it.

It is a Java program and slow (some 20 kB a second), so the rule is off by default, and only whole sentences are sent:
no headings or lists, nothing quoted, no code or addresses, no sentences in another language. Findings inside quotation
marks are left out. What was sent and what was not is said at the end of the run. Answers are kept, sentence by
sentence.

Bad:

    An new bridge was opened by the mayor of the town on Sunday.
    The engineers was asked to look at the bridge again in spring.
    They has agreed to pay for the bridge together.

Good:

    A new bridge was opened by the mayor of the town on Sunday.
    "An new bridge were a good thing," he said.
    Dr Osei's 3-D model of the bridge, which nobody had asked for, was a great success.
    An new bridge

Options: server, the address of a running server; without it one is started from folder, else from the folder that
    LTP_PATH names, else from where language_tool_python puts it. Nothing is ever downloaded. languages,
    as LanguageTool writes them (en-GB, de-AT): texts in others are not sent; without it all that LanguageTool knows,
    English as en-US. rules, what is reported: CATEGORY or CATEGORY/RULE, with * for any text; ignore-rules, names
    of rules that are not, the same way. sample, the share of texts that are looked at, chosen by what they say;
    max-characters, those of one text that are sent.
Known false alarms: verse, dialect, old spelling, names of works and firms.
Source: LanguageTool (languagetool.org), through language_tool_python.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from corpuslint import Doc, Document, Hit

if TYPE_CHECKING:
    from corpuslint_rules.grammar._service import Match, Service

_SHOWN = 3
"""Replacements that a message names."""


class Options(msgspec.Struct, frozen=True):
    server: str | None = None
    folder: Path | None = None
    languages: tuple[str, ...] = ()
    rules: tuple[str, ...] = ("GRAMMAR", "CONFUSED_WORDS", "MISC/EN_A_VS_AN")
    ignore_rules: tuple[str, ...] = ("*_COMPOUNDS", "*_HYPHEN", "PHRASE_REPETITION", "CAUSE_BECAUSE", "THESE_ONES")
    max_characters: int = 20_000
    sample: float = 1.0

    def __post_init__(self) -> None:
        if self.max_characters < 1:
            raise ValueError("max-characters: expected a number above 0")
        if not 0 < self.sample <= 1:
            raise ValueError("sample: expected a share above 0, at most 1")
        if not self.rules:
            raise ValueError("rules: name at least one category")


@contextmanager
def opened(options: Options, cache: Path | None) -> Iterator[Service]:
    """A server for one run. ``cache``: the folder where answers may be kept."""
    from corpuslint_rules.grammar._server import running_server  # noqa: PLC0415
    from corpuslint_rules.grammar._service import Service, probe  # noqa: PLC0415

    with running_server(options.server, options.folder) as (url, version):
        probe(url, options.languages)
        categories = tuple(sorted({rule.partition("/")[0] for rule in options.rules}))
        store = cache and cache / "languagetool.sqlite"
        yield Service(url, version, options.languages, categories, store, options)


def check(doc: Doc, service: Service) -> Iterator[Hit]:
    from corpuslint_rules.grammar._sentences import language_told, worth_sending  # noqa: PLC0415

    options: Options = service.options
    language = language_told(doc)
    tag = language and service.speaks(language)
    if not language or not tag:
        doc.coverage[f"left out as {'another' if language else 'no known'} language"] += len(doc.text)
        return
    spans = worth_sending(doc, language, options.max_characters, options.sample)
    answers = service.ask([doc.text[span.start : span.end] for span in spans], tag, doc.coverage)
    for span, matches in zip(spans, answers, strict=True):
        for match in matches:
            start, end = span.start + match.start, span.start + match.end
            if _reported(match, options) and not doc.quoted(start, end):
                yield Hit(start, end, _message(match))


def _reported(match: Match, options: Options) -> bool:
    wanted = (rule if "/" in rule else f"{rule}/*" for rule in options.rules)
    return any(fnmatchcase(f"{match.category}/{match.rule}", pattern) for pattern in wanted) and not any(
        fnmatchcase(match.rule, pattern) for pattern in options.ignore_rules
    )


def _message(match: Match) -> str:
    replacements = ", ".join(f'"{text}"' for text in match.replacements[:_SHOWN])
    return f"{match.rule} ({match.category}): {match.message.rstrip('.')}" + (
        f"; try {replacements}" if replacements else ""
    )


RULE = Document(
    code="GR101",
    name="language-tool",
    doc=__doc__,
    message="an error of grammar",
    severity="info",
    default=False,
    version=2,
    check=check,
    open=opened,
    needs=(),
    options=Options(),
)
