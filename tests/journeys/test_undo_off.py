"""Where the undo journal cannot be written, saving goes on, and the app says that undo is off."""

from pathlib import Path

from tests.support.app import driving, timeline


async def test_an_entry_is_saved_and_undo_is_said_to_be_off(home: Path) -> None:
    async with driving(home, toasts=True) as me:
        journal = Path(me.app.workspace.places.state) / "journal"
        journal.parent.mkdir(parents=True, exist_ok=True)
        journal.write_text("a file where the folder of the journal would be")
        await me.press("n")
        await me.enter("call with @ada: nothing is lost")
        await me.hears("undo is off")
        await me.sees("saved, but undo is off")
        assert "takes it back" not in me.said
        assert timeline(home, "ada-lovelace")[-1]["text"] == "nothing is lost"
        await me.press("u")
        await me.hears("cannot save")
        journal.unlink()
        await me.press("n")
        await me.enter("call with @ada: it can be written again")
        await me.hears("takes it back")
