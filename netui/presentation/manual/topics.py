"""The topics of the manual: what each is about, who writes it, and what else to read."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from netui.presentation.manual.builder import ManualBuilder, ManualContext
from netui.presentation.manual.capture import write_capture
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
    "capture": Topic(
        "one line to log: kinds, people, days, marks", write_capture, ("quiet", "goals", "keys")
    ),
    "queries": Topic("what the filter, lists and goals understand", write_queries, ("goals", "capture")),
    "quiet": Topic(
        "who next: rhythms, and when someone is quiet", write_quiet, ("states", "circles", "advice")
    ),
    "states": Topic("how things stand with someone", write_states, ("quiet",)),
    "circles": Topic("people with one tag who meet", write_circles, ("quiet",)),
    "goals": Topic("what for: measures, audiences, steps", write_goals, ("queries", "files")),
    "import": Topic("what comes in, and how", write_import, ("export", "safety")),
    "export": Topic("what goes out, and how to leave", write_export, ("import",)),
    "files": Topic(
        "the folder, every key of contact, goal and settings", write_files, ("settings", "safety")
    ),
    "settings": Topic("every key of config.toml", write_settings, ("files", "keys")),
    "keys": Topic("every key of the app", write_keys, ("settings",)),
    "safety": Topic("undo, drafts, trash, backup, privacy", write_safety, ("files", "import")),
    "advice": Topic("what the advice rests on", write_advice, ("quiet",)),
}
"""The topics of ``netui help``, in the order in which they are listed."""
SUMMARIES: Mapping[str, str] = {name: topic.summary for name, topic in TOPICS.items()}


def topic_page(name: str, context: ManualContext) -> PageLayout:
    """A topic as a page, which ends with links to others."""
    page = ManualBuilder(context)
    TOPICS[name].write(page)
    if TOPICS[name].see:
        page.see({each: SUMMARIES[each] for each in TOPICS[name].see})
    return page.page
