"""What several rules of this family ask of a whole text."""

from __future__ import annotations

from corpuslint.compiled import compiled

_CITATION_MARKS = ("[", "://", "www.", "doi", "DOI", "(1", "(2", " 1", " 2", "et al")
_CITATION = r"""(?x) \[\p{N}{1,3}\] | \[\^ | \]\( | https?:// | \bwww\. | \b(?:doi|DOI)\b | \bet\sal\b
  | \(\p{Lu}[^()\n]{1,60}\s(?:1[6-9]|20)\p{N}{2}[a-z]?(?:[,:][^()\n]{0,20})?\) | \p{Lu}\p{L}+\s\((?:19|20)\p{N}{2}\)"""


def cites(text: str) -> bool:
    """Whether a text holds a link, a numbered reference, or a work with its year."""
    return any(mark in text for mark in _CITATION_MARKS) and compiled(_CITATION).search(text) is not None
