"""What rules that know English say of other languages, and of English amid them: nothing that is not wrong there."""

from __future__ import annotations

import pytest

from corpuslint import Linter

GERMAN = (
    "Der Deich, den die Gemeinde im Herbst bauen ließ, hält bis heute. Die Wege, die die Bauern nutzen, wenn sie sie "
    "brauchen, sind weniger geworden, und das Wetter, das das Meer bringt, ist rau."
)
ITALIAN = (
    "Il vecchio ponte è stato chiuso piano piano al traffico, e i mercanti hanno dovuto tornare alla strada del porto. "
    "Da notare che questo evento ha portato problemi a tutte le persone della valle, che ora limitano i lavori."
)
FRENCH = (
    "Nous nous sommes promenés le long du quai, où vous vous êtes assis hier soir. Le maire a dit que les travaux "
    "seraient bientôt finis, mais personne ne sait quand."
)
VIETNAMESE = (
    "Hai con đường chạy song song với nhau dọc theo bờ biển, và người dân trong làng thường thường đi chợ từ sáng sớm "
    "để mua cá tươi, rau xanh, vân vân."
)
RUSSIAN = "Старый мельник всегда чему-\nнибудь учился у моря, а вечером писал о том, что видел."
ENGLISH = "The council said that the bridge will be closed, and those who use it must take the ferry until spring."
MORE = "Those who live on the other side have asked for a boat that leaves before seven, and have no answer yet."


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.mark.parametrize("text", [GERMAN, ITALIAN, FRENCH, VIETNAMESE, RUSSIAN])
def test_clean_text_has_no_finding(linter: Linter, text: str) -> None:
    assert not linter.lint(text)


@pytest.mark.parametrize("text", [GERMAN, ITALIAN, FRENCH, VIETNAMESE])
def test_nor_has_it_amid_english(linter: Linter, text: str) -> None:
    """As where half of a page was never translated."""
    assert not linter.lint("\n\n".join((ENGLISH, text, MORE)))


@pytest.mark.parametrize(
    "text",
    [
        "Heute ist die Satire das, was der Alltag hat.",
        "Con questo è possibile tornare a casa.",
        "Ti do un consiglio: mai sputare in un tornado!",
        "Permite specificare in dettaglio i conti.",
    ],
)
def test_short_texts_of_other_languages(linter: Linter, text: str) -> None:
    assert not linter.lint(text)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("The council has said that thebridge will be closed in May.", "SP110"),
        ("The council said it would schließen the bridge in May.", "MT111"),
        ("The council has said that the the bridge will be closed in May.", "MT106"),
    ],
)
def test_damage_of_english_amid_them_is_found(linter: Linter, line: str, code: str) -> None:
    found = {finding.code for finding in linter.lint("\n\n".join((ENGLISH, line, MORE, RUSSIAN)))}
    assert code in found
