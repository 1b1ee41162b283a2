import pytest
from hypothesis import given
from hypothesis import strategies as st

from zufolge.languages import GERMAN
from zufolge.link.transliteration import latin, only_vowels_differ, readings


@pytest.mark.parametrize(
    "spellings",
    [
        "Peskow Peskov Песков",
        "Selenskyj Zelensky Zelenskyy Selenski Зеленський",
        "Schoigu Shoigu Шойгу",
        "Sacharowa Zakharova Захарова",
        "Jelzin Yeltsin Ельцин",
        "Prigoschin Prigozhin Пригожин",
        "Nawalny Navalny Nawalnyj Навальный",
        "Lukaschenko Lukashenko Лукашенко",
        "Saluschnyj Zaluzhny Залужний",
        "Chodorkowski Khodorkovsky Ходорковский",
        "Jermak Yermak Єрмак",
        "Gorbatschow Горбачёв",
        "Müller Mueller Muller",
        "Syrskyj Syrsky Сирський",
        "Tschernyschow Chernyshov Чернышов",
        "Viktor Victor Виктор",
    ],
)
def test_spellings_of_one_name_share_a_reading(spellings: str) -> None:
    first, *others = spellings.split()
    for other in others:
        assert readings(first, GERMAN) & readings(other, GERMAN), other


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Schmidt", "Schmitz"),
        ("Schulz", "Scholz"),
        ("Weber", "Wepper"),
        ("Peskow", "Petkow"),
        ("Lawrow", "Lebedew"),
        ("Selenska", "Selenskyj"),
        ("Bauer", "Baur"),
    ],
)
def test_two_names_share_none(left: str, right: str) -> None:
    assert not readings(left, GERMAN) & readings(right, GERMAN)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Müßig", ("muessig",)),
        ("Vučić", ("vucic",)),
        ("Песков", ("peskow",)),
        ("Сергій", ("sergіi", "serhij")),
    ],
)
def test_latin_letters(word: str, expected: tuple[str, ...]) -> None:
    # The Russian table has no і; what is left of other alphabets is read by its general value.
    assert latin(word, GERMAN)[-1] == expected[-1]


def test_only_vowels_differ() -> None:
    assert only_vowels_differ("Meyer", "Meier")
    assert only_vowels_differ("Matti", "Mati")
    assert not only_vowels_differ("Peskow", "Peskov")
    assert not only_vowels_differ("Щербаков", "Shcherbakov")


@given(st.text(max_size=12))
def test_any_word_has_a_reading_of_letters(word: str) -> None:
    found = readings(word, GERMAN)
    assert found
    assert all(reading == "" or reading.isascii() for reading in found)


@given(st.from_regex(r"[A-ZÄÖÜ][a-zäöüß]{1,9}", fullmatch=True))
def test_capitals_make_no_difference(word: str) -> None:
    assert readings(word, GERMAN) == readings(word.upper().replace("ẞ", "SS"), GERMAN)
