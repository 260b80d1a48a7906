"""Services: what can be done with a network, for the screen and the command line alike."""
