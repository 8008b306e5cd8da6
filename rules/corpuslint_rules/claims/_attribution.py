"""Who stands behind a sentence: the one notion of attribution that the rules of this family share.

Everything here is asked only where a rule's trigger has fired.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuslint.sentences import sentence_spans

if TYPE_CHECKING:
    from corpuslint import Unit

_SAYS = r"""(?-i:sa(?:id|ys?|ying)|told|tells?|wrote|writes?|argue[ds]|claim(?:s|ed)|add(?:s|ed)|note[ds]|state[ds]
    |explain(?:s|ed)|warn(?:s|ed)|announce[ds]|report(?:s|ed)|suggest(?:s|ed)|estimate[ds]|contend(?:s|ed)|believe[ds]
    |insist(?:s|ed)|describe[ds]|conclude[ds]|tweet(?:s|ed)|testifie[ds]|declare[ds]|observe[ds]|predict(?:s|ed)
    |acknowledge[ds]|maintain(?:s|ed)|assert(?:s|ed)|propose[ds]|point(?:s|ed)\sout|put\sit|holds?|calls)"""
_SAYS_ONLY = r"(?:sa(?:id|ys)|wrote|writes|argues|warns|announced|added|insists|holds)"
_NAME = r"(?-i:\p{Lu}[\p{L}\p{M}.'’-]*)"
_VAGUE = r"""(?:some|many|most|several|various|certain|others?|unnamed|anonymous|numerous|it|this|that|they|which|who
    |people|stud(?:y|ies)|research|(?:media|news|press|local|early|initial|unconfirmed|recent)\sreports|reports|sources
    |rumou?rs|critics|experts|observers|analysts|scholars|historians|scientists|researchers|officials|legend|tradition|popular
    |opinion|evidence)\b"""

_NAMED = rf"""(?ix)
    \b(?:according\sto|in\sthe\swords\sof
        |(?:cited|quoted|reported|published|conducted|commissioned)\s(?:by|in))\s(?!{_VAGUE})
  | \b(?!{_VAGUE}){_NAME}(?:,[^,;.]{{1,60}},)?\s(?:also\s|has\s|have\s|had\s|later\s|once\s|then\s){{0,2}}{_SAYS}\b
  | \b(?:the|an?|its|his|her|their)\s(?:(?!{_VAGUE})[\p{{L}}’'-]+\s){{1,3}}{_SAYS_ONLY}\b
  | \b(?:he|she)\s(?:also\s|has\s|had\s|later\s|once\s|then\s)?{_SAYS}\b
  | ["”’,]\s{_SAYS}\s(?:the\s)?(?:[\p{{L}}-]+\s){{0,3}}{_NAME}
"""
_NEXT_WORDS = rf"""(?ix)
    \s? [,(–—-]? \s?
    (?: (?:such\sas|like|including|among\sthem|notably|especially|particularly|namely|e\.g\.|led\sby) \s
        (?:the\s)? {_NAME}
      | (?:\p{{L}}+\s)? by \s (?!{_VAGUE}) (?: (?:the|an?|its|his|her|their|our|both|all) \s | \p{{N}} | {_NAME} ) )
"""
_CITATION = r"""(?ix)
    \[(?:\p{N}{1,3}|\^[^\]]{1,40}|note\s\p{N}+)(?:[,;–-]\s?\p{N}{1,3})*\]
  | \((?:see\s|cf\.\s)?[^()]{0,60}(?<!\p{N})(?:1[6-9]|20)\p{N}{2}[a-z]?(?:[,:]\s?(?:pp?\.\s)?\p{N}+(?:[-–]\p{N}+)?)?\)
  | https?:// | www\. | \]\( | \bdoi\b | \bibid\b | \bp{1,2}\.\s?\p{N} | \p{L}[.,”"]?[¹²³⁰⁴-⁹]
"""

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

_REACH = 500
"""Code points to either side of a claim beyond which a sentence is not read."""


class Claim(NamedTuple):
    """A sentence in which something is claimed, with its neighbours; ``at`` is where it starts in the unit."""

    at: int
    text: str
    before: str
    after: str


def claim(unit: Unit, start: int) -> Claim:
    """The sentence of a line that holds this offset, with the sentences beside it (in the next lines, if need be)."""
    spans = _sentences(unit.text)
    here = max(bisect_right(spans, (start, len(unit.text))) - 1, 0)
    first, last = spans[here]
    first, last = max(first, start - _REACH), min(last, start + _REACH)
    before = unit.text[slice(*spans[here - 1])] if here else _neighbour(unit, -1)
    after = unit.text[slice(*spans[here + 1])] if here + 1 < len(spans) else _neighbour(unit, 1)
    return Claim(first, unit.text[first:last], before[-_REACH:], after[:_REACH])


def spoken(unit: Unit, start: int, end: int) -> bool:
    """Whether these words stand in quotation marks, or after one that nothing in the line closes."""
    if unit.quoted(start, end):
        return True
    text = unit.text[:start]
    return text.rfind("“") > text.rfind("”") or (text.count('"') % 2 == 1 and unit.text.count('"') % 2 == 1)


def names_source(text: str) -> bool:
    """Whether a sentence says, by name or pronoun, who says so."""
    return _compiled(_NAMED).search(text) is not None


def sourced(text: str) -> bool:
    """Whether anything in a sentence hints at somebody who says so, found it out or measured it: a loose measure."""
    return _compiled(_ANY_SOURCE).search(text) is not None


def named_next(text: str, end: int) -> bool:
    """Whether the words right after this offset name who is meant."""
    return _compiled(_NEXT_WORDS).match(text, end) is not None


def cited(text: str) -> bool:
    """Whether a text holds a citation, a link or the mark of a footnote."""
    return _compiled(_CITATION).search(text) is not None


def heading_or_question(text: str) -> bool:
    """Whether a sentence asks, or is a heading: short, and without a mark at its end."""
    end = text.rstrip("\"'”’)] ")
    return end.endswith("?") or (len(text) < 80 and end[-1:] not in {".", "!", ":", ";", "…", ","})


def passed_over(unit: Unit, start: int, end: int) -> bool:
    """Whether these words are no bare claim: quoted, cited, in a heading or a question, or with a named source."""
    here = claim(unit, start)
    rest = f"{here.text[: start - here.at]} … {here.text[end - here.at :]}"
    return (
        heading_or_question(here.text)
        or names_source(rest)
        or cited(f"{here.text} {here.after[:8]}")
        or spoken(unit, start, end)
    )


@cache
def _compiled(pattern: str) -> Any:
    import regex  # noqa: PLC0415 (heavy, and not needed before a trigger fires)

    return regex.compile(pattern)


@lru_cache(maxsize=4)
def _sentences(text: str) -> list[tuple[int, int]]:
    return sentence_spans(text)


def _neighbour(unit: Unit, step: int) -> str:
    """The nearest sentence of the lines before or after, at most two lines away."""
    line = next((line for away in (1, 2) if (line := unit.line(step * away)).strip()), "")
    near = line[-_REACH:] if step < 0 else line[:_REACH]
    spans = sentence_spans(near)
    return near[slice(*spans[min(step, 0)])] if spans else ""
