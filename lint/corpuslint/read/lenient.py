"""A record that the fast decoder refuses: its text all the same, or what is wrong with it."""

from __future__ import annotations

import msgspec

from corpuslint.lazy import lazy_pattern
from corpuslint.read.address import lone_surrogate
from corpuslint.read.field import follow, show_keys, way_out

_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_KINDS: dict[type, str] = {dict: "an object", list: "an array", str: "a string", int: "a number", float: "a number"}


class InvalidRecordError(Exception):
    """What is wrong with a record, and the column where."""

    def __init__(self, message: str, column: int = 1):
        super().__init__(message)
        self.column = column


def text_of(line: bytes, field: tuple[str, ...]) -> str:
    """The text of a record. What Python writes passes: ``NaN``, and lone surrogates in other fields.

    Raises InvalidRecordError, or UnicodeDecodeError.
    """
    value, name = _parse(line.decode()), ".".join(field)
    if not isinstance(value, dict):
        raise InvalidRecordError(f"{_kind(value)}, not an object; each line must be a whole JSON object")
    try:
        text = follow(value, field)
    except KeyError:
        message = f"no field {name!r} in a record of {show_keys(value)}; {way_out(value)}"
        raise InvalidRecordError(message) from None
    if not isinstance(text, str):
        advice = way_out(value, "name another with --text-field")
        raise InvalidRecordError(f"field {name!r} is {_kind(text)}, not a string; {advice}")
    if found := _SURROGATE.search(text):
        message = f"lone surrogate \\u{ord(found[0]):04x} in field {name!r}, which no text can hold; replace it"
        raise InvalidRecordError(message, lone_surrogate(line.decode(), field))
    return text


def _parse(line: str) -> object:
    import json  # noqa: PLC0415 (few records need it)

    try:
        value: object = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:]
        message = f"not JSON: {reason}; each line must be a whole JSON object"
        raise InvalidRecordError(message, error.pos + 1) from None
    except (ValueError, RecursionError):
        raise InvalidRecordError("JSON nested too deeply, or a number too long; drop the field") from None
    return value


def _kind(value: object) -> str:
    return _KINDS.get(type(value)) or msgspec.json.encode(value).decode()
