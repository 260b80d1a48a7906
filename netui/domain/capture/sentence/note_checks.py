"""Checks of what would become a note: ask where it may have been contact, or is about someone else too."""

from datetime import timedelta

from netui.domain.capture.names.spoken_of import is_about_others
from netui.domain.capture.outcome.denial import unanswered
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.clause import SentenceReader
from netui.domain.capture.sentence.negation_words import INTENT, TO_DO
from netui.domain.capture.sentence.news import (
    is_away,
    is_fact,
    is_headline,
    is_long_unseen,
    is_within_stretch,
    lacks_news,
    may_be_verb,
)
from netui.domain.capture.sentence.words import (
    CONTACT_VERBS,
    DEEDS,
    NEWS,
    PAST_FORMS,
    PAST_VERBS,
    PRESENCE,
    PRESENT_TOO,
    REPORTS,
    STATES,
    SUBJECTS,
    TALKS,
    WITH_OBJECT,
)
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    DASHES,
    DETERMINERS,
    OCCASIONS,
    WITH,
)
from netui.domain.model.dates import day_of
from netui.domain.natural_dates.tokens import ParsedDate, phrase_end, word_set

INTENDED = "this seems not to have taken place (yet): begin with ‘note’, or write a promise with >"
MET_OR_NOTE = "did you meet, or is it a note? Begin with what it was (‘lunch’), or with ‘note’"
_NEAR = 8
_HERE = word_set("booth stand stall table party place house flat office wedding event desk studio shop")
"""Where the writer is, behind "at our"."""
_TOGETHER = word_set("""
    swapped exchanged chatted talked discussed agreed laughed reminisced compared debated argued gossiped
    shared danced hugged played watched
""")
"""Verbs of what is done together: they begin a clause behind a name."""
_AFAR = word_set("""
    liked loved hated forgot ignored missed paid accepted declined rejected turned lost approved ordered
    recommended followed unfollowed shared stole read got had was were became passed
""")
"""Verbs of what is done to something of the writer's without meeting them."""
_HAPPENED = word_set("went ran lasted overran started began finished ended bombed flopped worked")
"""Verbs of an event: a demo for Ada went well."""
"""Words behind "in" that may say somebody came to the writer: Ada in for a haircut."""
_PARTICLES = ("up", "out", "on", "in", "off", "over")
_BEFORE_OBJECT = ("at", "to", "for", "up", "off", "out", "in", "half", "all", "both")
"""Words between a verb and what of the writer's it was done to: nicked half my chips."""
_COMES = ("kommt", "kommen", "viene", "vienen", "vient", "viennent", "komt", "komen", "vem", "vengono")
"""Verbs of other languages that say somebody comes, perhaps to the writer."""
_BEFELL = word_set("""
    fall stroke baby boy girl twins operation op accident scare miscarriage breakdown promotion scan seizure
    biopsy transplant son daughter
""")
"""Behind "had", what befell somebody."""
_WILL = ("will", "shall", "gonna", "i'll", "should")
_ERRANDS = word_set("""
    send call ring text email pop drop go see meet bring ask check get write visit fix return pick chase
    follow book order pay invite introduce look take give tell
""")
"""What the writer is to do, behind "will" in a line for somebody chosen."""
_OF_SOMEBODY = ("engaged", "unavailable", "busy", "out", "silence", "away", "nothing")
"""Words that tell of somebody as well as of a call."""
_COMING_HERE = ("coming", "visiting", "taking", "joining", "hosting", "picking")
"""Behind "is", what is to be a meeting where it says on which day."""
_JOINT = (_TOGETHER - {"agreed"}) | word_set("""
    split carpooled walked hiked cooked ate drank sang swam prayed cycled biked baked
""")
"""What two may have done together, where a line for somebody begins with it."""
_REACH = 5
"""In so many words a line that begins with a verb may name the person from whom something came."""


def check_note(view: TokenView, state: ParseState) -> None:
    """Asks whether a note is of what is still to be done; for somebody chosen ``no answer`` is an attempt."""
    first = state.sentence_from
    while view.key(first) in SUBJECTS:
        first += 1
    key = view.key(first)
    ahead = view.key(state.last_person + 1) in ("will", "shall") and state.weekday is not None
    if ahead and state.on is not None and day_of(state.on) < view.today:
        state.on += timedelta(7)  # on Thursday Ada will come
    if state.kind or first >= view.end or first in state.named:
        return
    if is_long_unseen(view, first):
        met = next((i for i in range(first + 1, view.end) if _may_be_met(view, i)), 0)
        if met:
            state.report(met, met + 1, "mark", MET_OR_NOTE, "note", "contact")  # not seen in ages, pint today
        return
    errand = key in TO_DO or _is_errand(view, first)
    chosen = state.present and errand and not view.words[first].after
    from netui.domain.capture.outcome.missed import tells_of_miss

    missed = tells_of_miss(view, state, state.sentence_from)  # forgot to ring them
    if not missed and ((state.people and (key in INTENT or errand)) or chosen):
        state.report(first, first + 1, "mark", INTENDED, "promise", "note")
    elif state.present and not state.people and key not in _OF_SOMEBODY:
        state.kind = "attempt" if unanswered(view, first, first=True) else ""  # no answer at the door


