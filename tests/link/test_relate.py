"""Decisions, on claims as reports give them."""

from dataclasses import replace

from tests.link.hand import claim
from zufolge.annotate import annotate, load
from zufolge.article import Article
from zufolge.link import Claim, MemoryIndex, link, relate
from zufolge.link.passages import fingerprint
from zufolge.relation import Relation


def related(*articles: list[Claim]) -> dict[tuple[str, str], list[Relation]]:
    """Relate articles in turn; returns relations by the first words of both statements."""
    index, found = MemoryIndex(), list[Relation]()
    for article in articles:
        found += relate(article, index)
    texts = {each.statement: each.text.split()[0] for article in articles for each in article}
    told: dict[tuple[str, str], list[Relation]] = {}
    for each in found:
        told.setdefault((texts[each.source], texts[each.target]), []).append(each)
    return told


def printed(told: Claim) -> Claim:
    return replace(told, passages=fingerprint(told.text))


def test_a_pointing_denial_is_about_what_stands_before_it() -> None:
    article = [
        claim("Tausend Gäste seien gekommen", number=0, actor="Ina Holm"),
        claim(
            "Kollegen hätten gehört, die Gießerei werde geschlossen", number=1, actor="Kuno Beck"
        ),
        claim(
            "das",
            number=2,
            actor="Mika Salo",
            stance="denies",
            around="Salo dementierte das sofort",
        ),
    ]
    found = related(article)
    [denial] = found["das", "Kollegen"]
    assert denial.kind == "denies"
    assert denial.reason == "denial: “das” points at what stands beside it"
    assert ("das", "Tausend") not in found


def test_a_reprint_is_the_same_and_passed_on() -> None:
    text = "Der letzte Fahrgast sei erst gegen Mittag aus dem Wrack des Zuges geborgen worden"
    first = printed(claim(text, article="a", actor="Bodo Lenz"))
    later = printed(claim(text, article="b", actor="Lenz", published="2025-03-16"))
    [kinds] = related([first], [later]).values()
    assert [each.kind for each in kinds] == ["same", "repeats"]
    assert kinds[0].source == kinds[1].target == first.statement
    assert kinds[1].reason == "reprint: 1.00 of the passage"


def test_the_order_of_adding_does_not_turn_a_relation_around() -> None:
    text = "Der letzte Fahrgast sei erst gegen Mittag aus dem Wrack des Zuges geborgen worden"
    first = printed(claim(text, article="a", actor="Bodo Lenz"))
    later = printed(claim(text, article="b", actor="Lenz", published="2025-03-16"))
    assert related([first], [later]) == related([later], [first])


def test_figures_of_two_speakers_clash_and_those_of_one_are_corrected() -> None:
    police = claim(
        "31 Reisende seien bei dem Unfall verletzt worden",
        actor="Polizei",
        figure=31,
        of="Reisende",
    )
    fire = claim(
        "27 Verletzte bei dem Unfall", number=1, actor="Feuerwehr", figure=27, of="Verletzte"
    )
    later = claim(
        "34 Reisende seien bei dem Unfall verletzt worden",
        article="b",
        actor="Polizei",
        figure=34,
        of="Reisende",
        published="2025-03-16",
    )
    found = related([police, fire], [later])
    assert [each.kind for each in found["31", "27"]] == ["differs"]
    assert found["31", "27"][0].reason == "figures: 31 / 27 Verletzte"
    assert [each.kind for each in found["34", "31"]] == ["corrects"]


def test_what_has_nothing_in_common_is_not_related() -> None:
    found = related(
        [claim("Der Haushalt werde im Herbst beraten", actor="Ina Holm")],
        [claim("Am Hafen lägen drei Schiffe", article="b", actor="Kuno Beck")],
    )
    assert found == {}


def test_a_claim_of_many_neighbours_is_compared_with_few() -> None:
    index = MemoryIndex()
    for number in range(200):
        relate([claim("Die Brücke ist gesperrt", article=f"b{number}")], index)
    near = index.near(claim("Die Brücke ist gesperrt", article="a"), limit=24)
    assert len(near) == 24


def test_one_side_negated_does_not_compete_for_the_same() -> None:
    first = claim("Die Mauer sei unterspült gewesen", article="a", actor="Ina Holm")
    denying = claim("Die Mauer sei nicht unterspült gewesen", article="b", actor="Hafenamt")
    later = claim("Die Mauer sei unterspült gewesen", article="c", actor="Kuno Beck")
    index, found = MemoryIndex(), list[Relation]()
    for each in (first, denying, later):
        found += relate([each], index)
    told = {(each.source, each.target): each.kind for each in found if each.kind != "repeats"}
    assert told[first.statement, later.statement] == "same"
    assert told[first.statement, denying.statement] == "contradicts"
    assert told[denying.statement, later.statement] == "contradicts"


def test_who_denies_what_another_says_hardly_says_the_same() -> None:
    charge = "Das Dach der Turnhalle sei seit Jahren undicht gewesen, sagte Dachdecker Udo Prien."
    denial = "Bauamtsleiterin Iris Vahl wies den Vorwurf zurück."
    answer = "„Das Dach der Turnhalle ist erst vor drei Jahren geprüft worden“, sagte {} am Montag."
    kinds = [
        [each.kind for each in link(annotate([Article(" ".join(told))], load())).relations]
        for told in (
            (charge, answer.format("Bauamtsleiterin Iris Vahl")),
            (charge, denial, answer.format("Vahl")),
        )
    ]
    # By their words alone the two are taken for the same.
    assert kinds == [["same"], ["denies"]]
