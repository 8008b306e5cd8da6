"""Frames of the passive: what follows a form of *to be*."""

from __future__ import annotations

from corpuslint import Frame

_BE = ("is", "are", "was", "were", "been")


def passive(rest: str) -> Frame:
    """The frame of *is, are, was, were* or *been* and the rest, a verbose pattern without alternatives at its top.

    A trigger for each form: of several forms in one trigger, with a repeat after them, Hyperscan 5.4 misses matches
    ("scripts were shown to").
    """
    return Frame(rf"(?ix)\b(?:{'|'.join(_BE)})\s{rest}\b", tuple(rf"(?ix){be}\s{rest}" for be in _BE))
