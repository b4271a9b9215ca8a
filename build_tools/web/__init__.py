"""The web book: its theme, pop-ups, page numbers of the printed book and type."""
