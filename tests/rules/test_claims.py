"""UC: claims that nobody stands behind, and those that somebody does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpuslint import Hit, Linter, Settings
from corpuslint.linter import linter_for
from corpuslint_rules.claims import claim_density
from corpuslint_rules.claims._causal_frames import FRAMES
from corpuslint_rules.claims.overclaimed_cause import model

QUOTATIONS = Path(__file__).with_name("quotations.jsonl")
"""Paragraphs with a quotation, each with and without its speaker; written for this test."""

CLAIMS = {
    "UC101": """
        Several historians have argued that the castle never burned.
        Others believe the well was dug by monks.
        It's been alleged that the votes were counted twice.
        It may be said that the harbour made the town.
        The opera was praised by critics on its first night.
        The comet is thought to have been seen in 1402.
        There is some evidence suggesting that the dye was imported.
        There are scholars who place the battle further north.
        She is widely respected for her work on tides.
        Many are of the opinion that the tax is unjust.
        Hers was arguably the finest garden in the county.
        Critics say the dam is too small.
        Opponents and residents fear that the road will flood.
    """,
    "UC102": """
        The fire possibly began in the loft.
        The ministers might meet again before Easter.
    """,
    "UC103": """
        The award-winning choir opened the evening.
        It is one of the most beautiful valleys of the island.
        He looks back on a successful career in shipping.
    """,
    "UC104": """
        Exports of salted cod fell by 40 percent between the wars.
        The tunnel swallowed $1.3 billion before it was abandoned.
    """,
    "UC106": """
        Early supper lowers blood pressure in older patients and improves sleep.
        The herbal syrup significantly reduced the incidence of infection in children.
        Our findings show that night work leads to obesity.
        Supplementation with iron did not affect birth weight.
    """,
    "UC107": """
        Everyone knows that the bridge was built too low.
        The decline of the herring fleet was inevitable.
        Every right-thinking citizen will vote for the new pier.
    """,
    "UC108": """
        Sea air has been proven to cure the cough.
        The two scripts were shown to be related.
    """,
    "UC110": """
        Many fishermen moved away.
        The map was probably drawn by a sailor.
        A large number of barns burned that year.
        It is possible that the two ships met.
    """,
}

NEAR_MISSES = """
    Several historians, among them Ada Wirth, have argued that the castle never burned.
    Several historians have argued that the castle never burned (Wirth 1987).
    Several historians have argued that the castle never burned.[3]
    Several historians have argued that the castle never burned. https://castle.example/fire
    Wirth noted that several historians had argued the same.
    “Critics say the dam is too small,” said Pia Lund.
    Do critics say the dam is too small?
    What Critics Say About the Dam
    The critics were late for the opera.
    The choir was praised by the bishop of Lund.
    After it was reported, the leak was repaired.
    Some say in the matter is all that the tenants ask for.
    The herring fleet was laid up in 1931.
    According to the port authority, exports of salted cod fell by 40 percent.
    Exports of salted cod fell by 40 percent between the wars, a parish survey found.
    Would 40 percent of the cod be enough?
    The two scripts were shown by Aurel Bock to be related.
    “Everyone knows that the bridge was built too low,” the ferryman said.
    Everyone knows the ferryman and his dog.
    Night work was associated with obesity in nurses.
    Night work may lead to obesity in nurses.
    In a randomised trial the herbal syrup reduced the incidence of infection in children.
    Further studies are needed on the effect of iron on birth weight.
