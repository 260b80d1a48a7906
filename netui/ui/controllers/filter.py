"""The filter of the list of people, as one types it, and its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netui.domain.model.custom_keys import custom_keys
from netui.domain.query.parser import FIELDS
from netui.presentation.actions import PEOPLE
from netui.presentation.text import Line, clean
from netui.services.saved_lists import saved_lists
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.line.questions import ask
from netui.ui.widgets.prompt import Completion, PromptRequest

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost


class FilterController:
    """Narrows and sorts the list of people."""

    def __init__(self, host: MainHost):
        self._host = host
        self._lines: list[str] = []
        """Lines of a paste that was given up, until the app is left."""

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"filter": self.filter, "save_list": self.save_list, "sort": self._host.cycle_sort}

    def save_list(self) -> None:
        """Saves the filter as a list of the network, after asking what to call it."""
        from netui.services.saved_lists import save_list

        host, query = self._host, self._host.query_text
        if not query:
            host.set_message(
                f"filter first: {host.key('filter')}, then {host.key('save_list')} saves it as a list"
            )
            return

        def save(name: str) -> str:
            then = f"saved as list:{name}, for filters, goals and shells"
            return apply_change(host, lambda: save_list(host.workspace, name, query), then=then)

        ask(host, "call this list", save, kept="list", hint=f"one word, such as founders, for: {query}")

    def filter(self) -> None:
        """Asks for a query; the list follows at each key."""
        host = self._host
        before = host.query_text
        fields, leave = "   #tag  ^goal  role: org: is:quiet last:>90d  -not  a|b", "   esc clears"
        keep = f"   enter, then {host.key('save_list')} saves it as a list"

        def changed(text: str) -> Line:
            error = host.filter_by(text.strip())
            if error is not None:
                return [(f" {clean(error.message)}", "attention")]
            found = len(host.people_view.rows)
            if not found and text.strip():
                words = f" nobody   enter, then {host.key('find')} finds it in everything you wrote"
                return [(words, "muted"), (leave, "faint")]
            hints = (keep, leave, fields) if text.strip() else (fields, leave)
            count = (f" {found:,} {'person' if found == 1 else 'people'}", "muted")
            return [count, *((hint, "faint") for hint in hints)]

        def submitted(text: str) -> bool:
            host.filter_by(text.strip())
            host.people_view.focus()
            return True

        def given_up(lines: Sequence[str]) -> None:
            self._lines = [line for line in lines if line.strip()]
            cancelled("")

        def cancelled(_: str) -> None:
            host.filter_by("")
            host.people_view.focus()

        def left(_: str) -> None:
            """The filter stands as it was typed, and is there again at the next start."""

        host.show_pane(PEOPLE)
        host.prompt.ask(
            PromptRequest(
                "/", submitted, changed, cancelled, self._complete, self._lines, before, left=left,
                given_up=given_up,
            )
        )  # fmt: skip

    def _complete(self, text: str, cursor: int) -> Completion | None:
        """Completes a field or its value, the name of a saved list, and a key of the user's own."""
        start = text.rfind(" ", 0, cursor) + 1
        sign, _, begun = text[start:cursor].lstrip("-").rpartition(":")
        workspace = self._host.workspace
        if sign == "list":
            names = [name for name in saved_lists(workspace) if name.startswith(begun)]
        elif sign in ("has", "no"):
            known = (*FIELDS[sign].values, *custom_keys(sorted(workspace.read.keys_in_use())))
            names = [name for name in dict.fromkeys(known) if name.startswith(begun)]
        else:
            return complete_field(text, cursor)
        return Completion(cursor - len(begun), cursor, names)


def complete_field(text: str, cursor: int) -> Completion | None:
    """Completes the field of the query language, or the value of one, that the word at the cursor begins."""
    start = text.rfind(" ", 0, cursor) + 1
    word = text[start:cursor].lstrip("-")
    start = cursor - len(word)
    if ":" in word:
        name, _, value = word.partition(":")
        field = FIELDS.get(name)
        values = [f"{name}:{v}" for v in field.values if v.startswith(value)] if field else []
        return Completion(start, cursor, values)
    signs = [field.sign for field in FIELDS.values() if word and field.sign.startswith(word)]
    return Completion(start, cursor, signs)
