"""Reaching out to a contact: the addresses in their file, and the programs that use them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from netui.domain.model.channels import labelled_values, uri_of
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import Refused
from netui.services.external_program import fill_command
from netui.storage.state.config import CommandName, Means

_KEYS: tuple[tuple[str, Means], ...] = (("emails", "mail"), ("phones", "call"), ("links", "link"))
_LISTS = {means: key for key, means in _KEYS}


class Address(NamedTuple):
    """An address of someone: by which means it is used, the address as it stands, and its label or ""."""

    means: Means
    value: str
    label: str = ""

    def uri(self, body: str = "") -> str:
        """The address as ``mailto:``, ``tel:`` or web address; "" where it is none, and nothing opens it.

        A mail may begin with ``body``.
        """
        uri = uri_of(_LISTS[self.means], self.value)
        return f"{uri}?body={quote(body)}" if body and self.means == "mail" else uri


def addresses(head: Mapping[str, Any]) -> list[Address]:
    """All addresses in a contact's file: e-mails before phones before links."""
    return [
        Address(means, value, label) for key, means in _KEYS for value, label in labelled_values(head, key)
    ]


class Program(NamedTuple):
    """A program with its arguments; ``waits`` if it may need the terminal, so that one waits for its end."""

    command: Sequence[str]
    waits: bool


def program_for(
    address: Address,
    uri: str,
    commands: Mapping[CommandName, str],
    environment: Mapping[str, str] = os.environ,
) -> Program | None:
    """What opens an address: the command of the settings, else the desktop's; None where there is neither.

    In a command of the settings ``{uri}`` and ``{address}`` stand for these, each within one argument, and
    no shell reads them; without either the URI comes last. Raises Refused where the command cannot be run.
    Over SSH or without a display the desktop's window would not be seen, and ``xdg-open`` might start a
    browser in the terminal.
    """
    text = commands.get(address.means, "")
    if text.strip():
        return Program(_filled(text, address, uri), waits=True)
    opener = _opener(environment)
    return Program([opener, uri], waits=False) if opener and uri else None


def start(program: Program) -> bool:
    """Starts a program of the desktop; False where it cannot be run."""
    try:
        subprocess.Popen(
            program.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _filled(text: str, address: Address, uri: str) -> list[str]:
    if not uri and "{address}" not in text:
        raise Refused(f"{address.value!r} is no address that can be opened; it can be copied")
    values = {"uri": uri, "address": address.value}
    return fill_command(f"commands.{address.means}", text, values)


def _opener(environment: Mapping[str, str]) -> str | None:
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:
        return None
    if sys.platform == "darwin":
        return shutil.which("open")
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open")
    return None
