"""Binds keys to actions: the table of all actions, each declared once with keys, help and where it applies.

Key bindings, footer, help, palette, keymap (:mod:`netui.presentation.keymap`) and the README's table of keys
derive from it. It knows no Textual: screens bind the ids to what runs (see ``netui.ui.controllers``), and a
test holds the two equal.
"""

from collections.abc import Mapping

from netui.domain.cadence.placements import PLACEMENTS
from netui.domain.named_tuple import NamedTuple
from netui.presentation.context import GOALS as GOALS
from netui.presentation.context import PEOPLE as PEOPLE
from netui.presentation.context import TIMELINE as TIMELINE
from netui.presentation.context import (
    Applies,
    always,
    can_be_done,
    can_fail,
    given,
    on,
    on_sound_goal,
    with_anyone,
    with_anything,
    with_content,
    with_file,
    with_person,
    with_person_or_goals,
    with_person_or_plan,
    with_someone,
)
from netui.presentation.context import Context as Context
from netui.presentation.pages.page_layout import (
    ActionItem,
    AudienceItem,
    ClashItem,
    ColumnItem,
    ConflictItem,
    ContactItem,
    DetailItem,
    GoalItem,
    IntroductionItem,
    KeptItem,
    MeetingItem,
    MilestoneItem,
    OpportunityItem,
    PromiseItem,
    SettingItem,
    SuggestionItem,
    TopicItem,
    WaitingItem,
)

MAIN = "main"
GOAL = "goal"
REVIEW = "review"
INSIGHTS = "insights"
BRIEF = "brief"
CONTACT_LIST = "people listed"
CIRCLE = "circle"
CATCH_UP = "catching up"
MERGE = "merging"
DUPLICATES = "duplicates"
PLACEMENT = "sorting new people"
CONFLICTS = "settling"
IMPORT = "importing"
DETAILS = "details"
SETTINGS = "settings"
"""The main screen and the pages over it, by name."""
HELP = "help"
WELCOME = "welcome"
PROMPT = "prompt"
FORM = "form"
SEARCH = "search"
PICKER = "picker"
"""Help, the greeting of an empty folder, and what one types in, by name."""

GROUPS = ("Log", "Find", "Change", "Move", "Other")
"""The headings of the help, in their order."""


class Action(NamedTuple):
    """One thing that can be done.

    ``keys`` are Textual's key names, comma separated; ``footer`` is its word in the footer, "" to leave it
    out there; ``group`` its heading in the help. Footer, help and palette offer it where ``applies`` holds
    and, on the main screen, in these ``panes`` (all when empty). Its key works wherever it is bound, and
    says what is missing.
    """

    id: str
    keys: str
    help: str
    footer: str = ""
    panes: tuple[str, ...] = ()
    group: str = "Move"
    applies: Applies = always


class Page(NamedTuple):
    """The actions of one screen, in the order of its footer.

    ``words`` are words of the footer that are this screen's own, by action; ``needs`` tells where an
    action applies on this screen, where that differs from what the action says itself.
    """

    actions: tuple[str, ...]
    words: Mapping[str, str] = {}
    needs: Mapping[str, Applies] = {}


