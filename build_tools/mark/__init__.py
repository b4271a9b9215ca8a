"""Stage 1, mark: from the text that an author wrote to a fact, or to all that is wrong with it.

Pure: the standard library and ``worksheets`` only, so that a mark can be read and tested without Sphinx.
"""
