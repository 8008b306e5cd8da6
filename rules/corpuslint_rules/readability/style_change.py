"""A passage that reads unlike the rest of its text.

A list of references, of names or of figures, contact data, a menu, a part in another language, posts embedded in a
report, a transcript pasted into an essay: such a passage has a style of its own, and a corpus of prose seldom wants it.
Neither does whoever asked for one text and got two.

Runs of lines, from sixty words to half of the text, are compared with all the rest by ten measures: the length of
words, long words, ends of sentences, commas, capitals, numbers, function words, "I", "you" and "we", contractions and
other marks. The run that lies farthest from the rest is found if its distance passes the limit, one in a text. The
message names the measures that tell it apart. Texts of fewer than four lines are left alone.

It sees kinds of text, not authors: prose pasted into prose of another style is seldom found, and a passage in the
middle of one line never. Many findings are a matter of convention, such as the references of an article.

Off by default: what it finds is another kind of text, not always damage.

Bad:

    The ferry was late again on Monday, and nobody on the quay was surprised. The boat is older than its captain.
    Last winter the engine failed twice within sight of the harbour, and both times the lifeboat towed it home.
    The council has promised a new boat for six years. It has ordered three studies, two of which disagree.
    Until then the school closes when the wind is in the north, because the teachers live on the mainland.
    Holm I, Berg T, Lund K. J Mar Eng. 2009;14(3):211-9. Lund K, Aas P. Ferry Res. 2011;2(1):7-15. Rep. 44/2012, p. 9.
    Berg T (ed.): Hull Fatigue, vol. 2, no. 8, 1998, pp. 30-41. Aas P, Holm I. Proc. NAV '07, 2007;88:401-12. Vik S.
    Tides 1871-1950, Tab. 3; Vik S, Moe R. Harb. Surv. 1964;5:1-88. Moe R: Log 3/1959 (MS 7714), fol. 12-19, 22, 31.
    The children do not complain. The baker does, since flour comes by the same boat, and there is no bread on Friday.
    Whoever is ill waits for the doctor, who comes on Wednesdays if the sea allows it, and stays until the next boat.
    The captain says that he will go on until the boat or he gives up, and that he would not bet on the boat.

    The ferry was late again on Monday, and nobody on the quay was surprised. The boat is older than its captain.
    Last winter the engine failed twice within sight of the harbour, and both times the lifeboat towed it home.
    The council has promised a new boat for six years. It has ordered three studies, two of which disagree.
    Until then the school closes when the wind is in the north, because the teachers live on the mainland.
    Wer krank ist, wartet auf den Arzt, der mittwochs kommt, wenn das Meer es erlaubt, und bis zum nächsten bleibt.
    Der Kapitän sagt, dass er weitermachen werde, bis das Schiff oder er selbst aufgebe, und dass er nicht wetten würde.
    Die Kinder beschweren sich nicht, wohl aber der Bäcker, denn das Mehl kommt mit dem Schiff, und freitags fehlt es.
    Seit sechs Jahren verspricht der Rat ein neues Schiff und bestellt Gutachten, von denen sich zwei widersprechen.
    The children do not complain. The baker does, since flour comes by the same boat, and there is no bread on Friday.
    Whoever is ill waits for the doctor, who comes on Wednesdays if the sea allows it, and stays until the next boat.
    The captain says that he will go on until the boat or he gives up, and that he would not bet on the boat.

Good:

    The ferry was late again on Monday, and nobody on the quay was surprised. The boat is older than its captain.
    Last winter the engine failed twice within sight of the harbour, and both times the lifeboat towed it home.
    The council has promised a new boat for six years. It has ordered three studies, two of which disagree.
    Until then the school closes when the wind is in the north, because the teachers live on the mainland.
    The study of 2009 put the cost at 14 million and the study of 2011 at 9 million, for a boat of 40 metres.
    "We were told in May that it would be ordered," the mayor said. "Then in June we were told that it would not."
    The third study, of 2014, found that 211 people cross on a working day, 30 of them schoolchildren, and 88 in winter.
    The children do not complain. The baker does, since flour comes by the same boat, and there is no bread on Friday.
    Whoever is ill waits for the doctor, who comes on Wednesdays if the sea allows it, and stays until the next boat.
    The captain says that he will go on until the boat or he gives up, and that he would not bet on the boat.

    The ferry was late again.
    Holm I, Berg T, Lund K. J Mar Eng. 2009;14(3):211-9. Lund K, Aas P. Ferry Res. 2011;2(1):7-15. Rep. 44/2012, p. 9.
    Nobody was surprised.

Options: distance, the limit; words, how many a passage has at least.

Known false alarms: paragraphs of an article that are full of figures, dialogue in a story, opinion beside fact.

Source: a scan statistic over lines; the scales of the measures were found on clean texts, see `style_change.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from corpuslint import Doc, Document, Hit
from corpuslint.doc import Line
from corpuslint_rules.readability._style import MEASURES, Passage, counts, strangest

MODEL = Path(__file__).with_suffix(".json")
FEWEST_LINES = 4
MOST_LINES = 200
"""Of a longer text, lines that follow each other are taken together: the runs grow with the square of the lines."""

_NAMED = 3
"""Measures that a message names."""


class Options(msgspec.Struct, frozen=True):
    distance: float = 90.0
    words: int = 60

    def __post_init__(self) -> None:
        if self.distance <= 0 or self.words < 20:
            raise ValueError("distance must be above 0, words 20 or more")


def check(doc: Doc, options: Options) -> Iterator[Hit]:
    """At most one finding: the strangest passage."""
    lines = [line for line in doc.lines if line.text.strip()]
    if len(lines) < FEWEST_LINES or len(doc.text) < 4 * options.words:
        return
    blocks = _blocks(lines)
    counted = [[sum(column) for column in zip(*(counts(line.text) for line in block), strict=True)] for block in blocks]
    found = strangest(counted, options.words, tuple(scales()[name] for name in MEASURES))
    if found is not None and found.distance >= options.distance:
        yield Hit(blocks[found.start][0].start, blocks[found.end - 1][-1].end, _message(found))


def _blocks(lines: list[Line]) -> list[list[Line]]:
    size = -(-len(lines) // MOST_LINES)
    return [lines[at : at + size] for at in range(0, len(lines), size)]


def _message(passage: Passage) -> str:
    """How the passage differs, the greatest difference first."""
    named = sorted(zip(passage.differences, MEASURES, strict=True), key=lambda pair: -abs(pair[0]))[:_NAMED]
    said = ", ".join(f"{'more' if value > 0 else 'fewer'} {name}" for value, name in named)
    return f"passage reads unlike the rest of the text: {said} (distance {passage.distance:.0f})"


@cache
def scales() -> dict[str, float]:
    """The usual size of a difference, by measure."""
    return msgspec.json.decode(MODEL.read_bytes(), type=dict[str, float])


RULE = Document(
    code="RD102",
    name="style-change",
    doc=__doc__,
    message="passage reads unlike the rest of the text",
    severity="info",
    default=False,
    languages=frozenset({"en"}),
    check=check,
    needs=(),
    options=Options(),
    strength="weak",
)