def is_undone(view: TokenView, at: int) -> bool:
    """Whether a note from ``at`` is of what is to be done, or has not been done for long."""
    while view.key(at) in SUBJECTS:
        at += 1
    return view.key(at) in TO_DO or _is_errand(view, at) or is_long_unseen(view, at)


def _is_errand(view: TokenView, at: int) -> bool:
    """Whether ``will send`` or ``I'll bring`` stands at ``at``."""
    return view.key(at) in _WILL and view.key(at + 1) in _ERRANDS


def ask_about_note(view: TokenView, state: ParseState, sentence: SentenceReader, at: int) -> None:
    """Asks about a sentence from ``at`` that speaks of a meal, a visit, a day or a second person."""
    if _take_afterthought(view, state) or is_long_unseen(view, at):
        return
    state_told = view.key(min(state.last_person, at + 2) + 1) in STATES  # Ada prefers email
    later, first = False, state.last_person + 1
    news = view.key(first) in NEWS - {"has", "have"} and not view.words[state.last_person].stops
    news = news or (
        view.key(first) == "had" and not _BEFELL.isdisjoint(map(view.key, (first + 1, first + 2)))
    )
    from netui.domain.capture.outcome.missed import tells_of_miss  # for a note alone
    from netui.domain.capture.sentence.facts import ask_about_fact, tells_of_them

    if ask_about_fact(view, state, sentence, at, MET_OR_NOTE):
        return
    told = first - at == len(state.named) and tells_of_them(view, sentence.verbs, first)
    if tells_of_miss(view, state, at) or (at in state.named and told):
        ask_about_others(view, state, sentence, first)
        return
    coming = view.key(first + 1 + (view.key(first + 1) in ("all", "both"))) in _COMING_HERE
    news = news and not coming and view.words[first].said not in _COMES  # Ada kommt morgen zum Essen
    for i in range(at, view.end):
        if _ask_about_second(view, state, sentence, i):
            return
        if view.key(i) in _TOGETHER and i > at and view.words[i - 1].stops:
            state.report(i, i + 1, "mark", MET_OR_NOTE, "note", "contact")
            return  # Ada on the train, swapped numbers
        joined = view.key(i) == "we" and (view.key(i - 1) in AND or view.words[i - 1].stops)
        if joined and i > at and (view.key(i + 1).endswith("ed") or view.key(i + 1) in PAST_FORMS):
            state.report(i, i + 1, "mark", MET_OR_NOTE, "note", "contact")
            return  # Ada picked up and we talked
        begins = i > at and view.ends_sentence(i - 1)
        later = later or begins
        if begins and _is_deed_to_them(view, i):
            state.report(i, i + 1, "mark", MET_OR_NOTE, "note", "contact")
            return
        if state_told and not later:
            continue
        cue = _is_cue(view, state, i, at)
        stretch = is_away(view, first) and is_within_stretch(view, i)  # Ada off till Monday
        dated = not (cue or news or stretch or i in state.named) and _is_day_of_meeting(view, state, i, at)
        if cue or dated:
            state.report(i, i + 1, "mark", MET_OR_NOTE, "note", "contact")
            return
        if view.ends_sentence(i) and not _goes_on_with_deed(view, sentence, i + 1):
            break
    verbless = not any(may_be_verb(view, i) for i in range(at, view.end))
    headed = is_headline(view, state, at)
    headed = headed or (verbless and view.key(state.last_person + 1) in OCCASIONS)  # @ada squash
    if state.present:
        _ask_about_deed(view, state, at)
        return
    if not state_told and (headed or (state.on is not None and verbless) or lacks_news(view, state, at)):
        state.report(at, at + 1, "mark", MET_OR_NOTE, "note", "contact")


