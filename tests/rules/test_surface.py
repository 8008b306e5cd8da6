"""SP104, SP107-SP109, MT102, MT106: many shapes of each defect, and texts that only look like it."""

from __future__ import annotations

import pytest

from corpuslint.linter import linter_for

LINTER = linter_for(select=["SP104", "SP107", "SP108", "SP109", "MT102", "MT106"])

DAMAGED = {
    "SP104": """
        The ferry company paid "The full price" of the repairs.
        Nobody had expected "A second storm", which came in March.
        They are afraid that "The old harbour" is lost for good.
        The board discussed “This proposal” for two hours and dropped it.
        The plan rests on "Mutual trust" between the towns and on "Steady growth" of the port.
    """,
    "SP107": """
        The harbour was dredged in the spring. The council will now have to deal with
        After a long debate in the old town hall, the members of the council
        The ferry sank in 1921. Its captain, who had served on the line for thirty years, blamed the
        The keeper of the lighthouse said that the lamp had been
        "We shall rebuild the pier before the
    """,
    "SP108": """
        which the harbour company had closed in May. The pier is safe again.
        captain of the ferry said that nobody in Leith was to blame.
        its second bridge in 1921, becoming the first town with two. The toll was a penny.
        granted the harbour company a loan of two million.
    """,
    "SP109": """
        The captain said “the lamp was out and went below.
        The captain called it ‘the worst night of the year and went below.
        Le capitaine parle d’une « nuit noire et descend.
        船長は「灯りが消えた。と言った。
        The lamp was out," the captain said.
        The lamp [which had been lit at six was out.
    """,
    "MT102": """
        The капитан went below and slept until six in the morning.
        The lamp was out and the 船長 went below for the night.
        Captain Holm приказал the crew to lower both boats at once.
        According to the मंत्री the pier will be rebuilt before the winter.
    """,
    "MT106": """
        The captain went went below before the lamp was out.
        The  lamp was broken broken for most of the night, he said.
        The ferry was built for the the northern line in 1921.
    """,
}

SOUND = """
    The ferry company sang "The long way home" at its feast.
    A film named "A second storm" opens in March.
    "The old harbour" is lost, and "The Old Harbour Inn" with it.
    He said "The old harbour is lost" and left.
    Council votes to rebuild old pier after storm
    Ferry sinks off Leith; all passengers safe
    The old pier at Leith in winter
    What the captain was looking for
    Ten things to take on a ferry
    Captain and mate of the ferry Ida Holm, Leith, 1921
    Yours sincerely,
    eBay sold the lamp of the ferry to a collector in Leith.
    a lamp that is set on a rock.
    will you be there? i can take the early ferry.
    The mast is 12' 6" high, the lamp 15" wide.
    "The lamp was 'out'," he said, “and the ‘keeper’ asleep.”
    ’Twas the keeper’s lamp, and the ‘night’ wasn’t over.
    Er sagte: „Die Lampe war aus“, und ging. »Gut«, sagte sie.
    船長は「灯りが『また』消えた」と言った。
    Please (a) light the lamp, b) ring the bell, 3) wait :-)
    The river Москва gave the city its name.
    The Japanese word 灯り means light in most of its uses.
    She had had enough of the long, long nights.
    He knew that that lamp was out.
"""


def examples(block: str) -> list[str]:
    return [line.strip() for line in block.strip().split("\n")]


@pytest.mark.parametrize("code, text", [(code, text) for code, block in DAMAGED.items() for text in examples(block)])
def test_damage_is_found(code: str, text: str) -> None:
    assert code in {finding.code for finding in LINTER.lint(text)}


@pytest.mark.parametrize("text", examples(SOUND))
def test_sound_text_is_left_alone(text: str) -> None:
    assert [(finding.code, finding.message) for finding in LINTER.lint(text)] == []


def test_a_quotation_that_stays_open_is_reported_at_its_mark() -> None:
    text = 'The pier is old.\n"The lamp was out, he said.\n\nNobody knew why.'
    (finding,) = LINTER.lint(text)
    assert (finding.code, finding.start, finding.line) == ("SP109", text.index('"'), 2)


def test_a_quotation_over_paragraphs_is_whole() -> None:
    text = '"The lamp was out.\n\n"The bell was broken.\n\n"We saw nothing," he said.\n\nThe court believed him.'
    assert LINTER.lint(text) == []


def test_a_last_line_beside_others_without_stops_is_no_cut_sentence() -> None:
    lines = ["The lamp of the pier was lit by the", "The lamp of the harbour was lit by its oldest keeper"]
    assert [f.code for f in LINTER.lint(lines[0])] == ["SP107"]
    assert LINTER.lint("Here are some of the keeper's notes of that winter\n" + lines[1]) == []


def test_thresholds_of_a_cut_sentence_are_options() -> None:
    text = "Ferry captain found asleep in his cabin after night of storms"
    assert LINTER.lint(text) == []
    strict = linter_for(select=["SP107"], rules={"SP107": {"lone": -9.0}})
    assert [finding.code for finding in strict.lint(text)] == ["SP107"]
