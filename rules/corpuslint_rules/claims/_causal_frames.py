"""What a sentence that claims a cause looks like, and what a sentence that does not: the features of UC106's model.

Each is a readable frame that a sentence has or lacks; ``overclaimed_cause.json`` weighs them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

_STEM = r"""(?:reduc|increas|decreas|improv|enhanc|induc|caus|promot|prevent|inhibit|attenuat|suppress|facilitat
    |accelerat
    |stimulat|alleviat|ameliorat|mitigat|alter|impair|impact|influenc|affect|modulat|exacerbat|aggravat|worsen
        |protect|prolong
    |delay|eliminat|lower|rais|elevat|restor|normali[sz]|revers|hamper|hinder|slow|diminish|strengthen|boost
        |trigger|limit
    |control|help|contribut|determin|achiev|produc|mediat|support|maintain|mobili[sz]|exert)"""
_ED = rf"(?:{_STEM}(?:ed|d))"
_TO = rf"(?:{_STEM}e?)"
_ADVERBS = r"""(?:(?:also|not|further|only|\w+ly)\s){0,2}"""
_MODAL = r"(?:may|might|could|would|should|must)"
_NOUN_TOO = r"(?:causes|controls|increases|decreases|limits|impacts|influences|delays|supports|helps|raises)"
_SMALL_WORD = r"(?:in|of|and|or|for|with|on|were|are|is|was|by|that|from)"
_MEASURED = r"""(?:levels?|risk|function|secretion|intake|concentrations?|weight|loss|sensitivity|resistance|status
    |quality|growth)"""
_PLURAL_VERB = r"""(?:reduce|increase|improve|enhance|induce|promote|prevent|inhibit|attenuate|suppress|alter
    |affect|influence|impair
    |impact|modulate|worsen|protect|lower|raise|decrease|cause|lead|contribute|result|facilitate|stimulate|exert
        |play|have)"""

FRAMES: dict[str, str] = {
    "verb in the present": rf"\b{_STEM}e?s\b(?<!\b{_NOUN_TOO})",
    "noun or verb with an object": rf"""\b{_NOUN_TOO}\s(?:the|an?|both|all|not|their|its|to|risk|body|blood|serum|plasma
        |(?!{_SMALL_WORD}\b)[a-z]+\s{_MEASURED})\b""",
    "verb of a plural": rf"\b[a-z]+(?<![su])s\s{_PLURAL_VERB}\b",
    "shown to": r"""\b(?:found|shown|proven|able|demonstrated|sufficient|necessary
        |important)\s(?:\w+\s){0,3}?to\s(?:\w+ly\s)?
        (?:reduce|increase|improve|enhance|induce|promote|prevent|inhibit|lower|alter|affect|decrease|slow
        |be\s(?:\w+\s)?effective)\b""",
    "past verb": rf"""\b(?<!\b(?:with|of|the|an?|to|by|was|were|is|are|be|been|and|for|in|had|has|have|between|from
        |or)\s)
        {_ADVERBS}{_ED}\s(?!by\b)""",
    "past verb with an object": rf"""(?<!\b(?:with|of|the|an?|to|by|was|were|is|are|be|been|for|in|between)\s)\b{_ED}\s
        (?:the|both|several|all|an?|its|their|levels?|rates?|risk|mortality|serum|plasma|pain|quality|insulin
        |glyc\w+|glucose
        |weight|blood|body|patients?)\b""",
    "has done": rf"\b(?:has|have|had)\s{_ADVERBS}(?:{_ED}|led|resulted)\b",
    "done by": rf"\b(?:is|are|was|were|be|been)\s{_ADVERBS}{_ED}\s(?:\w+\s){{0,3}}?(?:by|with|after|following)\b",
    "was done": rf"\b(?:is|are|was|were|be|been)\s{_ADVERBS}{_ED}\b",
    "significantly": rf"""\b(?:significantly|markedly|substantially|effectively|strongly|positively|negatively|adversely
        |dramatically)\s{_STEM}\w*\b""",
    "did not": rf"\b(?:did|does|do)\snot\s{_ADVERBS}(?:{_TO}|result|lead|change|cause|interfere|have)\b",
    "can": rf"\bcan\s{_ADVERBS}(?:{_TO}|lead|result|be\sused|be\s{_ED})\b",
    "to do": rf"\bto\s{_ADVERBS}{_TO}\b",
    "for doing": rf"\b(?:by|for|in|at|of)\s{_ADVERBS}{_STEM}ing\b",
    "doing so": rf",\s(?:thereby\s|thus\s)?{_STEM}ing\b",
    "modal verb": rf"\b{_MODAL}\s{_ADVERBS}(?:{_TO}|lead|result|be|have|represent|play|offer|provide|explain|serve)\b",
    "could": r"(?i)\b(?:could|might)\b",
    "may": r"\bmay\b",
    "should": r"(?i)\b(?:should|must|need(?:s|ed)?|require[sd]?|recommend\w*|warrant\w*|necessary|propose)\b",
    "more research": r"""(?i)\b(?:(?:further|future|larger|additional|more)\s(?:\w+\s){0,2}
        (?:research|stud\w+|trials?|investigations?|work|evaluation)|guidelines?)\b""",
    "likely": r"""(?i)\b(?:appear\w*|seem\w*|likely|possibl\w+|potential(?:ly)?|probab\w+|hypothes\w+|promising|perhaps
        |speculat\w+)\b""",
    "effective": r"(?i)\b(?:effective(?:ly|ness)?|efficacious|efficacy|efficient\w*)\b",
    "is effective": r"""(?i)\b(?:is|are|was|were|be)\s(?:\w+\s(?:and\s)?){0,3}(?:effective|efficacious|beneficial
        |efficient)\b""",
    "effective in": r"(?i)\b(?:in)?effective(?:ness)?\s(?:in|for|at|of|against|to)\b",
    "safe": r"(?i)\b(?:safe(?:ly)?\b|feasible|well[ -]tolerated)",
    "effect on": r"(?i)\b(?:effects?|impact|influence)\s(?:\w+\s){0,3}?(?:on|upon|in|of|against)\b",
    "has an effect": r"""(?i)\b(?:ha[sd]|have|having|exert\w*|show(?:s|ed)?|demonstrated?|no)\s(?:\w+[\s-]){0,4}
        (?:effects?|impact|influence|benefits?)\b""",
    "effect": r"(?i)\b(?:effects?|impact|influence)\b",
    "an effect was looked for": r"""(?i)\b(?:evaluat\w+|assess\w*|investigat\w+|examin\w+|explor\w+|determin(?:e
        |ing)|understand\w*
        |clarify|identify|unknown|unclear|whether|if)\s(?:\w+\s){0,5}?(?:effects?|impact|influence)\b""",
    "benefit": r"(?i)\bbenefi\w+",
    "leads to": r"(?i)\b(?:leads?|leading|led)\s(?:\w+ly\s)?to\b",
    "resulted in": r"(?i)\bresult(?:s|ed|ing)?\s(?:\w+ly\s)?in\b",
    "cause": r"(?i)\b(?:cause[sd]?|causing|causal(?:ly|ity)?|causative|induc\w+)\b",
    "contribute": r"(?i)\bcontribut\w+",
    "due to": r"(?i)\b(?:due\sto|because\sof|owing\sto|attribut\w+\sto|thanks\sto|by\smeans\sof)\b",
    "through": r"(?i)\b(?:through|via|thereby|thus)\b",
    "role": r"(?i)\b(?:plays?|played|playing|has|have)\s(?:an?\s)?(?:\w+\s){0,2}roles?\b",
    "determinant": r"""(?i)\b(?:determinants?|key\s(?:factors?|elements?)|driv(?:er|en|ing)s?|mechanisms?|mediat\w+
        |critical
        |essential|crucial)\b""",
    "improved": r"(?i)\bimprov\w+",
    "improvement in": r"(?i)\b(?:improvements?|reductions?|increases?|decreases?|gains?|loss|lowering)\s(?:in|of)\b",
    "better than": r"""(?i)\b(?:better|greater|superior|inferior|non-?inferior\w*|faster|longer|more\seffective|less)\b
        .{0,80}\b(?:than|compared|versus|vs|to)""",
    "similar": r"(?i)\b(?:similar|equal(?:ly)?|comparable|equivalent|same)\b",
    "protective": r"(?i)\b(?:protect\w*|preventi\w+)\b",
    "without": r"(?i)\bwithout\b",
    "association": r"""(?i)\b(?:associat\w+|correlat\w+|relat(?:ed|ion|ions|ionships?)|link(?:ed|s)?|predict\w*
        |inverse\w*)\b""",
    "associated with": r"(?i)\b(?:associated|correlated?|correlates|linked)\b",
    "risk factor": r"(?i)\brisk\sfactors?\b",
    "higher": r"""(?i)\b(?:higher|lower|increased|decreased|reduced|elevated|greater)\s(?:\w+\s){0,6}?
        (?:in|among|for|of|levels?|risk)\b""",
    "an increased": r"""\b(?:with|of|the|an?|and|for|to|at|in|by|had|has|have|between|from)\s(?:\w+\s)?
        (?:increased|decreased|reduced|improved|impaired|elevated|altered|induced|controlled|lowered|raised
        |limited)\b""",
    "observed": r"""(?i)\b(?:observed|seen|noted|reported|found\sin|occurred|was\sfound|were\sfound|detected|prevalen\w+
        |common)\b""",
    "differ": r"(?i)\b(?:differ\w*|compar\w+)\b",
    "aim": r"""(?i)\b(?:aim\w*|objective|purpose|registration|clinicaltrials|register\w*|funded|copyright|evaluate
        |assess
        |investigate|examine)\b""",
    "shows that": r"""(?i)\b(?:suggest|show|indicate|demonstrate|confirm|reveal|provide\sevidence|support|conclude
        |find)\w*\s
        (?:\w+\s){0,2}?that\b""",
    "this study": r"""(?i)\b(?:this|these|our|present|current)\s(?:\w+\s)?
        (?:stud(?:y|ies)|trial|findings|results|data|analys[ei]s|review)\b""",
    "treatment": r"""(?i)\b(?:treat\w+|therap\w+|interventions?|supplement\w+|program\w*|surgery|administ\w+
        |training|exercise
        |vaccin\w+|diets?|consumption|intake|education|use\sof|doses?|placebo|mg)\b""",
    "drug": r"\b\p{L}+(?:statin|mab|formin|gliptin|glutide|ide|pril|sartan|tide|zole|ine|lol|ib|cept)s?\b",
    "outcome": r"""(?i)\b(?:risk|levels?|mortality|pain|symptoms|incidence|survival|quality\sof\slife|outcomes?
        |function|rates?
        |concentrations?|status|severity)\b""",
    "patients": r"""(?i)\b(?:patients|participants|subjects|women|children|adults|mice|rats|individuals|adolescents
        |infants)\b""",
    "first words": r"^\W*(?:However|Although|While|In\saddition|Because|There\s(?:is|was|were|are)|We\s|It\sis|If)\b",
    "be": r"\bbe\b",
    "between": r"(?i)\bbetween\b",
    "studies": r"(?i)\bstudies\b",
    "are": r"\b(?:are|were)\b",
    "group": r"(?i)\bgroups?\b",
    "long": r"^.{220}",
    "short": r"^.{0,90}$",
}


def frames_of(sentence: str) -> set[str]:
    """The names of the frames that a sentence has."""
    return {name for name, frame in _compiled().items() if frame.search(sentence)}


@cache
def _compiled() -> dict[str, Any]:
    import regex  # noqa: PLC0415 (heavy, and not needed before a trigger fires)

    return {name: regex.compile(pattern, regex.VERBOSE) for name, pattern in FRAMES.items()}
