"""Marks of a page that were left in a text, and not shown on purpose by one that is about markup or software."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from corpuslint import Doc
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical

_TAG = lazy_pattern(r"<[^<>\n]{1,1000}>")
_OPENED = lazy_pattern(r"(?i)<(script|style)\b")
_MARKDOWN = lazy_pattern(r"\]\((?:https?:|[./#])|(?m:^(?:#{1,6} \S|```|\.\. [\w|]+))|`_(?!\w)")
_TERM = lazy_pattern(
    r"(?<![\w./-])(?:[Xx]?[Hh][Tt][Mm][Ll]\d?|XML|SGML|CSS|JSX|PHP|BBCode|Unicode|LaTeX|JavaScript|Markdown|ampersand"
    r"|[Mm]ark-?up|[Tt]ags?(?=[\s:,.]+<)|[Ww]eb ?pages?|[Ss]ource code)(?!\w)"
)


def left_behind(
    doc: Doc,
    places: Sequence[int],
    end_of: Callable[[Doc, int], int],
    is_at_work: Callable[[str, int, int], bool],
) -> list[tuple[int, int]]:
    """Where marks were left in a text; nowhere if it may show them on purpose.

    ``end_of``: where the mark ends that begins at a place, 0 if none does; ``is_at_work``: whether one does what it is
    for, which one at least must where the text speaks of markup.
    """
    spans: list[tuple[int, int]] = []
    for at in places:
        if not (spans and at < spans[-1][1]) and (end := end_of(doc, at)):
            spans.append((at, end))
    if not spans or doc.once(_is_markdown) or doc.once(_documents_software):
        return []
    if doc.once(_mentions_markup) and not any(is_at_work(doc.text, *span) for span in spans):
        return []
    return spans


def _is_markdown(doc: Doc) -> bool:
    """Whether the text is Markdown or reStructuredText by its file or, as texts in records may be, by its marks."""
    return doc.format == "markdown" or _MARKDOWN.search(doc.text) is not None


def _documents_software(doc: Doc) -> bool:
    """Whether the text documents software, its own tags and scripts left aside."""
    return is_technical(doc.once(_untagged))


def _mentions_markup(doc: Doc) -> bool:
    """Whether the text, outside of tags, names a language of markup."""
    return _TERM.search(doc.once(_untagged).text) is not None


def _untagged(doc: Doc) -> Doc:
    """The text without tags, and without what scripts and styles hold."""
    parts, at = [], 0
    lower = doc.text.lower()
    lower = lower if len(lower) == len(doc.text) else doc.text
    while (opened := _OPENED.search(doc.text, at)) and (end := lower.find(f"</{opened[1].lower()}", opened.end())) >= 0:
        parts.append(doc.text[at : opened.start()])
        at = end
    return Doc(_TAG.sub(" ", "".join([*parts, doc.text[at:]])))
