"""The rules of item writing as functions of a finished question and the book.

They stand below the item types and cannot see how a question was made. An item type names its rules in its record;
only the linter calls them.
"""
