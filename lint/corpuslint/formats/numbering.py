"""Equal findings told apart by their order."""

from __future__ import annotations

from collections import Counter

from corpuslint.formats.report import Report
from corpuslint.suppression.evidence import fingerprint


class Numbering:
    """Gives each finding a name that no other finding has, and that it keeps when lines move."""

    def __init__(self) -> None:
        self._seen: Counter[bytes] = Counter()

    def name(self, report: Report) -> str:
        """32 hexadecimal digits of path, record, code and text, and the how-manieth of its like it is."""
        import hashlib  # noqa: PLC0415 (slow to load, and few formats number)

        finding = report.finding
        what = fingerprint(finding.code, report.evidence) if report.evidence else finding.message
        key = "\0".join((finding.path, finding.record or "", finding.code, what)).encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(key, digest_size=12)
        self._seen[digest.digest()] += 1
        return f"{digest.hexdigest()}{self._seen[digest.digest()]:08x}"
