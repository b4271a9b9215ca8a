"""Stages 1 and 2, mark and collect, and the printed book: all that knows Sphinx."""
