"""The filter of the list of people, as one types it, and its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netui.domain.query.parser import FIELDS
from netui.presentation.actions import PEOPLE
from netui.presentation.text import Line, clean
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
        return {"filter": self.filter, "sort": self._host.cycle_sort}

    def filter(self) -> None:
        """Asks for a query; the list follows at each key."""
        host = self._host
        before = host.query_text

        def changed(text: str) -> Line:
            error = host.filter_by(text.strip())
            if error is not None:
                return [(f" {clean(error.message)}", "attention")]
            found = len(host.people_view.rows)
            return [
                (f" {found:,} {'person' if found == 1 else 'people'}", "muted"),
                ("   #tag  ^goal  role: org: knows: is:quiet last:>90d  -not  a|b  esc clears", "faint"),
            ]

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
                "/", submitted, changed, cancelled, complete_field, self._lines, before, left=left,
                given_up=given_up, takes_typed_ahead=False,
            )
        )  # fmt: skip


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
