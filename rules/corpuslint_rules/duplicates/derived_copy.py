"""A record that was made from another one: shortened, rewritten word by word, pieced together, partly copied.

The message says which, with what both have in common and which one to keep:

- **shortened**: four fifths of its words and more stand in the longer record, in the same order;
- **rewritten word by word**: sentence by sentence it follows the other record, with the same numbers and names, but
  other words were put in their places. So do spinning programs, and scans in which many letters were misread;
- **partly copied**: nearly half of it and more stands in the other record, in whole passages;
- **pieced together**: it consists of passages of several records, none of which is in it as a whole.

Passages are found on the full texts, without the lines that stand in many records, and every finding shows them: at
the longest one, with its place in the other record first among `related`, and then all further ones by pairs of
places. Which record stays is decided by the first difference: what is not pieced together, the first in the
configuration's `prefer`, the longer one, the one with more of author, date and url, the earlier one, the first by
path. Where both are equally long, which of them was the original, the words do not tell.

Where one frame is filled with other numbers and names (scores, earnings, the weather), nothing is copied. Quotations
of a sentence or two, and texts of two authors on one event, are left alone.

Bad:

    The tide mill of Orrin Bay is grinding flour again. Members of the society spent eleven years on the wheel, the
    sluice and the roof, and then on two bells that nobody had asked for. On Saturday the first sacks were sold.
    The baker took nine of them. He says the crust is darker than that of the flour from town, and that it keeps.
    The council, which had wanted to pull the mill down in 1998, sent flowers and a letter of two lines.
    ---
    Members of the society spent eleven years on the wheel, the sluice and the roof, and then on two bells that nobody
    had asked for. On Saturday the first sacks were sold. The baker took nine of them.

    The ferry company will close the northern line on 4 May, the manager Ida Holm said on Monday, because the old boats
    burn too much oil and the harbour at Sund is too shallow for the two new ones. The line has been running since 1911,
    and 240 people take it to work every day. The council of Sund wants to dig the harbour out, but has no money for it
    before next summer. Until then a bus will go round the bay four times a day, which takes an hour and ten minutes.
    Whoever has a boat of his own may use the old quay for nothing, as long as the winter storms leave it standing.
    ---
    The ferry firm will shut the northern line on 4 May, the boss Ida Holm told us on Monday, because the old ships
    burn too much fuel and the port at Sund is too low for the two new vessels. The line has been open since 1911,
    and 240 folk use it to work each day. The board of Sund plans to dig the port out, but finds no cash for it
    before next year. Until then a coach will go round the bay four times daily, which needs an hour and ten minutes.
    Whoever has a boat of his own can use the old quay for free, as long as the winter storms leave it standing.

Good:

    The tide mill of Orrin Bay is grinding flour again. Members of the society spent eleven years on the wheel, the
    sluice and the roof, and then on two bells that nobody had asked for. On Saturday the first sacks were sold.
    The baker took nine of them. He says the crust is darker than that of the flour from town, and that it keeps.
    ---
    "On Saturday the first sacks were sold," writes the society of the tide mill in its yearly letter. It lists what
    the work has cost, who gave money, and what is still to be done before the winter: the eel pass is rotten, the
    stairs want a rail, and somebody has to be found who greases the wheel on Sundays, when the miller is in church.

    Net profit of the mill rose to 412 in the first quarter, against 390 in the year before, on sales of 9100, said
    the treasurer Ida Holm in Orrin. The bakery, founded in 1911, expects the same for the rest of the year.
    ---
    Net profit of the ferry rose to 77 in the first quarter, against 64 in the year before, on sales of 2250, said
    the manager Per Lund in Sund. The line, founded in 1898, expects the same for the rest of the year.

Known false alarms: two reports on one story that share most paragraphs by agreement, as those of news agencies do;
laws and contracts that take over each other's sections.

Source: the shares are of words in common passages, after Broder's containment (On the resemblance and containment of
documents, 1997); Jaccard similarity does not find what was shortened.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpuslint import Collection, Corpus, CorpusHit
from corpuslint_rules.duplicates._features import features, features_of_all
from corpuslint_rules.duplicates._hits import hits, keep, percent

if TYPE_CHECKING:
    from corpuslint_rules.duplicates._copies import Copy

KINDS = frozenset({"shortened", "extended", "rewritten", "partly", "pieced"})


def check(records: Collection) -> Iterator[CorpusHit]:
    return hits(records, KINDS, _message)


def _message(records: Collection, copy: Copy) -> str:
    where = " and ".join(records.place(keeper) for keeper in copy.keepers)
    same = f"{percent(copy.share)} of the words, {copy.longest} in the longest run"
    if copy.kind == "pieced":
        return f"pieced together from {where}: {same}; keep these: {copy.why}"
    how = {
        "shortened": f"shortened copy of {where}",
        "extended": f"extended copy of {where}",
        "rewritten": f"the text of {where} rewritten word by word",
        "partly": f"partly the text of {where}",
    }[copy.kind]
    return f"{how}: {same}; {keep(records, copy)}"


RULE = Corpus(
    code="DU103",
    name="derived-copy",
    doc=__doc__,
    message="derived from another record",
    default=False,
    for_verdicts=True,
    version=2,
    features=features,
    features_of_all=features_of_all,
    check=check,
)
