"""Sets one key of a contact from text, for ``netui set WHO KEY VALUE`` and the form."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from netui.domain.model.changes import (
    CONTACTS,
    AddItem,
    AmendItem,
    Batch,
    Change,
    FileId,
    RemoveItem,
    SetValue,
    value_at,
)
from netui.domain.model.contact_row import fold
from netui.domain.model.custom_keys import KNOWN_KEYS
from netui.domain.model.dates import PartialDate
from netui.domain.model.key_words import OTHER_WORDS, plain_word
from netui.domain.text.lists import (
    SEPARATORS,
    parse_value,
    parse_value_like,
    split_items,
    split_label,
    value_text,
    with_label,
)
from netui.services.dates import DateField, parse_date_field
from netui.services.errors import Refused, parse_fields
from netui.services.people.commands import (
    clean_name,
    one_line,
    parse_wake_day,
    read_document,
    with_former,
)
from netui.services.people.field_values import (
    BIRTHDAY,
    canonical_span,
    check_address,
    check_lead,
    check_past,
    check_timezone,
)
from netui.services.workspace import Workspace

_TEXTS = ("pronouns", "org", "title", "location", "timezone", "met.where", "met.via")
_LISTS = (
    "aliases", "roles", "tags", "knows", "seeks", "interests",
    "emails", "phones", "links", "addresses", "goals",
)  # fmt: skip
_LABELLED = ("emails", "phones", "links", "addresses")
"""Lists of which each item may have a label: ``home: ada@home.example``."""
_YES, _NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0", "")
_COMMANDS = {
    "timeline": "note", "promise": "promise", "opportunity": "opportunity", "opportunitie": "opportunity",
    "relation": "relate", "related": "relate", "date": "date", "met": "met", "former": "edit",
}  # fmt: skip
"""What changes the tables that are no key of one value."""
OWN, NEW_KEY = "own.", "own"
"""Before the keys of one's own among the fields of a form, and its field for a new one."""
DATES = (BIRTHDAY, "anniversary")
_READ = (("died",), ("met", "on"), ("rhythm", "every"), ("rhythm", "snoozed_until"))
"""Where a text is read as a day or a span, which a change says as it was understood."""
"""Important dates that can be set by their name."""
KEYS = (
    "name", *_TEXTS, *_LISTS, "notes", "met.on", "died", "archived", "me", "rhythm.every", "rhythm.mode",
    "rhythm.snoozed_until", *DATES,
)  # fmt: skip
"""Every key that can be set."""


def set_field(
    workspace: Workspace,
    ident: str,
    key: str,
    text: str,
    seen: Mapping[str, Any] | None = None,
    *,
    is_whole: bool = False,
) -> Batch:
    """Sets ``key`` (dotted: ``met.where``) to what ``text`` says; an empty text removes it.

    Lists are as :mod:`netui.domain.text.lists` has them. ``seen`` is the head of the contact as it was when
    the edit began: now, unless given. ``is_whole``: the text has all labels, one that is not in it goes; else
    a value that is there already keeps its label. Raises Refused with what is wrong and what is possible
    instead.
    """
    return with_former(workspace, _set_field(workspace, ident, key, text, seen, is_whole=is_whole))


def _set_field(
    workspace: Workspace,
    ident: str,
    key: str,
    text: str,
    seen: Mapping[str, Any] | None = None,
    *,
    is_whole: bool = False,
) -> Batch:
    """What :func:`set_field` sets, without what was before."""
    file = FileId(CONTACTS, ident)
    head = workspace.read.head(ident) if seen is None else seen
    own = value_at(head, tuple(key.strip().split(".")))
    key = field_key(key) if own is None or isinstance(own, Mapping) else key.strip()
    label = f"set {key} of {workspace.name(ident)}"
    if key in DATES:
        return _require_valid(Batch(label, tuple(_date_changes(workspace, file, head, key, text))))
    path = tuple(key.split("."))
    if key in KEYS:
        value = _parse_value(workspace, head, key, text, is_whole=is_whole)
        other = workspace.read.oneself() if key == "me" and value else None
        if other not in (None, ident):
            raise Refused(f"{workspace.name(str(other))} is you already; set me no there first")
    elif value_at(head, path) is not None:
        present = value_at(read_document(workspace, file), path)  # the index has days as text
        value = parse_own_value(path[-1], present, text)
    else:
        raise _unknown(key)
    change = SetValue(file, path, value, (value_at(head, path),))
    return _require_valid(Batch(label, (change,)))


