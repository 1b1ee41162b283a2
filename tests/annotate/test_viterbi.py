from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from zufolge.annotate.viterbi import best_tags
from zufolge.encoder import Chain, Floats


def brute_force(emissions: Floats, chain: Chain) -> float:
    return max(
        score(list(tags), emissions, chain) for tags in product(range(3), repeat=len(emissions))
    )


def score(tags: list[int], emissions: Floats, chain: Chain) -> float:
    total = chain.starts[tags[0]] + sum(emissions[word, tag] for word, tag in enumerate(tags))
    return float(total + sum(chain.transitions[a, b] for a, b in pairwise(tags)))


@given(st.integers(0, 10_000), st.lists(st.integers(0, 6), min_size=1, max_size=4))
def test_the_best_of_all_sequences_is_found(seed: int, lengths: list[int]) -> None:
    dice = np.random.default_rng(seed)
    chain = Chain(
        dice.normal(size=(3, 3)).astype(np.float32), dice.normal(size=3).astype(np.float32)
    )
    texts = [dice.normal(size=(length, 3)).astype(np.float32) for length in lengths]
    for tags, emissions in zip(best_tags(texts, chain), texts, strict=True):
        assert len(tags) == len(emissions)
        if len(tags):
            assert np.isclose(
                score(tags, emissions, chain), brute_force(emissions, chain), atol=1e-4
            )


def test_a_forbidden_step_is_never_taken() -> None:
    chain = Chain(np.array([[0, -1e4], [0, 0]], np.float32), np.zeros(2, np.float32))
    emissions = np.array([[5, 0], [0, 3]], np.float32)
    assert best_tags([emissions], chain) == [[0, 0]]
