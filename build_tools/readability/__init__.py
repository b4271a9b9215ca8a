"""How hard a book is to read, chapter by chapter: a report for authors, who decide what to do about it."""
