"""The manual on queries: each field with an example, and how terms are joined."""

from netui.domain.query.fields import FIELDS
from netui.presentation.manual.builder import ManualBuilder

_JOINED = (
    ("#london role:mentor", "both"),
    ("is:quiet|due", "either value; #a | #b is either term"),
    ("-org:initech", "not"),
    ('"two words"', "together"),
    ("shoe_size:38", "any key of your own"),
)


def write_queries(page: ManualBuilder) -> None:
    """The fields of the query language, generated from their declaration."""
    page.section("Queries")
    page.prose(
        "The filter ({filter}), netui list and tag and export, goals, audiences and saved lists all take"
        " the same. Free words are looked for in name, alias, org, tags and notes; a term about entries"
        " means that at least one fits. {save_list} keeps a filter as a list, and list:NAME asks for it"
        " anywhere.",
        blank=False,
    )
    page.examples(_JOINED)
    page.section("Fields")
    page.terms([(field.example, field.help) for field in FIELDS.values()], 24)
    for field in FIELDS.values():
        if field.values:
            page.prose(f"{field.sign} {', '.join(field.values)}")
