"""Each chapter of a printed book as a PDF of its own, with the page numbers of the book."""
