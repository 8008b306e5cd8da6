"""The rules that look at every word: they find the same in a small text, which is looked at without arrays, as in many
texts at once, and their tables are looked up right."""

import random
from pathlib import Path

import pytest

import corpuslint_rules
from corpuslint import Linter
from corpuslint.page import page
from corpuslint.plugins import load_rules
from corpuslint.scan.buffer import SMALL, of_one
from corpuslint.settings import Settings
from corpuslint_rules.english.lookup import key_of, keys, padded
from corpuslint_rules.english.small_text import is_plain
from corpuslint_rules.english.sorted_lines import SortedLines
from corpuslint_rules.splits import _stop_net
from corpuslint_rules.splits._stop_codes import KINDS, OUTSIDE

RULES = {rule.code: rule for rule in load_rules([])}
CODES = ("MT111", "SP110", "SP111", "SP112")
EXAMPLES = [line for code in CODES for part in (page(RULES[code]).bad, page(RULES[code]).good) for line in part]
ODD = ["Łukasz zjadł", "Straße und ÿ", "deinstitutionalixation", "(“’s ¿It’s... ", "\x0c. Mr. B", "\r\n", "é. Ab cd"]


def mixed(source: random.Random) -> str:
    """A text made of what stands in the rules' examples, some of it damaged."""
    words = " ".join(source.choices(EXAMPLES, k=6)).split(" ")
    for _ in range(source.randrange(8)):
        at = source.randrange(len(words))
        joined = source.choice(["", "-", ". ", "\n", " "]).join([words[at], source.choice(words).capitalize()])
        words[at] = source.choice([joined, joined.lower(), source.choice(ODD), words[at].upper()])
    return " ".join(words)


@pytest.mark.parametrize("code", CODES)
def test_a_small_text_has_the_findings_that_it_has_among_others(code: str) -> None:
    texts = [*EXAMPLES, *ODD, *(mixed(random.Random(seed)) for seed in range(300))]
    linter = Linter(Settings(select=(code,)))
    assert all(len(text.encode()) < SMALL < sum(map(len, texts)) for text in texts)
    together = list(linter.lint_many(texts))
    assert [linter.lint(text) for text in texts] == together
    assert sum(map(len, together)) > 20


def test_what_is_small_and_plain() -> None:
    assert is_plain(of_one("The café is open."))
    assert not any(is_plain(of_one(text)) for text in ("Łódź", "ÿ", "Straße", "a" * 17, "a " * SMALL))


def test_a_key_is_the_same_without_arrays() -> None:
    words = [b"a", b"Bridge", b"abcdefgh", b"abcdefghi", "été".encode(), b"I'm", b"", b"incomprehensibilities"]
    data = padded(b"".join(words))
    ends = [16 + len(b"".join(words[: at + 1])) for at in range(len(words))]
    import numpy as np  # noqa: PLC0415

    starts = np.array(ends) - [len(word) for word in words]
    assert keys(data, starts, np.array(ends)).tolist() == [key_of(word) for word in words]


@pytest.mark.parametrize("ending", ["\tv{}", ""])
@pytest.mark.parametrize("count", [1, 4000])
def test_every_line_is_found_and_nothing_else(tmp_path: Path, ending: str, count: int) -> None:
    source = random.Random(2)
    known = sorted({"".join(source.choices("ab'é ", k=source.randrange(1, 9))) for _ in range(count)}, key=str.encode)
    path = tmp_path / "lines"
    path.write_text("".join(f"{key}{ending.format(at)}\n" for at, key in enumerate(known)), encoding="utf-8")
    table = SortedLines(path)
    for at, key in enumerate(known):
        assert table.get(key.encode()).decode() == ending.format(at)[1:]
        assert (key.encode() in table) == (not ending)
        other = f"{key}b"
        assert other in known or (not table.get(other.encode()) and other.encode() not in table)


def test_a_stop_has_the_same_odds_without_arrays() -> None:
    import numpy as np  # noqa: PLC0415

    source = random.Random(5)
    words = [line.split(b"\t")[0] for line in _stop_net._words().text.splitlines()[1:]] + [b"", b"unheard-of"] * 300
    windows = []
    for _ in range(60):
        first, last = source.randrange(14), source.randrange(15, 29)
        seen = _stop_net.Window(first, last, [OUTSIDE] * 28, [0] * 28, [b""] * 28)
        for at in range(first, last):
            seen.codes[at], seen.flags[at] = source.randrange(KINDS), source.randrange(8)
            seen.words[at] = source.choice(words)
        windows.append(seen)
    numbers = [[key_of(word) >> _stop_net.KEY_SHIFT if word else 0 for word in seen.words] for seen in windows]
    columns = [
        np.array(rows).T for rows in ([seen.codes for seen in windows], [seen.flags for seen in windows], numbers)
    ]
    found = _stop_net.odds_all(_stop_net.Windows(*columns))
    assert found.tolist() == [_stop_net.odds(seen) for seen in windows]
    assert len(set(found.tolist())) > 50
    close = [seen.codes[12:16] for seen in windows]
    assert _stop_net.beside_all(np.array(close).T).tolist() == [_stop_net.beside(codes) for codes in close]


def test_single_precision_holds_the_sums_of_the_first_layer() -> None:
    net = _stop_net._arrays()
    most = sum(abs(part).max(axis=0) for part in (net.codes, net.flags, net.words))
    inputs = abs(net.first).reshape(-1, len(most), net.first.shape[1])
    assert (inputs.sum(axis=0) * most[:, None]).sum(axis=0).max() < 2**24


TABLES = ("english/words", "english/pairs", "splits/unlikely_stop_words", "translation/foreign_word",
          "translation/foreign_word_letters")  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_lines_of_tables_are_sorted(name: str) -> None:
    lines = Path(corpuslint_rules.__file__).parent.joinpath(f"{name}.tsv").read_bytes().splitlines()
    assert lines == sorted(lines)
