"""An index by nouns: every place that speaks of an entry, and no entry under a word that nobody looks up."""

from pathlib import Path

import pytest

from build_tools.book.index import Entry, Letter, Target
from build_tools.book.index_authors import Author, cited_keys, index_keys, words_for
from build_tools.book.index_entries import by_nouns
from build_tools.book.index_references import no_such_entries, with_references
from build_tools.book.index_sections import mark_sections
from build_tools.book.index_words import Wanted, group_entries, no_such_sections, read_words, wanted_of
from build_tools.book.markup import parse, serialize
from build_tools.book.whole_index import typeset_words
from build_tools.book.word_finder import MOST_PLACES, WordFinder
from worksheets.dates import Date
from worksheets.facts import Event, Person, Term

SPRING = Term(id="spring", term="spring", definition="a place where water comes out of the ground", aliases=("source",))
DARCY = Person(id="darcy", full_name="Henry Darcy", surname="Darcy", role="an engineer")


def found_in(html, *wanted):
    """Mark one chapter; give what was found, and the chapter's text as it was and is."""
    chapter = parse(html)
    before = chapter.text_content()
    places = WordFinder(wanted).mark([(chapter, "water")])
    assert chapter.text_content() == before
    ids = {element.get("id"): element.text for element in chapter.iter("span") if element.get("id")}
    return {key: [ids[html_id] for html_id in found] for key, found in places.items()}, serialize(chapter)


def test_the_first_word_of_a_paragraph_that_names_an_entry_is_its_place():
    """Capitals at the beginning of a sentence and plurals count; a part of a longer word does not."""
    found, html = found_in(
        "<p>Springs rise. A spring <em>and</em> a spring.</p><p>An offspring.</p><p>By <b>two</b> springs.</p>",
        *wanted_of([SPRING]),
    )

    assert found == {"spring": ["Springs", "springs"]}
    assert html.startswith('<div><p><span id="water--word-1">Springs</span> rise. A spring')


def test_apostrophes_and_numbers_are_found_as_they_are_printed():
    """A typewriter's apostrophe is a printer's in the text; 20 million is no part of 1.20 million."""
    found, _ = found_in(
        "<p>Darcy’s law.</p><p>About 1.20 million litres.</p><p>Some 20 million.</p>",
        Wanted("Darcy's law", "law"),
        Wanted("20 million", "litres"),
    )

    assert found == {"law": ["Darcy’s law"], "litres": ["20 million"]}


def test_longer_words_come_first():
    """Within one entry's longer name, a shorter name of another entry is not found."""
    found, _ = found_in("<p>The salt spring is old.</p>", Wanted("spring", "spring"), Wanted("salt spring", "salt"))

    assert found == {"salt": ["salt spring"]}


def test_headings_sources_and_code_are_passed_over():
    """What is no running text is no place to look something up."""
    found, _ = found_in(
        '<h2>Spring</h2><p><span class="fact-sources">(Spring 1990)</span><code>spring</code></p>',
        Wanted("Spring", "spring"),
    )

    assert found == {}


def test_a_table_that_not_every_edition_prints_is_passed_over():
    """A page that is not printed could not be named."""
    found, _ = found_in('<table class="drawn"><tr><td><p>spring</p></td></tr></table>', Wanted("spring", "spring"))

    assert found == {}


def test_notes_in_the_margin_are_passed_over():
    """A note stands beside a paragraph that tells of the same; it has a place of its own."""
    found, _ = found_in('<div class="beside" id="b"><div><p>A spring.</p></div></div>', Wanted("spring", "spring"))

    assert found == {}


def test_a_word_within_a_link_is_found_by_the_link():
    """A link keeps its one part, and its id where it has one."""
    chapter = parse('<p><a href="#x">a <em>spring</em></a></p><p><a id="y" href="#x">spring</a></p>')
    places = WordFinder([Wanted("spring", "spring")]).mark([(chapter, "water")])

    assert places == {"spring": ["water--word-1", "y"]}
    assert [link.get("id") for link in chapter.iter("a")] == ["water--word-1", "y"]
    assert not list(chapter.iter("span"))


def test_a_heading_names_the_place_of_what_it_tells_of():
    """Its section is listed, however often others name the entry; the words of the heading stay as they are."""
    many = "".join(f"<section id='s{number}'><h2>Rain</h2><p>A spring.</p></section>" for number in range(MOST_PLACES))
    last = "<section id='last'><h2><span class='section-number'>2</span>The spring</h2><p>It rises.</p></section>"
    chapter = parse(f"<section id='all'><h1>Water</h1>{many}{last}</section>")
    places = WordFinder([Wanted("spring", "spring")]).mark([(chapter, "water")])

    assert len(places["spring"]) == MOST_PLACES
    assert places["spring"][-1] == "last"
    assert '<h2><span class="section-number">2</span>The spring</h2>' in serialize(chapter)


