"""Pages without what nobody asks for."""

from build_tools.web.lighter import lighten


def test_classes_that_no_style_asks_for_are_left_out():
    """Which field of a fact a line holds, print alone asks; what a style on screen asks for stays."""
    written = '<dl class="fact-details simple"><div class="fact-field field-limit"><dt>But</dt></div></dl>'

    assert lighten(written) == '<dl class="fact-details"><div class="fact-field"><dt>But</dt></div></dl>'


def test_words_of_the_text_stay_as_they_are():
    """Only marks are made lighter."""
    words = "<p>In HTML class=fact-field and “fact-field field-limit” are words too.</p>"

    assert lighten(words) == words
