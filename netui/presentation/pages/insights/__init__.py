"""Insights as lines: statistics with their heat map, results of the network, and who knows a topic."""
