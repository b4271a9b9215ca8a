"""A tiny book that has one of each thing a printed page may hold."""

project = "Rivers and Their Valleys"
author = "A. Bourne"
copyright = "2024, A. Bourne"
language = "en"
extensions = ["myst_parser", "sphinx_design", "worksheets.sphinx_ext"]
myst_enable_extensions = ["colon_fence", "deflist"]
exclude_patterns = ["_build"]
html_theme = "basic"
numfig = True

bookpdf_subtitle = "A small textbook"
bookpdf_edition = "First edition"
bookpdf_licence = "Creative Commons Attribution-ShareAlike 4.0"
