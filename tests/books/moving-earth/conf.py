"""Settings of a small book on rocks and the moving Earth, with a bibliography."""

project = "The Moving Earth"
extensions = ["myst_parser", "sphinxcontrib.bibtex", "worksheets.sphinx_ext"]
html_theme = "basic"
language = "en_GB"

bibtex_bibfiles = ["bibliography.bib"]
bibtex_reference_style = "author_year"
