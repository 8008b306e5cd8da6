"""A trigger fires in whatever its pattern matches, and says so when it cannot."""

from __future__ import annotations

import hyperscan
import pytest
import regex

from corpuslint.compiled import pickle_patterns
from corpuslint.errors import UsageError
from corpuslint.fold import FOLDED, respell
from corpuslint.rule import Pattern
from corpuslint.scan.characters import searched
from corpuslint.scan.expressions import frame_triggers
from corpuslint.scan.parse import NoTriggerError
from corpuslint.scan.trigger import byte_triggers

PATTERNS = {
    r"(?i)\bsign in to \w+": ["Sign in to read", "SIGN IN TO ſee", "sıgn in to x", "sign in to é"],
    r"[a-z]\. [a-z]": ["end. and"],
    r"(?i)(?<![a-z])foo bar": ["foo bar", "-Foo BAR", "9fOo bar"],
    r"\w+['’]s \p{Lu}\w+": ["Seoul’s Élan", "dog's Über", "ʼn's Ab"],
    r"(?ix) foo \s+ (?: bar | baz )? \d{2,4} $": ["foo\u00a0\u0661\u0662", "FOO \t123", "foo bar99"],
    r"“[^”]{3,40}”": ["“naïve 😀 日本”", "“a\r\nb”"],
    r"(?:x|)yz*[^ ]{2}": ["y\u00a0\u00a0", "xyab", "yzzz’’"],
    r"a(?=b)b(?!c).": ["ab\u2028", "abé"],
    r"(?i:k)elvin (?-i:Scale)": ["Kelvin Scale", "KELVIN Scale"],
    r"\p{Lu}{2,}\P{L}[^\p{L}\s]": ["ÀÉ1%", "AB.😀", "AB,’"],
    r"(?s)one.two": ["one\ntwo", "one\rtwo", "oneétwo"],
    r"(?>ab|a)c++d": ["abcccd", "acd"],
    r"(?<n>a)b|(?P<n>c)d": ["ab", "cd"],
    r"[^\W\d_]+ly,": ["Übly,", "früh́ly,"],
    r"(?<![\w.'’-])(?:of|by)\d": ["of1", "by\u0661", "\uff07of 1, (of1", "a\nby2"],
}


class Triggers:
    """The triggers of a pattern, compiled."""

    def __init__(self, pattern: str):
        expressions = byte_triggers(pattern, within_line=False)
        self.database = hyperscan.Database()
        ids = list(range(len(expressions)))
        self.database.compile(expressions=expressions, ids=ids, flags=[0] * len(ids))

    def fire(self, text: str) -> bool:
        found: list[int] = []
        self.database.scan(searched(b"\n" + text.encode()), match_event_handler=lambda *event: found.append(event[2]))
        return bool(found)


@pytest.mark.parametrize(("pattern", "text"), [(p, t) for p, texts in PATTERNS.items() for t in texts])
def test_what_the_pattern_matches_has_its_trigger(pattern: str, text: str) -> None:
    triggers = Triggers(pattern)
    assert triggers.fire(respell(text)) or not regex.search(pattern, text)
    if regex.search(pattern, text) and not any(c in text for c in FOLDED if c != "’"):
        assert triggers.fire(text)


@pytest.mark.parametrize("pattern", [*PATTERNS, r"\s\.\S", r"(?i)[a-k]+ß?, [l-z]"])
def test_every_single_character_is_covered(pattern: str) -> None:
    """Put each of many characters at each place of a match: where it still matches, the trigger still fires."""
    triggers = Triggers(pattern)
    strange = [*FOLDED, *"\x00\x1c\u0301\u200b\u0660\U0001d400ßÀıŉ日\u00b2Ǆ\u0345"]
    for sample in PATTERNS.get(pattern, ["x .y", "abc, xyz"]):
        for at in range(len(sample)):
            for character in strange:
                text = sample[:at] + character + sample[at + 1 :]
                assert triggers.fire(respell(text)) or not regex.search(pattern, text), text


def test_a_long_alternation_becomes_several_triggers() -> None:
    words = [f"word{number}" for number in range(4000)]
    triggers = byte_triggers(rf"the (?:{'|'.join(words)}) of [a-z]+")
    assert len(triggers) > 1
    assert all(len(trigger) < 16_000 for trigger in triggers)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\w)\1",
        r"a*",
        r"(?:a|)b",
        r"\X\X\X",
        r"(?e)abc",
        r"abc{e<=1}",
        r"(?P<x>a)bc(?P=x)",
        r"[abc",
        r"\mfoo",
        r"(?a)\w\w\w",
        "",
    ],
)
def test_what_has_no_trigger_is_refused(pattern: str) -> None:
    with pytest.raises(NoTriggerError):
        byte_triggers(pattern)


@pytest.mark.parametrize(
    ("pattern", "triggers", "said"),
    [
        ("ferry (boat", (), "missing \\) at position 11"),
        ("ferry [z-a]boat", (), "bad character range"),
        (r"ferry\p{Foo}boat", (), "unknown property"),
        ("ferry boat", ("ferry(",), r"missing \) .*ferry\("),
        ("ferry (boat", ("ferry",), "missing"),
    ],
)
def test_what_is_no_pattern_is_called_so(pattern: str, triggers: tuple[str, ...], said: str) -> None:
    rule = Pattern(code="YY101", name="ferry", doc="A ferry.", message="", pattern=pattern, triggers=triggers)
    with pytest.raises(UsageError, match=rf"YY101 \(ferry\): not a valid pattern: .*{said}"):
        frame_triggers(rule, rule.frames[0])
        pickle_patterns([rule])
