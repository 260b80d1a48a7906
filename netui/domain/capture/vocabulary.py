"""Vocabulary of the capture grammar: word lists for prepositions, fillers, titles, non-names, negations."""

from netui.domain.natural_dates.tokens import phrase_table


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(text: str) -> dict[str, list[tuple[str, ...]]]:
    return phrase_table(text.split("|"))


WITH = _set("with w/ w")
"""Introduces those present."""

AND = _set("and & + plus n /")
"""Joins names."""

DASHES = _set("- – — -- | // → ->")
"""Separates head and text, as a colon does."""

FILLERS = _set("""
    had have having a an the i we just did went for grabbed got been i've we've another
""")
"""Words before a kind that add nothing."""

ADJECTIVES = _set("""
    quick long short brief nice great good lovely fun first second impromptu spontaneous virtual late
    early weekly monthly annual regular casual proper big little small awkward amazing wonderful
    pleasant third last so finally then lazy cosy cozy quiet hasty rushed surprise
""")
"""Words before a kind that stay in the text."""

MODIFIERS = _set("""
    work working team birthday business family farewell goodbye christmas thanksgiving easter anniversary
    office client networking follow-up catch-up intro kick-off kickoff group joint double
""")
"""Nouns before a kind that stay in the text: a work lunch is a lunch."""

LENGTHS = _set("min mins minute minutes hour hours hr hrs")
"""How long it took, before a kind: 30 min call."""

BULLETS = _set("- * • · – — +")
"""Signs that begin an item of a list."""

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

CALLED_OFF = _set("""
    cancelled canceled postponed rescheduled bailed flaked no-show noshow ghosted rain-check raincheck
""")
"""Says that a meeting did not take place."""

INTENT = _set("""
    should need must remember remind reminder todo will ought gotta gonna want wanna plan planning
    planned let's lets maybe didn't didnt never missed cancelled canceled skipped postponed rescheduled
    couldn't couldnt can't cant no not don't dont forgot wasn't won't ask tell invite
    almost nearly wanted wants hoping hoped thinking would could wish wished supposed haven't hasn't hadn't
    havent wouldn't shouldn't cancel cancelling canceling postpone reschedule booked arranged scheduled
    proposed suggested offered invited declined asked dreamt dreamed imagine if meant intended intend
    bailed hope refused rain-check
""")
"""Words before a verb or kind of contact that say it did not take place, or not yet."""

INTENT_LEADS = _set("""
    i we should need must remember remind reminder todo to me let's lets maybe gotta have will want
""")
"""Words before what is to be done that a promise of it leaves out: should, need to, remind me to."""

TO_DO = _set("remind remember reminder todo need must gotta seeing")
"""First words of what is still to be done."""

INTENT_PHRASES = _phrases(
    "going to|about to|looking forward|tried to|tried calling|tried phoning|tried ringing|"
    "tried reaching|tried texting|set up|used to|turned down|to do|put off|called off|due to|"
    "have to|has to|missed out"
)
"""The same in several words."""

FELL_THROUGH = _phrases(
    "fell through|falls through|fallen through|didn't happen|did not happen|never happened|"
    "called off|call it off|called it off|no show|stood me up|stood us up|didn't show|"
    "did not show|never showed|didn't come|did not come|never came|didn't turn up|did not turn up|"
    "never turned up|had to cancel|couldn't make it|could not make it|couldn't come|could not come|"
    "can't make it|cannot make it|didn't make it|did not make it|no time|didn't work out|"
    "did not work out|rain check|backed out|pulled out|didn't take place|did not take place|"
    "not happening|wasn't there|was not there|didn't get to|put off|pushed back|missed it|"
    "missed the call|missed his call|missed her call|couldn't talk|couldn't answer|couldn't pick up"
)
"""Phrases behind a meeting that say it did not take place."""

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
    re via until till til over per tbc wait because since during after before while as if when where whether
    that which than though although unless except without within through throughout under near around
    behind beside beyond despite towards toward onto into off up down out not never always only even still
    yet once twice maybe perhaps probably who whose how why versus vs incl including minus aka etc
    was were is are be been had has have did does do can could should
    must seemed looked felt said told
    again along alone together too also online offline outside inside downtown uptown remotely briefly there
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

