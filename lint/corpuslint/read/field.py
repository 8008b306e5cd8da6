"""Where records keep their text and their id."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any

import msgspec

from corpuslint.errors import UsageError
from corpuslint.lazy import lazy_pattern

TEXT_FIELDS = (
    "text",
    "content",
    "contents",
    "body",
    "raw_content",
    "page_content",
    "document",
    "article",
    "passage",
)
ID_FIELDS = ("id", "_id", "uuid", "doc_id", "docid", "document_id", "url")

_ITEM_FIELDS = ("content", "value", *TEXT_FIELDS)
"""Where the items of a list have their texts: messages of a chat, paragraphs, pages."""

_NAME = lazy_pattern(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
_FIELDS = msgspec.json.Decoder(dict[str, msgspec.Raw])
UNDECODED = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoders raise."""

_FIRST = 100
_TEXT = 20
_SHOWN = 8


@lru_cache(maxsize=16)
def text_decoder(field: tuple[str, ...]) -> tuple[msgspec.json.Decoder[Any], Callable[[Any], str]]:
    """A decoder that skips every field but the text, and what takes the text out of what it decodes."""
    kind: type = str
    for key in reversed(field):
        kind = msgspec.defstruct("Record", [("value", kind)], rename={"value": key}, gc=False)
    return msgspec.json.Decoder(kind), attrgetter(".".join(["value"] * len(field)))


def field_path(data: bytes, wanted: str | None) -> tuple[str, ...] | None:
    """The keys that lead to the text, by the first records of ``data``; None if they have no text.

    ``wanted`` is a key, or keys joined by dots. Lines that hold no record have no say.
    """
    if wanted is not None:
        if any(c in '"\\' or c < " " for c in wanted):
            raise UsageError(f"text-field {wanted!r}: a field with quotes, backslashes or controls cannot be read")
        literal = "." not in wanted or any(wanted in record for record in _records(data))
        return (wanted,) if literal else tuple(wanted.split("."))
    strings, filled = dict.fromkeys(TEXT_FIELDS, 0), dict.fromkeys(TEXT_FIELDS, 0)
    records = 0
    for record in _records(data):
        records += 1
        for name in TEXT_FIELDS:
            value = bytes(memoryview(record[name])[:2]) if name in record else b""
            strings[name] += value[:1] == b'"'
            filled[name] += value[:1] == b'"' and value != b'""'
    best = max(TEXT_FIELDS, key=lambda name: (filled[name], strings[name]))
    return (best,) if strings[best] or not records else None


def follow(record: object, path: tuple[str, ...]) -> Any:
    """The value at a path. Raises KeyError."""
    value: Any = record
    for key in path:
        if not isinstance(value, dict):
            raise KeyError(key)
        value = value[key]
    return value


def record_id(fields: Mapping[str, msgspec.Raw], wanted: str | None) -> str | None:
    """A record's id as a string that can be written: from the field that is named, or else one of the usual ones."""
    if wanted is None:
        values = (decode(fields[name]) for name in ID_FIELDS if name in fields)
        value = next((value for value in values if value is not None), None)
    else:
        key, *rest = (wanted,) if wanted in fields else wanted.split(".")
        try:
            value = follow(decode(fields[key]), tuple(rest))
        except KeyError:
            return None
    if value is None:
        return None
    shown = value if isinstance(value, str) else _json(value)
    return shown.encode("utf-8", "backslashreplace").decode()


def show_keys(record: Mapping[str, Any]) -> str:
    """The keys of a record, as many as a message can hold."""
    if not record:
        return "no keys"
    return ", ".join(repr(key[:40]) for key in islice(record, _SHOWN)) + ", …" * (len(record) > _SHOWN)


def first_record(data: bytes) -> dict[str, Any]:
    """The first record; an empty one where there is none."""
    return {key: decode(value) for key, value in next(_records(data), {}).items()}


def way_out(record: Mapping[str, Any], advice: str = "name the field with --text-field") -> str:
    """What to do about a record without a text where one is looked for: the advice, unless its texts are in a list."""
    for name, value in record.items():
        if isinstance(value, list) and value and _NAME.fullmatch(name) and (text := _text_of_item(name, value[0])):
            before, key = (".id as $id | ", "id: $id, ") if "id" in record else ("", "")
            program = f"{before}.{name}[] | {{{key}text: {text}}}"
            return f"texts in a list ({name!r}) are not read; make each a record, as with jq -c '{program}'"
    return advice


def _text_of_item(name: str, item: object) -> str | None:
    """Where an item of a list has a text, as jq writes it; None for what looks like no text, such as a tag."""
    if isinstance(item, str):
        return "." if name in TEXT_FIELDS or (" " in item and len(item) >= _TEXT) else None
    return next((f".{key}" for key in _ITEM_FIELDS if key in item), None) if isinstance(item, dict) else None


def _json(value: Any) -> str:
    import json  # noqa: PLC0415 (rarely needed)

    return json.dumps(value)


def fields_of(line: bytes) -> dict[str, msgspec.Raw]:
    """The fields of a record, not decoded; none for what is no JSON object."""
    try:
        return _FIELDS.decode(line)
    except UNDECODED:
        value = decode(line)
        return {k: msgspec.Raw(_json(v).encode()) for k, v in value.items()} if isinstance(value, dict) else {}


def decode(data: bytes | msgspec.Raw) -> Any:
    """A JSON value, or None if it is none.

    Lone surrogates, ``NaN`` and bytes that are not UTF-8 are let through: they may stand in fields nobody lints.
    """
    try:
        return msgspec.json.decode(data)
    except UNDECODED:
        import json  # noqa: PLC0415 (rarely needed)

        try:
            return json.loads(bytes(data).decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            return None


def _records(data: bytes) -> Iterator[dict[str, msgspec.Raw]]:
    return (fields for line in islice(io.BytesIO(data), _FIRST) if (fields := fields_of(line)))
