"""Widgets that screens are composed of: lists with a cursor, inputs, the prompt."""
