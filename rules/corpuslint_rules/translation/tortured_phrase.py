"""A tortured phrase: a set term of science after a paraphrasing tool.

Paraphrasing tools swap the words of a term one by one for synonyms and so destroy it: artificial intelligence becomes
"counterfeit consciousness". Nobody who knows the subject writes so, and a paper that holds such phrases was copied and
disguised. Some phrases have an honest meaning too; those count only in a text that holds the genuine term as well.

Bad:

    The classifier was trained with a profound neural organization.
    A counterfeit consciousness approach detects bosom peril early.
    We compared irregular woodland with an innocent Bayes classifier.

Good:

    The classifier was trained with a deep neural network.
    Counterfeit goods cost the industry millions, and consciousness of it is low.
    The walk leads through dense woodland to an innocent little brook.

Known false alarms:

    Articles about tortured phrases that quote them without quotation marks.

Source:

    The fingerprints of the Problematic Paper Screener by Guillaume Cabanac, Cyril Labbé and Alexander Magazinov;
    see Cabanac, Labbé, Magazinov: Tortured phrases, arXiv:2107.06751 (2021). Terms in NOTICE.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpuslint import Phrases
from corpuslint_rules.translation._cited import cited

if TYPE_CHECKING:
    from corpuslint.doc import Doc
    from corpuslint.rule import PhraseMatch
    from corpuslint.unit import Unit

CONTEXT = Path(__file__).with_name("tortured_phrase_context.en.tsv")


@lru_cache(maxsize=1)
def contexts() -> dict[str, str]:
    """Phrases with an honest meaning too, and the words (``|`` between them) of which one must stand in the text."""
    rows = CONTEXT.read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t") for row in rows)


def veto(match: PhraseMatch, unit: Unit) -> bool:
    if cited(match, unit):
        return True
    words = contexts().get(match.phrase)
    if words is None:
        return False
    lacking = unit.doc.once(_contexts_lacking)
    if words not in lacking:
        genuine = "|".join(map(re.escape, words.split("|")))
        lacking[words] = re.search(rf"\b(?:{genuine})s?\b", unit.doc.text, re.IGNORECASE) is None
    return lacking[words]


def _contexts_lacking(_doc: Doc) -> dict[str, bool]:
    """Which required words a document lacks, filled in as they are asked for."""
    return {}


RULE = Phrases(
    code="MT101",
    name="tortured-phrase",
    version=2,
    doc=__doc__,
    message="tortured phrase: {match}",
    languages=frozenset({"en"}),
    files=__file__,
    veto=veto,
    strength="decisive",
)
