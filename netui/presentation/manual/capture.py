"""The manual on logging: one line, its marks, kinds, days and languages."""

from netui.domain.languages.language import CODES
from netui.domain.model.kinds import CONTACT_KINDS, OTHER_KINDS, SYNONYMS
from netui.presentation.manual.builder import ManualBuilder

MARKS = (
    ("coffee with @ada @grace yesterday: the lab is hiring", "a kind, people, a day; then your words"),
    ("ran into Ada on Tuesday", "a sentence will do; full names work without @, first names where one fits"),
    ("lunch with Alan Turing (new) tomorrow", "somebody new; a day ahead is a planned meeting"),
    (
        ">send the deck by fri",
        "what you promise, with its day; >@grace says to whom, where several are named",
    ),
    ("<intro to Bob by 12 dec", "what they promise"),
    ("#hiring ^cto-role", "a tag, and a goal that it serves"),
    ("got:lead gave:advice", "what came of it, both ways"),
    ("learned: they pay by retainer", "what you learned"),
    ("from:them", "who reached out: me or them"),
    ("dinner with Ada at the Ivy", "where it was"),
)
_DAYS = (
    ("yesterday, tue, last fri, 3 days ago, 2w ago", "what happened lies behind"),
    ("tomorrow, in 3 weeks, by fri, end of month", "what is due or planned lies ahead"),
    ("14 mar, 14.3., 2026-11-09, on Halloween, at 14:30", "days by date, with a time where there is one"),
    ("1/11", "is refused unless date_order in the settings says which comes first"),
)


def write_capture(page: ManualBuilder) -> None:
    """One line to log, and what can stand in it."""
    page.section("One line to log")
    page.prose(
        '{log} opens the line, netui note "…" takes it from a shell, netui note - a line for each entry.'
        " What is understood is shown under it at each key; {prompt_complete} takes a candidate,"
        " {prompt_settle} the next reading of what is asked about, {prompt_day_earlier} an earlier day."
        " What stands behind a colon is yours: it sets no date and no kind. Nobody named: it is for the"
        " person under the cursor; those marked are always in it. What you leave unfinished is kept as a"
        " draft: {log}, then {prompt_older}.",
        blank=False,
    )
    page.examples(MARKS)
    page.section("Days in words")
    page.examples(_DAYS)
    page.prose(
        f"English and the language of your locale are read ({' '.join(CODES)}), or those that languages in"
        " the settings names. What is misspelt, vague or could be another day is asked about."
    )
    page.section("Kinds")
    page.prose(f"These count as being in touch: {', '.join(CONTACT_KINDS)}.", blank=False)
    page.prose(f"These do not: {', '.join(OTHER_KINDS)}. [kinds] in the settings adds your own.", blank=False)
    page.terms([(kind, ", ".join(_synonyms(kind))) for kind in CONTACT_KINDS if _synonyms(kind)], 10)


def _synonyms(kind: str) -> list[str]:
    return [word for word, meant in SYNONYMS.items() if meant == kind]
