"""Monica's SQL export and dumps of its database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.monica.reader import is_monica, read

HEAD = """# ************************************************************
# Me Myself dump of data
# Export date: 2021-03-01
# How to use:
# * create a fresh database
# * run migrations (`php artisan migrate`)
# ************************************************************

SET FOREIGN_KEY_CHECKS=0;

"""
EXPORT = (
    HEAD
    + r"""INSERT IGNORE INTO `activities` (`id`,`activity_type_id`,`summary`,`description`,`happened_at`)
 VALUES
 (7,NULL,'Walk','Along the\nshore','2020-06-01 00:00:00');
INSERT IGNORE INTO `contacts` (`id`,`first_name`,`last_name`,`uuid`,`is_active`,`stay_in_touch_frequency`,
 `birthday_special_date_id`,`first_met_where`,`first_met_through_contact_id`) VALUES
 (1,'Ada','O\'Hara',NULL,1,30,5,'Leith; (the shore)',2),
 (2,'Bob',NULL,'u-2',1,NULL,NULL,NULL,NULL);
INSERT IGNORE INTO `activity_contact` (`activity_id`,`account_id`,`contact_id`) VALUES
 (7,1,1),
 (7,1,2);
INSERT IGNORE INTO `contact_field_types` (`id`,`account_id`,`name`,`protocol`,`type`) VALUES
 (1,1,'Email','mailto:','email'),(2,1,'Phone','tel:','phone');
INSERT IGNORE INTO `contact_fields` (`id`,`account_id`,`contact_id`,`contact_field_type_id`,`data`) VALUES
 (1,1,1,1,'ada@x.example'),
 (2,1,1,2,+15550100),
 (3,1,1,2,0612345678),
 (4,1,2,2,'+44 131 496 0000');
INSERT IGNORE INTO `contact_tag` (`contact_id`,`tag_id`,`account_id`) VALUES
 (1,3,1);
INSERT IGNORE INTO `notes` (`id`,`account_id`,`contact_id`,`body`,`created_at`) VALUES
 (1,1,1,'It''s; said:
INSERT IGNORE INTO `contacts` (`id`) VALUES (9);','2020-05-01 10:00:00');
INSERT IGNORE INTO `relationship_types` (`id`,`account_id`,`name`) VALUES
 (4,1,'uncle');
INSERT IGNORE INTO `relationships` (`id`,`relationship_type_id`,`contact_is`,`of_contact`) VALUES
 (1,4,1,2);
INSERT IGNORE INTO `special_dates` (`id`,`contact_id`,`is_age_based`,`is_year_unknown`,`date`) VALUES
 (5,1,0,1,'2020-03-04');
INSERT IGNORE INTO `tags` (`id`,`account_id`,`name`) VALUES
 (3,1,'sailing');
INSERT IGNORE INTO `tasks` (`id`,`contact_id`,`title`,`completed`,`completed_at`,`created_at`) VALUES
 (1,1,'Send map',1,'2020-02-02 00:00:00','2020-02-01 00:00:00');
SET FOREIGN_KEY_CHECKS=1;
"""
)


def test_the_tables_are_joined_and_phones_stay_as_they_are() -> None:
    assert is_monica("", EXPORT.encode())
    found = read(EXPORT.encode(), "monica.sql")
    ada, bob = found.people
    assert (ada.uid, ada.name, bob.uid, bob.name) == ("contact 1", "Ada O'Hara", "u-2", "Bob")
    assert ada.fields["phones"] == ["+15550100", "0612345678"] and bob.fields["phones"] == [
        "+44 131 496 0000"
    ]
    assert ada.fields["emails"] == ["ada@x.example"] and ada.fields["tags"] == ["sailing"]
    assert ada.fields["met"] == {"where": "Leith; (the shore)", "via": "Bob"}
    assert ada.fields["rhythm"] == {"every": "30d"}
    assert ada.fields["date"] == [{"what": "birthday", "on": "--03-04"}]
    assert ada.fields["related"] == [{"who": "Bob", "as": "uncle"}]
    assert [(p["text"], p["done"]) for p in ada.fields["promise"]] == [("Send map", date(2020, 2, 2))]
    assert not found.rejected


def test_text_that_looks_like_sql_stays_text() -> None:
    found = read(EXPORT.encode(), "monica.sql")
    note, walk = found.entries
    assert note.fields["text"] == "It's; said:\nINSERT IGNORE INTO `contacts` (`id`) VALUES (9);"
    assert walk.people == ("contact 1", "u-2") and walk.fields["text"] == "Walk\nAlong the\nshore"


def test_a_dump_names_its_columns_where_it_makes_the_table() -> None:
    dump = (
        "CREATE TABLE `activity_contact` (\n  `activity_id` int\n);\n"
        "CREATE TABLE `contacts` (\n  `id` int unsigned NOT NULL,\n  `first_name` varchar(255),\n"
        "  `uuid` char(36),\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB;\n"
        "/*!40000 ALTER TABLE `contacts` DISABLE KEYS */;\n"
        "INSERT INTO `contacts` VALUES (1,'Ada','u1'),(2,'Zoë','u2');\n"
    )
    assert is_monica("", dump.encode())
    assert [(p.uid, p.name) for p in read(dump.encode(), "a.sql").people] == [("u1", "Ada"), ("u2", "Zoë")]


def test_a_cell_and_a_table_beyond_measure_are_left_out() -> None:
    rows = f"(1,'{'x' * (2 << 20)}','u1'),(2,'Bob','u2')"
    found = read(
        f"{HEAD}INSERT INTO `contacts` (`id`,`first_name`,`uuid`) VALUES {rows};\n".encode(), "a.sql"
    )
    assert [person.name for person in found.people] == ["Bob"] and len(found.rejected) == 1
    many = ",".join(f"({number},'A')" for number in range(200_002))
    found = read(f"{HEAD}INSERT INTO `contacts` (`id`,`first_name`) VALUES {many};\n".encode(), "a.sql")
    assert "rows" in found.rejected[0].why


@pytest.mark.parametrize("end", range(len(HEAD), len(EXPORT), 97))
def test_a_file_that_is_cut_off_gives_what_is_whole(end: int) -> None:
    found = read(EXPORT[:end].encode(), "monica.sql")
    assert {person.name for person in found.people} <= {"Ada O'Hara", "Bob", "Ada O", "Ada"}


@given(st.text(alphabet="'`\"\\;(),#-/* \nINSERTOVALUEcontacs123", max_size=300))
def test_no_file_raises(text: str) -> None:
    read((HEAD + "INSERT INTO `contacts` (`id`,`first_name`) VALUES (1,'" + text).encode(), "a.sql")
    read((HEAD + text).encode(), "a.sql")
