"""Compressed streams. Both formats may be several members or frames, one after the other."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from corpuslint.discover import Compression
from corpuslint.read.problem import StreamError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def decompressed(raw: BinaryIO, compression: Compression, size: int) -> Iterator[bytes]:
    """The decompressed bytes of ``raw``, at most ``size`` at a time, as far as they are sound."""
    stream = gzip.GzipFile(fileobj=raw) if compression == "gz" else zstd.ZstdFile(raw)
    try:
        while chunk := stream.read1(size):
            yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error, zstd.ZstdError) as error:
        reason = str(error).rstrip(".")
        raise StreamError(f"damaged compressed data ({reason}); what comes before it is linted") from None
