"""Result sections of Insights: opportunities, referrers, introductions to give, events, what was learned."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from netui.domain.model.entry import Opportunity
from netui.presentation.dates import long_day, short_day
from netui.presentation.pages.contact.contact_page import opportunity_lines
from netui.presentation.pages.page_builder import PageBuilder, pluralize
from netui.presentation.pages.page_layout import ContactItem, ExchangeItem, IntroductionItem
from netui.presentation.text import Line, clean, cut, fit, wrap
from netui.services.insights.history import ActivityHistory, Event
from netui.services.insights.referrals import Referrer
from netui.services.insights.summary import Insights

_SHOWN = 8
_NAME = 24
_COLUMNS = (("doors", 7), ("won", 5), ("introduced", 12), ("in touch", 10), ("good words", 12))
_Names = Mapping[str, str]


def result_sections(
    builder: PageBuilder, insights: Insights, history: ActivityHistory | None, names: _Names
) -> None:
    """Adds the sections on results, at the end of the page."""
    _opportunity_section(builder, insights, names)
    _referrers(builder, history, names)
    _introductions(builder, insights, history, names)
    _events(builder, history, names)
    _learned(builder, history, names)


def contacts_named(insights: Insights, history: ActivityHistory | None) -> set[str]:
    """The ids of all contacts the page names."""
    who = {each for o in insights.opportunities for each in (o.contact, o.via)}
    who |= {thin.contact for spread in insights.diversity.values() for thin in spread.thin}
    who |= {each for one in insights.introductions for each in (one.seeker, one.knower)}
    if history:
        who |= {each for one in history.introduced for each in (one.entry.contact, *one.entry.with_)}
        who |= {each.contact for each in history.learned} | {each.id for each in history.referrers[:_SHOWN]}
        who |= {guest.id for event in history.events for guest in event.people}
    return who


# ---------------------------------------------------------------------- opportunities


def _opportunity_section(builder: PageBuilder, insights: Insights, names: _Names) -> None:
    builder.section("Opportunities, and who opened the door")
    if not insights.opportunities:
        builder.text("none yet: o on a person notes one")
        return
    for status in ("open", "won", "lost"):
        rows = [o for o in insights.opportunities if o.status == status]
        stages = Counter(o.standing for o in rows if o.standing and o.status == "open")
        said = " · ".join(f"{count} {clean(stage)}" for stage, count in stages.most_common())
        line: Line = [(f"  {len(rows):>3} {status}", "strong"), (f"   {said}" if said else "", "muted")]
        builder.drill(f"Opportunities: {status}", _opportunities(rows, names), [line])
    builder.lines.append([])
    shown = [
        o for s in ("open", "won") for o in [o for o in insights.opportunities if o.status == s][:_SHOWN]
    ]
    for opportunity in shown:
        whose = clean(names.get(opportunity.contact, opportunity.contact))
        lines = opportunity_lines(opportunity, names, builder.context, whose=whose)
        builder.add(ContactItem(opportunity.contact), lines)


def _opportunities(rows: Sequence[Opportunity], names: _Names) -> Callable[[], list[tuple[str, str]]]:
    def listed() -> list[tuple[str, str]]:
        return [(o.contact, f"{o.kind}: {o.text}{_standing(o)}{_opened_by(o, names)}") for o in rows]

    return listed


def _standing(opportunity: Opportunity) -> str:
    return f" · {opportunity.stage}" if opportunity.stage and opportunity.status == "open" else ""


def _opened_by(opportunity: Opportunity, names: _Names) -> str:
    via = opportunity.via
    return f" · opened by {names.get(via, via)}" if via else ""


# ---------------------------------------------------------------------- introductions


def _introductions(
    builder: PageBuilder, insights: Insights, history: ActivityHistory | None, names: _Names
) -> None:
    """Those to give, each selectable, and what came of those given in the last year."""
    builder.section("Introductions to give")
    for one in insights.introductions:
        seeker, knower = (clean(names.get(ident, ident)) for ident in (one.seeker, one.knower))
        line: Line = [
            (f"  {seeker}", "strong"),
            (f" looks for {clean(one.topic)}: ", "muted"),
            (knower, "strong"),
        ]
        builder.add(IntroductionItem(one), [line])
    if not insights.introductions:
        builder.text("none come to mind: what people seek and know is in their files")
    introduced = history.introduced if history else ()
    if introduced:
        builder.label("given, and what came of it")
    for given in introduced:
        entry = given.entry
        who = " and ".join(clean(names.get(ident, ident)) for ident in (entry.contact, *entry.with_))
        came = (
            f"seen together on {pluralize(given.since, 'day')} since"
            if given.since
            else "nothing logged since"
        )
        day = short_day(entry.on, builder.context.today)
        builder.add(
            ContactItem(entry.contact, entry.id),
            [[(f"  {day}  ", "muted"), (who, ""), (f"  {came}", "muted")]],
        )


# ---------------------------------------------------------------------- referrers


def _referrers(builder: PageBuilder, history: ActivityHistory | None, names: _Names) -> None:
    builder.section("Who vouched for you, and what came of it")
    if history is None:
        builder.waiting()
        return
    if not history.referrers:
        builder.text("nobody yet: met through, got:intro, got:referral and who opened a door say it")
        return
    heads = "".join(f"{head:>{width}}" for head, width in _COLUMNS)
    builder.lines.append([(f"  {'':<{_NAME}}{heads}", "muted")])
    for one in history.referrers[:_SHOWN]:
        name = clean(names.get(one.id, one.id))
        figures = (len(one.opened), one.won, len(one.introduced), one.in_touch, one.times)
        row = "".join(
            f"{figure or '':>{width}}" for figure, (_, width) in zip(figures, _COLUMNS, strict=True)
        )
        builder.drill(
            f"Through {name}", _through(one, name), [[(f"  {fit(name, _NAME)}", "strong"), (row, "")]]
        )


def _through(one: Referrer, name: str) -> Callable[[], list[tuple[str, str]]]:
    def listed() -> list[tuple[str, str]]:
        doors = [(o.contact, f"{o.status}: {o.kind}, {o.text}") for o in one.opened]
        often = {1: "once", 2: "twice"}.get(one.times, f"{one.times:,} times")
        own = [(one.id, f"a good word {often}: an intro, a referral or visibility")] if one.times else []
        return [*doors, *((who, f"met through {name}") for who in one.introduced), *own]

    return listed


# ---------------------------------------------------------------------- events


def _events(builder: PageBuilder, history: ActivityHistory | None, names: _Names) -> None:
    builder.section("Events, and whom you met there")
    if history is None:
        builder.waiting()
        return
    for event in history.events:
        builder.drill(_event_title(event, builder), _guests(event), _event_lines(event, builder, names))
    if not history.events:
        builder.text("none in the last year: event at PyCon with @ada … logs one")


def _event_title(event: Event, builder: PageBuilder) -> str:
    place = f", {clean(event.place)}" if event.place else ""
    return f"Event of {long_day(event.on, builder.context.today)}{place}"


def _event_lines(event: Event, builder: PageBuilder, names: _Names) -> list[Line]:
    room = builder.context.width - 12
    words = clean(event.words.replace("\n", " "))
    lines: list[Line] = [
        [
            (f"  {short_day(event.on, builder.context.today):<9} ", "muted"),
            (cut(f"{clean(event.place)}: {words}" if event.place else words, room), ""),
        ]
    ]
    for word, first in (("met there", True), ("with", False)):
        who = [names.get(guest.id, guest.id) for guest in event.people if guest.first is first]
        if who:
            said = wrap(f"{word} {', '.join(who)}", room)[:2]
            lines += [[(" " * 12 + text, "good" if first else "muted")] for text in said]
    return lines


def _guests(event: Event) -> Callable[[], list[tuple[str, str]]]:
    def listed() -> list[tuple[str, str]]:
        return [
            (
                guest.id,
                ("met there first; " if guest.first else "")
                + (pluralize(guest.since, "contact day") + " since" if guest.since else "no contact since"),
            )
            for guest in event.people
        ]

    return listed


# ---------------------------------------------------------------------- what was learned


def _learned(builder: PageBuilder, history: ActivityHistory | None, names: _Names) -> None:
    builder.section("What was learned")
    if history is None:
        builder.waiting()
        return
    if not history.learned:
        builder.text("nothing noted yet: learned: says it as you log")
        return
    line: Line = [(f"  all {pluralize(history.all_learned, 'thing')} learned", "strong")]
    builder.add(ExchangeItem("Learned"), [line])
    for contact, on, words in history.learned:
        lines: list[Line] = [[("  " + text, "")] for text in wrap(words, builder.context.width - 6)]
        said = f"    {clean(names.get(contact, contact))}, {short_day(on, builder.context.today)}"
        builder.add(ContactItem(contact), [*lines, [(said, "muted")]])
