"""LinkedIn exports: profile addresses, messages, invitations, and the tables that hold nobody."""
