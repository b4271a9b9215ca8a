"""The book as EPUB 3: pages of XHTML, what is known of the book, and the archive that holds them."""
