"""Features of a headline that wants to be clicked on. Letter case is left out: houses differ in it, not headlines."""

from __future__ import annotations

from corpuslint.lazy import lazy_pattern

_LISTED = """
    things reasons ways times facts photos pictures pics images gifs videos tips tricks hacks signs lessons
    secrets questions people moments products gifts recipes tweets confessions struggles ideas stories quotes
    problems mistakes rules books movies films shows songs outfits looks foods places jokes dogs cats kids women
    men celebs celebrities stars actors steps myths habits snacks dishes desserts treats characters puns comics
    memes costumes thoughts feelings stages types kinds words phrases apps games reactions responses examples"""
_HYPE = """
    actually literally totally absolutely really seriously insanely hilarious hilariously amazing perfect
    perfectly epic adorable awesome incredible incredibly shocking unbelievable heartbreaking stunning gorgeous
    beautiful obsessed definitely guaranteed freaking fucking fuck shit damn af badass genius magical mind-blowing
    jaw-dropping insane crazy weird weirdest cutest funniest greatest creepy creepiest terrifying brilliant
    delicious yummy cute sexy hot ultimate honest honestly painfully ridiculous ridiculously flawless iconic
    powerful surprising awkward super ever favorite favourite important"""
_CROWD = """
    people girl girls guy guys kid kids friend friends mom moms dad dads parents fans boyfriend girlfriend men
    women everyone everybody anyone everything nobody life love feelings relationship wedding hair makeup beauty
    fashion"""
_POP = """
    tweets tweet instagram facebook photos pictures photo selfie selfies celebrity celebrities lyrics movie movies
    song songs cast character characters video videos quiz zodiac horoscope halloween christmas valentine's
    thanksgiving internet gif gifs emoji tumblr tattoo tattoos pizza chocolate cake cocktail cocktails cat cats
    dog dogs puppy kitten disney netflix hogwarts"""
_NEWS = """
    police court judge minister president government election elections parliament senate senator governor mayor
    bank economy troops army military nuclear treaty union trade tax budget bill vote votes law ministry security
    officials official leader leaders chief former ex prime charges trial suspect suspects attack attacks bomb
    bombing blast crash earthquake flood storm fire plane oil gas profit profits shares stocks market markets
    company firm merger lawsuit report study inquiry investigation probe talks deal plan strike crisis war victims
    victim death deaths dead league cup championship final finals tournament coach season iraq iran china russia
    pakistan afghanistan israel britain uk us un eu state national federal percent million billion"""
_NEWS_VERBS = """
    says say kills kill killed wins win won dies die died hits hit claims claim calls announces announce announced
    seeks sues sued files bans banned approves approved rejects rejected arrested charged accused convicted
    sentenced found faces warns warn plans resigns resign elected defeats defeat beats begins ends opens closes
    launches cuts rises rise falls fall drops injured wounded missing suspended released reports urges vows agrees
    backs denies signs names named leaves moves loses returns strikes"""


def _any(words: str) -> str:
    return "(?:" + "|".join(sorted(set(words.split()), reverse=True)) + ")"


_FEATURES = {
    "opens with a count": r"^(?:the )?\d{1,3} "
    r"(?!(?:percent|per cent|million|billion|dead|killed|people (?:dead|killed)))[a-z]",
    "a count of things": rf"\b(?:\d{{1,3}}|ten|five|seven|three) (?:[\w'-]+ ){{0,3}}{_any(_LISTED)}\b",
    "you": r"\b(?:you|your|yours|yourself|you're|you'll|you've|you'd|ya)\b",
    "this, these, here": r"\b(?:this|these|here|here's|that'll)\b",
    "opens with a question word": r"^(?:what|what's|which|how|why|who|who's|when|where"
    r"|can|are|do|does|did|should|would|is|if|have)\b",
    "opens with this": r"^(?:this|these|here|here's|we|i|watch|meet|behold|everything)\b",
    "I, we": r"\b(?:i|i'm|i've|me|my|we|we're|we've|us all|our)\b",
    "contraction": r"\w(?:n't|'re|'ll|'ve|'d|'m)\b|\b(?:it|that|what|he|she|who|here|there)'s\b",
    "praise or swearing": rf"\b{_any(_HYPE)}\b",
    "best or most": r"\bthe (?:\w+ )?(?:most|best|worst|only|greatest)\b|\b(?:best|worst)\b",
    "promise": r"\b(?:that will|that'll|will make|will (?:change|blow|restore|totally|definitely|never|understand|leave"
    r"|give"
    r"|instantly|probably)|that prove|prove[ds]?|need to (?:know|see|try)|make you|makes you|should|must see|can't)\b",
    "all, every, never": r"\b(?:every|everyone|everything|anyone|nobody|no one|never|always|ever|all)\b",
    "quiz": r"\bbased on\b|\bquiz\b|\bcan you\b|\bare you\b|\bdo you\b|\bguess\b"
    r"|\btell us\b|\bhow well\b|\bwhich \w+ (?:\w+ )?(?:are|should)\b|\bknow about\b",
    "everyday people": rf"\b{_any(_CROWD)}\b",
    "pictures and pop": rf"\b{_any(_POP)}\b",
    "to be": r"\b(?:is|are|was|were|be|been|being)\b",
    "articles": r"\b(?:the|a|an)\b",
    "and, that, who, about": r"\b(?:and|that|who|about|with|because|so|like|just"
    r"|but|if|when|too|now|it|their|them|her|his)\b",
    "do, get, know": r"\b(?:do|did|does|get|gets|got|getting|know|look|looks|try|tried|make"
    r"|makes|made|see|feel|want|need|think|tell|love)\b",
    "news noun": rf"\b{_any(_NEWS)}\b",
    "news verb": rf"\b{_any(_NEWS_VERBS)}\b",
    "after, amid, over": r"\b(?:after|amid|against|over|as|at|for|in|on|by|to)\b(?! (?:you|your|the|a|this|these)\b)",
    "abbreviation": r"\b\w\.\w\.|-\w+ed\b|;",
    "money or share": r"[$£€]|\bpercent\b|%|\b(?:million|billion|mln)\b",
}

PATTERNS = {name: lazy_pattern(pattern) for name, pattern in _FEATURES.items()}
MOST = 3
"""A feature counts so often."""

_SPACES = lazy_pattern(r"\s+")


def features(headline: str) -> dict[str, int]:
    """How often each feature occurs in a headline, three times at most; and its words, in tens."""
    text = _SPACES.sub(" ", headline.lower().replace("’", "'")).strip(" \"'“”‘")
    found = {name: min(sum(1 for _ in pattern.finditer(text)), MOST) for name, pattern in PATTERNS.items()}
    found["words"] = min(text.count(" ") + 1, 20)
    return found
