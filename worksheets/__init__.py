"""Mark the facts in a textbook once; print worksheets and answer keys from them."""

__version__ = "0.1.0"
