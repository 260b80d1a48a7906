"""Words of sentences: verbs of contact, what says that nothing took place, who else was there."""

from netui.domain.capture.vocabulary import (
    ADJECTIVES,
    COMMON_WORDS,
    DETERMINERS,
    MODIFIERS,
    NO_FIRST_NAMES,
    POSSESSIVES,
    WRITTEN,
)
from netui.domain.natural_dates.tokens import PhraseTable, phrase_table, word_set


def _phrases(text: str) -> PhraseTable:
    return phrase_table(text.split("|"))


BEFORE_OTHER_DAYS = word_set("by before due for about re")
"""Words before a day in the text that is not the day of the entry."""

BEFORE_A_NUMBER = ("on", "the", "am", "den", "il", "le", "el", "op")
"""Words of several languages between a name and the number of a day: con Bob il 14."""

NO_DEEDS = word_set("""
    moved shifted pushed swapped swopped traded rescheduled rearranged booked saved reserved
    deadline due free busy available reminder tickets ticket booking reservation slot
    watched read plans plan todo
""")
"""Words before a day and people that do not say what was done together on it."""

TO_COME = word_set("""
    is are will arriving coming leaving flying moving travelling traveling starting returning arrives
    comes leaves returns moves flies starts she'll he'll they'll
""")
"""Verbs of what is on a day of which a message tells."""

SUBJECTS = word_set("i we me i've we've i'd we'd i'm myself us")
"""The writer of the line, as part of its subject or object."""

WRITER = word_set("me us my our ours myself ourselves")
"""The writer as someone to whom a thing is done."""

REACHING = WRITTEN | {"visit", "video"}
"""Kinds in which others reach out to the writer where nobody else is named: Tom rang."""

BEHIND_REACHING = word_set("""
    about around to from for with w/ w and but again back because while when re regarding today just this
    during mid midway right straight as since without despite until till all like 3 5 three four five several
    twice 2 4 himself herself abt cos coz within instead via by once at on earlier early late later now
    tonight after before crying sobbing asking wondering begging
    accepting declining checking chasing enquiring inquiring apologising apologizing explaining requesting
    saying telling announcing confirming thanking inviting suggesting congratulating wishing reminding
    wanting needing hoping trying offering looking complaining moaning worrying panicking raving
""")
"""Words behind a verb of reaching out that are no object of it."""

CONTENTS = word_set("""
    address agenda answer article attachment bill brief contract details document draft drafts feedback
    figures file files form forms invite invoice itinerary letter link list map menu minutes notes number
    numbers offer paper photo photos pic pics picture pictures plan plans proposal question quote receipt
    recipe report schedule slides song summary ticket tickets time times update video sheet
    certificate code cv deck directions info joke meme password playlist reminder resume selfie spreadsheet
    statement url voucher referral data results scan scans draft spec specs sketch sketches prints samples
""")
"""What is written or sent, which somebody who did so sent to the writer: emailed the draft."""

PAST_FORMS = word_set("""
    went had saw met ate drank took made did got drove ran swam flew sang won lost spent sat rode read spoke
    said wrote built began came found gave heard held kept left paid shot slept stood taught thought told
    were was bought caught fought hung swapped split put cut hit set sold threw woke wore fell swore shook
    drew grew beat dug fed hid lit rose shut sank stuck tore flung crept knelt spun swept swung broke chose
    blew knew forgave bent burst dealt laid lay lent rang sent shone spoke stole struck
""")
"""Past forms that do not end in -ed."""

PRESENCE = word_set("over round together ours here visiting staying")
"""Words in a note that may mean someone was met."""

RELATIVES = word_set("""
    wife husband family kids children partner girlfriend boyfriend gf bf parents baby son daughter co others
    one friends
""")
"""Who comes along without a name: ``Tom and family for lunch``, ``Tom plus one``."""
KIN = word_set("mom mum mam dad wife husband sister brother girlfriend boyfriend flatmate roommate")
"""Who is somebody's where the sign of the possessive is left out: tom mum rang."""
THIRD_PERSON = POSSESSIVES | word_set("he she they who he's she's they're he'd she'd")
"""Who acts in a clause that is not about what the writer did."""

