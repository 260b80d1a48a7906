"""The table of given names."""

from netui.domain.dedupe import given_names
from netui.domain.dedupe.given_names import forms_of, name_groups
from netui.domain.model.contact_row import name_key


def test_a_short_form_may_be_of_several_names_which_are_not_one() -> None:
    assert name_groups("sam") & name_groups("samuel") and name_groups("sam") & name_groups("samantha")
    assert not name_groups("samuel") & name_groups("samantha")
    assert not name_groups("jens") & name_groups("jean")
    assert name_groups("nobody") == frozenset()


def test_the_forms_of_a_name_hold_all_that_it_may_be_short_for() -> None:
    assert {"kate", "katherine", "katie", "kathy"} <= forms_of("kate")
    assert forms_of("nobody") == {"nobody"}


def test_names_are_written_as_they_are_compared_and_stand_once_in_a_group() -> None:
    for group in given_names._TABLE.split(";"):
        names = group.split()
        assert len(names) > 1 and names == [name_key(name) for name in names], group
        assert len(set(names)) == len(names), group