def test_an_entry_has_no_more_places_than_a_reader_looks_up():
    """Of many paragraphs those are taken that name it most often, in the order of the text."""
    once = ["<p>A spring.</p>"] * MOST_PLACES
    found, html = found_in("".join([*once, "<p>A spring by a spring.</p>"]), Wanted("spring", "spring"))

    assert len(found["spring"]) == MOST_PLACES
    assert html.endswith('A <span id="water--word-8">spring</span> by a spring.</p></div>')


def test_a_surname_of_two_people_names_neither():
    """Darcy the engineer and Darcy the gentleman are told apart by their full names alone."""
    other = Person(id="other", full_name="Fitzwilliam Darcy", surname="Darcy", role="a gentleman")

    assert Wanted("Darcy", "darcy", ("Henry Darcy",)) in wanted_of([DARCY])
    assert "Darcy" not in {one.words for one in wanted_of([DARCY, other])}


def test_a_surname_behind_another_name_means_somebody_else():
    """Neither F. Darcy nor the Royal Darcy Hall is Henry Darcy; at the beginning of a sentence any word may stand."""
    found, _ = found_in(
        "<p>F. Darcy came.</p><p>The Royal Darcy Hall.</p><p>Yet Darcy dug. But Darcy did not.</p><p>Henry Darcy.</p>",
        *wanted_of([DARCY]),
    )

    assert found == {"darcy": ["Darcy", "Henry Darcy"]}


def test_questions_titles_and_captions_are_passed_over():
    """Nobody looks something up in a question about it."""
    found, _ = found_in(
        '<div class="ap-review"><p>A spring?</p></div><p class="ap-title">The spring</p>'
        '<div class="fact-drawing"><figure><figcaption><p>A spring</p></figcaption></figure></div>',
        *wanted_of([SPRING]),
    )

    assert found == {}


def test_of_many_places_the_best_of_each_section_come_first():
    """A section that says much does not push the others out."""
    much = "<section>" + "<p>A spring by a spring.</p>" * MOST_PLACES + "</section>"
    found, html = found_in(f"<section><p>One spring.</p></section>{much}", *wanted_of([SPRING]))

    assert len(found["spring"]) == MOST_PLACES
    assert '<p>One <span id="water--word-1">spring' in html


MUIR = Author("Anna C.", "Muir")
WORKS = {"books--muir": (MUIR, Author("H.", "Darcy")), "books--short": (Author("A.", "Muir"),)}


def test_an_author_is_listed_once_by_the_fullest_name_or_as_the_person_of_that_name():
    """H. Darcy is the marked Henry Darcy, A. Muir is Anna C. Muir, and another Muir is another author."""
    keys = index_keys([*WORKS["books--muir"], *WORKS["books--short"], Author("Bea", "Muir")], [DARCY])

    assert cited_keys(WORKS, keys) == {
        "books--muir": (("Muir", "Muir, Anna C."), ("Darcy", "darcy")),
        "books--short": (("Muir", "Muir, Anna C."),),
    }
    assert keys[Author("Bea", "Muir")] == "Muir, Bea"
    assert {one.words for one in words_for(keys, [DARCY])} >= {"Anna Muir", "Anna C. Muir", "Darcy"}
    assert "Muir" not in {one.words for one in words_for(keys, [DARCY])}  # it may be Bea
    assert Author("J. Arch", "Getty", "Jr").listed == "Getty, J. Arch, Jr"


def test_a_link_to_a_work_is_a_place_of_its_authors():
    """A paragraph that names an author says more than one that cites her at its end."""
    works = {"books--muir": WORKS["books--muir"]}
    keys = index_keys(works["books--muir"], [DARCY])
    cite = '<a href="#books--muir">Muir and Darcy 1990</a>'
    chapter = parse(f"<p>Water falls ({cite}).</p>" * MOST_PLACES + "<p>Anna Muir doubts it.</p>")
    found = WordFinder(words_for(keys, [DARCY]), cited_keys(works, keys)).mark([(chapter, "water")])

    assert found["Muir, Anna C."][-1].startswith("water--word")
    assert len(found["Muir, Anna C."]) == len(found["darcy"]) == MOST_PLACES
    assert [span.text for span in chapter.iter("span")] == ["Anna Muir"]


def test_an_author_whom_a_citation_does_not_name_is_not_cited_there():
    """Who looks up one of "et al." would find no such name on the page."""
    works = {"books--muir": WORKS["books--muir"]}
    keys = index_keys(works["books--muir"], [DARCY])
    chapter = parse('<p>Water falls (<a href="#books--muir">Muir et al. 1990</a>).</p>')

    assert ["Muir, Anna C."] == list(WordFinder([], cited_keys(works, keys)).mark([(chapter, "water")]))


