"""Words of sentences: verbs of contact, what says that nothing took place, who else was there."""

from netui.domain.capture.vocabulary import (
    ADJECTIVES,
    DETERMINERS,
    MODIFIERS,
    POSSESSIVES,
    WRITTEN,
)
from netui.domain.natural_dates.tokens import phrase_table, word_set


def _phrases(text: str) -> dict[str, list[tuple[str, ...]]]:
    return phrase_table(text.split("|"))


CALLED_OFF = word_set("""
    called-off cancelled canceled postponed rescheduled bailed flaked no-show noshow ghosted rain-check
    raincheck
""")
"""Says that a meeting did not take place."""

INTENT = word_set("""
    should need must remember remind reminder todo will ought gotta gonna want wanna plan planning planned
    nothing owe owes owed would've could've should've might've must've
    let's lets maybe didn't didnt never missed cancelled canceled skipped postponed rescheduled couldn't
    couldnt can't cant no not don't dont forgot wasn't won't ask tell invite almost nearly wanted wants
    hoping hoped thinking would could wish wished supposed haven't hasn't hadn't havent wouldn't shouldn't
    cancel cancelling canceling postpone reschedule booked arranged scheduled proposed suggested offered
    invited declined asked dreamt dreamed imagine if meant intended intend bailed hope refused rain-check
    dreading dread avoiding dodging dodged awaiting expecting anticipating
""")
"""Words before a verb or kind of contact that say it did not take place, or not yet."""

INTENT_LEADS = word_set("""
    i we should need must remember remind reminder todo to me let's lets maybe gotta have will want
""")
"""Words before what is to be done that a promise of it leaves out: should, need to, remind me to."""

TO_DO = word_set("remind remember reminder todo need must gotta seeing")
"""First words of what is still to be done."""

INTENT_PHRASES = _phrases(
    "to miss|have missed|overdue a|due a|"
    "had to skip|had to miss|had to pass|had to postpone|going to|about to|looking forward|"
    "pencilled in|penciled in|lined up|instead of|rather than|in place of|in lieu of|as opposed to|"
    "no time for|no energy for|not up for|"
    "tried to|tried calling|tried phoning|tried ringing|tried reaching|tried texting|set up|"
    "used to|turned down|to do|put off|called off|due to|have to|has to|missed out"
)
"""The same in several words."""

FELL_THROUGH = _phrases(
    "he was out|she was out|they were out|but was out|nobody home|nobody was home|no one was home|"
    "was a no-go|is a no-go|a no-go|a no go|no go|no-go|was a bust|never was|fell apart|got moved|was moved|"
    "got pushed|was pushed|moved to|fell through|falls through|fallen through|didn't happen|"
    "did not happen|never happened|called off|call it off|called it off|no show|stood me up|"
    "stood us up|didn't show|did not show|never showed|didn't come|did not come|never came|"
    "didn't turn up|did not turn up|never turned up|had to cancel|couldn't make it|"
    "could not make it|couldn't come|could not come|can't make it|cannot make it|didn't make it|"
    "did not make it|no time|didn't work out|did not work out|rain check|backed out|pulled out|"
    "didn't take place|did not take place|not happening|wasn't there|was not there|didn't get to|"
    "put off|pushed back|missed it|missed the call|missed his call|missed her call|couldn't talk|"
    "couldn't answer|couldn't pick up|didn't materialise|didn't materialize|never materialised|"
    "never materialized|came to nothing|didn't pan out|was shelved|was scrapped|was dropped|fizzled out|"
    "got postponed|got rescheduled|got cancelled|got canceled|got called off|was a washout|was delayed"
)
"""Phrases behind a meeting that say it did not take place."""

NEGATED = word_set("""
    didn't didnt wasn't wasnt isn't isnt won't wont hasn't hasnt haven't havent couldn't couldnt can't cant
    wouldn't wouldnt doesn't doesnt aren't arent weren't werent never not
""")
"""Words right behind a meeting that deny it."""

PENDING = word_set("""
    still yet needs need needed requires awaiting pending hopefully maybe perhaps probably if unless
    eventually someday sometime remains awaits scheduled provisionally tentatively subject hangs depends
    slips falls clashes moves clashed collided overlapped
""")
"""Words right behind a meeting that leave it open."""

PENDING_PHRASES = _phrases(
    "on hold|on ice|on the cards|on the horizon|on the books|in doubt|in limbo|in the works|in the pipeline|"
    "in the diary|in the calendar|in jeopardy|up in the air|at risk|for another day|for another time|"
    "another day|another time|some other day|some other time|to be|to follow|to come|to confirm|to arrange|"
    "to schedule|to organise|to organize|to reschedule|to plan|to fix|to sort|no longer|no more|not yet"
)
"""The same in several words."""

