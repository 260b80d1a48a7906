"""Pages over the main screen: review, brief, goal, insights, search, help and others."""
