"""Units of work in, texts out: decoding, in whichever process lints."""

from __future__ import annotations

from corpuslint.read.block import Block, Files, Lines, Piece, ReadOptions, Trouble
from corpuslint.read.files import load_files, load_piece
from corpuslint.read.lines import load_lines
from corpuslint.read.record import Batch, Record


def load(block: Block, options: ReadOptions = ReadOptions()) -> Batch:  # noqa: B008 (frozen)
    """The texts of a unit of work. Whatever its bytes are, nothing is raised: what cannot be linted is a finding."""
    match block:
        case Files():
            return load_files(block)
        case Piece():
            return load_piece(block)
        case Lines():
            return load_lines(block, options)
        case Trouble():
            return Batch([], _none, list(block.problems), dict(block.skipped))


def _none(index: int) -> Record:
    raise IndexError(index)
