"""Settings, and small state files outside the network folder: drafts, last screen, notifications shown."""
