"""Keys that pages name in hints: those in force, which the settings may have changed."""

from netui.presentation.pages.page_layout import RenderContext


def hint_key(context: RenderContext, action: str) -> str:
    """The first key of an action as people read it; that of the table where no app is open."""
    from netui.presentation.actions import BY_ID
    from netui.presentation.keymap import first_key

    return first_key(context.keys or {action: BY_ID[action].keys}, action)
