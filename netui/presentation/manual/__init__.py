"""The manual: its topics, the same text in a shell and as pages of the app."""
