"""The brief before a meeting: last talks, open promises, dates, interests, links and an opener."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from netui.domain.cadence.recurring_dates import day_words
from netui.domain.cadence.status import Status
from netui.domain.model.channels import labelled_values
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.named_tuple import NamedTuple
from netui.services.people.profile import Profile, build_profile
from netui.services.relationships.links import DIED, INTRODUCED, Link, said_of_both
from netui.services.reminders.agenda import occasion_when
from netui.services.workspace import Workspace

TALKS = 3
"""How many of the latest entries a brief holds."""
DATES_WITHIN = 30
"""Dates up to this many days ahead are near, or further where their own ``lead`` says so."""
COMMON = 6
"""How many mutual contacts are named."""
QUOTED = 160
"""The maximum length of an opener in characters."""
_LEAST_WORDS = 4
_ADVICE = "advice"
_ADVISED = 5
"""How many pieces of advice a brief holds."""
_SHARED = 2
"""How many shared people an opener names."""
_ASIDE = ("snooze", "skip", "reviewed", "attempt")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|\Z)")


class NearDate(NamedTuple):
    """An important date that is near, in words; with an age only where the year is known.

    ``on`` is an ISO day, or month where no more is known; ``when`` says in how many ``days`` it is.
    """

    words: str
    on: str
    days: int
    when: str


NEW = "new"


class Opener(NamedTuple):
    """A conversation opener: ``quote`` is a literal quote of an entry or a promise.

    ``source`` is ``mine`` or ``theirs`` for an open promise, :data:`NEW` where nothing was said yet and
    ``quote`` are words on what one has in common, else the entry's kind; ``on`` its day; ``whole`` is False
    where the text goes on.
    """

    quote: str
    source: str
    on: date | None
    whole: bool = True


class Balance(NamedTuple):
    """How often each side started the contact, and what was given and got, the most frequent first."""

    me: int
    them: int
    gave: tuple[tuple[str, int], ...]
    got: tuple[tuple[str, int], ...]


class Brief(NamedTuple):
    """The brief of one contact.

    ``met_via`` is the name of who introduced them; ``coming`` are planned meetings, soonest first; ``talks``,
    ``learned`` and ``advice`` (what was advised) the latest entries, newest first; ``goals`` the id and title
    of each that names them; ``circles`` say for each of theirs how often they came.
    """

    row: ContactRow
    status: Status
    why: str
    pronouns: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    local_time: str
    met_on: str
    met_where: str
    met_via: str
    opener: Opener | None
    coming: tuple[Entry, ...]
    talks: tuple[Entry, ...]
    promises: tuple[Promise, ...]
    opportunities: tuple[Opportunity, ...]
    knows: tuple[str, ...]
    seeks: tuple[str, ...]
    interests: tuple[str, ...]
    learned: tuple[Entry, ...]
    advice: tuple[Entry, ...]
    dates: tuple[NearDate, ...]
    goals: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
    balance: Balance
    notes: str
    names: Mapping[str, str]
    circles: tuple[str, ...] = ()


class MutualContact(NamedTuple):
    """A mutual contact of several participants, whose names are in ``with_``."""

    id: str
    name: str
    with_: tuple[str, ...]


class MeetingBrief(NamedTuple):
    """The briefs of the participants of a meeting; ``occasion`` is the planned meeting, if there is one.

    ``acquainted`` are the names of two linked participants and how; ``common`` the contacts who share entries
    with at least two.
    """

    people: tuple[Brief, ...]
    occasion: Entry | None = None
    acquainted: tuple[tuple[str, str, str], ...] = ()
    common: tuple[MutualContact, ...] = ()


def build_meeting_brief(
    workspace: Workspace, ids: Sequence[str], occasion: Entry | None = None
) -> MeetingBrief:
    """Builds the briefs of several contacts (or one); ids of no contact are left out."""
    found = tuple(b for ident in dict.fromkeys(ids) if (b := build_brief(workspace, ident)) is not None)
    if len(found) < 2:
        return MeetingBrief(found, occasion)
    names = {each.row.id: each.row.name for each in found}
    acquainted = tuple(_acquainted(found))
    shared: dict[str, tuple[str, list[str]]] = {}
    for ident, name in names.items():
        for other in workspace.read.relationships.companions(ident, workspace.today):
            if other.id not in names:
                shared.setdefault(other.id, (other.name, []))[1].append(name)
    common = [
        MutualContact(who, name, tuple(those)) for who, (name, those) in shared.items() if len(those) > 1
    ]
    common.sort(key=lambda each: (-len(each.with_), each.name))
    return MeetingBrief(found, occasion, acquainted, tuple(common[:COMMON]))


def _acquainted(people: Sequence[Brief]) -> Iterator[tuple[str, str, str]]:
    """How each two participants are linked, saying who is what to whom."""
    for at, one in enumerate(people):
        for other in people[at + 1 :]:
            first, second = one, other
            if INTRODUCED in _link_words(one, other):  # from the side of the one who was introduced
                first, second = other, one
            words = _link_words(first, second)
            if words:
                names = [each.row.name.split(" ")[0] for each in (first, second)]
                if names[0] == names[1]:
                    names = [first.row.name, second.row.name]
                said = (said_of_both(each, *names) for each in words)
                yield one.row.name, other.row.name, "; ".join(said)


def _link_words(one: Brief, other: Brief) -> tuple[str, ...]:
    return next((link.words for link in one.links if link.id == other.row.id), ())


def build_brief(workspace: Workspace, ident: str) -> Brief | None:
    """Builds the brief of one contact; None where there is none of that id."""
    found = build_profile(workspace, ident)
    if found is None:
        return None
    head, is_alive = found.head, not found.row.died
    met = head.get("met")
    met = met if isinstance(met, dict) else {}
    now = workspace.now()
    timeline = list(found.timeline)
    said = [e for e in timeline if not (e.planned or is_ahead(e, now)) and e.kind not in _ASIDE]
    promises = found.open_promises
    via = next((link.name for link in found.links if INTRODUCED in link.words), "")
    opener = choose_opener(said, promises, workspace.today) or first_opener(found, via)
    return Brief(
        row=found.row,
        status=found.status,
        why=found.why,
        pronouns=_text(head, "pronouns"),
        phones=_values(head, "phones"),
        emails=_values(head, "emails"),
        local_time=found.local_time if is_alive else "",
        met_on=_text(met, "on"),
        met_where=_text(met, "where"),
        met_via=via,
        opener=opener if is_alive else None,
        coming=tuple(e for e in reversed(timeline) if _is_coming(e, now)) if is_alive else (),
        talks=tuple(said[:TALKS]),
        promises=promises,
        opportunities=tuple(each for each in found.opportunities if each.status == "open"),
        knows=_texts(head, "knows"),
        seeks=_texts(head, "seeks"),
        interests=_texts(head, "interests"),
        learned=tuple(entry for entry in said if entry.learned)[:3],
        advice=tuple(entry for entry in said if _ADVICE in entry.got and (entry.text or entry.learned))[
            :_ADVISED
        ],
        dates=_near_dates(workspace, found),
        goals=_goals(workspace, found),
        links=found.links,
        balance=count_balance(said),
        notes=_text(head, "notes").strip(),
        names=found.names,
        circles=_circles(workspace, ident) if workspace.quiet.circles else (),
    )


def _circles(workspace: Workspace, ident: str) -> tuple[str, ...]:
    from netui.services.circles.status import attendance_words, read_circles

    mine = (circle for circle in read_circles(workspace) if any(m.id == ident for m in circle.members))
    return tuple(attendance_words(circle, ident, workspace.today) for circle in mine)


def is_ahead(entry: Entry, now: datetime) -> bool:
    """Whether an entry is still to come: on a later day, or later today where it has a time."""
    if isinstance(entry.on, datetime):
        return entry.on > now.replace(tzinfo=None)
    return entry.on > now.date()


def _is_coming(entry: Entry, now: datetime) -> bool:
    """Whether an entry is still to come, or a plan for today that nobody confirmed yet."""
    return is_ahead(entry, now) or (entry.planned and day_of(entry.on) == now.date())


def _values(head: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The addresses under a key, without their labels."""
    return tuple(value for value, _ in labelled_values(head, key))


