"""Questions that are answered at length, or read in a passage, on a science topic."""

from __future__ import annotations

from worksheets.exhibits import Extract, Table
from worksheets.facts import Place
from worksheets.questions import GAP, Indicative, Key, MarkBand, Question, QuestionPart

DEFENCES = Place(
    chapter="05-defences",
    chapter_number="5",
    chapter_title="Defences",
    section="5.4",
    section_title="Resistance",
    anchor="resistance",
    pages={"a4": "66", "letter": "70"},
)

REASONS = Question(
    id="explain/link/overuse",
    item_type="explain",
    pattern="link",
    facts=("overuse",),
    stem=(
        "The overuse of antibiotics has led to resistant bacteria. "
        "Explain how, and give one point that limits this explanation."
    ),
    marks=3,
    answer_lines=9,
    level=2,
    key=Key(
        "What does not kill every bacterium leaves the hardiest to multiply.",
        points=(
            "a few bacteria survive by a chance mutation",
            "the survivors multiply and pass on resistance",
            "Limit: some bacteria were resistant before there were antibiotics",
        ),
        notes=("Another sound point or limit counts in place of one of these.",),
    ),
    places=(DEFENCES,),
)

TWO_VIEWS = Question(
    id="compare-views/argument-and-evidence/pasteur-1880",
    item_type="compare-views",
    pattern="argument-and-evidence",
    facts=("pasteur-1880", "bechamp-1883"),
    stem=(
        "Compare what Louis Pasteur (1880) and Antoine Béchamp (1883) say about where infections come from. "
        "Refer to argument and evidence."
    ),
    marks=5,
    answer_lines=15,
    level=2,
    key=Key(
        "Difference: Louis Pasteur (1880) on the germ, Antoine Béchamp (1883) on the state of the body",
        points=(
            "Louis Pasteur (1880): germs from outside cause infections",
            "Antoine Béchamp (1883): illness brings forth the germs that are found in it",
            "Difference: Louis Pasteur (1880) on the germ, Antoine Béchamp (1883) on the state of the body",
            "Evidence of Louis Pasteur (1880): broth that stays clear in a flask with a bent neck",
            "Evidence of Antoine Béchamp (1883): small grains seen in healthy tissue",
        ),
        notes=("Another sound difference, or a likeness, counts in place of the one given.",),
    ),
    places=(DEFENCES, DEFENCES),
)

JUDGEMENT = Question(
    id="essay/authored/who-ended-smallpox",
    item_type="essay",
    pattern="authored",
    facts=("who-ended-smallpox",),
    stem="To what extent was the end of smallpox the work of one person?",
    marks=6,
    answer_lines=30,
    level=3,
    table=Table(
        rows=(("", "", ""), ("", "", ""), ("My judgement", "", "")),
        heads=("Point", "Evidence for it", "What speaks against it"),
    ),
    key=Key(
        "Marked by bands, best fit: Six-mark questions, Essay",
        points=("Jenner tested cowpox and wrote about it", "a judgement on how far one test was enough"),
        notes=("The band is the one that fits best as a whole.",),
        bands="six-marks/essay-6",
        mark_bands=(
            MarkBand("4-6", "Both sides are weighed, and a judgement follows.", ("Dates are exact.",)),
            MarkBand("1-3", "Something is told of one side."),
            MarkBand("0", "Nothing that answers the question."),
        ),
        indicative=(Indicative("the last case of smallpox was found in Somalia (1977)", "last-case", DEFENCES),),
    ),
    places=(DEFENCES,),
)

WRONG_WORDS = Question(
    id="find-the-mistakes/passage/cowpox-test",
    item_type="find-the-mistakes",
    pattern="passage",
    facts=("cowpox-test", "cowpox-name", "cowpox-spread"),
    stem="Two words or phrases in this passage are wrong. Underline them, and write the right ones on the lines.",
    marks=4,
    answer_lines=2,
    level=2,
    extracts=(
        Extract(
            (
                "Edward Jenner tested cowpox on the son of a blacksmith. The word vaccine comes from the Latin name of "
                "the cow. Within a few years the method was known as far away as Australia.",
            )
        ),
    ),
    key=Key(
        "‘blacksmith’ should be ‘gardener’; ‘Australia’ should be ‘Mexico’",
        accept=("for ‘Australia’ New Spain",),
        notes=(
            "1 mark for each mistake found, 1 for each correction.",
            "Each further place that is underlined cancels a mark for finding.",
            "Another correction that makes the sentence true counts.",
        ),
    ),
    places=(DEFENCES, DEFENCES, DEFENCES),
)

RUNNING_TEXT = Question(
    id="cloze-passage/passage/cowpox-test",
    item_type="cloze-passage",
    pattern="passage",
    facts=("cowpox-test", "cowpox-name", "cowpox-spread"),
    stem="Complete the passage. The brackets say what is missing.",
    marks=3,
    extracts=(
        Extract(
            (
                f"Cowpox was tested as a protection by (1){GAP} (person). The word vaccine comes from the Latin name "
                f"of the (2){GAP} (animal). Smallpox was ended in the whole world in (3){GAP} (year).",
            )
        ),
    ),
    gap_keys=(Key("Jenner", accept=("Edward Jenner",)), Key("cow", accept=("cattle", "a cow")), Key("1980")),
    key=Key("Jenner; cow; 1980", notes=("Capital letters and accents do not count.",)),
    places=(DEFENCES, DEFENCES, DEFENCES),
)

