"""The capture language: :mod:`.parse` is its public API, everything else is behind it.

Pipeline: ``tokens`` (lexer, and marks such as ``#tag ^goal >promise`` as fields), opening and grammar (head
and text), ``names`` (who is meant), ``sentence`` (verbs of contact, and what did not take place), parse_state
(the fields so far), model (the result). serialize is the inverse; completion serves the prompt.
"""
