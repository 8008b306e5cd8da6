"""MT111: words of other languages left in English sentences, and English that cites, borrows and names."""

from __future__ import annotations

import random

import pytest

from corpuslint.linter import Linter, linter_for
from corpuslint.scan.buffer import of_one
from corpuslint.settings import Settings
from corpuslint_rules.translation._foreign_sieve import kind, places, score, sure

LINTER = linter_for(select=["MT111"])

LEFT = """
    The captain of the ferry was verhaftet in the harbour on Monday.
    Nobody knew pourquoi the lamp had gone out that night.
    The council has to pagar the repairs of the pier before the winter.
    The keeper said that the światło of the old tower can be seen for miles.
    The boats were zničeny in the storm, and the crew went home.
    The pier was costruito in the spring of that year by the town.
    The harbour company que owns the ferry has to wait for the money.
    Nevertheless the Geschwindigkeit of the new boat is a good thing.
    Bohužel, the ferry was late again, and nobody waited for it.
    The town has grown depuis the ferry began to run in the spring.
    The vergadering was held in the old hall beside the church.
    The harbour master was able to conclure that the ferry had left in the night.
    Ziegen were kept on the island as early as the days of the first lighthouse.
"""

SOUND = """
    The keeper's résumé shows a certain naïveté, and the café in the old façade has a soupçon of déjà vu.
    The de facto head of the firm, Ursula von der Leyen, read Le Monde and El País in Los Angeles and Rio de Janeiro.
    The Frankfurter Allgemeine and Gazeta Wyborcza wrote about Václav Dvořák, Łukasz Wiśniewski and the Höchst works.
    The word verhaftet means arrested, and he called it a vergadering (a meeting) with "gran alegría" and joy.
    The song "Dla ciebie" was played, and everyone sang "que sera" on the pier.
    The caterpillars (Lymantria dispar) and the beetles known as geotrupes live near the harbour of the town.
    The ferry is run by the vergadering, and the vergadering meets in the old hall beside the church.
    The committee recieved the acommodation adress of the proffesor and the secratary.
    The biomarker upregulates transcriptional coactivators of a glycosylated receptor in microvasculature.
"""

PHRASES = """
    The keeper was magniloquent about the impolicy of the harbour, and a cosmopolite in a pelisse gave his gratulation.
    The duty on the rope was ad valorem, and the two towns found a modus vivendi that the harbour could live with.
    The song ends with an old line, ombra di bellezza, and then the crew went home to the town.
    The name of the ferry is from Yiddish farblondjet and the crew was never told about it at all.
    The keeper looked up where the word came from [akin to G. schlechter and to the names of other old boats].
    The Volkspartij voor Vrijheid was in the town hall for a day, and the crew of the ferry was there.
    The crew of the ferry has to wait for the money that the town had promised to the keeper of the verga
    verhaftet in the harbour on Monday, the captain of the ferry was sent home to the town on the next day.
    The surprjse of the crew was that the keeper isnât here and the lamp of the old coöperative tower is out.
    The harbour and its modus were the concern of the ouest-france office in the town beside the church.
"""

ABROAD = """
    Der Kapitän der Fähre wurde am Montag im Hafen verhaftet, und niemand wusste, warum das Licht erloschen war.
    Nikdo nevěděl, proč světlo té noci zhaslo, a lodě byly zničeny v bouři, kterou nikdo nečekal.
    El capitán del barco fue detenido el lunes en el puerto, y nadie sabía por qué se había apagado la luz.
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize("text", lines(LEFT))
def test_words_left_behind_are_found(text: str) -> None:
    assert [finding.code for finding in LINTER.lint(text)] == ["MT111"]


@pytest.mark.parametrize("text", lines(SOUND) + lines(PHRASES) + lines(ABROAD))
def test_borrowed_and_cited_words_are_silent(text: str) -> None:
    assert [finding.message for finding in LINTER.lint(text)] == []


def test_findings_do_not_depend_on_the_neighbours() -> None:
    """One by one, and many at once in any order, with the scanner and without it."""
    texts = [line for part in (LEFT, SOUND, PHRASES, ABROAD) for line in lines(part)] * 40
    random.Random(3).shuffle(texts)
    texts += ["", "é", "a" * 70_000 + " verhaftet", "\x00 que \ud800 światło \r\n"]
    alone = [shown(LINTER, text) for text in texts]
    exhaustive = Linter(Settings(select=("MT111",), scanner=False))
    for linter in (LINTER, exhaustive):
        together = [[(f.start, f.end) for f in found] for found in linter.lint_many(texts)]
        assert together == alone


def shown(linter: Linter, text: str) -> list[tuple[int, int]]:
    return [(f.start, f.end) for f in linter.lint(text)]


def test_sieve_points_at_the_words() -> None:
    text = "The boats were zničeny in the harbour on that day, and Depuis is the name of another that nobody saw."
    data = b"\n" + text.encode()
    assert [data[place:].split()[0].decode() for place in places(of_one(text))] == ["zničeny", "Depuis"]


def test_letters_tell() -> None:
    assert score("obrotnością") > sure("obrotnością")
    assert sure("obrotnością") < sure("transcription") > score("transcription")


def test_kinds() -> None:
    assert [kind(word) for word in ("Depuis", "que", "façade", "harbour")] == ["s", "m", "e", ""]
