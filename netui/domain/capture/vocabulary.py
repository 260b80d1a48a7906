"""Vocabulary of the capture grammar: word lists for prepositions, fillers, titles, non-names, negations."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


WITH = _set("with w/ w")
"""Introduces those present."""

AND = _set("and & +")
"""Joins names."""

DASHES = _set("- – — -- | // → ->")
"""Separates head and text, as a colon does."""

FILLERS = _set("had have having a an i we just did went for grabbed got been i've we've another")
"""Words before a kind that add nothing."""

ADJECTIVES = _set("""
    quick long short brief nice great good lovely fun first second impromptu spontaneous virtual late
    early weekly monthly annual regular casual proper big little small awkward amazing wonderful
    pleasant
""")
"""Words before a kind that stay in the text."""

GENERIC = _set("call meeting message mail chat")
"""Kinds that add nothing after another one: a video call is a video."""

WRITTEN = _set("email message letter call")
"""Kinds in which "from" and "to" say who started."""

ANSWERED = WRITTEN | {"video"}
"""Kinds that may go unanswered."""

DIRECTED = WRITTEN | _set("intro gift visit video")
"""Kinds with a direction, so that "from" and "to" name who was there."""

ABOUT = _set("on about for re")
"""Introduces the person a note is about."""

DETERMINERS = _set("the a an my our his her their some")
"""Determiners, which begin an aside: "the gym"."""

TITLES = _set("dr mr mrs ms miss prof professor sir dame")
"""What may stand before a name."""

EXCEPT = _set("but except without not nor minus excluding about of regarding")
"""Introduces someone who may not have been there."""

CHANNELS = _set("phone zoom teams skype facetime slack meet video")
"""What people talk on or over."""

CALLED_OFF = _set("cancelled canceled postponed rescheduled")
"""Says that a meeting did not take place."""

INTENT = _set("""
    should need must remember remind reminder todo will ought gotta gonna want wanna plan planning
    planned let's lets maybe didn't didnt never missed cancelled canceled skipped postponed rescheduled
    couldn't couldnt can't cant no not don't dont forgot wasn't won't tried ask tell invite
""")
"""First words of what did not take place, or not yet."""

NO_FIRST_NAMES = _set("""
    the a an my our his her their your its this that these those some all both each every another no me
    him them us you he she they it we i who what one two three four five six others everyone everybody
    someone somebody people folks friends family kids team colleagues and or but with at in on to from
    for of about by as is was
""")
"""Words never taken for a first name, even where an alias begins with one."""

COMMON_WORDS = _set("""
    kids friends family team colleagues everyone others people wife husband mom mum dad parents mother
    father brother sister son daughter cousin uncle aunt boss coworkers neighbours neighbors guests cake
    coffee tea milk lunch dinner breakfast drinks beer wine food pizza cookies dessert music children
    partner partners spouse clients customers students boys girls guys gang folks dog baby co crew staff
    again alone together too also online offline outside inside downtown uptown remotely briefly there
    here home abroad later earlier afterwards nearby upstairs then now
""")
"""Words after "with", "and" or a name that are no names."""

CLAUSE_WORDS = _set("""
    will may mark bill rob sue chase grant drew pat nick skip trip don hope wade page reed chip buck
    frank rich grace joy faith dawn rose art earl june april august summer lily ivy olive
    penny ruby pearl amber sky carol victor miles max guy ray jay dale glen cliff sandy misty storm
    angel mason hunter carter piper heath forest wren robin mercy honor destiny star van my an so
    long sun song hung le do to hai bo ai yu he she wu you ye me in or can ha ho la no such win chance
    charity constance early christian sterling harmony genesis justice king duke prince major bishop
    cook baker
""")
"""Names that are words too: in lower case, before running text, they are not taken for a person."""

NO_SURNAMES = _set("""
    i she he they we it her his their the a an my our this that these those there then and but so told
    says said is was has had will would talked spoke discussed asked about great good nice very
""")
"""Capitalised words that are no surnames."""

INSIDE_PLACES = _set("of the de la le du del di da & and")
"""Small words inside the name of a place."""

NO_PLACES = _set("""
    english german french spanish italian portuguese dutch polish russian chinese mandarin japanese
    korean arabic hebrew hindi turkish swedish danish norwegian finnish greek czech latin python rust
    java excel person private public general summer winter spring autumn fall christmas easter q1 q2 q3
    q4 h1 h2 i she he they we it her his their my our this that
""")
"""Capitalised words after "in" and "at" that are no places."""

PLACE_LETTERS = _set("NYC NY LA SF DC UK US USA UAE EU")
"""Abbreviations that are places."""

UNANSWERED = tuple(
    tuple(said.split())
    for said in (
        "no answer", "no reply", "no response", "no pickup", "voicemail", "left voicemail",
        "left a voicemail", "left a message", "left message", "got voicemail", "didn't answer",
        "didn't pick up", "didn't reply", "went to voicemail", "but no answer", "but no reply",
    )
)  # fmt: skip
"""Phrases that say nobody answered."""
