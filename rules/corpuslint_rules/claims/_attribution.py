"""Who stands behind a sentence: the one notion of attribution that the rules of this family share.

Everything here is asked only where a rule's trigger has fired.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from corpuslint.compiled import compiled
from corpuslint.lazy import lazy_pattern
from corpuslint.sentences import sentence_spans
from corpuslint_rules._word_sets import words

if TYPE_CHECKING:
    from corpuslint import Doc, Unit


_SAYING = words(
    """said say says saying told tell tells wrote write writes argued argues claims claimed adds added noted notes
    stated states explains explained warns warned announced announces reports reported suggests suggested estimated
    estimates contends contended believed believes insists insisted describes described concluded concludes tweets
    tweeted testified testifies declared declares observed observes predicts predicted acknowledged acknowledges
    maintains maintained asserts asserted proposed proposes hold holds calls point points pointed put"""
)
_SAYS_ONLY = words("said says wrote writes argues warns announced added insists holds")
_GIVEN_BY = words("according words cited quoted reported published conducted commissioned")
_NAME = r"(?-i:\p{Lu}[\p{L}\p{M}.'’-]*)"
_VAGUE = r"""(?:some|many|most|several|various|certain|others?|unnamed|anonymous|numerous|it|this|that|they|which|who
    |people|stud(?:y|ies)|research|(?:media|news|press|local|early|initial|unconfirmed|recent)\sreports|reports|sources
    |rumou?rs|critics|experts|observers|analysts|scholars|historians|scientists|researchers|officials|legend|tradition
    |popular|opinion|evidence)\b"""

# each is matched at a word of the lists above, and looks around from there
_GIVER_NAMED = rf"""(?x)
    (?i:according\sto|(?<=in\sthe\s)words\sof|(?:cited|quoted|reported|published|conducted|commissioned)\s(?:by|in))
    \s(?!(?i:{_VAGUE}))"""
_SAYER_BEFORE = rf"""(?x)
    (?<=\b(?!(?i:{_VAGUE})){_NAME}(?:,[^,;.]{{1,60}},)?\s(?:(?:also|has|have|had|later|once|then)\s){{0,2}})
  | (?<=\b(?:[Hh]e|[Ss]he)\s(?:(?:also|has|had|later|once|then)\s)?)"""
_SAYER_AFTER = rf"""(?x)(?<=["”’,]\s)\w+\s(?:out\s|it\s)?(?:the\s)?(?:[\p{{L}}-]+\s){{0,3}}{_NAME}"""
_OFFICE_BEFORE = rf"""(?x)
    (?<=\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:(?!(?i:{_VAGUE}))[\p{{L}}’'-]+\s){{1,3}})"""
_WORD = lazy_pattern("[A-Za-z]{3,}")
_HINTS = _SAYING | _GIVEN_BY

NEXT_WORDS = rf"""(?ix)
    \s? [,(–—-]? \s?
    (?: (?:such\sas|like|including|among\sthem|notably|especially|particularly|namely|e\.g\.|led\sby) \s
        (?:the\s)? {_NAME}
      | (?:\p{{L}}+\s)? by \s (?!{_VAGUE}) (?: (?:the|an?|its|his|her|their|our|both|all) \s | \p{{N}} | {_NAME} ) )
"""
_CITATION_MARKS = ("[", "(", "://", "www.", "WWW.", "doi", "DOI", "ibid", "Ibid", "IBID", "p.", "P.", *"¹²³⁰⁴⁵⁶⁷⁸⁹")
_QUOTATION_MARKS = ('"', "“", "„", "«")
_CITATION = r"""(?x)
    \[(?:\p{N}{1,3}|\^[^\]]{1,40}|note\s\p{N}+)(?:(?:[,;–-]\s?|\s)\p{N}{1,3})*\]
  | \((?:[Ss]ee\s|[Cc]f\.\s)?[^()]{0,60}(?<!\p{N})(?:1[6-9]|20)\p{N}{2}[A-Za-z]?
        (?:[,:]\s?(?:pp?\.\s)?\p{N}+(?:[-–]\p{N}+)?)?\)
  | https?:// | www\. | WWW\. | \]\( | \b(?:doi|DOI|[Ii]bid|IBID)\b | \b[Pp]{1,2}\.\s?\d | [¹²³⁰⁴-⁹](?<=\p{L}[.,”"]?.)
"""

_CLAUSE_MARKS = frozenset(',;:.!?()–—”"»-')
_CLAUSE_WORDS = words("that while and but as although though whereas because which what yet some recent new")
_WHOSE = words("the these those this that his her its their our my your all both no of two three")

SOURCES = (_GIVER_NAMED, _SAYER_BEFORE, _SAYER_AFTER, _OFFICE_BEFORE, _CITATION)
"""What ``passed_over`` searches for."""

_ANY_SOURCE = r"""(?ix)\b(?:
    sa(?:id|ys?|ying)|told|tell(?:s|ing)?|report(?:s|ed|edly)?|according|announc\w+|claim\w*|argu\w+
  | add(?:s|ed|ing)|not(?:es|ed|ing)|stat(?:ed|ing|ements?)|expla\w+|warn\w*|assert\w*|insist\w*|acknowledg\w+
  | confirm\w*|den(?:y|ies|ied)|admit\w*|declar\w+|descri\w+|disclos\w+|reveal\w*|indicat\w+|suggest\w*
  | estimat\w+|wr(?:ote|it\w+)|tweet\w*|ask\w*|quot\w+|cit(?:es?|ed|ing)|testif\w+|conclud\w+|predict\w*
  | project(?:s|ed|ions?)|forecast\w*|mention\w*|comment\w*|remark\w*|respond\w*|repl(?:y|ies|ied)
  | point(?:s|ed|ing)\sout|highlight\w*|stress\w*|emphasi\w+|conten[dt]\w*|alleg\w+|boast\w*|brag\w*|tout\w*
  | complain\w*|urg(?:ed?|es|ing)|mock\w*|critici\w+|blam\w+|recall\w*|detail(?:s|ed|ing)|document(?:s|ed|ing)?
  | believ\w+|think\w*|thought|expect\w*|feel\w*|felt|know\w*|knew|hop(?:ed?|es|ing)|want\w*|consider\w*|saw
  | worr\w+|fear\w*|oppos\w+|(?:dis)?approv(?:es?|ed)|learn\w*|doubt\w*|suspect\w*|f(?:ou|i)nd(?:s|ings?)?
  | determin\w+|calculat\w+|rank(?:s|ed|ing)|list(?:s|ed)|peg(?:s|ged)|appear\w*|seem\w*|assum\w+|stud(?:y|ies)
  | poll(?:s|ed|ing|sters?)?|survey\w*|show(?:s|ed|n|ing)?|research\w*|data|figures|statistics|analy\w+|census
  | bureau|sourced?|sources|records|filings?|index|respondents?|trials?
  | patients?|participants|placebo|cohort|i|we|our|us|my|me|you|your)\b"""
"""Words of saying, thinking, finding out and measuring, and the persons I and you."""

_SPEECH = r"""(?ix)\b(?:
    sa(?:id|ys?|ying)|told|tell(?:s|ing)?|talk(?:s|ed|ing)?|sp(?:oke|eaks?|eaking|oken)|speech|report(?:s|ed|edly)?
        |according
  | announc\w+|claim\w*|argu\w+|add(?:s|ed|ing)|not(?:es|ed|ing)|stat(?:ed|es|ing|ements?)|expla\w+|warn\w*
      |assert\w*|insist\w*
  | acknowledg\w+|confirm\w*|den(?:y|ies|ied)|admit\w*|declar\w+|descri\w+|reveal\w*|suggest\w*|wr(?:ote|it\w+)|tweet\w*
  | post(?:s|ed|ing)?|ask\w*|answer\w*|quot\w+|cit(?:es?|ed|ing)|testi\w+|conclud\w+|predict\w*|mention\w*|comment\w*
  | remark\w*|respon\w+|repl(?:y|ies|ied)|point(?:s|ed|ing)|stress\w*|emphasi\w+|conten[dt]\w*|alleg\w+|boast\w*|brag\w*
  | complain\w*|urg(?:ed?|es|ing)|mock\w*|critici\w+|blam\w+|recall\w*|remember\w*|reflect\w*|believ\w+|th(?:ink\w*
      |ought)
  | feel\w*|felt|hop(?:ed?|es|ing)|joke\w*|quip\w*|laugh\w*|smil\w+|sigh\w*|shout\w*|cr(?:y|ied|ies)|call(?:s|ed
      |ing)?|read(?:s|ing)?
  | whisper\w*|mutter\w*|murmur\w*|exclaim\w*|continu\w+|began|begins|went\son|goes\son|agree\w*|disagree\w*
      |accus\w+|prais\w+|vow\w*
  | promis\w+|propos\w+|pledg\w*|thank\w*|apologi\w+|interview\w*|email\w*|letters?|memos?|notes?|diary|messages?
      |briefing|speaker
  | chant\w*|s[aiu]ng|sings?|poems?|verses?|prayers?|preach\w*|motto\w*|slogans?|signs?|banners?|posters?|plaques?
      |headlines?|captions?
  | titles?|entitled|proverbs?|sayings?|phrases?|words?|lines?|lyrics|songs?|sentences?|translat\w+|mean(?:s|ing|t)
      |inscri\w+|voice\w*|views?
  | verdict|ruling|rul(?:ed|es)|review\w*|I|my|me)\b"""
"""Words of saying and of what is said: with one of them near, a quotation is somebody's, or something that is read."""

_REACH = 400
"""Code points to either side of a claim beyond which a sentence is not read."""


class Claim:
    """Words that claim something, ``start`` to ``end`` of a unit, and their sentence, which starts ``at`` there."""

    def __init__(self, unit: Unit, start: int, end: int):
        self.unit, self.start, self.end = unit, start, end
        self._from = max(0, start - _REACH)
        self._near = unit.text[self._from : start + _REACH]
        self._spans = sentence_spans(self._near)
        self._here = max(bisect_right(self._spans, (start - self._from, len(self._near))) - 1, 0)
        first, last = self._spans[self._here]
        self.at = self._from + first
        self.text = self._near[first:last]

    @cached_property
    def before(self) -> str:
        """The sentence before, in a line before if need be."""
        return self._beside(-1)

    @cached_property
    def after(self) -> str:
        """The sentence after, in a line after if need be."""
        return self._beside(1)

    def _beside(self, step: int) -> str:
        at = self._here + step
        return self._near[slice(*self._spans[at])] if 0 <= at < len(self._spans) else _neighbour(self.unit, step)


def spoken(unit: Unit, start: int, end: int) -> bool:
    """Whether these words stand in quotation marks, or after one that nothing in the line closes.

    Not where the marks are put around the whole text: tables of texts have such.
    """
    text = unit.text[:start]
    if not any(map(unit.text[: start + 1].__contains__, _QUOTATION_MARKS)) or _wrapped(unit.text):
        return False
    if unit.quoted(start, end):
        return True
    return text.rfind("“") > text.rfind("”") or (text.count('"') % 2 == 1 and unit.text.count('"') % 2 == 1)


def _wrapped(text: str) -> bool:
    body = text.strip()
    return body[:1] == '"' and '"' not in body[1:-1]


def names_source(doc: Doc, text: str) -> bool:
    """Whether a sentence of a document says, by name or pronoun, who says so."""
    if _HINTS.isdisjoint(_WORD.findall(text.lower())):
        return False
    for found in _WORD.finditer(text):
        word, at = found[0], found.start()
        if word.lower() in _GIVEN_BY and doc.compiled(_GIVER_NAMED).match(text, at):
            return True
        if word in _SAYING and (
            doc.compiled(_SAYER_BEFORE).match(text, at)
            or doc.compiled(_SAYER_AFTER).match(text, at)
            or (word in _SAYS_ONLY and doc.compiled(_OFFICE_BEFORE).match(text, at))
        ):
            return True
    return False


def sourced(text: str) -> bool:
    """Whether anything in a sentence hints at somebody who says so, found it out or measured it: a loose measure."""
    return compiled(_ANY_SOURCE).search(text) is not None


def of_speech(text: str) -> bool:
    """Whether anything in the text around a quotation tells of speech, writing or thought: a loose measure."""
    return compiled(_SPEECH).search(text) is not None


def named_next(unit: Unit, end: int) -> bool:
    """Whether the words right after this offset name who is meant."""
    return unit.doc.compiled(NEXT_WORDS).match(unit.text, end) is not None


def cited(doc: Doc, text: str) -> bool:
    """Whether a part of a document holds a citation, a link or the mark of a footnote."""
    return any(map(text.__contains__, _CITATION_MARKS)) and doc.compiled(_CITATION).search(text) is not None


def heading_or_question(text: str) -> bool:
    """Whether a sentence asks, or is a heading: short, and without a mark at its end."""
    end = text.rstrip("\"'”’)] ")
    return end.endswith("?") or (len(text) < 80 and end[-1:] not in {".", "!", ":", ";", "…", ","})


def opens_clause(text: str, start: int) -> bool:
    """Whether a noun here opens its clause: two words before it at most, and none says whose or which."""
    before = text[max(0, start - 40) : start].rstrip()
    for _ in range(3):
        if not before or before[-1] in _CLAUSE_MARKS:
            return True
        before, _, word = before.rpartition(" ")
        word = word.lower()
        if word in _CLAUSE_WORDS:
            return True
        if word in _WHOSE or word.endswith(("'s", "’s", "s'", "s’")):
            return False
        before = before.rstrip()
    return False


def passed_over(claim: Claim) -> bool:
    """Whether this is no bare claim: quoted, cited, in a heading or a question, or with a named source."""
    doc, text, start, end = claim.unit.doc, claim.text, claim.start - claim.at, claim.end - claim.at
    return (
        heading_or_question(text)
        or spoken(claim.unit, claim.start, claim.end)
        or cited(doc, text)
        or names_source(doc, f"{text[:start]} … {text[end:]}")
        or cited(doc, claim.after[:8])
    )


def _neighbour(unit: Unit, step: int) -> str:
    """The nearest sentence of the lines before or after, at most two lines away."""
    line = next((line for away in (1, 2) if (line := unit.line(step * away)).strip()), "")
    near = line[-_REACH:] if step < 0 else line[:_REACH]
    spans = sentence_spans(near)
    return near[slice(*spans[min(step, 0)])] if spans else ""
