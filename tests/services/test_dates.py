"""Dates typed into fields: what the same words mean by what the field holds."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from netui.domain.model.dates import PartialDate
from netui.services.dates import DateField, UnclearDateField, parse_date_field
from netui.services.errors import Refused
from netui.services.workspace import Workspace
from tests.support.workspaces import open_workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = open_workspace(tmp_path)
    yield found
    found.close()


@pytest.mark.parametrize(
    ("field", "text", "meant"),
    [
        (DateField.PAST, "fri", date(2026, 11, 20)),
        (DateField.PAST, "yesterday at 14:30", datetime(2026, 11, 20, 14, 30)),
        (DateField.PAST, "in 3 days", date(2026, 11, 24)),
        (DateField.PLANNED, "fri", date(2026, 11, 27)),
        (DateField.PLANNED, "fri 14:30", datetime(2026, 11, 27, 14, 30)),
        (DateField.PLANNED, "tomorrow at 9am", datetime(2026, 11, 22, 9)),
        (DateField.PLANNED, "yesterday", date(2026, 11, 20)),
        (DateField.DUE, "fri", date(2026, 11, 27)),
        (DateField.DUE, " by 12 dec ", date(2026, 12, 12)),
        (DateField.DUE, "2w", date(2026, 12, 5)),
        (DateField.DUE, "2026-11-02", date(2026, 11, 2)),
        (DateField.DUE, " ", None),
    ],
)
def test_days(workspace: Workspace, field: DateField, text: str, meant: date | None) -> None:
    found = parse_date_field(workspace, field, text)
    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2024-05-02", "2024-05-02"), ("2024-05", "2024-05"), ("2024", "2024"), ("may 2024", "2024-05"),
        ("2024 May", "2024-05"), ("May, 2024", "2024-05"), ("5/2024", "2024-05"), ("05.2024", "2024-05"),
        ("may", "2026-05"), ("dec", "2025-12"), ("2 may 2024", "2024-05-02"), ("yesterday", "2026-11-20"),
        ("3 may", "2026-05-03"), ("--05-03", "--05-03"),
    ],
)  # fmt: skip
def test_what_happened_may_be_known_in_part(workspace: Workspace, text: str, meant: str) -> None:
    assert str(parse_date_field(workspace, DateField.PARTIAL, text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 may", "--05-03"), ("May 3rd", "--05-03"), ("3. May", "--05-03"), ("3.5.", "--05-03"),
        ("29 feb", "--02-29"), ("20 dec", "--12-20"), ("22 nov", "--11-22"), ("yesterday", "--11-20"),
        ("tomorrow", "--11-22"), ("3 may 1990", "1990-05-03"), ("May 3, 1990", "1990-05-03"),
        ("3.5.1990", "1990-05-03"), ("3.5.90", "1990-05-03"), ("1990-05-03", "1990-05-03"),
        ("29 feb 1992", "1992-02-29"), ("may 1990", "1990-05"), ("10 dec 1815", "1815-12-10"),
        ("Dec 10, 1815", "1815-12-10"), ("dec 1815", "1815-12"), ("1815-12-10", "1815-12-10"),
        ("2024-05", "2024-05"),
        ("--05-03", "--05-03"), ("05-03", "--05-03"),
    ],
)  # fmt: skip
def test_a_birthday_has_a_year_only_where_one_is_written(workspace: Workspace, text: str, meant: str) -> None:
    assert parse_date_field(workspace, DateField.YEARLY, text) == PartialDate.parse(meant)


@pytest.mark.parametrize(
    ("field", "text", "readings"),
    [
        (DateField.YEARLY, "3/5", ("5 Mar", "3 May")),
        (DateField.PAST, "3/5", ("2026-03-05", "2026-05-03")),
        (DateField.PARTIAL, "yesteday", ("yesterday",)),
        (DateField.DUE, "frday", ("friday",)),
    ],
)
def test_what_an_unclear_text_can_be(
    workspace: Workspace, field: DateField, text: str, readings: tuple[str, ...]
) -> None:
    with pytest.raises(UnclearDateField) as raised:
        parse_date_field(workspace, field, text)
    assert raised.value.readings == readings
    for reading in readings:
        assert parse_date_field(workspace, field, reading) is not None


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        (DateField.YEARLY, "1990", "has no day"),
        (DateField.YEARLY, "may", "has no day"),
        (DateField.YEARLY, "3/5", "3 May or 5 Mar"),
        (DateField.YEARLY, "30 feb", "no such day"),
        (DateField.YEARLY, "29 feb 1815", "had no 29 February"),
        (DateField.PARTIAL, "3/5", "3 May or 5 Mar"),
        (DateField.PARTIAL, "soon", "no date I can read.*2024-05 or 2024"),
        (DateField.DUE, "yesterday", "lies behind"),
        (DateField.PLANNED, "fri 25:00", "no date I can read"),
        (DateField.PAST, "some day", "more than one day"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    workspace: Workspace, field: DateField, text: str, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        parse_date_field(workspace, field, text)
