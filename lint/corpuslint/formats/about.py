"""What a format knows of the run besides its findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from corpuslint.rule import Rule


class About(NamedTuple):
    """How a format writes. ``rules``: those of the run, by code; ``quiet``: no summary in formats for people.

    rule_url: the address of a rule's page, with ``{code}`` in it; links: whether the stream shows links (OSC 8).
    """

    color: bool = False
    quiet: bool = False
    links: bool = False
    rules: Mapping[str, Rule] = {}
    rule_url: str | None = None

    def url(self, code: str) -> str | None:
        """The address of the page of a rule or engine code, if there is one."""
        return self.rule_url.replace("{code}", code) if self.rule_url else None


PLAIN = About()
"""Nothing special, and nothing known."""
