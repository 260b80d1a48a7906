"""Starts the survey of the network's files at the very start of a command, before its modules are imported.

Stats of 10,000 files take as long as the imports and the answer together, and another processor has time for
them. The process finds out itself which network is meant; where the command means another, it is ended.
"""

import os

from netui.domain.model.folders import CONTACTS
from netui.storage.files.survey_process import SurveyProcess as SurveyProcess
from netui.storage.files.survey_process import can_fork


def start_survey(data: str | None) -> SurveyProcess | None:
    """A process that surveys the network that ``data`` or the settings name; None where none can be had."""
    if not can_fork():
        return None
    try:
        return SurveyProcess(lambda: _find_network(data), CONTACTS)
    except OSError:
        return None


def _find_network(data: str | None) -> str:
    """The folder, as :func:`netui.services.settings.find_places` says; without loading it where it can."""
    chosen = data or os.environ.get("NETUI_DATA")
    if chosen:
        return os.path.abspath(os.path.expanduser(chosen))
    from netui.services.settings import config_path, find_places, load_config

    return os.fspath(find_places(None, load_config(config_path())[0]).network)
