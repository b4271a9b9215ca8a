"""Cards and tables of a book on paper: what their parts become on a page."""

from __future__ import annotations

from build_tools.book.cards import set_cards
from build_tools.book.flow import run_fields_on, run_sources_on
from build_tools.book.markup import classes, parse, text_of, with_class
from build_tools.book.tables import align_numbers, caption_titles

WRONG = (
    '<div class="fact-card fact-misconception"><p class="fact-label">Often written, but wrong '
    '<span class="fact-certainty">approximate</span></p><p class="fact-often"><q>Rain falls up.</q></p></div>'
)
VIEW = (
    '<div class="fact-card fact-view"><p class="fact-line"><strong class="fact-title">Ann (1990)</strong> '
    '<span class="fact-aside">on {}</span></p><p>Argued that it rains.</p><dl class="fact-details">'
    '<div class="fact-field field-work"><dt>Work</dt><dd>Rain</dd></div>'
    '<div class="fact-field field-evidence"><dt>Evidence</dt><dd>clouds</dd></div></dl>'
    '<p class="fact-sources">(Ann 1990)</p></div>'
)


def test_what_is_wrong_is_called_so_before_it_is_read() -> None:
    """The label begins the line of the claim."""
    root = parse(WRONG)
    set_cards(root)

    assert "Often written, but wrong: Rain falls up." == text_of(root)


def test_a_view_begins_with_its_holder_and_work() -> None:
    """Its sources stand behind its last sentence."""
    root = parse(VIEW.format("rain"))
    for change in (set_cards, run_fields_on, run_sources_on):
        change(root)

    assert "Ann (1990), Rain on rain" == text_of(with_class(root, "fact-line")[0])
    assert ["p", "span"] == [with_class(root, name)[0].tag for name in ("fact-details", "fact-sources")]
    assert with_class(root, "fact-sources")[0].getparent() is with_class(root, "fact-details")[0]


def test_a_debate_asks_its_question_once() -> None:
    """It stands in the title; views of different questions keep theirs."""
    for others, kept in ((("rain", "rain"), 0), (("rain", "snow"), 2)):
        root = parse(f'<div class="ap-debate">{"".join(map(VIEW.format, others))}</div>')
        set_cards(root)

        assert kept == len(with_class(root, "fact-aside"))


def test_columns_of_numbers_stand_at_the_right() -> None:
    """So do their heads; columns of words stay at the left, and neither a short number nor a short name is broken."""
    rows = [
        ("snow", "about 387,000", "9 of them were"),
        ("rain", "–", "40"),
        ("hail", "1.2 million", "none"),
        ("sleet on all the hills", "4.5 to 5 million", ""),
    ]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = "<thead><tr><th>a</th><th>b</th><th>c</th></tr></thead>"
    root = parse(f"<p><b>Rain</b></p><table>{head}<tbody>{body}</tbody></table>")
    caption_titles(root)
    align_numbers(root)

    assert [["", "text-right", ""]] * 5 == [
        ["text-right" if "text-right" in classes(cell) else "" for cell in row] for row in list(root.iter("tr"))[1:]
    ]
    assert ["snow", "about 387,000", "rain", "40", "hail", "1.2 million"] == [
        text_of(cell) for cell in with_class(root, "nowrap")
    ]


def test_bold_words_above_a_table_are_its_caption() -> None:
    """A paragraph that is bold as a whole, and nothing else; it heads the table, so that no page parts them."""
    table = "<table><tbody><tr><td>1</td></tr></tbody></table>"
    for above, expected in (("<p><strong>Rain</strong></p>", ["Caption"]), ("<p><b>Rain</b> falls.</p>", [])):
        root = parse(above + table)
        caption_titles(root)

        assert expected == [row.get("data-tag") for row in root.iter("tr") if row.get("data-tag")]
        assert "Rain" == text_of(root)[:4]
