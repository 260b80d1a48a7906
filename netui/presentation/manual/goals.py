"""The manual on goals: what is counted, who is needed, steps, pace."""

from netui.presentation.manual.builder import ManualBuilder

_EXAMPLE = """
title = "A CTO role by spring"
due = 2027-03-31

[measure]                      # counted from the log, never ticked
count = "kind:coffee ^cto-role"
target = 12
per = "total"                  # or week, month, quarter, year

[[audience]]                   # who is needed, and how many you know
who = "CTOs of young companies"
match = "title:cto #startup"
want = 5

[[milestone]]
text = "CV rewritten"
due = 2026-12-01
"""
_COMMANDS = (
    ("netui goals", "progress, pace, and who is missing"),
    ('netui goal add "A CTO role" --due "end of march" --count kind:coffee --target 12', "a new one"),
    ('netui goal milestone cto-role "CV rewritten"', "a step; audience adds who is needed"),
    ("coffee with @ada ^cto-role", "an entry that serves the goal; a promise can name one, too"),
)


def write_goals(page: ManualBuilder) -> None:
    """What a goal holds, and how it is counted."""
    page.section("Goals")
    page.prose(
        "A goal says what the network is for. Its progress is a query that is counted over the entries of"
        " the log; its audiences are queries over people. From what was counted so far follows the pace,"
        " and whether the day will be met. {goals_pane} goes to the goals, {add} adds one there, {open}"
        " opens it: who could lead to more, who has which part in it, its promises and opportunities."
        " {toggle_done} ticks a step or a goal whose day is past, {goal_down} and {goal_up} order them.",
        blank=False,
    )
    page.code(_EXAMPLE)
    page.section("From a shell")
    page.examples(_COMMANDS)
