"""What stands under a line that is typed: candidates, and what was last said to the people named."""
