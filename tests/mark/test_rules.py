"""Each rule for marks once: what breaks it, and what the author reads then."""

from __future__ import annotations

import pytest

from build_tools.mark.fields import OPTIONS, options_of
from tests.mark.marks import faults

TERM = "term osmosis\n:name: osmosis\n:class: movement\n"
GOOD_DEFINITION = "the net movement of water into a stronger solution"
EVENT = "event the flight of the balloon\n:name: flight\n:date: 1783-11-21\n"
CLAUSE = "the balloon flew over Paris"
PERSON = "person Jane Mary Doe\n:name: doe\n:class: pilot\n"
ROLE = "the first pilot to cross the Channel by night"
STATEMENT = "statement\n:name: s\n"
BLANK = ":blank-1: kind=cell part | false=walls, roots\n"
SENTENCE = "Proteins are made on {blank}`ribosomes`."
FIGURE = "figure cells\n:name: cells\n"
VIEW = "view Lamarck (1809)\n:name: lamarck\n:on: how species change\n"
LINK = "link the cold -> killed the plant\n:name: cold\n"
GROUP = "group cells | have walls\n:name: walls\n"
WRONG = "misconception All cells have walls.\n:name: walls\n"
QUESTION = "question explain\n:name: q\n"
SOURCE = "question source-question\n:name: q\n:extract: Cowpox protects against smallpox.\n"
VALUE = (
    ":value: the writer made the test | others could check the cases\n"
    ":limitations: few cases are told | readers were to be won\n"
)

