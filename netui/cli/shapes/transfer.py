"""JSON shapes of backups, checks and the doctor, and of what comes in and goes out."""

from typing import NotRequired, TypedDict

from netui.cli.shapes.values import JsonValue, Moment


class Rejected(TypedDict):
    """What could not be imported, where it stands, and why."""

    file: str
    where: str
    why: str


class FieldClash(TypedDict):
    """A field that both sides changed."""

    id: str
    key: str


class Gain(TypedDict):
    """What is added to a contact at a key, or set there; null where it is taken out."""

    id: str
    key: str
    value: JsonValue


class KeptField(TypedDict):
    """A field that stays as it is, and what the file says instead."""

    id: str
    key: str
    value: JsonValue
    other: JsonValue


class Stranger(TypedDict):
    """Somebody at a meeting who is not in the network."""

    name: str
    email: str
    entries: int


class Import(TypedDict):
    """What an import does, or would do: contacts by id, in ``kept_goals`` goals."""

    new: list[str]
    changed: list[str]
    unchanged: list[str]
    merged: list[str]
    rejected: list[Rejected]
    entries: int
    strangers: list[Stranger]
    notes: list[str]
    added: list[Gain]
    kept: list[KeptField]
    kept_goals: list[KeptField]
    conflicts: list[FieldClash]
    quarantine: list[str]


class Correspondent(TypedDict):
    """Somebody with an address: messages each way, meetings, and the id if they are in the network."""

    name: str
    email: str
    sent: int
    received: int
    meetings: int
    first: Moment
    last: Moment
    contact: str | None


class Vdir(TypedDict):
    """What an exchange with a folder of cards does, or would do: contacts by id."""

    new: list[str]
    changed: list[str]
    merged: list[str]
    kept: list[KeptField]
    conflicts: list[FieldClash]
    written: list[str]
    waiting: list[str]
    vanished: list[str]
    deleted: list[str]
    rejected: list[Rejected]


class Export(TypedDict):
    """The file that was written, and how many contacts are in it."""

    file: str
    contacts: int


class Problem(TypedDict):
    """A problem in a file, and what to do."""

    file: str
    line: int | None
    what: str
    hint: str | None


class Check(TypedDict):
    """How many files were read, and each problem; `repaired` counts what `--fix` mended."""

    files: int
    problems: list[Problem]
    repaired: NotRequired[int]


class Finding(TypedDict):
    """One thing that was looked at in the set-up."""

    topic: str
    ok: bool
    what: str
    mend: str | None


class Doctor(TypedDict):
    """Whether the set-up is sound, and all that was looked at."""

    ok: bool
    findings: list[Finding]


class Backup(TypedDict):
    """What is in a backup, and which paths are not."""

    file: str
    files: int
    contacts: int
    goals: int
    bytes: int
    left_out: list[str]


class Restore(TypedDict):
    """What a restore changes, by path; whether it was done."""

    new: list[str]
    changed: list[str]
    same: list[str]
    forgotten: list[str]
    redacted: list[str]
    stays: int
    restored: bool


class Forget(TypedDict):
    """All that is held on someone, in rows of words; what still names them once they are forgotten."""

    name: str
    held: list[list[str]]
    forgotten: bool
    kept: NotRequired[list[str]]
    elsewhere: NotRequired[list[str]]


class TrashedFile(TypedDict):
    """A file in the trash."""

    id: str
    name: str
    file: str
    title: str
    deleted: Moment


class HistoryEvent(TypedDict):
    """A change that was made, and whether it is undone or was passed over."""

    when: Moment
    label: str
    undone: bool
    skipped: bool
    files: list[str]


class ConfigPath(TypedDict):
    """The settings file that was written."""

    config: str


class ActionKeys(TypedDict):
    """An action of the app and its keys."""

    action: str
    keys: list[str]
    help: str


class Config(TypedDict):
    """The settings in force, the folders of this machine, and what is wrong."""

    settings: dict[str, JsonValue]
    config: str
    state: str
    cache: str
    problems: list[str]


class Completions(TypedDict):
    """A completion script."""

    shell: str
    script: str


class Topic(TypedDict):
    """A topic of the help, line by line."""

    topic: str
    lines: list[str]
