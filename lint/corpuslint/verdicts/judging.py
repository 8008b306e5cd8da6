"""The last step: all records against the median of their kind, each with its verdict."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from corpuslint.verdicts.deciding import counterfactual, decide, density
from corpuslint.verdicts.ledger import Known, Ledger
from corpuslint.verdicts.points import Item, Receipt, Sums, receipt, savings
from corpuslint.verdicts.scheme import Scheme
from corpuslint.verdicts.verdict import Decision, Reason, Verdict

ENOUGH = 50
"""Records that have a median of their own."""


class Medians(NamedTuple):
    """Points per word that are usual: in the corpus, and in the genres that have a median of their own.

    ``pinned``: where they come from, if not from the corpus itself. ``enough``: whether there are enough records to
    take a median from; else it is 0.
    """

    corpus: float
    genres: Mapping[str, float] = {}
    pinned: str = ""
    enough: bool = True

    def of(self, genre: str) -> float:
        return self.genres.get(genre, self.corpus)


class Judgement:
    """All records of a ledger with their verdicts, in the order in which they came; can be gone through repeatedly."""

    def __init__(self, ledger: Ledger):
        self.ledger = ledger
        self._genre = ledger.fields.index(field) if (field := ledger.scheme.genre_field) else None
        costs = array("q")
        words = array("q")
        stays = bytearray()
        genres: dict[str, array[int]] = defaultdict(lambda: array("q"))
        for index, known in enumerate(ledger):
            costs.append(receipt(known.counts, ledger.scheme).sums.total)
            words.append(known.words)
            stays.append(not known.vetoes)
            genres[self._genre_of(known)].append(index)
        self.medians = _medians(costs, words, stays, genres, ledger.scheme)
        self._densities = array("d", [0.0]) * len(costs)
        for genre, indices in genres.items():
            usual = self.medians.of(genre)
            for index in indices:
                self._densities[index] = density(costs[index], words[index], usual)

    def __iter__(self) -> Iterator[tuple[Known, Verdict]]:
        ranked = array("d", sorted(self._densities))
        for known, dense in zip(self.ledger, self._densities, strict=True):
            percentile = round(100 * bisect_left(ranked, dense) / len(ranked), 1)
            usual = self.medians.of(self._genre_of(known))
            yield known, verdict_of(known, self.ledger.scheme, usual, percentile)

    def _genre_of(self, known: Known) -> str:
        return "" if self._genre is None else known.fields[self._genre]


def _medians(
    costs: Sequence[int],
    words: Sequence[int],
    stays: Sequence[int],
    genres: Mapping[str, Sequence[int]],
    scheme: Scheme,
) -> Medians:
    """Pinned medians, or those of the records themselves that no veto drops and that are not too short, if enough."""

    def own(indices: Iterable[int]) -> float | None:
        long = [i for i in indices if stays[i] and words[i] >= max(1, scheme.min_words)]
        return median(costs[i] / 100 / words[i] for i in long) if len(long) >= ENOUGH else None

    pinned = {genre: usual / 1000 for genre, usual in scheme.medians.items()}
    if scheme.median is not None:
        return Medians(scheme.median / 1000, pinned, pinned=scheme.pinned_by or "pinned")
    by_genre = {genre: usual for genre in genres if genre and (usual := own(genres[genre])) is not None}
    corpus = own(range(len(costs)))
    return Medians(corpus or 0.0, {**by_genre, **pinned}, enough=corpus is not None)


def verdict_of(known: Known, scheme: Scheme, usual: float, percentile: float = 0.0) -> Verdict:
    """The verdict of one record, where ``usual`` points per word are usual."""
    vetoes = known.vetoes
    bill = receipt(known.counts, scheme)
    decision = decide(bill.sums, known.words, usual, scheme, vetoed=bool(vetoes))
    if known.problem and decision == "keep":
        decision = "review"  # nobody has seen its text, or not all of it
    reasons = _reasons(known, bill.items, vetoes, scheme)
    codes = [reason.code for reason in reasons if reason.count and reason.code != known.problem]
    kept = decision == "keep"
    missing = None if kept else counterfactual(decision, codes, _without(known, bill, scheme, usual))
    return Verdict(
        path=known.path,
        line=known.line,
        record=known.record,
        verdict=decision,
        points=bill.sums.total / 100,
        density=density(bill.sums.total, known.words, usual),
        percentile=percentile,
        words=known.words,
        too_short=kept and known.words < scheme.min_words,
        reasons=reasons,
        counterfactual=missing,
        copies=known.copies,
        checked=known.checked,
        na=known.na,
    )


def _without(known: Known, bill: Receipt, scheme: Scheme, usual: float) -> Callable[[frozenset[str]], Decision]:
    """The verdict without some rules. Of each single rule, the points that it adds are worked out once, for all."""
    saved = savings(known.counts, scheme)

    def without(left_out: frozenset[str]) -> Decision:
        if len(left_out) == 1:
            (code,) = left_out
            less = saved.get(code, Sums())
            rest = Sums(bill.sums.total - less.total, bill.sums.strong - less.strong)
        else:
            rest = receipt(known.counts, scheme, left_out).sums
        return decide(rest, known.words, usual, scheme, vetoed=bool(known.vetoes - left_out))

    return without


def _reasons(known: Known, items: Sequence[Item], vetoes: Container[str], scheme: Scheme) -> tuple[Reason, ...]:
    """The receipt: vetoes first, then what costs most."""
    if not known.counts and not known.problem:
        return ()
    counts: Counter[str] = Counter()
    for count in known.counts:
        counts[count.code] += count.number
    costs = {item.code: item.cost for item in items}
    if known.problem:
        counts[known.problem] = 1
    free = [code for code in counts if code not in costs and (code in vetoes or code == known.problem)]
    reasons = (
        Reason(
            code=code,
            name=scheme.names[code] if code in counts else "family-cap",
            count=counts[code],
            points=costs.get(code, 0) / 100,
            veto=code in vetoes,
        )
        for code in (*costs, *free)
    )
    return tuple(sorted(reasons, key=lambda reason: (not reason.veto, -reason.points, reason.code)))
