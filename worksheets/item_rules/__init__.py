"""The rules of item writing as functions of a finished question and the book; they know nothing of how it was made."""
