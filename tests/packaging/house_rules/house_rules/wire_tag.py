"""The tag of a wire service, left in the text.

Tags tell the desk where a story comes from; readers have no use for them.

Bad:

    Northern Lights Wire: the ferry was late.
    More to follow

Good:

    The northern lights were seen from the ferry.
    There is more to follow in the next chapter.
"""

from __future__ import annotations

from corpuslint import Phrases

RULE = Phrases(code="XX101", name="wire-tag", doc=__doc__, message="wire tag: {match}", files=__file__)
