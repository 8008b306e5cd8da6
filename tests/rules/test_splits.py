"""SP: stops, hyphens and spaces in the wrong place, and sound English that looks much like them."""

from __future__ import annotations

import random

import pytest

from corpuslint.linter import Linter, linter_for
from corpuslint.settings import Settings
from corpuslint_rules.english import frequency, is_derived, is_pair, is_word, tag
from corpuslint_rules.english.lookup import PAD, lookup

SELECTED = ("SP",)
LINTER = linter_for(select=SELECTED)

DEFECTS = {
    "SP111": """
        Engineers from the port came up with a new. Plan for the old harbour wall last spring.
        The council could not agree on the. Date of the next vote for the harbour.
        She had been working for the national. Park service since the end of the war.
        The train was late because of. Snow on the line between the two towns.
        The bridge was opened in March by Ida. Holm and a choir of forty children.
        Two of the boats were found. Of the others nothing was seen. The crew was looking for a. Harbour with a light.
    """,
    "SP110": """
        The mayor opened the marketand shook hands with everyone who came.
        Most of thevillage was under water before the rain stopped.
        They wanted to know howmany boats had left the harbour that day.
        The river has largelyfrozen over since the beginning of the month.
        The keeper of the lighthouse is amember of the harbour board.
        The wreck was taken to theadjudicator, and the crew beincluded in the report.
    """,
    "SP112": """
        The archi-tects of the new station were given a prize in the autumn.
        Nobody could read the hand-writing, but the gov-ernment kept the letters.
        It was a par-ticularly cold winter for the farmers of the valley.
        The keeper wanted an-other lamp, and some-times there was no oil.
        The boats were dis-patched to the north, in con-trast to the year before.
        The calcula-tion-level of the board was low, and nobody liked the syn-thesis.
    """,
    "SP105": """
        The results of the elec- tion were counted twice before they were read out.
        They had to aban- don the boat when the engine failed.
    """,
    "SP103": """
        The road was closed,which nobody in the valley had expected, and the bus was late.
        The ferry left at noon.Nobody had waited for the mail.
        The keeper gave a talk in theHarbour and went home early.
        The loan was one of18 that the board granted in the spring.
        The council met on May 12,1987 and voted for the new pier.
        3The survey was made by boat in the autumn of that year.
        The pier is longer (Holmgren,1994) than any other in the north.
        The friends(Harbour Company, 1921) of the pier wrote to the board.
        The salinity was 0.45percent in the outer harbour that day.
        The lamp stands inthe tower, and Itwould be hard to move it.
        Between the reports(2003)which came first is not known.
        Therefore,a new lamp was bought by the town.
    """,
}

SOUND = """
    The northern lights are called aurora borealis, and a caller gets a pyarrow.Table or a `frames.Index` from it.
    Put rocks and shells in these. Men put telephones in them, and the rest was left aboard. Rooms were cleaned.
    Of course the port is closed in winter. In fact, it has been closed since May. Right now nobody works there.
    Mr. Olsen met Dr. Perez at noon. Gen. Adams was late. They talked until Monday. Martin left first.
    The vote was delayed until Nov. 4 at the request of Sen. Harlow. Olmstead, who led the talks, had asked for it.
    Small rooms. Great breakfast, friendly staff. Well. That’s about all. Let’s go back in spring. Take care of the dog.
    From 1970 to 1990 he taught music. Most of his pupils became teachers. A few of them wrote songs.
    The U.S. Army left the island. The U.K. government stayed. The hospital was built by the J. R. Harris Fund.
    The livestream was watched by grandkids of the gatekeeper. The hometown paper printed screenshots of it.
    Co-ordination of anti-slavery groups was a pre-war idea, and re-elected members were well-known in the north-east.
    Both short- and long-term loans were paid back, and the mother- and father-in-law came to dinner.
    The jack is 3.5mm wide, the talk is at 9.30am, the loan 1.5bn, and numpy 2.0rc1 is out for the MacBook and iPhone.
    Call forEach(item), toString or onClick; a list(items, key) of YouTube, PayPal and HarperCollins names is returned.
    These Thespians and Theodor met Fromm in Italy, and Thisbe was there. Itasca and Weiss are towns, Thereof a word.
    An asocial aphid abated, the acreage amassed, and an abrupt amoral agenda appeared. Infos on tofu, atoll and upkeep.
    The socio-economic and osteo-arthritis zig-zag of pro-European, re-formed and mid-week by-elections in Indo-China.
    He used Python, bought an iPhone on eBay, and read the PDF at example.com/docs before it was taken down.
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("code", "text"), [(code, line) for code, texts in DEFECTS.items() for line in lines(texts)])
def test_defects_are_found(code: str, text: str) -> None:
    assert code in {finding.code for finding in LINTER.lint(text)}


@pytest.mark.parametrize("text", lines(SOUND))
def test_sound_english_is_silent(text: str) -> None:
    assert [(finding.code, finding.message) for finding in LINTER.lint(text)] == []


def test_other_languages_are_silent() -> None:
    german = (
        "Die Mitglieder stimmten nachmittags dagegen. Niemand war anwesend. Bei den Wahlen fehlten viele Stimmen. " * 3
    )
    assert [finding.code for finding in LINTER.lint(german) if finding.code in {"SP110", "SP111", "SP112"}] == []


def test_findings_do_not_depend_on_the_neighbours() -> None:
    """One by one, and many at once in any order, with the scanner and without it."""
    texts = [line for part in (*DEFECTS.values(), SOUND) for line in lines(part)] * 12
    random.Random(3).shuffle(texts)
    texts += ["", ".", "a. B", "wor. Éd", "A new. \r\nPlan for the the. Harbour was made.\x0cNew. Plan"]
    alone = [shown(LINTER, text) for text in texts]
    exhaustive = Linter(Settings(select=SELECTED, scanner=False))
    for linter in (LINTER, exhaustive):
        together = [[(f.code, f.start, f.end) for f in found] for found in linter.lint_many(texts)]
        assert together == alone


def shown(linter: Linter, text: str) -> list[tuple[str, int, int]]:
    return [(f.code, f.start, f.end) for f in linter.lint(text)]


def test_frequency_and_tag() -> None:
    assert 7 < frequency("the") < 8
    assert frequency("Harbour") == frequency("harbour") > 3
    assert frequency("harbourr") == 0
    assert is_word("bridge") and not is_word("bridgeand")
    assert [tag(word) for word in ("bridge", "bridges", "slowly", "walked", "zzzing")] == ["n", "s", "r", "d", "g"]


def test_derived_words_and_pairs() -> None:
    assert is_derived("unlikeable") and is_derived("overtourism") and is_derived("happier")
    assert not is_derived("newbridge")
    assert is_pair("high", "school") and not is_pair("school", "high")


def test_lookup_agrees_with_the_table() -> None:
    import numpy as np  # noqa: PLC0415

    words = ["the", "Bridge", "extraordinary", "zzxxyy", "misunderstandings", "a"]
    data = np.frombuffer(b" " * PAD + " ".join(words).encode() + b" " * PAD, dtype=np.uint8)
    ends = PAD + np.cumsum([len(word) + 1 for word in words]) - 1
    found = lookup(data, ends - [len(word) for word in words], ends)
    assert [max(0, int(value) - 1) for value in found.frequency] == [round(frequency(word) * 10) for word in words]
