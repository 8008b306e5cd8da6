"""U+FFFD, which a decoder puts where it could not read the bytes.

The character that stood there is lost, and every word with the mark is damaged. A text has one finding, which says how
many there are.

Bad:

    The caf� opens at nine.
    Don�t forget the w�rter.
    ��� breaking news

Good:

    The café opens at nine.
    What a decoder cannot read becomes the replacement character (“�”).
"""

from __future__ import annotations

from collections.abc import Iterable

from corpuslint import Doc, Document, Hit
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.encoding._grouped import grouped

_RUN = lazy_pattern("\ufffd+")
_SHOWN = lazy_pattern("[\"'“‘«(\\[`]\ufffd[\"'”’»)\\]`]")


def check(doc: Doc) -> Iterable[Hit]:
    """All but a mark that is shown between quotation marks or brackets."""
    runs = [m.span() for m in _RUN.finditer(doc.text) if not _SHOWN.match(doc.text, max(m.start() - 1, 0))]
    if runs:
        yield grouped(runs, "replacement character U+FFFD: bytes that could not be decoded")


RULE = Document(
    code="EN102",
    name="replacement-character",
    doc=__doc__,
    message="replacement character",
    severity="error",
    check=check,
    needs=("replacement_characters",),
    strength="decisive",
)
