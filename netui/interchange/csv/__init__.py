"""CSV of address books: Google, Outlook, Thunderbird, LinkedIn, and any other with a header row."""
