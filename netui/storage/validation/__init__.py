"""Validation of contact files, goal files and settings, and their JSON Schemas; imports pydantic (60 ms)."""