CLAUSE_BREAKS = word_set("""
    that who whom whose which because since while when if although though so but about re regarding
    concerning until till as where after before like unless whether asking requesting wondering
""")
"""Words that begin what is no longer the main clause."""

CLAUSE_SUBJECTS = word_set("""
    i i'd i'll i'm i've we we'd we'll he she they he'd she'd they'd he's she's they're hes shes theyre
""")
"""Words that begin a clause of their own behind a verb: told Ada I'd call tomorrow."""

DESTINATIONS = word_set("""
    town hospital bed home airport court prison mass rehearsal football training dinner tea supper university
    college uni market
""")
"""Where people go: no verbs, so that "to" before them leads to no other clause."""

BEFORE_TO = word_set("""
    popped round treated drove taken took walked managed got able chance went came flew moved talked spoke
    wrote sent listened back over around along out me us him them chatted travelled traveled biked cycled
    hiked reached posted replied responded invited
""")
"""Words before a "to" that does not begin another clause: went to the zoo."""

OBJECT_LEADS = word_set("me us him them to with from into up back out again down")
"""Words between a verb of contact and its object."""

BEFORE_A_NOUN = (
    ADJECTIVES
    | MODIFIERS
    | DETERMINERS
    | word_set("""
    for out another that those these us me in all both
""")
)
"""Words between a verb and the noun that says the kind."""

VESSELS = word_set("glass cup mug pot bottle pint bowl couple")
"""What drinks come in, before "of" and the noun that says the kind: a glass of wine."""

MADE = word_set("cooked made baked prepared hosted threw organised organized")
"""Verbs of a meal or a party that is made for whom "for" names."""

SERVED = MADE | {"left"}
"""Verbs of what is made or left for whom "for" names."""

DEEDS = word_set("""
    popped swung came stayed dropped brought delivered fixed borrowed returned cooked stopped dragged helped
    beat drove repaired minded babysat watered mowed
""")
"""Verbs in a note of what others did that may mean they were met."""

DASHED_OFF = word_set("shot fired dashed zapped flung slipped popped pinged penned scribbled scrawled")
"""Verbs that say contact where an email or the like is their object: shot Ada an email."""

LIGHT_VERBS = MADE | word_set("had grabbed got shared did went ate took enjoyed having received")
"""Verbs whose noun says the kind: had lunch."""

WITH_OBJECT = word_set("""
    caught talked led guided
    drove dropped walked took hosted fed hugged kissed taught coached mentored interviewed wished thanked
    congratulated showed joined accompanied greeted treated surprised comforted consoled advised reassured
    beat babysat tutored escorted nursed onboarded briefed trained fetched collected told helped picked
    pitched ferried chauffeured examined anointed blessed vaccinated massaged counselled baptised christened
    measured tattooed shaved bathed filmed quizzed questioned debriefed teased cornered tickled soothed
    reached ran married toasted cheered raced photographed spotted lent invited welcomed entertained reminded
""")
"""Verbs that say contact where a known person is their object: drove Tom home."""

TOWARDS = word_set("""
    presented explained demoed pitched complained apologised apologized confessed said waved sold handed
    passed read sang took brought carried delivered returned lent drove walked nodded bragged vented moaned
    ranted dictated proposed listened dropped demo'd
""")
"""Verbs that say contact where "to" and a known person follow: presented the plan to Ada."""

TAKEN_FROM = word_set("borrowed bought collected fetched picked took")
"""Verbs that say contact where "from" and a known person follow: borrowed a drill from Ada."""

REPLIED = ("replied", "responded", "answered", "returned", "took", "got", "received")
"""Verbs of which whose message it was is the one who was reached: replied to Ada's email."""

SENT = word_set("sent gave posted gifted")
"""Verbs whose object says the kind: sent a postcard."""

