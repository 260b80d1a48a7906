"""The manual on how things stand: rhythm and quiet, states, circles, the sources of the advice."""

from netui.presentation.glyphs import STATE_ROLES
from netui.presentation.manual.builder import ManualBuilder
from netui.presentation.research_notes import RESEARCH_NOTES

_STATES = {
    "warm": "in touch, within your usual rhythm",
    "due": "nearing the end of it",
    "quiet": "silent for longer than is usual between you",
    "dormant": "long silent; worth reviving some day",
    "met": "met once or twice so far",
    "new": "nothing logged yet",
    "snoozed": "left alone until a day you chose",
    "muted": "seen anyway, or not to be told of",
    "died": "nothing is due any more; found by is:died",
    "broken": "its file cannot be read; E opens it at the line",
}
_SETTINGS = (
    ("{rhythm} 3w", "a rhythm of your own: days, weeks, months or years (netui rhythm ada 3w)"),
    (
        "{rhythm} ambient",
        "someone you see anyway: never due; off is never flagged; learn goes by the log again",
    ),
    ("{snooze} 2 weeks", "left alone until a day (netui snooze ada 2w)"),
    ("{tried}", "you tried, without an answer"),
    ("{reviewed}", "you thought of them, without contact"),
    ("{let_go}", "let go: never flagged again"),
    ("{placement}", "sorts new people, one key each"),
    ("{catch_up}", "after a pause: whom you probably met"),
)
_CIRCLES = (
    ("meeting #choir with @ada @grace", "a meeting of the circle: an entry with its tag"),
    ("netui circle choir 1w", "makes everyone with #choir a circle that meets weekly; learn: by its log"),
    ("netui circles, netui circle choir", "how long since; who came when, and who has not come for long"),
    ('[circles] choir = "1w"', "the same by hand, in netui.toml of the network"),
)
CIRCLE_PURPOSE = (
    "People with one tag who meet: who came when, how long since, and who has not come for long."
    " Where half of them turn quiet within 30 days, one line speaks of the circle instead of theirs."
)


def write_quiet(page: ManualBuilder) -> None:
    """When somebody is quiet, why, and what one sets about it."""
    page.section("Gone quiet")
    page.prose(
        "The rhythm of each pair is learned from the log: the gaps between you, the recent ones above"
        " all. Any contact ends a silence; notes, attempts and plans do not. A silence is due when no more"
        " than a quarter of your silences last so long, quiet when it is moreover likely that nothing"
        " follows by itself, or is long even among yours. The page of each person says which, with its"
        " figures. Nothing of it is stored: it is counted from the log each time.",
        blank=False,
    )
    page.prose(
        "Whoever you met once or twice is never flagged. After two weeks in which you logged nothing,"
        " nobody turns quiet until you have caught up, as the log is missing rather than the friends. A"
        " set rhythm is respected: [rhythm.defaults] sets one by tag or role, in netui.toml of the"
        " network."
    )
    page.section("What one sets")
    keys = {name: key.split(",")[0] for name, key in page.keys.items()}
    page.terms([(sign.format_map(keys), meaning) for sign, meaning in _SETTINGS])


def write_states(page: ManualBuilder) -> None:
    """The signs of the list, and what they mean."""
    glyphs = page.context.glyphs
    page.section("How things stand")
    for state, meaning in _STATES.items():
        page.terms([(f"{glyphs.states[state]} {state}", meaning)], 12, STATE_ROLES[state], blank=False)
    clashed = "a field was edited on two sides; both texts are kept"
    page.terms([(f"{glyphs.conflict} conflict", clashed)], 12, "attention", blank=False)


def write_circles(page: ManualBuilder) -> None:
    """What a circle is, and how one is set and logged."""
    page.section("Circles")
    page.prose(CIRCLE_PURPOSE, blank=False)
    page.examples(_CIRCLES)


def write_advice(page: ManualBuilder) -> None:
    """The findings behind the advice, with their sources."""
    page.section("What the advice rests on")
    for _, finding in RESEARCH_NOTES.values():
        page.prose(finding)