def field_key(word: str) -> str:
    """The key that a word means, in the terms of the file, of the form or of speech: ``works at`` is org."""
    key = word.strip()
    return key if key in KEYS else OTHER_WORDS.get(plain_word(key), key)


def split_key(words: Sequence[str]) -> tuple[str, list[str]]:
    """The key that ``words`` begin with, which may be two words (``works at``), and the others."""
    both = " ".join(words[:2])
    if len(words) > 2 and plain_word(both) in OTHER_WORDS:
        return both, list(words[2:])
    return words[0], list(words[1:])


def set_date(workspace: Workspace, ident: str, what: str, text: str, *, lead: int | None = None) -> Batch:
    """Sets an important date by its name, an empty text removes it; ``lead`` days ahead it is told of.

    Raises Refused.
    """
    what = one_line(what)
    if not what:
        raise Refused("say what the day is: birthday, anniversary, or your own word")
    file, head = FileId(CONTACTS, ident), workspace.read.head(ident)
    if not text.strip() and not _dates(head, what):
        raise Refused(f"{workspace.name(ident)} has no date called {what}")
    changes = _date_changes(workspace, file, head, what, text)
    if lead is not None and text.strip():
        check_lead(lead)
        changes.append(AmendItem(file, "date", {"what": what}, {"lead": lead}))
    said = understood(changes) or text or "removed"
    return _require_valid(Batch(f"{what} of {workspace.name(ident)}: {said}", tuple(changes)))


def understood(changes: Iterable[Change]) -> str:
    """The day or span that these changes set, as it was understood; empty where they set none."""
    for change in changes:
        if isinstance(change, SetValue) and change.path in _READ and change.value is not None:
            return _day_words(change.value)
        if isinstance(change, (AddItem, AmendItem)) and change.table == "date":
            item = change.item if isinstance(change, AddItem) else change.values
            if item.get("on"):
                return _day_words(item["on"])
    return ""


def _day_words(value: object) -> str:
    """A day in words; what is none, such as a span, as it is."""
    try:
        return PartialDate.parse(value).short_words
    except ValueError:
        return str(value)


def set_own_key(workspace: Workspace, ident: str, key: str, text: str) -> Batch:
    """Sets a key of the user's own, at the top of the file; an empty text removes it.

    What is there keeps its type, a new one is what it looks like (a number, a day, a list). Raises Refused.
    """
    key, file = own_key_name(key), FileId(CONTACTS, ident)
    value = parse_own_value(key, read_document(workspace, file).get(key), text)
    change = SetValue(file, (key,), value, (value_at(workspace.read.head(ident), (key,)),))
    return Batch(f"{key} of {workspace.name(ident)}: {text.strip() or 'removed'}", (change,))


def own_key_name(text: str) -> str:
    """The name of a key of the user's own; raises Refused where it is none or has a field of its own."""
    key = one_line(text)
    if not key:
        raise Refused("say what it is called, then its value: shoe size: 38")
    if key in KNOWN_KEYS or field_key(key) in KEYS:
        raise Refused(f"{key} has a field of its own; take another word")
    return key


def parse_own_value(key: str, present: Any, text: str) -> Any:
    """The value that a text gives to a key of the user's own: of the type of the ``present`` one.

    A new one is what it looks like; None for an empty text. Raises Refused.
    """
    if not text.strip():
        return None
    if present is None:
        return parse_value(text)
    if value_text(present) is None:
        raise Refused(f"{key} holds more than one value; change it with `netui edit`")
    try:
        return parse_value_like(present, text)
    except ValueError as error:
        raise Refused(f"{key} {error}") from None


