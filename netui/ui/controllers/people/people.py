"""People: add one, edit one in a form, tag, note that one died, archive, delete."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netui.presentation.text import clean
from netui.services.errors import StoreError
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.host import chosen_people, chosen_person, listed_people, tell_unreadable
from netui.ui.controllers.line.questions import ask, ask_day, confirm

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.ui.controllers.host import Host


class PeopleController:
    """Tags and archives the people chosen; notes that one died."""

    def __init__(self, host: Host):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"tags": self.tags, "died": self.died, "archive": self.archive}

    def tags(self) -> None:
        """Asks for tags to add, and with a minus to remove."""
        from netui.services.people import commands as people_commands

        host = self._host
        chosen = chosen_people(host)
        if not chosen:
            return

        def save(text: str) -> str:
            words = text.replace(",", " ").split()
            add = [w.lstrip("+").lstrip("#") for w in words if not w.startswith("-")]
            remove = [w[1:].lstrip("#") for w in words if w.startswith("-")]
            added, removed = [word for word in add if word], [word for word in remove if word]
            return apply_change(
                host, lambda: people_commands.tag_contacts(host.workspace, chosen, added, removed)
            )

        ask(
            host,
            f"tags of {whom(host, chosen)}",
            save,
            kept="tags",
            hint="london maths -paris   tab completes",
            choices=list(host.workspace.read.completion_words().tags),
        )

    def died(self) -> None:
        """Asks when somebody died; their promises, plans and opportunities are closed by that."""
        from netui.services.dates import DateField
        from netui.services.people.set_field import set_field

        host = self._host
        person = chosen_person(host)
        if person is None:
            return
        row = person.row

        def save(text: str) -> str:
            with host.keep_cursor():
                return apply_change(host, lambda: set_field(host.workspace, row.id, "died", text))

        hint = "3 mar 2024, mar 2024, 2024: promises, plans and opportunities are closed with it"
        ask_day(host, f"{row.name} died on", DateField.PARTIAL, save, kept="died", hint=hint)

    def archive(self) -> None:
        """Takes people out of the list; brings them back where all of them are archived."""
        from netui.services.people import commands as people_commands

        host = self._host
        chosen = chosen_people(host)
        if not chosen:
            return
        away = [ident for ident in chosen if (person := host.people.get(ident)) and person.row.archived == 1]
        apply_change(
            host,
            lambda: people_commands.archive_contacts(
                host.workspace, chosen, archived=len(away) < len(chosen)
            ),
        )


def whom(host: Host, chosen: Sequence[str]) -> str:
    """The name of the one chosen, or how many are."""
    return clean(host.workspace.name(chosen[0])) if len(chosen) == 1 else f"{len(chosen)} people"


def add_person(host: Host) -> None:
    """Asks for the name of a new contact."""
    from netui.services.dedupe.duplicates import find_similar, similar_words
    from netui.services.people import commands as people_commands
    from netui.services.privacy.forgotten import Marks

    def save(text: str) -> str:
        made: list[str] = []

        def make() -> Batch:
            ident, batch = people_commands.add_contact(host.workspace, text)
            made.append(ident)
            return batch

        wrong = apply_change(host, make)
        if not wrong:
            Marks(host.workspace.network).remove([text], [])
            host.select(made[0])
            edit, log, undo = map(host.key, ("edit", "log", "undo"))
            host.set_message(f"added {text}   {edit} fills in more, {log} logs, {undo} takes it back")
        return wrong

    def preview(text: str) -> str:
        if alike := similar_words(find_similar(host.workspace, [text])):
            return f"there is already {alike}; enter adds another"
        named = [each.name for each in host.workspace.read.find(text)][:3] if len(text) > 2 else []
        return f"there is {', '.join(named)} already; enter adds another" if named else "enter adds"

    ask(host, "add person", save, kept="person", hint="their name, as you say it", preview=preview)


def contact_form(host: Host, ident: str = "", start: str = "") -> None:
    """Opens the person selected in full, or what all marked have; says why where a file cannot be read.

    ``ident`` is whose, where it is not the person selected; ``start`` is the field to begin in.
    """
    if len(host.marked) > 1 and not ident:
        _form_for_marked(host)
        return
    chosen = [ident] if ident else listed_people(host)
    person = host.people.get(chosen[0]) if chosen else None
    if person is None or tell_unreadable(host, chosen):
        return
    from netui.ui.screens.shared.form_fields import CONTACT, contact_fields, own_fields

    ident = person.row.id
    seen = host.workspace.read.head(ident)
    own, texts = own_fields(_own_keys(host, ident, seen))

    def save(changed: Mapping[str, str]) -> str:
        from netui.services.people.set_field import edit_contact_fields

        alike = _like_another(host, ident, changed)
        label = f"edited {host.workspace.name(ident)}"
        return apply_change(
            host,
            lambda: edit_contact_fields(host.workspace, ident, changed, seen),
            then=f"{label}   {alike}" if alike else "",
        )

    values = {**contact_fields(seen), **texts}
    host.open_form(person.row.name, [*CONTACT, *own], values, save, start=start, key=f"contact {ident}")


def _own_keys(host: Host, ident: str, head: Mapping[str, Any]) -> Mapping[str, Any]:
    """The file, for the keys of one's own in it, of which the index does not know the types; else nothing."""
    from netui.domain.model.changes import CONTACTS, FileId
    from netui.domain.model.custom_keys import custom_keys
    from netui.services.people.commands import read_document

    try:
        return read_document(host.workspace, FileId(CONTACTS, ident)) if custom_keys(head) else {}
    except StoreError:  # it broke a moment ago: saving will say so
        return {}


