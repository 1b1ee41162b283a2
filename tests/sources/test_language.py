"""Which languages are read, which refused, and what is too short to tell."""

import pytest

from zufolge.errors import UnsupportedLanguage
from zufolge.sources.language import check_language, is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "Der Sprecher sagte, die Vorwürfe seien nicht neu und würden geprüft.",
        "Kiew dementiert.",
        "Moskau dementiert",
        "In Kiew",
        "Putin droht Selenskyj",
        "„Nein.“",
        "12.03.2025 – 14:00",
        "Macron trifft Starmer, Tusk und Meloni in Paris",
        "Damals dirigierte Anton Brugger, den Florestan gab Emil Kanter.",
        "Die Band spielte „Walking through the rainy night“ und ging nach dem Lied.",
    ],
)
def test_german_and_the_undecidable_are_read(text: str) -> None:
    assert check_language(text, "bericht.txt") == "de"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("English", "The harbour master said on Monday that he would resign from his post."),
        ("French", "La maire a déclaré lundi que le pont resterait fermé jusqu'à l'été."),
        ("Dutch", "De burgemeester zei maandag dat de brug nog weken gesloten blijft."),
        ("Italian", "La sindaca ha detto lunedì che il ponte resterà chiuso fino all'estate."),
        ("Spanish", "La alcaldesa dijo el lunes que el puente seguirá cerrado hasta el verano."),
        ("Portuguese", "A ministra das finanças disse na segunda-feira que não renunciaria."),
        ("Polish", "Burmistrz powiedział w poniedziałek, że most pozostanie zamknięty."),
        ("Danish", "Borgmesteren sagde mandag, at broen, der er fra 1920, forbliver lukket."),
        ("Swedish", "Borgmästaren sade på måndagen att bron förblir stängd till sommaren."),
        ("Turkish", "Belediye başkanı pazartesi günü köprünün kapalı kalacağını söyledi."),
        ("Russian", "Москва отрицает."),
        ("Ukrainian", "Міська голова заявила, що міст залишиться закритим."),
        ("Greek", "Η δήμαρχος δήλωσε ότι η γέφυρα θα μείνει κλειστή."),
        ("Chinese", "市长星期一表示大桥将继续关闭。"),
        ("Arabic", "قالت رئيسة البلدية إن الجسر سيبقى مغلقا."),
    ],
)
def test_other_languages_are_refused_by_name(language: str, text: str) -> None:
    with pytest.raises(UnsupportedLanguage) as refused:
        check_language(text, "bericht.txt")
    sentence = f"the text is in {language}, but only German is read"
    assert str(refused.value) == f"bericht.txt: sources: {sentence}"


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("We are so tired", True),
        ("Kışı bekliyoruz", True),
        ("Il ponte è chiuso", True),
        ("Olemme odottaneet tarpeeksi", True),
        ("Мы устали ждать", True),
        ("Wir sind so müde", False),
        ("Es war taghell", False),
        ("Der Verwalter hat es mir gezeigt", False),
        ("Unfug!", False),
        ("Basta", False),
        ("", False),
    ],
)
def test_foreign_quotations_are_told_from_german_ones(text: str, foreign: bool) -> None:
    assert is_foreign(text) is foreign
