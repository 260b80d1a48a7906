"""What no field takes: the form, ``netui set``, ``netui check`` and an import say it in the same words."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from netui.domain.model.changes import AddItem, SetValue
from netui.services.check.check import check
from netui.services.details.commands import edit_address, edit_date
from netui.services.errors import FieldErrors, Refused
from netui.services.people.commands import add_contact
from netui.services.people.field_values import canonical_span, odd_values
from netui.services.people.set_field import edit_contact_fields, set_date, set_fields
from netui.services.transfer.imports import ReadOptions, plan_import
from netui.services.workspace import Workspace
from tests.support.app import NOW, open_workspace, write_network

ODD: dict[str, Any] = {
    "name": "Odd",
    "emails": ["not an address", "ok@x.example"],
    "phones": [{"value": "call me", "label": "home"}],
    "links": ["not a link"],
    "timezone": "Europe/Londn",
    "died": "2031",
    "met": {"on": "2030-02"},
    "rhythm": {"every": "200y"},
    "date": [{"what": "Birthday", "on": "2030-01-01", "lead": 999}, {"what": "wedding", "on": "2031-01-01"}],
}
SAID = {
    "emails": "'not an address' is no e-mail address; write it as ada@engines.example",
    "phones": "'call me' is no phone number; write it as +44 20 7946 0000",
    "links": "'not a link' is no link; write it as https://engines.example/ada",
    "timezone": "'Europe/Londn' is no time zone; did you mean Europe/London?",
    "died": "died: 2031 lies ahead; say a day that has been",
    "met.on": "met on: 2030-02 lies ahead; say a day that has been",
    "rhythm.every": "'200y' is longer than a life; try 10d, 3w, 2m or 1y",
    "birthday": "birthday: 2030-01-01 lies ahead; say a day that has been",
}
TYPED = {
    "emails": "ok@x.example, not an address", "phones": "home: call me", "links": "not a link",
    "timezone": "Europe/Londn", "died": "2031", "met.on": "feb 2030", "rhythm.every": "200y",
    "birthday": "2030-01-01",
}  # fmt: skip
LEAD = "days ahead: a number up to 366, or nothing for 7"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}, "odd": ODD})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


@pytest.mark.parametrize("key", SAID)
def test_form_and_shell_refuse_it_in_the_same_words(workspace: Workspace, key: str) -> None:
    with pytest.raises(FieldErrors) as of_form:
        edit_contact_fields(workspace, "ada", {key: TYPED[key]}, workspace.read.head("ada"))
    with pytest.raises(FieldErrors) as of_shell:
        set_fields(workspace, ["ada"], {key: TYPED[key]})
    assert of_form.value.errors == of_shell.value.errors == {key: SAID[key]}


def test_a_file_that_holds_it_is_read_and_checked_in_the_same_words(workspace: Workspace) -> None:
    assert workspace.read.row("odd").error == ""  # type: ignore[union-attr]
    assert sorted(problem.what for problem in check(workspace).problems) == sorted([*SAID.values(), LEAD])


def test_what_a_file_holds_already_stops_no_other_edit(workspace: Workspace) -> None:
    seen = workspace.read.head("odd")
    workspace.apply(edit_contact_fields(workspace, "odd", {"emails": "not an address, b@x.example"}, seen))
    assert workspace.read.head("odd")["emails"] == ["not an address", "b@x.example"]


def test_an_import_keeps_it_and_says_so(workspace: Workspace, tmp_path: Path) -> None:
    card = tmp_path / "card.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nEMAIL:not an address\nTEL:call me\nEND:VCARD\n")
    plan = plan_import(workspace, [str(card)], options=ReadOptions())
    (note,) = (note for note in plan.notes if "e-mail" in note)
    assert note.startswith(f"Bo: {SAID['emails']}, and 1 more: kept as they stand")


def test_the_other_doors_refuse_it_too(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="no e-mail address"):
        add_contact(workspace, "Bo", emails=["home: not an address"])
    for detail, said in (
        ({"value": "call me", "what": "phone"}, SAID["phones"]),
        ({"value": "ada@", "what": "e-mail"}, "'ada@' is no e-mail"),
    ):
        with pytest.raises(FieldErrors, match=said.partition(";")[0]):
            edit_address(workspace, "ada", None, detail)
    new = {"what": "Birthday", "on": "2030-01-01"}
    for wrong in (new, {**new, "on": "3 may", "lead": "999"}):
        with pytest.raises(FieldErrors):
            edit_date(workspace, "ada", None, wrong)
    with pytest.raises(Refused, match=LEAD):
        set_date(workspace, "ada", "birthday", "3 may", lead=999)
    for lead in (0, 366):
        assert set_date(workspace, "ada", "birthday", "3 may", lead=lead).changes
    ahead = set_date(workspace, "ada", "wedding", "2031-01-01").changes[0]
    assert not isinstance(ahead, AddItem | SetValue), "another day may lie ahead"


@pytest.mark.parametrize(
    "document",
    [
        {
            "emails": ["root@localhost", "a.b+c@x-y.example", "é@ü.example"],
            "phones": ["112", "+65 9123 4567"],
        },
        {"links": ["https://x.example", "x.example/ada", "@ada@social.example", "xmpp:ada@x.example"]},
        {"timezone": "Asia/Singapore", "died": "2026-11-21", "met": {"on": "2026-11"}},
        {"date": [{"what": "birthday", "on": "--12-10"}], "rhythm": {"every": "3w"}},
        {"emails": "x", "phones": [7], "met": 3, "date": ["x"], "rhythm": [], "timezone": 1, "died": "never"},
    ],
)
def test_what_is_usual_or_of_another_type_is_not_odd(document: dict[str, Any]) -> None:
    assert list(odd_values(document, NOW.date())) == []


@pytest.mark.parametrize(
    ("said", "span"),
    [
        (" 10 D ", "10d"), ("2 weeks", "2w"), ("every 3 Weeks", "3w"), ("weekly", "1w"),
        ("every month", "1m"), ("every other week", "2w"), ("once a fortnight", "2w"),
        ("two months", "2m"), ("quarterly", "3m"), ("once every year", "1y"),
    ],
)  # fmt: skip
def test_a_span_may_be_said_in_words(said: str, span: str) -> None:
    assert canonical_span(said) == span


@pytest.mark.parametrize(
    "said", ["", "week", "every", "every fri", "0 weeks", "twice a week", "3 hours", "often"]
)
def test_what_is_no_span_is_refused_as_it_was_typed(said: str) -> None:
    with pytest.raises(Refused, match=f"'{said}' is not a span of time"):
        canonical_span(said)
