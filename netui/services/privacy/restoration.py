"""A backup's files without those who were forgotten since it was made."""

from datetime import date

from netui.domain.dedupe.diff import changes_between
from netui.domain.model.changes import CONTACTS, GOALS, FileId
from netui.domain.privacy.identity import Identity
from netui.domain.privacy.mentions import Choice, find_mentions, without
from netui.services.errors import StoreError
from netui.services.privacy.forgotten import Marks
from netui.services.privacy.sources import without_person
from netui.storage.files.survey import SUFFIX


def without_forgotten(marks: Marks, path: str, data: bytes) -> bytes | None:
    """The bytes of the file at ``path`` as they may come back; None where it is of someone forgotten.

    In what is another's, references to them go and their names, as `netui forget` does where one says so.
    """
    if not marks:
        return data
    if marks.hold_any_of(path, data):
        return None
    found = marks.names_in(data.decode("utf-8", "replace"))
    if not found:
        return data
    who = Identity("", [name for name in found if "@" not in name], [name for name in found if "@" in name])
    folder, _, name = path.partition("/")
    if folder in (CONTACTS, GOALS) and name.endswith(SUFFIX):
        try:
            return _without_mentions(FileId(folder, name.removesuffix(SUFFIX)), data, who)
        except StoreError:  # what cannot be parsed is text
            pass
    return without_person(path, data, who)


def _without_mentions(file: FileId, data: bytes, who: Identity) -> bytes | None:
    from netui.storage.pending_file import PendingFile
    from netui.storage.toml.document import load

    document = load(data, str(file))
    mentions = find_mentions(document, who)
    named = [each for each in mentions if who.is_named_in(each.text) and not each.is_own_name]
    left = without(document, who, {(mention.path, mention.line): Choice.NAME for mention in named})
    pending = PendingFile(file, data, date.min)
    pending.apply(changes_between(file, document, left))
    return pending.after
