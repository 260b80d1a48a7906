"""Times of day in words and digits; loaded only where a word may begin one."""
