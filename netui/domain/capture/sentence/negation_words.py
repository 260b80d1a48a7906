"""Words of what did not take place: was wanted, planned, refused, called off or not answered."""

from netui.domain.natural_dates.tokens import PhraseTable, phrase_table, word_set


def _phrases(text: str) -> PhraseTable:
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
    hafta oughta shoulda coulda woulda
    scrapped ditched axed shelved binned abandoned nixed
    apparently supposedly allegedly reportedly probably excluded
    might cannot failed nobody dreading dread avoiding dodging dodged awaiting expecting anticipating
""")
"""Words before a verb or kind of contact that say it did not take place, or not yet."""

INTENT_LEADS = word_set("""
    i we should need must remember remind reminder todo to me let's lets maybe gotta have will want
    promised
""")
"""Words before what is to be done that a promise of it leaves out: should, need to, remind me to."""

HABITS = word_set("""
    often usually rarely seldom normally regularly typically shall unless until pretended imagined please
    pls plz i'll we'll possibly perhaps sometimes occasionally
""")
"""Words before a verb of contact that say it is a habit or a wish: I often have lunch with Ada."""

UNREAL = word_set("""
    provisional notional prospective forthcoming pending impending imminent unconfirmed hoped-for make-believe
    potential tentative would-be hypothetical imaginary abortive upcoming future
    longed-for unanswered unread unsent draft half-written half-finished unfinished possible
""")
"""Words right before a kind that say it has not taken place, or not yet: a tentative lunch."""

OTHER_TIMES = word_set("""
    time day week month year moment before after until when since think thinks thought pretended imagined
    reckon reckons case soon whether if unless
""")
"""Words before "I" and a verb of contact that say of when, or in whose mind: the last time I saw Ada."""

DONE_OF_NEED = word_set("""
    have meet see call ring phone text email write message go take attend do rush drive travel join host run
    lead chair visit speak talk catch get grab make squeeze find sit eat pay buy cut leave come hold
    organise organize fly walk cycle interrupt chase stay order send drop explain tell ask present
    translate interpret moderate cover gatecrash crash fetch bring collect cook prepare
""")
"""What one had to do, with a meeting for its object, by which it took place: had to chair a meeting."""

TO_DO = word_set("remind remember reminder todo need must gotta seeing promised owe")
"""First words of what is still to be done."""

INTENT_PHRASES = _phrases(
    "set for|fixed for|slated for|confirmed for|pencilled for|"
    "to miss|have missed|overdue a|due a|was to|were to|was due|to have had|had to skip|had to miss|"
    "had to pass|had to postpone|going to|about to|looking forward|pencilled in|penciled in|lined up|"
    "instead of|rather than|in place of|in lieu of|as opposed to|unable to|failed to|too busy to|"
    "too tired to|too ill to|hopes to|needs to|no time for|no energy for|not up for|tried to|tried calling|"
    "tried phoning|tried ringing|tried reaching|tried texting|set up|used to|turned down|to do|put off|"
    "called off|blew off|gave up|setting up|keen on|up for|set on|like to|love to|time to|due to|"
    "have to|has to|missed out|pulled the plug on|made my excuses for|made our excuses for|made excuses for|"
    "withdrew from|withdrawn from|no-showed|no showed|got cold feet about|called time on|"
    "put the kibosh on|cold feet about|cried off|begged off|bottled|came close to|came near to|went west"
)
"""The same in several words."""

MUSINGS = _phrases(
    "toying with|mulling|mulling over|weighing up|tempted by|tempted to|contemplating|dreaming of|"
    "dreaming about|"
    "daydreaming|craving|fancy a|fancy some|fancying|excited about|excited for|tickets for|tickets to|"
    "ticket for|idea of|thought of|looking into|holding out for|budgeting for|saving for|saving up|"
    "packing for|prepping for|preparing for|getting ready for|researching|imagining|musing|pining for|"
    "yearning for|longing for|itching for|desperate for|eager for|angling for|lobbying for"
)
"""What at the start of a line is said of what may yet be: toying with a trip with Ada."""

FELL_THROUGH = _phrases(
    "he was out|she was out|they were out|but was out|nobody home|nobody was home|no one was home|"
    "was a no-go|is a no-go|a no-go|a no go|no go|no-go|was a bust|never was|fell apart|"
    "fell through|falls through|fallen through|called off|call it off|called it off|no show|stood me up|"
    "stood us up|had to cancel|no time|rain check|backed out|pulled out|blew me off|blew us off|cried off|"
    "put off|pushed back|missed it|missed the call|missed his call|missed her call|came to nothing|"
    "fizzled out|was a washout|cancelled on me|canceled on me|bailed on me|let me down|got cold feet|"
    "slipped my mind|slipped his mind|slipped her mind|out the window|out of the window|got the chop|"
    "got the axe|overslept|got the day wrong|got the date wrong|got the time wrong|mixed up the days|"
    "mixed up the dates|went to the wrong place|gave up waiting|for nothing|in vain|ate alone|sat alone|"
    "off again|so no lunch|so no dinner|so no coffee|so no call|so no meeting|so no drinks|missed each other|"
    "missed one another|stood up again|sent apologies|sent her apologies|sent his apologies|"
    "sent their apologies|apologies received|bailed again|piked|piked out|piked on me|blew me out|"
    "fell victim|fell foul|fell prey|fell by the wayside|"
    "sacked it off|sacked me off|sacked us off|swerved me|pulled a sickie"
)
"""Phrases behind a meeting that say it did not take place."""

NOBODY_IN = _phrases(
    "no one in|nobody in|no one was in|nobody was in|wasn't in|weren't in|was not in|were not in|not at home|"
    "no one home|no one there|nobody there|wasn't home|weren't home|wasn't there|weren't there|no answer|"
    "no one answered|nobody answered|no one came to the door"
)
"""Phrases behind a visit that say nobody was found there."""

CALLING_OFF = word_set("""
    cancel scrap shelve ditch bin abandon abort nix axe drop forgo postpone reschedule delay skip miss
    pass push rearrange bail
