"""Lines that tell of others than the one under the cursor, by words and without a name known here."""

import pytest

from netui.domain.capture.names.other_parties import names_somebody_else


@pytest.mark.parametrize(
    "line",
    [
        "rang my mother", "called the bank", "lunch with my sister", "drinks with book club", "call with HR",
        "zoom w the Lisbon office", "emailed the school", "spoke to one of the nurses", "rang her sister",
        "bumped into somebody from school", "my boss took me out for lunch", "bloke from the gym rang me",
        "got a card from Tante Odile", "Facetime from auntie, forty minutes", "stayed the night at Roberta's",
        "Mr and Mrs Holm had us to dinner", "Zuzana's in town, met up for sushi", "Dinner: Fiona",
        "it was Wendy I had lunch with", "june and i went swimming", "her mother rang",
    ],
)  # fmt: skip
def test_others(line):
    assert names_somebody_else(line)


@pytest.mark.parametrize(
    "line",
    [
        "coffee this morning", "rang her at lunchtime", "drinks with them", "popped round with a casserole",
        "called last night", "rang the other day", "tea, then a walk", "emailed the revised figures",
        "quick pint, he's fed up with the commute", "coffee; her sister Liv is pregnant",
        "met at the pub", "talked about the move", "call, worried about his sister Lotte",
        "she rang about the flat", "",
    ],
)  # fmt: skip
def test_nobody_else(line):
    assert not names_somebody_else(line)


def test_a_note_is_asked_about_where_somebody_was_with_others():
    assert names_somebody_else("spent the morning with her carer", note=True)
    assert not names_somebody_else("lives with their brother", note=True)
