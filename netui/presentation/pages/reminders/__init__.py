"""What is due, as lines: sections of the goals pane, the weekly review, catching up after a logging break."""
