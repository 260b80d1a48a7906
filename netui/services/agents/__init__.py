"""What agents may see of a network, and what they propose: for the MCP server."""