PRESENTS = word_set("""
    bottle box crate case hamper basket bouquet bunch parcel package jar tin tray wreath voucher
    cake cakes brownie biscuit cookie chocolate truffle sweet pie soup stew bread loaf jam honey
    marmalade chutney cheese fruit veg egg eggs casserole lasagne curry pastry pastries muffin
    macaron macarons wine whisky whiskey gin rum champagne prosecco beer
    flower rose tulip lily lilies plant succulent orchid cutting seed seedling bulb
    blanket scarf jumper sweater cardigan sock hat glove mitten shawl quilt dress romper babygro babygrow
    onesie bootee booties slipper pyjama pyjamas pajamas robe towel cushion apron tie
    toy teddy rattle puzzle jigsaw doll lego bib
    book cookbook novel pen mug candle vase print painting frame necklace bracelet earring
    earrings watch wallet perfume soap lotion vinyl puppet ornament
    present pressie prezzie gift goody goodies treat
""")
"""What is given to somebody when it is sent: sent Ada a scarf."""

WRITES = SENT | {"forwarded", "whatsapped", "dm'd"}
"""Verbs whose object is whom something went to, where that is what was sent: whatsapped Ada photos."""

PAST_VERBS = word_set("""
    met saw phoned rang called spoke emailed mailed texted messaged visited introduced zoomed facetimed
    skyped
""")
"""Verbs of contact that name a kind by themselves."""

CONTACT_NOUNS = {
    "letter": "letter", "postcard": "letter", "card": "letter",
    "cards": "letter", "letters": "letter", "postcards": "letter", "tea": "coffee", "cuppa": "coffee",
    "chai": "coffee", "kopi": "coffee", "cortado": "coffee", "mocha": "coffee", "brew": "coffee",
    "g&t": "drinks", "g&ts": "drinks",
    "elevenses": "coffee", "latte": "coffee", "cappuccino": "coffee", "espresso": "coffee",
    "americano": "coffee", "voicemail": "attempt",
    "vm": "attempt", "reply": "message", "response": "message", "ping": "message", "dm": "message",
    "flowers": "gift", "present": "gift", "ring": "call", "wine": "drinks", "supper": "dinner",
    "brunch": "lunch", "luncheon": "lunch", "pub": "drinks",
    "sherry": "drinks", "prosecco": "drinks", "champagne": "drinks", "whisky": "drinks", "dram": "drinks",
    "nightcap": "drinks", "tipple": "drinks", "sundowner": "drinks", "sundowners": "drinks",
}  # fmt: skip
"""Nouns that say a kind only behind a verb."""

TALKS = word_set("""
    chat talk conversation catch-up catchup walk 1:1 1-1 1on1 one-on-one breakfast brunch picnic barbecue bbq
    bfast b'fast brekkie brekky
    hike party game discussion argument sync standup stand-up workshop interview session moan natter chinwag
    gossip playdate sleepover
""")
"""Nouns that say that people met."""

LISTED_TALKS = TALKS - word_set("talk party game picnic barbecue bbq hike argument")
"""Talks before a colon and a list of those who were there: stand-up: Ada, Grace."""

