"""JSON of any text, lone surrogates too."""

from __future__ import annotations

import msgspec

_ENCODER = msgspec.json.Encoder()


def to_json(value: object) -> str:
    """The value in one line. Where a text cannot be UTF-8 it is written in ASCII, a lone surrogate as ``\\ud800``."""
    try:
        return _ENCODER.encode(value).decode()
    except UnicodeEncodeError:
        import json  # noqa: PLC0415 (rarely needed)

        return json.dumps(msgspec.to_builtins(value), separators=(",", ":"))
