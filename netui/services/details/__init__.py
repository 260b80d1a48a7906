"""Details of a contact: what its file holds beside the timeline, listed, added, changed and removed."""
