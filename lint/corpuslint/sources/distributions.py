"""What is needed of the binomial, beta and gamma distributions, without a library that takes 100 MB.

The incomplete beta function by its continued fraction (DLMF 8.17.22), the incomplete gamma function by its series and
its continued fraction (DLMF 8.11.4 and 8.9.2), both evaluated by Lentz's method; quantiles by bisection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from math import exp, inf, lgamma, log, log1p, sqrt

Z90 = 1.6448536269514722
"""The 95 % point of the normal distribution: an interval of so many standard errors holds in 90 of 100 cases."""

_TINY = 1e-300
_ENOUGH = 1e-14
_STEPS = 100_000


def wilson(hits: int, n: int, z: float = Z90) -> tuple[float, float]:
    """The score interval of a share (E. B. Wilson, 1927); the whole range where there is nothing to go by."""
    if not n:
        return 0.0, 1.0
    share, z2 = hits / n, z * z
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = z * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, centre - half), min(1.0, centre + half)


def beta_below(x: float, a: float, b: float) -> float:
    """The probability that a variable with the distribution Beta(a, b) is at most ``x``."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    factor = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a

    def terms() -> Iterator[tuple[float, float]]:
        yield 1.0, 1.0
        for m in count(1):
            half = m // 2
            if m % 2:
                yield -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1)), 1.0
            else:
                yield half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half)), 1.0

    return min(1.0, factor * _continued_fraction(terms()))


def gamma_below(x: float, shape: float) -> float:
    """The probability that a variable with the distribution Gamma(shape), of rate 1, is at most ``x``."""
    if x <= 0:
        return 0.0
    factor = exp(shape * log(x) - x - lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        for n in count(1):
            term *= x / (shape + n)
            total += term
            if term < total * _ENOUGH:
                return min(1.0, total * factor)

    def terms() -> Iterator[tuple[float, float]]:
        yield 1.0, x + 1 - shape
        for n in count(1):
            yield -n * (n - shape), x + 2 * n + 1 - shape

    return max(0.0, 1 - factor * _continued_fraction(terms()))


def quantile(below: Callable[[float], float], share: float, high: float = 1.0) -> float:
    """The value that a variable stays below with probability ``share``; ``high``: where to look first."""
    low = 0.0
    while below(high) < share and high < inf:
        low, high = high, high * 2
    for _ in range(100):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if below(middle) < share else (low, middle)
    return (low + high) / 2


def discoveries(p_values: Sequence[float], rate: float) -> set[int]:
    """The indices of what is no chance finding, ``rate`` of them false at most (Benjamini and Hochberg, 1995)."""
    ranked = sorted(range(len(p_values)), key=lambda index: p_values[index])
    passing = [rank for rank, index in enumerate(ranked, 1) if p_values[index] <= rate * rank / len(ranked)]
    return set(ranked[: max(passing, default=0)])


def _continued_fraction(terms: Iterable[tuple[float, float]]) -> float:
    """``a1 / (b1 + a2 / (b2 + …))`` from pairs of a and b."""
    value = c = _TINY
    d = 0.0
    for step, (a, b) in enumerate(terms):
        d = 1 / ((b + a * d) or _TINY)
        c = (b + a / c) or _TINY
        value *= c * d
        if abs(c * d - 1) < _ENOUGH or step > _STEPS:
            break
    return value
