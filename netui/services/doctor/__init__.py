"""Doctor: what is wrong with the set-up on this machine, and how to mend each."""
