"""A rule's options: an instance of a frozen ``msgspec.Struct``, or of a frozen dataclass, which is slower to make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from inspect import get_annotations
from typing import Any

import msgspec


def are_options(given: object) -> bool:
    """Whether this is an instance of a struct or a dataclass, not the class itself."""
    return isinstance(given, msgspec.Struct) or (is_dataclass(given) and not isinstance(given, type))


def annotations_of(options: Any) -> dict[str, Any]:
    """The annotations of the options, as they are written, by name; none of ``None``."""
    if is_dataclass(options):
        return {field.name: field.type for field in fields(options)}
    if not isinstance(options, msgspec.Struct):
        return {}
    kinds = {name: kind for base in reversed(type(options).__mro__) for name, kind in get_annotations(base).items()}
    return {name: kinds[name] for name in options.__struct_fields__}


def replaced(options: Any, values: Mapping[str, Any]) -> Any:
    """The options with other values. Raises ``ValueError`` for what their ``__post_init__`` does not accept."""
    if is_dataclass(options):
        return replace(options, **values)  # type: ignore[type-var]
    return msgspec.structs.replace(options, **values)