def _form_for_marked(host: Host) -> None:
    """Opens one form for all marked: what they have in common stands in it; changes are for each."""
    from netui.services.people.set_field import edit_all_fields
    from netui.services.timeline.form_drafts import save_form
    from netui.ui.screens.shared.form_fields import CONTACT, NEW_OWN_KEY, common_fields

    chosen = list(host.marked)
    key = f"contacts {' '.join(sorted(chosen))}"
    if tell_unreadable(host, chosen):
        return
    fields = [field for field in CONTACT if field.key != "name"]
    values, differing = common_fields([host.workspace.read.head(ident) for ident in chosen], fields)
    shown = [
        field._replace(hint="they differ; what you write is set for all") if field.key in differing else field
        for field in fields
    ]

    def save(changed: Mapping[str, str]) -> str:
        return apply_change(
            host,
            lambda: edit_all_fields(host.workspace, chosen, changed),
            failed=lambda: save_form(host.workspace, key, changed, values),
        )

    title = f"{len(chosen)} people: what you change is set for all"
    host.open_form(title, [*shown, NEW_OWN_KEY], values, save, key=key)


def _like_another(host: Host, ident: str, changed: Mapping[str, str]) -> str:
    """Who else has a name or an address that the form gives to this person, "" for nobody."""
    from netui.domain.text.lists import split_items, split_label
    from netui.services.dedupe.duplicates import find_similar, similar_words

    names, emails, phones = (
        [split_label(each, key)[1] for key in keys for each in split_items(changed.get(key, ""))]
        for keys in (("name", "aliases"), ("emails",), ("phones",))
    )
    found = [each for each in find_similar(host.workspace, names, emails, phones) if each.id != ident]
    return f"there is also {similar_words(found, most=1)}; {host.key('merge')} shows both" if found else ""


def delete_people(host: Host) -> None:
    """Deletes the people chosen, after a question that says how much was logged."""
    from netui.services.people import commands as people_commands

    chosen = listed_people(host)
    if not chosen:
        return
    logged = sum(len(host.workspace.read.timeline(ident)) for ident in chosen)
    also = f" with {logged} {'entry' if logged == 1 else 'entries'}" if logged else ""
    confirm(
        host,
        f"delete {whom(host, chosen)}{also}?",
        lambda: apply_change(host, lambda: people_commands.remove_contacts(host.workspace, chosen)),
    )
