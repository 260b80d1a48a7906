"""The command palette: ranks what a few letters may mean, and draws it."""
