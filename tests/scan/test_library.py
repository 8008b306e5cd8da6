"""The scanner's library finds what it is told to find: Vectorscan 5.4.12 does not (VectorCamp/vectorscan#358)."""

from __future__ import annotations

import random
import sys

import hyperscan
import pytest

BROKEN = sys.version_info >= (3, 14)

PASSIVE = rb"(?i)(?:is|are|was|were|been) (?:(?:also|clearly|often|repeatedly|widely|easily|plainly) ){0,2}shown to "
PASSIVES = [b"%s %sshown to " % (verb, adverb) for verb in (b"is", b"was", b"were") for adverb in (b"", b"also ")]
WORDS = rb"a[\t\v\f ](?:[a-z]+[\t\v\f ])?harbour"
HARBOURS = [b"a harbour", b"a quiet harbour", b"a\tharbour"]


@pytest.mark.xfail(BROKEN, reason="no wheel of a version without the fault is made for this Python")
@pytest.mark.parametrize(("pattern", "texts"), [(PASSIVE, PASSIVES), (WORDS, HARBOURS)])
def test_every_match_is_found(pattern: bytes, texts: list[bytes]) -> None:
    database = hyperscan.Database()
    database.compile(expressions=[pattern], ids=[0], flags=[0])
    chance = random.Random(1)
    missed = []
    for _ in range(500):
        before, after = (bytes(chance.choices(b"abcdefgh  ", k=chance.randrange(80))) for _ in range(2))
        for text in texts:
            if len(before) + 1 + len(text) not in ends(database, before + b" " + text + after):
                missed.append((before, text, after))
    assert not missed


def ends(database: hyperscan.Database, text: bytes) -> list[int]:
    found: list[int] = []
    database.scan(text, match_event_handler=lambda *event: found.append(event[2]))
    return found
