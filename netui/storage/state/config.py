"""The settings file, ``config.toml``, as one value.

Reading takes what it can, so that an error in one setting never keeps anyone out of their network;
:func:`netui.storage.validation.validate.config_errors` validates the whole file and names each error.
"""

import os
import sys
from collections.abc import Callable, Mapping
from stat import S_ISREG
from types import MappingProxyType
from typing import Annotated, Any, Literal

from netui.domain.model.dates import Span
from netui.domain.model.kinds import BUILT_IN, Kinds
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import Unreadable, cannot_read
from netui.storage.files.stat import StrPath

_NONE: Mapping[str, Any] = MappingProxyType({})


Means = Literal["mail", "call", "link"]
MEANS: tuple[Means, ...] = ("mail", "call", "link")
"""By which means an address is used."""
CommandName = Literal["mail", "call", "link", "notify"]
_COMMAND_NAMES: tuple[CommandName, ...] = (*MEANS, "notify")
_NO_COMMANDS: Mapping[CommandName, str] = MappingProxyType({})


Keymap = Literal["default", "vim", "emacs", "arrows"]
KEYMAPS: tuple[Keymap, ...] = ("default", "vim", "emacs", "arrows")
"""The sets of keys to begin with."""
DateStyle = Literal["day-month", "month-day", "iso"]
_DATE_STYLES: tuple[DateStyle, ...] = ("day-month", "month-day", "iso")
WeekStart = Literal["monday", "saturday", "sunday"]
_WEEK_STARTS: tuple[WeekStart, ...] = ("monday", "saturday", "sunday")


class RhythmConfig(NamedTuple):
    """``[rhythm]``: when someone counts as quiet."""

    sensitivity: Literal["sooner", "normal", "later"] = "normal"
    """How soon a silence counts as quiet."""
    defaults: Mapping[str, Annotated[str, Span.parse]] = _NONE
    """How often to be in touch by role or tag (``mentor = "3w"``), where the contact has no rhythm."""


class VdirConfig(NamedTuple):
    """``[vdir]``: a folder of cards that vdirsyncer or the like keeps in step with an address book."""

    path: str = ""
    """The folder of one address book, with a ``.vcf`` file for each person."""
    query: str = ""
    """Who goes out, as in the filter bar (``"#phone"``); if absent nobody, and cards only come in."""


class McpConfig(NamedTuple):
    """``[mcp]``: what agents see of the network through ``netui mcp``."""

    query: str = ""
    """Who is seen, as in the filter bar (``"#work"``); if absent everyone but yourself."""


class Config(NamedTuple):
    """The settings; every key may be absent.

    The one declaration of them: :mod:`netui.storage.validation` derives validation and JSON Schema from it.
    """

    data: str = ""
    """The network folder; ``--data`` and ``NETUI_DATA`` come before it."""
    editor: Annotated[str, "command"] = ""
    """The editor to open files in; if absent ``$VISUAL``, then ``$EDITOR``."""
    theme: str = "netui-dark"
    """One of the themes named in the palette."""
    keymap: Keymap = "default"
    """The keys to begin with: ``default``, or those of vim, of emacs, or arrows and function keys."""
    mouse: bool = True
    """Take clicks and the wheel of the mouse; if false the terminal has them, to mark text for instance."""
    ascii: bool | None = None
    """Draw states and rules in ASCII only; if absent, where the locale or the terminal lacks UTF-8."""
    plain: bool = False
    """Let commands print one fact a line, nothing drawn, words for signs, as with ``--plain``."""
    terminal: Literal["netui", "textual"] = "netui"
    """``textual`` uses Textual's own driver instead of netui's; ``NETUI_TERMINAL`` comes before it."""
    languages: tuple[Annotated[str, "language"], ...] = ()
    """In which languages to read days and kinds: ``["en", "de"]``; if absent English and the locale's."""
    date_order: Literal["", "dmy", "mdy"] = ""
    """How to read 1/11: ``dmy`` or ``mdy``; if absent it is refused rather than guessed."""
    date_style: DateStyle = "day-month"
    """How days are written: ``day-month`` (24 Dec), ``month-day`` (Dec 24) or ``iso`` (12-24)."""
    week_start: WeekStart = "monday"
    """The day a week begins with, for goals by the week and the year at a glance; in log lines Monday."""
    remember_died: bool = True
    """Name the day on which someone died when it comes round each year."""
    rhythm: RhythmConfig = RhythmConfig()
    """When someone counts as quiet."""
    kinds: Mapping[str, bool] = _NONE
    """Further kinds of entry, and whether each counts as contact: ``podcast = true``."""
    synonyms: Mapping[str, str] = _NONE
    """Further words for kinds: ``jog = "meeting"``."""
    commands: Mapping[CommandName, Annotated[str, "command"]] = _NO_COMMANDS
    """Programs that write, call, open links and notify: ``mail = "aerc {uri}"``; if absent the desktop's."""
    vdir: VdirConfig = VdirConfig()
    """An address book in a folder of cards, exchanged with it both ways."""
    mcp: McpConfig = McpConfig()
    """What agents see of the network."""
    keys: Mapping[str, str] = _NONE
    """Keys by action: ``log = "+"``; several with commas."""

    @property
    def all_kinds(self) -> Kinds:
        """The built-in kinds and the configured ones."""
        return Kinds({**BUILT_IN.contact, **self.kinds}, {**BUILT_IN.synonyms, **self.synonyms})

    @property
    def first_weekday(self) -> int:
        """The weekday that a week begins with, as ``date.weekday`` counts."""
        return {"monday": 0, "saturday": 5, "sunday": 6}[self.week_start]

    @property
    def day_first(self) -> bool | None:
        """Whether 1/11 is the first of November; None when that is not to be guessed."""
        return {"dmy": True, "mdy": False}.get(self.date_order)


