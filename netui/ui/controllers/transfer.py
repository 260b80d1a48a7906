"""The greeting of an empty folder, import of a file, and export to one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.pages.page_builder import pluralize
from netui.services.errors import Refused, StoreError, words_of
from netui.ui.controllers.host import chosen_people, listed_people
from netui.ui.controllers.line.path_completion import complete_path
from netui.ui.controllers.line.questions import ask
from netui.ui.controllers.people.people import add_person

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost


class TransferController:
    """Brings people in, and takes them out."""

    def __init__(self, host: MainHost):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"import": self.import_file, "export": self.export_file}

    def welcome(self) -> None:
        """Offers ways to begin."""
        host = self._host

        def picked(name: str | None) -> None:
            if name == "add":
                add_person(host)
            elif name == "import":
                self.import_file()
            elif name == "demo":
                host.leave_for_demo()
            elif name in ("log", "tour"):
                host.action_run(name)
            else:
                host.set_message(
                    f"{host.key('add')} adds someone, {host.key('palette')} lists all there is to do"
                )

        host.pages.welcome(picked)

    def import_file(self) -> None:
        """Asks for a file or folder, and opens the preview of its import."""
        host = self._host

        def open_preview(text: str) -> str:
            path = os.path.expanduser(text)
            if not os.path.lexists(path):
                return f"no such file: {text}; tab completes a path"
            host.after_drawing(lambda: host.pages.import_preview(path, text))
            return ""

        hint = "a file, or a folder of them; tab completes, all is shown first"
        ask(host, "import", open_preview, kept="import", hint=hint, complete=complete_path)

    def export_file(self) -> None:
        """Asks for a file, and writes those marked to it, else those filtered, else the person."""
        from netui.services.transfer.exports import SUFFIXES, export_to_file

        host = self._host
        idents = _chosen(host)
        if not idents:
            return
        who = (
            pluralize(len(idents), "person", "people") if len(idents) > 1 else host.workspace.name(idents[0])
        )
        warned: list[str] = []

        def write(text: str) -> str:
            path = os.path.abspath(os.path.expanduser(text))
            if os.path.lexists(path) and path not in warned:
                warned.append(path)
                return "there is such a file; enter again replaces it"
            try:
                count = export_to_file(host.workspace, idents, path)
            except (Refused, StoreError, OSError) as error:
                return words_of(error)
            host.set_message(f"{pluralize(count, 'person', 'people')} in {path}")
            return ""

        hint = f"{who}; its end says the format: {' '.join(SUFFIXES)}"
        ask(host, "export to", write, kept="export", hint=hint, complete=complete_path)


def _chosen(host: MainHost) -> list[str]:
    """Those marked, else all whom the filter shows, else the person under the cursor; says why nobody is."""
    if host.query_text and not host.marked:
        shown = [row.id for row in host.people_view.rows.contact_rows]
        if not shown:
            host.set_message("nobody is here to be exported")
        return shown
    return listed_people(host) if len(host.marked) > 1 else chosen_people(host)
