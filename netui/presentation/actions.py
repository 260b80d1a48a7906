"""Every action, declared once: key bindings, footer, help, palette and the keymap derive from this."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

PEOPLE = "people"
TIMELINE = "timeline"
GOALS = "goals"
GOAL = "goal"
REVIEW = "review"
INSIGHTS = "insights"
BRIEF = "brief"
PERSONS = "people listed"
CATCHING_UP = "catching up"
MERGE = "merging"
"""The pages beside the main screen, by name."""


class Action(NamedTuple):
    """One thing that can be done.

    ``keys`` are Textual's key names, comma separated; ``panes`` where it applies (all when empty);
    ``footer`` its word in the footer, "" to leave it out there; ``group`` its heading in the help;
    ``page`` the one page beside the main screen that it belongs to, "" for the main screen.
    """

    id: str
    keys: str
    help: str
    footer: str = ""
    panes: tuple[str, ...] = ()
    group: str = "Do"
    page: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("log", "n", "Log what happened, in one line", "log", group="Log"),
    Action("log_in_editor", "N", "Log several lines in your editor", group="Log"),
    Action("repeat", "full_stop", "Log again with the kind of the last entry", group="Log"),
    Action("catch_up", "C", "List whom you probably met, to log them quickly", group="Log"),
    Action("add", "a", "Add a person, an entry or a goal, by the pane you are in", "add", group="Log"),
    Action("opportunity", "o", "Note an opportunity: a job, a client, a talk", "", (PEOPLE, TIMELINE), "Log"),
    Action("promise", "p", "Note a promise, yours or theirs", "promise", (PEOPLE, TIMELINE), "Log"),
    Action("filter", "slash", "Filter people as you type", "filter", (PEOPLE, TIMELINE), "Find"),
    Action("find", "f", "Find words in everything you wrote", "find", group="Find"),
    Action("brief", "b", "What to know before you meet: all marked, or a meeting's", "brief", group="Find"),
    Action("ask", "w", "Ask who knows or seeks something", "", group="Find"),
    Action("review", "r", "Review those worth thinking of this week", "review", group="Find"),
    Action("insights", "i", "Insights: the network as a whole", "insights", group="Find"),
    Action("sort", "v", "Sort by quiet, name or last contact", "", (PEOPLE, TIMELINE), "Find"),
    Action("open", "enter", "Open what is under the cursor", "", group="Find"),
    Action("follow", "right_square_bracket", "Go to someone linked to this one", "linked", group="Find"),
    Action("return", "left_square_bracket,backspace", "Back to the one you came from", "", group="Find"),
    Action("edit", "e", "Edit what is under the cursor", "edit", group="Change"),
    Action("edit_file", "E", "Open its file in your editor", group="Change"),
    Action("tags", "t", "Add or remove tags", "", (PEOPLE, TIMELINE), "Change"),
    Action("rhythm", "c", "Set or relax how often to be in touch", "rhythm", (PEOPLE, TIMELINE), "Change"),
    Action("snooze", "s", "Snooze until a day", "snooze", (PEOPLE, TIMELINE), "Change"),
    Action("tried", "T", "Tried to reach, no answer", "no answer", (PEOPLE, TIMELINE), "Change"),
    Action("reviewed", "R", "Thought of, without contact", "thought of", (PEOPLE, TIMELINE), "Change"),
    Action("let_go", "D", "Let go: never flag again", "let go", (PEOPLE, TIMELINE), "Change"),
    Action(
        "toggle_done",
        "x",
        "Tick a promise or milestone, or take the tick back; a date is noted as done",
        "done",
        (TIMELINE, GOALS),
        "Change",
    ),
    Action("won", "W", "Mark an opportunity won, or open again", "", (TIMELINE,), "Change"),
    Action("lost", "L", "Mark an opportunity lost, or open again", "", (TIMELINE,), "Change"),
    Action("goal_down", "J", "Move the goal down; its file keeps the order", "move", (GOALS,), "Change"),
    Action("goal_up", "K", "Move the goal up", "", (GOALS,), "Change"),
    Action("archive", "A", "Archive, or bring back", "", (PEOPLE, TIMELINE), "Change"),
    Action("mark", "space", "Mark; actions then act on all marked", "", (PEOPLE,), "Change"),
    Action("merge", "M", "Make one of two people; shows first what comes over", "", (PEOPLE,), "Change"),
    Action("delete", "d", "Delete; asks first, and can be undone", "", group="Change"),
    Action("undo", "u", "Undo", "undo", group="Change"),
    Action("redo", "ctrl+r", "Redo", group="Change"),
    Action("copy", "y", "Copy to the clipboard of your terminal", "copy", group="Change"),
    Action("down", "j,down", "Down", group="Move"),
    Action("up", "k,up", "Up", group="Move"),
    Action("top", "g,home", "To the top", group="Move"),
    Action("bottom", "G,end", "To the end", group="Move"),
    Action("half_down", "ctrl+d,pagedown", "Half a page down", group="Move"),
    Action("half_up", "ctrl+u,pageup", "Half a page up", group="Move"),
    Action("next_pane", "tab", "Next pane", group="Move"),
    Action("previous_pane", "shift+tab", "Previous pane", group="Move"),
    Action("people_pane", "1", "People", group="Move"),
    Action("timeline_pane", "2", "Timeline", group="Move"),
    Action("goals_pane", "3", "Goals", group="Move"),
    Action("back", "escape", "Clear the filter or the marks; go back", group="Move"),
    Action("import", "I", "Import a file; shows first what it would do", group="Other"),
    Action("palette", "colon,ctrl+p", "All actions by name", group="Other"),
    Action("help", "question_mark", "Help for where you are", "help", group="Other"),
    Action("quit", "q", "Leave; nothing is lost", group="Other"),
)
PAGE_ACTIONS: tuple[Action, ...] = (
    Action("looked_at", "R", "Thought of, without contact", "thought of", group="Change", page=REVIEW),
    Action("release", "D", "Let go: never flag again", "let go", group="Change", page=REVIEW),
    Action("message", "m", "Write: opens your mail program, or copies", "write", group="Log", page=REVIEW),
    Action("skip", "space,right", "Skip; not now", "skip", group="Move", page=REVIEW),
    Action("previous", "left,backspace", "Back to the one before", "", group="Move", page=REVIEW),
    Action("more", "enter", "Go on with the next ones", "go on", group="Move", page=REVIEW),
    Action("next_section", "tab", "Next section", group="Move", page=INSIGHTS),
    Action("previous_section", "shift+tab", "Section before", group="Move", page=INSIGHTS),
    Action("merge_now", "y", "Merge them", "merge", group="Change", page=MERGE),
    Action("swap", "tab", "Let the other one stay", "the other stays", group="Change", page=MERGE),
    Action(
        "met", "enter", "Log what happened with her, or with all marked", "log", group="Log", page=CATCHING_UP
    ),
    Action("milestone", "m", "Add a milestone", "milestone", group="Log", page=GOAL),
    Action("audience", "w", "Add who is needed", "who is needed", group="Log", page=GOAL),
    Action("reached", "R", "Mark the goal reached, or active again", "reached", group="Change", page=GOAL),
    Action("dropped", "D", "Let the goal go, or take it up again", "let go", group="Change", page=GOAL),
)
BY_ID = {action.id: action for action in (*ACTIONS, *PAGE_ACTIONS)}
_MOVING = ("down", "up", "top", "bottom", "half_down", "half_up", "back", "help")
_CHANGING = ("undo", "redo", "copy")
_SECTIONS = ("next_section", "previous_section")
PAGES: dict[str, tuple[str, ...]] = {
    PERSONS: ("open", "log", "snooze", "rhythm", "promise", "opportunity", "undo", "redo", *_MOVING),
    BRIEF: ("log", "toggle_done", "open", "copy", "promise", "undo", "redo", *_MOVING),
    MERGE: ("merge_now", "swap", *_MOVING),
    CATCHING_UP: ("met", "log", "mark", "snooze", "rhythm", "undo", "redo", *_MOVING),
    INSIGHTS: ("open", "copy", *_SECTIONS, *_MOVING),
    REVIEW: (
        "more", "log", "skip", "message", "snooze", "rhythm", "looked_at", "release", "toggle_done",
        "promise", "previous", "undo", "redo", *_MOVING,
    ),
    GOAL: (
        "open", "log", "toggle_done", "milestone", "audience", "opportunity", "promise", "edit", "won",
        "lost", "reached", "dropped", "delete", *_CHANGING, *_SECTIONS, *_MOVING,
    ),
}  # fmt: skip
"""The actions of each page, in the order of its footer."""

_SHOWN = {
    "full_stop": ".", "slash": "/", "colon": ":", "question_mark": "?", "escape": "esc", "space": "space",
    "right_square_bracket": "]", "left_square_bracket": "[",
    "shift+tab": "shift-tab", "pagedown": "pgdn", "pageup": "pgup", "enter": "enter", "down": "↓", "up": "↑",
}  # fmt: skip


def shown_key(key: str) -> str:
    """A key as people read it: ``ctrl+d`` as ``^d``."""
    if key.startswith("ctrl+"):
        return "^" + key[5:]
    return _SHOWN.get(key, key)


def keys_in_force(settings: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The keys of every action under the user's settings, and what is wrong with those settings.

    A key given to two actions of one screen stays with the one the user set; a setting that names no
    action, or takes the only key of another action without giving that one a new key, is reported.
    """
    problems = [f"keys.{name}: there is no action of that name" for name in settings if name not in BY_ID]
    wanted = {name: _keys(text) for name, text in settings.items() if name in BY_ID}
    owners: dict[str, list[str]] = {}
    for name, keys in wanted.items():
        for key in keys:
            other = next((other for other in owners.get(key, ()) if _meet(name, other)), None)
            if other is not None:
                problems.append(f"keys.{name}: {shown_key(key)} is already set for {other}")
            owners.setdefault(key, []).append(name)
    result: dict[str, str] = {}
    for action in BY_ID.values():
        keys = wanted.get(action.id, action.keys.split(","))
        takers = {key: _taker(action.id, owners.get(key, ())) for key in keys}
        kept = [key for key in keys if not takers[key]]
        if not kept and keys:
            problems.append(
                f"keys.{takers[keys[0]]}: {shown_key(keys[0])} was {action.id}; give {action.id} another key"
            )
        result[action.id] = ",".join(kept)
    return result, problems


def _meet(one: str, other: str) -> bool:
    """Whether two actions are found on one screen, where they need different keys."""
    return bool(_screens(BY_ID[one]) & _screens(BY_ID[other]))


def _screens(action: Action) -> set[str]:
    return {action.page, *(page for page, ids in PAGES.items() if action.id in ids)}


def _taker(name: str, owners: Sequence[str]) -> str:
    """Whom a key belongs to instead: the first to whom the user gave it; "" when to nobody else."""
    first = next((owner for owner in owners if owner == name or _meet(owner, name)), name)
    return "" if first == name else first


def _keys(text: str) -> list[str]:
    names = {shown: key for key, shown in _SHOWN.items()}
    return [
        names.get(key.strip(), key.strip().replace("^", "ctrl+")) for key in text.split(",") if key.strip()
    ]
