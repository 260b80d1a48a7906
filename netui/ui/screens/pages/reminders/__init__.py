"""Pages that go through what is due: the weekly review, and catching up after a logging break."""
