"""Days that close a line: whether one gone by there is the day of what took place.

``took Ada to swimming yesterday`` and ``chess with Ada - yesterday`` tell when it was; ``lunch with Ada, exam
on Friday`` need not.
"""

from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.news import SPOKEN_OF, may_be_verb
from netui.domain.capture.sentence.words import (
    BEFORE_OTHER_DAYS,
    CLAUSE_BREAKS,
    NEWS,
    NO_DEEDS,
    PAST_FORMS,
    PAST_VERBS,
    SUBJECTS,
    TALKS,
    THIRD_PERSON,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    CHANNELS,
    DASHES,
    DETERMINERS,
    EATEN,
    OCCASIONS,
    POSSESSIVES,
    STRETCHES,
    WRITTEN,
)
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import WEEKDAYS, ParsedDate, word_set

DAYLESS = word_set("""
    lease contract invoice invoices budget rent deposit mortgage boiler roof heating house flat car van
    bike job visa passport tax taxes insurance loan deck slides paper thesis book website app code bug
    garden fence dog cat kids school logo rota keys bill bills quote estimate pension estate money salary
    grant cv reference references manuscript chapter laptop phone server database spreadsheet recipe
    form forms parts landlord tenant neighbours neighbor neighbour numbers figures
""")
"""What is spoken of and lies on no day, so that a day behind it is when it was spoken of."""
HELD = word_set("""
    wedding meeting hearing opening screening christening viewing outing gathering training evening morning
    fitting closing sitting reading briefing offsite sailing crossing booking thanksgiving
""")
"""What is held on a day though it ends as what one does."""
_WRITTEN = ("email", "letter", "message", "text", "call", "note", "invoice", "card", "mail")
"""What is named by its day."""
_NEAR = 8
_ARRANGED = word_set("sort arrange plan organise organize book fix set agree prepare prep settle")
"""Verbs of what may be for a later day: rang Ada to arrange lunch on Friday."""
_MARKED = ("toast", "celebrate", "mark", "commiserate")
"""Verbs of what was on a day gone by: drinks with Ada to toast their win last night."""
_LATELY = 31
"""Days ago from which on a day behind a topic need not be the entry's: about the viva, 14 January."""
_SAT = word_set("exam exams test viva op operation surgery flight appointment rent mot")
"""What lies on a day that need not be when people met."""
_CHANNELS = CHANNELS | {"phone", "email", "text"}
"""The last words of ``over the phone``, ``on Zoom``, ``by text``."""
_PARTS = word_set("""
    morning afternoon evening night day eve week weekend start beginning middle end half rest part lunchtime
    course time whole best most
""")
"""Nouns before "of" and a day, of which they are a part: the evening of last Saturday."""
_LEADS = frozenset(("of", "to", "at", "@", "ere"))
_BREAKS = (
    (CLAUSE_BREAKS - {"like"})
    | NEWS
    | PAST_FORMS
    | (THIRD_PERSON - POSSESSIVES)
    | word_set("from i we i'd i'll we'd we'll ahead prior advance run-up leading despite thanks owing spite")
)
"""Words behind which a day need not be that of the main clause."""

_HAPPENS = word_set("""
    ends starts begins expires opens closes finishes launches leaves arrives flies lands moves returns
    resumes kicks goes runs retires
""")
"""Verbs of what happens on a day, which is not over."""

_THANKED = ("thanked", "congratulated", "forgave", "teased", "praised", "scolded", "apologised", "apologized")
"""Verbs of which a "for" behind them leads to what somebody did."""
_ASKED_TO = word_set("told asked begged persuaded convinced reminded encouraged warned ordered")
"""Verbs of which a "to" behind them leads to what somebody is to do."""
_TO_FOLLOW = ("follow-up", "followup", "deadline", "hearing", "op", "surgery", "exam", "viva")
"""What is still to come, before its day."""
_THOUGHT = ("thought", "forgot", "figured", "assumed")
"""Verbs before "it was Monday", which it was not."""


