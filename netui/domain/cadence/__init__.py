"""How often two people are in touch: rhythm model, status (warm, due, quiet) and its explanation."""