def _text(table: Mapping[str, Any], key: str) -> str:
    return str(table.get(key) or "")


def _texts(head: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = head.get(key)
    return tuple(value for value in values if isinstance(value, str)) if isinstance(values, list) else ()


# ---------------------------------------------------------------------- opener


def choose_opener(said: Iterable[Entry], promises: Iterable[Promise], today: date) -> Opener | None:
    """Chooses a literal quote to open a conversation with; None where there is none.

    First a promise of mine that is past due; then the latest entry that is not private and has at least four
    words, contacts before notes; then any open promise. ``said`` is newest first.
    """
    said, promises = list(said), list(promises)
    for promise in promises:
        if promise.by == "me" and promise.due is not None and promise.due < today and promise.text.strip():
            return _from_promise(promise)
    telling = [entry for entry in said if not entry.private and len(entry.text.split()) >= _LEAST_WORDS]
    for entry in (*(e for e in telling if e.kind != "note"), *telling):
        quote, whole = _quoted(entry.text)
        return Opener(quote, entry.kind, day_of(entry.on), whole)
    return next((_from_promise(promise) for promise in promises if promise.text.strip()), None)


def first_opener(found: Profile, via: str) -> Opener | None:
    """What to begin with where nothing was said yet: shared people, interests, what they seek; None without.

    ``via`` is the name of who introduced them.
    """
    living = (link for link in found.links if not any(words.endswith(DIED) for words in link.words))
    shared = [link.name for link in living if link.id and link.name != via][:_SHARED]
    interests, seeks = _texts(found.head, "interests"), _texts(found.head, "seeks")
    parts = [f"{via} introduced you"] if via else []
    parts += [f"you both know {' and '.join(shared)}"] if shared else []
    parts += [f"they like {interests[0]}"] if interests else []
    parts += [f"they look for {seeks[0]}"] if seeks else []
    return Opener("; ".join(parts), NEW, None) if parts else None


def _from_promise(promise: Promise) -> Opener:
    quote, whole = _quoted(promise.text)
    return Opener(quote, "mine" if promise.by == "me" else "theirs", promise.made or promise.due, whole)


def _quoted(text: str) -> tuple[str, bool]:
    """As many whole sentences of the first line as fit, or words where none fits; and whether that is all."""
    text = text.strip()
    first = text.split("\n", 1)[0].strip()
    end = len(first)
    if end > QUOTED:
        ends = [match.end() for match in _SENTENCE_END.finditer(first) if match.end() <= QUOTED]
        long_enough = [at for at in ends if len(first[:at].split()) >= _LEAST_WORDS]
        end = long_enough[-1] if long_enough else first.rfind(" ", 1, QUOTED)
    quote = first[: end if end > 0 else QUOTED]
    return quote, quote == text


# ---------------------------------------------------------------------- balance, dates and goals


def count_balance(said: Iterable[Entry]) -> Balance:
    """Counts who started contacts how often, and what was given and got."""
    starts = Counter[str]()
    gave, got = Counter[str](), Counter[str]()
    for entry in said:
        starts[entry.started_by] += 1
        gave.update(entry.gave)
        got.update(entry.got)
    return Balance(starts["me"], starts["them"], tuple(gave.most_common()), tuple(got.most_common()))


def _near_dates(workspace: Workspace, found: Profile) -> tuple[NearDate, ...]:
    today = workspace.today
    return tuple(
        NearDate(day_words(each.what, each.years), each.iso, each.days, occasion_when(each))
        for each in workspace.read.dates.upcoming_of(found.row.id, today, DATES_WITHIN)
    )


def _goals(workspace: Workspace, found: Profile) -> tuple[tuple[str, str], ...]:
    ids = [ident for ident in found.row.goals.split("\n") if ident]
    ids += [promise.goal for promise in found.promises if promise.goal and promise.is_open]
    ids += [each.goal for each in found.opportunities if each.goal]
    titles = {ident: body.get("title") for ident, body, _ in workspace.read.goals()} if ids else {}
    return tuple((ident, str(titles.get(ident) or ident)) for ident in dict.fromkeys(ids))
