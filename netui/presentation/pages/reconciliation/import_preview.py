"""The preview of an import: what is to be settled, what each column holds, who is new, changed, rejected."""

from collections.abc import Mapping, Sequence

from netui.interchange.csv.reader import CsvColumn
from netui.interchange.differences import KeptField, KeptGoal
from netui.interchange.import_plan import Choices, Plan, Suggestion
from netui.interchange.records import RejectedRecord
from netui.interchange.three_way_merge import FieldClash
from netui.presentation.pages.page_builder import PageBuilder, pluralize
from netui.presentation.pages.page_layout import (
    ClashItem,
    ColumnItem,
    KeptItem,
    PageLayout,
    RenderContext,
    SuggestionItem,
)
from netui.presentation.pages.reconciliation.conflicts import value_words
from netui.presentation.pages.reconciliation.import_gains import import_gains, kept_words
from netui.presentation.text import Line, clean, cut, fit

MOST_NAMES = 40
"""Names shown of those who are new, or changed."""
MOST_REJECTED = 200
_COLUMN = 10
_WIDEST = 30
"""Cells of one value."""


def import_page(
    plan: Plan,
    choices: Choices,
    columns: Sequence[CsvColumn],
    names: Mapping[str, str],
    context: RenderContext,
) -> PageLayout:
    """The preview; ``names`` are those of the contacts that are suggested."""
    page = PageBuilder(context)
    page.lines.append([])
    page.text(summary(plan), "strong" if plan.batch.changes else "muted")
    for note in plan.notes:
        page.text(clean(note))
    if plan.clashes or plan.suggestions:
        page.section("To settle")
        for clash in plan.clashes:
            page.add(ClashItem(clash), _clash_lines(clash, plan, choices, context))
        for suggestion in plan.suggestions:
            page.add(SuggestionItem(suggestion), _suggestion_lines(suggestion, choices, names))
    if columns:
        page.section("Columns")
        for column in columns:
            page.add(ColumnItem(column), [_column_line(column, context)])
    gains = import_gains(plan.batch.changes) if plan.changed or plan.merged else {}
    kept: dict[str, list[KeptField]] = {}
    for field in plan.kept:
        kept.setdefault(field.ident, []).append(field)
    _add_people(page, "New", plan.new, plan.names)
    others = [ident for ident in kept if ident not in {*plan.changed, *plan.merged}]
    for title, idents in (
        ("Changed", plan.changed), ("Merged", plan.merged), ("Different in the file", others),
    ):  # fmt: skip
        _add_gains(page, title, idents, plan.names, gains, kept, choices)
    _add_goals(page, plan.kept_goals)
    rejected, _ = _divided(plan)
    if rejected:
        page.section(f"Rejected: {len(rejected):,}")
        for each in rejected[:MOST_REJECTED]:
            place = clean(" ".join(filter(None, (each.file, each.where))))
            page.text(f"{place}: {clean(each.why)}")
        if len(rejected) > MOST_REJECTED:
            page.text(f"and {len(rejected) - MOST_REJECTED:,} more")
    return PageLayout(page.lines, page.selectables, page.sections)


def summary(plan: Plan) -> str:
    """``12 new, 3 changed, 200 unchanged, 4 entries, 2 to settle, 1 rejected``."""
    counts = (
        (len(plan.new), "new"), (len(plan.changed), "changed"), (len(plan.merged), "merged"),
        (len(plan.unchanged), "unchanged"),
    )  # fmt: skip
    words = [f"{count:,} {what}" for count, what in counts if count]
    words += [pluralize(plan.entries, "entry", "entries")] if plan.entries else []
    kept = len(plan.kept) + sum(len(goal.fields) for goal in plan.kept_goals)
    if kept:
        one, many = "field differs and stays as it is", "fields differ and stay as they are"
        words.append(pluralize(kept, one, many))
    rejected, waiting = _divided(plan)
    words += [f"{waiting:,} to settle"] if waiting else []
    words += [f"{len(rejected):,} rejected"] if rejected else []
    return ", ".join(words) or "nothing to bring in"


def _divided(plan: Plan) -> tuple[list[RejectedRecord], int]:
    """What was rejected for good, and how many are left out only until it is said who they are."""
    waiting = {each.record[1] for each in plan.suggestions if each.is_open}
    rejected = [each for each in plan.rejected if not each.uid or each.uid not in waiting]
    return rejected, len(plan.rejected) - len(rejected)


def progress_page(verb: str, done: int, total: int, context: RenderContext) -> PageLayout:
    """A progress bar, for what takes a while."""
    page = PageBuilder(context)
    counted = f"  {done:,} of {total:,}" if total > 1 else ""
    bar = page.bar(done / total if total else 0.0)
    return PageLayout([[], [(f"  {verb} …", ""), (counted, "muted")], [], [("  ", ""), *bar]], [])


