"""Broken phrases are weighed over the document: strong ones alone, weak ones together."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from corpuslint import Linter, Settings
from corpuslint.finding import Finding
from corpuslint_rules.translation import calque, malformed_date, spun_text


def found(text: str, rule: object = spun_text.RULE) -> list[Finding]:
    return list(Linter(Settings(select=("ALL",)), [rule]).lint(text))  # type: ignore[list-item]


STRONG = [
    "The genuine domain firm sold two towers.",
    "The plant lies beneath construction since May.",
    "Concurring to the ministry, the dam is safe.",
    "They worry approximately the price of herring.",
    "He lost his weight misfortune diary.",
    "Moo cost flights to the islands sell out first.",
    "Age bunch and income decide who moves.",
    "The sedate market grew again.",
    "Walk past the entryway of the house, said the guard of the Joined together States.",
    "She has ended up one of the best rowers.",
]

HONEST = [
    "The real estate firm sold two towers.",
    "The cow began to moo; cost is no matter to her.",
    "A tall man walked through the divider of reeds.",
    "Twelve men waited a long time for the boat.",
    "It was, as it were, the only boat.",
    "They may discuss air travel at the meeting.",
    "The new museum shows unused stamps.",
    'The tool wrote "genuine domain" for real estate.',
    "In spite of the fact that it rained, they rowed.",
    "He is agreeing to the terms of the sale.",
]


@pytest.mark.parametrize("text", STRONG)
def test_a_phrase_that_nobody_writes_is_enough(text: str) -> None:
    assert [finding.code for finding in found(text)] == ["MT104"]


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_is_silent(text: str) -> None:
    assert [finding.message for finding in found(text)] == []


WEAK = (
    "The shops are exceptionally concerned.",
    "The ferry was late by various months.",
    "The bakery ended up famous, and it ended up known abroad.",
)


def test_weak_phrases_count_together() -> None:
    assert all(found("\n".join(pair)) == [] for pair in pairwise(WEAK[:2]))
    (finding,) = found("\n".join(WEAK))
    assert (finding.line, finding.column) == (1, 11)
    assert '"are exceptionally concerned", "by various months"' in finding.message
    assert [place.line for place in finding.related][:2] == [2, 3]


def test_weak_phrases_far_apart_do_not() -> None:
    filler = "The ferry left the harbour at six and came back at nine.\n" * 80
    assert found(f"{WEAK[0]}\n{WEAK[1]}\n{filler}{WEAK[2]}") == []


@pytest.mark.parametrize("seed", range(30))
def test_weights_are_those_of_the_definition(seed: int) -> None:
    chance = random.Random(seed)
    starts = sorted(chance.randrange(20_000) for _ in range(chance.randrange(1, 60)))
    weight_of = {phrase: chance.choice((1, spun_text.STRONG)) for phrase in "abcdefgh"}
    phrases = [chance.choice("abcdefgh") for _ in starts]
    broken = [
        spun_text.Broken(at, at + 5, phrase, weight_of[phrase]) for at, phrase in zip(starts, phrases, strict=True)
    ]
    near = ({b.phrase: b.weight for b in broken if abs(b.start - a.start) <= spun_text.REACH} for a in broken)
    assert list(spun_text._weights(broken)) == [sum(weights.values()) for weights in near]


def test_a_document_is_one_finding() -> None:
    (finding,) = found("\n".join(STRONG))
    assert finding.line == 1
    assert "more" in finding.message


@pytest.mark.parametrize(
    "text", ["It opened on 17 of November of 2020.", "Founded in 2020 year 5 month.", "In 2020 year, 5 May, it sank."]
)
def test_malformed_date(text: str) -> None:
    assert [finding.code for finding in found(text, malformed_date.RULE)] == ["MT103"]


@pytest.mark.parametrize(
    "text",
    [
        "The world community is keeping a close eye on it.",
        "It is undesirable to obstruct them.",
        "Important informations here.",
    ],
)
def test_calque(text: str) -> None:
    assert [finding.code for finding in found(text, calque.RULE)] == ["MT110"]
