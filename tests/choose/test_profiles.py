"""What a class list may say of a student's needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.problems import Source
from worksheets.profiles import NAMES, SUPPORT, USUAL, Look, Profile, both, parse_profile

HERE = Source("10b.csv", 7)

LOOKS = st.builds(Look, st.sampled_from([0, 18, 24]), st.booleans(), st.booleans())
PROFILES = st.builds(
    Profile,
    LOOKS,
    st.integers(0, 100),
    st.sampled_from(["core", "support", "stretch"]),
    st.frozensets(st.sampled_from(sorted(SUPPORT))),
)


def faults(text: str) -> list[str]:
    found = parse_profile(text, HERE)
    assert isinstance(found, tuple)
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("", USUAL),
        (" ; ", USUAL),
        ("core", USUAL),
        ("large print", Profile(Look(18))),
        ("Large-Print 24 pt", Profile(Look(24))),
        ("reading support + extra time", Profile(Look(open=True), extra_time=25)),
        ("10 % extra time, support", Profile(extra_time=10, tier="support")),
        ("EXTRA TIME 50%;stretch", Profile(extra_time=50, tier="stretch")),
        ("word bank / glossary", Profile(scaffolds=frozenset(["word bank", "glossary"]))),
        ("large print; large print 18", Profile(Look(18))),
    ],
)
def test_a_profile_is_read_as_teachers_write_it(text, profile):
    """Case, hyphens, order and the sign in between do not count."""
    assert parse_profile(text, HERE) == profile


@pytest.mark.parametrize("name", NAMES)
def test_every_name_that_a_message_offers_can_be_written(name):
    """Help and messages name nothing that is refused."""
    assert isinstance(parse_profile(name, HERE), Profile)


@given(PROFILES)
def test_what_the_manifest_remembers_is_the_same_profile(profile):
    """A profile written down and read again is the same."""
    assert parse_profile(profile.label, HERE) == profile


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("larg print", '10b.csv:7: no profile is called "larg print"; write "large print"'),
        ("extra time 400%", "write a number from 1 to 100, as in extra time 25%"),
        ("blue", "write one of large print, large print 18,"),
        ("support; stretch", '"support; stretch" names two tiers; keep one of them'),
        ("large print 18; large print 24", "names two sizes of type"),
        ("extra time 10; extra time 20", "names two times"),
    ],
)
def test_what_cannot_be_meant_is_told_with_what_to_write(text, message):
    """The place, the author's words and the mend."""
    assert message in "".join(faults(text))


def test_all_faults_of_a_cell_are_told_at_once():
    """Each wrong part has its message."""
    assert len(faults("larg print; suport; 3")) == 3


@given(PROFILES, PROFILES)
def test_a_student_needs_what_the_class_needs_and_more(class_profile, own):
    """Nothing that the student's own cell says is lost; where the two contradict it has the last word."""
    joined = both(class_profile, own)

    assert both(USUAL, own) == own
    assert both(own, USUAL) == own
    assert joined.look.size == (own.look.size or class_profile.look.size)
    assert joined.tier == (own.tier if own.tier != "core" else class_profile.tier)
    assert joined.extra_time >= own.extra_time
    assert joined.helps >= own.scaffolds


@given(LOOKS, st.integers(0, 200))
def test_as_much_handwriting_fits_on_higher_lines(look, lines):
    """Large letters take more lines: the room for words is that of the usual sheet."""
    pitch = {0: 8, 18: 10, 24: 12}[look.size]

    assert look.lines(lines) * 8 >= lines * pitch
    assert (look.lines(lines) - 1) * 8 < lines * pitch


@given(PROFILES, st.integers(0, 300))
def test_extra_time_is_rounded_up(profile, minutes):
    """Nobody gets less than the share that is due."""
    assert profile.minutes(minutes) * 100 >= minutes * (100 + profile.extra_time)
    assert profile.minutes(0) == 0
