"""Goals pane."""

from netui.ui.presentation.timeline import Page


def goals_page(workspace, people, context):
    return Page([], [])
