"""Kinds of entries: synonyms, and which count as contact."""

from netui.domain.model.kinds import BUILT_IN, REMINDER_KINDS, Kinds


def test_synonyms_name_a_kind_in_any_case() -> None:
    assert BUILT_IN.named("Zoom") == "video"
    assert BUILT_IN.named("COFFEE") == "coffee"
    assert BUILT_IN.named("karaoke") is None
    assert {*BUILT_IN.synonyms.values()} <= {*BUILT_IN.contact}


def test_notes_and_reminders_are_no_contact_but_unknown_kinds_are() -> None:
    assert not any(map(BUILT_IN.counts, ("note", *REMINDER_KINDS)))
    assert BUILT_IN.counts("coffee") and BUILT_IN.counts("karaoke")
    assert not Kinds({"karaoke": False}, {}).counts("karaoke")
