"""Contact files whose timelines are as netui writes them, or odd, broken and half another thing."""

from hypothesis import strategies as st

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
    "got = [{}]\n", "learned = {}\n", "private = true\n", "planned = false\n",
)  # fmt: skip


@st.composite
def plain(draw: st.DrawFn) -> str:
    """An entry as netui writes it, with any of its lines."""
    lines = [line for line in PLAIN_LINES if line.startswith("on") or draw(st.booleans())]
    return "".join(line.format(*(odd_toml.basic(draw(odd_toml.PLAIN)) for _ in "12")) for line in lines)


BETWEEN = st.sampled_from([
    "", "", "", '\n[[promise]]\nid = "p"\ntext = "Send it"\n', '\n[met]\nwhere = "x"\n', "\n[odd]\nx = [\n",
    '\n[[date]]\nwhat = "birthday"\non = "--11-22"\n\n[[promise]]\ntext = "Send it"\n',
    '\n[odd]\nx = """\n', '\n[odd]\nx = """\n\n[[timeline]]\non = 2026-01-01\n', '\n"""\n', "\n]\n",
    "\n[[timeline.step]]\nx = 1\n", "\n[timeline]\nx = 1\n", "\n[[odd]]\n", "\n# [[timeline]]\n[odd]\n",
])  # fmt: skip
"""What may stand between two entries: other tables, and beginnings and ends of something else."""
ENTRIES = st.builds(
    str.__add__, st.one_of(plain(), plain(), st.lists(LINES, max_size=6).map("".join)), BETWEEN
)
FILES = st.builds(
    lambda head, entries, gap: head + "".join(gap + HEADER + entry for entry in entries),
    HEADS,
    st.lists(ENTRIES, max_size=4),
    st.sampled_from(["\n", "\n", "\n\n", ""]),
)
