"""The insights page: statistics on the network as a whole, each of which drills down to contacts."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from netui.domain.cadence.explanations import capacity_words, gap_words
from netui.domain.model.dates import shift
from netui.presentation.dates import MONTH_NAMES, short_day
from netui.presentation.glyphs import STATE_ROLES
from netui.presentation.pages.contact.contact_page import sparkline
from netui.presentation.pages.insights.heatmap import heatmap_lines
from netui.presentation.pages.insights.results import result_sections
from netui.presentation.pages.page_builder import BAR_WIDTH, PageBuilder, pluralize
from netui.presentation.pages.page_layout import ContactItem, ExchangeItem, PageLayout, RenderContext
from netui.presentation.text import Line, clean, fit, wrap
from netui.services.insights.history import CLOSE_DAYS, SHOWN_STATES, ActivityHistory, Tie
from netui.services.insights.summary import Insights, Share

SHARES_SHOWN = 8
LIST_LONGEST = 500
_THINGS_SHOWN = 10
_SIGNS, _ASCII_SIGNS = "█▒", "#+"
"""The characters of the bars for what was got and for what was given."""


def insights_page(
    insights: Insights,
    history: ActivityHistory | None,
    names: Mapping[str, str],
    context: RenderContext,
    *,
    has_calendar: bool = True,
) -> PageLayout:
    """The page; sections that need a scan of the whole log say so until ``history`` is there.

    Without the calendar of the year for whom nothing can be drawn.
    """
    builder = PageBuilder(context, folds=True)
    builder.section("The year")
    if has_calendar:
        builder.lines += heatmap_lines(
            insights.days, context.today, context.width, context.glyphs, context.first_weekday
        )
    _year(builder, insights, history)
    _states(builder, insights, history)
    _circle(builder, history)
    _balance(builder, insights, history)
    _shares(builder, insights, names)
    _topics(builder, history)
    _capacity(builder, insights)
    _dormant(builder, insights)
    result_sections(builder, insights, history, names)
    return PageLayout(builder.lines, builder.selectables, tuple(builder.sections))


def _year(builder: PageBuilder, insights: Insights, history: ActivityHistory | None) -> None:
    context = builder.context
    total = sum(insights.days.values())
    line: Line = [("  in touch ", "muted"), (f"{pluralize(total, 'time')} in the last 53 weeks", "")]

    if history is None:
        builder.drill("Met in the last year", _plain(insights.met), [line])
        return
    ties = history.ties
    met = [ident for ident, tie in ties.items() if tie.year]
    builder.drill("Met in the last year", _days(met, ties), [line])
    first = history.months[0].replace(day=1)
    began = {ident: tie.since for ident, tie in ties.items() if tie.since and tie.since >= first}
    by_month = Counter((day.year, day.month) for day in began.values())
    counts = tuple(by_month[month.year, month.month] for month in history.months)
    word = "person" if sum(counts) == 1 else "people"

    def fresh() -> list[tuple[str, str]]:
        rows = sorted(((day, ident) for ident, day in began.items()), reverse=True)
        return [(ident, f"since {short_day(day, context.today)}") for day, ident in rows]

    line = [("  growth   ", "muted"), (sparkline(counts, context.glyphs), "link")]
    line.append((f"  {sum(counts):,} new {word} in 12 months, {len(history.ties):,} in all", ""))
    builder.drill("New in the last 12 months", fresh, [line])
    if len(history.years) > 1:
        _years(builder, history)


def _years(builder: PageBuilder, history: ActivityHistory) -> None:
    """The years side by side."""
    builder.label(f"{'year':<6}{'contacts':>9}{'people':>8}{'new':>6}{'gave':>6}{'got':>6}")
    for each in history.years:
        figures = f"{each.contacts:>9,}{each.people:>8,}{each.new:>6,}{each.gave:>6,}{each.got:>6,}"
        builder.lines.append([(f"  {each.year:<6}", "strong"), (figures, "")])


def _contact_days(days: int) -> str:
    return f"{pluralize(days, 'contact day')} in the last year"


def _states(builder: PageBuilder, insights: Insights, history: ActivityHistory | None) -> None:
    builder.section("How things stood, month by month")
    if history is None:
        builder.waiting()
    for state in SHOWN_STATES:
        who = insights.states.get(state, ())
        line: Line = [
            (f"  {builder.context.glyphs.states[state]} ", STATE_ROLES[state]),
            (f"{state:<8} ", ""),
        ]
        if history is not None:
            then = history.states[state]
            since = MONTH_NAMES[history.months[0].month - 1]
            line += [
                (sparkline(then, builder.context.glyphs), "link"),
                (f"  {then[0]:,} in {since}, ", "muted"),
            ]
        line.append((f"{len(who):,} now", ""))
        builder.drill(f"{state.capitalize()} now", _plain(who), [line])


def _plain(who: Sequence[str]) -> Callable[[], Sequence[tuple[str, str]]]:
    return lambda: [(ident, "") for ident in who]


def _circle(builder: PageBuilder, history: ActivityHistory | None) -> None:
    builder.section("Close, weak and new ties, and who left", "weak")
    if history is None:
        builder.waiting()
        return
    year_ago = shift(builder.context.today, -365)
    met = {ident: tie for ident, tie in history.ties.items() if tie.year}
    groups: tuple[tuple[str, str, Callable[[Tie], bool]], ...] = (
        ("close", f"met on {CLOSE_DAYS} days of the year or more", lambda tie: tie.year >= CLOSE_DAYS),
        ("weak", "met less often, but within the year", lambda tie: tie.year < CLOSE_DAYS),
        ("new", "of both, new within the year", lambda tie: (tie.since or year_ago) > year_ago),
    )
    for word, meaning, belongs in groups:
        who = [ident for ident, tie in met.items() if belongs(tie)]
        part = len(who) / len(met) if met else 0.0
        head: Line = [
            (f"  {word:<6}", "strong"), *builder.bar(part), (f" {100 * part:3.0f} %  {len(who):>3,}  ", ""),
        ]  # fmt: skip
        builder.drill(f"{word.capitalize()} ties", _days(who, history.ties), [[*head, (meaning, "muted")]])
    head = [("  left  ", "strong"), (" " * (BAR_WIDTH + 6), ""), (f" {len(history.former):>3,}  ", "")]
    builder.drill(
        "Left the circle", _left(builder, history), [[*head, ("no contact for a year, or archived", "muted")]]
    )


def _days(who: Sequence[str], ties: Mapping[str, Tie]) -> Callable[[], Sequence[tuple[str, str]]]:
    """Those met on most days first; sorted once somebody asks."""

    def rows() -> list[tuple[str, str]]:
        order = sorted(who, key=lambda ident: (-ties[ident].year, ident))
        return [(ident, _contact_days(ties[ident].year)) for ident in order]

    return rows


def _left(builder: PageBuilder, history: ActivityHistory) -> Callable[[], Sequence[tuple[str, str]]]:
    def rows() -> list[tuple[str, str]]:
        order = sorted(history.former, key=lambda ident: (history.former[ident].last, ident), reverse=True)
        return [
            (ident, f"last contact {short_day(history.former[ident].last, builder.context.today)}")
            for ident in order
        ]

    return rows


def _balance(builder: PageBuilder, insights: Insights, history: ActivityHistory | None) -> None:
    builder.section("Who begins, what is given and got", "balance")
    if insights.kept.words:
        builder.text(insights.kept.words, "")
    if history is None:
        builder.waiting()
        return
    mine = sum(one for one, _ in history.started.values())
    noted = mine + sum(other for _, other in history.started.values())
    if noted:
        started: Line = [("  you began ", ""), *builder.bar(mine / noted)]
        started.append((f" {100 * mine / noted:.0f} % of {noted:,} noted this year", ""))
        builder.drill("Who begins", _started(history), [started])
    else:
        builder.text("who began was not noted this year: from:me or from:them says it as you log")
    gave, got, by_person = history.gifts
    if not (gave or got):
        builder.text("nothing given or got was noted yet: gave:advice or got:lead says it as you log")
        return
    order = sorted(by_person, key=lambda ident: (-sum(by_person[ident]), ident))
    width = (builder.context.width - 36) // 2
    signs = _SIGNS if builder.context.glyphs.full == _SIGNS[0] else _ASCII_SIGNS
    builder.lines.append([])
    head: Line = [(f"  {'':<14}{'got ' + signs[0]:>8}{'given ' + signs[1]:>9}   ", "muted")]
    builder.drill(
        "Given and got",
        lambda: [(ident, f"gave {by_person[ident][0]}, got {by_person[ident][1]}") for ident in order],
        [[*head, (f"with {pluralize(len(order), 'person', 'people')}", "")]],
    )
    given, gotten = dict(gave), dict(got)
    most = max((*given.values(), *gotten.values()))
    things = sorted({**gotten, **given}, key=lambda t: (-given.get(t, 0) - gotten.get(t, 0), t))
    for thing in things[:_THINGS_SHOWN]:
        figures = gotten.get(thing, 0), given.get(thing, 0)
        bars = [
            (sign * -(-times * width // most), role)
            for times, sign, role in zip(figures, signs, ("link", "muted"), strict=True)
        ]
        numbers = f"{figures[0]:>8,}{figures[1]:>9,}   "
        line: Line = [(f"  {fit(clean(thing), 14)}", "strong"), (numbers, ""), *bars]
        builder.add(ExchangeItem(thing.capitalize(), thing), [line])
    _requests(builder, history)


def _requests(builder: PageBuilder, history: ActivityHistory) -> None:
    """What was given to people who had reached out."""
    if not history.requests:
        return
    builder.label("what people come to you for")
    for each in history.requests:
        said = f" {pluralize(each.times, 'time')}, {pluralize(len(each.people), 'person', 'people')}"
        line: Line = [(f"  {fit(clean(each.thing), 14)}", "strong"), (said, "")]
        builder.drill(f"Came to you for {clean(each.thing)}", _plain(each.people), [line])


def _topics(builder: PageBuilder, history: ActivityHistory | None) -> None:
    builder.section("Topics on the rise")
    if history is None:
        builder.waiting()
        return
    for each in history.rising:
        count = sum(each.months[-3:])
        line: Line = [
            (f"  {fit(clean(each.word), 20)} ", "link" if each.word[0] == "#" else "strong"),
            (sparkline(each.months, builder.context.glyphs), "link"),
            (f"  in {pluralize(count, 'entry', 'entries')} of the last 3 months", "muted"),
        ]
        builder.drill(f"Named {clean(each.word)} of late", _plain(each.people), [line])
    if not history.rising:
        builder.text("none: nothing is named more often of late than in the months before")


def _started(history: ActivityHistory) -> Callable[[], Sequence[tuple[str, str]]]:
    def rows() -> list[tuple[str, str]]:
        started = history.started
        order = sorted(started, key=lambda ident: (started[ident][1] - started[ident][0], ident))
        return [
            (ident, f"you began {started[ident][0]} of {sum(started[ident])} in the last year")
            for ident in order
        ]

    return rows


def _shares(builder: PageBuilder, insights: Insights, names: Mapping[str, str]) -> None:
    builder.section("Fields and roles", "fields")
    for title, shares in (("roles", insights.roles), ("fields, by tag", insights.fields)):
        builder.lines += [[]] if title != "roles" else []
        builder.lines.append([(f"  {title}", "muted")])
        top = shares[0].times if shares else 1
        for share in shares[:SHARES_SHOWN]:
            word = share.word if title == "roles" else f"#{share.word}"
            builder.drill(clean(word), _plain(share.people), [_share_line(share, word, top, builder)])
        if not shares:
            builder.text("none yet: e edits roles" if title == "roles" else "none yet: t tags people")
    _diversity(builder, insights, names)


def _diversity(builder: PageBuilder, insights: Insights, names: Mapping[str, str]) -> None:
    """Where most people are, and one name to call in each field or place of few."""
    for kind, plural in (("field", "fields"), ("place", "places")):
        spread = insights.diversity[kind]
        if not spread.groups:
            continue
        sign = "#" if kind == "field" else ""
        leading = ", ".join(f"{sign}{word}" for word in spread.leading[:4])
        leading += f" and {len(spread.leading) - 4:,} more" if len(spread.leading) > 4 else ""
        builder.lines.append([])
        builder.text(
            f"Half of the {spread.people:,} people with a {kind} are in {len(spread.leading):,} of"
            f" {pluralize(spread.groups, kind, plural)}: {leading}."
        )
        for thin in spread.thin:
            name = clean(names.get(thin.contact, thin.contact))
            line: Line = [
                (f"  {fit(clean(sign + thin.word), 20)} ", "link"),
                (f"{pluralize(thin.people, 'person', 'people')}: say hello to {name}?", ""),
            ]
            builder.add(ContactItem(thin.contact), [line])


def _share_line(share: Share, word: str, top: int, builder: PageBuilder) -> Line:
    full = max(share.times * BAR_WIDTH // top, 1)
    return [
        (f"  {fit(clean(word), 20)} ", "link" if word[0] == "#" else ""),
        (builder.context.glyphs.full * full, "muted"),
        (f" {share.times:,}", ""),
    ]


def _capacity(builder: PageBuilder, insights: Insights) -> None:
    builder.section("Capacity")
    words = capacity_words(insights.capacity)
    if not words:
        builder.text("no rhythm is set: c sets how often to be in touch, else it is learned")
        return
    relax = insights.capacity.relax
    said = words[0].upper() + words[1:] + "."
    if relax:
        said += f" {pluralize(len(relax), 'rhythm asks', 'rhythms ask')} for more than happens."
    builder.drill(
        "Whose rhythm asks for more than happens",
        lambda: [(one.id, f"wants {one.needed:.1f} a week, is {one.average:.1f}") for one in relax],
        [[("  " + text, "")] for text in wrap(said, builder.context.width - 4)],
    )


def _dormant(builder: PageBuilder, insights: Insights) -> None:
    builder.section("Dormant ties worth reviving", "dormant")
    for one in insights.revivals:
        said = f"last said {short_day(one.said_on, builder.context.today)}: {one.said}" if one.said_on else ""
        lines: list[Line] = [
            [("  " + clean(one.name), "strong"), (f"  silent for {gap_words(one.days)}", "muted")]
        ]
        lines += [[("    " + text, "")] for text in wrap(said, builder.context.width - 6)[:2] if text]
        if one.way:
            lines.append([(f"    say hello {clean(one.way)}?", "link")])
        builder.add(ContactItem(one.contact), lines)
    if not insights.revivals:
        builder.text("none: nobody once close has been silent for long")