""")
"""Verbs behind "to" with which a plan, as their object, does not take place: decided to scrap coffee."""

PLANS = ("plan", "plans", "thing", "meal", "trip", "date", "visit")
"""Nouns by which a meeting may be meant: cancelled our plans."""

TURNED_INTO = _phrases(
    "turned into|turned to|became|ended up|ended in|ended as|changed to|changed into|switched to|"
    "morphed into|instead we|but instead|was really|was actually|downgraded to|made it"
)
"""What stands between a meeting and what it became: lunch turned into a phone call."""

PUT_OFF = word_set("""
    moved pushed shifted delayed deferred shelved scrapped dropped ditched postponed rescheduled cancelled
    canceled pencilled penciled bumped axed pulled abandoned aborted binned nixed
""")
"""Participles of a meeting that did not take place as planned, behind ``was`` or ``got``."""

OCCURRING = _phrases(
    "happen|happened|happening|come|came|coming|show|showed|shown|appear|appeared|attend|"
    "turn up|turned up|show up|showed up|shown up|"
    "make it|made it|making it|take place|took place|work out|worked out|materialise|materialize|"
    "materialised|materialized|pan out|panned out|go ahead|went ahead|get to|got to|get together|get there|"
    "got there|get round to it|got round to it|come off|came off|come together|meet|met|there|join|joined|"
    "able to|take off|exist|"
    "stop to|stop and|wave|say hello|say hi|say a word|get to talk|get to speak|get to chat|"
    "go through|talk|take it|take the call|chat|speak|sent it|send it|posted it|post it|delivered|see me|"
    "notice me|recognise me|recognize me|found him|found her|found them|find him|find her|find them"
)
"""Words that, denied, say a meeting did not take place: didn't happen, never came."""

ANSWERING = _phrases(
    "pick up|picked up|picks up|answer|answered|answers|answering|reply|replied|replying|respond|responded|"
    "get through|"
    "got through|get hold|got hold|reach|reached|reachable|call back|called back|ring back|rang back|"
    "text back|texted back|write back|wrote back|get back|got back|come back|came back|hear back|heard back|"
    "return|returned|home|in|at home|available|around|free|take my call|react|"
    "reacted|there|get an answer|get a reply|get any answer|get a hold|get her|get him|get them|connect"
)
"""Words that, denied, say nobody answered: didn't pick up, couldn't reach."""

EVEN = word_set("""
    even actually really ever quite then yet again in the end ultimately finally just
""")
"""Words between a denial and what it denies."""

NEGATED = word_set("""
    didn't didnt wasn't wasnt isn't isnt won't wont hasn't hasnt haven't havent couldn't couldnt can't cant
    wouldn't wouldnt doesn't doesnt aren't arent weren't werent hadn't hadnt ain't cannot never not nobody
""")
"""Words right behind a meeting that deny it."""

