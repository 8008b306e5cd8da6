"""Words that are said twice without being a mistake."""

from corpuslint_rules._word_sets import words

GRAMMATICAL = words(
    """
    again always are bad big buy can dark date deep did do does down easy end ever far free good great had has
    hate have her holy hot i if in int is it like little long love many may might more much never off old on one
    out over pretty quite real really row sell so super sweet that there too up url var very want was way what
    which who will win you
    """
)
"""Words that a sentence may need twice, or that are doubled for emphasis: no mistake but before a full stop."""

EXCLAIMED = words(
    """
    ah aha aye baba bang beep bison bla blah bon boo boom bye cha choo chop chow clap come cough da dada dear di
    dik ding dong doo dum eh er etc fifty go goody gorilla ha haha half he hear hee heh hello hey hi hip hm hmm
    ho honk hubba huh hush jingle just knock la lala liar liars log look mahi mama me meow merrily mhm mm mmm na
    night no nom nope now nudge oh ok okay ooh papa pee please pom poo quick rah rat ring run sapiens shh sing
    slow steady stop ta tap then tick tock tom tsk tut twinkle uh um wait walla wee well wink woof wow yada yeah
    yes yo yum
    """
)
"""Words that are said twice on purpose, wherever they stand."""

ELSEWHERE = words(
    """
    das dass dat de dem den der det die dit es ihr je nous que sie som van vous wie zich zu
    что это их
    bien casi così già mano muy passo piano poco quasi pouco très trop tutto tutti via zitto
    """
)
"""Words of other languages that stand twice in a row by their grammar or for emphasis."""

DOUBLING = words(
    """
    bn el fa fil gu ha haw hi id it jv kk km kn ku ky lo mg ml mr ms my ne pa si sm sn so su sw ta te tg th tr ur uz vi
    yo zu
    """
)
"""Languages that double words to make adverbs, plurals or emphasis: a doubled word is none of their mistakes."""

NAMES = words(
    """
    bafana boutros crocuta duran humbert pago pizza shabu sing sirhan wagga walla
    """
)
"""Names, and parts of names, made of a word said twice."""

BEFORE_TO = words(
    """
    go goes going gone listen listened referred refers spoke spoken subject talk talked used went
    """
)
"""Words that take a ``to`` of their own: the lengths they had gone to to get it."""