def chosen_languages(config: Config) -> tuple[str, ...]:
    """The codes of the languages to read: English, and those of the settings, else the locale's."""
    if config.languages:
        return tuple(dict.fromkeys(("en", *config.languages)))
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_TIME", "LANG"))), "")
    code = locale.partition("_")[0].partition(".")[0].partition("@")[0].lower()
    if code in ("", "en", "c", "posix"):
        return ("en",)
    from netui.domain.languages.language import CODES

    return ("en", code) if code in CODES else ("en",)


_PLAIN_TERMINALS = ("linux", "vt", "ansi", "cons25", "sun", "dumb", "unknown")
"""How the ``TERM`` of terminals begins whose font or encoding lacks the signs that netui draws."""

_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself sets ``LC_CTYPE`` to where the locale is C (PEP 538)."""


def draws_ascii(config: Config) -> bool:
    """Whether to draw in ASCII only: as the settings say, else where locale or terminal lack UTF-8.

    A locale that names no encoding is that of C or an old one; one that is not set says nothing.
    """
    if config.ascii is not None:
        return config.ascii
    names = ["LC_ALL", "LC_CTYPE", "LANG"]
    if os.environ.get("LC_CTYPE") in _COERCED and os.environ.get("LANG") in ("C", "POSIX"):
        names.remove("LC_CTYPE")
    locale = next(filter(None, map(os.environ.get, names)), "UTF-8")
    encoding = locale.rpartition(".")[2].partition("@")[0].lower().replace("-", "")
    return encoding != "utf8" or os.environ.get("TERM", "").startswith(_PLAIN_TERMINALS)


LEARN = "learn"
"""The rhythm of a circle that is learned from its meetings."""


def check_circle(every: str) -> None:
    """Raises ValueError unless it is how often a circle meets: a span of time, or ``learn``."""
    if every != LEARN:
        Span.parse(every)


class Places(NamedTuple):
    """Paths on this machine: the network, state, cache and settings. Only ``network`` is precious."""

    network: StrPath
    state: StrPath
    cache: StrPath
    config: StrPath


EDITOR_COPY = "editor-"
"""How the folder of a copy for an editor begins, in the drafts folder."""


def has_editor_copies(places: Places) -> bool:
    """Whether there are copies that an editor has or had; each command asks, so it imports nothing."""
    try:
        return any(name.startswith(EDITOR_COPY) for name in os.listdir(os.path.join(places.state, "drafts")))
    except OSError:
        return False


def config_path() -> str:
    """The path of the settings file."""
    return os.path.join(_user_folder("config"), "config.toml")


def find_places(data: str | None, config: Config) -> Places:
    """The network folder by ``--data``, ``NETUI_DATA``, the settings, or the user's data folder."""
    chosen = data or os.environ.get("NETUI_DATA") or config.data
    network = os.path.expanduser(chosen) if chosen else _user_folder("data")
    return Places(os.path.abspath(network), state_folder(), _user_folder("cache"), config_path())


