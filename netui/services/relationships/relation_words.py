"""Words of relations: which stand above or below the other end, and what the other end is called."""

from netui.domain.model.contact_row import fold

_PAIRS = (
    ("father mother parent", "child", "son daughter", "parent"),
    ("grandfather grandmother grandparent", "grandchild", "grandson granddaughter", "grandparent"),
    ("stepfather stepmother stepparent", "stepchild", "stepson stepdaughter", "stepparent"),
    ("godfather godmother godparent", "godchild", "godson goddaughter", "godparent"),
    ("uncle aunt", "nephew or niece", "nephew niece", "uncle or aunt"),
    ("boss manager", "direct report", "report employee", "boss"),
    ("mentor", "mentee", "", "mentor"),
    ("teacher", "pupil", "student", "teacher"),
)
"""Words of those above, what they call the other end, further words of those below, and what these do."""
ABOVE = frozenset(word for above, _, _, _ in _PAIRS for word in above.split())
BELOW = frozenset(
    word for _, below, more, _ in _PAIRS for word in (*more.split(), *(() if " or " in below else (below,)))
)
"""Words of which the two ends differ: who is one's father is not one's child."""
_OPPOSITE = {
    **{word: below for above, below, _, _ in _PAIRS for word in above.split()},
    **{word: up for _, below, more, up in _PAIRS for word in (below, *more.split())},
    **dict.fromkeys(("brother", "sister", "sibling"), "sibling"),
    **dict.fromkeys(("husband", "wife", "spouse"), "spouse"),
    "client": "supplier", "supplier": "client", "landlord": "tenant", "tenant": "landlord",
    "doctor": "patient", "patient": "doctor", "assistant": "boss",
}  # fmt: skip
WORDS = (
    "father", "mother", "sister", "brother", "son", "daughter", "child", "husband", "wife", "partner",
    "grandfather", "grandmother", "cousin", "uncle", "aunt", "friend", "colleague", "boss", "assistant",
    "mentor", "mentee", "neighbour",
)  # fmt: skip
"""The usual words; any other is as good."""
_ALIKE = frozenset((
    "partner", "cousin", "friend", "colleague", "neighbour", "neighbor", "flatmate", "housemate", "ex",
    "classmate", "teammate", "business partner", "co-founder", "cofounder", "in-law",
))  # fmt: skip


def opposite_word(label: str) -> str:
    """What the one end is to the other where the other is its ``label``: ``child`` for ``father``.

    The same word where both ends are called alike; "" where it is not known.
    """
    word = fold(label.strip())
    return _OPPOSITE.get(word, label.strip() if word in _ALIKE else "")
