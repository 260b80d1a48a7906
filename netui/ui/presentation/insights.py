"""The network as a whole on one page; what the cursor stops at leads down to people."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netui.domain.reasons import capacity as capacity_words
from netui.services.hindsight import CLOSE_DAYS, SHOWN_STATES, Hindsight
from netui.services.insights import Insights, Share
from netui.ui.presentation.dates import MONTH_NAMES, short_day
from netui.ui.presentation.glyphs import STATE_ROLES
from netui.ui.presentation.heat import heat_lines
from netui.ui.presentation.text import Line, clean, fit, wrap
from netui.ui.presentation.timeline import Context, Page, Stop, cut_line, opportunity_lines, spark

SHARES_SHOWN = 8
LIST_LONGEST = 500
_BAR = 24
_EVIDENCE = {
    "weak": "Of 54 people who found a job through someone, five in six had seen that person only at"
    " times or rarely (Granovetter, The Strength of Weak Ties, 1973).",
    "dormant": "Executives who asked old contacts got advice at least as useful as from present ones,"
    " and more of it was new (Levin, Walter and Murnighan, Dormant Ties, 2011).",
    "fields": "In one large company, managers who knew people in groups apart from each other more often"
    " had their ideas valued (Burt, Structural Holes and Good Ideas, 2004).",
    "balance": "In a study of personal networks, those who gave support to someone were likelier to get it"
    " from them (Plickert, Côté and Wellman, 2007).",
}  # fmt: skip


class Drill(NamedTuple):
    """Where a line leads: a heading, and the people with a word on each, made when it is opened."""

    title: str
    people: Callable[[], Sequence[tuple[str, str]]]


class Draft:
    """A page as it grows, section by section."""

    def __init__(self, context: Context):
        self.context = context
        self.lines: list[Line] = []
        self.stops: list[Stop] = []

    def section(self, title: str, evidence: str = "") -> None:
        """A heading, with the finding it rests on."""
        rest = self.context.glyphs.rule * max(self.context.width - len(title) - 4, 0)
        self.lines += [*([[]] if self.lines else []), [(f" {title} ", "strong"), (rest, "faint")]]
        if evidence:
            self.text(_EVIDENCE[evidence], "faint")

    def text(self, words: str, role: str = "muted") -> None:
        """Words that lead nowhere."""
        self.lines += [[("  " + text, role)] for text in wrap(words, self.context.width - 4)]

    def add(self, kind: str, item: object, lines: Sequence[Line]) -> None:
        """Lines that lead somewhere."""
        first = len(self.lines)
        self.lines += [cut_line(line, self.context.width) for line in lines]
        self.stops.append(Stop(kind, item, first, len(self.lines)))

    def drill(
        self, title: str, people: Callable[[], Sequence[tuple[str, str]]], lines: Sequence[Line]
    ) -> None:
        """Lines that lead to a list of people."""
        self.add("drill", Drill(title, people), lines)


def insights_page(
    found: Insights, past: Hindsight | None, names: Mapping[str, str], context: Context
) -> Page:
    """The whole page; what takes a look at all of the log says so until it is there."""
    draft = Draft(context)
    _year(draft, found, past)
    _states(draft, found, past)
    _circle(draft, past)
    _balance(draft, past)
    _shares(draft, found)
    _capacity(draft, found)
    _dormant(draft, found)
    _pipeline(draft, found, names)
    _learned(draft, past, names)
    return Page(draft.lines, draft.stops)


def _waiting(draft: Draft) -> None:
    draft.text("counting …")


def _year(draft: Draft, found: Insights, past: Hindsight | None) -> None:
    context = draft.context
    draft.section("The year")
    draft.lines += heat_lines(found.days, context.today, context.width, context.glyphs)
    total = sum(found.days.values())
    line: Line = [("  in touch ", "muted"), (f"{total:,} times in the last 53 weeks", "")]

    def met() -> list[tuple[str, str]]:
        ties = past.ties if past else {}
        rows = sorted(((tie.year, ident) for ident, tie in ties.items() if tie.year), reverse=True)
        return [
            (ident, f"{days} contact {'day' if days == 1 else 'days'} in the last year")
            for days, ident in rows
        ]

    draft.drill("Met in the last year", met, [line])
    if past is None:
        return
    months = [month.replace(day=1) for month in past.months]
    counts = tuple(sum(_month(tie.first) == month for tie in past.ties.values()) for month in months)
    word = "person" if sum(counts) == 1 else "people"

    def fresh() -> list[tuple[str, str]]:
        rows = sorted(
            ((tie.first, ident) for ident, tie in past.ties.items() if _month(tie.first) >= months[0]),
            reverse=True,
        )
        return [(ident, f"first contact {short_day(day, context.today)}") for day, ident in rows]

    line = [("  growth   ", "muted"), (spark(counts, context.glyphs), "link")]
    line.append((f"  {sum(counts):,} new {word} in 12 months, {len(past.ties):,} in all", ""))
    draft.drill("New in the last 12 months", fresh, [line])


def _month(day: date) -> date:
    return day.replace(day=1)


def _states(draft: Draft, found: Insights, past: Hindsight | None) -> None:
    draft.section("How things stood, month by month")
    if past is None:
        _waiting(draft)
    for state in SHOWN_STATES:
        who = found.states.get(state, ())
        line: Line = [
            (f"  {draft.context.glyphs.states[state]} ", STATE_ROLES[state]),
            (f"{state:<8} ", ""),
        ]
        if past is not None:
            then = past.states[state]
            since = MONTH_NAMES[past.months[0].month - 1]
            line += [(spark(then, draft.context.glyphs), "link"), (f"  {then[0]:,} in {since}, ", "muted")]
        line.append((f"{len(who):,} now", ""))
        draft.drill(f"{state} now", _plain(who), [line])


def _plain(who: Sequence[str]) -> Callable[[], Sequence[tuple[str, str]]]:
    return lambda: [(ident, "") for ident in who]


def _circle(draft: Draft, past: Hindsight | None) -> None:
    draft.section("Close, weak and new ties", "weak")
    if past is None:
        _waiting(draft)
        return
    year_ago = draft.context.today - timedelta(365)
    met = {ident: tie for ident, tie in past.ties.items() if tie.year}
    groups = (
        (
            "close",
            f"met on {CLOSE_DAYS} days of the year or more",
            [i for i, t in met.items() if t.year >= CLOSE_DAYS],
        ),
        ("weak", "met less often, but within the year", [i for i, t in met.items() if t.year < CLOSE_DAYS]),
        (
            "new",
            "of both, new within the year",
            [i for i, t in met.items() if t.first > year_ago],
        ),
    )
    for word, meaning, who in groups:
        percent = 100 * len(who) / len(met) if met else 0
        who.sort(key=lambda ident: (-past.ties[ident].year, ident))
        head: Line = [
            (f"  {word:<6}", "strong"),
            *_bar(percent, draft),
            (f" {percent:3.0f} %  {len(who):,}  ", ""),
        ]
        draft.drill(f"{word} ties", _days(who, past), [[*head, (meaning, "muted")]])


def _days(who: Sequence[str], past: Hindsight) -> Callable[[], Sequence[tuple[str, str]]]:
    return lambda: [
        (
            ident,
            f"{(days := past.ties[ident].year)} contact {'day' if days == 1 else 'days'} in the last year",
        )
        for ident in who
    ]


def _bar(percent: float, draft: Draft) -> Line:
    full = round(percent * _BAR / 100)
    glyphs = draft.context.glyphs
    return [(glyphs.full * full, "link"), (glyphs.empty * (_BAR - full), "faint")]


def _balance(draft: Draft, past: Hindsight | None) -> None:
    draft.section("Who begins, what is given", "balance")
    if past is None:
        _waiting(draft)
        return
    mine = sum(one for one, _ in past.begun.values())
    noted = mine + sum(other for _, other in past.begun.values())
    if noted:
        percent = 100 * mine / noted
        line: Line = [("  you began ", ""), *_bar(percent, draft)]
        line.append((f" {percent:.0f} % of {noted:,} noted this year", ""))
        draft.drill("Who begins", _begun(past), [line])
    else:
        draft.text("who began was not noted this year: from:me or from:them says it as you log")
    gave, got, by_person = past.gifts
    if gave or got:
        lines: list[Line] = []
        for word, things in (("gave", gave), ("got", got)):
            said = ", ".join(f"{clean(thing)} {count}" for thing, count in things[:8]) or "nothing noted"
            wrapped = wrap(said, draft.context.width - 10)
            lines += [[(f"  {word:<5} ", "strong"), (wrapped[0], "")]]
            lines += [[(" " * 8 + text, "")] for text in wrapped[1:]]
        order = sorted(by_person, key=lambda ident: (-sum(by_person[ident]), ident))
        draft.drill(
            "Given and got",
            lambda: [(ident, f"gave {by_person[ident][0]}, got {by_person[ident][1]}") for ident in order],
            lines,
        )
    else:
        draft.text("nothing given or got was noted yet: gave:advice or got:lead says it as you log")


def _begun(past: Hindsight) -> Callable[[], Sequence[tuple[str, str]]]:
    def rows() -> list[tuple[str, str]]:
        order = sorted(past.begun, key=lambda ident: (past.begun[ident][1] - past.begun[ident][0], ident))
        return [
            (ident, f"you began {past.begun[ident][0]} of {sum(past.begun[ident])} in the last year")
            for ident in order
        ]

    return rows


def _shares(draft: Draft, found: Insights) -> None:
    draft.section("Fields and roles", "fields")
    for title, shares in (("Roles", found.roles), ("Fields", found.fields)):
        draft.lines += [[]] if title == "Fields" else []
        top = shares[0].times if shares else 1
        for share in shares[:SHARES_SHOWN]:
            draft.drill(clean(share.word), _plain(share.people), [_share_line(share, top, title, draft)])
        if not shares:
            draft.text(f"no {title.lower()} yet: t tags people, e edits their roles")
    if found.fields:
        draft.text(
            f"Your tags are as diverse as {found.diversity:.1f} equally common ones would be,"
            f" of {len(found.fields)} in use."
        )


def _share_line(share: Share, top: int, title: str, draft: Draft) -> Line:
    full = max(share.times * _BAR // top, 1)
    word = f"#{share.word}" if title == "Fields" else share.word
    return [
        (f"  {fit(clean(word), 20)} ", "link" if title == "Fields" else ""),
        (draft.context.glyphs.full * full, "muted"),
        (f" {share.times:,}", ""),
    ]


def _capacity(draft: Draft, found: Insights) -> None:
    draft.section("Capacity")
    words = capacity_words(found.capacity)
    if not words:
        draft.text("no rhythm is set: c sets how often to be in touch, else it is learned")
        return
    relax = found.capacity.relax
    line: list[Line] = [[("  " + text, "")] for text in wrap(words, draft.context.width - 4)]
    draft.drill(
        "Whose rhythm asks for more than happens",
        lambda: [(one.id, f"wants {one.needed:.1f} a week, is {one.average:.1f}") for one in relax],
        line,
    )


def _dormant(draft: Draft, found: Insights) -> None:
    draft.section("Dormant ties worth reviving", "dormant")
    for one in found.revivals:
        said = f"last said {short_day(one.said_on, draft.context.today)}: {one.said}" if one.said_on else ""
        lines: list[Line] = [[("  " + clean(one.name), "strong"), (f"  {one.days} days", "muted")]]
        lines += [[("    " + text, "")] for text in wrap(said, draft.context.width - 6)[:2] if text]
        if one.way:
            lines.append([(f"    {clean(one.way)}", "muted")])
        draft.add("person", one.contact, lines)
    if not found.revivals:
        draft.text("none: nobody once close has been silent for long")


def _pipeline(draft: Draft, found: Insights, names: Mapping[str, str]) -> None:
    draft.section("Opportunities, and who opened doors")
    if not found.opportunities:
        draft.text("none yet: o on a person notes one")
        return
    by_status = {
        status: [o for o in found.opportunities if o.status == status] for status in ("open", "won", "lost")
    }
    for status, rows in by_status.items():
        pairs = [(o.contact, f"{o.kind}: {o.text}") for o in rows]
        line: Line = [(f"  {len(rows):>3} {status}", "strong")]
        draft.drill(f"Opportunities: {status}", _fixed(pairs), [line])
    for opportunity in by_status["open"][:SHARES_SHOWN]:
        whose = clean(names.get(opportunity.contact, opportunity.contact))
        draft.add(
            "person", opportunity.contact, opportunity_lines(opportunity, names, draft.context, whose=whose)
        )
    for door in found.doors[:SHARES_SHOWN]:
        head = f"  {fit(clean(names.get(door.id, door.id)), 26)} opened {door.opened}"
        draft.add("person", door.id, [[(head, ""), (f", {door.won} won" if door.won else "", "good")]])


def _fixed(pairs: Sequence[tuple[str, str]]) -> Callable[[], Sequence[tuple[str, str]]]:
    return lambda: pairs


def _learned(draft: Draft, past: Hindsight | None, names: Mapping[str, str]) -> None:
    draft.section("What was learned")
    if past is None:
        _waiting(draft)
        return
    for contact, on, words in past.learned:
        wrapped = wrap(words, draft.context.width - 6)
        lines: list[Line] = [[("  " + text, "")] for text in wrapped]
        lines.append(
            [(f"    {clean(names.get(contact, contact))}, {short_day(on, draft.context.today)}", "muted")]
        )
        draft.add("person", contact, lines)
    if not past.learned:
        draft.text("nothing noted yet: learned: says it as you log")