def _may_be_met(view: TokenView, at: int) -> bool:
    """Whether a meal or the like begins a clause at ``at``, behind adjectives."""
    if not (view.words[at - 1].stops or view.body[at - 1].value in DASHES):
        return False
    while at < view.end and view.may_precede_kind(at) and view.kind_at(at) is None:
        at += 1
    found = view.kind_at(at)
    return found is not None and found[0] != "note"


def _is_cue(view: TokenView, state: ParseState, i: int, at: int) -> bool:
    """Whether the word at ``i`` of a sentence from ``at`` may say that one met: a meal, a visit, a deed."""
    found = view.kind_at(i) or view.counted_kind(i)
    cue = view.key(i) in PRESENCE | DEEDS | TALKS or _is_done_to_writer(view, i)
    cue = cue or _is_joint_owner(view, state, i) or _is_deed_behind_place(view, state, i)
    cue = cue or (view.key(i) in ("my", "our") and view.key(i - 1).endswith("ing"))  # painting my fence
    coined = view.key(i).endswith("'d") and i == state.last_person + 1 and i - 1 in state.named
    cue = cue or (coined and view.key(i) not in SUBJECTS)  # Ada tg'd, insta'd me
    cue = cue or (i > at and view.words[i - 1].stops and is_contact_with_them(view, i))
    cue = cue or (view.key(i) in ("sat", "stood") and phrase_end(view.words, i, CONTACT_VERBS) > 0)
    cue = cue or _leads_to_person(view, state, i, at) or phrase_end(view.words, i, PRESENT_TOO) > 0
    return cue or (found is not None and found[0] != "note")


def _ask_about_deed(view: TokenView, state: ParseState, at: int) -> None:
    """Asks about ``walked home`` in a line for somebody chosen."""
    did = next((i for i in range(at, view.end) if i not in state.named), at)
    understood = did > at and view.body[at].start == view.body[at].core
    went = view.key(did) == "went" and view.key(did + 1) in ("to", "for", "on")
    if understood and (went or view.key(did) in _JOINT):
        state.report(did, did + 1, "mark", MET_OR_NOTE, "note", "contact")


def _take_afterthought(view: TokenView, state: ParseState) -> bool:
    """Takes the kind of ``, they texted`` at the end: ``Ada will be late, they texted``."""
    from netui.domain.capture.verbs.bare_kind import afterthought_at

    verb = afterthought_at(view) if len(state.people) == 1 else -1
    found = view.kind_at(verb)
    ahead = state.on is not None and day_of(state.on) > view.today  # Monday: Ada will be late, they texted
    if found is None or ahead:
        return False
    state.kind, state.typed, state.contact_from = found[0], True, verb
    behind = verb + 1 + (view.key(verb + 1) in ("me", "us"))
    if behind < view.end and state.on is None:
        state.take_date(behind, inside=True)
    return True


def _goes_on_with_deed(view: TokenView, sentence: SentenceReader, at: int) -> bool:
    """Whether a sentence at ``at`` is a day, what the writer did, or of somebody else.

    ``Ada won! celebrated over drinks``, ``Ada mended the gate. Grace made soup.``
    """
    if at < view.end and view.body[at].value[:1].isupper() and sentence.name_at(at) is not None:
        return True
    day = view.read(at) if at < view.end else None
    if day is not None and day.sure and (day.end >= view.end or view.words[day.end - 1].stops):
        return True
    theirs = view.key(at) in ("he", "she", "they") and view.key(at + 1) in PAST_VERBS
    while view.key(at) in SUBJECTS:
        at += 1
    return theirs or view.key(at).endswith("ed") or view.key(at) in PAST_FORMS | PAST_VERBS


