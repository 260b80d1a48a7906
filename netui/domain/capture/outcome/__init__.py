"""What became of a plan: it fell through, is still to come, or nobody answered."""
