"""The agency of a dateline, and lines that only look like one."""

import pytest

from zufolge.sources.datelines import agency

REST = "Die Gespräche sind unterbrochen worden."


@pytest.mark.parametrize(
    ("dateline", "name"),
    [
        ("Lübeck (dpa) - ", "dpa"),
        ("Lübeck/Kiel (dpa) – ", "dpa"),
        ("Bad Wiesen / St. Anton (dpa) — ", "dpa"),
        ("Lübeck (dpa/lno) - ", "dpa"),
        ("LÜBECK, 3. März (Reuters) - ", "Reuters"),
        ("Lübeck, 3. März 2024 (rtr) - ", "Reuters"),
        ("Lübeck, 03.03. (AFP) - ", "AFP"),
        ("Lübeck/Paris (AFP)\n", "AFP"),
        ("Lübeck/Paris (AFP) ", "AFP"),
        ("Lübeck (AFP/dpa) - ", "AFP/dpa"),
        ("Lübeck (dpa, eig. Ber.) - ", "dpa"),
        ("Bern (Keystone-SDA) ", "Keystone-SDA"),
        ("Frankfurt (Oder) (dpa) - ", "dpa"),
        ("Frankfurt/Main (dpa-AFX) - ", "dpa-AFX"),
        ("LÜBECK dpa | ", "dpa"),
        ("(dpa) ", "dpa"),
        ("Nordhafen (Küsten-Agentur) - ", "Küsten-Agentur"),
        ("Nordhafen (KNP) - ", "KNP"),
        ("Gespräche unterbrochen\n\nLübeck (dpa) - ", "dpa"),
    ],
)
def test_agency_is_found(dateline: str, name: str) -> None:
    assert agency(dateline + REST) == name


@pytest.mark.parametrize(
    "beginning",
    [
        "Frankfurt (Oder) – ",
        "Halle (Saale) - ",
        "Ina Holm (SPD) – seit Mai im Amt – sprach. ",
        "Paris (USA) – ",
        "Die Deutsche Presse-Agentur (dpa) meldete am Montag: ",
        "Die Arbeiterpartei (AP) – in Norwegen stark – schwieg. ",
        "Wie die Agentur (AFP) meldete, ruhten die Waffen. ",
        "Der Verband (KNP) – er vertritt die Küste – klagte. ",
        "Lübeck (mwe) – ",
        "Lübeck - ",
        "Das sagte sie der Nachrichtenagentur dpa am Abend. ",
    ],
)
def test_other_parentheses_are_no_agency(beginning: str) -> None:
    assert agency(beginning + REST) is None


def test_known_agency_counts_before_a_later_paragraph_and_unknown_name_does_not() -> None:
    text = f"{REST}\n\n" * 20
    assert agency(f"{text}Lübeck (dpa) - {REST}") == "dpa"
    assert agency(f"{text}Nordhafen (KNP) - {REST}") is None