def _is_deed_behind_place(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether what was done stands at ``at``, behind who somebody is: ``Ada from the bank, walked home``."""
    first = state.last_person + 1
    did = (view.key(at).endswith("ed") and len(view.key(at)) > 3) or view.key(at) in PAST_FORMS
    apart = at > first and "," in view.words[at - 1].after
    return did and apart and not any(may_be_verb(view, i) for i in range(first, at))


def _is_deed_to_them(view: TokenView, at: int) -> bool:
    """Whether a sentence at ``at`` says what was done to those named before it: ``Talked him round``."""
    while view.key(at) in SUBJECTS:
        at += 1
    done = view.key(at).endswith("ed") or view.key(at) in PAST_FORMS | PAST_VERBS
    return done and any(view.key(i) in ("her", "him", "them") for i in (at + 1, at + 2))


def _is_day_of_meeting(view: TokenView, state: ParseState, i: int, at: int) -> bool:
    """Whether a day at ``i`` of the sentence from ``at`` may be when they met."""
    day = None if view.is_owned(i) else view.read(i)
    if day is None or not (day.sure or _may_say_when(view, state, day)):
        return False
    return not (state.present and is_fact(view, state, at, day))


def _may_say_when(view: TokenView, state: ParseState, day: ParsedDate) -> bool:
    """Whether an unsure date at the end of a note may be when they met: ``Ada 1.10``."""
    told = any(may_be_verb(view, i) for i in range(state.last_person + 1, view.end))
    return view.may_end(day.end) and (day.value is not None or not told)


def _is_done_to_writer(view: TokenView, at: int) -> bool:
    """Whether ``me`` or ``us`` stands at ``at`` behind a verb in the past, or what is the writer's does."""
    if view.key(at) in ("my", "our"):
        here = view.key(at - 1) == "at" and view.key(at + 1) in _HERE
        deed = view.key(at - 1 - (view.key(at - 1) in _BEFORE_OBJECT))  # nicked half my chips
        deeds = (view.key(i) for i in range(max(0, at - _NEAR), at)) if here else ()
        if any(each.endswith("ed") or each in PAST_FORMS for each in deeds):
            return True  # exchanged cards at our booth
        return (deed.endswith("ed") or deed in PAST_FORMS) and deed not in _AFAR
    if view.key(at) in ("me", "us") and view.key(at - 1) in WITH:
        deeds = (view.key(i) for i in range(max(0, at - _NEAR), at))
        return any(deed.endswith("ed") or deed in PAST_FORMS for deed in deeds)  # shared a link with me
    verb = view.key(at - 1 - (view.key(at - 1) in ("at", "to", "for", "past", "on", "upon")))
    return view.key(at) in ("me", "us") and (verb.endswith("ed") or verb in PAST_FORMS)


def _is_joint_owner(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether ``Lou's`` at ``at`` goes on with those named: ``Ada and Lou's for a takeaway``."""
    owned = view.key(at).endswith("'s") and view.body[at].value[:1].isupper()
    return owned and view.key(at - 1) in AND and at - 2 in state.named


def _leads_to_person(view: TokenView, state: ParseState, i: int, at: int) -> bool:
    """Whether a verb in the past, ``from`` or ``at`` stands beside someone at ``i``: ``teased Ada``."""
    behind = view.key(state.last_person + 1)
    if view.key(i) == "for" and i + 1 in state.named and behind in _HAPPENED:
        return i > at and view.key(i - 1) not in DETERMINERS
    begins = view.key(at).endswith("ed") or view.key(at) in PAST_FORMS
    if i == at and begins and view.key(i + 1) in _PARTICLES and i + 2 in state.named:
        return True  # hit up Ada
    if i + 1 in state.named and i not in state.named:
        near = i <= (at + _REACH if begins else at + 2)  # received a package from Ada
        return (i == at and begins) or (view.key(i) in ("from", "to") and near and not view.is_at(i + 1))
    return view.key(i) == "at" and i - 1 in state.named


def ask_about_others(view: TokenView, state: ParseState, sentence: SentenceReader, at: int) -> None:
    """Asks whether a note whose text names someone is about the next one named there too."""
    any(_ask_about_second(view, state, sentence, i) for i in range(at, view.end))


def _ask_about_second(view: TokenView, state: ParseState, sentence: SentenceReader, at: int) -> bool:
    """Asks whether a note is about the second person named at ``at`` too: ``Jake proposed to Ada``."""
    capital = view.line[view.words[at].start : view.words[at].start + 1].isupper()
    other = sentence.name_at(at) if capital and at not in state.named else None
    if other is None or other.person in state.people:
        return False
    told = (
        view.key(at - 1) in REPORTS and 1 < at < view.limit and view.words[at - 2].stops
    )  # Ada is ill, told Tom
    if view.is_owned(at) or (is_about_others(view, at) and not told):
        return False
    sentence.ask(at, other)
    return True


def is_contact_with_them(view: TokenView, at: int) -> bool:
    """Whether the text at ``at`` begins with contact: ``Ada is in town: had lunch with them``."""
    while view.key(at) in SUBJECTS:
        at += 1
    done = view.key(at).endswith("ed") or view.key(at) in PAST_FORMS | PAST_VERBS
    end = next((i + 1 for i in range(at, view.end) if view.words[i].stops), view.end)
    for i in range(at + 1, end if done else at):
        led = view.key(i - 1) in WITH or (i == at + 1 and view.key(at) in PAST_VERBS | WITH_OBJECT)
        ends = view.may_end_list(i + 1) or view.key(i - 1) in WITH
        if view.key(i) in ("him", "her", "them") and led and ends:
            return True
    return False