SPOKEN_BEFORE = _set("the a an i we you he she they it my our his her their who and got get")
"""Words before ``sat``, ``sun`` or ``wed`` where it is no weekday."""

PAST_TENSE = _set("""
    had met saw went got grabbed called rang phoned texted emailed messaged spoke talked visited wrote
    bumped ran been was were caught zoomed facetimed
""")
"""Verbs at the start that say it has happened."""

UNANSWERED = _phrases(
    "no answer|no reply|no response|no pickup|voicemail|left voicemail|left a voicemail|"
    "left a message|left message|got voicemail|didn't answer|didn't pick up|didn't reply|"
    "went to voicemail|but no answer|but no reply|did not answer|did not pick up|did not reply|"
    "never picked up|never answered|never replied|nobody answered|nobody picked up|"
    "straight to voicemail|line busy|didn't respond|did not respond|couldn't reach|"
    "got the voicemail|got the machine"
)
"""Phrases that say nobody answered."""


SUBJECTS = _set("i we me i've we've i'd we'd myself us")
"""The writer of the line, as part of its subject or object."""

WRITER = _set("me us my our ours myself ourselves")
"""The writer as someone to whom a thing is done."""

REACHING = WRITTEN | {"visit", "video"}
"""Kinds in which others reach out to the writer where nobody else is named: Tom rang."""

BEHIND_REACHING = _set("""
    about to from for with and but again back because while when re regarding today just this twice
    once at on earlier early late later now tonight after before
""")
"""Words behind a verb of reaching out that are no object of it."""

PAST_FORMS = _set("""
    went had saw met ate drank took made did got drove ran swam flew sang won lost spent sat rode read spoke
    said wrote built began came found gave heard held kept left paid shot slept spoke stood taught thought
    told were was bought caught fought hung swapped split put cut hit set sold threw woke wore
""")
"""Past forms that do not end in -ed."""

PRESENCE = _set("over together ours here visiting staying")
"""Words in a note that may mean someone was met."""

POSSESSIVES = _set("his her their your its")
"""Whose a name behind them is, so that it need not be the person known here: her husband Tom."""

THIRD_PERSON = POSSESSIVES | _set("he she they who he's she's they're he'd she'd")
"""Who acts in a clause that is not about what the writer did."""

RELATIONS = _set("""
    friend friends colleague cousin brother sister uncle aunt neighbour neighbor boss mentor buddy mate old
    dear good best new ex former sponsor landlord coach client coworker co-worker classmate roommate flatmate
""")
"""Words between "my" and a name."""

CLAUSE_BREAKS = _set("""
    that who whom whose which because since while when if although though so but about re regarding
    concerning until till as where after before like unless whether
""")
"""Words that begin what is no longer the main clause."""

BEFORE_TO = _set("""
    went came drove walked flew moved talked spoke wrote sent listened back over out me us him them chatted
    travelled traveled biked cycled hiked drove reached posted replied responded invited
""")
"""Words before a "to" that does not begin another clause: went to the zoo."""

ROUTINE = _set("work lunch dinner breakfast class school church practice training brunch")
"""After and before these a clause goes on: after work on Friday."""

BESIDE_A_NAME = _set("""
    of for about re regarding without but except not nor like than at in on near via during over by
    after before behind beside
""")
"""Before a name: someone spoken of, or a place, not someone met."""

OBJECT_LEADS = _set("me us him them to with from into up back out again down")
"""Words between a verb of contact and its object."""

BEFORE_A_NOUN = ADJECTIVES | MODIFIERS | DETERMINERS | _set("for out another us me")
"""Words between a verb and the noun that says the kind."""

LIGHT_VERBS = _set("had grabbed got shared did went ate took enjoyed having received")
"""Verbs whose noun says the kind: had lunch."""

WITH_OBJECT = _set("""
    drove dropped walked took hosted fed hugged kissed taught coached mentored interviewed wished thanked
    congratulated showed joined accompanied greeted treated surprised comforted consoled advised reassured
    beat babysat tutored escorted nursed onboarded briefed trained fetched collected told helped picked
    married toasted cheered walked raced photographed lent invited welcomed entertained reminded
""")
"""Verbs that say contact where a known person is their object: drove Tom home."""

