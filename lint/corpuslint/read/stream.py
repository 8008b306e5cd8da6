"""Bytes of a source as a stream: opened, decompressed, cut. Memory stays that of one cut."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import AnyStr

from corpuslint.discover import Source
from corpuslint.read.problem import StreamError, unreadable

CHUNK = 1 << 18


def chunks(source: Source, size: int = CHUNK) -> Iterator[bytes]:
    """The decompressed bytes of a source, at most ``size`` at a time."""
    try:
        with Path(source.file).open("rb") if source.data is None else io.BytesIO(source.data) as raw:
            if source.compression:
                from corpuslint.read.decompress import decompressed  # noqa: PLC0415

                yield from decompressed(raw, source.compression, size)
            while chunk := raw.read1(size):
                yield chunk
    except OSError as error:
        raise StreamError(unreadable(error)) from None


def lines(stream: Iterable[bytes], size: int, limit: int) -> Iterator[bytes]:
    """Whole lines, about ``size`` bytes at a time; a line longer than that comes alone or as the last of its slice."""
    parts: list[bytes] = []
    length = 0
    try:
        for chunk in stream:
            parts.append(chunk)
            length += len(chunk)
            if length < size:
                continue
            cut = chunk.rfind(b"\n") + 1
            if cut:
                parts[-1] = chunk[:cut]
                whole = b"".join(parts)
                parts, length = [chunk[cut:]], len(chunk) - cut
                yield whole
            elif length > limit:
                raise StreamError(f"a line of more than {limit} bytes: not a file of one record a line")
    except StreamError:
        whole = b"".join(parts)
        if cut := whole.rfind(b"\n") + 1:
            yield whole[:cut]
        raise
    if length:
        yield b"".join(parts)


def pieces(stream: Iterable[bytes], size: int) -> Iterator[tuple[bytes, bool]]:
    """A text in pieces of at most ``size`` bytes, each with whether it is the last."""
    parts: list[bytes] = []
    length = 0
    try:
        for chunk in stream:
            parts.append(chunk)
            length += len(chunk)
            if length > size:
                whole = b"".join(parts)
                while len(whole) > size:
                    cut = byte_cut(whole, size)
                    yield whole[:cut], False
                    whole = whole[cut:]
                parts, length = [whole], len(whole)
    except StreamError:
        if length:
            whole = b"".join(parts)
            yield whole[: byte_cut(whole, length)], True
        raise
    if length:
        yield b"".join(parts), True


def byte_cut(text: bytes, limit: int) -> int:
    """Where to cut UTF-8 at ``limit`` or before: never inside a character."""
    at = cut(text, 0, limit, (b"\n", b"\r", b" "))
    whole = (back for back in range(at, max(at - 4, 0), -1) if back == len(text) or text[back] & 0xC0 != 0x80)
    return next(whole, at)


def cut(text: AnyStr, start: int, limit: int, marks: tuple[AnyStr, AnyStr, AnyStr]) -> int:
    """Where to cut ``text[start:limit]``: after the last line feed, carriage return or space, or at ``limit``."""
    line_feed, carriage_return, space = marks
    return (
        text.rfind(line_feed, start, limit) + 1
        or text.rfind(carriage_return, start, limit - 1) + 1  # at the very end it may be half of a line break
        or text.rfind(space, start, limit) + 1
        or limit
    )
