from dataclasses import replace

import pytest

from tests.view.hand import lines, report
from zufolge.article import Article
from zufolge.report import Report
from zufolge.span import Span
from zufolge.statement import Party, Statement
from zufolge.view.overview import heading, legend, overview
from zufolge.view.speakers import by_speaker
from zufolge.view.table import rows
from zufolge.view.wording import labels

GERMAN = """\
Tanker vor Bornholm
November 2024 · NNA
als UTF-8 gelesen

Karoline Voss
  [1] „Die Tanks sind dicht“
      ¶1 · direkt · sagte · bestreitet · gesagt: 6. oder 13. November 2024, abends

Kustnytt
  [2] Das Schiff habe gedreht
      ¶2 · indirekt · meldete · behauptet · Kustnytt ← Sealane

der Fischer
  [3] „Sie hat … am Telefon gesagt: ‚Das ist bald vorbei.‘“
      ¶3 · direkt · so
      [4] „Das ist bald vorbei“
          Karoline Voss · ¶3 · direkt · Kanal: am Telefon

ohne genannten Sprecher
  [5] Es seien etwa 40 Tonnen
      ¶3 · indirekt · hieß es

Zeiten
  am Mittwoch  6. oder 13. November 2024  ¶1

Orte
  Malmö  SE  55.61, 13.00  ¶1

Mengen
  etwa 40 Tonnen  etwa 40  Tonnen  ¶3"""

ENGLISH_LEGEND = """\
[1] Karoline Voss · ¶1 · direct · sagte · denies · said: 6 or 13 November 2024, evening
[2] Kustnytt · ¶2 · indirect · meldete · asserts · Kustnytt ← Sealane
[3] der Fischer · ¶3 · direct · so
[4] Karoline Voss · ¶3 · direct · channel: am Telefon
[5] no speaker named · ¶3 · indirect · hieß es"""


def test_a_full_report_in_german() -> None:
    assert "\n".join(lines(overview(report(), labels("de")))) == GERMAN


def test_the_legend_in_english() -> None:
    assert "\n".join(lines(legend(report(), labels("en")))) == ENGLISH_LEGEND


@pytest.mark.parametrize(
    ("word", "without"),
    [
        ("Times", replace(report(), times=())),
        ("Places", replace(report(), places=())),
        ("Quantities", replace(report(), quantities=())),
    ],
)
def test_what_a_report_does_not_hold_is_not_mentioned(word: str, without: Report) -> None:
    assert word not in lines(overview(without, labels("en")))
    assert word in lines(overview(report(), labels("en")))


def test_an_article_without_anything_known_has_a_heading_all_the_same() -> None:
    bare = Report(Article("Es regnete."))
    assert lines(overview(bare, labels("de"))) == [
        "(ohne Überschrift)",
        "ohne Datum",
        "",
        "Keine wiedergegebene Rede gefunden.",
    ]


def test_one_name_in_the_tables_is_one_row_with_all_its_paragraphs() -> None:
    text = "Köln ist nass.\n\nIn Köln regnet es, in Köln schneit es."
    made = report()
    place = made.places[0]
    found = [position for position in range(len(text)) if text.startswith("Köln", position)]
    places = tuple(replace(place, span=Span(p, p + 4), name="Köln", country="DE") for p in found)
    told = lines(overview(Report(Article(text), places=places), labels("de")))
    assert told[-1] == "  Köln  DE  55.61, 13.00  ¶1, 2"


def test_a_speaker_who_is_a_pronoun_is_named_as_in_the_text_until_it_is_resolved() -> None:
    made = report()
    told = made.statements[0]
    assert told.speaker is not None
    unresolved = replace(told, speaker=Party(told.speaker.spans))
    assert by_speaker(replace(made, statements=(unresolved,)))[0].speaker == "Sprecherin Voss"
    assert by_speaker(replace(made, statements=(told,)))[0].speaker == "Karoline Voss"


def test_every_statement_is_listed_once_even_if_they_claim_to_hold_each_other() -> None:
    made = report()
    first, second = made.statements[0], made.statements[1]
    circle = (replace(first, nested_in=second.id), replace(second, nested_in=first.id))
    astray = (replace(made.statements[2], nested_in="0" * 16),)
    groups = by_speaker(replace(made, statements=circle + astray))
    assert sorted(entry.number for group in groups for entry in group.entries) == [1, 2, 3]


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    text = "Er sagte, alles\x1b[2J sei \u202egut.\nEnde"
    article = Article(text, source="dp\x1ba", title="Ti\x07tel")
    statement = Statement(article.id, (Span(10, len(text)),), "indirect", cue=(Span(3, 8),))
    told = "\n".join(lines(overview(Report(article, (statement,)), labels("de"))))
    assert "[1] alles�[2J sei �gut. Ende" in told
    assert not set(told) & set("\x1b\x07\u202e")


def test_heading_names_address_and_notes() -> None:
    article = Article(
        "x", "dpa", "Titel", "2025-03-14", url="https://blatt.example/1", notes=("n",)
    )
    assert lines(heading(Report(article), labels("en"))) == [
        "Titel",
        "14 March 2025 · dpa · https://blatt.example/1",
        "n",
    ]


def test_an_addressee_that_passes_the_words_on_is_told_once() -> None:
    made = report()
    told = made.statements[0]
    voss, kustnytt = made.actors[0].id, made.actors[1].id
    to_kustnytt = replace(told, addressee=Party((Span(0, 5),), kustnytt))
    relayed = replace(to_kustnytt, chain=(voss, kustnytt))
    shown = [
        "\n".join(lines(overview(replace(made, statements=(each,)), labels("de"))))
        for each in (to_kustnytt, relayed)
    ]
    assert ["an: Kustnytt" in page for page in shown] == [True, False]
    assert "Kustnytt ← Karoline Voss" in shown[1]


def test_a_place_is_named_where_the_text_has_another_form() -> None:
    made = report()
    place = replace(made.places[0], name="Malmoe")
    assert "  Malmö  Malmoe  SE  55.61, 13.00  ¶1" in lines(
        overview(replace(made, places=(place,)), labels("de"))
    )


def test_an_empty_column_is_left_out() -> None:
    assert lines(rows([("a", "", "¶1"), ("b", "", "¶2")])) == ["a  ¶1", "b  ¶2"]


def test_columns_of_a_table_stand_below_each_other_in_wide_signs_too() -> None:
    assert lines(rows([("東京", "a", "¶1"), ("Bonn", "bb", "¶2")])) == [
        "東京  a   ¶1",
        "Bonn  bb  ¶2",
    ]
