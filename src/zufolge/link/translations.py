"""Quotations in another language and their translation beside them, which share no word.

„Köprü kapalı“, „die Brücke ist gesperrt“: the scorers were fitted on German claims and see two
contents.
"""

from zufolge.link.pairs import Pair
from zufolge.sources.language import is_foreign

# On the training dossiers translations have 0.57 to 0.79, and nothing else beside a foreign
# quotation more than 0.4.
_NEAR = 0.55


def nearness(pair: Pair) -> float:
    """Return how near in meaning a quotation and its translation are.

    Args:
        pair: two claims.

    Returns:
        The cosine of both quotes by the claim encoder, which was pretrained on a hundred languages;
        0 where they do not stand side by side in one article, share a word, are not near enough, or
        neither is a foreign quotation, or both are.
    """
    a, b = pair.sides
    if a.article != b.article or abs(a.number - b.number) != 1:
        return 0.0
    near = pair.features["near_quotes"]
    if near < _NEAR or not a.words.keys().isdisjoint(b.words):
        return 0.0
    foreign = [each.type == "direct" and is_foreign(each.text) for each in pair.sides]
    return near if foreign[0] != foreign[1] else 0.0
