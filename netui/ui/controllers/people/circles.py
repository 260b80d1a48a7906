"""Circles: opening one, making one of a tag, and saying how often it meets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.domain.model.contact_row import fold, split
from netui.presentation.pages.page_layout import CircleItem
from netui.services.errors import Refused
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.line.questions import ask, confirm

if TYPE_CHECKING:
    from netui.ui.controllers.host import Host

_MAKE = "make:"
_MOST_TAGS = 50


class CircleController:
    """Leads to circles from wherever one is."""

    def __init__(self, host: Host):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"circle": self.open}

    def open(self) -> None:
        """Opens the circle under the cursor; else asks which, or of which tag to make one."""
        from netui.services.circles.commands import set_circle

        host = self._host
        item = host.current_item()
        if isinstance(item, CircleItem):
            host.pages.circle(item.tag)
            return
        choices = self._choices()
        if not choices:
            tags = host.key("tags")
            host.set_message(f"a circle is everyone with one tag: {tags} gives people a tag, such as choir")
            return

        def chosen(key: str | None) -> None:
            if key is None:
                return
            tag = key.removeprefix(_MAKE)
            if key == tag or not apply_change(host, lambda: set_circle(host.workspace, tag)):
                host.after_drawing(lambda: host.pages.circle(tag))

        host.choose("which circle?", choices, chosen)

    def _choices(self) -> list[tuple[str, str, str]]:
        """The circles, then tags of which one can be made, those of the person under the cursor first."""
        host = self._host
        circles = host.people.circles()
        known = {fold(circle.tag) for circle in circles}
        person = host.person()
        tags = split(person.row.tags) if person else []
        tags += list(host.workspace.read.completion_words().tags)[:_MOST_TAGS]
        new = {fold(tag): tag for tag in reversed(tags) if fold(tag) not in known}
        found = [(circle.tag, circle.row.name, circle.why) for circle in circles]
        return found + [(_MAKE + tag, f"#{tag}", "make it a circle") for tag in reversed(new.values())]


def ask_rhythm(host: Host, tag: str) -> None:
    """Asks how often a circle meets."""
    from netui.services.circles.commands import LEARN, rhythm_words, set_circle
    from netui.services.people.field_values import canonical_span

    hint = "1w, 2w, 1m sets it   learn: from its meetings"

    def preview(text: str) -> str:
        try:
            return rhythm_words(LEARN if text.strip() == LEARN else canonical_span(text))
        except Refused:
            return hint

    def save(text: str) -> str:
        return apply_change(host, lambda: set_circle(host.workspace, tag, text))

    ask(host, f"rhythm of #{tag}", save, kept="rhythm", hint=hint, preview=preview, choices=(LEARN,))


def confirm_removal(host: Host, tag: str) -> None:
    """Makes a circle a mere tag again, after a question."""
    from netui.services.circles.commands import remove_circle

    confirm(
        host,
        f"no circle #{tag} any more? Its people keep the tag.",
        lambda: apply_change(host, lambda: remove_circle(host.workspace, tag)),
    )
