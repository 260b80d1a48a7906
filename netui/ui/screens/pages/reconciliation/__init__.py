"""Pages that reconcile what differs: imports, duplicates, merges, conflicts, new people to be placed."""
