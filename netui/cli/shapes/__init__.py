"""The shapes of the JSON that commands print with ``--json``, declared once.

A shape is a :class:`typing.TypedDict`, a list of one, or a union. :mod:`.schema` makes JSON Schemas of them
for ``netui schema json``, and every test of a command holds what it prints to them.
"""
