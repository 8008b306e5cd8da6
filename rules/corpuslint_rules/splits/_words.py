"""Closed classes of English words that several rules of this family look at."""

from corpuslint_rules._word_sets import words

ARTICLES = words("the a an")
DEMONSTRATIVES = words("this that these those")
POSSESSIVES = words("my your his her its our their")
PREPOSITIONS = words(
    """about above across after against along amid among around as at before behind below beneath beside between
    beyond by despite during for from in inside into like near of off on onto out outside over past per since
    than through throughout to toward towards under until unto up upon via with within without"""
)
CONJUNCTIONS = words("""and or but nor because although though unless whereas while whether if when where""")
BE = words("is are was were be been being am")
HAVE = words("has have had")
MODALS = words("will would can could shall should may might must")
PRONOUNS = words("i you he she it we they")

PARTICLES = words("al bin da das de del della den der di dos du el ibn la le ter ul van von zu")
"""Words of names that may be small at the start of a sentence."""

ABBREVIATIONS = words(
    """abbr acad adj adm adv al anon apr approx apt apts arch art assn assoc asst attn aug ave avg bef bet bldg
    blvd bros ca cap capt cert cf ch chap chaps cit cl cm cmdr co col cols comdr comp conf cont contd cor corp
    cpl ct dec def dept depts dia diam dir dist div doc doz dr ed eds educ eg eq eqn eqns eqs esp esq est et etc
    ex excl ext feb fed ff fig figs fl fn fr fri ft fut gal gen gov govt gr hon hr hrs ibid ie illus inc incl
    ind inst int intl introd jan jr jul jun kg km lang lat lb lbs lic lieut lit lon long lt ltd maj mar max maxi
    mfg mfr mgr mi min mins misc mo mod mon mos mr mrs ms mt mtn mts mun mus nat neg nn no nos nov nr obj obs
    oct op opp org orig oz par para paras pat pct pd phd phil pl pls plc pos poss pp pres prescr prev prob prof
    pron prop pt pts pty pub publ qt qty rd rec ref refs reg rep reps repr rept res resp rev rm ros sat sci sec
    secs sect sen sens sep sept seq ser sgt sic sing soc sp sq sr ss st stat std ste subj sun sup supp suppl
    supt surg syn tbsp tech tel temp terr thu thur thurs tr trans treas tsp tue tues univ usu var viz vol vols
    vs wed wk wks wt yd yds yr yrs ala ariz calif colo conn del fla ga ill ind kan kans ky la mass md mich minn
    mont neb nebr nev okla ont ore pa penn penna que tenn tex va vt wash wis wyo"""
)
"""Words that are written with a stop, in small letters."""


def is_abbreviation(word: str) -> bool:
    """Whether a word before a stop is, or looks like, an abbreviation: listed, an initial or without a vowel."""
    low = word.lower()
    return len(low) < 2 or low in ABBREVIATIONS or not any(vowel in low for vowel in "aeiouyáéíóúäöü")
