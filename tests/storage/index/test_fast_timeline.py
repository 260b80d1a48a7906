"""The fast extraction against its slow twin, the parser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.model.kinds import BUILT_IN
from netui.storage.errors import Unreadable
from netui.storage.index import fast_timeline as module
from netui.storage.index.contact_reader import parse_contact
from netui.storage.index.extract import ExtractedContact, Malformed, extract_contact
from netui.storage.index.fast_timeline import fast_entries
from netui.storage.toml.parse import load
from tests.support import odd_toml

HEADER = "[[timeline]]\n"
HEADS = st.sampled_from([
    'name = "Ada"\ntags = ["a"]\n', 'name = "Ada"\n\n[[promise]]\ntext = "Send it"\n', "", "name = 3\n",
    'name = "Ada"\nnotes = """\n[[timeline]]\nid = "x"\n"""\n', 'name = "Ada"\nnotes = """\n',
    'name = "Ada"\ntimeline = []\n', 'name = "Ada"\n[timeline]\nid = "x"\n', "name = 'Ada'\n# ends in \n",
    'name = "Ada"\nlist = [\n', '\ufeffname = "Ada"\n',
    'name = "Ada"\n[[timeline]]\nid = "first"\non = 2026-01-01\n',
])  # fmt: skip
LINES = st.sampled_from([
    'id = "a"\n', 'id = ""\n', "on = 2026-02-28\n", "on = 2026-02-30\n", "on = 2026-11-09T10:00:00Z\n",
    'on = "2026"\n', 'kind = "call"\n', 'kind = ""\n', 'kind = "note"\n', "kind = 3\n", 'with = ["b"]\n',
    'with = ["b", "c"]\n', 'with = [""]\n', "with = []\n", 'with = ["b",]\n', 'place = "here"\n',
    'started_by = "me"\n', 'started_by = "them"\n', 'started_by = "you"\n', 'text = "Said so."\n',
    'text = "caf\\u00e9"\n', 'text = "naïve 🎉"\n', "text = 'x'\n", 'text = """\n[[timeline]]\n"""\n',
    'text = "a" # no more\n', '# [[timeline]]\n', 'text = "[[timeline]]"\n', 'tags = ["x", "y"]\n',
    'tags = "x"\n', 'text = "C++ and c#"\n',
    'goals = ["g"]\n', 'gave = ["intro"]\n', 'got = ["lead", "advice"]\n', 'learned = "much"\n',
    "private = true\n", "\n", "[[promise]]\n", "  [met]\n", "a.b.c = 1\n", 'text = "\t"\n', "id = \"a\"\r\n",
    'text = "\x7f"\n', "odd\n",
])  # fmt: skip
PLAIN_LINES = (
    "id = {}\n", "on = 2026-02-28\n", "kind = {}\n", "with = [{}, {}]\n", "place = {}\n",
    'started_by = "me"\n', "text = {}\n", "tags = [{}]\n", "goals = [{}]\n", "gave = [{}, {}]\n",
    "got = [{}]\n",
)  # fmt: skip


@st.composite
def plain(draw: st.DrawFn) -> str:
    """An entry as netui writes it, with any of its lines."""
    lines = [line for line in PLAIN_LINES if line.startswith("on") or draw(st.booleans())]
    return "".join(line.format(*(odd_toml.basic(draw(odd_toml.PLAIN)) for _ in "12")) for line in lines)


ENTRIES = st.one_of(plain(), plain(), st.lists(LINES, max_size=6).map("".join))
FILES = st.builds(
    lambda head, entries, gap: head + "".join(gap + HEADER + entry for entry in entries),
    HEADS,
    st.lists(ENTRIES, max_size=4),
    st.sampled_from(["\n", "\n", "\n\n", ""]),
)


def parsed(text: str) -> ExtractedContact | str:
    """What the parser makes of it; why it can make nothing of it."""
    try:
        return extract_contact("ada", load(text.encode(), "contacts/ada.toml"), BUILT_IN)
    except Unreadable as error:
        return str(error)
    except Malformed as error:
        return error.why


@pytest.mark.slow
@settings(max_examples=1500, deadline=None)
@given(FILES)
def test_the_rows_are_those_that_parsing_gives(text: str) -> None:
    found = parse_contact("ada", 1, text.encode(), BUILT_IN, fast=True)
    wanted = parsed(text)
    if isinstance(wanted, str):
        assert found.extracted is None and wanted in found.error
    else:
        assert found.extracted == wanted


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(plain(), min_size=1, max_size=4))
def test_what_netui_writes_is_read_without_the_parser(entries: list[str]) -> None:
    text = 'name = "Ada"\n' + "".join(f"\n{HEADER}{entry}" for entry in entries)
    unescaped = [entry for entry in entries if "\\" not in entry]
    with pytest.MonkeyPatch.context() as patch:
        asked: list[str] = []
        patch.setattr(module, "parse", lambda entry: asked.append(entry) or load(entry.encode()))
        assert fast_entries("ada", text, BUILT_IN) is not None
    assert len(asked) == len(entries) - len(unescaped)


def test_a_day_that_no_calendar_has_is_told_as_the_parser_tells_it() -> None:
    text = 'name = "Ada"\n\n[[timeline]]\nid = "a"\non = 2026-02-30\n'
    found = parse_contact("ada", 1, text.encode(), BUILT_IN, fast=True)
    assert found.extracted is None and "line 5" in found.error
