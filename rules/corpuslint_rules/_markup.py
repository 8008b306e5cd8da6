"""Whether a text is about markup or software, and so may show tags and references on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuslint.lazy import lazy_pattern
from corpuslint_rules._technical import is_technical

if TYPE_CHECKING:
    from corpuslint import Doc

_TAG = lazy_pattern(r"<[^<>\n]{1,1000}>")
_TERM = lazy_pattern(
    r"(?<![\w./-])(?:[Xx]?[Hh][Tt][Mm][Ll]\d?|XML|SGML|CSS|JSX|PHP|BBCode|Unicode|LaTeX|JavaScript|Markdown"
    r"|[Mm]ark-?up|[Tt]ags?(?=[\s:,.]+<)|[Ww]eb ?page source|[Ss]ource code)(?!\w)"
)


def is_about_markup(doc: Doc) -> bool:
    """Whether it names a language of markup outside of tags, or documents software."""
    return doc.once(is_technical) or _TERM.search(_TAG.sub("", doc.text)) is not None
