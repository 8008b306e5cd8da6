"""Reading: sources in, texts with their addresses out. ``blocks`` cuts the work, ``load`` does it, in any process."""

from corpuslint.read.address import Position
from corpuslint.read.block import Block, Files, Lines, Piece, ReadOptions, Start, Trouble
from corpuslint.read.cutting import blocks
from corpuslint.read.loading import load
from corpuslint.read.record import Batch, FileRecord, LineRecord, Record

__all__ = [
    "Batch",
    "Block",
    "FileRecord",
    "Files",
    "LineRecord",
    "Lines",
    "Piece",
    "Position",
    "ReadOptions",
    "Record",
    "Start",
    "Trouble",
    "blocks",
    "load",
]