RULES = {
    # lines and options
    "unknown option": (
        TERM + ":clas: x\n" + GOOD_DEFINITION,
        "4: a term has no option :clas:; write :class: [fact.unknown-option]",
    ),
    "unknown option with underscores": (
        TERM + ":not_with: x\n" + GOOD_DEFINITION,
        "4: a term has no option :not_with:; write :not-with: [fact.unknown-option]",
    ),
    "unknown option like none": (
        WRONG + ":zzz: x\nOnly some have.",
        "3: a misconception has no option :zzz:; delete it, or use one of name, level, certainty, weight, tags, "
        "sources, content-note, not-with, confusable-with, why, slot, fact [fact.unknown-option]",
    ),
    "option of another kind": (EVENT + ":fate: x\n" + CLAUSE, "4: an event has no option :fate:"),
    "option twice": (
        TERM + ":class: y\n" + GOOD_DEFINITION,
        "4: the option :class: stands twice, here and in line 3; keep one of the two lines [fact.option-twice]",
    ),
    "option in the body": (
        TERM + "the net movement of water\n:marks: x\ninto a solution",
        "4: the option “:marks: x” stands in the body; put every option above the body [fact.option-misplaced]",
    ),
    "options between hyphens": (
        "term osmosis\n---\nname: osmosis\n---\n" + GOOD_DEFINITION,
        "2: the term “osmosis” has options between lines of hyphens",
    ),
    "empty option": (TERM + ":example:\n" + GOOD_DEFINITION, "4: :example: of the term “osmosis” is empty"),
    "missing name": (
        "term osmosis in roots\n:class: movement\n" + GOOD_DEFINITION,
        "1: the term “osmosis in roots” has no :name:; write a line such as “:name: osmosis-in-roots” "
        "[fact.missing-field]",
    ),
    "name with capitals": (
        "term osmosis\n:name: Osmosis in Roots\n:class: movement\n" + GOOD_DEFINITION,
        "2: “Osmosis in Roots” is no name for a fact: a name has small letters a to z, digits, and single hyphens "
        "between them; write “osmosis-in-roots” [fact.bad-name]",
    ),
    "missing class": (
        "term osmosis\n:name: o\n" + GOOD_DEFINITION,
        "1: the term “osmosis” has no :class:; write a line such as “:class: movement of substances” "
        "[fact.missing-field]",
    ),
    "no such level": (
        TERM + ":level: 4\n" + GOOD_DEFINITION,
        "4: :level: cannot be “4”; write 1, 2 or 3 [fact.bad-choice]",
    ),
    "misspelt certainty": (
        TERM + ":certainty: disputd\n" + GOOD_DEFINITION,
        "4: :certainty: cannot be “disputd”; write “disputed” [fact.bad-choice]",
    ),
    "weight that is no number": (
        TERM + ":weight: heavy\n" + GOOD_DEFINITION,
        "4: :weight: cannot be “heavy”; write a whole number: “2” [fact.bad-number]",
    ),
    "flag with a value": (TERM + ":transparent: maybe\n" + GOOD_DEFINITION, "4: :transparent: takes no value"),
    "flag that says no": (TERM + ":transparent: no\n" + GOOD_DEFINITION, "4: “:transparent: no” would still mean yes"),
    "names without commas": (
        TERM + ":not-with: one two\n" + GOOD_DEFINITION,
        "4: “one two” in :not-with: is no name of a fact",
    ),
    "name twice in a list": (
        TERM + ":not-with: one, one\n" + GOOD_DEFINITION,
        "4: “one” stands twice in the term “osmosis”; keep it once [fact.twice]",
    ),
    "true and false in its place": (
        TERM + ":not-with: one, two\n:confusable-with: two\n" + GOOD_DEFINITION,
        "5: “two” stands in :not-with: and in :confusable-with:",
    ),
    # texts of every kind
    "a character that cannot be printed": (
        TERM + "the net movement of ￼ water into a solution",
        "4: “the net movement of ￼ water into a solution” holds the character U+FFFC (object replacement character)",
    ),
    "a role left open": (
        STATEMENT + BLANK + "Proteins are made on {blank}`ribosomes.",
        "4: “{blank}” is not followed by words between backticks; write “{blank}`words`” [fact.markup]",
    ),
    "a reference without words": (
        STATEMENT + BLANK + "All the {fact:term}`protein` is made on {blank}`ribosomes`.",
        "4: “{fact:term}`protein`” has no words of its own, so a worksheet could not print it; "
        "write “{fact:ref}`your words <protein>`” [fact.markup]",
    ),
    "two paragraphs": (TERM + GOOD_DEFINITION + "\n\nMore words.", "4: the body of the term “osmosis” has several"),
    # statement
    "statement with a title": ("statement Cells\n:name: s\n" + BLANK + SENTENCE, "1: a statement has no title"),
    "statement without a sentence": (STATEMENT + BLANK, "1: the statement “s” has no sentence"),
    "no blank": (
        STATEMENT + "Proteins are made on ribosomes.",
        "1: the statement “s” has no blank; mark its key words: “{blank}`ribosomes`” [fact.missing-field]",
    ),
    "three blanks": (
        STATEMENT
        + BLANK
        + ":blank-2: kind=x | false=a, b\n:blank-3: kind=x | false=a, b\n"
        + "One two three {blank}`four` {blank}`five` {blank}`six`.",
        "6: the statement “s” has 3 blanks; keep 2",
    ),
    "blank is the whole sentence": (
        STATEMENT + BLANK + "{blank}`Ribosomes make proteins`.",
        "4: the blank “Ribosomes make proteins” is the whole sentence; write a sentence around it; at least three "
        "words before the blank [fact.blank-is-sentence]",
    ),
    "blank in the first three words": (
        STATEMENT + BLANK + "The small {blank}`ribosomes` make proteins.",
        "4: the blank “ribosomes” comes before a reader knows what is asked; turn the sentence round so that 3 words "
        "or more stand before it [fact.blank-too-early]",
    ),
    "blank behind an article": (
        STATEMENT + BLANK + "Proteins are made on a {blank}`ribosome`.",
        "4: “a” before the blank “ribosome” tells how the answer begins; take it into the blank, "
        "“{blank}`a ribosome`”, and give the wrong fillers theirs [fact.blank-article]",
    ),
    "blank without its option": (
        STATEMENT + SENTENCE,
        "1: the statement “s” has no :blank-1: for “ribosomes”; write a line such as “:blank-1: kind=person | "
        "false=two wrong fillers, with a comma” [fact.missing-field]",
    ),
    "option without its blank": (
        STATEMENT + BLANK + ":blank-2: kind=x | false=a, b\n" + SENTENCE,
        "4: :blank-2: belongs to no blank; the sentence has 1",
    ),
    "one wrong filler": (
        STATEMENT + ":blank-1: kind=x | false=roots\n" + SENTENCE,
        "3: “ribosomes” has 1 wrong filler; write 2 or more behind “false=”",
    ),
    "blank without its kind": (
        STATEMENT + ":blank-1: false=roots, walls\n" + SENTENCE,
        "3: :blank-1: does not say what “ribosomes” is",
    ),
    "misspelt part of a blank": (
        STATEMENT + ":blank-1: kind=x | flase=roots, walls\n" + SENTENCE,
        "3: “flase=roots, walls” in :blank-1: is none of kind=, false=, accept=, hint=; write “false=roots, walls”",
    ),
    "hint that asks for another number than the answer": (
        STATEMENT + ":blank-1: kind=number | false=3,108, 2,754 | hint=number to the nearest hundred\n"
        "The survey counted in all {blank}`4,321` trees in the wood.\n",
        "3: the hint of “4,321” asks for a rounded number; leave out “hint=”: an exact number is asked as “exact or "
        "rounded”",
    ),
    "part of a blank twice": (
        STATEMENT + ":blank-1: kind=x | false=roots, walls | false=leaves, stems\n" + SENTENCE,
        "3: “false=” stands twice in :blank-1:",
    ),
    "filler that is the answer": (
        STATEMENT + ":blank-1: kind=x | false=roots, Ribosomes\n" + SENTENCE,
        "3: the wrong filler “Ribosomes” is a form of the right answer “ribosomes”",
    ),
    "filler that is a form of the answer": (
        STATEMENT + ":blank-1: kind=x | false=roots, the ribosome\n" + SENTENCE,
        "3: the wrong filler “the ribosome” is a form of the right answer “ribosomes”; write one that is false beyond "
        "doubt [fact.filler-is-answer]",
    ),
    "filler that is accepted": (
        STATEMENT + ":blank-1: kind=x | false=roots, tiny bodies | accept=tiny bodies\n" + SENTENCE,
        "3: the wrong filler “tiny bodies” is a form of the right answer “tiny bodies”",
    ),
    "filler twice": (
        STATEMENT + ":blank-1: kind=x | false=roots, walls, roots\n" + SENTENCE,
        "3: “roots” stands twice in :blank-1:",
    ),
    "sentence without a stop": (STATEMENT + BLANK + SENTENCE[:-1], "4: “Proteins are made on ribosomes” has no full"),
    "sentence with a small letter": (
        STATEMENT + BLANK + "proteins are made on {blank}`ribosomes`.",
        "4: “proteins are made on ribosomes.” begins with a small letter",
    ),
    "sentence that leans on another": (
        STATEMENT + BLANK + "They are all made on {blank}`ribosomes`.",
        "4: “They are all made on ribosomes.” begins with “They”, so it cannot stand alone; name the person or thing "
        "itself [fact.not-alone]",
    ),
    "sentence that goes on": (
        STATEMENT + BLANK + "Therefore proteins are made on {blank}`ribosomes`.",
        "4: “Therefore proteins are made on ribosomes.” begins with “Therefore”, which leans on the sentence before",
    ),
    "no place in a passage": (
        STATEMENT + BLANK + ":passage: cells\n" + SENTENCE,
        "4: “cells” is no place in a passage; write the passage's name and the place in it, counted from 1: “roots 2”",
    ),
    # term
    "term with an article": (
        TERM.replace("term osmosis", "term the osmosis") + GOOD_DEFINITION,
        "1: the term “the osmosis” has an article; write it bare: “osmosis” [fact.shape]",
    ),
    "term with a stop": (TERM.replace("term osmosis", "term osmosis.") + GOOD_DEFINITION, "1: the term “osmosis.” en"),
    "no term": (TERM.replace("term osmosis", "term") + GOOD_DEFINITION, "1: the term “osmosis” has no term"),
    "no definition": (TERM, "1: the term “osmosis” has no definition"),
    "definition holds the term": (
        TERM + "the movement of water that is called osmosis",
        "4: the definition of “osmosis” holds “osmosis”; say it in other words [fact.holds-term]",
    ),
    "definition holds a form of the term": (
        "term condensation\n:name: c\n:class: movement\nthe change in which vapour condenses into droplets",
        "4: the definition of “condensation” holds “condenses”",
    ),
    "definition holds all words of the term": (
        "term show trial\n:name: c\n:class: trial\na trial that is held for show and not for justice",
        "4: the definition of “show trial” holds “show trial”",
    ),
    "definition too short": (
        TERM + "a movement of water",
        "4: the definition of “osmosis” has 4 words; write 5 to 16 [fact.length]",
    ),
    "definition too long": (
        TERM + "a " + "very " * 14 + "slow movement",
        "4: the definition of “osmosis” has 17 words",
    ),
    "definition with a capital": (
        TERM + "The net movement of water into a stronger solution",
        "4: “The net movement of water into a stronger solution” begins with a capital; write it as in the middle of a "
        "sentence: “the net movement of water into a stronger solution” [fact.shape]",
    ),
    "definition with a capital and no article": (
        TERM + "Movement of water into a stronger solution",
        "4: the definition “Movement of water into a stronger solution” begins with a capital",
    ),
    "definition with a semicolon": (
        TERM + "a movement of water; it is slow",
        "4: “a movement of water; it is slow” ho",
    ),
    "definition with a stop": (
        TERM + GOOD_DEFINITION + ".",
        "4: “the net movement of water into a stronger solution.”",
    ),
    "definition without a full head noun": (
        TERM + "the part where proteins are made",
        "4: “part” in the definition of “osmosis” leaves open of what; write “the part of a ... that ...” [fact.shape]",
    ),
    "one mark point": (
        TERM + ":marks: the net movement of water\n" + GOOD_DEFINITION,
        "4: :marks: of the term “osmosis” holds only “the net movement of water”; write 2 or more, with “ | ” between",
    ),
    "short mark point": (
        TERM + ":marks: the net movement of water | a membrane\n" + GOOD_DEFINITION,
        "4: the mark point “a membrane” says too little to mark with; write 3 words or more [fact.short-point]",
    ),
    # event
    "event without a date": (
        "event the flight of the balloon\n:name: flight\n" + CLAUSE,
        "1: the event “the flight of the balloon” has no :date:; write a line such as “:date: 1859-11-24”",
    ),
    "event without a title": ("event\n:name: flight\n:date: 1783\n" + CLAUSE, "1: the event “flight” has no title"),
    "event without a clause": (EVENT, "1: the event “the flight of the balloon” has no clause"),
    "title that names a body": (
        EVENT.replace("the flight of the balloon", "the Royal Society") + CLAUSE,
        "1: “the Royal Society” names a body, not a happening; say what happened to it: “the founding of the Royal "
        "Society” [fact.head-noun]",
    ),
    "title that is an acronym": (
        EVENT.replace("the flight of the balloon", "the NATO") + CLAUSE,
        "1: “the NATO” names",
    ),
    "title that names a body of something": (
        EVENT.replace("the flight of the balloon", "the Academy of Sciences") + CLAUSE,
        "1: “the Academy of Sciences” names a body",
    ),
    "title that names a document": (
        EVENT.replace("the flight of the balloon", "Einstein's letter to Roosevelt") + CLAUSE,
        "1: “Einstein's letter to Roosevelt” names a document, not a happening; say what happened to it: “the "
        "publication of Einstein's letter to Roosevelt” [fact.head-noun]",
    ),
    "short title that names a body": (EVENT + ":short: the Society\n" + CLAUSE, "4: “the Society” names a body"),
    "title with its year": (
        EVENT.replace("the flight of the balloon", "the flight of 1783") + CLAUSE,
        "1: the title “the flight of 1783” names its year, “1783”; leave the year out; it is asked for",
    ),
    "title with its month, where that is asked": (
        EVENT.replace("the flight of the balloon", "the November flight").replace("-21", "-21\n:ask: month") + CLAUSE,
        "1: the title “the November flight” names its month",
    ),
    "title without its article": (
        EVENT.replace("the flight of the balloon", "Flight of the balloon") + CLAUSE,
        "1: “Flight of the balloon” has no article; write it as in the middle of a sentence: “the flight of the",
    ),
    "title that is a sentence": (
        EVENT.replace("the flight of the balloon", "the balloon was flown") + CLAUSE,
        "1: “the balloon was flown” is a sentence",
    ),
    "clause with a stop": (
        EVENT + CLAUSE + ".",
        "4: “the balloon flew over Paris.” ends with “.”; write a clause without a stop; the question brings its own",
    ),
    "clause with its year": (
        EVENT + CLAUSE + " in 1783",
        "4: the clause “the balloon flew over Paris in 1783” names its date, “1783”; leave the date out",
    ),
    "clause with its day": (EVENT + CLAUSE + " on 21 November", "4: the clause “the balloon flew over Paris on 21 Nov"),
    "clause that leans on another": (EVENT + "it flew over Paris", "4: “it flew over Paris” begins with “it”"),
    "clause of one word": (EVENT + "flew", "4: “flew” is no whole sentence"),
    "reason that does not begin with it": (
        EVENT + ":why: People flew.\n" + CLAUSE,
        "4: “People flew.” does not begin with “It”; write what the event led to: “It opened the way",
    ),
    "end before the beginning": (
        EVENT + ":end: 1782\n" + CLAUSE,
        "4: the :end: of the event “the flight of the balloon”, 1782, is not after its :date:, 1783-11-21",
    ),
    "the same date twice": (EVENT + ":end: 1783-11-21\n" + CLAUSE, "4: the :end: of the event “the flight of the ball"),
    "asked more exactly than known": (
        EVENT.replace("1783-11-21", "1783-11\n:ask: day") + CLAUSE,
        "4: :ask: day wants a more exact date than “1783-11”; write “:ask: month” or a date with its day",
    ),
    # person
    "role without its article": (
        PERSON + "a pilot who crossed the Channel",
        "4: the role “a pilot who crossed the Channel” does not begin with “the”; write what only this person was",
    ),
    "role of an office without its time": (
        PERSON + "the head of the flying school",
        "4: the role “the head of the flying school” names an office, and others held it as well; say when, or what "
        "else only this holder did: “the head of the observatory from 1904 to 1910” [fact.office]",
    ),
    "role with a capital": (PERSON + "The first pilot to cross", "4: “The first pilot to cross” begins with a capital"),
    "role with a semicolon": (PERSON + "the first pilot; also a nurse", "4: “the first pilot; also a nurse” holds a s"),
    "role with a word of the name": (
        PERSON + "the pilot of the Doe-Smith flight",
        "4: the role “the pilot of the Doe-Smith flight” holds “Doe”, a word of the name; reword it [fact.holds-name]",
    ),
    "clue with a word of the name": (
        "person Charles Darwin\n:name: d\n:class: c\n:clues: sailed | wrote | founded Darwinism\nthe naturalist",
        "4: the clue “founded Darwinism” holds “Darwinism”, a word of the name",
    ),
    "no role": (PERSON, "1: the person “Jane Mary Doe” has no role"),
    "no name of a person": (PERSON.replace(" Jane Mary Doe", "") + ROLE, "1: the person “doe” has no name"),
    "name with brackets": (PERSON.replace("Doe", "Doe (Smith)") + ROLE, "1: “Jane Mary Doe (Smith)” holds a second"),
    "fate without fates": (
        PERSON + ":fate: died in a crash\n" + ROLE,
        "4: the person “Jane Mary Doe” has a :fate: and no :fates:",
    ),
    "fates without fate": (PERSON + ":fates: died\n" + ROLE, "4: the person “Jane Mary Doe” has :fates: and no :fate:"),
    "fate with a subject": (
        PERSON + ":fate: she died in a crash\n:fates: died\n" + ROLE,
        "4: “she died in a crash” has a subject, “she”; write what follows it: “died in a crash” [fact.shape]",
    ),
    "fate with an article": (PERSON + ":fate: a crash\n:fates: died\n" + ROLE, "4: “a crash” begins with “a”, so it d"),
    "fate with a capital": (PERSON + ":fate: Died young\n:fates: died\n" + ROLE, "4: “Died young” begins with a capit"),
    "two clues": (PERSON + ":clues: flew far | flew high\n" + ROLE, "4: :clues: of the person “Jane Mary Doe” holds o"),
    "clue with she": (
        PERSON + ":clues: flew far | flew high | crashed when she was old\n" + ROLE,
        "4: the clue “crashed when she was old” says “she”",
    ),
    "clue that is true of very many": (
        PERSON + ":clues: was born in June 1959 | flew in 1980 from Dover | flew high\n" + ROLE,
        "4: the clue “was born in June 1959” says little more than a date, and so fits very many; say in it what",
    ),
    "surname that is none": (PERSON + ":surname: Roe\n" + ROLE, "4: the surname “Roe” is no part of “Jane Mary Doe”"),
    "number in place of a surname": (
        "person Ivan IV\n:name: i\n:class: ruler\nthe first ruler to be crowned emperor",
        "1: “IV” is no surname of “Ivan IV”; add “:surname: Ivan IV” [fact.missing-field]",
    ),
    "life that ends before it begins": (PERSON + ":lived: 1990-1901\n" + ROLE, "4: “1990-1901” ends before it begins"),
    # figure
    "no value": (FIGURE + "There are many cells.", "1: the figure “cells” has no value"),
    "no sentence of a figure": (FIGURE, "1: the figure “cells” has no sentence"),
    "no title of a figure": ("figure\n:name: c\nThere is {value}`1` cell.", "1: the figure “c” has no title"),
    "two values": (FIGURE + "There are {value}`1` or {value}`2` cells.", "3: the figure “cells” has 2 values"),
    "value that is no number": (
        FIGURE + "There are {value}`many` cells.",
        "3: the value “many” is no number; mark the digits alone: “{value}`1,200`” [fact.bad-number]",
    ),
    "value and series": (
        FIGURE + ":series: a=1 | b=2\n:counted: cells\nThere is {value}`1` cell.",
        "3: the figure “cells” has a value and a series",
    ),
    "series value that is no number": (
        FIGURE + ":series: a=1 | b=many | c=3\n:counted: cells\nCells were counted.",
        "3: “b=many” in :series: is no label with a number; write “2019=41”, with “ | ” between the values",
    ),
    "series of one": (FIGURE + ":series: a=1\n:counted: cells\nCells were counted.", "3: the series of the figure “ce"),
    "label twice": (FIGURE + ":series: a=1 | a=2\n:counted: c\nThey say cells were counted.", "3: “a” stands twice in"),
    "series without what is counted": (
        FIGURE + ":series: a=1 | b=2\nCells were counted.",
        "3: the figure “cells” has a :series: and no :counted:",
    ),
    "one wrong number": (FIGURE + ":false: 3\nThere is {value}`1` cell.", "3: :false: of the figure “cells” holds onl"),
    "wrong number that is none": (FIGURE + ":false: 3, x\nThere is {value}`1` cell.", "3: “x” in :false: is no number"),
    "wrong number that is right": (
        FIGURE + ":asked-as: 1,000\n:false: 2000, 1000\nThere are {value}`1,004` cells.",
        "4: the wrong number “1000” is the right one; write another [fact.filler-is-answer]",
    ),
    "wrong number beyond the total": (
        FIGURE + ":total: 100\n:false: 50, 200\nThere are {value}`70` cells.",
        "4: the wrong number “200” is beyond :total: 100; write a smaller one [fact.beyond-total]",
    ),
    "value beyond the total": (FIGURE + ":total: 10\nThere are {value}`70` cells.", "3: the value “70” is beyond :tot"),
    # view
    "view without a year": (
        VIEW.replace(" (1809)", "") + "organisms change by use",
        "1: “Lamarck” does not say who held the view and when; write “Name Surname (1859)” [fact.missing-field]",
    ),
    "view without a holder": (VIEW.replace(" Lamarck (1809)", "") + "organisms change", "1: the view “lamarck” has no"),
    "view without its question": (
        "view Lamarck (1809)\n:name: lamarck\norganisms change by use",
        "1: the view “Lamarck (1809)” has no :on:",
    ),
    "view on a question": (
        VIEW.replace("how species change", "How do species change?") + "organisms change by use",
        "3: “How do species change?” is a question; write it as in the middle of a sentence: “how do species change”",
    ),
    "thesis with that": (VIEW + "that organisms change", "4: “that organisms change” begins with “that”"),
    "thesis with a stop": (VIEW + "organisms change.", "4: “organisms change.” ends with “.”"),
    "thesis that leans on another": (VIEW + "they change", "4: “they change” begins with “they”"),
    "no thesis": (VIEW, "1: the view “Lamarck (1809)” has no thesis"),
    # link
    "no arrow": (
        LINK.replace("->", "and"),
        "1: “the cold and killed the plant” does not name a cause and an effect; write “the overuse of antibiotics -> "
        "has led to resistant bacteria” [fact.missing-field]",
    ),
    "cause that is a sentence": (LINK.replace("the cold", "it was cold"), "1: “it was cold” is a sentence"),
    "effect with a subject": (LINK.replace("killed", "it killed"), "1: “it killed the plant” has a subject, “it”"),
    "explanation that gives the label away": (
        LINK + ":label: frozen water\n:how: Water swells when it freezes.",
        "4: :how: uses “Water”, a word of the label “frozen water”, so it would give the answer away",
    ),
    "timescale of nothing": (
        LINK + ":timescale: trigger",
        "3: the link “the cold -> killed the plant” has a :timescale: and no :of:; add what it is a cause of: “:of: "
        "the end of smallpox” "
        "[fact.one-without-other]",
    ),
    "limit with a stop": (LINK + ":limit: it depends.", "3: “it depends.” ends with “.”"),
    # group
    "group without a bar": (
        GROUP.replace(" | ", " ") + "a, b, c",
        "1: “cells have walls” does not say what is grouped and by what; write “diseases | are caused by viruses”",
    ),
    "group of two": (GROUP + "roots, leaves", "3: the group “cells | have walls” holds only “roots”, “leaves”"),
    "group with and": (
        GROUP + "roots, leaves, and stems",
        "3: the list of members ends with “and stems”; write a comma in place of “and” [fact.shape]",
    ),
    "group with a stop": (GROUP + "roots, leaves, stems.", "3: the list of members ends with “stems.”"),
    "member twice": (GROUP + "roots, leaves, Roots", "3: “roots” stands twice in the group “cells | have walls”"),
    "outsider that is a member": (
        GROUP + ":near: bark, Stems, hair\nroots, leaves, stems",
        "3: “Stems” is a member and in :near:; keep it in one of the two [fact.twice]",
    ),
    "two outsiders": (GROUP + ":near: bark, hair\nroots, leaves, stems", "3: :near: of the group “cells | have walls”"),
    "basis that says the same": (GROUP + ":basis: have walls\na, b, c", "3: :basis: says the same as “have walls”"),
    "no members": (GROUP, "1: the group “cells | have walls” has no members"),
    # misconception
    "slot that is not there": (
        WRONG + ":slot: every cell\nOnly some have.",
        "3: “every cell” does not stand in “All cells have walls.”; copy the wrong words letter for letter [fact.slot]",
    ),
    "misconception that is true": (WRONG + "All cells have walls.", "3: the misconception “All cells have walls.” say"),
    "nothing often written": (
        WRONG.replace(" All cells have walls.", "") + "Some have.",
        "1: the misconception “walls",
    ),
    "nothing true": (WRONG, "1: the misconception “All cells have walls.” has no true"),
    # question
    "no such question": (
        QUESTION.replace("explain", "explian") + ":key: a\nWhy? [1]",
        "1: “explian” is no type of question; write “explain” [fact.missing-field]",
    ),
    "question without marks": (
        QUESTION + ":key: a\nWhy do cells have walls?",
        "1: “Why do cells have walls?” does not say what it is worth; end it with its marks in square brackets: “[4]”",
    ),
    "question without a scheme": (QUESTION + "Why? [1]", "1: the question “explain” has no mark scheme"),
    "fewer points than marks": (
        QUESTION + ":points: the wall holds the cell | it keeps the shape\nWhy? [3]",
        "3: the question “explain” is worth 3 marks and has 2 mark points",
    ),
    "point of two words": (QUESTION + ":points: it holds\nWhy? [1]", "3: the mark point “it holds” says too little"),
    "choice without a key": (
        "question multiple-choice\n:name: q\n:options: a | b\nWhich? [1]",
        "1: the question “multiple-choice” has no :key:",
    ),
    "choice without options": ("question multiple-choice\n:name: q\n:key: a\nWhich? [1]", "1: the question “multiple-"),
    "key among the wrong answers": (
        "question multiple-choice\n:name: q\n:key: a wall\n:options: a leaf | A wall\nWhich? [1]",
        "4: “a wall” is the key and an option; write a wrong answer [fact.filler-is-answer]",
    ),
    "options of no choice": (QUESTION + ":key: a\n:options: b | c\nWhy? [1]", "4: the question “explain” has :options"),
    "command that is not given": (QUESTION + ":key: a\n:command: describe\nWhy? [1]", "4: the command term “describe”"),
    "source without its origin": (
        SOURCE + VALUE + "Assess it. [4]",
        "1: the question “source-question” has no :attribution:; write “:attribution: what it is, who made it, "
        "when and where” [fact.missing-field]",
    ),
    "quoted source": (
        SOURCE.replace("Cowpox protects", "“Cowpox” protects") + VALUE + ":attribution: a book\nAssess it. [4]",
        "3: the extract of the question “source-question” holds quotation marks; sum the source up in your own words, "
        "and quote nothing [fact.quoted]",
    ),
    "fewer points of value than half the marks": (
        SOURCE + VALUE + ":attribution: a book\nAssess it. [6]",
        "4: the question “source-question” is worth 6 marks and has 2 points of :value:; write a point for every two",
    ),
    "short point of value": (
        SOURCE + VALUE.replace("the writer made the test", "a test") + ":attribution: a book\nAssess it. [4]",
        "4: the mark point “a test” says too little",
    ),
    "key of a source question": (
        SOURCE + VALUE + ":attribution: a book\n:key: yes\nAssess it. [4]",
        "7: a source question has no :key:",
    ),
    "source of another question": (
        QUESTION + ":key: a\n:extract: it is so\nWhy? [1]",
        "4: the question “explain” has a :extract: but is no source question; call it source-question, or delete it",
    ),
    "no stem": (QUESTION + ":key: a", "1: the question “explain” has no stem"),
}


