"""The controllers of the main screen but for navigation, instantiated and their bindings merged."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netui.ui.controllers.catch_up import CatchUpController
from netui.ui.controllers.changes import HistoryController, TrashController
from netui.ui.controllers.editor import EditorController
from netui.ui.controllers.filter import FilterController
from netui.ui.controllers.host import MainHost
from netui.ui.controllers.items.details import DetailController
from netui.ui.controllers.items.edit import EditController
from netui.ui.controllers.items.goals import GoalController
from netui.ui.controllers.items.opportunities import OpportunityController
from netui.ui.controllers.items.outcomes import OutcomeController
from netui.ui.controllers.items.promises import PromiseController
from netui.ui.controllers.line.log import LogController
from netui.ui.controllers.palette import PaletteController
from netui.ui.controllers.people.cadence import CadenceController
from netui.ui.controllers.people.circles import CircleController
from netui.ui.controllers.people.links import LinkController
from netui.ui.controllers.people.merge import MergeController
from netui.ui.controllers.people.people import PeopleController
from netui.ui.controllers.people.reach_out import ReachController
from netui.ui.controllers.tour import TourController
from netui.ui.controllers.transfer import TransferController


class MainControllers:
    """One controller for each capability; those that the main screen itself calls have a name."""

    def __init__(self, host: MainHost):
        self.catch_up = CatchUpController(host)
        self.transfer = TransferController(host)
        self.links = LinkController(host)
        log = LogController(host)
        cadence = CadenceController(host, lambda: host.query_text)
        self.editor = EditorController(host, log)
        self._bound = (
            self.catch_up,
            self.editor,
            self.transfer,
            self.links,
            log,
            cadence,
            CircleController(host),
            DetailController(host),
            EditController(host, log),
            FilterController(host),
            GoalController(host),
            HistoryController(host),
            MergeController(host),
            OpportunityController(host),
            OutcomeController(host, cadence),
            PaletteController(host, host.visit, log=log, filter_by=host.filter_by),
            PeopleController(host),
            PromiseController(host),
            ReachController(host, log.log_line),
            TourController(host),
            TrashController(host),
        )

    def remind(self) -> None:
        """At the start: of a logging break, and of edits that were not saved."""
        self.catch_up.remind()
        self.editor.remind()

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action of the main screen runs."""
        return {name: run for each in self._bound for name, run in each.bind().items()}