def state_folder() -> str:
    """The folder of what is not to be lost but belongs to this machine: undo, drafts, crash reports."""
    return _user_folder("state")


_MAX_BYTES = 1 << 20
_SENSITIVITIES = ("sooner", "normal", "later")
_XDG = {"config": ".config", "data": ".local/share", "state": ".local/state", "cache": ".cache"}


def _user_folder(kind: str) -> str:
    """The user's folder of this kind for netui, as platformdirs says; on Linux without loading it."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        base = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
        # A relative path is to be ignored, says the XDG base directory specification.
        return os.path.join(base if os.path.isabs(base) else os.path.expanduser(f"~/{_XDG[kind]}"), "netui")
    import platformdirs

    folder = str(getattr(platformdirs, f"user_{kind}_path")("netui"))
    return _own_folder(folder, kind) if sys.platform == "darwin" and kind in _BEFORE else folder


_BEFORE: Mapping[str, tuple[str, ...]] = {
    "config": ("config.toml",),
    "data": ("contacts", "goals", "netui.toml"),
    "state": ("drafts", "journal", "crashes"),
}
"""What netui kept in the one folder that macOS has for settings, data and state, by kind."""


def _own_folder(shared: str, kind: str) -> str:
    """The folder of this kind in the shared one; the shared one itself where its files are there still."""
    own = os.path.join(shared, kind)
    if not os.path.exists(own) and any(os.path.exists(os.path.join(shared, name)) for name in _BEFORE[kind]):
        return shared
    return own


def load_config(path: StrPath) -> tuple[Config, str]:
    """The settings, and an error message for the user: "" unless the file or its rhythms are invalid."""
    try:
        _, raw = read_settings(path)
    except FileNotFoundError:
        return Config(), ""
    except Unreadable as error:
        return Config(), f"{error}; the defaults are used"
    return _decode(raw), _rhythm_problem(path, raw) or _language_problem(path, raw)


def load_network_settings(network: StrPath) -> tuple[Mapping[str, str], Mapping[str, str], str]:
    """Rhythms by tag and role, circles, and an error message, "" if valid, of the network's ``netui.toml``.

    They hold wherever the network is opened, the rhythms before those of the settings of a machine. The whole
    file is declared in :mod:`netui.storage.state.network_settings`.
    """
    path = network_settings_path(network)
    try:
        _, raw = read_settings(path)
    except FileNotFoundError:
        return _NONE, _NONE, ""
    except Unreadable as error:
        return _NONE, _NONE, f"{error}; it is left out"
    defaults = _spans(_table(raw, "rhythm"), "defaults", Span.parse)
    return defaults, _spans(raw, "circles", check_circle), _rhythm_problem(path, raw)


def network_settings_path(network: StrPath) -> str:
    """The path of the network's own settings."""
    return os.path.join(os.fspath(network), "netui.toml")


def read_settings(path: StrPath) -> tuple[str, dict[str, Any]]:
    """The text of the settings file, and what it holds; raises FileNotFoundError and Unreadable."""
    name = os.fspath(path)
    data = _read(name)
    import tomli

    try:
        text = data.decode("utf-8-sig")
        return text, tomli.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(name, line, 1, "it is not UTF-8; save it as UTF-8") from error
    except tomli.TOMLDecodeError as error:
        raise Unreadable(name, error.lineno, error.colno, error.msg) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(name, 0, 0, f"a value cannot be read ({error})") from error