@pytest.mark.parametrize(("text", "expected"), RULES.values(), ids=RULES)
def test_a_broken_rule_is_told(text, expected):
    """The author reads file and line, what is wrong in their own words, and what to write (G1, G2, G9, G16)."""
    told = faults(text)

    assert [fault for fault in told if fault.startswith(f"book/01.md:{expected}")] != [], told


@pytest.mark.parametrize(
    "text",
    [
        EVENT.replace("the flight of the balloon", title) + CLAUSE
        for title in (
            "the founding of the Royal Society",
            "the Boston Tea Party",
            "the organisation of the harvest",
            "the first Party Congress",
            "the secret trial of the officers of the navy",
            "Darwin's voyage",
            "the publication of Order No. 1234",
            "the discovery of DNA",
            "the October Revolution",
            "the death of the man who was king",
            "the start of the Five-Year Plan",
            "the Copernican turn",
        )
    ],
)
def test_a_title_that_names_a_happening_passes(text):
    """Bodies and documents may stand inside a title, as long as its head noun is a happening."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("kind_and_name", "definition"),
    [
        ("term show trial", "a public court case staged as a political lesson"),
        ("term cell", "the smallest unit of which a living thing is built"),
        ("term police", "the people who carry out a policy of public order"),
        ("term station", "a fixed place at which the state of the air is measured"),
        ("term heat", "the energy that flows from hot to cold bodies"),
    ],
)
def test_a_definition_in_other_words_passes(kind_and_name, definition):
    """Words that only look like the term, and single words of a longer term, are no fault."""
    assert faults(f"{kind_and_name}\n:name: x\n:class: y\n{definition}") == []


def test_a_plural_may_begin_with_a_name():
    """A definition in the plural needs no article, so a capital may begin it."""
    text = (
        TERM.replace("osmosis\n:name", "migrants\n:name") + ":number: plural\nItalian workers who moved north in winter"
    )

    assert faults(text) == []


def test_an_objection_may_lean_on_its_view():
    """Objections, limits and reasons are printed beside what they belong to, so "it" is no fault there."""
    assert faults(VIEW + ":objection: it leaves out chance\norganisms change by use") == []


def test_a_sentence_may_begin_with_a_name_in_small_letters():
    """A sentence that begins with "pH" begins well."""
    assert faults(STATEMENT + BLANK + "pH is a measure of {blank}`acids`.") == []


def test_all_faults_are_told_at_once():
    """An author mends a mark in one go, not one fault a build."""
    told = faults("event the NASA of 1999\n:name: X\n:date: yesterday\n:clas: c\nHe flew in 1999.")

    assert {fault.rpartition("[")[2].rstrip("]") for fault in told} == {
        "fact.bad-name",
        "fact.bad-date",
        "fact.unknown-option",
        "fact.head-noun",
        "fact.date-in-text",
        "fact.full-stop",
        "fact.not-alone",
    }


def test_faults_come_in_the_order_of_lines():
    """Messages can be worked off from top to bottom."""
    told = faults("event the NASA of 1999\n:name: X\n:date: yesterday\n:clas: c\nHe flew in 1999.")
    lines = [int(fault.split(":")[1]) for fault in told]

    assert sorted(lines) == lines


@pytest.mark.parametrize("kind", OPTIONS)
def test_no_option_stands_twice_in_the_table(kind):
    """The options of a kind and those of all kinds have names of their own."""
    names = options_of(kind)

    assert len(names) == len({option.attribute for option in names.values()})
