"""Help for where one is: what the place is for, the keys that work there, and the manual's topics."""

from __future__ import annotations

from collections.abc import Iterable

from netui.presentation.actions import (
    BRIEF,
    BY_ID,
    CATCH_UP,
    CIRCLE,
    CONFLICTS,
    CONTACT_LIST,
    DETAILS,
    GOAL,
    GOALS,
    IMPORT,
    INSIGHTS,
    PEOPLE,
    PLACEMENT,
    REVIEW,
    SETTINGS,
    TIMELINE,
)
from netui.presentation.manual.builder import ManualBuilder, ManualContext
from netui.presentation.manual.contents import SUMMARIES
from netui.presentation.manual.keys import write_grouped_keys, write_typing_keys
from netui.presentation.manual.people import CIRCLE_PURPOSE, write_advice, write_states
from netui.presentation.pages.page_layout import PageLayout

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
    DETAILS: "Everything that a person's file holds beside the timeline, a line each: {add_here} adds, {edit}"
    " changes the line under the cursor, {delete} deletes it; one key takes each back.",
    CIRCLE: CIRCLE_PURPOSE,
    CONFLICTS: "A field was edited on two sides: in two forms, in a form and an editor, on two machines."
    " Nothing was lost: the file keeps one text and the other waits beside it until you choose.",
    IMPORT: "What an import would do, before it does anything: settle who is who and which text stays, say"
    " what a column holds, then bring it in as one change that one key takes back.",
    SETTINGS: "What can be set, each with its meaning; what you change is written to the file at once, whose"
    " comments and order stay.",
    CATCH_UP: "Whom you probably met while nothing was logged, from your habits, dates and goals; log or"
    " snooze each with one key.",
}
"""What each place is for, by its name; actions in braces stand for their keys."""


def help_page(place: str, applicable: Iterable[str], context: ManualContext) -> PageLayout:
    """What ``place`` is for, the keys that work there, each to be run, and where to read on."""
    here = set(applicable)
    page = ManualBuilder(context)
    if place in PURPOSES:
        page.prose(PURPOSES[place])
    write_grouped_keys(page, [action for action in BY_ID.values() if action.id in here], runs=True)
    page.see(SUMMARIES, "The manual")
    if place == INSIGHTS:
        write_advice(page)
    write_typing_keys(page)
    write_states(page)
    return page.page
