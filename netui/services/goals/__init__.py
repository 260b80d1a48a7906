"""Goals: progress counted from the timeline, the goals pane, edits."""
