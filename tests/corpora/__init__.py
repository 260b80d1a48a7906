"""Imports every file of a folder of other programs' exports, and counts what was read and came out again."""
