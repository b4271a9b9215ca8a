"""The same sheet with more help, or with less: same questions, numbers, order and marks."""

from .adapt import adapt

__all__ = ["adapt"]
