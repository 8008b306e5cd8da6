"""A site whose address is made to look like that of another one in the corpus.

``orrinherald.com.co``, ``0rrinherald.com``, ``orrin-herald.com`` with a Cyrillic letter: such addresses are taken to
be mistaken for the real one. The text may be a copy or an invention; it is not from where it seems to be.

What it needs: the record's ``url`` or ``site``, and a site with at least ten records, ten times as many as this one,
that its address resembles: by look-alike characters, by one letter too many, too few, wrong or swapped in a name of
seven letters or more, or with the whole address of the other before its own ending. Strength: good.

Off by default: it looks at all records together.

Bad:

    {"url": "https://orrinherald.com/1", "text": "The tide turned early."}
    {"url": "https://orrinherald.com/2", "text": "The tide turned late."}
    {"url": "https://orrinherald.com/3", "text": "The tide turned twice."}
    {"url": "https://orrinherald.com/4", "text": "The tide turned once."}
    {"url": "https://orrinherald.com/5", "text": "The tide turned slowly."}
    {"url": "https://orrinherald.com/6", "text": "The tide turned fast."}
    {"url": "https://orrinherald.com/7", "text": "The tide turned again."}
    {"url": "https://orrinherald.com/8", "text": "The tide turned at-noon."}
    {"url": "https://orrinherald.com/9", "text": "The tide turned at-last."}
    {"url": "https://orrinherald.com/10", "text": "The tide turned unseen."}
    {"url": "https://www.orrinherald.com.co/ferry", "text": "The tide stood still."}

    {"url": "https://orrinherald.com/1", "text": "The tide turned early."}
    {"url": "https://orrinherald.com/2", "text": "The tide turned late."}
    {"url": "https://orrinherald.com/3", "text": "The tide turned twice."}
    {"url": "https://orrinherald.com/4", "text": "The tide turned once."}
    {"url": "https://orrinherald.com/5", "text": "The tide turned slowly."}
    {"url": "https://orrinherald.com/6", "text": "The tide turned fast."}
    {"url": "https://orrinherald.com/7", "text": "The tide turned again."}
    {"url": "https://orrinherald.com/8", "text": "The tide turned at-noon."}
    {"url": "https://orrinherald.com/9", "text": "The tide turned at-last."}
    {"url": "https://orrinherald.com/10", "text": "The tide turned unseen."}
    {"url": "https://0rrinherald.com/ferry", "text": "The tide stood still."}

Good:

    {"url": "https://orrinherald.com/1", "text": "The tide turned early."}
    {"url": "https://orrinherald.com/2", "text": "The tide turned late."}
    {"url": "https://orrinherald.com/3", "text": "The tide turned twice."}
    {"url": "https://orrinherald.com/4", "text": "The tide turned once."}
    {"url": "https://orrinherald.com/5", "text": "The tide turned slowly."}
    {"url": "https://orrinherald.com/6", "text": "The tide turned fast."}
    {"url": "https://orrinherald.com/7", "text": "The tide turned again."}
    {"url": "https://orrinherald.com/8", "text": "The tide turned at-noon."}
    {"url": "https://orrinherald.com/9", "text": "The tide turned at-last."}
    {"url": "https://orrinherald.com/10", "text": "The tide turned unseen."}
    {"url": "https://sport.orrinherald.com/ferry", "text": "The tide stood still."}

    {"url": "https://orrinherald.com/1", "text": "The tide turned early."}
    {"url": "https://orrinherald.com/2", "text": "The tide turned late."}
    {"url": "https://orrinherald.com/3", "text": "The tide turned twice."}
    {"url": "https://orrinherald.com/4", "text": "The tide turned once."}
    {"url": "https://orrinherald.com/5", "text": "The tide turned slowly."}
    {"url": "https://orrinherald.com/6", "text": "The tide turned fast."}
    {"url": "https://orrinherald.com/7", "text": "The tide turned again."}
    {"url": "https://orrinherald.com/8", "text": "The tide turned at-noon."}
    {"url": "https://orrinherald.com/9", "text": "The tide turned at-last."}
    {"url": "https://orrinherald.com/10", "text": "The tide turned unseen."}
    {"url": "https://orrinherald.no/ferry", "text": "The tide stood still."}

Known false alarms: two honest papers whose names differ by a letter; one paper under its old and new spelling.

Source: look-alike characters after Unicode Technical Standard 39, those that occur in addresses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from corpuslint import Collection, Corpus, CorpusHit, Doc, Passage
from corpuslint.metadata import host_of

FREQUENT = 10
"""Records of a site that others may be taken for, and how many times as many as the look-alike's."""

