"""Named tuples are what those of ``typing`` are."""

import copy
import pickle
import typing
from typing import Any, Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.named_tuple import NamedTuple

Value = TypeVar("Value")


class Point(NamedTuple):
    """A point with a name."""

    x: int
    y: int = 2
    name: "str | NoSuchType" = "here"  # noqa: F821 (never looked at)

    @property
    def total(self) -> int:
        return self.x + self.y

    def moved(self) -> "Point":
        return self._replace(x=self.x + 1)

    def __str__(self) -> str:
        return f"{super().__repr__()}!"


class Typed(typing.NamedTuple):
    x: int
    y: int = 2
    name: str = "here"


class Empty(NamedTuple):
    """Without a field."""


class Box(NamedTuple, Generic[Value]):
    held: Value


def outcome(made: Any) -> Any:
    """What comes of a call: a tuple, or that it is refused."""
    try:
        return tuple(made())
    except TypeError:
        return "refused"


VALUES = st.lists(st.integers(), max_size=4)
NAMED = st.dictionaries(st.sampled_from(["x", "y", "name", "colour"]), st.integers())


@given(VALUES, NAMED)
def test_values_are_taken_by_place_and_by_name_as_typing_takes_them(values, named):
    assert outcome(lambda: Point(*values, **named)) == outcome(lambda: Typed(*values, **named))


@given(NAMED)
def test_values_are_replaced_as_typing_replaces_them(named):
    def replaced(kind: Any) -> Any:
        try:
            return tuple(kind(1)._replace(**named))
        except (TypeError, ValueError):
            return "refused"

    assert replaced(Point) == replaced(Typed)


def test_the_class_says_of_itself_what_one_of_typing_says():
    ours, theirs = Point(1, name="there"), Typed(1, name="there")
    for name in ("_fields", "_field_defaults", "__match_args__", "__module__"):
        assert getattr(Point, name) == getattr(Typed, name)
    assert ours._asdict() == theirs._asdict()
    assert repr(ours) == repr(theirs).replace("Typed", "Point")
    assert Point.__doc__ == "A point with a name."
    assert type(Point) is type and isinstance(ours, tuple)


def test_fields_are_read_from_a_body_as_python_3_14_leaves_it():
    body = {
        "__module__": __name__,
        "__qualname__": "Lazy",
        "__annotate_func__": lambda _: {"x": int, "y": int},
        "y": 2,
    }
    made = type(NamedTuple)("Lazy", (NamedTuple,), body)
    assert made(1) == (1, 2) and made._fields == ("x", "y") and made(y=3, x=1).y == 3


def test_a_value_is_a_tuple():
    point = Point(1)
    x, y, name = point
    assert (x, y, name) == point == (1, 2, "here") and hash(point) == hash((1, 2, "here"))
    assert point.total == 3 and point.moved() == (2, 2, "here") and str(point).endswith("'here')!")
    match point:
        case Point(1, y=2):
            pass
        case _:
            pytest.fail("not matched by its fields")
    assert Point._make([3, 4, "b"]) == Point(3, 4, "b")
    with pytest.raises(AttributeError):
        point.x = 4
    with pytest.raises(AttributeError):
        point.colour = 4


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))])
def test_copies_are_of_the_same_class(again):
    assert type(again(Point(1))) is Point and again(Point(1)) == Point(1)


def test_subclasses_and_classes_of_a_generic_type_or_without_fields_are_like_others():
    class Named(Point):
        __slots__ = ()

        def shout(self) -> str:
            return self.name.upper()

    assert Named(1).shout() == "HERE" and Named._fields == Point._fields
    assert Box[int](1) == Box(held=1) and Empty() == () and repr(Empty()) == "Empty()"


@pytest.mark.parametrize(
    "made, said",
    [
        (lambda: Point(), "Point needs a value for 'x'"),
        (lambda: Point(1, 2, "a", 4), "Point takes 3 values, not 4"),
        (lambda: Point(1, x=2), "Point has no field, or a value already, for x"),
        (lambda: Point(1, colour=2), "Point has no field, or a value already, for colour"),
        (lambda: Point(1)._replace(colour=2), "Point has no field colour"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(made, said):
    with pytest.raises(TypeError, match=said):
        made()
