"""What a record says of its own origin, in fields by the names that these usually have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

TITLE_FIELDS = ("title", "headline")
URL_FIELDS = ("url", "source_url", "canonical_url", "link", "uri")
AUTHOR_FIELDS = ("author", "authors", "byline", "creator")
DATE_FIELDS = ("date", "published", "date_published", "publish_date", "pub_date", "published_at", "created_at")
SITE_FIELDS = ("site", "site_name", "sitename", "publisher", "outlet", "hostname", "host", "domain", "source")
NESTED = ("metadata", "meta")
"""Fields that may hold these instead of the record itself."""


class Metadata(NamedTuple):
    """What stands in a record, as text, without space around it; empty where there is nothing.

    ``site``: the record's own word, or else the host of its ``url``, without a leading ``www.``.
    """

    title: str = ""
    url: str = ""
    author: str = ""
    date: str = ""
    site: str = ""


def metadata_of(fields: Mapping[str, Any]) -> Metadata:
    """The metadata in a record's fields; what stands in the record goes before what is nested in it."""
    places = [fields, *(nested for name in NESTED if isinstance(nested := fields.get(name), Mapping))]
    url = _first(places, URL_FIELDS)
    return Metadata(
        title=_first(places, TITLE_FIELDS),
        url=url,
        author=_first(places, AUTHOR_FIELDS),
        date=_first(places, DATE_FIELDS),
        site=_first(places, SITE_FIELDS) or host_of(url),
    )


def lacking(requires: Iterable[str], metadata: Metadata) -> str | None:
    """The first of these fields that a record has not."""
    return next((name for name in requires if not getattr(metadata, name)), None)


def host_of(url: str) -> str:
    """The host of an address, in small letters and without a leading ``www.``; empty where it has none."""
    from urllib.parse import urlsplit  # noqa: PLC0415 (slow to import, and few texts have an address)

    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # brackets that are no IPv6 address
        return ""
    return host.removeprefix("www.")


def _first(places: Iterable[Mapping[str, Any]], names: Iterable[str]) -> str:
    found = (as_text(place[name]) for place in places for name in names if name in place)
    return next(filter(None, found), "")


def as_text(value: Any) -> str:
    """A value as text: the parts of a list, and the names of what has a name, are joined by commas."""
    return ", ".join(_parts(value))


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from filter(None, [value.strip()])
    elif isinstance(value, bool):
        return
    elif isinstance(value, int | float):
        yield str(value)
    elif isinstance(value, Mapping):
        yield from _parts(value.get("name"))
    elif isinstance(value, list):
        for part in value:
            yield from _parts(part)