_PHRASES = {
    "call": (
        "telephoned|phoned up|rang up|called up|hung up on|picked up on the|"
        "picked up straight|picked up after|"
        "spoke on the phone|talked on the phone|gave a ring|managed to get hold of|got hold of|"
        "got through to|managed to reach|managed to call|managed to ring|managed to phone|"
        "managed to get through to|had on the phone"
    ),
    "message": (
        "got in touch with|"
        "texted back|slacked|slack'd|txted|txtd|msged|msgd|messaged|snapchatted|telegrammed|"
        "hit me up|hit us up|signalled|wrote back|replied|responded|got back to|heard from|heard back|"
        "reached out|dm'd|dmed|pinged|whatsapped|left a message|left message|left a note"
    ),
    "letter": (
        "wrote a letter|wrote a long letter|wrote a postcard|wrote a card|posted a letter|"
        "posted a card|posted a postcard"
    ),
    "attempt": ("left vm|left a vm|left voicemail|left a voicemail|left voice mail|left a voice mail"),
    "email": ("wrote an email|wrote a mail|e-mailed|cc|cc'd"),
    "video": ("zoomed|facetimed|ft'd|skyped|videocalled|video-called|video called"),
    "intro": "intro'd",
    "lunch": "lunched|brunched",
    "dinner": "dined|supped",
    "visit": (
        "came over|came by|came round|came around|came to visit|came to see|stopped by|"
        "stopped in|dropped by|dropped in|popped by|popped in|popped over|popped round|swung by|"
        "stayed with|stayed over|had us over|had me over|went over to|stayed for|"
        "turned up with|showed up with|"
        "stayed the night|slept over|stayed at mine|stayed at ours|crashed at mine|crashed at ours|"
        "slept at mine|slept at ours|stayed with us|crashed with us|crashed on our sofa|slept on our sofa|"
        "came in for|came to our|came to my|was over|were over|"
        "came to stay|came to dinner|came for|came to watch|checked in on|looked in on|"
        "dropped in on|popped in to see|popped in on|called in on|popped round to see|"
        "popped over to see|went to visit|"
        "went to see|stopped by to see|went round to see|went over to see|popped by to see|"
        "called to the house|called to the door|called to the flat|"
        "was in for tea|was in for coffee|was in for a cuppa|was in for lunch|was in for dinner|"
        "was in for a chat|was here for|were here for|was round for|were round for|looked in yesterday|"
        "called round|dropped round|came to help|came to pick|came to play|came to say|came to fix|"
        "came about the|came about my|came about our|came to look|came to read|came to measure|"
        "came to mend|came to paint|came to install|came to deliver|came to drop|came to cut|"
        "came to clean|came to service|came to quote|came to inspect|came to talk|came to discuss|"
        "came to the house|came to the flat|came to the office|came to the studio|"
        "came to ours|came to mine|came to eat|came to lunch|came to tea|came to supper|came to breakfast|"
        "came to brunch|came to collect|came to celebrate|came to cook|"
        "brought over|brought round|brought around|knocked to return|knocked to borrow|knocked to say"
    ),
    "meeting": (
        "ran into|ran in to|bumped into|bumped in to|bumped in2|caught up|hung out|talked to|"
        "talked with|spoken to|spoken with|"
        "was talking to|was talking with|was chatting to|was chatting with|was speaking to|"
        "spoke to|spoke with|chatted|chatted to|chatted with|told me|told us|"
        "helped|thanked|congratulated|joined me|joined us|picked me up|picked us up|drove me|"
        "drove us|took me|took us|showed me|showed us|hosted us|hosted me|invited us over|"
        "met up|got together|sat down with|managed to speak to|got chatting to|got chatting with|"
        "got talking to|got talking with|made up with|had it out with|treated me to|treated us to|"
        "took me out|took us out|managed to talk to|managed to see|managed to meet|got to see|"
        "came along to|sat next to|sat beside|sat opposite|sat by|sat near|stood next to|stood beside|"
        "stood by|was sat next to|"
        "stopped to chat|stopped for a chat|stopped to talk|cooked for us|cooked for me|"
        "got to meet|got to talk to|got to speak to|managed to catch|crossed paths|ran across|came across"
    ),
}


_GOT_ROUND = {
    "call": "calling|ringing|phoning|telephoning", "message": "texting|messaging|replying",
    "email": "emailing", "video": "facetiming|skyping", "meeting": "seeing|meeting", "visit": "visiting",
}  # fmt: skip
"""What somebody got round to."""

CONTACT_PHRASES = {tuple(said.split()): kind for kind, text in _PHRASES.items() for said in text.split("|")}
CONTACT_PHRASES |= {
    ("got", way, "to", doing): kind
    for kind, text in _GOT_ROUND.items()
    for doing in text.split("|")
    for way in ("round", "around")
}
CONTACT_VERBS = phrase_table(" ".join(said) for said in CONTACT_PHRASES)
"""Verbs of contact in one or several words, and the kind they say, by their first word."""

COPULAS = word_set("""
    is are am be being isn't aren't i'm he's she's they're it's what's remains stays seems
""")
"""Verbs that say how somebody is: with a name behind "with" they tell of no meeting."""

