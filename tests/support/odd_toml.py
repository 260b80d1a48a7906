"""Documents as people write them by hand: valid TOML 1.0, ugly on purpose."""

import datetime as dt

from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["note", "naïve", "[[timeline]]", "# not a comment", "a = 1", "]]", '"', "'", "\\", "日本", "🎉", "é",
     "x" * 90, "}", ",", "\t", '"""', "'''", "netui-0-", ""]
)  # fmt: skip
LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
PLAIN = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), max_size=12)
TEXTS = st.one_of(
    WORDS, st.text(LETTERS, max_size=12), st.builds("{}\n{}".format, WORDS, st.text(LETTERS, max_size=9))
)
ONE_LINERS = st.one_of(WORDS.filter(lambda word: "\n" not in word), PLAIN)


def basic(text: str) -> str:
    return '"' + "".join(c if c >= " " and c not in '"\\\x7f' else f"\\u{ord(c):04X}" for c in text) + '"'


def literal(text: str) -> str:
    return "'" + "".join(c for c in text if c != "'" and c >= " " and c != "\x7f") + "'"


def long_basic(text: str) -> str:
    kept = "".join(c for c in text if (c >= " " or c in "\t\n") and c != "\x7f")
    return '"""\n' + kept.replace("\\", "\\\\").replace('"', '\\"') + ' \\\n    folded"""'


def long_literal(text: str) -> str:
    kept = "".join(c for c in text if (c >= " " or c in "\t\n") and c not in "'\x7f")
    return "'''" + kept + "'''"


DATES = [
    "2024-02-29T10:00:00Z",
    "2024-02-29 10:00:00",
    "2024-02-29t10:00:00.123456-07:30",
    "2024-02-29",
    "23:59:59.5",
]
NUMBERS = [
    "0",
    "-0",
    "+17",
    "1_000",
    "0xDEAD_beef",
    "0o755",
    "0b1",
    "3.14",
    "-0.0",
    "6.626e-34",
    "inf",
    "-inf",
    "nan",
    "true",
]
SHORT = st.one_of(TEXTS.map(basic), TEXTS.map(literal), st.sampled_from(DATES), st.sampled_from(NUMBERS))
SCALARS = st.one_of(SHORT, TEXTS.map(long_basic), TEXTS.map(long_literal))
COMMENTS = PLAIN.map(lambda text: "#" + text)


@st.composite
def inline_tables(draw: st.DrawFn) -> str:
    pad = draw(st.sampled_from(["", " "]))
    pairs = [
        f"k{i}{draw(st.sampled_from(['', '.x']))}{pad}={pad}{draw(SHORT)}"
        for i in range(draw(st.integers(0, 2)))
    ]
    return "{" + pad + ", ".join(pairs) + pad + "}"


@st.composite
def arrays(draw: st.DrawFn) -> str:
    items = draw(st.lists(st.one_of(SCALARS, inline_tables(), st.just("[1, 2]")), max_size=3))
    if draw(st.booleans()):
        return "[" + ", ".join(items) + "]"
    rows = [f"   {item}, {draw(COMMENTS)}\n" if draw(st.booleans()) else f" {item},\n" for item in items]
    return "[\n" + "".join(rows) + draw(st.sampled_from(["", "# last\n"])) + "]"


VALUES = st.one_of(SCALARS, SCALARS, arrays(), inline_tables())


@st.composite
def pairs(draw: st.DrawFn, prefix: str, most: int = 3) -> list[str]:
    lines = []
    for number in range(draw(st.integers(0, most))):
        name = f"{prefix}{number}"
        key = draw(
            st.sampled_from([name, name, f'"{name}"', f"'{name} é.#='", f"{name}.sub", f'{name} . "x y"'])
        )
        before, equals = (
            draw(st.sampled_from(["", "", "  ", "\t"])),
            draw(st.sampled_from([" = ", "=", "   =  "])),
        )
        behind = draw(st.sampled_from(["", "", "  ", " #why", "# [x]"]))
        lines.append(f"{before}{key}{equals}{draw(VALUES)}{behind}")
        lines += draw(st.lists(st.one_of(COMMENTS, st.sampled_from(["", "  "])), max_size=1))
    return lines


@st.composite
def entries(draw: st.DrawFn, number: int) -> list[str]:
    headers = ["[[timeline]]", "[[ timeline ]]", "  [[timeline]]", '[["timeline"]]', "[[timeline]] # c"]
    lines = [draw(st.sampled_from(headers)), f'id = "e{number}"']
    lines += [
        f"on = {draw(st.sampled_from(DATES[:4]))}",
        f"text = {draw(SCALARS)}{draw(st.sampled_from(['', ' # why']))}",
    ]
    lines += draw(pairs("e", 2))
    if draw(st.integers(0, 4)) == 0:
        lines += ["[timeline.meta]", *draw(pairs("m", 2))]
    return lines


@st.composite
def documents(draw: st.DrawFn) -> str:
    lines = draw(st.lists(st.one_of(COMMENTS, st.just("")), max_size=2))
    lines += [f"name = {draw(SCALARS)}", 'org = "Z"   # short', f"tags = {draw(arrays())}", *draw(pairs("r"))]
    blocks = [draw(entries(number)) for number in range(draw(st.integers(0, 3)))]
    for number in range(draw(st.integers(0, 2))):
        headers = [f"[t{number}]", f"[ t{number} . deep ]", f'[t{number}."q.k"]', f"[t{number}]  # hdr"]
        blocks.append([draw(st.sampled_from(headers)), *draw(pairs("v", 2))])
    if draw(st.booleans()):
        blocks.append(["[met]", 'on = "2024-05" # spring', *draw(pairs("w", 1))])
    for block in draw(st.permutations(blocks)):
        lines += draw(st.lists(st.one_of(COMMENTS, st.just("")), max_size=2)) + block
    lines += draw(st.lists(st.one_of(COMMENTS, st.sampled_from(["", "   "])), max_size=2))
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n"]))
    if draw(st.integers(0, 3)) == 0:
        text = text.replace("\n", "\r\n")
    return "\ufeff" + text if draw(st.integers(0, 5)) == 0 else text


ITEMS = st.fixed_dictionaries(
    {
        "id": st.just("new"),
        "on": st.sampled_from(
            [dt.date(2026, 1, 2), dt.datetime(2026, 1, 2, 3, 4), dt.datetime(2026, 1, 2, tzinfo=dt.UTC)]
        ),
        "text": TEXTS,
    },
    optional={
        "with": st.lists(TEXTS, max_size=3),
        "private": st.booleans(),
        "weight": st.one_of(st.integers(-(2**63), 2**63 - 1), st.floats()),
        "meta": st.dictionaries(ONE_LINERS, TEXTS, max_size=2),
        "at": st.times(),
    },
)
NEW_VALUES = st.one_of(
    TEXTS, st.booleans(), st.integers(-9, 9), st.floats(), st.dates(), st.datetimes(),
    st.lists(st.one_of(TEXTS, st.dictionaries(st.sampled_from(["value", "label"]), TEXTS)), max_size=12),
)  # fmt: skip
