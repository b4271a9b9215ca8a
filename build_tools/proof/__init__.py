"""Proofs: one chapter typeset by itself, in seconds, as it would stand in the book."""
