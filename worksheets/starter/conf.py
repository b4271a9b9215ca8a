"""Settings of this book. Change the three names; the rest can stay."""

project = "Exploring the Solar System"
author = "Your Name"
copyright = "2026, Your Name"

extensions = ["myst_parser", "sphinx_design", "worksheets.sphinx_ext"]
myst_enable_extensions = ["colon_fence", "attrs_inline"]
html_theme = "textbook"
html_title = project
exclude_patterns = ["_build"]
