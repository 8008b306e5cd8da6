"""A text that ends without a full stop.

Bad:

    The ferry was late because of
    He waited for the

Good:

    The ferry was late.
    Was the ferry late?

Options:

    min-words: texts with fewer words are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpuslint import Document, Hit

if TYPE_CHECKING:
    from corpuslint import Doc


@dataclass(frozen=True)
class Options:
    min_words: int = 4


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    words = doc.text.split()
    if len(words) >= options.min_words:
        end = len(doc.text.rstrip())
        yield Hit(end - len(words[-1]), end)


RULE = Document(
    code="XX103",
    name="open-ending",
    doc=__doc__,
    message="the text ends without a full stop",
    check=check,
    needs=("open_end",),
    options=Options(),
)