def test_a_name_within_a_title_is_no_place_of_who_bears_it():
    """A word in italics counts if it is all that stands in them, as a foreign term."""
    found, _ = found_in(
        "<p><em>Darcy and his Spring</em> sold well.</p><p>A <em>spring</em>.</p>", *wanted_of([SPRING, DARCY])
    )

    assert found == {"spring": ["spring"]}


def test_a_section_that_is_about_an_entry_has_all_its_paragraphs_named():
    """Questions in it are passed over, and a label that is nowhere is told."""
    chapter = parse(
        '<section><h2 id="water--wells">Wells</h2><p id="a">One.</p><div class="ap-review"><p>Q?</p></div><p>Two.</p>'
        "</section><p>Three.</p>"
    )
    wells, lost = Wanted("(wells)", "well"), Wanted("(lost)", "well", line=7)
    found, missing = mark_sections([wells, lost], {"wells": "water--wells"}, [(chapter, "water")])

    assert found == {"well": ["a", "water--in-wells-2"]}
    assert [lost] == missing
    (told,) = no_such_sections(missing, "words.tsv")

    assert ("there is no section 'lost' in the printed chapters", 7) == (told.what, told.source.line)


def test_words_of_an_index_have_the_signs_of_the_text():
    """Typewriter's quotation marks and hyphens in ranges of years are set."""
    index = [Letter("D", (Entry("Darcy's law, 1856-58", below=(Entry("'the law'"),)),))]
    (letter,) = typeset_words(index, "en-GB", True)

    assert (letter.entries[0].words, letter.entries[0].below[0].words) == ("Darcy’s law, 1856–58", "‘the law’")


def test_a_list_of_words_is_read_and_its_faults_are_told_with_their_lines(tmp_path):
    """A line is words, tab, entry, and a sub-entry if wanted."""
    (tmp_path / "words.tsv").write_text("# comment\nwells\twater\twells\n\nno entry\nrain\train\n", "utf-8")
    words, (fault,) = read_words(tmp_path, "words.tsv")

    assert words == [Wanted("wells", "water; wells"), Wanted("rain", "rain")]
    assert fault.source.line == 4
    assert group_entries({"water; wells": ["a"], "rain": ["b"], "spring": ["c"]}, ["spring"]) == {
        "water": {"wells": ["a"]},
        "rain": {"": ["b"]},
    }


def test_a_list_of_words_outside_the_book_is_not_read(tmp_path):
    """A book from a stranger reads no other files."""
    (tmp_path / "secret.tsv").write_text("a\tb\n", "utf-8")
    (tmp_path / "book").mkdir()
    words, (fault,) = read_words(tmp_path / "book", "../secret.tsv")

    assert words == []
    assert "not in the folder of the book" in fault.what
    assert read_words(Path(tmp_path), "missing.tsv")[1]


def test_events_stand_below_the_people_and_terms_they_are_about():
    """Nobody looks up the death of a man under D."""
    death = Event(id="death", title="death of Darcy", clause="he died", date=Date(1858), people=("darcy",))
    rise = Event(id="rise", title="rise of the spring", clause="it rose", date=Date(1900))
    loss = Event(id="loss", title="loss of the plans", clause="they were lost", date=Date(1901))
    flood = Event(id="flood", title="Great Flood", clause="it flooded", date=Date(1902))
    facts = {fact.id: fact for fact in (SPRING, DARCY, death, rise, loss, flood)}
    words = {"spring": "spring", "darcy": "Darcy, Henry"} | {
        event.id: event.title for event in (death, rise, loss, flood)
    }
    index = [Letter("?", tuple(Entry(words[one], (Target(one, True),)) for one in words))]

    letters = by_nouns(index, facts, {"Darcy, Henry": {"law of": ["law"]}, "élan": {"": ["e"]}})

    assert [(one.letter, [entry.words for entry in one.entries]) for one in letters] == [
        ("D", ["Darcy, Henry"]),
        ("E", ["élan"]),
        ("G", ["Great Flood"]),
        ("S", ["spring"]),
    ]
    assert [part.words for part in letters[0].entries[0].below] == ["death of Darcy", "law of"]
    assert [part.words for part in letters[3].entries[0].below] == ["rise of the spring"]


