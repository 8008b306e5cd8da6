r"""A study's result told as cause and effect.

"Reduced the risk", "leads to", "has a causal effect": few studies can show that one thing makes another, most find that
the two go together. Copied without its design, "causes" becomes a fact. Say what was found ("was associated with"), or
name the design that carries the claim.

A sentence is judged by what it holds: causal verbs and their subjects speak for a claim; modals ("may reduce"),
words of association, aims and recommendations against it. Silent where the text names a randomised, blinded or
Mendelian design, in questions, headings and quotations, and in texts that hold no words of medicine or of studies; a
text of one or two sentences is taken for a conclusion.

Off by default: it cannot see how a study was done, and many such sentences are right.

Bad:

    Eating two apples a day reduced blood pressure in older adults.
    Late meals lead to weight gain in shift workers.
    The mobile game did not improve sleep quality in children.
    Our findings show that garlic extract significantly lowers cholesterol levels.

Good:

    Eating two apples a day was associated with lower blood pressure in older adults.
    Late meals may lead to weight gain in shift workers.
    In this randomised trial, the mobile game did not improve sleep quality in children.
    Further studies should investigate the effect of garlic extract on cholesterol levels.
    The rains led to floods in the lower town. The mayor spoke. The bridge was closed.

Known false alarms: experiments that the text describes without the words "trial" or "randomised".

Source: a logistic model over named frames, fitted to conclusions of medical abstracts; see `overclaimed_cause.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpuslint import Hit, Pattern
from corpuslint.lazy import lazy_pattern
from corpuslint_rules.claims._attribution import heading_or_question, spoken
from corpuslint_rules.claims._causal_frames import frames_of

if TYPE_CHECKING:
    import regex

    from corpuslint import Doc, Unit

MODEL = Path(__file__).with_suffix(".json")

_CUE = r"""(?:reduc|increas|decreas|improv|enhanc|induc|caus|promot|prevent|inhibit|attenuat|suppress|facilitat
    |accelerat
    |stimulat|alleviat|ameliorat|mitigat|impair|impact|influenc|affect|worsen|protect|prolong|exacerbat|restor
        |contribut|modulat|diminish|delay|mediat)
    (?:e[sd]?|s|ed|ing|ive)?\b | not\schange\b | contributions?\sto\b
    |(?:in)?effective(?:ly|ness)?\b|effica(?:cy|cious)\b|effects?\b|benefi(?:ts?|ted|cial)\b|(?:leads?|leading
        |led)\s(?:\w+ly\s)?to\b
    |result(?:s|ed|ing)?\s(?:\w+ly\s)?in\b|causal(?:ly)?\b|determinants?\b|(?:plays?
        |played)\s(?:an?\s)?(?:\w+\s){0,2}role\b
    |improvements?\sin\b|(?:lower|alter|rais|limit|maintain|achiev|determin)(?:s|ed|es|e)\b"""
_STUDY = lazy_pattern(
    r"""(?ix)\b(?:patients?|participants|subjects|trials?|stud(?:y|ies)|cohorts?|placebo|baseline|clinical\w*
        |treat\w+|therap\w+
    |supplement\w+|surg\w+|vaccin\w+|diet\w*|intake|doses?|mg|mortality|symptoms|incidence|disease|diabet\w+|cancer
    |insulin|glucose|cholesterol|obes\w+|infection|prevalence|outcomes|significant(?:ly)?|findings|mice|rats|serum
        |plasma)\b"""
)
_DESIGN = lazy_pattern(r"(?i)\b(?:randomi[sz]ed|double-blind|placebo-controlled|mendelian|crossover\strial)\b")


class Model(NamedTuple):
    """Weights by the name of a frame; a sentence whose sum reaches the threshold claims a cause."""

    weights: dict[str, float]
    threshold: float


def check(match: regex.Match[str], unit: Unit) -> Iterable[Hit]:
    """The first causal word of a sentence that claims a cause, in a text about studies."""
    start, end = match.span()
    if match.re.search(unit.text, 0, start) or _score(unit.text) < model().threshold:
        return
    if (
        unit.doc.once(of_a_study)
        and not unit.doc.once(names_design)
        and not spoken(unit, start, end)
        and not heading_or_question(unit.text)
    ):
        yield Hit(start, end)


def of_a_study(doc: Doc) -> bool:
    """Whether a text tells of studies, or is too short to tell."""
    return len(doc.sentences) < 3 or len({word.lower() for word in _STUDY.findall(doc.text)}) >= 3


def names_design(doc: Doc) -> bool:
    """Whether a text names a design that can show causes."""
    return _DESIGN.search(doc.text) is not None


@lru_cache(maxsize=8)
def _score(sentence: str) -> float:
    weights = model().weights
    return sum(weights.get(name, 0.0) for name in frames_of(sentence))


@cache
def model() -> Model:
    """The fitted weights, read when first needed."""
    import msgspec  # noqa: PLC0415

    return msgspec.json.decode(MODEL.read_bytes(), type=Model)


RULE = Pattern(
    code="UC106",
    name="overclaimed-cause",
    doc=__doc__,
    message="told as a cause: {match}",
    default=False,
    languages=frozenset({"en"}),
    scope="sentence",
    pattern=rf"(?ix)\b(?:{_CUE})",
    check=check,
    strength="weak",
)
