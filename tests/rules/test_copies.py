"""Copies of all kinds are found, with true passages; what only looks like one is left alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest

from corpuslint import Finding, Linter, Settings
from corpuslint.cli import main
from corpuslint.metadata import Metadata
from corpuslint_rules.duplicates.same_text_other_origin import differences
from made_up import respun, sentences, text

LINTER = Linter(Settings(select=("DU",)))
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

FORMS = ("Comments ({}) on this", "Terms and conditions apply", "About us | Contact us | Privacy policy")


def found(texts: Sequence[str]) -> dict[int, list[Finding]]:
    """The findings of texts that are looked at together, by index; those without any left out."""
    return {index: findings for index, findings in enumerate(LINTER.lint_corpus(texts)) if findings}


def among_others(*texts: str) -> list[str]:
    """These texts, and after them forty that have nothing to do with them."""
    return [*texts, *(text(1000 + number) for number in range(40))]


def words(span: str) -> list[str]:
    """The words of a span, as they are compared."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", span.replace("\u00ad", "")).lower())


ORIGINAL = text(1)
SENTENCES = sentences(1)

COPIES: dict[str, tuple[str, str, str]] = {
    "exact": (ORIGINAL, "DU101", "copy of"),
    "upper case": (ORIGINAL.upper(), "DU101", "copy of"),
    "one line": (ORIGINAL.replace("\n", " "), "DU101", "copy of"),
    "other marks": (ORIGINAL.replace(".", " --").replace(" ", "\u00a0"), "DU101", "copy of"),
    "soft hyphens": (ORIGINAL.replace("mar", "m\u00adar"), "DU101", "copy of"),
    "full width": (ORIGINAL.translate({code: code + 0xFEE0 for code in range(ord("a"), ord("z"))}), "DU101", "copy of"),
    "a figure changed": (ORIGINAL.replace(SENTENCES[3], sentences(2)[3]), "DU102", "near copy of"),
    "other order": ("\n\n".join(reversed(ORIGINAL.split("\n\n"))), "DU102", "near copy of"),
    "a third": (" ".join(SENTENCES[:7]), "DU103", "shortened copy of"),
    "from the middle": (" ".join(SENTENCES[6:12]), "DU103", "shortened copy of"),
    "every second sentence": (" ".join(SENTENCES[::2]), "DU103", "shortened copy of"),
    "respun": (respun(ORIGINAL, 0.3), "DU103", "rewritten word by word"),
    "half new": (" ".join(SENTENCES[:11] + sentences(3)[:10]), "DU103", "partly the text of"),
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_found_with_what_it_shares(name: str) -> None:
    copy, code, message = COPIES[name]
    texts = among_others(ORIGINAL, copy)
    ((index, (finding,)),) = found(texts).items()
    assert (finding.code, index < 2) == (code, True)
    assert message in finding.message
    assert "keep <text>: it " in finding.message
    place = finding.related[0]
    assert {index, int(place.record or -1)} == {0, 1}
    here, there = words(texts[index][finding.start : finding.end]), words(texts[1 - index][place.start : place.end])
    if code == "DU101":
        assert here == there
    assert len(set(here) & set(there)) >= 0.6 * len(set(here))
    assert len(finding.related) % 2 == 1


def test_further_passages_are_related_by_pairs() -> None:
    texts = among_others(ORIGINAL, "\n\n".join(reversed(ORIGINAL.split("\n\n"))))
    ((index, (finding,)),) = found(texts).items()
    places = finding.related[1:]
    assert len(places) >= 4
    for own, other in zip(places[::2], places[1::2], strict=True):
        assert (own.record, other.record) == (str(index), str(1 - index))
        assert words(texts[index][own.start : own.end]) == words(texts[1 - index][other.start : other.end])


def test_what_is_pieced_together_is_set_against_all_its_pieces() -> None:
    other = sentences(2)
    pieced = " ".join(SENTENCES[:11] + other[8:])
    ((index, (finding,)),) = found(among_others(ORIGINAL, text(2), pieced)).items()
    assert (index, finding.code) == (2, "DU103")
    assert "pieced together from" in finding.message
    assert {place.record for place in finding.related} == {"0", "1", "2"}


@pytest.mark.parametrize("rest", ["", "\n\nThe print view ends here."])
def test_a_text_that_is_there_twice_is_the_copy(rest: str) -> None:
    for texts in ((ORIGINAL, f"{ORIGINAL}\n\n{ORIGINAL}{rest}"), (f"{ORIGINAL}\n\n{ORIGINAL}{rest}", ORIGINAL)):
        ((index, (finding,)),) = found(among_others(*texts)).items()
        assert (texts[index] == ORIGINAL, finding.code) == (False, "DU102")
        assert finding.message.endswith("keep <text>: it says once what this repeats")


@pytest.mark.parametrize("prefer", [["b.jsonl"], ["no.jsonl", "site=ORRIN.*"], ["rights=free", "a.jsonl"]])
def test_the_user_says_which_copy_to_keep(prefer: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though the other one is longer, and has more fields."""
    fields = {"url": "https://letter.example/1", "author": "Ida Holm"}
    short = {"source": "Orrin.example", "rights": "free", "text": " ".join(SENTENCES[:9])}
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": ORIGINAL} | fields) + "\n")
    (tmp_path / "b.jsonl").write_text(json.dumps(short) + "\n")
    (tmp_path / "corpuslint.toml").write_text(f"prefer = {json.dumps(prefer)}\n")
    monkeypatch.chdir(tmp_path)
    assert main(["--select", "DU", "--format", "jsonl=found.jsonl", "a.jsonl", "b.jsonl"]) == 1
    (line,) = (tmp_path / "found.jsonl").read_text().splitlines()
    finding = json.loads(line)
    assert (finding["path"], finding["code"]) == ("a.jsonl", "DU103")
    assert finding["message"].startswith("extended copy of b.jsonl:1: ")
    assert finding["message"].endswith("keep b.jsonl:1: it comes first in prefer")


def test_a_text_is_no_patchwork_of_its_own_excerpts() -> None:
    results = found(among_others(" ".join(SENTENCES[:10]), ORIGINAL, " ".join(SENTENCES[10:])))
    assert {index: finding.code for index, (finding,) in results.items()} == {0: "DU103", 2: "DU103"}


def morse(size: int) -> str:
    """Thue and Morse's sequence, in two letters."""
    return "".join("ab"[at.bit_count() % 2] for at in range(size))


NO_COPIES: dict[str, Callable[[], tuple[str, str]]] = {
    "other texts": lambda: (text(1), text(2)),
    "a shared quotation": lambda: (ORIGINAL, " ".join([*sentences(4)[:9], *SENTENCES[4:6], *sentences(4)[9:]])),
    "few words": lambda: ("Thank you very much indeed.", "Thank you very much indeed."),
    "rare ideographs": lambda: ("".join(map(chr, range(0x20000, 0x20064))), "".join(map(chr, range(0x25000, 0x25064)))),
    "words of one hash": lambda: (
        f"{sentences(1)[0]} {morse(4096)}",
        f"{sentences(1)[0]} {morse(8192)[4096:]}",
    ),
    "one frame": lambda: (frame(1), frame(2)),
}


def frame(number: int) -> str:
    """A report by a program: the same sentences, other names and figures."""
    chance = Random(number)
    return re.sub(r"(?<=[a-z,] )[A-Z]\w+|\d+", lambda _: _other(chance), FRAME)


def _other(chance: Random) -> str:
    return str(chance.randrange(100, 999)) if chance.random() < 0.5 else chance.choice(sentences(99)).split()[0]


FRAME = (
    "The shares of Ostrow rose by 412 to 8120 on Monday after Holm of Lindau had bought 93 of them, said Varna. "
    "In the year before, Ostrow had lost 77 of its 2044 shops, most of them in Brevik, Sund and Orrin, while the "
    "owner, Per Lund of Cairns, put 310 more into the firm. The analysts of Varna expect 65 for the second quarter, "
    "and 114 for the third, if the price of flour stays where it was on Friday, at 58 a sack."
)


@pytest.mark.parametrize("name", NO_COPIES)
def test_what_is_no_copy_is_left_alone(name: str) -> None:
    assert found(among_others(*NO_COPIES[name]())) == {}


def test_forms_of_one_frame_are_a_template() -> None:
    results = found(among_others(*(frame(number) for number in range(6))))
    assert {index: [f.code for f in findings] for index, findings in results.items()} == {
        i: ["DU104"] for i in range(6)
    }
    assert "fills the frame of" in results[0][0].message


def page_of(number: int) -> str:
    menu = [form.format(number) for form in FORMS]
    return "\n".join([menu[0], text(number, 6), *menu[1:], f"Last updated: {number} May 2019"])


def test_template_lines_are_found_and_copies_are_not_made_of_them() -> None:
    pages = [page_of(number) for number in range(30)]
    results = found(pages)
    for index, page in enumerate(pages):
        lines = [page[f.start : f.end] for f in results[index]]
        assert {f.code for f in results[index]} == {"DU104"}
        assert sorted(lines) == sorted([FORMS[0].format(index), *FORMS[1:], f"Last updated: {index} May 2019"])
        assert all(f.message == "line in 30 of 30 records" for f in results[index])
        assert all(f.related[0].record != str(index) for f in results[index])


def test_texts_that_say_the_same_often() -> None:
    """A few sentences in any order, again and again: in which order two of them are compared is not to matter."""
    few = sentences(0, 6)
    texts = [" ".join(Random(number).choices(few, k=20)) for number in range(60)]
    for findings in Linter(Settings(select=("DU",))).lint_corpus(texts):
        assert all(finding.code.startswith("DU") and finding.related for finding in findings)


def test_lines_of_nine_records_are_no_template() -> None:
    assert found([page_of(number) for number in range(9)]) == {}


@pytest.mark.parametrize("change", [0.0, 0.02])
def test_a_text_that_stands_often_is_no_template(change: float) -> None:
    texts = [respun(ORIGINAL, change, number) for number in range(80)]
    results = found(texts)
    codes = {finding.code for findings in results.values() for finding in findings}
    assert codes <= {"DU101", "DU102" if change else ""}
    assert len(results) == 79


def test_texts_without_spaces() -> None:
    chance = Random(5)
    letters = [chr(0x4E00 + chance.randrange(800)) for _ in range(1200)]
    original = "".join(letter + ("。\n" if at % 29 == 28 else "") for at, letter in enumerate(letters))
    others = ["".join(chr(0x4E00 + chance.randrange(800)) for _ in range(600)) for _ in range(20)]
    results = found([original, original[100:500], original.replace("。\n", "，"), *others])
    assert {index: [f.code for f in findings] for index, findings in results.items()} == {1: ["DU103"], 2: ["DU101"]}


def test_other_origin() -> None:
    here = Metadata(author="By Ida Holm", date="2019-05-12T09:00", site="orrin.example")
    assert differences(here, here._replace(author="HOLM, Ida", date="2019-05-12")) == []
    assert differences(here, Metadata()) == []
    assert differences(here, Metadata(author="Per Lund", date="2021-01-01", site="Orrin.example")) == [
        'by "By Ida Holm", there by "Per Lund"',
        "dated 2019-05-12, there 2021-01-01",
    ]
    assert differences(here, here._replace(site="sund.example")) == ["on orrin.example, there on sund.example"]


def rows() -> list[dict[str, str]]:
    """Records with copies of all kinds, templates, and metadata that decide what to keep."""
    texts = [copy for copy, _, _ in COPIES.values()] + [text(n) for n in range(12)] + [page_of(n) for n in range(12)]
    texts += [frame(n) for n in range(5)] + [" ".join(SENTENCES[:11] + sentences(2)[8:])]
    chance = Random(3)
    fields = [
        ("author", "Ida Holm"),
        ("author", "Per Lund"),
        ("date", "2019-05-12"),
        ("url", "https://orrin.example/1"),
    ]
    return [{"text": body, **dict(chance.sample(fields, 2))} for body in texts]


def bytes_of(folder: Path, paths: Sequence[str], jobs: str, seed: str) -> bytes:
    command = [sys.executable, "-m", "corpuslint", "--isolated", "--no-cache", "--exit-zero", "--select", "DU"]
    command += ["--jobs", jobs, "--format", "jsonl", *paths]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed}
    )
    return done.stdout


def test_the_same_bytes_for_any_order_jobs_and_hash_seed(tmp_path: Path) -> None:
    for number, row in enumerate(rows()):
        (tmp_path / f"{number:02}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    paths = sorted(path.name for path in tmp_path.iterdir())
    first = bytes_of(tmp_path, paths, "1", "1")
    assert {json.loads(line)["code"] for line in first.splitlines()} == {f"DU10{n}" for n in range(1, 6)}
    for number in range(3):
        Random(number).shuffle(paths)
        assert bytes_of(tmp_path, paths, "12"[number % 2], str(number)) == first


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five articles are not beside the project")
def test_the_article_that_was_taken_from_another() -> None:
    names = sorted(path.name for path in SEEDS.glob("*.txt"))
    texts = [(SEEDS / name).read_text(encoding="utf-8") for name in names]
    ((index, (finding,)),) = found(texts).items()
    assert (names[index][:3], finding.code) == ("000", "DU103")
    assert {names[int(place.record or -1)][:3] for place in finding.related} == {"000", "001"}
    assert len(finding.related) >= 9