_AUXILIARIES = (
    "did", "could", "was", "were", "would", "will", "may", "might", "has", "have", "had", "can", "is", "are",
    "do", "does", "should",
)  # fmt: skip
_TRIED = (
    "failed", "forgot", "refused", "declined", "unable", "not able", "too busy", "too ill", "too tired",
    "decided not", "chose not", "going", "meant", "supposed", "due", "set",
)  # fmt: skip
DENIALS = phrase_table((
    *NEGATED, *(f"{verb} not" for verb in _AUXILIARIES),
    *(f"{lead}{tried} to" for lead in ("", "was ", "were ", "is ", "got ") for tried in _TRIED),
    "no one", "did never", "never did", "no longer could", "didn't want to", "did not want to",
    "wasn't able to", "won't be able to", "nearly", "almost",
))  # fmt: skip
"""Words that deny the verb behind them, in one or several: failed to, was supposed to, no longer could."""

PRESENT_DENIALS = word_set(
    "isn't isnt won't wont can't cant doesn't doesnt aren't arent ain't cannot not don't dont"
)
"""Denials of what is so now, which need not tell of the call: they aren't at home much."""

PENDING = word_set("""
    still yet needs need needed requires awaiting pending hopefully maybe perhaps probably if unless
    eventually someday sometime remains awaits scheduled provisionally tentatively subject hangs depends
    slips falls clashes moves sounds looks
    seems conflicts has clashed collided overlapped starts begins commences resumes
""")
"""Words right behind a meeting that leave it open."""

PENDING_PHRASES = _phrases(
    "in my dreams|in my head|in theory|in principle|weather permitting|in the offing|on the list|"
    "on the agenda|next on|put back|put off|put forward|brought forward|pushed out|set for|in prospect|"
    "in line for|on hold|on ice|on the cards|on the horizon|on the books|in doubt|in limbo|in the works|"
    "in the pipeline|in the diary|in the calendar|in jeopardy|up in the air|at risk|for another day|"
    "for another time|another day|another time|some other day|some other time|to be|to follow|to come|"
    "to confirm|to arrange|to schedule|to organise|to organize|to reschedule|to plan|to fix|to sort|"
    "coming up|in a while|in a bit|no longer|no more|not yet|one of these days"
)
"""The same in several words."""

PERHAPS_AWAY = _phrases("will try again|will try later|will call again|will retry|trying again|"
    "he'd left|she'd left|they'd left|had already left|he'd gone|she'd gone|they'd gone|just beeping|"
    "not going through|not connecting|"
    "before we said|before we could|before we got started|before we got going|before we began|"
    + "|".join(
    f"{who} {was} {away}"
    for who, was in (("he", "was"), ("she", "was"), ("they", "were"), ("but", "was"), ("but", "were"))
    for away in (
        "busy", "out", "away", "asleep", "in a meeting", "driving", "unavailable", "at lunch", "on leave",
        "on holiday", "on another call", "on the other line", "not in", "gone", "at work", "not there",
        "on shift", "in class", "in court", "in surgery", "in bed", "teaching",
    )
))  # fmt: skip
"""Phrases behind a call that say somebody may not have taken it."""
WRITER_AWAY = _phrases(
    "but i was|missed both|missed them both|didn't hear it|didn't hear either|didn't hear them|"
    "didn't hear the phone|did not hear it|didn't get to it|slept through it|slept through both|"
    "left no message|no message left|didn't leave a message|did not leave a message"
)
"""The same of the writer, behind a call by somebody else."""

OUT = word_set("out away abroad asleep gone popped nipped stepped not")
"""Words behind "while I was" that say the writer was not there to be called or visited."""
LEFT, RETURNED = ("left", "gone", "went"), ("got", "came", "arrived", "returned")
"""What the writer did before, or only after, a call or visit that they missed."""

_ARRANGE = word_set("""
    accept agree aim arrange attempt avoid book call-off cancel chase confirm consider decide decline defer
    delay demand deny diarise diarize discuss ditch dodge drop escape fix forget hope invite line look miss
    moot move offer organise organize pencil plan postpone prep prepare promise propose push rearrange rebook
    refuse reject remember request reschedule reserve rule schedule scrap shelve shift skip slot sort suggest
    swap try want wish
""")


def _forms(verb: str) -> tuple[str, ...]:
    """A regular verb with the endings -s, -ed and -ing: plan, plans, planned, planning."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    stem = verb.removesuffix("e")
    doubled = stem + stem[-1] if stem == verb else stem
    return verb, f"{verb}s", f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing"


ARRANGING = frozenset(form for verb in _ARRANGE for form in _forms(verb)) | {"forgot", "forgotten"}
"""Verbs of arranging, wanting and refusing, in all forms: of a kind right behind them nothing took place."""

DONE_TO_A_MEAL = word_set("""
    exchanged swapped watched played finished enjoyed enjoying attended shared sharing hosted hosting cooked
    cooking made making joined joining crashed finished survived squeezed managed loved celebrated celebrating
    followed following combined extended hurried belated relaxed walked worked stayed stopped ordered served
    started ended closed opened talked chatted bumped turned popped treated invited red baked bored tired
    hopped jumped dialled dialed
    wasted kept having during evening morning nothing something anything everything being bring king ring
    wedding