PERHAPS_AWAY = _phrases("|".join(
    f"{who} {was} {away}"
    for who, was in (("he", "was"), ("she", "was"), ("they", "were"), ("but", "was"), ("but", "were"))
    for away in (
        "busy", "out", "away", "asleep", "in a meeting", "driving", "unavailable", "at lunch", "on leave",
        "on holiday", "on another call", "on the other line", "not in", "gone", "at work", "not there",
    )
))  # fmt: skip
"""Phrases behind a call that say somebody may not have taken it."""

MOVED = word_set("""
    moved pushed shifted delayed rearranged rebooked deferred swapped pencilled penciled planned organised
    organized requested moving pushing shifting rearranging rebooking swapping
""")
"""Verbs right before a kind that say it was put on another day, or is only planned."""

MEASURES = word_set("""
    lots lot loads bit couple evening day days afternoon night nights morning round rounds hour hours minutes
    week weekend kind sort rest end plenty spot place full cup
""")
"""Words before "of" and a kind that say how much of it there was: an evening of drinks with Tom."""

BEFORE_FOR = word_set("""
    been went go out over met back in round around late off home up popped together here there thanks early
    stopped time came joined hosted cooked
""")
"""Words at the start, before "for" and a kind, that say people met for it: out for lunch with Tom."""

MODALS = word_set("will would might may must should could can ought")
"""Verbs right behind a meeting that say it is still to come, or was not."""

OBLIGED = word_set("had has have needs need got")
"""Verbs that say so before "to": lunch with Joe had to wait."""

PUT_OFF_TO = word_set("in for to till until by again indefinitely")
"""Words behind a participle that says to when a meeting was put: pencilled in for Tuesday."""

TALKED = word_set("talked chatted walked listened lasted stayed danced waited used ended turned discussed")
"""What is done at a meeting for a while, or how it ended: no participles of that kind."""

NOTHING = _phrases(
    "nothing|engaged|busy|silence|radio silence|no luck|no joy|nada|zilch|nope|crickets|answerphone|"
    "answering machine|voicemails|unavailable|not available|out|no contact|not there|in vain|to no avail|"
    "without success|unsuccessfully|still nothing|no dice|no signal|dead line|switched off|phone off|no one|"
    "nothing back|nothing yet|nothing so far|nothing since|nobody there|no one there|nobody in|no one in|"
    "nobody home|no one home|line dead|line was dead|line went dead|line busy|phone dead|phone was off|"
    "phone was dead|phone switched off|phone was switched off|no network|no reception|no connection|"
    "left on read|on read|not answering|not picking up|not replying|unread|ignored|no one answered"
)
"""Phrases that say nobody answered where they are a clause of their own: rang Tom, nothing."""

PAST_TENSE = word_set("""
    had met saw went got grabbed called rang phoned texted emailed messaged spoke talked visited wrote
    bumped ran been was were caught zoomed facetimed
""")
"""Verbs at the start that say it has happened."""

NOT_DONE = word_set("""
    planned tbd tbc soon pending scheduled booked arranged overdue due needed wanted forgotten skipped
    missed declined refused dropped aborted delayed off next todo maybe sometime someday unsent undelivered
    unanswered unread unconfirmed tba
""")
"""Words right behind those to be met that say they have not met (yet)."""

GOING = word_set("seeing having visiting catching grabbing joining hosting going doing getting")
"""Verbs at the start that are said of what goes on or is still to come."""

BEFORE_OTHER_DAYS = word_set("by before due for about re")
"""Words before a day in the text that is not the day of the entry."""

UNANSWERED = _phrases(
    "no ans|no pick up|voice mail|left vm|left a vm|left voice mail|rang out|couldn't get through|"
    "didn't get through|line was busy|line engaged|was engaged|not home|wasn't home|wasn't in|"
    "not in|no answer|no reply|no response|no pickup|voicemail|left voicemail|left a voicemail|"
    "left a message|left message|got voicemail|didn't answer|didn't pick up|didn't reply|"
    "went to voicemail|but no answer|but no reply|did not answer|did not pick up|did not reply|"
    "never picked up|never answered|never replied|nobody answered|nobody picked up|"
    "straight to voicemail|line busy|didn't respond|did not respond|couldn't reach|"
    "got the voicemail|got the machine"
)
"""Phrases that say nobody answered."""


SUBJECTS = word_set("i we me i've we've i'd we'd myself us")
"""The writer of the line, as part of its subject or object."""

WRITER = word_set("me us my our ours myself ourselves")
"""The writer as someone to whom a thing is done."""

