"""What a new article's claims are compared with."""

from tests.link.hand import claim
from zufolge.link import Claim, MemoryIndex
from zufolge.link.candidates import candidates

# One matter in two articles; of the first claims of both no word is the same.
THERE = [
    claim("Der Damm habe in der Nacht nachgegeben", article="a", actor="Ina Rau"),
    claim("Zwölf Keller seien voll Wasser", article="a", number=1, actor="Ina Rau"),
    claim("Die Schule öffne am Montag", article="a", number=2, actor="Jon Berg"),
]
HERE = [
    claim("das Bauwerk sei in den frühen Morgenstunden gebrochen", article="b", actor="Kai Lund"),
    claim("Wasser stehe in den Kellern", article="b", number=1, actor="Kai Lund"),
    claim("Die Schule bleibe bis Montag zu", article="b", number=2, actor="Kai Lund"),
]


def _compared(new: list[Claim], index: MemoryIndex) -> dict[str, set[str]]:
    texts = {each.statement: each.text for each in new}
    found = candidates(new, index)
    return {texts[key]: {each.text for each in others} for key, others in found.items()}


def test_what_shares_no_word_is_found_in_the_article_that_others_lead_to() -> None:
    index = MemoryIndex()
    index.add(THERE)
    assert index.near(HERE[0], limit=24) == []
    assert THERE[0].text in _compared(HERE, index)[HERE[0].text]


def test_one_claim_alone_does_not_lead_there() -> None:
    index = MemoryIndex()
    index.add(THERE)
    stranger = claim("Im Theater werde geprobt", article="b", number=2, actor="Kai Lund")
    assert _compared([HERE[0], HERE[1], stranger], index)[HERE[0].text] == set()


def test_another_matter_is_not_read_through() -> None:
    index = MemoryIndex()
    index.add(
        [claim(each.text, article="a", number=n, matter=("Graz",)) for n, each in enumerate(THERE)]
    )
    assert _compared(HERE, index)[HERE[0].text] == set()


def test_however_much_there_is_the_number_is_bounded() -> None:
    index = MemoryIndex()
    for number in range(30):
        index.add(
            [
                claim(each.text, article=f"a{number}", number=place, actor="Ina Rau")
                for place, each in enumerate([*THERE, *THERE])
            ]
        )
    found = candidates(HERE, index)
    assert max(len(others) for others in found.values()) <= 24 + 16
    assert all(len({o.statement for o in each}) == len(each) for each in found.values())
