"""Texts that say nothing, of made-up words with natural frequencies; the same for the same number."""

from __future__ import annotations

from random import Random

_SYLLABLES = ("ba", "den", "fi", "gor", "hu", "kel", "lo", "mar", "ni", "pos", "ra", "sti", "tu", "ver", "wo", "zan")


def vocabulary(size: int = 3000) -> list[str]:
    """Different words, the short ones first."""
    chance = Random(1)
    words = dict.fromkeys("".join(chance.choices(_SYLLABLES, k=1 + len_ // 500)) for len_ in range(3 * size))
    return list(words)[:size]


WORDS = vocabulary()
_WEIGHTS = [1 / (rank + 5) for rank in range(len(WORDS))]


def sentences(number: int, count: int = 20) -> list[str]:
    """Sentences of 8 to 16 words, with a name and a figure here and there."""
    chance = Random(number)
    made = []
    for _ in range(count):
        words = chance.choices(WORDS, _WEIGHTS, k=chance.randrange(8, 17))
        if chance.random() < 0.5:
            words[chance.randrange(1, 8)] = chance.choice(WORDS).capitalize()
        if chance.random() < 0.4:
            words[chance.randrange(1, 8)] = str(chance.randrange(10, 5000))
        made.append(" ".join(words).capitalize() + ".")
    return made


def text(number: int, count: int = 20) -> str:
    """A text of so many sentences, in paragraphs of four."""
    made = sentences(number, count)
    return "\n\n".join(" ".join(made[at : at + 4]) for at in range(0, count, 4))


def respun(text: str, share: float, seed: int = 0) -> str:
    """The text with so many of its ordinary words replaced."""
    chance = Random(seed)
    words = text.split(" ")
    return " ".join(chance.choice(WORDS) if w.islower() and chance.random() < share else w for w in words)
