"""Widgets without component classes, so that Textual matches no CSS rules for the parts of each line."""


class NoComponentClasses:
    """Mixin before a widget class; should Textual rename the method, drawing is a little slower."""

    @classmethod
    def _get_component_classes(cls) -> frozenset[str]:
        return frozenset()