def _read(path: str) -> bytes:
    try:
        # Not blocking: a named pipe would wait for a writer for ever.
        with open(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable(path, 0, 0, "it is not a regular file; move it elsewhere")
            data = file.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise cannot_read(path, error) from error
    if len(data) > _MAX_BYTES:
        raise Unreadable(path, 0, 0, f"larger than {_MAX_BYTES >> 20} MiB; make it smaller")
    return data


def _rhythm_problem(path: StrPath, raw: Mapping[str, Any]) -> str:
    """An error message about ``[rhythm]`` and ``[circles]``, which decide silently who is quiet; else ""."""
    rhythm = _table(raw, "rhythm")
    sensitivity = rhythm.get("sensitivity", _SENSITIVITIES[0])
    if sensitivity not in _SENSITIVITIES:
        known = ", ".join(_SENSITIVITIES)
        return f"{path}: rhythm.sensitivity: {sensitivity!r} is none of {known}; normal is used"
    spans: tuple[tuple[str, Mapping[str, Any], Callable[[str], object], str], ...] = (
        ("rhythm.defaults", _table(rhythm, "defaults"), Span.parse, "3w"),
        ("circles", _table(raw, "circles"), check_circle, "1w, or learn"),
    )
    for table, items, check, example in spans:
        for key, every in items.items():
            if not isinstance(every, str) or not _is_allowed(check, every):
                what = f"{every!r} is not a span of time (try {example}); it is left out"
                return f"{path}: {table}.{key}: {what}"
    return ""


def _language_problem(path: StrPath, raw: Mapping[str, Any]) -> str:
    """An error message about ``languages``, which decide silently what is a day; "" if it is valid."""
    languages = raw.get("languages", [])
    if not isinstance(languages, list) or not all(isinstance(item, str) for item in languages):
        return f'{path}: languages: must be a list of texts, as in ["en", "de"]'
    for item in languages:
        problem = _not_a_language(item)
        if problem:
            return f"{path}: languages: {problem}; it is left out"
    return ""


def _not_a_language(code: str) -> str:
    from netui.domain.languages.language import check_language

    try:
        check_language(code)
    except ValueError as error:
        return str(error)
    return ""


def _decode(raw: Mapping[str, Any]) -> Config:
    rhythm = raw.get("rhythm")
    rhythm = rhythm if isinstance(rhythm, dict) else {}
    sensitivity = rhythm.get("sensitivity")
    return Config(
        data=_text(raw, "data"),
        editor=_text(raw, "editor"),
        theme=_text(raw, "theme") or "netui-dark",
        keymap=keymap if (keymap := raw.get("keymap")) in KEYMAPS else "default",
        mouse=raw.get("mouse") is not False,
        ascii=ascii_only if isinstance(ascii_only := raw.get("ascii"), bool) else None,
        plain=raw.get("plain") is True,
        terminal="textual" if raw.get("terminal") == "textual" else "netui",
        languages=tuple(code for code in _list(raw, "languages") if not _not_a_language(code)),
        remember_died=raw.get("remember_died") is not False,
        date_order=raw["date_order"] if raw.get("date_order") in ("dmy", "mdy") else "",
        date_style=style if (style := raw.get("date_style")) in _DATE_STYLES else "day-month",
        week_start=day if (day := raw.get("week_start")) in _WEEK_STARTS else "monday",
        rhythm=RhythmConfig(
            sensitivity if sensitivity in _SENSITIVITIES else "normal",
            _spans(rhythm, "defaults", Span.parse),
        ),
        kinds={k: v for k, v in _table(raw, "kinds").items() if isinstance(v, bool)},
        synonyms=_texts(raw, "synonyms"),
        commands={name: text for name in _COMMAND_NAMES if (text := _texts(raw, "commands").get(name))},
        vdir=VdirConfig(_text(_table(raw, "vdir"), "path"), _text(_table(raw, "vdir"), "query")),
        mcp=McpConfig(_text(_table(raw, "mcp"), "query")),
        keys=_texts(raw, "keys"),
    )


def _is_allowed(check: Callable[[str], object], text: str) -> bool:
    try:
        check(text)
    except ValueError:
        return False
    return True


def _spans(raw: Mapping[str, Any], key: str, check: Callable[[str], object]) -> dict[str, str]:
    """The table of this key, without what is not allowed in it."""
    return {name: every for name, every in _texts(raw, key).items() if _is_allowed(check, every)}


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _table(raw: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def _list(raw: Mapping[str, Any], key: str) -> list[str]:
    value = raw.get(key)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _texts(raw: Mapping[str, Any], key: str) -> dict[str, str]:
    return {k: v for k, v in _table(raw, key).items() if isinstance(v, str)}
