"""Facts about somebody: ``Ada's wife is due in May``, ``Ada moving to Oslo``: a note about them, no contact.

Where nothing in the line says that the writer was there, what is told of them, or of whom and what is
theirs, is news: a state, a habit, or what is still to come.
"""

from netui.domain.capture.model import Person
from netui.domain.capture.names.name_resolution import NameMatch, NameMatcher
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.words import (
    COMING,
    EVENTS,
    KIN,
    NEWS,
    PAST_FORMS,
    PAST_VERBS,
    RELATIVES,
    STATES_BEHIND_IS,
    SUBJECTS,
    TALKS,
    WRITER,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.verbs.contact_verbs import ContactVerbs
from netui.domain.capture.vocabulary import (
    BESIDE_A_NAME,
    COMPANIONS,
    DASHES,
    DETERMINERS,
    EATEN,
    LENGTHS,
    OCCASIONS,
    RELATIONS,
    WITH,
)
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import MONTHS, ParsedDate, phrase_end, phrase_table, word_set

_HABITS = word_set("""
    drinks eats takes smokes keeps has speaks plays cooks bakes runs swims sings reads trains drives rides
    avoids refuses starts begins ends finishes comes lands leaves opens closes moves turns gets goes looks
    drops makes hurts graduates retires expires arrives closes suits calves lambs foals hatches
    flowers bites barks
""")
"""Verbs in the present of what somebody does, or what is theirs: Ada drinks tea, Ada's flight lands."""
_PLURAL_HABITS = word_set("""
    start begin end finish run live work go get have play need want look speak hate love like move leave open
    close turn study expire make
""")
"""The same of several: Ada's exams start."""
_SOON = COMING | word_set("turning getting having retiring graduating marrying lambing calving expecting")
"""What is told of somebody that is still to come, or has just begun."""
_DENIALS = phrase_table(
    ("doesn't", "doesnt", "don't", "dont", "can't", "cant", "cannot", "isn't", "isnt", "hasn't", "hasnt",
     "never", "no longer", "not", "hardly ever", "rarely", "seldom", "always", "usually")
)  # fmt: skip
"""What stands before a habit that somebody has or has not."""
_PEOPLE = (
    KIN
    | RELATIONS
    | RELATIVES
    | COMPANIONS
    | word_set("""
    mother father lad lass bloke mums brothers sisters sons daughters lads boys girls twins toddler
    grandmother grandfather
    grandma grandpa gran nan granny grandad granddad grandson granddaughter grandkids grandchildren aunt uncle
    auntie niece nephew cousins fiance fiancee fiancé fiancée boy girl child bairn eldest youngest oldest
    middle stepmum stepdad in-laws mother-in-law father-in-law brother-in-law sister-in-law other half missus
    old man carer nanny pa secretary dog cat puppy horse pony hamster rabbit parrot
    """)
)
"""Who is somebody's, also animals."""
_HAPPENED = EVENTS | word_set("died broke fell lost got had passed left has was were relapsed")
"""Verbs in the past that tell news of whoever is somebody's."""
_BEHIND_HAPPENED = {
    "had": word_set("""
        baby babies twins boy girl son daughter stroke fall operation op surgery accident miscarriage offer
        scan biopsy heart
    """),
    "got": word_set("married engaged promoted divorced into job sacked fired a diagnosed citizenship"),
    **dict.fromkeys(
        ("was", "were"),
        word_set("born taken admitted diagnosed sacked fired promoted made rushed discharged robbed burgled"),
    ),
    "left": word_set("him her them school uni university hospital his their job"),
    "passed": word_set("away his her their"),
}  # fmt: skip
"""What tells news behind verbs that else might say more: had a baby."""
_LIFE = (EVENTS - {"won", "proposed", "changed", "passed", "lost"}) | word_set("""
    flies flew graduates retired retires crashed collapsed landed emigrated relocated leaves
""")
"""Verbs of what becomes of somebody, on whatever day: Ada flew to Lisbon on Monday."""
_BECAME = {
    "got": word_set("married engaged promoted divorced fired sacked hired back tenure pregnant mugged job"),
    "gets": word_set("married back"),
    "gave": ("birth",),
    "passed": word_set("exam exams test tests driving viva finals"),
    "lost": word_set("job match game election father mother dad mum keys phone passport wallet"),
    "fell": word_set("off down ill pregnant from"),
    "broke": word_set("leg arm wrist ankle foot hip rib ribs nose finger toe collarbone elbow shoulder"),
    **dict.fromkeys(
        ("started", "starts"),
        word_set("job school uni university college course role nursery chemo work at as training post phd"),
    ),
    **dict.fromkeys(
        ("had", "has"),
        word_set("""
            operation op exam exams scan interview surgery test viva mri baby twins finals hearing chemo
            biopsy transplant stroke fall accident
        """),
    ),
    **dict.fromkeys(("turned", "turns"), word_set("thirty forty fifty sixty seventy eighty ninety")),
}  # fmt: skip
"""The same where another word must stand behind the verb: Ada has her operation on Tuesday."""
_FEASTS = word_set("birthday bday b-day anniversary nameday")
"""Days that come each year, of which a line may only say the date: Ada's birthday 3 May."""
_ATTENDED = word_set("""
    party wedding funeral barbecue bbq do show play gig concert opening launch exhibition recital match game
    housewarming christening ceremony graduation performance treat place text message email letter card note
    cooking choir band class driver number line phone hearing viewing appointment interview
""")
"""What is somebody's, of which a line may tell that one was there, or that it came."""
_CONDITIONS = word_set(
    "allergic vegan vegetarian teetotal single due expecting diabetic coeliac celiac gluten-free"
)
"""Words that say how somebody is where the verb is left out: Ada allergic to nuts, Ada due in June."""
_KEPT = word_set("""
    number mobile landline address postcode wifi password email handle instagram nickname size sizes plate
    order allergies allergy diet hobby hobbies
""")
"""What is noted of somebody behind a colon: Ada's new number: 020 123."""
_DECIDED = word_set(
    "approved accepted rejected published refused funded delayed postponed sold stolen printed"
)
"""What happened to something of somebody's: Ada's paper was accepted."""
_THEM = ("him", "her", "them")
_HERE = word_set("here round around ours mine together")
"""Words of a fact that may rather say somebody was with the writer."""
_TOWARDS_WRITER = word_set(
    "coming visiting staying helping joining meeting calling arriving popping dropping"
)
"""What somebody may do with the writer: Ada arriving at five."""
_SPENT = (
    TALKS
    | OCCASIONS
    | word_set("""
    evening night afternoon day weekend time pub jam juice champagne hug hugs goodbye
""")
)
"""Words at the start of a clause that may say how one spent the time with somebody."""
_BEING = word_set("is are isn't aren't isnt arent will won't wont was were has hasn't haven't hasnt")
_LONGEST_SUBJECT = 5
"""Words of what is somebody's, at most: Ada's contact in procurement."""
_AWAY = word_set("away off ooo wfh pto out back")
_ABSENT_ON = word_set(
    "leave holiday holidays maternity paternity sabbatical strike call secondment vacation annual parental"
)
_SCHOOLS = word_set("uni university college school nursery work home hospital prison care labour labor rehab")
_NAMED = word_set("called named name")
"""Words before the name of whoever is somebody's: Ada's partner is called Tom."""
_JUST = word_set("yesterday last today tonight")


def owner_told_of(view: TokenView, names: NameMatcher, verbs: ContactVerbs, at: int) -> Person | None:
    """The one of whose wife, exam or habit a line from ``at`` tells news, and nothing of a meeting."""
    owner = find_owner(view, names, at)
    if owner is None or owner.person is None or view.is_at(at):
        return None
    told = _is_how_they_are(view, owner.end) or _predicate(view, owner.end)
    if not told or says_contact(view, verbs, owner.end):
        return None
    for i in range(owner.end, view.end):
        named = (view.key(i - 1) == "is" and view.key(i - 2)) or view.key(i - 1)
        other = view.is_name(i) and view.body[i].value[:1].isupper() and named not in _NAMED
        if other or find_owner(view, names, i) is not None or view.is_at(i):
            return None  # Ada's sister is in Rome, Tom too
    dated = any(_day(view, i) is not None for i in range(owner.end, view.end))
    if dated and any(view.kind_at(i) is not None for i in range(owner.end, view.end)):
        return None  # Ada's birthday dinner is on Friday
    return owner.person


def _is_how_they_are(view: TokenView, at: int) -> bool:
    """Whether the words at ``at``, behind "'s", say how somebody is: ``Ada's not well``."""
    key = view.key(at)
    leave = key == "on" and not _ABSENT_ON.isdisjoint((view.key(at + 1), view.key(at + 2)))
    return (
        leave or key in _CONDITIONS or key in ("not", "away", "off", "ooo", "turning", "getting", "retiring")
    )


def find_owner(view: TokenView, names: NameMatcher, at: int) -> NameMatch | None:
    """The person whose possessive stands at ``at``: ``Ada's``, ``Ada Byron's``, ``Jonas'``."""
    owner = names.match_owner(at) if "'" in view.key(at) + view.key(at + 1) and at < view.end else None
    if owner is not None:
        return owner
    bare = at < view.end and view.key(at).endswith("s") and view.words[at].after[:1] in ("'", "’")
    people = names.match_first_name(view.key(at)) if bare else ()
    return NameMatch(at + 1, people[0]) if len(people) == 1 else None


def tells_of_them(view: TokenView, verbs: ContactVerbs, first: int) -> bool:
    """Whether the words from ``first``, right behind a name, tell how somebody is, or what is to come."""
    if first >= view.end or view.words[first - 1].stops or says_contact(view, verbs, first):
        return False
    first += view.key(first) in ("only", "also", "still", "now") and first + 1 < view.end
    key, follower = view.key(first), view.key(first + 1)
    if _happened(view, first):
        return True
    denied = phrase_end(view.words, first, _DENIALS)
    if denied:
        verb = view.key(denied)
        return not (verb.endswith("ed") or verb in PAST_FORMS | PAST_VERBS or verb in ("been", "made", "at"))
    if key in _HABITS and key.endswith("s"):
        return not any(_day(view, i) is not None for i in range(first, view.end))
    if key in _SOON or (key.endswith("ing") and _is_ahead(view, first + 1)):
        particle = follower in ("in", "over", "up", "round", "by") and _day(view, first + 1) is None
        just = any(view.key(i) in _JUST for i in range(first, view.end))
        return not (key in _TOWARDS_WRITER or particle or just)
    away = key in _AWAY or (key == "on" and follower in _ABSENT_ON) or (key, follower) == ("out", "of")
    last = next(
        (i + 1 for i in range(first + 2, view.end) if view.key(i) in ("until", "till", "til")), view.end
    )
    day = _day(view, last)
    stretch = day is not None and not day.hour
    return away or key in _CONDITIONS or (key in ("in", "on", "afk") and stretch)


def _happened(view: TokenView, first: int) -> bool:
    """Whether all that is told from ``first``, right behind a name, became of them: ``broke a leg``."""
    key, rest = view.key(first), range(first, view.end)
    if any(view.words[i].stops for i in rest[:-1]) or any(view.kind_at(i) is not None for i in rest):
        return False
    said = {view.key(i) for i in rest}
    if not said.isdisjoint(WRITER | WITH | {"our", "my"} | _HERE):
        return False
    behind = view.key(first + 1)
    near = {view.key(i) for i in range(first + 1, first + 4)}  # started his new job
    needed = _BECAME.get(key)
    abroad = behind == "in" and first + 2 < view.end and view.body[first + 2].value[:1].isupper()
    if key in ("was", "is") and abroad:
        return view.read(first + 2) is None
    return (
        key in _LIFE
        if needed is None
        else not near.isdisjoint(needed) or (key[:4] == "turn" and behind.isdecimal())
    )


def says_contact(view: TokenView, verbs: ContactVerbs, first: int) -> bool:
    """Whether something from ``first`` on says that the writer was there, or may have been."""
    for i in range(first, view.end):
        key = view.key(i)
        apart = i > first and (view.words[i - 1].stops or view.body[i - 1].value in DASHES)
        with_them = key in WITH and (view.is_name(i + 1) or (apart and view.key(i + 1) in _THEM))
        if key in SUBJECTS | WRITER | _HERE or with_them:
            return True
        if view.words[i].said and key not in MONTHS:
            return True  # a sentence of another language, whose verbs are not all known
        meal = view.kind_at(i + 1) if key in ("at", "over", "during") else None
        ends = meal is not None and (view.may_end(meal[1]) or view.read(meal[1]) is not None)
        if view.channel_at(i) == "call" or (meal is not None and meal[0] in EATEN and ends):
            return True  # or so it sounded on the phone; seemed sober at lunch
        if _is_met(view, i) or (i > first and view.words[i - 1].stops and _begins_deed(view, i)):
            return True
        if "?" in view.words[i].after:
            return True
    return verbs.first(first, view.end) is not None


def ask_about_fact(
    view: TokenView, state: ParseState, sentence: SentenceReader, at: int, message: str
) -> bool:
    """Asks whose fact it is from ``at`` where two are named, or with ``message`` whether they met."""
    owner = sentence.owner_at(at) if "'" in view.key(at) + view.key(at + 1) else None
    if owner is not None and owner.person not in state.people:
        sentence.ask(at, owner)  # Ada's wife is Grace Hopper
        return True
    met = find_meeting(view, state.last_person + 1) if at in state.named else 0
    if met:
        state.report(met, met + 1, "mark", message, "note", "contact")
    return met > 0


def find_meeting(view: TokenView, first: int) -> int:
    """The index of a clause behind ``first`` that says how one spent the time: ``, jam till 2``; or 0."""
    for i in range(first + 1, view.end):
        told = view.words[i - 1].stops and not (view.key(i) in PAST_FORMS or view.key(i).endswith("ed"))
        told = told and view.key(i + 1) not in ("him", "her", "them")  # Ada hates calls, text them
        if _is_met(view, i) or (told and _begins_deed(view, i)):
            return i
    return 0


def _begins_deed(view: TokenView, at: int) -> bool:
    """Whether a clause at ``at`` says what was done: ``Ada's exam is on Monday, wished them luck``."""
    key = view.key(at)
    done = key in PAST_FORMS | PAST_VERBS or (key.endswith("ed") and len(key) > 3)
    if done:
        return key not in ("was", "were") and not (key == "had" and view.key(at + 1) in ("been", "to"))
    if view.key(at).isdecimal() and view.key(at + 1) in LENGTHS:
        return True  # Ada never stops talking, 3 hours
    while at < view.end and view.may_precede_kind(at):
        at += 1  # Ada never better, lovely lunch
    return view.kind_at(at) is not None or view.key(at) in _SPENT


def _is_met(view: TokenView, at: int) -> bool:
    """Whether ``to meet them``, ``at theirs`` or ``so lunch`` stands at ``at``."""
    key, before, follower = view.key(at), view.key(at - 1), view.key(at + 1)
    if key in ("meet", "see") and before == "to":
        return follower in ("him", "her", "them")
    if key in ("hers", "theirs", "his") and before in ("at", "to", "round"):
        return True
    return key in ("so", "but") and (view.kind_at(at + 1) is not None or follower in _SPENT)


def _predicate(view: TokenView, first: int) -> bool:
    """Whether what is somebody's, from ``first``, is followed by news of it."""
    for i in range(first + 1, min(view.end, first + _LONGEST_SUBJECT + 1)):
        key, subject = view.key(i), view.key(i - 1)
        if view.body[i].value == "=":
            return i + 1 < view.end
        if subject in _FEASTS and (view.body[i - 1].colon or not view.words[i - 1].stops):
            day = _day(view, i)
            if day is not None:
                return _is_calendar_day(view, i)
        if view.words[i - 1].stops:
            noted = subject in _KEPT | _PEOPLE or view.key(first) in ("favourite", "favorite", "usual")
            kind = any(view.kind_at(k) is not None for k in range(i, view.end))
            return view.body[i - 1].colon and noted and not kind
        if key in _BEING or phrase_end(view.words, i, _DENIALS):
            return _tells(view, i)
        habit = key in NEWS | _HABITS or (key in _PLURAL_HABITS and subject.endswith("s"))
        if habit and view.kind_at(i) is None:
            return i + 1 < view.end
        who = subject in _PEOPLE or view.key(i - 2) in _PEOPLE
        if key in _SOON or (key.endswith("ing") and _is_ahead(view, i + 1)):
            return key not in _TOWARDS_WRITER and _is_plain_noun(view, i - 1)
        if (who and key in _HAPPENED) or (key in EVENTS and view.kind_at(i - 1) is None):
            return _tells(view, i)
        if key == "got":
            return view.key(i + 1) in _DECIDED
        if not who and _befell(view, i):
            return True
        if who and _is_state(view, i):
            return True
        if key in BESIDE_A_NAME - {"in", "at", "of", "for"} or key in WITH:
            return False
    return False


def _befell(view: TokenView, at: int) -> bool:
    """Whether a verb at ``at`` says what befell a thing before it: ``Ada's car broke down``."""
    key, thing = view.key(at), view.key(at - 1)
    past = (key.endswith("ed") and len(key) > 3) or key in PAST_FORMS - {"was", "were", "had"}
    met = thing in OCCASIONS | TALKS | _FEASTS | _ATTENDED
    return past and not met and _is_plain_noun(view, at - 1)


def _tells(view: TokenView, at: int) -> bool:
    """Whether a verb at ``at`` tells news: ``is ill``, ``had a baby``, not ``was fun``, ``had a party``."""
    key = view.key(at)
    needed = _BEHIND_HAPPENED.get(key)
    if needed is None:
        return at + 1 < view.end or key in EVENTS | {"died", "relapsed"}
    near = {view.key(i) for i in range(at + 1, min(view.end, at + 5))}
    return not needed.isdisjoint(near) or (key in ("was", "were") and not _DECIDED.isdisjoint(near))


def _is_state(view: TokenView, at: int) -> bool:
    """Whether ``off to uni``, ``in hospital``, ``pregnant`` stands at ``at``."""
    key, follower = view.key(at), view.key(at + 1)
    if key in ("in", "at"):
        capital = at + 1 < view.end and view.body[at + 1].value[:1].isupper()
        return follower in _SCHOOLS or (capital and view.read(at) is None)
    if key == "off":
        return follower in ("to", "on", "work", "sick", "school")
    return key in STATES_BEHIND_IS - {"home", "back", "out"} or key in ("due", "expecting", "allergic")


def _is_plain_noun(view: TokenView, at: int) -> bool:
    key = view.key(at)
    return key.isalpha() and key not in DETERMINERS and view.kind_at(at) is None and _day(view, at) is None


def _day(view: TokenView, at: int) -> ParsedDate | None:
    """The date phrase at ``at``, also a month alone; None for other words."""
    return view.read(at) if at < view.end else None


def _is_calendar_day(view: TokenView, at: int) -> bool:
    """Whether a day at ``at`` is said by its month, and did not just pass: ``3 May``, not ``yesterday``."""
    day = _day(view, at)
    if day is None or not any(view.key(i) in MONTHS for i in range(at, day.end)):
        return False
    return day.value is None or not 0 <= (view.today - day_of(day.value)).days < 8


def _is_ahead(view: TokenView, first: int) -> bool:
    """Whether a day, a month or a season to come stands behind ``first``."""
    for i in range(first, view.end):
        day = _day(view, i)
        if day is not None:
            return day.value is None or day_of(day.value) > view.today
        if view.key(i) in MONTHS and view.key(i - 1) in ("in", "next", "until", "till", "by"):
            return True
        if view.key(i) in ("soon", "next"):
            return True
    return False
