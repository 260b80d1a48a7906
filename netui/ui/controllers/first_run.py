"""First run: the greeting of an empty folder, and importing a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.ui.controllers.line.path_completion import complete_path
from netui.ui.controllers.line.questions import ask
from netui.ui.controllers.people import add_person

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost


class FirstRunController:
    """The first steps in a network."""

    def __init__(self, host: MainHost):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"import": self.import_file}

    def welcome(self) -> None:
        """Offers three ways to begin."""
        host = self._host

        def picked(name: str | None) -> None:
            if name == "add":
                add_person(host)
            elif name == "import":
                self.import_file()
            elif name == "demo":
                host.leave_for_demo()
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
                return "there is no such file; tab completes a path"
            host.after_drawing(lambda: host.pages.import_preview(path, text))
            return ""

        hint = "a file, or a folder of them; tab completes, all is shown first"
        ask(host, "import", open_preview, kept="import", hint=hint, complete=complete_path)
