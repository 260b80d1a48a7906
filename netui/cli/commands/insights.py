"""``netui insights``: the network as a whole, and the entries behind what was given, got and learned."""

from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.output import cut, is_plain, iso, or_none, page_width, room, table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry
    from netui.services.insights.history import ActivityHistory
    from netui.services.insights.summary import Insights
    from netui.services.workspace import Workspace

LEARNED = "learned"


def _run(session: Session, given: Namespace) -> int:
    """The page as the app shows it; with a thing, when and with whom it was given and got."""
    from netui.services.insights.history import build_history
    from netui.services.insights.summary import build_insights

    workspace = session.refresh()
    thing = " ".join(given.thing)
    if thing:
        _behind(session, workspace, thing)
        return 0
    people = session.people(workspace).load()
    found, past = build_insights(workspace, people), build_history(workspace)
    assert past is not None
    session.emit(_document(found, past))
    if not session.wants_json:
        session.lines(_page(workspace, found, past))
    return 0


def _page(workspace: "Workspace", found: "Insights", past: "ActivityHistory") -> list[str]:
    from netui.presentation.glyphs import glyphs
    from netui.presentation.pages.insights.insights import insights_page
    from netui.presentation.pages.insights.results import contacts_named
    from netui.presentation.pages.page_layout import RenderContext
    from netui.presentation.text import plain
    from netui.services.settings import draws_ascii

    config = workspace.config
    context = RenderContext(
        page_width(), workspace.today, glyphs(ascii_only=draws_ascii(config)), config.first_weekday
    )
    names = workspace.read.names_of(contacts_named(found, past))
    lines = insights_page(found, past, names, context, has_calendar=not is_plain()).lines
    return [plain(line).rstrip() for line in lines]


def _behind(session: Session, workspace: "Workspace", thing: str) -> None:
    """The very entries, what was got first."""
    from netui.services.insights.exchange import find_exchanges, find_learned

    if thing == LEARNED:
        found = [(LEARNED, entry) for entry in find_learned(workspace)]
    else:
        found = [(way, entry) for way, entry in find_exchanges(workspace, thing)]
    session.emit([_entry_document(way, entry) for way, entry in found])
    names = workspace.read.names_of({entry.contact for _, entry in found})
    rows = [
        (way, entry.on.isoformat()[:10], names.get(entry.contact, entry.contact), _words(way, entry))
        for way, entry in found
    ]
    session.lines(table(rows, (7, 10, 26)) or [cut(f"nothing was noted yet as {clean(thing)}", room())])


def _words(way: str, entry: "Entry") -> str:
    said = entry.learned if way == LEARNED else entry.text or entry.kind
    return " ".join((*said.split(), *(f"#{tag}" for tag in entry.tags)))


def _entry_document(way: str, entry: "Entry") -> dict[str, Any]:
    return {
        "way": way,
        "contact": entry.contact,
        "id": entry.id,
        "on": iso(entry.on),
        "text": or_none(entry.learned if way == LEARNED else entry.text),
    }


def _document(found: "Insights", past: "ActivityHistory") -> dict[str, Any]:
    in_touch = {who: tie for who, tie in past.ties.items() if tie.year}
    return {
        "contacts": {day.isoformat(): count for day, count in sorted(found.days.items())},
        "months": [month.isoformat() for month in past.months],
        "states": {state: list(counts) for state, counts in past.states.items()},
        "ties": {
            who: {"days_in_year": tie.year, "first": tie.first.isoformat()} for who, tie in in_touch.items()
        },
        "left": {
            who: {"last": tie.last.isoformat(), "archived": tie.archived} for who, tie in past.former.items()
        },
        "started": {
            who: {"me": mine, "them": theirs} for who, (mine, theirs) in sorted(past.started.items())
        },
        "gave": dict(past.gifts.gave),
        "got": dict(past.gifts.got),
        "kept": {
            "me": {"in_time": found.kept.mine, "of": found.kept.of_mine},
            "them": {"in_time": found.kept.theirs, "of": found.kept.of_theirs},
        },
        "roles": {share.word: list(share.people) for share in found.roles},
        "tags": {share.word: list(share.people) for share in found.fields},
        "capacity": {"needed": round(found.capacity.needed, 2), "average": round(found.capacity.average, 2)},
        "reviving": [{"contact": one.contact, "days": one.days, "said": one.said} for one in found.revivals],
        "opportunities": [
            {
                "contact": o.contact, "id": o.id, "kind": o.kind, "text": o.text, "status": o.status,
                "via": or_none(o.via), "goal": or_none(o.goal), "worth": or_none(o.worth),
                "next": or_none(o.next), "next_on": iso(o.next_on), "stage": or_none(o.stage),
                "history": [{"on": iso(step.on), "what": step.what} for step in o.history],
            }
            for o in found.opportunities
        ],
        "diversity": {
            kind: {
                "people": spread.people, "groups": spread.groups, "leading": list(spread.leading),
                "thin": [thin._asdict() for thin in spread.thin],
            }
            for kind, spread in found.diversity.items()
        },
        "introductions": [
            {"seeker": one.seeker, "knower": one.knower, "topic": one.topic} for one in found.introductions
        ],
        **_past_document(past),
    }  # fmt: skip


def _past_document(past: "ActivityHistory") -> dict[str, Any]:
    """What a scan of the whole log tells."""
    return {
        "vouched": [
            {
                "contact": one.id, "introduced": list(one.introduced), "in_touch": one.in_touch,
                "good_words": one.times, "doors": len(one.opened), "won": one.won,
            }
            for one in past.referrers
        ],
        "introduced": [
            {
                "contact": one.entry.contact, "id": one.entry.id, "on": iso(one.entry.on),
                "with": list(one.entry.with_), "days_since": one.since,
            }
            for one in past.introduced
        ],
        "events": [
            {
                "on": event.on.isoformat(), "place": or_none(event.place), "text": or_none(event.words),
                "people": [
                    {"contact": guest.id, "met_there": guest.first, "days_since": guest.since}
                    for guest in event.people
                ],
            }
            for event in past.events
        ],
        "new": {
            who: tie.since.isoformat()
            for who, tie in past.ties.items()
            if tie.since and tie.since >= past.months[0].replace(day=1)
        },
        "years": [year._asdict() for year in past.years],
        "requests": [
            {"thing": each.thing, "times": each.times, "people": list(each.people)} for each in past.requests
        ],
        "rising": [
            {"word": each.word, "months": list(each.months), "people": list(each.people)}
            for each in past.rising
        ],
        "learned": [
            {"contact": one.contact, "on": one.on.isoformat(), "text": one.words} for one in past.learned
        ],
    }  # fmt: skip


COMMAND = Command(
    "insights",
    "the network as a whole; with a thing (advice, learned …) the entries behind it",
    "netui insights",
    _run,
    (
        argument(
            "thing",
            metavar="THING",
            nargs="*",
            help="the entries behind one thing: advice, support, lead … or learned",
        ),
    ),
)