def test_an_event_that_is_what_an_entry_names_gives_it_its_place():
    """No entry has itself as its only sub-entry, and sub-entries with the same words are one."""
    flood = Event(id="flood", title="the Great Flood", clause="it flooded", date=Date(1902))
    fall = Event(id="fall", title="fall of the dam", clause="it fell", date=Date(1903))
    index = [
        Letter("?", (Entry("Great Flood", (Target("flood", True),)), Entry("fall of the dam", (Target("fall", True),))))
    ]
    own = {"Great Flood": {"": ["a"]}, "dams": {"fall of the dam": ["b"]}}
    letters = by_nouns(index, {"flood": flood, "fall": fall}, own, [("dam", "dams")])

    dams, great = (letter.entries[0] for letter in letters)
    assert (dams.below, dams.targets) == ((Entry("fall of the dam", (Target("fall", True), Target("b", False))),), ())
    assert (great.below, great.targets) == ((), (Target("flood", True), Target("a", False)))


def test_an_event_alone_may_give_the_place_of_an_authors_entry():
    """An entry whose words stand in no running text, but in a title, is not lost."""
    flood = Event(id="flood", title="report on the Wells Affair", clause="it was read", date=Date(1902))
    index = [Letter("R", (Entry(flood.title, (Target("flood", True),)),))]
    (letter,) = by_nouns(index, {"flood": flood}, {}, [("Wells Affair", "Wells Affair"), ("Mill", "mills")])

    assert letter.entries == (Entry("Wells Affair", (Target("flood", True),)),)


def test_a_book_stands_below_who_wrote_it_and_not_below_whom_its_title_names():
    """Nor does a part of a longer name make a home: the Royal Spring is no spring."""
    life = Event(id="life", title="publication of Darcy", clause="it appeared", date=Date(1990), people=("muir",))
    royal = Event(id="royal", title="building of the Royal Spring", clause="it was built", date=Date(1991))
    muir = Person(id="muir", full_name="Anna Muir", surname="Muir", role="a writer")
    words = {
        "spring": "spring",
        "darcy": "Darcy, Henry",
        "muir": "Muir, Anna",
        "life": life.title,
        "royal": royal.title,
    }
    facts = {fact.id: fact for fact in (SPRING, DARCY, muir, life, royal)}
    letters = by_nouns([Letter("?", tuple(Entry(words[one], (Target(one, True),)) for one in words))], facts, {})

    found = {entry.words: [part.words for part in entry.below] for letter in letters for entry in letter.entries}
    assert found == {"Darcy, Henry": [], "Muir, Anna": ["publication of Darcy"], "spring": []}


def test_a_reference_says_see_also_where_its_entry_has_pages():
    """Else it says see; of an entry that only leads on it makes a line under its letter."""
    index = [Letter("W", (Entry("wells", (Target("a", False),)), Entry("water", (Target("b", False),))))]
    lines = [Wanted("see: springs", "wells; water"), Wanted("see: wells", "water")]
    springs, wells = with_references(index, lines)

    assert ("S", (Entry("springs", see=("see wells; water",)),)) == (springs.letter, springs.entries)
    assert [(), ("see also water",)] == [entry.see for entry in wells.entries]


def test_a_reference_to_nothing_is_told_with_its_line():
    """Nor may it lead to an entry that itself only leads on."""
    lines = [Wanted("see: springs", "wells; rain", line=3), Wanted("see: brooks", "springs", line=4)]
    index = with_references([Letter("W", (Entry("wells", (Target("a", False),)),))], lines)
    found = no_such_entries(index, lines, "words.tsv")

    assert [(3, "rain"), (4, "springs")] == [(fault.source.line, fault.what.split("'")[1]) for fault in found]


def test_a_reference_is_no_word_to_look_for(tmp_path):
    """It is read from the list of words, with the entries that it leads to."""
    (tmp_path / "words.tsv").write_text("see: springs\twells; rain\nwells\twells\n", "utf-8")
    (reference, word), _ = read_words(tmp_path, "words.tsv")

    assert ("springs", ("wells", "rain")) == (reference.led_from, reference.leads_to)
    assert ("", ()) == (word.led_from, word.leads_to)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("see: springs\t;", "'springs' leads to no entry"),
        ("see: springs\t ; ;", "'springs' leads to no entry"),
        ("see:\twells", "this line leads from no entry to 'wells'"),
        ("see: wells\twells", "'wells' leads to itself"),
        ("see: wells\train; wells", "'wells' leads to itself"),
    ],
)
def test_a_reference_from_nothing_to_nothing_or_to_itself_is_told_with_its_line(tmp_path, line, told):
    """It is neither printed nor looked for, and what to write instead is said."""
    (tmp_path / "words.tsv").write_text(f"wells\twells\n{line}\n", "utf-8")
    words, (fault,) = read_words(tmp_path, "words.tsv")

    assert [Wanted("wells", "wells")] == words
    assert (2, told) == (fault.source.line, fault.what)
    assert fault.mend.startswith("write ")
