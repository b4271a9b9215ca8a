"""Settings of a small book on the water cycle: what a teacher of any subject would write."""

project = "The Water Cycle"
extensions = ["myst_parser", "worksheets.sphinx_ext"]
html_theme = "basic"
