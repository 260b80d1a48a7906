"""Sample log lines, strategies that make others, and the fields two parses of one line are compared by."""

from hypothesis import strategies as st

from netui.domain.capture.parse import ParsedLine

EXAMPLE = (
    "coffee with @ada @grace yesterday: her lab is hiring #hiring ^cto-role got:lead "
    ">send the deck by fri <intro to Bob by 12 dec"
)


MEANING = (
    "kind", "on", "people", "text", "promises", "tags", "goals", "gave", "got", "learned", "started_by",
    "place",
)  # fmt: skip


def meaning(found: ParsedLine) -> dict[str, object]:
    return {field: getattr(found, field) for field in MEANING}


LINE_WORDS = r"""
    coffee lunch note call met with and , : - @ada @grace @sam @nobody Ada Lovelace ada grace bob will May
    mark yesterday tomorrow today fri on at by last next 14 mar 1/11 14:30 2026-11-09 #tag #1 ^cto-role ^x
    got:lead gave: got: learned: from:me from:x place:Rome > < >send <ask -> (new) Zed "quoted words" " “ ”
    called ran into had didn't will - * 1. [x] ? then plus texted fell through introduced me I off w/ada
    ada/bob off planned tbd out nothing busy back
    \ \#x \@ada @"Ada @ada's Ada's Rome in London :) ; to from about Dr. half
"""


LINE_PHRASES = (
    "and his wife",
    "at the gym",
    ">send the deck by fri",
    'place:"Blue Bottle"',
    "no answer",
    "cancelled",
)


LINES = st.lists(
    st.one_of(st.sampled_from([*LINE_WORDS.split(), *LINE_PHRASES]), st.text(max_size=8)), max_size=14
)


MARKS = r"""
    - * • 1. [x] [ ] [x ] ( ) (new) " “ ” ' \ @ @@ @" # #" ^ > < >> : :: ; , . ! ? … – — / & + got: gave:
    learned: from: place: by with and on at about no not call Ada: 😀
"""


MARK_LINES = st.lists(st.sampled_from(MARKS.split()), min_size=1, max_size=6)
"""Lines of marks alone, or nearly: nothing in them is a name or text."""