def set_fields(
    workspace: Workspace, idents: Sequence[str], values: Mapping[str, str], *, is_own: bool = False
) -> Batch:
    """Sets the same keys of one contact or several, as one batch.

    ``is_own``: they are the user's own, and new. Raises FieldErrors, with nothing done.
    """
    if len(idents) > 1 and "name" in values:
        raise Refused(f"{len(idents)} people cannot have one name; change it for each")
    change = set_own_key if is_own else _set_checked
    return _set_each(workspace, idents, values, change)


def edit_all_fields(workspace: Workspace, idents: Sequence[str], changed: Mapping[str, str]) -> Batch:
    """Sets the changed fields of the form for several contacts of each of them; raises FieldErrors."""
    return _set_each(workspace, idents, changed, _set_form_field)


def _set_each(
    workspace: Workspace, idents: Sequence[str], values: Mapping[str, str], change: Callable[..., Batch]
) -> Batch:
    changes: list[Change] = []
    for ident in idents:
        for batch in parse_fields(values, partial(change, workspace, ident)).values():
            changes += batch.changes
    said = understood(changes) if len(values) == 1 else ""
    label = f"set {' and '.join(values)} of {workspace.names_in_words(idents)}{said and f': {said}'}"
    return with_former(workspace, Batch(label, tuple(changes)))


def edit_contact_fields(
    workspace: Workspace, ident: str, changed: Mapping[str, str], seen: Mapping[str, Any]
) -> Batch:
    """Edits a contact by the changed fields of its form; raises FieldErrors with all that are wrong."""

    def parse(key: str, text: str) -> Batch:
        return _set_form_field(workspace, ident, key, text, seen, is_whole=True)

    fields = parse_fields(changed, parse)
    changes = tuple(change for batch in fields.values() for change in batch.changes)
    return with_former(workspace, Batch(f"edited {workspace.name(ident)}", changes))


def _set_checked(
    workspace: Workspace, ident: str, key: str, text: str, *seen: Any, is_whole: bool = False
) -> Batch:
    """Sets a field as :func:`set_field` does; who introduced somebody is looked up."""
    if field_key(key) == "met.via" and text.strip():
        from netui.services.relationships.commands import find_introducer

        text = find_introducer(workspace, ident, text)
    return _set_field(workspace, ident, key, text, *seen, is_whole=is_whole)


def _set_form_field(
    workspace: Workspace, ident: str, key: str, text: str, *seen: Any, is_whole: bool = False
) -> Batch:
    """Sets a field of the form, which has keys of one's own among them, and one for a new one."""
    if key == NEW_KEY:
        name, _, value = text.partition(":")
        return set_own_key(workspace, ident, name, value) if text.strip() else Batch("", ())
    if key.startswith(OWN):
        return set_own_key(workspace, ident, key.removeprefix(OWN), text)
    return _set_checked(workspace, ident, key, text, *seen, is_whole=is_whole)


def _require_valid(batch: Batch) -> Batch:
    """``batch``, whose values are what the model of a contact allows; raises Refused."""
    from netui.storage.validation.validate import errors_in_change

    for change in batch.changes:
        if isinstance(change, AddItem) or (isinstance(change, SetValue) and change.value is not None):
            errors = errors_in_change(change)
            if errors:
                raise Refused(errors[0].words)
    return batch


def _parse_value(
    workspace: Workspace, head: Mapping[str, Any], key: str, text: str, *, is_whole: bool
) -> Any:
    if key == "name":
        return clean_name(text)
    if not text.strip():
        return None
    if key in _LABELLED:
        return _parse_labelled(head.get(key), key, text, is_whole=is_whole)
    if key in _LISTS:
        signs = {"tags": "#", "goals": "^"}.get(key, "")
        words = (one_line(word).lstrip(signs) if signs else one_line(word) for word in split_items(text))
        found = [*dict.fromkeys(filter(None, words))]
        return (_known_goals(workspace, head, found) if key == "goals" else found) or None
    if key == "notes":
        return text
    return _PARSERS[key](workspace, text) if key in _PARSERS else one_line(text)