""")
"""Words in -ed and -ing before a kind that say it took place, or are part of its name."""

MEASURES = word_set("""
    lots lot loads bit couple evening day days afternoon night nights morning round rounds hour hours minutes
    week weekend kind sort rest end plenty spot place full cup glass bottle mug pot jug pint dram tot round
""")
"""Words before "of" and a kind that say how much of it there was: an evening of drinks with Tom."""

BEFORE_FOR = word_set("""
    been went go out over met back in round around off home up popped together here there thanks early
    stopped came joined hosted cooked
""")
"""Words at the start, before "for" and a kind, that say people met for it: out for lunch with Tom."""

MODALS = word_set("will would might may must should could can ought")
"""Verbs right behind a meeting that say it is still to come, or was not."""

OBLIGED = word_set("had has have needs need got")
"""Verbs that say so before "to": lunch with Joe had to wait."""

PUT_OFF_TO = word_set("in for to till until by again indefinitely")
"""Words behind a participle that says to when a meeting was put: pencilled in for Tuesday."""

TALKED = word_set("""
    talked chatted walked listened lasted stayed danced waited used ended turned discussed arrived received
    posted mailed delivered dispatched
""")
"""What is done at a meeting for a while, or how it ended: no participles of that kind."""

_NOBODY = ("neither", "none", "neither of them", "none of them", "no one", "nobody")
_ANSWERED = ("answered", "picked up", "replied", "responded", "got back", "rang back", "called back")
NOTHING = _phrases(
    "nothing|engaged|busy|silence|radio silence|no luck|no joy|nada|zilch|nope|crickets|answerphone|"
    "answering machine|voicemails|unavailable|not available|out|no contact|not there|in vain|to no avail|"
    "without success|unsuccessfully|still nothing|no dice|no signal|dead line|switched off|phone off|no one|"
    "nothing back|nothing yet|nothing so far|nothing since|nobody there|no one there|nobody in|no one in|"
    "nobody home|no one home|"
    "neither in|neither home|neither there|both out|seen but no answer|seen but no reply|"
    "read but no reply|read but no answer|seen no reply|seen no answer|"
    "line dead|line was dead|line went dead|line busy|phone dead|phone was off|"
    "phone was dead|phone switched off|phone was switched off|no network|no reception|no connection|"
    "bounced|bounced back|undelivered|not delivered|"
    "left on read|on read|not answering|not picking up|not replying|unread|ignored|"
    + "|".join(f"{who} {did}" for who in _NOBODY for did in _ANSWERED)
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
    unanswered unread unconfirmed tba asap
""")
"""Words right behind those to be met that say they have not met (yet)."""

GOING = word_set(
    "seeing having visiting catching grabbing joining hosting going doing getting following checking"
)
"""Verbs at the start that are said of what goes on or is still to come."""

UNANSWERED = _phrases(
    "no ans|no pick up|voice mail|left vm|left a vm|left voice mail|rang out|line was busy|line engaged|"
    "without getting through|without reaching|"
    "was engaged|not home|not in|no answer|no reply|no response|no pickup|voicemail|left voicemail|"
    "left a voicemail|left a message|left message|got voicemail|went to voicemail|went to vm|to vm|"
    "but no answer|but no reply|no one answered|no one picked up|straight to voicemail|line busy|"
    "got the voicemail|got the machine|got a busy|busy signal|busy tone|wrong number|tried again later|"
    "failed to reach|failed to get|unable to reach|unable to get"
)
"""Phrases that say nobody answered."""

SEEN_ONLY = _phrases(
    "on tv|on telly|on television|on the news|on the telly|on screen|on instagram|on linkedin|on facebook|"
    "on tiktok|on youtube|on twitter|in the paper|in the news|in a photo|from afar|from a distance|"
    "from the bus|from the train|from across|from the window|through the window|across the road|"
    "across the street|in the distance|in the crowd|on the other side|on the opposite platform"
)
"""Phrases behind ``saw`` and a name that say nobody was met."""

STAND_INS = word_set("""
    assistant secretary receptionist pa reception switchboard machine answerphone vm voicemail mailbox
    receptionist's flatmate roommate housemate
""")
"""Who, or what, answers for somebody else: rang Ada but got an assistant."""

IMPERATIVES = word_set("""
    follow f/u ping reach check write send ask tell give invite buy get see thank remind schedule arrange
    organise organize prepare return introduce connect catch bring pay find make take pick reply
    respond answer
""")
"""First words of what is still to be done: base forms of verbs."""
