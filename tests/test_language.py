"""The language of a text, and what rules of one language do in another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpuslint import Doc, Linter, Settings
from corpuslint.cli import main
from corpuslint.language import language_of
from corpuslint.lexicon import read_phrases
from corpuslint.plugins import load_rules
from corpuslint.rule import Hit, Pattern, Phrases

PROSE = {
    "en": "The town council voted on Tuesday to keep the old library open until a new one has been built, and the "
    "repairs will cost more than anybody expected.",
    "de": "Der Stadtrat hat am Dienstag beschlossen, die alte Bücherei offen zu halten, bis eine "
    "neue gebaut ist, obwohl "
    "die Reparaturen teurer werden als erwartet.",
    "fr": "Le conseil municipal a décidé mardi de garder l'ancienne bibliothèque ouverte jusqu'à ce "
    "qu'une nouvelle soit "
    "construite, même si les travaux coûteront plus cher que prévu.",
    "es": "El ayuntamiento decidió el martes mantener abierta la vieja biblioteca hasta que se construya una nueva, "
    "aunque las obras costarán más de lo previsto.",
    "pt": "A câmara municipal decidiu na terça-feira manter aberta a velha biblioteca até que uma "
    "nova seja construída, "
    "embora as obras custem mais do que o previsto.",
    "it": "Il consiglio comunale ha deciso martedì di tenere aperta la vecchia biblioteca finché non ne sarà costruita "
    "una nuova, anche se i lavori costeranno più del previsto.",
    "nl": "De gemeenteraad besloot dinsdag de oude bibliotheek open te houden totdat er een nieuwe "
    "is gebouwd, hoewel de "
    "reparaties duurder worden dan verwacht.",
    "pl": "Rada miasta zdecydowała we wtorek, że stara biblioteka pozostanie otwarta do czasu zbudowania nowej, choć "
    "naprawy będą kosztować więcej, niż oczekiwano.",
    "ru": "Городской совет решил во вторник оставить старую библиотеку открытой до постройки новой, "
    "хотя ремонт обойдётся "
    "дороже, чем ожидалось.",
    "ja": "市議会は火曜日、修理費が予想を上回るものの、新しい図書館が完成するまで古い図書館を開館し続けることにした。",
    "ko": "시의회는 화요일 수리비가 예상보다 많이 들더라도 새 도서관이 지어질 때까지 옛 도서관을 계속 열기로 결정했다.",
    "zh": "市议会星期二决定，在新图书馆建成之前继续开放旧图书馆，尽管修缮费用将高于预期。山谷里的农民说，雨来得晚。",
}
TABLE = "\n".join(f"{n} | {n * n} | {n * n * n} | {n + 7}" for n in range(10, 60))


@pytest.mark.parametrize("language", PROSE)
def test_prose_shows_its_language(language: str) -> None:
    assert language_of(PROSE[language]) == language


@pytest.mark.parametrize("text", ["", "Log in", "Jetzt abonnieren", TABLE, "\ud800" * 200])
def test_little_text_and_no_prose_show_none(text: str) -> None:
    assert language_of(text) is None


def codes(text: str, language: str | None = None) -> set[str]:
    return {finding.code for finding in Linter(Settings(language=language), load_rules(())).lint(text)}


CLAIM = "It is widely believed that prices will rise."


def test_a_rule_of_one_language_is_silent_in_another() -> None:
    assert "UC101" in codes(CLAIM)
    assert "UC101" in codes(f"{PROSE['en']}\n{CLAIM}")
    assert "UC101" not in codes(f"{PROSE['de']}\n{PROSE['de']}\n{CLAIM}")


def test_the_language_can_be_set() -> None:
    assert "UC101" not in codes(CLAIM, language="de")
    assert "UC101" in codes(f"{PROSE['de']}\n{PROSE['de']}\n{CLAIM}", language="en")
    assert Doc(PROSE["de"], language="nl").language == "nl"


def test_texts_that_show_no_language_are_counted_once() -> None:
    coverage: Counter[str] = Counter()
    for text in (TABLE, PROSE["de"], "Log in"):
        doc = Doc(text, coverage=coverage)
        assert [doc.speaks({"en"}), doc.speaks({"en"})] == [text == "Log in"] * 2
    assert list(coverage.values()) == [1]


def test_the_run_says_how_many_records_show_no_language(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "table.txt").write_text(f"{TABLE}\n{CLAIM}\n{TABLE}\n{TABLE}", encoding="utf-8")
    (tmp_path / "german.txt").write_text(f"{PROSE['de']}\n{CLAIM}\n{PROSE['de']}\n", encoding="utf-8")
    assert main(["--isolated", "--no-cache", "--select", "UC", str(tmp_path)]) == 0
    assert "; 1 of unknown language (language-free rules only)" in capsys.readouterr().err


def test_short_phrases_are_bound_to_their_language_and_long_ones_are_not() -> None:
    (rule,) = (rule for rule in load_rules(()) if rule.code == "PW101" and isinstance(rule, Phrases))
    bound = {phrase.text: phrase.languages for phrase in read_phrases(rule)}
    assert bound["sign in to read"] == ()
    assert bound["anmelden"] == ("de",)
    assert "PW101" in codes(f"{PROSE['de']}\n\nSign in to read the full story\n")
    assert "PW101" in codes(f"{PROSE['de']}\n\nAnmelden\n")
    assert "PW101" not in codes(f"{PROSE['en']}\n\nAnmelden\n")
    assert "PW101" not in codes(f"{TABLE}\n\nAnmelden\n")


def test_a_lone_prompt_of_any_language_is_found() -> None:
    assert all("PW101" in codes(text) for text in ("Sign in", "Anmelden", "ログイン"))


@pytest.mark.parametrize("scanner", [True, False])
def test_what_a_rule_raises_in_another_language_is_nobodys_business(scanner: bool) -> None:
    def check(match: object, unit: object) -> list[Hit]:
        raise ValueError("no such word")

    rule = Pattern(
        code="XX101",
        name="x",
        doc=None,
        message="",
        pattern="(?i)library|Bücherei",
        languages=frozenset({"en"}),
        check=check,
    )
    linter = Linter(Settings(scanner=scanner), [rule])
    assert [found.code for found in linter.lint(PROSE["en"])] == ["CL905"]
    assert linter.lint(PROSE["de"]) == []