def _parse_labelled(present: Any, key: str, text: str, *, is_whole: bool) -> list[Any] | None:
    """Texts, and tables with a label; whatever else is known of a value that is there already stays."""
    there = {str(i["value"]): i for i in present or () if isinstance(i, dict) and "value" in i}
    present_values = {*there, *(item for item in present or () if isinstance(item, str))}
    found: dict[str, Any] = {}
    for item in split_items(text, SEPARATORS.get(key, ",")):
        label, value = map(one_line, split_label(item, key))
        known = there.get(value, {})
        if value not in present_values:
            check_address(key, value)
        if not label and not is_whole:
            found.setdefault(value, known or value)
            continue
        found.setdefault(value, with_label(value, label, known))
    return list(found.values()) or None


def _known_goals(workspace: Workspace, head: Mapping[str, Any], words: Sequence[str]) -> list[str]:
    """The ids of goals; what the file names already stays as it is. Raises Refused."""
    from netui.services.goals.lookup import find_goal_id

    there = head.get("goals")
    there = there if isinstance(there, list) else []
    return [*dict.fromkeys(word if word in there else find_goal_id(workspace, word) for word in words)]


def _parse_timezone(_: Workspace, text: str) -> str:
    zone = one_line(text)
    check_timezone(zone)
    return zone


def _past_day(what: str) -> Callable[[Workspace, str], str]:
    """Reads a day of which perhaps only the year or month is known, and that has been."""

    def parse(workspace: Workspace, text: str) -> str:
        found = parse_date_field(workspace, DateField.PARTIAL, text)
        assert isinstance(found, PartialDate)
        check_past(what, found, workspace.today)
        return str(found)

    return parse


def _parse_mode(_: Workspace, text: str) -> str | None:
    mode = fold(text.strip())
    if mode not in ("regular", "ambient", "off"):
        raise Refused(f"{text!r} is no mode: it is regular, ambient (seen anyway, never flagged) or off")
    return None if mode == "regular" else mode


def _parse_bool(text: str) -> bool:
    word = fold(text.strip())
    if word not in (*_YES, *_NO):
        raise Refused(f"{text!r} is neither yes nor no")
    return word in _YES


_PARSERS: Mapping[str, Callable[[Workspace, str], Any]] = {
    "rhythm.every": lambda _, text: canonical_span(text),
    "rhythm.mode": _parse_mode,
    "rhythm.snoozed_until": parse_wake_day,
    "timezone": _parse_timezone,
    "met.on": _past_day("met on"),
    "died": _past_day("died"),
    "archived": lambda _, text: _parse_bool(text) or None,
    "me": lambda _, text: _parse_bool(text) or None,
}


def _date_changes(
    workspace: Workspace, file: FileId, head: Mapping[str, Any], what: str, text: str
) -> list[Change]:
    on = parse_yearly_date(workspace, what, text)
    where = {"what": what}
    seen = _dates(head, what)
    if len(seen) > 1:  # each is told apart by all that it holds
        present = _dates(read_document(workspace, file), what)
        several: list[Change] = [RemoveItem(file, "date", each) for each in present]
        return several if on is None else [*several, AddItem(file, "date", {**where, "on": on})]
    item = seen[0] if seen else where
    if str(item.get("on")) == on:
        return []
    if on is None:
        return [RemoveItem(file, "date", where, item)]
    return [AmendItem(file, "date", where, {"on": on}, item)]


def parse_yearly_date(workspace: Workspace, what: str, text: str) -> str | None:
    """An important date as files have it, None for an empty one; raises Refused."""
    found = parse_date_field(workspace, DateField.YEARLY, text)
    if isinstance(found, PartialDate) and fold(what) == BIRTHDAY:
        check_past(BIRTHDAY, found, workspace.today)
    return str(found) if found is not None else None


def _dates(document: Mapping[str, Any], what: str) -> list[dict[str, Any]]:
    return [item for item in document.get("date", []) if isinstance(item, dict) and item.get("what") == what]


def _unknown(key: str) -> Refused:
    from netui.domain.query.parser import nearest_word

    word = fold(key)
    command = _COMMANDS.get(plain_word(key).removesuffix("s"))
    if command:
        return Refused(f"{key} cannot be set; use `netui {command}`")
    meant = nearest_word(word, KEYS)
    known = f" (there are {', '.join(KEYS)}; with --own it is a key of yours)"
    hint = f"; did you mean {meant}?" if meant else known
    return Refused(f"there is no key {one_line(key)!r}{hint}")