REACHING = WRITTEN | {"visit", "video"}
"""Kinds in which others reach out to the writer where nobody else is named: Tom rang."""

BEHIND_REACHING = word_set("""
    about around to from for with and but again back because while when re regarding today just this twice 2
    4 abt cos coz once at on earlier early late later now tonight after before
""")
"""Words behind a verb of reaching out that are no object of it."""

PAST_FORMS = word_set("""
    went had saw met ate drank took made did got drove ran swam flew sang won lost spent sat rode read spoke
    said wrote built began came found gave heard held kept left paid shot slept stood taught thought told
    were was bought caught fought hung swapped split put cut hit set sold threw woke wore
""")
"""Past forms that do not end in -ed."""

PRESENCE = word_set("over round together ours here visiting staying")
"""Words in a note that may mean someone was met."""

THIRD_PERSON = POSSESSIVES | word_set("he she they who he's she's they're he'd she'd")
"""Who acts in a clause that is not about what the writer did."""

CLAUSE_BREAKS = word_set("""
    that who whom whose which because since while when if although though so but about re regarding
    concerning until till as where after before like unless whether
""")
"""Words that begin what is no longer the main clause."""

DESTINATIONS = word_set("""
    town hospital bed home airport court prison mass rehearsal football training dinner tea university
    college uni market
""")
"""Where people go: no verbs, so that "to" before them leads to no other clause."""

BEFORE_TO = word_set("""
    popped round treated drove taken took walked managed got able chance went came flew moved talked spoke
    wrote sent listened back over out me us him them chatted travelled traveled biked cycled hiked reached
    posted replied responded invited
""")
"""Words before a "to" that does not begin another clause: went to the zoo."""

OBJECT_LEADS = word_set("me us him them to with from into up back out again down")
"""Words between a verb of contact and its object."""

BEFORE_A_NOUN = ADJECTIVES | MODIFIERS | DETERMINERS | word_set("for out another that us me")
"""Words between a verb and the noun that says the kind."""

MADE = word_set("cooked made baked prepared hosted threw organised organized")
"""Verbs of a meal or a party that is made for whom "for" names."""

DEEDS = word_set("""
    dropped brought delivered fixed borrowed returned cooked stopped dragged helped beat drove repaired
""")
"""Verbs in a note of what others did that may mean they were met."""

LIGHT_VERBS = MADE | word_set("had grabbed got shared did went ate took enjoyed having received")
"""Verbs whose noun says the kind: had lunch."""

WITH_OBJECT = word_set("""
    caught
    drove dropped walked took hosted fed hugged kissed taught coached mentored interviewed wished thanked
    congratulated showed joined accompanied greeted treated surprised comforted consoled advised reassured
    beat babysat tutored escorted nursed onboarded briefed trained fetched collected told helped picked
    married toasted cheered raced photographed lent invited welcomed entertained reminded
""")
"""Verbs that say contact where a known person is their object: drove Tom home."""

TOWARDS = word_set("""
    presented explained demoed pitched complained apologised apologized confessed said waved sold handed
    passed read sang nodded bragged vented moaned ranted dictated proposed listened
""")
"""Verbs that say contact where "to" and a known person follow: presented the plan to Ada."""

IMPERATIVES = word_set("""
    follow ping reach check write send ask tell give invite buy get see thank remind schedule arrange
    organise organize prepare return introduce connect catch bring pay find make take pick
""")
"""First words of what is still to be done: base forms of verbs."""

SENT = word_set("sent gave posted")
"""Verbs whose object says the kind: sent a postcard."""

PAST_VERBS = word_set("""
    met saw phoned rang called spoke emailed mailed texted messaged visited introduced zoomed facetimed
    skyped
""")
"""Verbs of contact that name a kind by themselves."""

CONTACT_NOUNS = {
    "letter": "letter", "postcard": "letter", "card": "letter",
    "cards": "letter", "letters": "letter", "postcards": "letter", "tea": "coffee", "voicemail": "attempt",
    "flowers": "gift", "present": "gift", "ring": "call", "wine": "drinks",
}  # fmt: skip
"""Nouns that say a kind only behind a verb."""

TALKS = word_set("""
    chat talk conversation catch-up catchup walk 1:1 1-1 one-on-one breakfast brunch picnic barbecue bbq
    hike party game discussion argument sync standup stand-up workshop interview session
""")
"""Nouns that say that people met."""

