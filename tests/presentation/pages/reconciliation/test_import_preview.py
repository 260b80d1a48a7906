"""The preview of an import: what is to be settled stands first, long lists are cut, hostile text is text."""

from datetime import date

from netui.domain.model.changes import Batch, Create, FileId, SetValue
from netui.interchange.csv.reader import CsvColumn
from netui.interchange.differences import KeptField, KeptGoal
from netui.interchange.import_plan import NO_CHOICES, Choices, Plan, Suggestion
from netui.interchange.records import RejectedRecord
from netui.interchange.three_way_merge import FieldClash
from netui.presentation.glyphs import UNICODE
from netui.presentation.pages.page_layout import (
    ClashItem,
    ColumnItem,
    KeptItem,
    RenderContext,
    SuggestionItem,
)
from netui.presentation.pages.reconciliation.import_preview import (
    MOST_NAMES,
    import_page,
    progress_page,
    summary,
)
from netui.presentation.text import plain, width_of

CONTEXT = RenderContext(78, date(2026, 11, 21), UNICODE)
HARM = "Eve \x1b]52;c;x\x07[red]"
CLASH = FieldClash("ada", "org", "Mine", f"Theirs {HARM}")
OPEN = Suggestion(HARM, ("ada",), "a contact has this name", ("vcard", "1"), is_open=True)


def make(**more: object) -> Plan:
    batch = Batch("imported", (Create(FileId("contacts", "x"), ""),))
    base = Plan((), (), (), (), (), (), {"ada": "Ada"}, 0, batch)
    return base._replace(**more)  # type: ignore[arg-type]


def shown(plan: Plan, choices: Choices = NO_CHOICES, columns: tuple[CsvColumn, ...] = ()) -> str:
    page = import_page(plan, choices, columns, {"ada": "Ada"}, CONTEXT)
    assert all(width_of(line) <= CONTEXT.width for line in page.lines)
    return "\n".join(map(plain, page.lines))


def test_what_is_to_be_settled_stands_first_with_what_becomes_of_it() -> None:
    plan = make(clashes=(CLASH,), suggestions=(OPEN,), new=("x",))
    text = shown(plan)
    assert "\x1b" not in text and "[red]" in text
    assert text.index("both are kept") < text.index("left out until") < text.index("New: 1")
    settled = Choices({OPEN.record: "ada"}, {("ada", "org"): True})
    assert "the file's is taken" in shown(plan, settled) and "is Ada" in shown(plan, settled)
    assert "yours stays" in shown(plan, Choices(fields={("ada", "org"): False}))
    assert "is somebody new" in shown(plan, Choices({OPEN.record: ""}))
    page = import_page(plan, NO_CHOICES, [CsvColumn("Who", "", HARM)], {}, CONTEXT)
    assert [type(each.item) for each in page.selectables] == [ClashItem, SuggestionItem, ColumnItem]


def test_thousands_of_names_and_reasons_are_cut() -> None:
    many = tuple(f"id{n}" for n in range(10_000))
    rejected = tuple(RejectedRecord("a.vcf", f"line {n}", "the card has no name") for n in range(10_000))
    text = shown(make(new=many, rejected=rejected))
    assert (
        f"and {10_000 - MOST_NAMES:,} more" in text and "10,000 new" in text and len(text.splitlines()) < 400
    )


def test_the_summary_counts_what_there_is() -> None:
    assert summary(make()) == "nothing to bring in"
    plan = make(new=("a",), merged=("b",), entries=1, rejected=(RejectedRecord("f", "", "w"),))
    assert summary(plan) == "1 new, 1 merged, 1 entry, 1 rejected"


def test_progress_is_a_bar() -> None:
    (_, words, _, bar) = progress_page("reading", 5_000, 10_000, CONTEXT).lines
    assert plain(words) == "  reading …  5,000 of 10,000"
    assert plain(bar).count(UNICODE.full) == plain(bar).count(UNICODE.empty)
    assert UNICODE.full not in plain(progress_page("reading", 0, 0, CONTEXT).lines[3])


def test_who_waits_to_be_settled_is_not_called_rejected() -> None:
    asked = Suggestion("Ada", ("ada",), "a contact has this name", ("vcard", "u1"), True)
    rejected = (
        RejectedRecord("f", "line 1", "may be ada", "", "u1"),
        RejectedRecord("f", "line 9", "broken"),
    )
    plan = make(suggestions=(asked,), rejected=rejected)
    assert summary(plan) == "1 to settle, 1 rejected"
    assert "broken" in shown(plan) and "may be ada" not in shown(plan)


def test_what_somebody_gets_who_is_there_already_is_told() -> None:
    batch = Batch("imported", (SetValue(FileId("contacts", "ada"), ("phones",), ["+99 1"]),))
    assert "  Ada: phones +99 1" in shown(make(merged=("ada",), batch=batch))
    assert "  Ada: phones +99 1" in shown(make(changed=("ada",), batch=batch))
    many = tuple(f"id{n}" for n in range(100))
    assert f"and {100 - MOST_NAMES} more" in shown(make(merged=many))


def test_what_differs_and_stays_is_told_of_each_person() -> None:
    phone = KeptField("ada", "phones", "+99 1", {"value": "+99 1", "label": "work"})
    kept = (KeptField("ada", "org", "Mine", HARM), KeptField("ada", "title", "Chief", "Countess"), phone)
    plan = make(merged=("ada",), kept=kept)
    text = shown(plan)
    assert "3 fields differ and stay as they are" in text and "\x1b" not in text
    assert "    org stays: Mine (the file: Eve " in text
    assert "    title stays: Chief (the file: Countess)" in text
    assert "    stays: phones +99 1 (the file: +99 1 work)" in text
    taken = shown(plan, Choices(fields={("ada", "title"): True}))
    assert "    title the file's is taken: Countess (here: Chief)" in taken
    page = import_page(plan, NO_CHOICES, (), {}, CONTEXT)
    assert [each.item for each in page.selectables] == [KeptItem(kept[0]), KeptItem(kept[1])]
    assert "Different in the file: 1" in shown(make(unchanged=("ada",), kept=kept))


def test_what_differs_and_stays_is_told_of_each_goal() -> None:
    fields = (KeptField("boat", "due", None, date(2027, 1, 1)), KeptField("boat", "why", "Mine", HARM))
    text = shown(make(kept_goals=(KeptGoal("boat", f"A boat {HARM}", fields),)))
    assert "2 fields differ and stay as they are" in text and "\x1b" not in text
    assert "Goals that differ in the file: 1" in text and "  A boat Eve " in text
    assert "    stays: due – (the file: 2027-01-01)" in text and "    stays: why Mine (the file: Eve" in text
    many = tuple(KeptGoal(f"g{n}", f"G{n}", fields[:1]) for n in range(100))
    assert f"and {100 - MOST_NAMES} more" in shown(
        make(kept_goals=[g._replace(fields=(fields[0]._replace(ident=g.ident),)) for g in many])
    )
