"""Choices of the command palette: actions, people, lists, goals, words found, a log line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from re import split as split_at
from typing import TYPE_CHECKING

from netui.domain.model.contact_row import split
from netui.domain.text.fuzzy_match import FUZZY, Match, match, normalize
from netui.presentation.actions import DESTRUCTIVE, Action
from netui.presentation.additions import Addition
from netui.presentation.dates import long_day
from netui.presentation.glyphs import Glyphs
from netui.presentation.keymap import shown_key
from netui.presentation.palette.ranking import (
    ACTION,
    ADD,
    CIRCLE,
    GOAL,
    HELP,
    LIST,
    LOG,
    PERSON,
    SETTING,
    THEME,
    WORDS,
    PaletteChoice,
    log_rank,
)
from netui.presentation.prompt.candidates import last_contact_words
from netui.presentation.text import Span

if TYPE_CHECKING:
    from netui.domain.capture.model import ParsedLine
    from netui.services.people.rows import ListedContact
    from netui.services.search import Hit


_ENTER = {
    ADD: "enter asks for it",
    LIST: "enter shows who fits it",
    GOAL: "enter opens its page",
    CIRCLE: "enter opens its page",
    HELP: "enter opens this page of the manual",
    SETTING: "enter opens the settings there",
    THEME: "enter takes it until netui is left; the settings keep one",
}
"""What enter does, by group."""
_NOTES = (HELP, LIST, SETTING)
"""The groups of which what a choice is about is looked through as well."""
OTHER_WORDS: Mapping[str, Sequence[str]] = {
    "add": ("new person", "new contact", "create"),
    "circle": ("group",),
    "delete": ("remove", "erase"),
    "edit": ("rename", "change"),
    "export": ("save as", "vcard", "csv", "calendar"),
    "filter": ("search",),
    "find": ("search",),
    "import": ("load", "vcard", "csv", "calendar", "linkedin"),
    "insights": ("statistics", "report"),
    "log": ("new entry", "note", "journal", "diary", "meeting"),
    "merge": ("duplicates",),
    "message": ("send mail", "email", "phone"),
    "promise": ("task", "todo", "reminder"),
    "quit": ("exit", "close"),
    "rhythm": ("frequency", "cadence"),
    "settings": ("config", "options", "preferences"),
    "snooze": ("postpone", "reminder"),
    "undo": ("history", "revert"),
}
"""What other programs call an action: it is found by that too."""


def choice(group: str, key: str, label: str, note: str = "") -> PaletteChoice:
    """A choice that is found by its label, or by the name of its group before it."""
    spaced = label.replace(".", " ")  # rhythm.sensitivity
    more = (f"{group} {spaced}", note if group in _NOTES else "")
    texts = (normalize(spaced), "", *map(normalize, more))
    return PaletteChoice(group, key, label, note, texts, detail=((_ENTER.get(group, ""), "muted"),))


def action_choice(action: Action, keys: Mapping[str, str]) -> PaletteChoice:
    """An action, by its name, the head of its help, all of that, its word in the footer, or another word."""
    head = split_at("[:;,]", action.help)[0]
    shortcut = " ".join(shown_key(key) for key in keys[action.id].split(",") if key)
    return PaletteChoice(
        ACTION,
        action.id,
        action.help,
        texts=tuple(
            map(normalize, (action.id, head, action.help, action.footer, *OTHER_WORDS.get(action.id, ())))
        ),
        name=action.id,
        shortcut=shortcut,
        detail=((action.help, "muted"),),
        is_destructive=action.id in DESTRUCTIVE,
    )


def addition_choice(addition: Addition, whose: str) -> PaletteChoice:
    """Something to add to a person, found as ``add a date`` and as ``add date``."""
    bare = addition.help.removeprefix("a ").removeprefix("an ")
    texts = tuple(normalize(text) for text in (f"add {bare}", f"add {addition.help}", bare))
    detail = ((f"enter opens a form: for {whose}", "muted"),)
    return PaletteChoice(ADD, addition.id, addition.help, f"to {whose}", texts, detail=detail)


def person_choice(person: ListedContact, typed: str, today: date, glyphs: Glyphs) -> PaletteChoice:
    """A person, by name and aliases."""
    row, state = person.row, person.status.state
    texts = tuple(map(normalize, (row.name, *split(row.aliases))))
    by_other = typed and not any(match(normalize(typed), text) for text in texts)  # by a part of a word
    about = " · ".join(filter(None, (row.title, row.org, row.location)))
    return PaletteChoice(
        PERSON,
        row.id,
        f"{glyphs.states[state]} {row.name}",
        f"{state} · {last_contact_words(row.last, today)}",
        texts,
        detail=((f"enter goes there   {about}", "muted"),),
        rank=Match(FUZZY) if by_other else None,
    )


def log_choice(
    line: str, parsed: ParsedLine, words: str, today: date, *, names_people: bool
) -> PaletteChoice:
    """A log line, with what was understood as chips below; ``words`` sum it up."""
    chips: list[Span] = []
    for label, what in parsed.chips(today):
        chips += [(f" {label} ", "attention" if what == "problem" else "chip"), (" ", "")]
    note = "asks first" if parsed.problems else "logs it"
    return PaletteChoice(LOG, line, words, note, detail=chips, rank=log_rank(names_people=names_people))


def hit_choice(hit: Hit, name: str, today: date) -> PaletteChoice:
    """Words found in what was written: who, when, and what stands around them."""
    when = long_day(hit.on, today) if hit.on else hit.where
    head = ", ".join(filter(None, (name, when)))
    key = " ".join((hit.contact, hit.entry or "", hit.id, hit.where))
    return PaletteChoice(WORDS, key, f"{head}: {hit.snippet}", detail=((hit.snippet, "muted"),))


def search_choice(typed: str) -> PaletteChoice:
    """A search for all that was typed, which is always offered."""
    label = f"“{typed.strip()}” in everything you wrote"
    return PaletteChoice(
        WORDS, typed.strip(), label, "searches", detail=(("enter searches notes, entries, goals …", "muted"),)
    )


def most_used(used: Mapping[str, int], group: str, limit: int) -> Sequence[str]:
    """The keys of the choices of a group that were chosen most often."""
    ids = sorted((ident for ident in used if ident.startswith(f"{group}:")), key=lambda ident: -used[ident])
    return [ident.partition(":")[2] for ident in ids[:limit]]
