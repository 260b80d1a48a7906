"""The layout of a page: its lines, the items on it that the cursor can select, and where sections begin.

An item is one small type of the union :data:`Item`; what a key does with it is decided by matching on
that type. The types it wraps are imported for annotations only, so that a page loads no service it does
not show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from netui.domain.named_tuple import NamedTuple
from netui.presentation.glyphs import Glyphs
from netui.presentation.text import Line

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Opportunity, Promise
    from netui.domain.model.goal import Goal, Milestone
    from netui.interchange.csv.reader import CsvColumn
    from netui.interchange.differences import KeptField
    from netui.interchange.import_plan import Suggestion
    from netui.interchange.three_way_merge import FieldClash
    from netui.services.details.listing import Detail
    from netui.services.goals.detail import AudienceDetail, GoalParticipant
    from netui.services.goals.progress import GoalProgress
    from netui.services.inbox.parts import InboxItem
    from netui.services.insights.introductions import Introduction
    from netui.services.people.conflicts import OpenConflict
    from netui.services.relationships.links import Link
    from netui.services.reminders.agenda import UpcomingDate
    from netui.services.settings_editor import Setting


class ContactItem(NamedTuple):
    """A contact by id; with ``entry`` the id of one of its entries."""

    id: str
    entry: str = ""


class EntryItem(NamedTuple):
    """An entry of the timeline."""

    entry: Entry


class MeetingItem(NamedTuple):
    """A planned meeting: an entry with a day to come."""

    entry: Entry


class PromiseItem(NamedTuple):
    """A promise, of either side."""

    promise: Promise


class OpportunityItem(NamedTuple):
    """An opportunity."""

    opportunity: Opportunity


class DateItem(NamedTuple):
    """A birthday or another recurring date."""

    occasion: UpcomingDate


class DetailItem(NamedTuple):
    """A field, address, date, relation or key of a contact's file."""

    detail: Detail


class GoalItem(NamedTuple):
    """A goal with its progress."""

    progress: GoalProgress


class MilestoneItem(NamedTuple):
    """A milestone of a goal."""

    goal: Goal
    milestone: Milestone


class AudienceItem(NamedTuple):
    """An audience of a goal: who is needed, and who of them is known."""

    audience: AudienceDetail


class PartsItem(NamedTuple):
    """All contacts who have a part in a goal, where a page shows only the first."""

    parts: Sequence[GoalParticipant]


class LinkItem(NamedTuple):
    """A relationship between two contacts."""

    link: Link


class IntroductionItem(NamedTuple):
    """An introduction that could be given."""

    introduction: Introduction


class WaitingItem(NamedTuple):
    """Something that waits in the inbox."""

    item: InboxItem


class CatchUpItem(NamedTuple):
    """The offer to log what happened during a break."""


class CircleItem(NamedTuple):
    """A circle, by its tag."""

    tag: str


class ContactsItem(NamedTuple):
    """Drills down to contacts: a heading, and ids with a remark on each, computed when it is opened."""

    title: str
    contacts: Callable[[], Sequence[tuple[str, str]]]


class ExchangeItem(NamedTuple):
    """Drills down to the entries in which ``thing`` was given or got; without one, to what was learned."""

    title: str
    thing: str = ""


class ConflictItem(NamedTuple):
    """A field that was edited on two sides."""

    conflict: OpenConflict


class ClashItem(NamedTuple):
    """A field that the user and the source of an import both changed."""

    clash: FieldClash


class KeptItem(NamedTuple):
    """A field of a contact that stays as it is, though the file of an import says something else."""

    kept: KeptField


class SuggestionItem(NamedTuple):
    """A record of an import that may be a contact."""

    suggestion: Suggestion


class ColumnItem(NamedTuple):
    """A column of a CSV file that is to be imported."""

    column: CsvColumn


class ActionItem(NamedTuple):
    """An action by its id, which can be run."""

    id: str


class TopicItem(NamedTuple):
    """A topic of the manual by its name."""

    name: str


class SettingItem(NamedTuple):
    """A setting."""

    setting: Setting


Item: TypeAlias = (
    ContactItem
    | EntryItem
    | MeetingItem
    | PromiseItem
    | OpportunityItem
    | DateItem
    | DetailItem
    | GoalItem
    | MilestoneItem
    | AudienceItem
    | PartsItem
    | LinkItem
    | IntroductionItem
    | WaitingItem
    | CatchUpItem
    | CircleItem
    | ContactsItem
    | ExchangeItem
    | ConflictItem
    | ClashItem
    | KeptItem
    | SuggestionItem
    | ColumnItem
    | ActionItem
    | TopicItem
    | SettingItem
)


class Selectable(NamedTuple):
    """An item that the cursor can select, and the lines it covers: ``first`` up to ``after``."""

    item: Item
    first: int
    after: int


class PageLayout(NamedTuple):
    """Lines ready to be drawn, what is selectable among them, and the lines at which sections begin."""

    lines: list[Line]
    selectables: list[Selectable]
    sections: Sequence[int] = ()


class RenderContext(NamedTuple):
    """What drawing a page needs besides its data; ``width`` in cells, the first weekday as dates count it.

    ``keys`` are those in force by action, none outside the app.
    """

    width: int
    today: date
    glyphs: Glyphs
    first_weekday: int = 0
    keys: Mapping[str, str] = {}


def contact_of(item: Item | None) -> str:
    """The contact whom an item is about, "" for none: of an entry in their own timeline it is the person."""
    match item:
        case PromiseItem(promise):
            return promise.contact
        case OpportunityItem(opportunity):
            return opportunity.contact
        case DateItem(occasion):
            return occasion.contact
        case MeetingItem(entry):
            return entry.contact
        case ContactItem(ident):
            return ident
    return ""


def identity(item: Item) -> tuple[object, ...] | None:  # noqa: C901 (one case for each kind)
    """What stays the same of an item when it is edited, to keep the cursor on it; None where nothing does."""
    match item:
        case GoalItem(progress):
            key: tuple[object, ...] = (progress.goal.id,)
        case MilestoneItem(goal, milestone):
            key = goal.id, milestone.text
        case AudienceItem(audience):
            key = audience.coverage.who, audience.coverage.match
        case EntryItem(entry) | MeetingItem(entry):
            key = entry.contact, entry.id
        case PromiseItem(promise):
            key = promise.contact, promise.id
        case OpportunityItem(opportunity):
            key = opportunity.contact, opportunity.id
        case DateItem(occasion):
            key = occasion.contact, occasion.what
        case DetailItem(detail):
            key = detail.contact, detail.kind, detail.key, detail.label
        case ContactItem(ident, entry_id):
            key = ident, entry_id
        case ConflictItem(conflict):
            key = conflict.file, conflict.key, repr(conflict.other)
        case IntroductionItem(introduction):
            key = introduction
        case WaitingItem(waiting):
            key = (waiting.id,)
        case ClashItem(field) | KeptItem(field):
            key = field.ident, field.key
        case SuggestionItem(suggestion):
            key = suggestion.record
        case SettingItem(setting):
            key = setting.path
        case ColumnItem(column):
            key = (column.header,)
        case ActionItem(name) | TopicItem(name):
            key = (name,)
        case CatchUpItem():
            key = ()
        case CircleItem(tag):
            key = (tag,)
        case ContactsItem(title) | ExchangeItem(title):
            key = (title,)
        case PartsItem() | LinkItem():
            return None
    return type(item), *key
