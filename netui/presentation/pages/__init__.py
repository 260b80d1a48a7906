"""Pages and panes as lines of text: one module for each, with the charts and links they draw."""
