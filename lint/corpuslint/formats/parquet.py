"""A Parquet file, a row a finding, its columns those of ``Finding``: for counting findings with SQL or data frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from corpuslint.errors import UsageError
from corpuslint.formats.about import PLAIN, About
from corpuslint.formats.report import Report
from corpuslint.formats.summary import Summary

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 50_000
"""Findings of a row group, which are kept in memory until it is written."""


class Parquet:
    """Written a row group at a time. Text that cannot be UTF-8 is escaped."""

    def __init__(self, stream: TextIO, about: About = PLAIN):
        try:
            from pyarrow import parquet  # noqa: PLC0415 (an extra)
        except ImportError:
            raise UsageError('format parquet needs pyarrow: pip install "corpus-linter[parquet]"') from None
        self._schema = _schema()
        self._writer = parquet.ParquetWriter(stream.buffer, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, reports: Sequence[Report]) -> None:
        self._rows += (_utf8(msgspec.to_builtins(report.finding)) for report in reports)
        if len(self._rows) >= ROWS:
            self._write_rows()

    def close(self, summary: Summary) -> None:
        self._write_rows()
        self._writer.close()

    def _write_rows(self) -> None:
        import pyarrow as pa  # noqa: PLC0415 (an extra)

        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
            self._rows.clear()


def _schema() -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415 (an extra)

    text, few, number = pa.string(), pa.dictionary(pa.int32(), pa.string()), pa.int64()
    place = dict.fromkeys(("line", "column", "end_line", "end_column"), number)
    span = {"start": number, "end": number}
    fields = {"path": text, **place, "code": few, "name": few, "message": text, "severity": few}
    fields |= {"confidence": pa.float64(), "record": text, "field": few, **span}
    related = pa.struct({"path": text, "record": text, **place, **span})
    return pa.schema([*fields.items(), ("related", pa.list_(related)), ("status", few)])


def _utf8(value: Any) -> Any:
    """The value, lone surrogates in its texts written as ``\\udc00``."""
    match value:
        case str():
            return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {key: _utf8(item) for key, item in value.items()}
        case list() | tuple():
            return [_utf8(item) for item in value]
    return value
