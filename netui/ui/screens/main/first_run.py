"""Beginning: the greeting of an empty folder, and bringing in what one already has."""

from __future__ import annotations

import os

from netui.services.errors import Refused, StoreError
from netui.ui.screens.main.open_actions import EditActions

LOOK_AT_DEMO = 64
"""The app's answer when the user asked for the demo instead."""


class BeginActions(EditActions):
    """The first steps in a network."""

    def greet(self) -> None:
        """Offers three ways to begin."""
        from netui.ui.screens.pages.welcome import GreetingScreen

        def picked(name: str | None) -> None:
            if name == "add":
                self.add_person()
            elif name == "import":
                self.action_import()
            elif name == "demo":
                self.netui.leave(LOOK_AT_DEMO)
            else:
                self.set_message("a adds someone, : lists all there is to do")

        self.app.push_screen(GreetingScreen(str(self.workspace.network)), picked)

    def action_import(self) -> None:
        """Brings in a file; says first what it would do."""
        from netui.services.transfer.imports import carry_out, plan_import

        def save(path: str) -> str:
            try:
                found = plan_import(self.workspace, [os.path.expanduser(path)])
            except (Refused, StoreError, OSError) as error:
                return str(error)
            facts = [(len(found.new), "new"), (len(found.changed) + len(found.merged), "changed")]
            facts += [(found.entries, "entries"), (len(found.rejected), "rejected")]
            words = ", ".join(f"{count} {what}" for count, what in facts if count)
            if not found.batch.changes:
                self.set_message(f"nothing to bring in ({words or 'all of it is here already'})")
                return ""

            def bring_in() -> None:
                try:
                    done, kept = carry_out(self.workspace, found)
                except (Refused, StoreError) as error:
                    self.set_message(str(error), wrong=True)
                    return
                aside = f"; what was rejected is in {kept}" if kept else ""
                self.say_done(f"{done.label}: {words}{aside}", done)

            self.after_drawing(lambda: self.confirm(f"{words}: bring them in?", bring_in))
            return ""

        hint = "a friends.md file; you are shown what it would do first"
        self.ask("import file", save, kept="import", hint=hint)
