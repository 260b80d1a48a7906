"""Controllers: one per capability, each running some actions of the table over a narrow host."""
