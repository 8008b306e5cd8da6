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
    r"(?:version|draft|rewrite|rewording|summary|essay|article|outline|paragraph|translation|breakdown|overview"
    r"|template|text|response|email|letter|list|table)"
)
_REVISED = (
    r"(?:revised|rewritten|reworded|polished|improved|expanded|condensed|paraphrased|refined|shortened|corrected"
    r"|edited)"
)
_OFFERED = (
    r"(?:expand|revise|adjust|refine|elaborate|rewrite|rephrase|shorten|condense|tailor|modify|summari[sz]e|translate"
    r"|reformat|convert|draft|generate|add (?:more|any|further)|provide (?:more|additional|further|a))"
)
_YEAR = r"(?:19|20)\d\d"

_SAID = (
    r"\bas an? (?:AI|artificial intelligence|large language model)(?: (?:language )?(?:model|assistant|chatbot))?"
    r"(?: (?:developed|created|trained|made) by \w+)?,? (?:I|my)\b",
    r"\bI(?:['’]m| am) (?:just |only )?an? (?:AI|artificial intelligence|(?:large )?language model)\b",
    r"\bmy (?:last |latest |most recent )?(?:knowledge|training)(?: data)? ?(?:update|cut-? ?off)\b",
    r"\b(?:as of|up to|until|since) my (?:last|latest|most recent) (?:training|update|knowledge)\b",
    r"\bI (?:do not|don['’]t|cannot|can['’]t) (?:have (?:access to )?(?:real-time|up-to-date)"
    r"|browse the (?:internet|web))",
    r"\bI (?:do not|don['’]t) have personal (?:opinions|experiences|beliefs|feelings)\b",
    r"\bI(?:['’]m| am) (?:sorry|afraid),? (?:but )?I (?:can['’]t|cannot|am unable to|am not able to)"
    r" (?:assist|help|fulfil|comply|provide|generate|create|continue)\b",
    r"\bI (?:can['’]t|cannot|am unable to) (?:fulfil+|complete|comply with) (?:that|this|your|the) request\b",
    r"(?:^|(?<=[.!?] ))(?:certainly|absolutely|of course|sure(?: thing)?)!"
    r" (?:here(?:['’]s| is| are)|below (?:is|are)|I['’](?:ll|d|m)|I (?:can|will|would|am)|let['’]s)\b",
    r"(?:^|(?<=[.!?] ))(?:certainly|absolutely|of course|sure), here(?:['’]s| is| are) (?:an?|the|your|some)"
    rf" (?:{_REVISED} )?{_VERSION}\b",
    rf"\bhere(?:['’]s| is) (?:an?|the|your) (?:{_REVISED},? ){{1,3}}{_VERSION}\b(?=[^.\n]{{0,80}}:)",
    rf"\bbelow is (?:an?|the|your) (?:{_REVISED},? ){{1,3}}(?:\w+ )?{_VERSION}\b(?=[^.\n]{{0,80}}:)",
    rf"\bbelow is (?:an?|the) (?:\w+ ){{1,2}}{_VERSION} based on (?:the )?(?:available|provided) \w+",
    rf"\bwould you like me to {_OFFERED}\b",
    r"\b(?:let me know|just say the word|tell me) if you(?:['’]d| would) (?:like|prefer)"
    rf" (?:me to {_OFFERED}|any (?:further )?(?:changes|adjustments|revisions|modifications))",
    r"\bfeel free to (?:adjust|modify|customi[sz]e|tailor|edit) (?:this|it|the)\b"
    r"[^.\n]{0,30}\bto (?:suit|fit|match|better)\b",
    r"\bI hope this (?:helps|information helps|is helpful)[!.] (?:let me know|if you|feel free|please let)\b",
    r"\bI hope this (?:message|email|letter|note) finds you well\b",
    r"\b(?:in|on|from) the (?:provided|available) search results\b",
    r"\b(?:in|on|from) the provided (?:sources?|text|context|documents?|excerpts?)\b",
    r"\bwhile (?:specific|detailed) (?:details|information) (?:about|on|regarding)\b"
    r"[^.\n]{0,80}\b(?:is|are) (?:limited|not (?:widely|readily|extensively))\b",
    r"\bno (?:significant|major|notable|widely reported|publicly known)\b[^.\n]{3,90}"
    r"\b(?:has|have) been (?:publicly |widely )?(?:documented|reported|disclosed|recorded)"
    rf" as of (?:\w+ )?{_YEAR}\b",
    r"\b(?:adheres?|conforms?|compl(?:y|ies)) (?:to|with) Wikipedia['’]s\b",
    r"^subject:[^\n]{0,60}\b(?:edit request|wikipedia)\b",
    r"\b(?:Claude|ChatGPT|Gemini|Copilot|the assistant) (?:always|never|uses|should|avoids|does not)\b"
    r"[^.\n]{0,60}\b(?:Markdown|bullet points|the user)\b",
)
"""What an assistant says to its user; a text may quote it."""

_PLACEHOLDER = r"\[(?:Insert|Your|Describe|Recipient(?:['’]s)?|Company|Specify|Provide) [^\[\]\n]{2,200}\]"

_MARKS = (
    r"(?:\uE200?(?:cite)?\uE202)?turn\d+(?:search|view|news|image|file|fetch|academia|reddit|forecast|finance"
    r"|product|business|map)\d+",
    r":contentReference\[oaicite:\d+\](?:\{index=\d+\})?",
    r"\boaicite\b",
    r"\boai_citation\b",
    r"\[(?:attached_file|web|file|cite): ?\d[\d, ]*\]",
    r"\[cite_(?:start|end)\]",
    r"\battributableIndex\b",
    r"\bgrok_(?:card|render)\b",
    r"\b(?:utm_source|referrer)=(?:chatgpt|openai|copilot|perplexity|grok|gemini|claude)(?:\.\w+)?\b",
    r"\uE200(?:cite|file|image|entity|url|navlist)\b",
    r"\uEA01\d{1,3}\uEA02",
    r"【\d+†[^】\n]{0,40}】",
    r"<\|(?:im_start|im_end|endoftext|start_header_id|eot_id)\|>",
    r"\b(?:19|20)\d\d-(?:\d\d|XX)-XX\b",
    r"<!-- ?(?:add|insert|include|replace)\b[^\n>]{0,60}\b(?:if available|here|citation|source)\b",
    r"\(\\[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,3}\\\)",
)
"""The marks of assistants and their interfaces; nothing else writes them."""

_CASED_MARKS = (r"\b(?:INSERT|PASTE)_[A-Z0-9_]{3,60}", r"[A-Za-z.]{3}\+\d[A-Z][A-Za-z][A-Za-z .]{1,30}\+\d")


def check(match: regex.Match[str], unit: Unit) -> Iterator[Hit]:
    if match.lastgroup == "mark" or not unit.quoted(*match.span()):
        yield Hit(*match.span())


RULE = Pattern(
    code="MT108",
    name="ai-leftover",
    doc=__doc__,
    message="left over from a chat assistant: {match}",
    severity="error",
    languages=frozenset({"en"}),
    pattern=(
        *(f"(?i){said}" for said in _SAID),
        _PLACEHOLDER,
        *(f"(?i)(?P<mark>{mark})" for mark in _MARKS),
        *(f"(?P<mark>{mark})" for mark in _CASED_MARKS),
    ),
    check=check,
)
