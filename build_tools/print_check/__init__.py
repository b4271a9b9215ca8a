"""Rules of good printing, held to a layout and its PDF: ``python -m build_tools.print_check _build/pdf``."""