NEARBY = _phrases(
    "at the next table|at another table|on another table|on the other table|at the other table|"
    "at the table next|across the room|next door|"
    "in the background|in background|on mute|behind us|on the next table|two tables away"
)
"""Phrases behind a name that say somebody was near, and perhaps not met."""

ELSEWHERE = _phrases(
    "at home|in bed|in hospital|at work|on holiday|on leave|on a train|on the train|on a plane|at school|"
    "at uni|in the car|in traffic|on shift|on call|at the office|at the bar|at the door"
)
"""Phrases behind the last name of a list that may tell of that one alone: with Ada, Tom in bed."""

BEFORE_WITH = word_set("""
    touch angry cross mad furious pleased disappointed impressed busy happy unhappy done obsessed love bored
    annoyed struggling struggled agree agrees coping dealing compared confused familiar wrong starts begins
    problem problems issue issues patience trouble relationship friendship friends lives living work works
    stuck fed upset content comfortable patient honest connected lost finished
""")
"""Words before "with" that need not say that anybody was met: lost touch with, angry with."""

JOINTLY = _phrases(
    "along with|together with|alongside|as well as|accompanied by|joined by|in company with|in company of|"
    "in the company of"
)
"""Phrases behind a name that lead to others who were there too."""

COPIED = _phrases(
    "cc|copied|cc to|ccd|cc'd|cc'ed|cc'd in|cc'ing|ccing|copying|copying in|copied in|"
    "with copy to|with a copy to|w/ copy to|w/ a copy to|w/ cc to|w a copy to|"
    "with a copy for|with copies to|with cc to|with a cc to|copy to|copies to|bcc|bcc to|bcc'd|bccing"
)
"""What leads to others who got an email too: emailed Ada, cc Tom."""

PRESENT_TOO = _phrases(
    "met us|joined us|joined me|joined later|joined too|joined for|joined in|joined after|joined at|"
    "joined the|came too|came along|came as well|came later|came late|"
    "arrived late|turned up late|joined late|came by|came over|came with us|"
    "was there|was there too|were there|was also there|were also there|was with us|were with us|"
    "tagged along|showed up|turned up|dropped by|stopped by|was here too|also joined|also came|"
    "dropped in|popped in|popped by|popped over|popped round|swung by|looked in|rocked up|"
    "ended up joining|ended up coming"
)
"""What follows the name of someone who was there as well."""

COMING = word_set("""
    flying leaving moving coming starting going arriving returning travelling traveling trying retrying
""")
"""Verbs of what is still to come."""

TREATS = word_set("treat shout round")
"""What is paid for by someone who then may have been there: Tom's treat."""

MEETING = word_set("""
    meeting seeing calling phoning ringing texting emailing messaging visiting joining collecting fetching
""")
"""Verbs whose object may have been met before or after: before meeting Tom."""

ADDED = word_set(
    "also or then later maybe perhaps possibly probably even including incl afterwards eventually"
)
"""Words before the name of someone who may have been there as well."""

PERHAPS_PRESENT = _phrases(
    "was quiet|was loud|was late|was tipsy|was drunk|was funny|was hilarious|was chatty|was grumpy|was bored|"
    "was on form|was in good form|was in great form|was lovely|was cheerful|was tired|was hungry|was shy|"
    "joined|came|too|also|answered|picked up|as well|was also|paid|on the phone|on the line|on speaker|"
    "on zoom|on video|on screen|via zoom|by phone|by video|dialled in|dialed in|called in|phoned in|rang in|"
    "this morning|this afternoon|this evening|tonight|at lunchtime|at breakfast|at teatime|at night"
)
"""What follows the name of someone who may have been there as well."""

ABSENT = word_set("""
    absent away missing ill sick off poorly unwell excused stuck no-show ooo wfh almost nearly sent sends says
    stayed to was forgot missed never couldn't didn't wasn't can't won't
    bailed flaked
""")
"""What follows the name of someone who was not there, or of whom it is told: Tom ill, Tom to join later."""