_PERSON = (PEOPLE, TIMELINE)
_PEOPLE, _TIMELINE, _GOALS = (PEOPLE,), (TIMELINE,), (GOALS,)
_ON_OFFER = on(OpportunityItem)
_ON_FIELD = on(ClashItem, KeptItem)
ACTIONS: tuple[Action, ...] = (
    Action("log", "n", "Log what happened, in one line", "log", group="Log"),
    Action("conflicts", "equals_sign", "Settle what two edits disagree on", "settle", group="Change"),
    Action("log_in_editor", "N", "Log several lines in your editor", group="Log"),
    Action("repeat", "full_stop", "Log again with the kind of the last entry", group="Log"),
    Action("catch_up", "C", "Catch up: whom you probably met, what waits in the inbox", group="Log"),
    Action("add", "a", "Add a person, an entry or a goal, by the pane you are in", "add", group="Log"),
    Action(
        "details", "P", "All details of a person, line by line, to change", "", _PERSON, "Find", with_person
    ),
    Action(
        "opportunity", "o", "Note an opportunity: a job, a client, a talk", "", _PERSON, "Log", with_person
    ),
    Action("promise", "p", "Note a promise, yours or theirs", "promise", _PERSON, "Log", with_person),
    Action("message", "m", "Write, call, open a link or copy an address", "reach", (), "Log", with_person),
    Action("filter", "slash", "Filter people as you type", "filter", _PERSON, "Find"),
    Action("save_list", "S", "Save the filter as a list", "", _PERSON, "Find", given("filter")),
    Action("find", "f", "Find words in everything you wrote", "find", group="Find"),
    Action(
        "brief", "b", "What to know before you meet: all marked, or a meeting's", "brief", (), "Find",
        with_someone,
    ),
    Action(
        "brief_beside", "B", "The brief beside the timeline, or no longer", "", _PERSON, "Find", given("room")
    ),
    Action("ask", "w", "Ask who knows or seeks something", "", group="Find"),
    Action("review", "r", "Review those worth thinking of this week", "review", group="Find"),
    Action("placement", "O", "Sort new people: how often to be in touch, one key each", group="Find"),
    Action("insights", "i", "Insights: the network as a whole", "insights", group="Find"),
    Action("circle", "number_sign", "Circles: who came when; make one of a tag", group="Find"),
    Action("sort", "v", "Sort by quiet, name or last contact", "", _PERSON, "Find"),
    Action("open", "enter", "Open what is under the cursor", "open", (), "Find", with_content),
    Action(
        "follow", "right_square_bracket", "Go to someone linked to this one", "linked", (), "Find",
        with_someone,
    ),
    Action("return", "left_square_bracket,backspace", "Back to the one you came from", "", group="Find"),
    Action("edit", "e", "Edit what is here, or all marked", "edit", (), "Change", with_person_or_goals),
    Action("edit_file", "E", "Open its file in your editor", group="Change", applies=with_file),
    Action("tags", "t", "Add or remove tags", "", _PERSON, "Change", with_person),
    Action(
        "rhythm", "c", "Set or relax how often to be in touch", "rhythm", _PERSON, "Change", with_someone
    ),
    Action(
        "snooze", "s", "Snooze until a day; move a plan, a promise or a goal to another day", "snooze", (),
        "Change", with_person_or_plan,
    ),
    Action("tried", "T", "Tried to reach, no answer", "no answer", _PERSON, "Change", with_person),
    Action("reviewed", "R", "Thought of, without contact", "thought of", _PERSON, "Change", with_person),
    Action("let_go", "D", "Let go: never flag again", "let go", _PERSON, "Change", with_person),
    Action(
        "toggle_done", "x",
        "Tick a promise, milestone or goal, or take that back; a plan happened, a date or next step is done",
        "done", (TIMELINE, GOALS), "Change", can_be_done,
    ),
    Action(
        "drop", "X", "A plan did not happen; drop a promise or a goal, or take that back", "not",
        (TIMELINE, GOALS), "Change", can_fail,
    ),
    Action("won", "W", "Mark an opportunity won, or open again", "won", _TIMELINE, "Change", _ON_OFFER),
    Action("lost", "L", "Mark an opportunity lost, or open again", "lost", _TIMELINE, "Change", _ON_OFFER),
    Action(
        "goal_down", "J", "Move the goal down; its file keeps the order", "move", _GOALS, "Change",
        on_sound_goal,
    ),
    Action("goal_up", "K", "Move the goal up", "", _GOALS, "Change", on_sound_goal),
    Action("died", "Z", "Note that someone died: closes what is open", "", _PERSON, "Change", with_person),
    Action("archive", "A", "Archive, or bring back", "", _PERSON, "Change", with_person),
    Action("mark", "space", "Mark; actions then act on all marked", "", _PEOPLE, "Change", with_anyone),
    Action("mark_all", "asterisk", "Mark all shown, or none of them", "", _PEOPLE, "Change", with_anyone),
    Action("merge", "M", "Merge two marked; else who may be in twice", "", _PEOPLE, "Change", with_anyone),
    Action("delete", "d", "Delete; asks first, and can be undone", "delete", (), "Change", with_anything),
    Action("undo", "u", "Undo", "undo", group="Change"),
    Action("redo", "ctrl+r", "Redo", group="Change"),
    Action("trash", "U", "Trash: bring back what was deleted", group="Change"),
    Action("forget", "F", "Forget someone for good: tells how", "", _PERSON, "Change", with_person),
    Action("copy", "y", "Copy to the clipboard of your terminal", "copy", (), "Change", with_anything),
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
    Action("export", "Y", "Export to a file: those marked, filtered, or the person", group="Other"),
    Action("settings", "comma", "Settings: what each means, and changing it", group="Other"),
    Action("palette", "colon,ctrl+p", "Anything by name: actions, people, lists, words, a line to log",
           "all", group="Other"),
    Action("help", "question_mark", "Help for where you are", "help", group="Other"),
    Action("tour", "H", "Take the tour: six steps to be at home", group="Other"),
    Action("suspend", "ctrl+z", "Back to the shell for a while; fg there comes back", group="Other"),
    Action("quit", "q", "Leave; nothing is lost", "quit", group="Other"),
)  # fmt: skip
PAGE_ACTIONS: tuple[Action, ...] = (
    Action("add_here", "a", "Add a date, a relation, an e-mail, a debt …", "add", (), "Log", with_person),
    Action(
        "looked_at", "R", "Thought of, without contact", "thought of", group="Change", applies=with_person
    ),
    Action("release", "D", "Let go: never flag again", "let go", group="Change", applies=with_person),
    Action("skip", "space,right", "Skip; not now", "skip", group="Move", applies=with_person),
    Action("previous", "left,backspace", "Back to the one before", group="Move"),
    *(
        Action(name, key, f"Place them: {words}", words, group="Change", applies=with_person)
        for key, (name, _, words) in zip("1234la0", PLACEMENTS, strict=True)
    ),
    Action("more", "enter", "Go on with the next ones", "go on", group="Move", applies=given("more")),
    Action("next_section", "tab", "Next section", group="Move"),
    Action("previous_section", "shift+tab", "Section before", group="Move"),
    Action("merge_now", "y", "Merge them", "merge", group="Change", applies=given("possible")),
    Action("swap", "tab", "Let the other one stay", "the other stays", (), "Change", given("possible")),
    Action("not_same", "n", "They are two; never asked again", "not the same", (), "Change", given("pair")),
    Action(
        "met", "enter", "Log what happened, with all marked; what waits as the line says it", "log", (),
        "Log", with_person,
    ),
    Action("caught_up", "f", "Finished: all is logged that is to be, the pause ends", "finish", (), "Change"),
    Action("later", "l", "Later: the pause ends, and it is offered again on a day", "later", group="Change"),
    Action(
        "introduce", "x", "Log that you introduced them; in a month you are asked what came of it",
        "introduced", (), "Log", on(IntroductionItem),
    ),
    Action(
        "plan_introduction", "p", "Promise the introduction, within a week", "promise it", (), "Log",
        on(IntroductionItem),
    ),
    Action("milestone", "m", "Add a milestone", "milestone", group="Log"),
    Action("audience", "w", "Add who is needed", "who is needed", group="Log"),
    Action("reached", "R", "Mark the goal reached, or active again", "reached", (), "Change", on(GoalItem)),
    Action("dropped", "D", "Let the goal go, or take it up again", "let go", (), "Change", on(GoalItem)),
    Action("keep_file", "f", "Keep what the file holds", "file", (), "Change", on(ConflictItem)),
    Action("take_other", "o", "Take the other text instead", "other", (), "Change", on(ConflictItem)),
    Action("keep_both", "b", "Keep both as one text", "both", (), "Change", given("both")),
    Action("write_new", "e", "Write what it is to say", "write", (), "Change", given("text")),
    Action("bring_in", "y", "Bring in what is shown, as one change", "bring in", (), "Change", given("plan")),
    Action("here", "h", "Keep what the network says", "keep", group="Change", applies=_ON_FIELD),
    Action("there", "t", "Take what the file says", "take", group="Change", applies=_ON_FIELD),
    Action("both", "b", "Keep both, to settle later", "both", group="Change", applies=on(ClashItem)),
    Action("same", "s", "They are one person", "the same", group="Change", applies=on(SuggestionItem)),
    Action("other", "n", "They are somebody new", "new", group="Change", applies=on(SuggestionItem)),
    Action("column", "enter", "Say what the column holds", "column", group="Change", applies=on(ColumnItem)),
    Action("change", "enter", "Change the setting", "change", group="Change", applies=on(SettingItem)),
    Action("reset", "d", "Back to the default", "default", group="Change", applies=on(SettingItem)),
    Action("close", "q", "Leave the page", group="Move"),
    Action("scroll_page", "space", "On by half a page", group="Move"),
    Action("search_page", "slash", "Search this page", "search", group="Find"),
    Action("next_match", "n", "The next line with the words searched for", "next", group="Find"),
    Action("previous_match", "N", "The line with them before", group="Find"),
)  # fmt: skip
"""What only pages over the main screen have."""

