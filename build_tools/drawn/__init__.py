"""Charts, diagrams and strips of time, drawn from the facts of a book: pure functions from facts to pictures."""