_PHRASES = {
    "call": (
        "spoke on the phone|talked on the phone|gave a ring|managed to get hold of|got hold of|"
        "got through to|managed to reach|had on the phone"
    ),
    "message": (
        "texted back|slacked|slack'd|txted|txtd|msged|msgd|messaged|snapchatted|telegrammed|"
        "signalled|wrote back|replied|responded|got back to|heard from|heard back|reached out|"
        "dm'd|dmed|pinged|whatsapped|left a message"
    ),
    "letter": (
        "wrote a letter|wrote a long letter|wrote a postcard|wrote a card|posted a letter|"
        "posted a card|posted a postcard"
    ),
    "email": ("wrote an email|wrote a mail|e-mailed|cc|cc'd"),
    "video": ("zoomed|facetimed|skyped|videocalled|video-called"),
    "visit": (
        "came over|came by|came round|came around|came to visit|came to see|stopped by|"
        "stopped in|dropped by|dropped in|popped by|popped in|popped over|popped round|swung by|"
        "stayed with|stayed over|had us over|had me over|went over to|stayed for|"
        "stayed the night|slept over|came in for|came to our|came to my|was over|were over|"
        "came to stay|came to dinner|came for|came to watch|checked in on|looked in on|"
        "dropped in on|popped in to see|popped round to see|popped over to see|went to visit|"
        "went to see|stopped by to see|went round to see|went over to see|popped by to see|"
        "called round|came to help|came to pick|came to play|came to say|came to fix|came to eat|"
        "came to collect|came to celebrate|came to cook"
    ),
    "meeting": (
        "ran into|ran in to|bumped into|bumped in to|bumped in2|caught up|hung out|talked to|"
        "talked with|spoke to|spoke with|chatted|chatted to|chatted with|told me|told us|"
        "helped|thanked|congratulated|joined me|joined us|picked me up|picked us up|drove me|"
        "drove us|took me|took us|showed me|showed us|hosted us|hosted me|invited us over|"
        "met up|got together|sat down with|managed to speak to|got chatting to|got chatting with|"
        "got talking to|got talking with|made up with|had it out with|treated me to|treated us to|"
        "took me out|took us out|managed to talk to|managed to see|managed to meet|got to see|"
        "got to meet|got to talk to|got to speak to|managed to catch|crossed paths|ran across"
    ),
}


CONTACT_PHRASES = {tuple(said.split()): kind for kind, text in _PHRASES.items() for said in text.split("|")}
CONTACT_VERBS = phrase_table(" ".join(said) for said in CONTACT_PHRASES)
"""Verbs of contact in one or several words, and the kind they say, by their first word."""

NEARBY = _phrases(
    "at the next table|at another table|at the other table|at the table next|across the room|next door|"
    "in the background|behind us|at the bar|on the next table|two tables away"
)
"""Phrases behind a name that say somebody was near, and perhaps not met."""

BEFORE_WITH = word_set("""
    touch angry cross mad furious pleased disappointed impressed busy happy unhappy done obsessed love bored
    annoyed struggling struggled agree agrees coping dealing compared confused familiar wrong starts begins
    problem problems issue issues patience trouble relationship friendship friends lives living work works
    stuck fed upset content comfortable patient honest connected lost finished
""")
"""Words before "with" that need not say that anybody was met: lost touch with, angry with."""

PRESENT_TOO = _phrases(
    "joined us|joined me|joined later|joined too|joined for|joined in|joined after|joined at|"
    "joined the|came too|came along|came as well|came later|came by|came over|came with us|"
    "was there|was there too|were there|was also there|were also there|was with us|were with us|"
    "tagged along|showed up|turned up|dropped by|stopped by|was here too|also joined|also came|"
    "dropped in"
)
"""What follows the name of someone who was there as well."""

COMING = word_set("flying leaving moving coming starting going arriving returning travelling traveling")
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
    "joined|came|too|also|answered|picked up|as well|was also|paid|on the phone|on the line|on speaker|"
    "on zoom|on video|on screen|via zoom|by phone|by video|dialled in|dialed in|called in|phoned in|rang in"
)
"""What follows the name of someone who may have been there as well."""

REPORTS = word_set("""
    told said says say heard mentioned mentions thinks thought reckons wonders wondered asked asks hears
    mentioning saying suggests explained announced
""")
"""Verbs before what somebody else said or knows, which is about others."""

NEWS = word_set("""
    is isn't are aren't has hasn't have will won't would wants needs says sends works lives thinks may might
    can can't seems looks feels likes loves hates plans starts turns gets goes moves leaves keeps knows he's
    she's it's they're he'll she'll they'll it'll who's that's there's we're i'm i'll we'll studies plays
    owes asks hopes isnt hasnt wont cant doesn't does
""")
"""Verbs behind a name of which a new clause tells news: Jake is ill."""