def _add_people(page: PageBuilder, title: str, idents: Sequence[str], names: Mapping[str, str]) -> None:
    if idents:
        page.section(f"{title}: {len(idents):,}")
        more = f" and {len(idents) - MOST_NAMES:,} more" if len(idents) > MOST_NAMES else ""
        shown = (cut(clean(names.get(ident, ident)), 60) for ident in idents[:MOST_NAMES])
        page.text(", ".join(shown) + more, "")


def _add_gains(
    page: PageBuilder,
    title: str,
    idents: Sequence[str],
    names: Mapping[str, str],
    gains: Mapping[str, Sequence[str]],
    kept: Mapping[str, Sequence[KeptField]],
    choices: Choices,
) -> None:
    """Those who are there already, each with what is set or added, and what stays though the file differs."""
    if idents:
        page.section(f"{title}: {len(idents):,}")
        for ident in idents[:MOST_NAMES]:
            what = ", ".join(gains.get(ident, ()))
            page.text(f"{cut(clean(names.get(ident, ident)), 60)}{': ' if what else ''}{what}", "")
            for each in kept.get(ident, ()):
                if each.is_text:
                    page.add(KeptItem(each), [_kept_line(each, choices)])
                else:
                    page.text(f"stays: {kept_words([each])[ident][0]}", indent=4)
        if len(idents) > MOST_NAMES:
            page.text(f"and {len(idents) - MOST_NAMES:,} more", "")


def _add_goals(page: PageBuilder, goals: Sequence[KeptGoal]) -> None:
    """The goals that are there already, each with what stays though the file differs."""
    if goals:
        page.section(f"Goals that differ in the file: {len(goals):,}")
        for goal in goals[:MOST_NAMES]:
            page.text(cut(clean(goal.title), 60), "")
            for words in kept_words(goal.fields)[goal.ident]:
                page.text(f"stays: {words}", indent=4)
        if len(goals) > MOST_NAMES:
            page.text(f"and {len(goals) - MOST_NAMES:,} more", "")


def _kept_line(kept: KeptField, choices: Choices) -> Line:
    """A text that stays, or that the user takes from the file instead."""
    is_taken = bool(choices.fields.get((kept.ident, kept.key)))
    sides = (
        ("the file's is taken: ", kept.said, "here") if is_taken else ("stays: ", kept.present, "the file")
    )
    other = kept.present if is_taken else kept.said
    fate, value, where = sides
    return [
        (f"    {clean(kept.key)} ", "strong"),
        (fate, "muted"),
        (cut(_one_line(value), _WIDEST), ""),
        (f" ({where}: {cut(_one_line(other), _WIDEST)})", "muted"),
    ]


def _clash_lines(clash: FieldClash, plan: Plan, choices: Choices, context: RenderContext) -> list[Line]:
    choice = choices.fields.get((clash.ident, clash.key))
    fate = {None: "both are kept, to settle later", True: "the file's is taken", False: "yours stays"}[choice]
    head: Line = [
        (f" {context.glyphs.conflict} ", "attention"),
        (clean(plan.names.get(clash.ident, clash.ident)), "strong"),
        (f"  {clean(clash.key)}", ""),
        (f"  {fate}", "muted"),
    ]
    sides = (("here", clash.present, choice is True), ("file", clash.said, choice is False))
    return [
        head,
        *(
            [(f"   {label:<{_COLUMN - 3}}", "muted"), (_one_line(value), "faint" if is_left else "")]
            for label, value, is_left in sides
        ),
    ]


def _suggestion_lines(suggestion: Suggestion, choices: Choices, names: Mapping[str, str]) -> list[Line]:
    candidates = ", ".join(clean(names.get(each, each)) for each in suggestion.candidates[:5])
    chosen = choices.people.get(suggestion.record)
    if chosen is not None:
        fate = f"is {clean(names.get(chosen, chosen))}" if chosen else "is somebody new"
    elif suggestion.is_open:
        fate = "left out until you say who it is"
    else:
        fate = "is somebody new, unless you say otherwise"
    return [
        [(" ? ", "attention"), (clean(suggestion.name), "strong"), (f"  may be {candidates}", "")],
        [(f"   {fate}", "muted"), (f"  ({clean(suggestion.why)})", "faint")],
    ]


def _column_line(column: CsvColumn, context: RenderContext) -> Line:
    half = max((context.width - _COLUMN - 6) // 2, 8)
    meaning = column.key or "left out"
    return [
        (f"   {fit(clean(column.header), half)}", ""),
        (fit(meaning, _COLUMN + 2), "link" if column.key else "attention"),
        (cut(clean(column.sample), half - 4), "muted"),
    ]


def _one_line(value: object) -> str:
    return clean(" ".join(value_words(value).split()))