NOT_THERE = _phrases(
    "never showed|never came|never turned up|couldn't|could not|didn't|did not|can't|cannot|won't|wasn't|"
    "was not|"
    "had to work|had flu|had the flu|had covid|had a cold|had a fever|had a fall|had a lab|had a shift|"
    "had a meeting|had a class|had a match|had an exam|had a stroke|was ill|was sick|was away|was abroad|"
    "was on call|was too tired|was too ill|was too busy|was at work|was working|was stuck|was poorly|"
    "stayed at home|stayed home|sent his|sent her|sent their|bailed|cancelled|is ill|is away|is sick|"
    "is poorly|absent|away|ill|sick|off sick|poorly|unwell|missing|stayed in bed|stayed behind|slept in|"
    "overslept|had a lie-in|had to stay|sent apologies|sent apols"
)
"""What follows the name of somebody known who was not there: lunch with Ada, Tom couldn't come."""

DEEDS_THERE = _phrases(
    "was in|was home|was there|was around|were in|were home|were there|"
    "left early|left late|left at|left before|left after|left first|left halfway|left us|left the|"
    "stayed late|"
    "stayed on|stayed until|stayed till|stayed for|stayed to|stayed behind|stayed longer|arrived|cooked|"
    "hosted|chaired|presented|translated|interpreted|sat|took notes|took minutes|took photos|took the|"
    "made a|made the|made us|"
    "served|poured|ordered|barbecued|moderated|facilitated|demoed|listened|watched|"
    "was cooking|was playing|was serving|was sitting|was waiting|was singing|was hosting|was visiting|"
    "said hello|said hi|said goodbye|happened to|made pudding|made dinner|made lunch|made coffee|made tea|"
    "waved|interrupted|included|appeared|insisted|toasted|"
    "played|sang|danced|drank|ate|laughed|gave a|led|spoke|talked|dialled|dialed|phoned in|walked in|"
    "walked us|drove us|drove me|helped out|helped us|met us|met me|found us|saw us|looked after"
)
"""What somebody may have done where others met: cooked, left early."""

EVENTS = word_set("""
    died moved resigned married divorced separated graduated proposed promoted fired quit relapsed recovered
    passed failed qualified won lost changed
""")
"""Verbs alone behind a name that tell what happened to somebody: Hank resigned."""

ONE_ACTS = word_set("""
    said told paid cooked came drove answered picked replied joined rang called texted brought showed
""")
"""What one of those named does behind "and", where a new clause may begin: rang Ada and Tom answered."""

REPORTS = word_set("""
    told said says say heard mentioned mentions thinks thought reckons wonders wondered asked asks hears
    mentioning saying suggests explained announced according
""")
"""Verbs before what somebody else said or knows, which is about others."""

STATES = word_set("""
    prefers likes loves hates enjoys wants needs lives works knows thinks owns studies believes collects
    dislikes misses speaks wears sounds runs teaches
""")
"""Verbs right behind a name that say what somebody is like: no news of a meeting."""

AWAY_ON = word_set("leave holiday maternity paternity sabbatical strike call secondment")
"""Words behind "on" that say why somebody is away."""

STATES_BEHIND_IS = word_set("""
    home back away ooo wfh
    in out off ill sick better well fine poorly pregnant engaged married divorced retired
""")
"""Words behind "is" that say how somebody is: Ada's home from hospital."""

NEWS = STATES | word_set("""
    is isn't are aren't has hasn't have will won't would wants needs says sends works lives thinks may might
    can can't seems looks feels likes loves hates plans starts turns gets goes moves leaves keeps knows he's
    she's it's they're he'll she'll they'll it'll who's that's there's we're i'm i'll we'll studies plays
    owes asks hopes isnt hasnt wont cant doesn't does hes shes theyre thats
""")
"""Verbs behind a name of which a new clause tells news: Jake is ill."""

NO_TOPICS = NO_FIRST_NAMES | COMMON_WORDS | NEWS | PAST_FORMS | LIGHT_VERBS | CLAUSE_BREAKS | PRESENCE | DEEDS
"""Words before a kind that are no topic of it: a budget call has one."""
