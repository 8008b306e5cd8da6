"""Whether a text is about markup or software, and so may show tags and references on purpose."""

from __future__ import annotations

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


def is_markdown(doc: Doc) -> bool:
    """Whether the text is Markdown or reStructuredText by its file or, as texts in records may be, by its marks."""
    return doc.format == "markdown" or _MARKDOWN.search(doc.text) is not None


def documents_software(doc: Doc) -> bool:
    """Whether the text documents software, its own tags and scripts left aside."""
    return is_technical(doc.once(_untagged))


def mentions_markup(doc: Doc) -> bool:
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
