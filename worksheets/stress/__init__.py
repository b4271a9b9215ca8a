"""The stress test (rule S6): every question of a book and many sheets, judged by rules that did not make them."""
