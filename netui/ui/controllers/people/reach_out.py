"""Reaching out to someone where they stand: write, call, open a link, copy an address; then log it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netui.presentation.pages.page_layout import contact_of
from netui.presentation.text import clean
from netui.services.errors import Refused, StoreError
from netui.ui.controllers.host import tell_nobody, tell_unreadable

if TYPE_CHECKING:
    from netui.services.people.reach_out import Address
    from netui.ui.controllers.host import Host

_VERBS = {"mail": "write to", "call": "call", "link": "open"}
_KINDS = {"mail": "email", "call": "call", "link": "message"}
"""The kind of entry that is offered afterwards."""


class ReachController:
    """Offers the addresses of a person; afterwards the log line stands there, already written."""

    def __init__(self, host: Host, log_line: Callable[[str], object]):
        self._host = host
        self._log_line = log_line

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"message": self.reach}

    def reach(self) -> None:
        """Asks which address to use, and how."""
        from netui.services.people.reach_out import addresses

        host, ident = self._host, self._whom()
        if not ident:
            tell_nobody(host)
            return
        if tell_unreadable(host, [ident]):
            return
        found = addresses(host.workspace.read.head(ident))
        name = clean(host.workspace.name(ident))
        if not found:
            host.set_message(f"the file of {name} names no way to reach them; {host.key('edit')} adds one")
            return
        acts: dict[str, Callable[[], None]] = {}
        choices = []
        for at, address in enumerate(found):
            for verb, note, act in self._ways(ident, address):
                key = f"{at} {verb}"
                acts[key] = act
                label = f" ({clean(address.label)})" if address.label else ""
                choices.append((key, f"{verb} {clean(address.value)}{label}", note, address.uri()))
        host.choose(f"reach {name}", choices, lambda key: acts[key]() if key else None)

    def _whom(self) -> str:
        """The contact of the item under the cursor, else the person."""
        ident = contact_of(self._host.current_item())
        person = None if ident else self._host.person()
        return person.row.id if person else ident

    def _ways(self, ident: str, address: Address) -> list[tuple[str, str, Callable[[], None]]]:
        """What can be done with an address: verb, note and act."""
        from netui.services.people.reach_out import program_for

        ways: list[tuple[str, str, Callable[[], None]]] = []
        uri = address.uri()
        try:
            can_open = program_for(address, uri, self._host.workspace.config.commands) is not None
        except Refused:
            can_open = True  # chosen, it says what is wrong with the setting
        if can_open:
            ways.append((_VERBS[address.means], "", lambda: self._open(ident, address)))
        if address.means == "mail":
            ways.append(("draft to", "your editor", lambda: self._write(ident, address)))
        ways.append(("copy", "", lambda: self._copy(ident, address)))
        return ways

    def _open(self, ident: str, address: Address) -> None:
        from netui.services.people.reach_out import program_for, start

        host = self._host
        body = ""
        if address.means == "mail":
            from netui.services.insights.message_draft import draft_message

            body = draft_message(host.workspace, ident)
        try:
            program = program_for(address, address.uri(body), host.workspace.config.commands)
            if program is None or not (self._run(program.command) if program.waits else start(program)):
                self._copy(ident, address)
                return
        except Refused as problem:
            host.set_message(str(problem), wrong=True)
            return
        self._offer(ident, address, f"{clean(address.value)} is open")

    def _run(self, command: Sequence[str]) -> bool:
        """Runs a command of the settings on the terminal; False where that ended in an error."""
        try:
            return self._host.run_outside(command) == 0
        except OSError as error:
            raise Refused(f"the command could not be run ({error.strerror or error})") from error

    def _write(self, ident: str, address: Address) -> None:
        """Drafts a message in the editor and copies it; where that fails it stays a draft, as every edit."""
        from netui.services.editor.external_editor import write_message
        from netui.services.insights.message_draft import draft_message

        host = self._host
        try:
            text = write_message(host.workspace, draft_message(host.workspace, ident), run=host.run_outside)
        except (Refused, StoreError) as problem:
            host.set_message(str(problem), wrong=True)
            return
        if not text:
            host.set_message("nothing was written")
            return
        host.copy_text(text)
        self._offer(ident, address, f"copied what you wrote, for {clean(address.value)}")

    def _copy(self, ident: str, address: Address) -> None:
        self._host.copy_text(address.value)
        self._offer(ident, address, f"copied {clean(address.value)}")

    def _offer(self, ident: str, address: Address, said: str) -> None:
        """Says what was done, and offers the log line, already written; esc leaves it."""
        self._log_line(f"{_KINDS[address.means]} with @{ident}: ")
        self._host.show_toast(said, replace=True)
