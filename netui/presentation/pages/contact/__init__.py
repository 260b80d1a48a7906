"""The contact page: a person's head, facts, links to others, the gaps between contacts and the timeline."""
