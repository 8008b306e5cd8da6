r"""A list of bare addresses under the word "Sources", as scrapers append it.

An article names its sources where it uses them. A copy that was put together by a program carries a tail instead:
"Sources 1/ https://… 2/ https://…". It says that the text is somebody else's, or a mixture. Lists headed "References"
are left alone: authors write those too.

Bad:

    Sources 1/ https://mirror.example/ 2/ https://daily.example/a/81

    Sources: https://one.example/story, https://two.example/story

    Sources:
    https://one.example/story
    https://two.example/other-story

    News sources
    [1] www.one.example/story
    [2] www.two.example/other-story

Good:

    Sources: interviews with two ministers; the ministry's report at https://ministry.example/report

    Sources 1 and 2 feed the upper basin, see https://rivers.example/map.

    Source: https://one.example/story

    References
    https://rivers.example/smith
    https://lakes.example/jones
"""

from corpuslint import Frame, Pattern, RemoveLine

_OPEN = r"(?<=^|[\n\r.]\W{0,7})"
_URL = r"<?(?:https?://|www\.)[^\s,;<>]{3,300}>?"
_MARK = r"(?:[\[(]?\d{1,2}\s?[\])./:)-]\s?/?\s{0,4}|[-–—•*·]\s{0,4})?"

RULE = Pattern(
    code="TD104",
    name="scraper-source-list",
    version=2,
    doc=__doc__,
    message="list of bare addresses as sources: {match}",
    scope="paragraph",
    pattern=(
        Frame(
            rf"(?i){_OPEN}(?:(?:news|article|image|photo|picture|video|text|content|story|info(?:rmation)?|data)\s+)?source(?:s|\(s\))?(?:\s+links?)?"
            rf"(?:\s+(?:list|urls?|used))?\s{{0,4}}[:–—-]?\s{{0,4}}{_MARK}{_URL}(?:[\s,;|]{{1,4}}(?:and\s+)?{_MARK}{_URL}){{1,30}}",
            (r"(?i)(?:sources?(?:\(s\))?|links?|list|urls?|used)[^A-Za-z]{0,32}(?:https?://|www\.)",),
        ),
        Frame(
            rf"(?i){_OPEN}source\s?\d{{1,2}}\s?[:.)-]\s?{_URL}(?:[\s,;|]{{1,4}}source\s?\d{{1,2}}\s?[:.)-]\s?{_URL}){{1,30}}",
            (r"(?i)source\s?\d{1,2}\s?[:.)-]\s?(?:https?://|www\.)",),
        ),
    ),
    fix=RemoveLine(),
    strength="decisive",
)