INPUT_ACTIONS: tuple[Action, ...] = (
    Action("prompt_cancel", "escape", "Leave; what you typed is kept"),
    Action("prompt_complete", "tab", "Complete the word; again for the next choice"),
    Action("prompt_complete_back", "shift+tab", "The choice before"),
    Action("prompt_older", "up", "The candidate above; else an earlier line"),
    Action("prompt_newer", "down", "The candidate below; else a newer line"),
    Action("prompt_day_earlier", "ctrl+t", "One day earlier"),
    Action("prompt_settle", "ctrl+o", "Settle what is asked about; again for another reading"),
    Action("form_save", "ctrl+s", "Save", "save"),
    Action("form_leave", "escape", "Leave; what you changed is kept", "leave"),
    Action("form_discard", "ctrl+r", "As it was; again: as you changed it", "as it was"),
    Action("form_settle", "ctrl+o", "Take a name that is offered, or settle a day; again for another"),
    Action("form_next", "down,enter", "Next field"),
    Action("form_previous", "up", "Field before"),
    Action("search_leave", "escape", "Leave without choosing"),
    Action("search_down", "down,ctrl+n", "Down"),
    Action("search_up", "up,ctrl+p", "Up"),
    Action("search_page_down", "pagedown", "Half a page down"),
    Action("search_page_up", "pageup", "Half a page up"),
    Action("picker_next", "tab", "Next choice"),
    Action("picker_previous", "shift+tab", "Choice before"),
    Action("welcome_log", "n", "Log what happened, in one line"),
    Action("welcome_add", "a", "Add someone"),
    Action("welcome_import", "i", "Import a file"),
    Action("welcome_demo", "d", "Look at the demo"),
    Action("welcome_tour", "t", "Take the tour"),
    Action("welcome_leave", "escape,q", "Look around first"),
)
"""What the line at the bottom, forms, searches, pickers and the greeting have."""