"""

SOURCED = linter_for(select=["UC101", "UC103", "UC104", "UC106", "UC107", "UC108"])


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


@pytest.mark.parametrize(("code", "claim"), [(code, line) for code in CLAIMS for line in lines(CLAIMS[code])])
def test_claim_is_found(code: str, claim: str) -> None:
    assert [found.code for found in linter_for(select=[code]).lint(claim)]


@pytest.mark.parametrize("text", lines(NEAR_MISSES))
def test_near_miss_is_left_alone(text: str) -> None:
    assert [f"{found.code} {found.message}" for found in SOURCED.lint(text)] == []


def test_a_source_in_the_sentence_after_counts() -> None:
    claim = "Experts said the leak would grow."
    assert SOURCED.lint(f"{claim} The pipes are old.")
    assert not SOURCED.lint(f"{claim} Rosa Delgado, who leads the survey, said so on Monday.")
    assert not SOURCED.lint(f"{claim}\n\nRosa Delgado said so on Monday.")


def test_a_name_is_no_verb_of_saying() -> None:
    assert SOURCED.lint("Experts said the leak would grow. It flows into the United States and Port Claims.")


def test_marks_around_a_whole_text_are_no_quotation() -> None:
    assert SOURCED.lint('"Critics say the dam is too small, and the valley is to be flooded."')
    assert not SOURCED.lint('"Critics say the dam is too small," the engineer told us.')


def quotations(speaker: bool) -> list[str]:
    rows = [json.loads(line) for line in QUOTATIONS.read_text(encoding="utf-8").splitlines()]
    return [row["text"] for row in rows if row["speaker"] is speaker]


def test_most_quotations_without_a_speaker_are_found() -> None:
    linter, texts = linter_for(select=["UC105"]), quotations(speaker=False)
    found = sum(bool(linter.lint(text)) for text in texts)
    assert len(texts) >= 100
    assert found / len(texts) >= 0.8


def test_no_quotation_with_a_speaker_is_found() -> None:
    linter = linter_for(select=["UC105"])
    assert [text for text in quotations(speaker=True) if linter.lint(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild the pier before the summer is out.”\n\n“And without a penny of debt,” the mayor said.",
        "“We will rebuild the pier before the summer is out.\n\n“And without a penny of debt,” the mayor said.",
        "The mayor was asked about the pier.\n\n“We will rebuild it before the summer is out, stone by stone.”",
        "“We will rebuild the pier,” the mayor said. “Before the summer is out it will stand again.”",
        "“We will rebuild the pier before the summer is out.”[4] It stood again in May.",
        "She wrote a book in her last years. “The Pier and the People Who Built It Twice.” It sold well.",
        "The pier is closed. “Keep out.” It stood again in May.",
        "“We will rebuild the pier before the summer is out.”",
    ],
    ids=["alternating", "continued", "asked before", "interrupted", "cited", "title", "short", "nothing else"],
)
def test_quotation_with_a_speaker_in_reach(text: str) -> None:
    assert linter_for(select=["UC105"]).lint(text) == []


def test_a_speaker_far_away_does_not_count() -> None:
    quotation = "“We will rebuild the pier before the summer is out.” It stood again in May."
    away = "The tide rose and fell, and gulls sat on the rails. " * 8
    assert linter_for(select=["UC105"]).lint(f"The mayor said little. {away}{quotation}")


DENSE = " ".join(lines(CLAIMS["UC101"])[:5]) + " The ferry runs twice a day." * 5


PLAIN = "The ferry runs to the island twice a day. " * 10


def density(*texts: str, **options: float) -> list[str]:
    linter = linter_for(select=["UC109"], rules={"UC109": options})
    return [found.message for one in linter.lint_corpus(texts) for found in one]


def test_density_says_how_many_claims_and_points_at_each() -> None:
    ((found,),) = linter_for(select=["UC109"]).lint_corpus([DENSE])
    assert found.message == "5 unsupported claims in 10 sentences (0.50 each); no median of fewer than 50 records"
    assert len(found.related) == 4


def test_density_is_measured_against_the_median_of_the_corpus() -> None:
    said = "5 unsupported claims in 10 sentences (0.50 each); "
    assert density(DENSE, *[PLAIN] * 9, records=10) == [said + "the corpus's median is 0.00"]
    assert density(*[DENSE] * 6, *[PLAIN] * 4, records=10) == []
    mild = " ".join(lines(CLAIMS["UC101"])[:1]) + " The ferry runs twice a day." * 9
    assert density(DENSE, *[mild] * 9, records=10) == [said + "the corpus's median is 0.10"]
    assert density(DENSE, *[mild] * 9, records=10, times=6.0) == []
    assert density(DENSE, *[mild] * 9, records=10, times=6.0, median=0.05) == [said + "the median given is 0.05"]


def test_density_has_bars_of_its_own() -> None:
    assert density(DENSE, share=0.5)
    assert not density(DENSE, share=0.51)
    assert not density(DENSE, least=6)


def test_density_leaves_out_short_and_foreign_records() -> None:
    linter = linter_for(select=["UC109"], rules={"UC109": {"records": 2, "times": 2.0}})
    german = "Die Kinder liefen voraus und sangen, und am Abend wurde auf der Wiese getanzt. " * 6
    found = linter.lint_corpus([DENSE, PLAIN, "Some critics say so. It is known.", german])
    assert [len(one) for one in found] == [1, 0, 0, 0]
    assert found[0][0].message.endswith("the corpus's median is 0.25")
    assert linter.coverage["records of fewer than 5 sentences, to which UC109 does not apply"] == 1


def test_a_rule_that_fails_is_no_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(match: object, unit: object) -> list[Hit]:
        raise RuntimeError("out of order")

    rules = [replace(rule, check=crash) if rule.code == "UC107" else rule for rule in claim_density.COUNTED]
    broken = Linter(Settings(select=("UC",), cache=False), rules)
    monkeypatch.setattr(claim_density, "_linter", lambda: broken)
    text = DENSE + " Everybody knows that the port is dying."
    assert "CL905" in [found.code for found in broken.lint(text)]
    (message,) = density(text)
    assert message.startswith("5 unsupported claims in 11 sentences (0.45 each)")


def test_every_causal_frame_has_a_weight() -> None:
    assert set(model().weights) == set(FRAMES)
    assert model().weights["may"] < 0 < model().weights["resulted in"]
