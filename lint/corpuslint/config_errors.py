"""What is wrong with a configuration: every key and entry, and the lines of the file on which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from corpuslint.errors import UsageError
from corpuslint.escape import quote, shorten
from corpuslint.lazy import lazy_pattern
from corpuslint.nearest import did_you_mean

S = TypeVar("S", bound=msgspec.Struct)

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_SET = lazy_pattern(rf"[ \t]*(?:\[+[ \t]*(?P<table>{_DOTTED})[ \t]*\]|(?P<key>{_DOTTED})[ \t]*=)")
_ABOVE = ("tool", "corpuslint")


def validate(table: Mapping[str, Any], kind: type[S], where: str, prefix: str = "", text: str = "") -> S:
    """The table as keys. ``where``, ``prefix`` and the file's ``text`` say in errors where the table stands.

    Raises ``UsageError`` with a reason for each key, and each entry of a table, that is wrong.
    """
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        wrong = [f"{where}{line_of(text, keys)}: {reason}" for keys, reason in _wrong(table, kind, prefix)]
        raise UsageError(*wrong or [f"{where}: {error}"]) from None


def line_of(text: str, keys: Sequence[str]) -> str:
    """``:3`` where the keys are set in the third line of a TOML file, or else the nearest table above them is.

    Nothing where they are written in another way.
    """
    wanted = tuple(keys)
    table: tuple[str, ...] = ()
    depth = best = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not (found := _SET.match(line)):
            continue
        path = (*(() if found["table"] else table), *_parts(found["table"] or found["key"]))
        table = path if found["table"] else table
        path = path[len(_ABOVE) :] if path[: len(_ABOVE)] == _ABOVE else path
        shared = min(len(path), len(wanted))
        if shared > depth and path[:shared] == wanted[:shared]:
            depth, best = shared, number
    return f":{best}" if best else ""


def line_in(file: str, keys: Sequence[str]) -> str:
    """The line of a file, which is read again; nothing where it is none."""
    try:
        return line_of(Path(file).read_text(encoding="utf-8-sig"), keys)
    except (OSError, ValueError):
        return ""


def as_toml(value: object) -> str:
    """A value as a configuration file writes it."""
    return msgspec.json.encode(value, enc_hook=str, order="deterministic").decode()


def _parts(dotted: str) -> Iterator[str]:
    return (part.strip("\"'") for part in re.findall(_PART, dotted))


def _wrong(table: Mapping[str, Any], kind: type[msgspec.Struct], prefix: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The keys that are wrong, each with what is wrong with it."""
    names = dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))
    hints = get_type_hints(kind, include_extras=True)
    for key, value in table.items():
        if key not in names:
            yield (key,), f"unknown key {quote(prefix + key)}{did_you_mean(key, names)}"
        elif _fits(value, hint := hints[names[key]]):
            continue
        elif _is_table(value) and (nested := _table_of(hint)):
            yield from (((key, *keys), reason) for keys, reason in _wrong(value, nested, f"{prefix}{key}."))
        else:
            for keys, item, expected in _misfits(key, value, hint):
                said = f"expected {expected}, got {shorten(as_toml(item))}"
                yield keys, f"{prefix}{'.'.join(_shown(part) for part in keys)}: {said}"


def _misfits(key: str, value: Any, hint: Any) -> Iterator[tuple[tuple[str, ...], Any, str]]:
    """The entries of a table that do not fit, or what is no table; with what was expected."""
    kinds = [get_args(part)[0] for part in get_args(hint) if hasattr(part, "__metadata__")]
    entry = next((get_args(kind)[1] for kind in kinds if get_origin(kind) is dict), None)
    wrong = [name for name, item in value.items() if not _fits(item, entry)] if _is_table(value) and entry else []
    for name in wrong:
        yield (key, name), value[name], _description([entry])
    if not wrong:
        yield (key,), value, _description(get_args(hint))


def _table_of(hint: Any) -> type[msgspec.Struct] | None:
    """The kind of table that a key takes which has keys of its own."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return hint
    return next((table for part in get_args(hint) if (table := _table_of(part))), None)


def _is_table(value: object) -> bool:
    return isinstance(value, Mapping)


def _fits(value: Any, hint: Any) -> bool:
    try:
        msgspec.convert(value, hint)
    except msgspec.ValidationError:
        return False
    return True


def _shown(part: str) -> str:
    return part if re.fullmatch(r"[\w-]+", part) else as_toml(part)


def _description(hints: Iterable[Any]) -> str:
    metas = (meta for hint in hints for meta in getattr(hint, "__metadata__", ()))
    return next((meta.description for meta in metas if meta.description), "another type")
