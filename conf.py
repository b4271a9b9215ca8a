"""Settings of this book. Another teacher's would differ in the names and in the bibliography."""

project = "Stalin’s Purges"
copyright = "2026, the authors of Stalin’s Purges; text under CC BY-SA 4.0"
language = "en_GB"
numfig = True
numfig_format = {"figure": "Figure %s"}

extensions = ["myst_parser", "sphinx_design", "sphinxcontrib.bibtex", "worksheets.sphinx_ext"]
exclude_patterns = ["_build", "coverage", "checked"]

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
worksheets_native_language = "ru"
worksheets_box_titles = {"method": "How do historians know?"}

bibtex_bibfiles = ["book/bibliography.bib"]
bibtex_reference_style = "author_date"
bibtex_default_style = "author_date"

bookpdf_subtitle = "Opposition, terror and the historians, 1929-1941"
bookpdf_edition = "First edition, 2026"
bookpdf_index_words = "index-words.tsv"
bookpdf_licence = """\
The text may be used under Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0), \
https://creativecommons.org/licenses/by-sa/4.0/.

In plain words: you may copy, print, share and change the book, for a class, a school or for sale. Name the book and \
its authors (write: the authors of Stalin’s Purges), say whether you changed anything, link to the licence, and pass \
on what you make from it under the same licence. These words are only a summary; the licence itself decides. The \
program that makes the book has a licence of its own."""

html_theme = "textbook"
html_title = project
# The book is read without a network too: nothing is fetched from elsewhere.
html_js_files: list[str] = []
html_copy_source = False
html_show_sourcelink = False
