"""netui: a relationship manager for the terminal, over plain TOML files you own."""

__version__ = "0.1.0"
