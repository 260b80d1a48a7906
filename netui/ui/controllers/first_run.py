"""First run: the greeting of an empty folder, and importing a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.services.errors import Refused, StoreError
from netui.ui.controllers.changes import say_done
from netui.ui.controllers.line.questions import ask, confirm
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
        """Asks for a file to import; says what it would do, and does it after a question."""
        from netui.services.cadence.placement import unplaced_contacts
        from netui.services.transfer.imports import apply_import, plan_import

        host = self._host

        def save(path: str) -> str:
            try:
                found = plan_import(host.workspace, [os.path.expanduser(path)])
            except (Refused, StoreError, OSError) as error:
                return str(error)
            facts = [(len(found.new), "new"), (len(found.changed) + len(found.merged), "changed")]
            facts += [(found.entries, "entries"), (len(found.rejected), "rejected")]
            words = ", ".join(f"{count} {what}" for count, what in facts if count)
            if not found.batch.changes:
                host.set_message(f"nothing to bring in ({words or 'all of it is here already'})")
                return ""

            def bring_in() -> None:
                try:
                    done = apply_import(host.workspace, found)
                except (Refused, StoreError) as error:
                    host.set_message(str(error), wrong=True)
                    return
                aside = "; what was rejected is in .quarantine" if found.quarantine else ""
                say_done(host, f"{done.label}: {words}{aside}", done)
                if found.new and unplaced_contacts(host.workspace):
                    host.pages.placement()

            host.after_drawing(lambda: confirm(host, f"{words}: bring them in?", bring_in))
            return ""

        hint = "vCard, CSV, LinkedIn, friends.md, or a folder; shown first"
        ask(host, "import file", save, kept="import", hint=hint)
