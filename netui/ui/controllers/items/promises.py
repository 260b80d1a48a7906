"""Promises: note one, edit it in a form, delete it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.host import chosen_people
from netui.ui.controllers.line.questions import ask, confirm
from netui.ui.controllers.people.people import whom

if TYPE_CHECKING:
    from netui.domain.model.entry import Promise
    from netui.ui.controllers.host import Host


class PromiseController:
    """Notes promises; with ``goal`` for that goal unless said otherwise."""

    def __init__(self, host: Host, goal: str = ""):
        self._host = host
        self._goal = goal

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"promise": self.promise}

    def promise(self) -> None:
        """Asks for a promise to the person chosen, or of theirs."""
        from netui.services.timeline import promise_lines
        from netui.ui.controllers.line.completion import LineCompleter
        from netui.ui.controllers.line.feedback import LineFeedback

        host = self._host
        chosen = chosen_people(host)
        if not chosen:
            return

        feedback = LineFeedback(
            host,
            lambda text, now: promise_lines.parse_promises(host.workspace, text, now),
            LineCompleter(host, text_only=("goal",)),
        )

        def save(text: str) -> str:
            (parsed,) = feedback.read(text)
            return apply_change(
                host, lambda: promise_lines.add_promises(host.workspace, chosen, parsed, self._goal)
            )

        hint = "send the deck by fri ^goal   begin with < for what they promise"
        sign = f"promise to {whom(host, chosen)}"
        ask(host, sign, save, kept="promise", hint=hint, feedback=feedback, about=chosen[0])


def new_promise_form(host: Host, ident: str, what: str, values: Mapping[str, str]) -> None:
    """Opens the form of a new promise to a person, or of theirs; a debt or a gift is one too."""
    from netui.ui.screens.shared.form_fields import PROMISE

    def save(changed: Mapping[str, str]) -> str:
        from netui.services.timeline import form_commands

        fields = {**values, **changed}
        return apply_change(host, lambda: form_commands.add_promise_fields(host.workspace, ident, fields))

    title = f"{what} between you and {host.workspace.name(ident)}"
    host.open_form(title, PROMISE, values, save, start="text", key=f"new {what} {ident}")


def promise_form(host: Host, promise: Promise) -> None:
    """Opens a promise in full."""
    from netui.ui.screens.shared.form_fields import PROMISE

    before = {"text": promise.text, "by": promise.by, "due": str(promise.due or ""), "goal": promise.goal}

    def save(changed: Mapping[str, str]) -> str:
        from netui.services.timeline import form_commands

        return apply_change(host, lambda: form_commands.edit_promise_fields(host.workspace, promise, changed))

    title = f"promise with {host.workspace.name(promise.contact)}"
    host.open_form(title, PROMISE, before, save, key=f"promise {promise.contact} {promise.id}")


def delete_promise(host: Host, promise: Promise) -> None:
    """Deletes a promise, after a question."""
    from netui.services.timeline import commands as timeline_commands

    confirm(
        host,
        f"delete the promise: {promise.text}?",
        lambda: apply_change(host, lambda: timeline_commands.remove_promise(host.workspace, promise)),
    )
