"""Maps of the places that an author lists: coasts, markers by kind, and names that stand clear of each other."""