def ends_line(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a day at ``at`` ends the line, and belongs to what took place."""
    said = any(view.body[i].value in DASHES for i in range(max(state.last_person, state.contact_from, 0), at))
    last = _is_last_item(view, state, at, found) or (not said and _ends_line_apart(view, at, found))
    last = last or _ends_main_clause(view, state, at, found) or _ends_meal(view, at, found)
    return last or _ends_line_behind(view, at, found) or _ends_occasion(view, state, at, found)


ON_PLACES = word_set("""
    way train bus tram tube ferry boat plane beach terrace balcony porch patio roof sofa bench corner street
    pavement platform allotment farm pitch court course river lake phone tablet ipad laptop
""")
"""Where one may be behind "on the", which is no topic."""
_OF_SUN = word_set("""
    much bit some any little lot more enough winter summer spring autumn morning evening afternoon midday full
    hot warm early late setting low high bright blazing glorious lovely first last and got get they then all
""")
"""Words before ``sun``, ``sat`` and ``wed`` in small letters that are no days."""


def ends_part(view: TokenView, at: int) -> bool:
    """Whether a part of the line ends before ``at``: with the line, at a stop or at a dash."""
    dash = at < view.end and view.body[at].value in DASHES and not view.key(at + 1)[:1].isdigit()
    return at >= view.end or view.words[at - 1].stops or dash  # not 8.30 - 12


def _ends_meal(view: TokenView, at: int, found: ParsedDate) -> bool:
    """Whether a day gone by ends the line behind a meal: ``told Ada about the job over lunch thursday``."""
    gone = found.value is not None and day_of(found.value) <= view.today and not found.hour
    meal = view.kind_at(at - 1) if gone and view.key(at - 2) in ("over", "during") else None
    return meal is not None and meal[0] in EATEN and view.may_end(found.end)


def is_of_present(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether a day at ``at`` is when something happens, behind a stop: ``rang, school starts Monday``."""
    behind = max(state.contact_from, state.last_person)
    clause = next((i for i in range(at - 1, behind - 1, -1) if i >= 0 and view.words[i].stops), -1)
    thought = view.key(at - 3) in _THOUGHT and (view.key(at - 2), view.key(at - 1)) == ("it", "was")
    ahead = view.key(at - 1) in _TO_FOLLOW and clause == at - 2  # with Ada, follow-up on Tuesday
    return clause >= behind and (thought or ahead or view.key(at - 1) in _HAPPENS)


def _is_last_item(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether names and a kind stand before a day at ``at``, with dashes between: ``Ada - beers - fri``."""
    if found.value is None or not view.may_end(found.end) or view.body[at - 1].value not in DASHES:
        return False
    if at - 2 == state.last_person and state.marked and day_of(found.value) <= view.today:
        return True  # chess with Ada - yesterday
    kind = view.kind_at(state.contact_from) or (state.contact_from, state.contact_from + 1)
    said = range(state.contact_from, kind[1])
    rest = (i for i in range(state.sentence_from, at) if i not in state.named and i not in said)
    beside = (view.key(i) in AND or view.may_precede_kind(i) or view.body[i].value in DASHES for i in rest)
    return state.typed and all(beside)


def _ends_line_apart(view: TokenView, at: int, found: ParsedDate) -> bool:
    """Whether a day gone by ends the line behind a comma: ``training with Ada for the launch, 17/11``."""
    apart = at > 0 and (view.words[at - 1].after.endswith(",") or _is_bracket_behind_place(view, at))
    gone = found.value is not None and day_of(found.value) <= view.today
    topic = any(view.key(i) in SPOKEN_OF for i in range(max(0, at - _NEAR), at))
    day = view.today if found.value is None else day_of(found.value)
    far = topic and (view.today - day).days > _LATELY
    return apart and gone and not far and found.sure and view.may_end(found.end)


def _is_bracket_behind_place(view: TokenView, at: int) -> bool:
    """Whether a day in brackets stands behind a place: ``saw Ada at the gym (Monday)``."""
    placed = view.key(at - 3) in ("at", "in", "from", "on") and view.key(at - 2) in DETERMINERS
    return view.sign(at) == "(" and placed


def _ends_line_behind(view: TokenView, at: int, found: ParsedDate) -> bool:
    """Whether a day gone by ends the line behind what has none: ``rang about the lease yesterday``."""
    gone = found.value is not None and day_of(found.value) <= view.today and found.sure
    if not gone or not view.may_end(found.end):
        return False
    if view.key(at - 1) in ("birthday", "bday"):
        return view.key(at - 3) == "for" and view.key(at) in ("yesterday", "last")
    last = at - 1 - (view.key(at - 1) == "again")
    leads = range(last - 1, max(0, last - 4), -1)
    return _is_dayless(view.key(last)) and any(view.key(i) in SPOKEN_OF for i in leads)


def _is_dayless(key: str) -> bool:
    """Whether what is spoken of lies on no day: ``rent``, ``Q1``, ``hiring``, but no ``wedding``."""
    doing = key.endswith("ing") and len(key) > 5 and key not in HELD
    return key in DAYLESS or doing or (len(key) == 2 and key[0] in "qh" and key[1].isdecimal())


def _ends_main_clause(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a day gone by ends the line and its main clause: ``took Ada to swimming yesterday``."""
    said, first = view.key(at), max(state.last_person, state.contact_from) + 1
    named = view.body[at].value.istitle() or view.key(at - 1) not in _OF_SUN
    short = said in WEEKDAYS and not found.sure and named  # came for supper Mon
    short = short and not any(view.key(i) in SPOKEN_OF for i in range(first, at))
    gone = found.value is not None and day_of(found.value) <= view.today and not found.hour
    gone = gone and (found.sure or short)
    met = state.last_person >= 0 and 0 < first < at
    dated = not short and said not in ("yesterday", "last", "on") and not ("/" in said and said[:1].isdigit())
    if not (gone and met and ends_part(view, found.end)) or dated:
        return False
    lead = view.key(at - 1)
    if lead in STRETCHES | BEFORE_OTHER_DAYS | POSSESSIVES | DETERMINERS | _LEADS or view.is_owned(at):
        return False
    if view.key(at - 2) == "to" and lead in _ARRANGED:
        return False  # met Ada to plan Sat
    held = view.kind_at(at - 1) is not None and view.key(at - 2) not in ("by", "via", "over")
    if said == "on" and (lead in OCCASIONS | TALKS | HELD or held):
        return False
    for i in range(first - 1, at):
        key = view.key(i)
        if view.words[i].stops or view.body[i].value in DASHES:
            return False
        if key == "on" and view.key(i + 1) in DETERMINERS and view.key(i + 2) not in ON_PLACES:
            return False  # a call on the fire last night
        if i >= first and (key in _BREAKS or (key.endswith("ed") and len(key) > 3)):
            return False
    return True


def _ends_occasion(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a day gone by ends the line behind what one went for: ``with Ada for the fair on Monday``."""
    gone = found.value is not None and day_of(found.value) <= view.today and found.sure
    lead = state.last_person + 1
    led = view.key(lead) == "for" and view.key(lead + 1) in DETERMINERS
    return gone and led and at == lead + 3 and not state.kind and view.may_end(found.end)


def take_meal_day(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> int:
    """Takes a weekday gone by on which a meal was had (``had Ada round for Sunday lunch``), and its kind.

    Returns the index behind the day, or 0 for any other.
    """
    meal, verb = view.kind_at(found.end), view.key(state.contact_from)
    gone = found.value is not None and day_of(found.value) <= view.today
    led = view.key(at - 1) in ("had", "for") and view.key(at) in WEEKDAYS
    done = (verb in PAST_FORMS or verb.endswith("ed")) and verb not in ("asked", "invited")
    hosted = any(view.key(i).endswith("'s") for i in range(state.sentence_from, at))
    done = done or (state.contact_from > at and not hosted)  # out for Sunday lunch with Ada
    if not (led and gone and done and meal and meal[0] in EATEN and view.may_end_list(meal[1])):
        return 0
    state.kind = meal[0]
    return state.take_date(at, inside=True)


def is_day_of_thing(view: TokenView, at: int) -> bool:
    """Whether a day at ``at`` says of which day a thing is: emailed me the photos ``from Saturday``."""
    noun, lead = view.key(at - 2), view.key(at - 1)
    if lead in ("last", "this", "next") and at > 1:
        return is_day_of_thing(view, at - 1)
    if is_in_brackets(view, at):
        return True
    owned = not DETERMINERS.isdisjoint((view.key(at - 3), view.key(at - 4)))
    theirs = view.key(at - 3).endswith("'s")  # to Ada's letter of the 9th
    mine = noun in _WRITTEN and view.key(at - 3) in DETERMINERS  # to my email of the 1st
    plural = mine or ((theirs or (noun.endswith("s") and len(noun) > 3)) and not view.is_name(at - 2))
    thing = plural or (owned and noun not in _PARTS)  # the recording of last night
    return (
        lead in ("dated", "dtd", "due") or (lead == "of" and thing) or (lead == "from" and (owned or plural))
    )


def is_of_something(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a day at ``at`` is that of a thing or a deed, or one to come: ``packed for Friday``.

    So it is with the photos from Saturday, away until Friday, sent Ada slots for next week.
    """
    for_it = view.key(at - 1) == "for" and state.kind != "visit" and view.kind_at(found.end) is None
    to_come = for_it or view.key(at - 1) in STRETCHES
    to_come = to_come and (found.value is not None or state.kind in WRITTEN)
    return to_come or is_of_deed(view, state, at) or is_day_of_thing(view, at)


def is_in_brackets(view: TokenView, at: int) -> bool:
    """Whether a day in brackets at ``at`` stands behind what lies on it: ``for their birthday (8 Nov)``."""
    led = view.key(at - 3) in ("for", "about", "of", "to", "before", "after")
    owned = led and view.key(at - 2) in DETERMINERS | POSSESSIVES
    return owned and view.sign(at) == "(" and view.key(at) not in WEEKDAYS  # not: the gym (Monday)


def closes_on_us(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a weekday ends the line behind ``us`` or ``sent``: ``cooked for us sat``."""
    lead = view.key(at - 1)
    sent = lead in ("sent", "posted") and state.kind in WRITTEN | {"video", "gift"}
    said = range(max(state.contact_from, 0), at)
    told = any(view.words[i].stops or view.body[i].value in DASHES for i in said)  # they'll ring me Monday
    beside = sent or lead in ("us", "me", "together") or _closes_channel(view, at)
    return view.key(at) in WEEKDAYS and view.may_end(found.end) and beside and not told


def _closes_channel(view: TokenView, at: int) -> bool:
    """Whether ``over the phone`` or ``on Zoom`` ends before ``at``."""
    return any(view.channel_at(i) for i in (at - 2, at - 3)) and view.key(at - 1) in _CHANNELS


def opens_line(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a day gone by stands behind what it was the day of: ``school fair Sat 14 Nov, saw Ada``."""
    first, before = state.sentence_from, range(state.sentence_from, at)
    gone = found.value is not None and day_of(found.value) <= view.today
    apart = "," in view.words[found.end - 1].after and found.end < view.end
    if not (gone and apart and first < at <= first + _NEAR // 2) or any(view.words[i].stops for i in before):
        return False
    told = view.key(found.end + (view.key(found.end) in SUBJECTS))
    done = told in PAST_FORMS | PAST_VERBS or told.endswith("ed")
    if not done or not _SAT.isdisjoint(map(view.key, before)):
        return False  # exam on Tuesday, revise with Ada
    plain = (view.key(i).isalpha() and not may_be_verb(view, i) and i not in state.named for i in before)
    return all(plain) and NO_DEEDS.union(BEFORE_OTHER_DAYS).isdisjoint(view.key(i) for i in before)


def may_be_of_purpose(view: TokenView, state: ParseState, at: int, found: ParsedDate) -> bool:
    """Whether a day at ``at`` may be that of what people met for: ``to plan the trip on Monday``."""
    if is_of_deed(view, state, at):
        return True
    long_ago = found.value is not None and (view.today - day_of(found.value)).days > _LATELY
    for i in range(max(state.last_person, state.contact_from) + 1, at - 1):
        verb = view.key(i + 1) if view.key(i) == "to" else ""
        dated = view.key(at) == "on" or view.key(at)[:1].isdigit()
        if verb in _MARKED or (dated and (verb in _ARRANGED or (long_ago and verb.isalpha()))):
            return not any(view.words[k].stops for k in range(i, at)) and at > i + 2
    return False


def is_of_deed(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether a day at ``at`` is when they did what was spoken of: ``thanked Ada for coming on Sunday``."""
    verb = view.key(state.contact_from)
    for i in range(max(state.contact_from, 0) + 1, at - 1):
        key, follower = view.key(i), view.key(i + 1)
        doing = follower.endswith("ing") and (
            key in ("into", "on") or (view.key(i - 1), key) == ("out", "of")
        )
        asked = verb in _ASKED_TO and key == "to" and follower not in DETERMINERS and not view.is_name(i + 1)
        if (verb in _THANKED and key == "for") or asked or (doing and (key != "on" or verb in _THANKED)):
            return not any(view.words[k].stops for k in range(i, at))
    return False
