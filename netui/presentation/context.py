"""Where one is when a key is pressed, and predicates: whether an action has something to act on there."""

from collections.abc import Callable

from netui.domain.named_tuple import NamedTuple
from netui.presentation.pages.page_layout import (
    DateItem,
    EntryItem,
    GoalItem,
    Item,
    MeetingItem,
    MilestoneItem,
    OpportunityItem,
    PromiseItem,
    WaitingItem,
)
from netui.services.people.rows import ListedContact

PEOPLE = "people"
TIMELINE = "timeline"
GOALS = "goals"
"""The panes of the main screen, by name."""


class Context(NamedTuple):
    """What an action's predicate looks at.

    ``place`` is the pane or page that has the keys, ``item`` what the cursor stands on (None for nothing
    or a person of the list), ``has_person`` whether there is a person to act on; ``facts`` are what a page
    alone knows of itself, such as "more to review". ``is_unreadable`` tells that the file of the person, or
    of the goal, under the cursor cannot be read: they are listed, and there is nothing to act on.
    """

    place: str = ""
    item: Item | None = None
    has_person: bool = False
    facts: frozenset[str] = frozenset()
    is_unreadable: bool = False


def context_for(
    place: str,
    item: Item | None,
    person: ListedContact | None,
    facts: frozenset[str] = frozenset(),
    *,
    for_others: bool = False,
) -> Context:
    """Where one is, with ``person`` to act on unless there is nobody or their file cannot be read.

    The latter does not matter where actions are ``for_others``: those marked, or whom an item is about.
    """
    is_unreadable = person is not None and bool(person.row.error) and not for_others
    is_goal = isinstance(item, GoalItem) and item.progress.is_unreadable
    return Context(place, item, person is not None and not is_unreadable, facts, is_unreadable or is_goal)


Applies = Callable[[Context], bool]
"""Whether an action has something to act on."""


def always(_: Context) -> bool:
    """Wherever one is."""
    return True


def with_person(context: Context) -> bool:
    """Where there is a person to act on."""
    return context.has_person


def with_someone(context: Context) -> bool:
    """Where there is a person, or something under the cursor that may lead to one, thus no goal."""
    is_goal = isinstance(context.item, (GoalItem, MilestoneItem))
    return context.has_person or (context.item is not None and not is_goal)


def with_something(context: Context) -> bool:
    """Where there is a person, or something else under the cursor."""
    return context.has_person or context.item is not None


def with_anyone(context: Context) -> bool:
    """Where somebody is listed, also one whose file cannot be read."""
    return context.has_person or context.is_unreadable


def with_anything(context: Context) -> bool:
    """Where something is under the cursor: somebody, readable or not, or an item."""
    return with_something(context) or (context.is_unreadable and context.place != TIMELINE)


def with_content(context: Context) -> bool:
    """Where something is under the cursor that can be gone into, thus no goal whose file cannot be read."""
    return with_anything(context) and not (context.is_unreadable and context.place == GOALS)


def on_sound_goal(context: Context) -> bool:
    """While the cursor stands on a goal whose file can be read."""
    return isinstance(context.item, GoalItem) and not context.is_unreadable


def with_file(context: Context) -> bool:
    """Where there is a file to open: of somebody, readable or not, or of a goal."""
    return with_anyone(context) or context.place == GOALS


def with_person_or_goals(context: Context) -> bool:
    """Where there is a person to act on, and among the goals unless the file of one cannot be read."""
    return not context.is_unreadable if context.place == GOALS else context.has_person


def on(*kinds: type[Item]) -> Applies:
    """While the cursor stands on an item of one of these types."""
    return lambda context: isinstance(context.item, kinds)


def is_plan(item: Item | None) -> bool:
    """Whether it is a planned meeting, wherever it is listed."""
    return isinstance(item, MeetingItem) or (isinstance(item, EntryItem) and item.entry.planned)


def can_be_done(context: Context) -> bool:
    """While the cursor stands on something that can be ticked or has happened."""
    item = context.item
    has_step = isinstance(item, OpportunityItem) and bool(item.opportunity.next)
    return has_step or can_fail(context) or isinstance(item, (MilestoneItem, DateItem))


def can_fail(context: Context) -> bool:
    """While the cursor stands on a promise, a plan, a goal whose day is past, or what waits in the inbox."""
    item = context.item
    is_past = isinstance(item, GoalItem) and (item.progress.days_left or 0) < 0
    return is_plan(item) or isinstance(item, (PromiseItem, WaitingItem)) or is_past


def with_person_or_plan(context: Context) -> bool:
    """Where there is a person to act on, and among the goals on a promise or a plan."""
    return can_fail(context) if context.place == GOALS else context.has_person


def given(fact: str) -> Applies:
    """While a page says so of itself."""
    return lambda context: fact in context.facts
