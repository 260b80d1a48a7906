"""The manual: its topics, in a shell and as pages of the app; help for where one is, and the tour."""
