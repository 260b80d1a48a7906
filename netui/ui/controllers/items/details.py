"""Details of a person: the form of a date, relation, address or own key, adding and deleting one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from netui.presentation.additions import ADDITIONS
from netui.services.errors import StoreError
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.host import chosen_person, tell_unreadable
from netui.ui.controllers.items.opportunities import opportunity_form
from netui.ui.controllers.items.promises import new_promise_form
from netui.ui.controllers.line.questions import confirm
from netui.ui.controllers.people.people import contact_form, whom

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.services.details.listing import Detail
    from netui.services.reminders.agenda import UpcomingDate
    from netui.ui.controllers.host import Host
    from netui.ui.screens.shared.form_fields import Field


class DetailController:
    """Opens all details of a person, and adds one of any kind."""

    def __init__(self, host: Host):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"details": self.open}

    def open(self) -> None:
        """Opens the page of everything that a person's file holds."""
        person = chosen_person(self._host)
        if person is not None:
            self._host.pages.details(person.row.id)

    def add(self) -> None:
        """Asks what to add to a person."""
        host, person = self._host, chosen_person(self._host)
        if person is None:
            return
        ident = person.row.id
        choices = [(each.id, each.help, "") for each in ADDITIONS]
        title = f"add what to {whom(host, [ident])}?"
        host.choose(title, choices, lambda what: add_to(host, ident, what) if what else None)


def add_to(host: Host, ident: str, what: str) -> None:
    """Opens the form of something new for a person, by its id among the additions."""
    row = host.workspace.read.row(ident)
    if row is None:
        from netui.domain.model.changes import CONTACTS, FileId
        from netui.services.transfer.trash import gone_words

        file = FileId(CONTACTS, ident)
        host.set_message(gone_words(host.workspace, file, host.key("trash")), wrong=True)
        return
    if tell_unreadable(host, [ident]):
        return
    match what:
        case "opportunity":
            from netui.domain.model.entry import Opportunity

            opportunity_form(host, Opportunity(id="", kind="", text="", contact=ident))
        case "introduction":
            introduction_form(host, ident)
        case "promise":
            new_promise_form(host, ident, "promise", {"by": "me"})
        case "debt":
            new_promise_form(host, ident, "debt", {"by": "them", "text": "give back "})
        case "gift":
            new_promise_form(host, ident, "gift", {"by": "me", "text": "give "})
        case _:
            detail_form(host, ident, what)


def detail_form(host: Host, ident: str, kind: str, detail: Detail | None = None) -> None:
    """Opens a detail of a person in a form; a new one of that kind where there is none."""
    from netui.services.details import commands
    from netui.ui.screens.shared import form_fields

    if kind == "field" and detail is not None:
        contact_form(host, ident=detail.contact, start=detail.key)
        return
    forms: dict[str, tuple[Sequence[Field], Callable[..., Batch]]] = {
        "date": (form_fields.DATE, commands.edit_date),
        "relation": (form_fields.RELATION, commands.edit_relation),
        "address": (form_fields.ADDRESS, commands.edit_address),
        "own": (form_fields.OWN_KEY, commands.edit_own_key),
    }
    if kind not in forms:
        host.set_message(f"what was before is kept as it stood; {host.key('delete')} removes it")
        return
    fields, edit = forms[kind]
    values = form_fields.detail_fields(detail, ident) if detail else {}
    if values is None:
        called, key = detail.key if detail else kind, host.key("edit_file")
        host.set_message(f"{called} holds more than a line says; on the main screen {key} opens the file")
        return

    def save(changed: Mapping[str, str]) -> str:
        return apply_change(host, lambda: edit(host.workspace, ident, detail, changed))

    owner = detail.contact if detail else ident
    title = f"{_TITLES[kind]} of {host.workspace.name(owner)}"
    start = "" if detail is None else "value" if kind == "own" else ""
    called = f"{detail.key} {detail.label} {detail.text}" if detail else "new"
    host.open_form(title, fields, values, save, start=start, key=f"{kind} {owner} {called}")


_TITLES = {"date": "date", "relation": "relation", "address": "address", "own": "key of your own"}


def introduction_form(host: Host, ident: str) -> None:
    """Opens a form that asks who introduced whom to whom; the person is the one introduced."""
    from netui.services.details.introductions import add_introduction
    from netui.ui.screens.shared.form_fields import INTRODUCTION

    values = {"whom": ident}

    def save(changed: Mapping[str, str]) -> str:
        return apply_change(host, lambda: add_introduction(host.workspace, {**values, **changed}))

    title = f"introduction: {host.workspace.name(ident)}"
    host.open_form(title, INTRODUCTION, values, save, start="by", key=f"introduction {ident}")


def delete_detail(host: Host, ident: str, detail: Detail) -> None:
    """Deletes a detail, after a question."""
    from netui.services.details.commands import remove_detail

    confirm(
        host,
        f"delete {detail.label}: {detail.text[:60]}?",
        lambda: apply_change(host, partial(remove_detail, host.workspace, ident, detail)),
    )


def edit_occasion(host: Host, occasion: UpcomingDate) -> None:
    """Opens the date that comes near in a form."""
    detail = _date_of(host, occasion)
    if detail is not None:
        detail_form(host, occasion.contact, detail.kind, detail)


def delete_occasion(host: Host, occasion: UpcomingDate) -> None:
    """Deletes the date that comes near, after a question."""
    detail = _date_of(host, occasion)
    if detail is not None:
        delete_detail(host, occasion.contact, detail)


def _date_of(host: Host, occasion: UpcomingDate) -> Detail | None:
    """What the file says of the date; None, said so, where it is gone or cannot be read."""
    from netui.services.details.listing import list_details

    try:
        found = [each for group in list_details(host.workspace, occasion.contact) for each in group.details]
    except StoreError as error:
        host.set_message(str(error), wrong=True)
        return None
    wanted = ("field", "died") if occasion.is_remembrance else ("date", "date")
    named = [each for each in found if (each.kind, each.key) == wanted]
    detail = next((each for each in named if occasion.is_remembrance or each.label == occasion.what), None)
    if detail is None:
        host.set_message("this date is gone from the file by now", wrong=True)
    return detail
