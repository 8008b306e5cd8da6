"""A cleaned file back to what it was, byte for byte, by the edit log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from corpuslint.clean.log import Change, Whole
from corpuslint.errors import UsageError


def restore(name: str, cleaned: Iterable[bytes], changes: Iterable[Change | Whole], out: BinaryIO) -> Whole:
    """Write what the file held before. ``changes``: its lines of the log, the last of them the file's own, returned.

    Raises ``UsageError`` if this is not the file that was written then.
    """
    source, before, shift = _Bytes(cleaned), hashlib.sha256(), 0

    def write(piece: bytes) -> None:
        before.update(piece)
        out.write(piece)

    for change in changes:
        if isinstance(change, Whole):
            for piece in source.rest():
                write(piece)
            if (change.after, change.before) != (source.digest.hexdigest(), before.hexdigest()):
                raise UsageError(f"{name} is not what the log says it is: it was changed after it was cleaned")
            return change
        after = change.after.encode()
        for piece in source.up_to(change.byte + shift):
            write(piece)
        if b"".join(source.up_to(source.at + len(after))) != after:
            raise UsageError(f"{name}: at byte {change.byte + shift} there is not what the log says: {change.after!r}")
        write(change.before.encode())
        shift += len(after) - len(change.before.encode())
    raise UsageError(f"{name}: the log breaks off")


class _Bytes:
    """A stream of bytes read up to given places; ``digest`` is that of what was read."""

    def __init__(self, chunks: Iterable[bytes]):
        self.at = 0
        self.digest = hashlib.sha256()
        self._chunks = iter(chunks)
        self._left = b""

    def up_to(self, end: int) -> Iterator[bytes]:
        """The bytes before ``end``, or as many as there are."""
        while self.at < end:
            chunk = self._left or next(self._chunks, b"")
            if not chunk:
                return
            piece, self._left = chunk[: end - self.at], chunk[end - self.at :]
            self.at += len(piece)
            self.digest.update(piece)
            yield piece

    def rest(self) -> Iterator[bytes]:
        while piece := b"".join(self.up_to(self.at + (1 << 18))):
            yield piece
