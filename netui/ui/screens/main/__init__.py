"""The main screen: three panes, layout, and its controllers."""
