"""Broken phrases are weighed over the document: strong ones alone, weak ones together."""

from __future__ import annotations

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
