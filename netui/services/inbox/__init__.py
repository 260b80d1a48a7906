"""The inbox: lines, events, cards and mails dropped into the network's ``inbox`` folder, to be settled."""
