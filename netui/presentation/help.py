"""The help: what a place is for, the keys that work there, one line to log, the filter, the states.

Its parts are the topics of ``netui help`` too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from netui.domain.query.parser import FIELDS
from netui.presentation.actions import (
    ACTIONS,
    BRIEF,
    BY_ID,
    CATCH_UP,
    CIRCLE,
    CONFLICTS,
    CONTACT_LIST,
    DETAILS,
    FORM,
    GOAL,
    GOALS,
    GROUPS,
    IMPORT,
    INSIGHTS,
    PAGES,
    PEOPLE,
    PICKER,
    PLACEMENT,
    PROMPT,
    REVIEW,
    TIMELINE,
    Action,
)
from netui.presentation.glyphs import STATE_ROLES, Glyphs
from netui.presentation.keymap import first_key, shown_key
from netui.presentation.research_notes import RESEARCH_NOTES
from netui.presentation.text import Line, fit, wrap

PURPOSES = {
    PEOPLE: "Everyone you know, whoever has gone quiet first: who is next? {log} logs a talk,"
    " {promise} a promise; {review} goes through those worth thinking of, {brief} prepares a meeting,"
    " {ask} asks who knows something, {insights} shows the whole.",
    TIMELINE: "What was said and done with one person, the latest first; above it who it is, how long the"
    " silence is beside your usual gaps, what is promised and what may come of it.",
    GOALS: "What the network is for: goals counted from what you log, promises both ways, days and meetings"
    " that come, and old ties worth reviving.",
    GOAL: "One goal: how far along by what really happened, who is needed and how many of them you know,"
    " who could lead to more, the steps, and who has which part in it.",
    REVIEW: "Five minutes a week: one person at a time, those most worthwhile first, with the reason. One key"
    " for each; leave at any time, it goes on where you left it.",
    PLACEMENT: "New and imported people, one at a time: how often would you like to be in touch? One key"
    " each; leave at any time, it goes on where you left it.",
    BRIEF: "What brings you back before you meet someone: how you met, what was said, what is promised, what"
    " they know and look for, whom you both know, and something to begin with from your own notes.",
    INSIGHTS: "The network as a whole, counted from what you logged: is it growing, balanced, varied; what"
    " came of it, through whom, and what was learned. Each line leads to the people behind it.",
    CONTACT_LIST: "The people behind a line; what you do here, you do for the one under the cursor.",
    CIRCLE: "People with one tag who meet: who came when, how long since, and who has not come for long."
    " Where half of them turn quiet within 30 days, one line speaks of the circle instead of theirs.",
    DETAILS: "Everything that a person's file holds beside the timeline, a line each: {add_here} adds, {edit}"
    " changes the line under the cursor, {delete} deletes it; one key takes each back.",
    CONFLICTS: "A field was edited on two sides: in two forms, in a form and an editor, on two machines."
    " Nothing was lost: the file keeps one text and the other waits beside it until you choose.",
    IMPORT: "What an import would do, before it does anything: settle who is who and which text stays, say"
    " what a column holds, then bring it in as one change that one key takes back.",
    CATCH_UP: "Whom you probably met while nothing was logged, from your habits, dates and goals; log or"
    " snooze each with one key.",
}
"""What each place is for, by its name; actions in braces stand for their keys."""
_STATES = {
    "warm": "in touch, within your usual rhythm",
    "due": "nearing the end of it",
    "quiet": "silent for longer than is usual between you",
    "dormant": "long silent; worth reviving some day",
    "met": "met once or twice so far",
    "new": "nothing logged yet",
    "snoozed": "left alone until a day you chose",
    "muted": "seen anyway, or not to be told of",
    "died": "nothing is due any more; found by is:died",
    "broken": "its file cannot be read; E opens it at the line",
}
_TYPING = {"While you type a line": PROMPT, "In a form": FORM, "In a list to choose from": PICKER}
"""The headings of keys that work where one types, wherever help was opened."""
_CAPTURE = (
    ("coffee with @ada @grace yesterday: the lab is hiring", "a kind, people, a day; then your words"),
    ("call with ada 3 days ago", "days in words: yesterday, last fri, 2w ago, 14 mar, 2026-11-09"),
    (">send the deck by fri", "a promise of yours, due on a day"),
    ("<intro to Bob by 12 dec", "a promise of theirs"),
    ("#hiring ^cto-role", "a tag, a goal it serves"),
    ("got:lead gave:advice", "what came of it, both ways"),
    ("learned: they pay by retainer", "what you learned"),
    ("from:them", "who reached out"),
    ("lunch with Alan Turing (new) tomorrow", "someone not in netui yet; a day ahead is a planned meeting"),
)


_CIRCLES = (
    ("meeting #choir with @ada @grace", "a meeting of the circle: an entry with its tag"),
    (
        "netui circle choir 1w",
        "makes everyone with #choir a circle that meets weekly; learn: by its log",
    ),
    ("netui circles, netui circle choir", "how long since; who came when, and who has not come for long"),
    ('[circles] choir = "1w"', "the same by hand, in netui.toml of the network"),
)


def help_lines(
    applicable: Iterable[str], keys: Mapping[str, str], glyphs: Glyphs, width: int, page: str = ""
) -> list[Line]:
    """The whole help; actions that do not apply here are left out. ``page`` is where one is."""
    here = set(applicable)
    lines: list[Line] = []
    if page in PURPOSES:
        lines += [[], *([(" " + text, "")] for text in wrap(_purpose(page, keys), width - 2))]
    lines += _grouped_keys([action for action in BY_ID.values() if action.id in here], keys, width)
    if page == INSIGHTS:
        lines += _findings(width)
    lines += [*_capture_lines(), *_typing_keys(keys, width), *_filter_lines(width), *_state_lines(glyphs)]
    if page != INSIGHTS:
        lines += _findings(width)
    return lines[1:]


class HelpContext(NamedTuple):
    """What lines of help depend on."""

    keys: Mapping[str, str]
    glyphs: Glyphs
    width: int


class Topic(NamedTuple):
    """A part of the help by itself: what it is about, and its lines below an empty one."""

    summary: str
    lines: Callable[[HelpContext], list[Line]]


TOPICS: Mapping[str, Topic] = {
    "capture": Topic("one line to log", lambda context: _capture_lines()),  # noqa: ARG005
    "filter": Topic(
        "what netui list and the filter understand", lambda context: _filter_lines(context.width)
    ),
    "states": Topic("how things stand with someone", lambda context: _state_lines(context.glyphs)),
    "keys": Topic("every key of the app", lambda context: _all_keys(context.keys, context.width)),
    "groups": Topic("circles: people with one tag who meet", lambda context: _circle_lines(context.width)),
    "advice": Topic("what the advice rests on", lambda context: _findings(context.width)),
}
"""The topics of ``netui help``."""


def _grouped_keys(actions: Iterable[Action], keys: Mapping[str, str], width: int) -> list[Line]:
    """The keys of these actions, under the headings of the help."""
    listed = list(actions)
    lines: list[Line] = []
    for group in GROUPS:
        lines += _key_lines(group, [action for action in listed if action.group == group], keys, width)
    return lines


def _all_keys(keys: Mapping[str, str], width: int) -> list[Line]:
    """The keys of the main screen, and where one types."""
    return _grouped_keys(ACTIONS, keys, width) + _typing_keys(keys, width)


def _typing_keys(keys: Mapping[str, str], width: int) -> list[Line]:
    """The keys that work where one types."""
    lines: list[Line] = []
    for title, place in _TYPING.items():
        lines += _key_lines(title, [BY_ID[name] for name in PAGES[place].actions], keys, width)
    return lines


def _capture_lines() -> list[Line]:
    """Lines to log as examples, each with what is read of it."""
    lines: list[Line] = [[], [(" One line to log", "strong accent")]]
    for example, meaning in _CAPTURE:
        lines += [[("   " + example, "link")], [("      " + meaning, "muted")]]
    return lines


def _circle_lines(width: int) -> list[Line]:
    """What a circle is, and how one is set and logged."""
    lines: list[Line] = [[], [(" Circles", "strong accent")]]
    lines += [[("   " + text, "")] for text in wrap(PURPOSES[CIRCLE], width - 5)]
    for example, meaning in _CIRCLES:
        words = wrap(meaning, width - 8)
        lines += [[("   " + example, "link")], *([("      " + text, "muted")] for text in words)]
    return lines


def _filter_lines(width: int) -> list[Line]:
    """The fields of the query language."""
    lines: list[Line] = [[], [(" The filter", "strong accent")]]
    for field in FIELDS.values():
        for at, text in enumerate(wrap(f"{field.help} ({field.example})", width - 16)):
            lines.append([(f"   {fit(field.sign if at == 0 else '', 10)}", "link"), (" " + text, "")])
    lines.append([("   ", ""), ('-word leaves out, a|b is either, "two words" keeps them together', "muted")])
    return lines


def _state_lines(glyphs: Glyphs) -> list[Line]:
    """The signs of the list, and what they mean."""
    lines: list[Line] = [[], [(" How things stand", "strong accent")]]
    for state, meaning in _STATES.items():
        lines.append([(f"   {glyphs.states[state]} {fit(state, 9)}", STATE_ROLES[state]), (meaning, "")])
    flag = f"   {glyphs.conflict} "
    clashed = "a field was edited on two sides; both texts are kept"
    lines.append([(f"{flag}{fit('conflict', 14 - len(flag))}", "attention"), (clashed, "")])
    return lines


def _key_lines(title: str, actions: Iterable[Action], keys: Mapping[str, str], width: int) -> list[Line]:
    """A heading, and the keys and help of each action that has a key; nothing where none has."""
    lines: list[Line] = []
    for action in actions:
        shown = " ".join(shown_key(key) for key in keys.get(action.id, "").split(",") if key)
        for at, text in enumerate(wrap(action.help, width - 17) if shown else ()):
            lines.append([(f"   {fit('' if at else shown, 12)}", "strong"), (" " + text, "")])
    return [[], [(f" {title}", "strong accent")], *lines] if lines else []


def _findings(width: int) -> list[Line]:
    """The findings behind the advice, with their sources."""
    lines: list[Line] = [[], [(" What the advice rests on", "strong accent")]]
    for _, finding in RESEARCH_NOTES.values():
        lines += [[(f"   {text}", "")] for text in wrap(finding, width - 5)]
    return lines


def _purpose(page: str, keys: Mapping[str, str]) -> str:
    """What the place is for, with the keys in force."""
    return PURPOSES[page].format_map({name: first_key(keys, name) for name in keys})
