"""Stage 7, print: HTML to PDF. Knows neither facts nor sheets."""