SENT = _set("sent gave posted")
"""Verbs whose object says the kind: sent a postcard."""

PAST_VERBS = _set("""
    met saw phoned rang called spoke emailed mailed texted messaged visited introduced
    zoomed facetimed skyped
""")
"""Verbs of contact that name a kind by themselves."""

CONTACT_NOUNS = {
    "letter": "letter", "postcard": "letter", "card": "letter",
    "cards": "letter", "letters": "letter", "postcards": "letter", "tea": "coffee", "voicemail": "attempt",
    "flowers": "gift", "present": "gift", "ring": "call", "wine": "drinks",
}  # fmt: skip
"""Nouns that say a kind only behind a verb."""

CONTACT_SIGNS = {
    "☕": "coffee", "📞": "call", "🍺": "drinks", "🍻": "drinks", "🍷": "drinks", "📧": "email",
    "voice note": "message", "voice message": "message", "voice memo": "message",
}  # fmt: skip
"""Signs and pairs of words that say a kind."""

EATEN = _set("coffee lunch dinner drinks")
"""Kinds that people meet for."""

TALKS = _set("""
    chat talk conversation catch-up catchup walk 1:1 1-1 one-on-one breakfast brunch picnic barbecue bbq hike
    party game discussion argument
""")
"""Nouns that say that people met."""

_PHRASES = {
    "call": "spoke on the phone|talked on the phone|gave a ring|had on the phone",
    "message": (
        "texted back|wrote back|replied|responded|got back to|heard from|heard back|reached out|wrote to"
        "|wrote me|wrote us|dm'd|dmed|pinged|whatsapped|left a message"
    ),
    "letter": "wrote a letter|wrote a long letter|wrote a postcard|wrote a card|posted a letter"
    "|posted a card|posted a postcard",
    "email": "wrote an email|wrote a mail|e-mailed|cc|cc'd",
    "video": "zoomed|facetimed|skyped|videocalled|video-called",
    "visit": (
        "came over|came by|came round|came around|came to visit|came to see|stopped by|stopped in|dropped by"
        "|dropped in|popped by|popped in|popped over|popped round|swung by|stayed with|stayed over"
        "|had us over|had me over|went over to|stayed for|stayed the night|slept over|came in for"
        "|came to our|came to my|was over|were over|came to stay|came to dinner|came for"
    ),
    "meeting": (
        "ran into|bumped into|caught up|hung out|talked to|talked with|spoke to|spoke with|chatted|chatted to"
        "|chatted with|told me|told us|helped|thanked|congratulated|joined me|joined us|picked me up"
        "|picked us up|drove me|drove us|took me|took us|showed me|showed us|hosted us|hosted me"
        "|invited us over"
        "|met up|got together|sat down with|crossed paths|ran across"
    ),
}


CONTACT_PHRASES = {tuple(said.split()): kind for kind, text in _PHRASES.items() for said in text.split("|")}
CONTACT_VERBS = phrase_table(" ".join(said) for said in CONTACT_PHRASES)
"""Verbs of contact in one or several words, and the kind they say, by their first word."""

PRESENT_TOO = _phrases(
    "joined us|joined me|joined later|joined too|joined for|joined in|joined after|joined at|"
    "joined the|came too|came along|came as well|came later|came by|came over|came with us|"
    "was there|was there too|were there|was also there|were also there|was with us|were with us|"
    "tagged along|showed up|turned up|dropped by|stopped by|was here too|also joined|also came|"
    "dropped in"
)
"""What follows the name of someone who was there as well."""

PERHAPS_PRESENT = _phrases("joined|came|too|also|answered|picked up|as well|was also|paid")
"""What follows the name of someone who may have been there as well."""

REPORTS = _set("""
    told said says say heard mentioned mentions thinks thought knows knew reckons wonders wondered asked asks
    hears mentioning saying suggests explained announced
""")
"""Verbs before what somebody else said or knows, which is about others."""

NEWS = _set("""
    is isn't are aren't has hasn't have will won't would wants needs says sends works lives thinks may might
    can can't seems looks feels likes loves hates plans starts turns gets goes moves leaves keeps knows
    studies plays owes asks hopes isnt hasnt wont cant doesn't does
""")
"""Verbs behind a name of which a new clause tells news: Jake is ill."""