DESTRUCTIVE = frozenset(
    (
        "delete", "forget", "archive", "died", "drop", "lost", "merge", "merge_now", "let_go", "release",
        "never", "dropped", "take_other",
    )
)  # fmt: skip
"""What takes away: the palette puts it first only where its whole name is typed."""
BY_ID = {action.id: action for action in (*ACTIONS, *PAGE_ACTIONS, *INPUT_ACTIONS)}
_SCROLLING = ("down", "up", "top", "bottom", "half_down", "half_up")
_MOVING = (*_SCROLLING, "back", "palette", "help", "close")
_CHANGING = ("undo", "redo", "copy")
_SECTIONS = ("next_section", "previous_section")
_BACK = {"back": "back"}
_ON_PART = on(GoalItem, AudienceItem, MilestoneItem, PromiseItem, OpportunityItem)
_ON_CATCH_UP = on(MeetingItem, ContactItem)
_TO_LOG = on(ContactItem, WaitingItem)
_ON_CONTACT = on(ContactItem, PromiseItem, OpportunityItem)
_ON_DETAIL = on(DetailItem, PromiseItem, OpportunityItem)
_SEARCHING = ("search_leave", "search_down", "search_up", "search_page_down", "search_page_up")
PAGES: Mapping[str, Page] = {
    MAIN: Page(tuple(action.id for action in ACTIONS), needs={"conflicts": given("conflict")}),
    CONTACT_LIST: Page(
        ("open", "log", "message", "snooze", "rhythm", "promise", "opportunity", "undo", "redo", *_MOVING),
        {**_BACK, "open": "go there"},
        {"open": with_anyone, "log": with_person}
    ),
    CIRCLE: Page(
        ("open", "log", "rhythm", "delete", *_CHANGING, *_SECTIONS, *_MOVING),
        {**_BACK, "open": "go there", "delete": "no circle"},
        dict.fromkeys(("rhythm", "copy", "delete"), always)
    ),
    BRIEF: Page(
        ("log", "message", "toggle_done", "drop", "open", "copy", "promise", "undo", "redo", *_MOVING),
        {**_BACK, "open": "go there", "copy": "copy as Markdown"},
        {"copy": always, "open": with_anything}
    ),
    MERGE: Page(("merge_now", "swap", *_MOVING), _BACK),
    DETAILS: Page(
        (
            "edit", "add_here", "delete", "toggle_done", "drop", "won", "lost", "open", "follow", *_CHANGING,
            *_SECTIONS, *_MOVING,
        ),
        _BACK,
        {
            "edit": _ON_DETAIL, "delete": _ON_DETAIL, "open": _ON_DETAIL, "follow": given("linked"),
            "copy": always,
        }
    ),
    DUPLICATES: Page(
        ("merge_now", "not_same", "skip", "swap", "open", "previous", "undo", "redo", *_MOVING),
        {**_BACK, "skip": "later", "open": "go there"},
        {"skip": given("pair"), "open": given("pair")}
    ),
    CONFLICTS: Page(
        ("keep_file", "take_other", "keep_both", "write_new", "open", "undo", "redo", *_MOVING),
        {**_BACK, "open": "go there"},
        {"open": on(ConflictItem)}
    ),
    IMPORT: Page(
        ("bring_in", "here", "there", "both", "same", "other", "column", *_SECTIONS, *_MOVING),
        {**_BACK, "next_section": "next section"}
    ),
    CATCH_UP: Page(
        (
            "met", "log", "toggle_done", "drop", "mark", "snooze", "rhythm", "caught_up", "later", "undo",
            "redo", *_SECTIONS, *_MOVING,
        ),
        {**_BACK, "snooze": "another day"},
        {
            "met": _TO_LOG, "mark": with_person, "drop": on(MeetingItem, ContactItem, WaitingItem),
            "snooze": _ON_CATCH_UP,
        }
    ),
    INSIGHTS: Page(
        ("open", "introduce", "plan_introduction", "copy", "undo", "redo", *_SECTIONS, *_MOVING),
        {**_BACK, "open": "who is behind it", "next_section": "next section"},
        {"copy": always},
    ),
    PLACEMENT: Page(
        (*(one.action for one in PLACEMENTS), "skip", "previous", "log", "undo", "redo", *_MOVING), _BACK,
        {"log": with_person}
    ),
    REVIEW: Page(
        (
            "more", "log", "skip", "message", "snooze", "rhythm", "looked_at", "release", "toggle_done",
            "drop", "promise", "previous", "undo", "redo", *_MOVING,
        ),
        needs={"log": with_person}
    ),
    GOAL: Page(
        (
            "open", "log", "toggle_done", "drop", "snooze", "milestone", "audience", "opportunity", "promise",
            "edit", "won", "lost", "reached", "dropped", "delete", *_CHANGING, *_SECTIONS, *_MOVING,
        ),
        {**_BACK, "open": "go there"},
        {
            "snooze": can_fail, "opportunity": _ON_CONTACT, "promise": _ON_CONTACT,
            "copy": always,
            "edit": _ON_PART, "delete": _ON_PART,
        }
    ),
    SETTINGS: Page(("change", "reset", "undo", *_SECTIONS, *_MOVING), _BACK),
    HELP: Page(
        ("open", "search_page", "next_match", "previous_match", *_SECTIONS, "scroll_page", *_MOVING),
        {**_BACK, "open": "go there"},
        {"open": on(ActionItem, TopicItem), "next_match": given("searched")},
    ),
    PROMPT: Page(
        (
            "prompt_cancel", "prompt_complete", "prompt_complete_back", "prompt_older", "prompt_newer",
            "prompt_day_earlier", "prompt_settle",
        )
    ),
    FORM: Page(("form_save", "form_leave", "form_discard", "form_settle", "form_next", "form_previous")),
    SEARCH: Page(_SEARCHING),
    PICKER: Page((*_SEARCHING, "picker_next", "picker_previous")),
    WELCOME: Page((
        "welcome_log", "welcome_add", "welcome_import", "welcome_demo", "welcome_tour", "welcome_leave",
    )),
}  # fmt: skip
"""What can be done on each screen."""


def offered(page: str, context: Context) -> list[Action]:
    """The actions that footer, help and palette of a screen offer now, in the order of its footer."""
    actions, words, needs = PAGES[page]
    found = []
    for name in actions:
        action = BY_ID[name]
        is_here = page != MAIN or not action.panes or context.place in action.panes
        if is_here and needs.get(name, action.applies)(context):
            found.append(action._replace(footer=words.get(name, action.footer)))
    return found
