"""Check and repair: what is wrong in the files of a network, and repairs where there is no doubt."""