LONG = 7
"""Letters of a name of which one may differ by chance."""

_SECOND_LEVEL = frozenset(["co", "com", "net", "org", "gov", "edu", "ac", "or", "ne", "go", "gob"])
_ALIKE = str.maketrans(
    {
        **dict(zip("0135$|", "olessl", strict=True)),
        **dict(zip("авсеһіјорѕԛԝхуɡıοαν", "abcehijopsqwxygioav", strict=True)),
    }
)


class Site(NamedTuple):
    """A record's host, and the end of its first line."""

    host: str
    end: int


def features(doc: Doc) -> Site | None:
    """None for a record whose address has no host."""
    host = host_of(doc.metadata.url) or doc.metadata.site.lower().removeprefix("www.")
    return Site(_decoded(host), len(doc.text.split("\n", 1)[0])) if "." in host and " " not in host else None


def check(records: Collection) -> Iterator[CorpusHit]:
    """The records of rare sites that look like a frequent one."""
    counts = Counter(site.host for site in records.features)
    known = {host: count for host, count in counts.items() if count >= FREQUENT}
    names: dict[str, set[str]] = {}
    for host in known:
        for key in _keys(host):
            names.setdefault(key, set()).add(host)
    taken = {host: _resembled(host, names, counts) for host in counts if names}
    for index, site in enumerate(records.features):
        if other := taken.get(site.host):
            message = f"{site.host} looks like {other}, of which there are {counts[other]:,} records"
            yield CorpusHit(Passage(index, 0, site.end), message)


def _resembled(host: str, names: dict[str, set[str]], counts: Counter[str]) -> str | None:
    """The most frequent host that this one looks like and is not related to."""
    near = {other for key in _keys(host) for other in names.get(key, ())}
    alike = (other for other in near if counts[other] >= FREQUENT * counts[host] and _looks_like(host, other))
    return max(alike, key=lambda other: (counts[other], other), default=None)


def _looks_like(host: str, other: str) -> bool:
    if host == other or host.endswith(f".{other}") or other.endswith(f".{host}"):
        return False
    if host.startswith(f"{other}."):
        return True
    mine, its = _name(host), _name(other)
    if mine == its:
        return False  # the same name in another country
    return _skeleton(mine) == _skeleton(its) or (min(len(mine), len(its)) >= LONG and _one_apart(mine, its))


def _keys(host: str) -> set[str]:
    """What two hosts that look alike have in common: a beginning, a skeleton, or a name with one letter taken out."""
    name = _name(host)
    keys = {f"={_skeleton(name)}", *(f"^{host[:at]}" for at in range(len(host) + 1) if host[at : at + 1] in ("", "."))}
    return keys | {f"-{name}"} | {f"-{name[:at]}{name[at + 1 :]}" for at in range(len(name))}


def _name(host: str) -> str:
    """The label that is registered: the last but one, or the one before ``co.uk`` and the like."""
    labels = host.split(".")
    at = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2
    return labels[-at] if len(labels) >= at else labels[0]


def _skeleton(name: str) -> str:
    """A name with what looks alike made equal."""
    return name.translate(_ALIKE).replace("rn", "m").replace("vv", "w").replace("-", "")


def _one_apart(first: str, second: str) -> bool:
    """Whether one letter too many, wrong, or swapped with its neighbour makes one of the other."""
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    rest, other = first[at:], second[at:]
    if rest[1:] == other or rest == other[1:] or rest[1:] == other[1:]:
        return not (rest[:1].isdigit() and other[:1].isdigit())  # news24 and news25 are two of a row
    return rest[:2] == other[:2][::-1] and rest[2:] == other[2:]


def _decoded(host: str) -> str:
    """A host with what Punycode hides in it."""
    try:
        return host.encode("ascii").decode("idna") if "xn--" in host else host
    except UnicodeError:
        return host


RULE = Corpus(
    code="SR115",
    name="lookalike-domain",
    doc=__doc__,
    message="an address that looks like another",
    default=False,
    features=features,
    check=check,
    requires=("site",),
)
