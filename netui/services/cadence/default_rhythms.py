"""Default rhythms: how often to be in touch with whoever has a tag or role, and what it would have said."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from netui.domain.cadence.explanations import join_names
from netui.domain.cadence.status import effective_rhythm, last_day, status_of
from netui.domain.model.changes import SETTINGS, Batch
from netui.domain.model.dates import Span
from netui.domain.named_tuple import NamedTuple
from netui.domain.query.parser import TAG, QueryError, parse
from netui.services.errors import Refused
from netui.services.network_settings import set_network_value
from netui.services.people.field_values import canonical_span
from netui.services.workspace import Workspace

_PATH = ("rhythm", "defaults")
_YEAR = 365
_NAMED = 3


class Replay(NamedTuple):
    """What a default would have done: how many people it names in the last year, how often, whom today."""

    people: int
    times: int
    today: tuple[str, ...]

    @property
    def words(self) -> str:
        """``would have named 14 people in the last year, 3 a month; today: Ada and Ben``."""
        if self.people:
            people = f"{self.people:,} {'person' if self.people == 1 else 'people'}"
            often = f", {round(self.times / 12)} a month" if self.times > 12 else ""
            year = f"would have named {people} in the last year{often}"
        else:
            year = "would have named nobody in the last year"
        return f"{year}; today: {join_names(self.today[:_NAMED], len(self.today) - _NAMED) or 'nobody'}"


def default_key(query: str) -> str:
    """The key of a default, ``#london`` or ``role:mentor``, of a query that is one tag or role; else ""."""
    try:
        clauses = parse(query.strip()).clauses
    except QueryError:
        return ""
    if len(clauses) != 1 or len(clauses[0]) != 1:
        return ""
    (term,) = clauses[0]
    if term.negated or term.field not in (TAG, "role") or len(term.values) != 1:
        return ""
    return ("#" if term.field == TAG else "role:") + term.values[0]


def set_default(workspace: Workspace, key: str, setting: str) -> Batch:
    """Sets the rhythm of a tag or role in the network's settings; ``learn`` removes it. Raises Refused."""
    every = _span(setting)
    if not every and not (workspace.network / SETTINGS.filename).exists():
        raise Refused(f"{key} has no rhythm in netui.toml")
    label = f"rhythm of {key}: {every or 'learned from the timeline'}"
    return set_network_value(workspace, label, _PATH, key, every or None)


def replay_default(workspace: Workspace, key: str, setting: str) -> Replay:
    """What the default would have said of those without a rhythm of their own; raises Refused."""
    every, today = _span(setting), workspace.today
    settings = workspace.quiet
    defaults = {**settings.defaults, key: every} if every else _without(settings.defaults, key)
    settings = settings._replace(defaults=defaults)
    word = key.removeprefix("#").removeprefix("role:")
    people = times = 0
    named = []
    for row in workspace.read.iter_contact_rows():
        span, source = effective_rhythm(row, settings)
        if span is None or source != word or row.mode or row.archived or row.died or row.error:
            continue
        passed = _times_passed(workspace, row.id, span, today)
        people, times = people + bool(passed), times + passed
        if status_of(row, today, settings).state == "quiet":
            named.append(row.name)
    return Replay(people, times, tuple(sorted(named)))


def _without(defaults: Mapping[str, str], key: str) -> Mapping[str, str]:
    return {each: every for each, every in defaults.items() if each != key}


def _span(setting: str) -> str:
    return "" if setting.strip().lower() == "learn" else canonical_span(setting)


def _times_passed(workspace: Workspace, ident: str, span: Span, today: date) -> int:
    """How often within the last year a silence with somebody grew longer than the span."""
    end = today.toordinal()
    days = workspace.read.rhythms.contact_days(ident, today)
    passed = ((last_day(span, day) + 1, following) for day, following in pairwise([*days, end + 1]))
    return sum(end - _YEAR < flag < following for flag, following in passed)