WHO = Question(
    id="who-is-it/person/jenner",
    item_type="who-is-it",
    pattern="person",
    facts=("jenner",),
    stem="Who is it?",
    marks=3,
    rows=(
        "Worked as a country doctor in Gloucestershire",
        "Listened to what milkmaids said",
        "Tested cowpox as a protection against smallpox on the son of a gardener",
    ),
    key=Key(
        "Edward Jenner",
        accept=("Jenner",),
        notes=(
            "3 marks at (a), 2 at (b), 1 at (c); wrong names cost nothing.",
            "Capital letters and accents do not count.",
        ),
    ),
    places=(DEFENCES,),
)

MEANING = Question(
    id="define/term/vaccine",
    item_type="define",
    pattern="term",
    facts=("vaccine",),
    stem="Explain the meaning of ‘vaccine’.",
    marks=2,
    answer_lines=4,
    key=Key(
        "a preparation that trains the body to resist a disease without causing it",
        points=("a preparation that trains the body to resist a disease", "does not cause the disease itself"),
        notes=("An example may count as a point: cowpox against smallpox.",),
    ),
    places=(DEFENCES,),
)

EFFECTS = Question(
    id="cause-and-effect/effects/overuse",
    item_type="cause-and-effect",
    pattern="effects",
    facts=("overuse", "cooking", "hand-washing", "nets"),
    stem="Match each cause with its effect. Two letters are not needed.",
    instruction="Write one letter in each box.",
    marks=4,
    rows=(
        "The washing of hands by surgeons",
        "The overuse of antibiotics",
        "Nets over beds",
        "The boiling of water",
    ),
    responses=(
        "brought back scurvy on long voyages",
        "has led to resistant bacteria",
        "killed the germs that cause cholera",
        "kept mosquitoes from sleepers",
        "lowered the number of deaths after childbirth",
        "spread influenza over five continents",
    ),
    row_keys=("E", "B", "D", "C"),
    key=Key("1 E, 2 B, 3 D, 4 C"),
    places=(DEFENCES,),
)

TIMES = Question(
    id="sort-causes/timescale/overuse",
    item_type="sort-causes",
    pattern="timescale",
    facts=("overuse", "crowding", "hospital-outbreak", "no-new-drugs"),
    stem=(
        "These were causes of the outbreak. "
        "Which are long-term causes (L: at work for years), which are short-term causes (S: at work shortly before) "
        "and which are triggers (T: set it off)?"
    ),
    instruction="Write one letter in each box. A letter may be used more than once.",
    marks=4,
    rows=(
        "A crowded ward",
        "The overuse of antibiotics",
        "The arrival of one infected patient",
        "The lack of new drugs",
    ),
    row_keys=("S", "L", "T", "L"),
    level=2,
    key=Key(
        "long-term: the overuse of antibiotics, the lack of new drugs; short-term: a crowded ward; "
        "trigger: the arrival of one infected patient"
    ),
    places=(DEFENCES,),
)

EVIDENCE = Question(
    id="match-claim-and-evidence/evidence/pasteur-1880",
    item_type="match-claim-and-evidence",
    pattern="evidence",
    facts=("pasteur-1880", "snow-1855", "semmelweis-1861", "koch-1884"),
    stem="Match each claim with the evidence that its author gave for it. Two letters are not needed.",
    instruction="Write one letter in each box.",
    marks=4,
    rows=(
        "John Snow (1855): cholera comes from something that is drunk",
        "Ignaz Semmelweis (1861): doctors carry childbed fever on their hands",
        "Louis Pasteur (1880): germs from outside cause infections",
        "Robert Koch (1884): one microbe causes one disease",
    ),
    responses=(
        "Broth that stays clear in a flask with a bent neck",
        "Cultures grown in pure form and given to animals",
        "Deaths before and after washing with chlorinated lime",
        "Houses marked on a map around a street pump",
        "Letters from travellers to the tropics",
        "Small grains seen in healthy tissue",
    ),
    row_keys=("D", "C", "A", "B"),
    key=Key("1 D, 2 C, 3 A, 4 B"),
    level=2,
    places=(DEFENCES,),
)

SOURCE = Question(
    id="source-question/in-steps/inquiry",
    item_type="source-question",
    pattern="in-steps",
    facts=("inquiry",),
    stem="Read the source and answer the questions.",
    marks=4,
    level=2,
    extracts=(
        Extract(
            (
                "Milkmaids who have had cowpox do not fall ill with smallpox. A boy who was given cowpox on purpose "
                "was safe as well.",
            ),
            heading="The source, summed up and not quoted",
            attribution="An inquiry into cowpox, a book by Edward Jenner, published in 1798",
        ),
    ),
    parts=(
        QuestionPart(
            "Give two reasons why the source is of value for finding out whether cowpox protects against smallpox.",
            2,
            Key(
                "1 mark for each of these, up to 2",
                points=(
                    "the writer made the test in person",
                    "it describes cases one by one",
                    "doctors could repeat it",
                ),
            ),
            answer_lines=4,
        ),
        QuestionPart(
            "Give two limitations of the source for finding out whether cowpox protects against smallpox.",
            2,
            Key(
                "1 mark for each of these",
                points=("the writer wished to win readers", "a few cases cannot show how long protection lasts"),
            ),
            answer_lines=4,
        ),
    ),
    key=Key("1 mark for each point", notes=("Other sound points count in place of these.",)),
    places=(DEFENCES,),
)

EXTENDED = (REASONS, TWO_VIEWS, JUDGEMENT, WRONG_WORDS, RUNNING_TEXT, WHO, MEANING, EFFECTS, TIMES, EVIDENCE, SOURCE)
