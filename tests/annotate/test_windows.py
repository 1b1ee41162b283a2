import itertools

from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate import windows


@given(
    st.lists(st.integers(1, 16), max_size=1200),
    st.lists(st.integers(1, 1200), max_size=60),
)
def test_each_word_counts_once_and_windows_fit(sizes: list[int], starts: list[int]) -> None:
    borders = sorted({start for start in starts if start < len(sizes)})
    cut = windows.cut(sizes, borders)
    counted = [word for window in cut for word in range(window.counts_from, window.counts_to)]
    assert counted == list(range(len(sizes)))
    for window in cut:
        assert sum(sizes[window.first : window.last]) <= windows.MOST_PIECES
        assert window.first <= window.counts_from <= window.counts_to <= window.last


def test_a_short_text_is_one_window_that_begins_at_its_first_word() -> None:
    assert windows.cut([2, 1, 1], [0]) == [windows.Window(0, 3, 0, 3)]


def test_neighbours_share_words_so_that_edges_have_context() -> None:
    cut = windows.cut([1] * 900, list(range(0, 900, 20)))
    for left, right in itertools.pairwise(cut):
        assert left.last - right.first >= windows.OVERLAP // 2
        assert left.counts_to == right.counts_from
