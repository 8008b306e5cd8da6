"""Words or marks of a chat assistant left in a text.

Text pasted out of a chat assistant keeps what was meant for the user: refusals, offers to revise, remarks on a
knowledge cut-off, placeholders to fill in, and the assistant's own citation marks. They prove that nobody read the
text before it was published. The style of such texts is no matter for this rule.

Bad:

    As an AI language model, I cannot give legal advice.
    The bridge was finished in 1932.:contentReference[oaicite:4]{index=4}
    Certainly! Here is a revised version of your article:
    The village had 412 inhabitants as of my last knowledge update.
    The award went to [Insert name of the winner] in a ceremony in Oslo.
    Would you like me to expand the section on trade?

Good:

    The chatbot answered: "As an AI language model, I cannot give legal advice."
    As an AI language model improves, its errors get harder to spot.
    The village had 412 inhabitants as of the last census.
    Certainly, here is where the old bridge stood.
    The award [of 1932] went to the engineer.
    Would you like me to hold the door?

Known false alarms:

    Articles about assistants that quote them without quotation marks, and form letters with blanks to fill in.

Source:

    Shapes described in Wikipedia, "Signs of AI writing"; the wording here is our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Hit, Pattern

if TYPE_CHECKING:
    import regex

    from corpuslint.unit import Unit

_VERSION = (
    r"(?:version|draft|rewrite|rewording|summary|essay|article|outline|paragraph|translation|breakdown|overview|template"
    r"|text|response|email|letter|list|table)"
)
_REVISED = (
    r"(?:revised|rewritten|reworded|polished|improved|expanded|condensed|paraphrased|refined|shortened|corrected"
    r"|edited)"
)
_OFFERED = (
    r"(?:expand|revise|adjust|refine|elaborate|rewrite|rephrase|shorten|condense|tailor|modify|summari[sz]e|translate"
    r"|reformat|convert|draft|generate|add\ (?:more|any|further)|provide\ (?:more|additional|further|a))"
)
_YEAR = r"(?:19|20)\d\d"

SAID = rf"""
    \bas\ an?\ (?:AI|artificial\ intelligence|large\ language\ model)(?:\ (?:language\ )?(?:model|assistant|chatbot))?
        (?:\ (?:developed|created|trained|made)\ by\ \w+)?,?\ (?:I|my)\b
  | \bI(?:['’]m|\ am)\ (?:just\ |only\ )?an?\ (?:AI|artificial\ intelligence|(?:large\ )?language\ model)\b
  | \bmy\ (?:last\ |latest\ |most\ recent\ )?(?:knowledge|training)(?:\ data)?\ ?(?:update|cut-?\ ?off)\b
  | \b(?:as\ of|up\ to|until|since)\ my\ (?:last|latest|most\ recent)\ (?:training|update|knowledge)\b
  | \bI\ (?:do\ not|don['’]t|cannot|can['’]t)\ (?:have\ (?:access\ to\ )?(?:real-time|up-to-date)
        |browse\ the\ (?:internet|web))
  | \bI\ (?:do\ not|don['’]t)\ have\ personal\ (?:opinions|experiences|beliefs|feelings)\b
  | \bI(?:['’]m|\ am)\ (?:sorry|afraid),?\ (?:but\ )?I\ (?:can['’]t|cannot|am\ unable\ to|am\ not\ able\ to)
        \ (?:assist|help|fulfil|comply|provide|generate|create|continue)\b
  | \bI\ (?:can['’]t|cannot|am\ unable\ to)\ (?:fulfil+|complete|comply\ with)\ (?:that|this|your|the)\ request\b
  | (?:^|(?<=[.!?]\ ))(?:certainly|absolutely|of\ course|sure(?:\ thing)?)!
        \ (?:here(?:['’]s|\ is|\ are)|below\ (?:is|are)|I['’](?:ll|d|m)|I\ (?:can|will|would|am)|let['’]s)\b
  | (?:^|(?<=[.!?]\ ))(?:certainly|absolutely|of\ course|sure),\ here(?:['’]s|\ is|\ are)\ (?:an?|the|your|some)
        \ (?:{_REVISED}\ )?{_VERSION}\b
  | \bhere(?:['’]s|\ is)\ (?:an?|the|your)\ (?:{_REVISED},?\ ){{1,3}}{_VERSION}\b(?=[^.\n]{{0,80}}:)
  | \bbelow\ is\ (?:an?|the|your)\ (?:{_REVISED},?\ ){{1,3}}(?:\w+\ )?{_VERSION}\b(?=[^.\n]{{0,80}}:)
  | \bbelow\ is\ (?:an?|the)\ (?:\w+\ ){{1,2}}{_VERSION}\ based\ on\ (?:the\ )?(?:available|provided)\ \w+
  | \bwould\ you\ like\ me\ to\ {_OFFERED}\b
  | \b(?:let\ me\ know|just\ say\ the\ word|tell\ me)\ if\ you(?:['’]d|\ would)\ (?:like|prefer)
        \ (?:me\ to\ {_OFFERED}|any\ (?:further\ )?(?:changes|adjustments|revisions|modifications))
  | \bfeel\ free\ to\ (?:adjust|modify|customi[sz]e|tailor|edit)\ (?:this|it|the)\b
        [^.\n]{{0,30}}\bto\ (?:suit|fit|match|better)\b
  | \bI\ hope\ this\ (?:helps|information\ helps|is\ helpful)[!.]\ (?:let\ me\ know|if\ you|feel\ free|please\ let)\b
  | \bI\ hope\ this\ (?:message|email|letter|note)\ finds\ you\ well\b
  | \b(?:in|on|from)\ the\ (?:provided|available)\ search\ results\b
  | \b(?:in|on|from)\ the\ provided\ (?:sources?|text|context|documents?|excerpts?)\b
  | \bwhile\ (?:specific|detailed)\ (?:details|information)\ (?:about|on|regarding)\b
        [^.\n]{{0,80}}\b(?:is|are)\ (?:limited|not\ (?:widely|readily|extensively))\b
  | \bno\ (?:significant|major|notable|widely\ reported|publicly\ known)\b[^.\n]{{3,90}}
        \b(?:has|have)\ been\ (?:publicly\ |widely\ )?(?:documented|reported|disclosed|recorded)
        \ as\ of\ (?:\w+\ )?{_YEAR}\b
  | \b(?:adheres?|conforms?|compl(?:y|ies))\ (?:to|with)\ Wikipedia['’]s\b
  | ^subject:[^\n]{{0,60}}\b(?:edit\ request|wikipedia)\b
  | \bfinal\ important\ (?:tip|note):
  | \b(?:keeps|maintains)\b[^.\n]{{0,40}}\b(?:personal|private)\ life
        \ (?:private|out\ of\ the\ public\ eye),?\ (?:choosing|preferring)\ (?:instead\ )?to\b
  | \bthe\ subject\ of\ this\ (?:report|overview|summary),
  | \b(?:subject\ matter|topic)\ of\ (?:the|this)\ (?:report|essay|paper|article)\.\ This\ will\b
  | \b(?:Claude|ChatGPT|Gemini|Copilot|the\ assistant)\ (?:always|never|uses|should|avoids|does\ not)\b
        [^.\n]{{0,60}}\b(?:Markdown|bullet\ points|the\ user)\b
  | \b(?:reviewer|editor)\ note\ \(for\b
  | \[(?-i:Insert|Your|Describe|Recipient(?:['’]s)?|Company|Specify|Provide)\ [^\[\]\n]{{2,200}}\]
"""

MARKED = r"""
    (?:\uE200)?(?:cite)?\uE202?turn\d+(?:search|view|news|image|file|fetch|academia|reddit|forecast|finance|product|business|map)\d+
  | :contentReference\[oaicite:\d+\](?:\{index=\d+\})? | \boaicite\b | \boai_citation\b
  | \[(?:attached_file|web|file|cite):\ ?\d[\d, ]*\] | \[cite_(?:start|end)\]
  | \battributableIndex\b | \bgrok_(?:card|render)\b
  | \b(?:utm_source|referrer)=(?:chatgpt|openai|copilot|perplexity|grok|gemini|claude)(?:\.\w+)?\b
  | \uE200(?:cite|file|image|entity|url|navlist)\b | \uEA01\d{1,3}\uEA02
  | 【\d+†[^】\n]{0,40}】
  | <\|(?:im_start|im_end|endoftext|start_header_id|eot_id)\|>
  | (?-i:\b(?:INSERT|PASTE)_[A-Z0-9_]{3,60})
  | \b(?:19|20)\d\d-(?:\d\d|XX)-XX\b
  | <!--\ ?(?:add|insert|include|replace)\b[^\n>]{0,60}\b(?:if\ available|here|citation|source)\b
  | (?-i:[A-Za-z.]{3}\+\d[A-Z][A-Za-z][A-Za-z .]{1,30}\+\d)
  | \(\\[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3}\\\)
  | ^1\.\ +1\.\ +[^\W\d_]
"""


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    if match["marked"] or not unit.quoted(*match.span()):
        yield Hit(*match.span())


RULE = Pattern(
    code="MT108",
    name="ai-leftover",
    doc=__doc__,
    message="left over from a chat assistant: {match}",
    severity="error",
    languages=frozenset({"en"}),
    pattern=rf"(?ix)(?P<marked>{MARKED})|{SAID}",
    check=check,
)
