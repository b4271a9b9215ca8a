"""Things to cut out, made from the same facts: flash cards, and bingo with its caller's list."""
