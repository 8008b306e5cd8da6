"""Which sentences of a text are worth sending: whole sentences in its language, told in the text's own voice."""

from __future__ import annotations

from hashlib import blake2b

from corpuslint.doc import Doc, Span
from corpuslint.language import is_short, language_of
from corpuslint.lazy import lazy_pattern
from corpuslint_rules._word_sets import words

_LEAST_WORDS = 5
_LONGEST = 600
"""Code points: what is longer is a list, a table or program text."""

_END = lazy_pattern(r"[.!?…][\"'”’»)\]]*$")
_CODE = lazy_pattern(r"[`{}<>\\|=]|://|www\.|\w@\w|  |[\x00-\x08\x0b-\x1f\x7f-\x9f]|\w\(\)")
_WORD = lazy_pattern(r"[^\W\d_]+")

_ENGLISH = words(
    "the of and to in a an is that for it on was with as be by at from this are have has not but or his her they he "
    "she which had will would been their its i you we were when who there do did can could if so what my your"
)
_FOREIGN = words("el los las una del der das und nicht le les des une est il gli che het een och att")
_LEAST_LATIN = 0.8


def language_told(doc: Doc) -> str | None:
    """The language of a document; one too short to show any may be English, sentence by sentence."""
    return doc.language or ("en" if is_short(doc.text) else None)


def worth_sending(doc: Doc, language: str, most: int, sample: float) -> list[Span]:
    """The sentences to send, at most so many characters; what is left out is counted in the document's coverage.

    language: the document's, ISO 639-1.
    """
    count = doc.coverage
    if sample < 1 and not _sampled(doc.text, sample):
        count["not in the sample"] += len(doc.text)
        return []
    chosen: list[Span] = []
    sent = 0
    for span in doc.sentences:
        size = span.end - span.start
        text = doc.text[span.start : span.end]
        if reason := _reason(text, language):
            count[reason] += size
        elif doc.quoted(span.start, span.end):
            count["left out as quotations"] += size
        elif sent + size > most:
            count["left out over max-characters"] += size
        else:
            chosen.append(span)
            sent += size
    return chosen


def _reason(text: str, language: str) -> str | None:
    """Why a sentence is not sent."""
    if len(text) > _LONGEST or not _END.search(text) or text.count(" ") < _LEAST_WORDS - 1:
        return "left out as no sentences"
    if _CODE.search(text):
        return "left out as code or addresses"
    if not (_is_english(text) if language == "en" else language_of(text) in (None, language)):
        return "left out as another language"
    return None


def _is_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    latin = sum(word < "\u0250" for word in words)
    common = sum(word in _ENGLISH for word in words)
    return latin >= _LEAST_LATIN * len(words) and common > sum(word in _FOREIGN for word in words)


def _sampled(text: str, share: float) -> bool:
    """Chosen by what the text says: the same texts in every run, however many processes there are."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) < share * (1 << 64)
