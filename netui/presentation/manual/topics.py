"""The topics of the manual: what each is about, who writes it, and what else to read."""

from collections.abc import Callable, Mapping, Sequence

from netui.domain.named_tuple import NamedTuple
from netui.presentation.manual.builder import ManualBuilder, ManualContext
from netui.presentation.manual.capture import write_capture
from netui.presentation.manual.contents import SUMMARIES
from netui.presentation.manual.exchange import write_export, write_import
from netui.presentation.manual.folder import write_files, write_settings
from netui.presentation.manual.goals import write_goals
from netui.presentation.manual.keys import write_keys
from netui.presentation.manual.people import write_advice, write_circles, write_quiet, write_states
from netui.presentation.manual.queries import write_queries
from netui.presentation.manual.safety import write_safety
from netui.presentation.pages.page_layout import PageLayout


class Topic(NamedTuple):
    """One page of the manual; ``see`` names others."""

    summary: str
    write: Callable[[ManualBuilder], None]
    see: Sequence[str] = ()


TOPICS: Mapping[str, Topic] = {
    "capture": Topic(SUMMARIES["capture"], write_capture, ("quiet", "goals", "keys")),
    "queries": Topic(SUMMARIES["queries"], write_queries, ("goals", "capture")),
    "quiet": Topic(SUMMARIES["quiet"], write_quiet, ("states", "circles", "advice")),
    "states": Topic(SUMMARIES["states"], write_states, ("quiet",)),
    "circles": Topic(SUMMARIES["circles"], write_circles, ("quiet",)),
    "goals": Topic(SUMMARIES["goals"], write_goals, ("queries", "files")),
    "import": Topic(SUMMARIES["import"], write_import, ("export", "safety")),
    "export": Topic(SUMMARIES["export"], write_export, ("import",)),
    "files": Topic(SUMMARIES["files"], write_files, ("settings", "safety")),
    "settings": Topic(SUMMARIES["settings"], write_settings, ("files", "keys")),
    "keys": Topic(SUMMARIES["keys"], write_keys, ("settings",)),
    "safety": Topic(SUMMARIES["safety"], write_safety, ("files", "import")),
    "advice": Topic(SUMMARIES["advice"], write_advice, ("quiet",)),
}
"""The topics of ``netui help``, in the order in which they are listed."""


def topic_page(name: str, context: ManualContext) -> PageLayout:
    """A topic as a page, which ends with links to others."""
    page = ManualBuilder(context)
    TOPICS[name].write(page)
    if TOPICS[name].see:
        page.see({each: SUMMARIES[each] for each in TOPICS[name].see})
    return page.page
