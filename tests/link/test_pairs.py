"""In which order claims are compared."""

from itertools import pairwise

from tests.link.hand import claim
from zufolge.link.pairs import moment


def test_a_month_counts_as_of_its_end() -> None:
    days = ["2025-03-14", "2025-03-31", "2025-03", "2025-04-01", "2025-04", "2025-12-31", "2025"]
    found = [moment(claim("Der Deich halte", published=day)) for day in days]
    assert all(one < other for one, other in pairwise(found))


def test_of_one_day_the_place_in_the_article_counts() -> None:
    first, second = (claim("Der Deich halte", number=number) for number in (1, 2))
    assert moment(first) < moment(second)
