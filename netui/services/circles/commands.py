"""Commands on circles: set one, or how often it meets; remove one. The people keep their tag."""

from netui.domain.model.changes import Batch
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import Span
from netui.services.errors import Refused
from netui.services.network_settings import set_network_value
from netui.services.people.field_values import canonical_span
from netui.services.workspace import Workspace
from netui.storage.state.config import LEARN as LEARN

_TABLE = ("circles",)


def circle_tags(workspace: Workspace) -> list[str]:
    """The tags of the circles that are set, by name."""
    return sorted((tag.lstrip("#") for tag in workspace.quiet.circles), key=fold)


def set_circle(workspace: Workspace, tag: str, every: str = LEARN) -> Batch:
    """Makes whoever carries a tag a circle, or says how often it meets: a span, or ``learn``. Raises Refused.

    Refused is a tag that nobody carries, which would be a misspelt one.
    """
    key = _key(workspace, tag)
    tag = key.lstrip("#")
    if not workspace.read.circles.members([tag])[fold(tag)]:
        raise Refused(f"nobody carries #{tag}; netui tag WHO +{tag} gives it to somebody")
    every = every.strip().casefold()
    every = LEARN if every == LEARN else canonical_span(every)
    label = f"circle #{tag}: {'rhythm learned from its meetings' if every == LEARN else rhythm_words(every)}"
    return set_network_value(workspace, label, _TABLE, key, every)


def remove_circle(workspace: Workspace, tag: str) -> Batch:
    """Makes the circle a mere tag again; raises Refused where there is none."""
    key = _key(workspace, tag)
    if key not in workspace.quiet.circles:
        raise Refused(f"there is no circle #{key.lstrip('#')}")
    label = f"#{key.lstrip('#')} is no circle any more; its people keep the tag"
    return set_network_value(workspace, label, _TABLE, key, None)


def rhythm_words(every: str) -> str:
    """``every week``, ``every 2 weeks``; ``learned from its meetings``."""
    if every == LEARN:
        return "learned from its meetings"
    span = Span.parse(every)
    return f"every {span.words.removeprefix('1 ') if span.number == 1 else span.words}"


def _key(workspace: Workspace, tag: str) -> str:
    """The key of a circle as the file has it, else the tag as one of its members spells it."""
    tag = tag.strip().lstrip("#").strip()
    if not tag:
        raise Refused("say which tag: netui circle choir 1w")
    known = next((key for key in workspace.quiet.circles if fold(key.lstrip("#")) == fold(tag)), "")
    return known or next(
        (each for each in workspace.read.completion_words().tags if fold(each) == fold(tag)), tag
    )
