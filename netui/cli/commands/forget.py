"""``netui forget``: shows everything held on someone, and removes it for good."""

import os
from typing import TYPE_CHECKING

from netui.cli.arguments import WHO_WORDS, Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import NobodyError, Usage
from netui.cli.input import read_answer
from netui.cli.output import ask, table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.domain.model.changes import FileId
    from netui.domain.privacy.identity import Identity
    from netui.domain.privacy.mentions import Choice, Mention
    from netui.services.privacy.held_data import HeldData

    Chosen = dict[tuple[FileId, Mention], Choice]

TEXTS = ("keep", "name", "entry")


def _run(session: Session, given: Namespace) -> int:
    """Shows first, asks about each text, and removes nothing before the name was typed."""
    from netui.domain.model.contact_row import name_key
    from netui.services.privacy.forget import forget
    from netui.services.privacy.held_data import find_held_data
    from netui.services.privacy.page import export_page, summary

    if given.texts not in (None, *TEXTS):
        raise Usage(f"--texts takes {', '.join(TEXTS)}, not {given.texts!r}")
    workspace = session.refresh(warns=False)
    who = _who(session, " ".join(given.who))
    held = find_held_data(workspace, who)
    rows = summary(held)
    session.say(f"held on {clean(who.name)}:")
    session.lines(f"  {line}" for line in table(rows, (40,)))
    if given.export:
        _export(given.export, export_page(workspace, held))
        session.say(f"all of it is in {clean(given.export)}")
    chosen = _chosen(held, given.texts, is_confirmed=given.confirm is not None)
    typed = given.confirm if given.confirm is not None else _typed(who.name)
    document = {"name": who.name, "held": [list(row) for row in rows]}
    if name_key(typed) != name_key(who.name):
        session.emit({**document, "forgotten": False})
        session.warn(f"nothing was removed: the name to confirm it with is {who.name}")
        return 2
    found = forget(workspace, held, chosen)
    session.emit(
        {**document, "forgotten": True, "kept": list(found.kept), "elsewhere": list(found.elsewhere)}
    )
    session.say(f"{clean(who.name)} is forgotten, for good; imports do not bring them back")
    session.lines(f"still named, as kept or not netui's: {clean(path)}" for path in found.kept)
    session.lines(clean(line) for line in found.elsewhere)
    session.say("a netui that is open shows them until it is left")
    return 0


def _who(session: Session, text: str) -> "Identity":
    """The contact that is meant, or somebody who is none (any more), by name or address."""
    from netui.services.privacy.held_data import find_held_data, identify, identify_by

    try:
        return identify(session.workspace, session.who(text))
    except NobodyError:
        who = identify_by(session.workspace, text)
        held = find_held_data(session.workspace, who)
        having = [o.file.stem for o in held.others if any(m.path[0] == "emails" for m in o.mentions)]
        owners = [ident for ident in having if session.workspace.read.row(ident)]  # copies are nobody
        if len(owners) == 1:
            return identify(session.workspace, owners[0])
        named = (each for other in held.others for each in other.mentions if who.is_named_in(each.text))
        referred = any(other.references for other in held.others) or any(True for _ in named)
        if not (referred or held.raw or held.state or held.settings or held.journal):
            raise
        return who


def _chosen(held: "HeldData", texts: str | None, *, is_confirmed: bool) -> "Chosen":
    """What becomes of each text: asked, or by ``texts`` for all that name them in full.

    Raises Usage where nobody answers, unless the name is confirmed already (``--confirm``).
    """
    from netui.domain.privacy.mentions import Choice
    from netui.services.privacy.page import mention_words

    by_key = {"k": Choice.KEEP, "n": Choice.NAME, "e": Choice.ENTRY}
    chosen = {}
    for other in held.others:
        for mention in other.mentions:
            is_named = held.who.is_named_in(mention.text) and not mention.is_own_name
            usual = (Choice(texts) if texts else Choice.NAME) if is_named else Choice.KEEP
            answer = ""
            if texts is None:
                letter = next(key for key, choice in by_key.items() if choice is usual)
                ask(
                    f"{clean(mention_words(other, mention))}:\n  {clean(mention.text)}\n"
                    f"  k keep, n take out the name, e remove the entry or line [{letter}] "
                )
                line = read_answer()
                if not line and not is_confirmed:
                    raise Usage(
                        "nothing was removed: nobody answers; --texts and --confirm say it beforehand"
                    )
                answer = line.strip().lower()[:1]
            chosen[other.file, mention] = by_key.get(answer, usual)
    return chosen


def _typed(name: str) -> str:
    ask(f"This cannot be undone. Type {clean(name)} to remove all of it: ")
    return read_answer().strip()


def _export(path: str, text: str) -> None:
    """Writes the page to a new file, for the user alone to read."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        with open(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except FileExistsError:
        raise Usage(f"{path} exists already; choose another name. Nothing was removed") from None


COMMAND = Command(
    "forget",
    "show everything held on someone, and remove it for good",
    "netui forget ada-lovelace --export ada.md",
    _run,
    (
        WHO_WORDS,
        argument("--export", metavar="FILE", help="write all that is held to this new page first"),
        argument("--confirm", metavar="NAME", help="the whole name, instead of typing it when asked"),
        argument(
            "--texts", metavar="WHAT",
            help="of texts that name them: keep, take out the name, or remove the entry; else asked",
        ),
    ),
)  # fmt: skip
