"""The manual on safety: undo, drafts, what others edit, trash, backups, forgetting, privacy."""

from netui.presentation.manual.builder import ManualBuilder

_PARTS = (
    ("Undo", "{undo} takes back the last change, {redo} does it again, also after a restart; netui"
             " history lists what can be taken back, netui undo does it from a shell. Undo takes back only"
             " what it names."),
    ("Drafts", "What you type is kept while you type. An unfinished line waits behind {log}, then"
               " {prompt_older}; a form opens as you left it."),
    ("Files", "A file is replaced as a whole or not at all, whatever fails. One that changed meanwhile is"
              " never overwritten: edits of different fields are merged, two edits of one field are both"
              " kept until {conflicts} settles them. A change of several files that a crash cut off is"
              " finished at the next start."),
    ("Trash", "What is deleted goes to .trash/; {trash} brings it back, netui trash too."),
    ("Broken files", "One hides no other: it is listed with its line and the reason, {edit_file} opens it"
                     " there, netui check names every problem, and --fix mends what leaves no doubt."),
    ("Backups", "netui backup FILE saves the whole folder, reads it back and compares; netui restore FILE"
                " shows what it would change, and asks."),
    ("Privacy", "Files are yours alone (0600 in 0700 folders). An entry that is private is never"
                " exported. Nothing in a file is run, followed or fetched, and what is printed holds no"
                " escape sequence."),
    ("Forgetting", "netui forget WHO shows everything that is held on someone, asks about each text that"
                   " names them, and removes it for good; imports do not bring them back."),
    ("Reports", "netui doctor looks for what is wrong with the set-up. A crash leaves a report in the"
                " state folder, without any name or note."),
)  # fmt: skip


def write_safety(page: ManualBuilder) -> None:
    """What is kept safe, and how to get it back."""
    for title, text in _PARTS:
        page.section(title)
        page.prose(text, blank=False)
