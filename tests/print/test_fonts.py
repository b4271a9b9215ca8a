"""The type that is brought along, and for which letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worksheets.press.fonts import FAMILIES, OTHER_FAMILIES, families_for, font_face_css, font_folders, lacking

NAMES = {
    "Noto Sans": "Ƙande Ɗanladi",
    "Noto Sans Arabic": "محمد الأمين",
    "Noto Sans Armenian": "Արամ",
    "Noto Sans Bengali": "অনন্যা সেন",
    "Noto Sans Devanagari": "प्रिया शर्मा",
    "Noto Sans Ethiopic": "አበበ ቢቂላ",
    "Noto Sans Georgian": "გიორგი",
    "Noto Sans Gujarati": "કિરણ પટેલ",
    "Noto Sans Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Noto Sans Hebrew": "עדה לבלייס",
    "Noto Sans Kannada": "ಶ್ರೀ",
    "Noto Sans Khmer": "សុខ សុភា",
    "Noto Sans Lao": "ສຸກ",
    "Noto Sans Malayalam": "ക്ഷമ",
    "Noto Sans Myanmar": "ကျော်ဇော",
    "Noto Sans Oriya": "ତନ୍ମୟ",
    "Noto Sans Sinhala": "ශ්‍රී",
    "Noto Sans Tamil": "முருகன் செல்வி",
    "Noto Sans Telugu": "శ్రీ",
    "Noto Sans Thai": "สมชาย ใจดี",
}


def test_every_family_has_its_example() -> None:
    """The table above leaves none out."""
    assert set(OTHER_FAMILIES) == set(NAMES)


@pytest.mark.parametrize("family", NAMES)
def test_a_name_in_another_script_brings_its_own_family(family: str) -> None:
    """One family more is declared and named after the main ones, and no letter is lacking."""
    css = font_face_css(NAMES[family])

    assert (frozenset(), len(FAMILIES) * 2 + 1, True) == (
        lacking(NAMES[family]),
        css.count("@font-face"),
        css.endswith(f':root {{ --font-others: "{family}", sans-serif }}'),
    )


@pytest.mark.parametrize(
    "text", ["", "Ann O'Neill", "Łukasz Żółć", "Пётр Иванов", "Ελένη", "Ngô Bảo Châu", "a\tb\n\u200d"]
)
def test_ordinary_text_brings_no_other_family(text: str) -> None:
    """Latin, Cyrillic, Greek and Vietnamese are set in the main families, and the style is the same for all of them."""
    assert font_face_css() == font_face_css(text)


def test_letters_without_any_font_are_told() -> None:
    """Chinese and private signs are in no packaged font; spaces and control characters need none."""
    assert frozenset("李\ue000") == lacking("Ann \u3000\n李\ue000 עדה")


@given(st.frozensets(st.sampled_from("".join(NAMES.values()) + "李z"), max_size=20))
def test_the_families_chosen_are_enough_and_none_is_idle(characters: frozenset[str]) -> None:
    """What one family less could do is never left to more, and what none has brings none."""
    chosen = families_for(characters)
    alone = {family for char in characters for family in families_for(frozenset(char))}

    assert (True, len(set(chosen))) == (len(chosen) <= len(alone), len(chosen))


def test_the_files_lie_in_the_folders_that_print_may_read() -> None:
    """Each declared file is below one of them."""
    css = font_face_css("".join(NAMES.values()))
    files = [part.split('"')[0] for part in css.split('url("')[1:]]

    assert [] == [file for file in files if not any(file.startswith(folder.as_uri()) for folder in font_folders())]
