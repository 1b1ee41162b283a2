from tests.link.hand import claim
from zufolge.link import Connections
from zufolge.relation import Origin, Relation
from zufolge.view.relations import relations
from zufolge.view.wording import labels

FIRST = claim("Die Brücke sei gesperrt", article="a", actor="Ina Holm")
AGAIN = claim("Die Brücke sei zu", article="b", number=1, actor="Kuno Beck")
DENIAL = claim("das", article="b", number=2, actor="Mika Salo", stance="denies")
NAMES = {"a": "eins.txt", "b": "zwei.txt"}


def told(*found: Relation, origins: tuple[Origin, ...] = ()) -> list[str]:
    connections = Connections(found, origins)
    lines = relations(connections, [FIRST, AGAIN, DENIAL], NAMES, labels("de"))
    return [" " * line.indent + line.text.plain for line in lines]


def test_a_pair_takes_two_lines_disputes_first() -> None:
    same = Relation(FIRST.statement, "same", AGAIN.statement, "words: bruck", 0.9)
    denies = Relation(DENIAL.statement, "denies", AGAIN.statement, "denial: meaning", 0.5)
    assert told(same, denies) == [
        "Beziehungen",
        "  Mika Salo: das zwei.txt [3]",
        "    bestreitet · Kuno Beck: Die Brücke sei zu zwei.txt [2]",
        "  Ina Holm: Die Brücke sei gesperrt eins.txt [1]",
        "    wie · Kuno Beck: Die Brücke sei zu zwei.txt [2]",
    ]


def test_what_only_follows_is_left_out() -> None:
    assert told(Relation(DENIAL.statement, "denies", FIRST.statement, "closure", 0.5)) == []


def test_passing_on_says_more_than_being_the_same() -> None:
    pair = (AGAIN.statement, FIRST.statement)
    same = Relation(pair[1], "same", pair[0], "words: bruck", 0.9)
    repeats = Relation(pair[0], "repeats", pair[1], "chain: A ← B", 0.9)
    assert [line for line in told(same, repeats) if " wie " in line] == []


def test_groups_of_three_say_how_many_origins_they_have() -> None:
    group = Origin((FIRST.statement, AGAIN.statement, "c"), 1, ("Ina Holm",))
    assert told(origins=(group,))[1:] == ["  3 gleiche Aussagen, ein Ursprung: Ina Holm"]
