"""The manual on import and export: formats, previews, what comes in again, the way out."""

from netui.presentation.manual.builder import ManualBuilder

_FORMATS = {
    "json": "netui's own, of the whole network",
    "vcard": "address books: vCard 2.1, 3.0 and 4.0",
    "linkedin": "the whole export, as zip or folder; messages and invitations too",
    "csv": "Google, Outlook, Thunderbird; any other by --map name=COLUMN",
    "friends": "friends.md",
    "obsidian": "notes of people in a vault",
    "org": "org-contacts and org-vcard",
    "monica": "Monica's JSON and SQL",
    "jcard": "vCard as JSON",
    "xcard": "vCard as XML",
    "icalendar": "meetings with people you know; those ahead are planned",
    "mail": "mbox, Maildir, .eml: headers alone, one entry a person and day",
}
_EXPORTS = {
    "json": "all of it; comes back without a loss",
    "vcard": "for phones and mail programs",
    "csv": "a row for each person",
    "ics": "dates, promises and plans",
    "markdown": "to read and to print",
    "friends": "the same, as friends.md is written",
}
_IMPORTING = (
    ("netui import contacts.vcf", "shows what it would do; --apply does it, netui undo takes it back"),
    ("netui import ~/Maildir --who", "whom you wrote with, how often and how lately"),
    ("netui inbox", "what waits in inbox/ of the network: accept, correct, drop"),
    ("netui vdir --apply", "in step with a folder of cards, and so with a phone"),
)
_EXPORTING = (
    ('netui export "#friends" --to vcard -o friends.vcf', "who fits a query, or everyone"),
    ("netui export --to json -o network.json", "everything, for another machine or another program"),
    ("netui query grace", "the address book of mutt, neomutt and aerc"),
    ("netui mcp", "the network for agents; what they log waits in the inbox"),
)


def write_import(page: ManualBuilder) -> None:
    """The formats that come in, and how an import goes."""
    from netui.services.transfer.file_formats import FORMATS

    page.section("Import")
    page.prose(
        "{import} asks for a file or a folder of them, and shows first what would come in: who is new,"
        " who is known already, what clashes. Each is settled by a key, {bring_in} brings it in as one"
        " change. The same file again changes nothing, a newer one is merged with what you edited"
        " meanwhile. What could not be read waits in .quarantine/ with the reason. Formats are told by"
        " their content, or by --from.",
        blank=False,
    )
    page.examples(_IMPORTING)
    page.section("What is read")
    page.terms([(each.name, _described(each.name, each.suffixes)) for each in FORMATS], 12)


def _described(name: str, suffixes: tuple[str, ...]) -> str:
    return f"{_FORMATS.get(name, '')} ({' '.join(suffixes)})".strip()


def write_export(page: ManualBuilder) -> None:
    """The formats that go out, and what stays."""
    from netui.services.transfer.exports import FORMATS

    page.section("Export")
    page.prose(
        "What is private, and the contact that is oneself, stay here unless asked for. Nothing holds you:"
        " the files are plain TOML, and JSON takes all of them elsewhere.",
        blank=False,
    )
    page.examples(_EXPORTING)
    page.section("What is written")
    page.terms([(name, _EXPORTS.get(name, "")) for name in FORMATS], 12)
