"""What a denial denies: candidates, and what speaks for each of them.

The content of a denial is often a mere pointer ("das", "die Vorwürfe"). So its place counts beside
its words: which statements of others stand before it, how near, and which of them opens a run of
statements by one speaker.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zufolge.link.claims import Claim
from zufolge.link.features import Features, covered, names, overlap
from zufolge.link.matters import one_matter
from zufolge.link.parties import same_party
from zufolge.link.senses import says
from zufolge.link.vectors import cosine

_SILENT = frozenset({"denies", "withholds", "asks"})
# So many statements before and after a denial are looked at.
_REACH = 30
_ALIKE, _NEAR, _AROUND = 0.1, 0.25, 0.3
# By ten the log odds of five in a hundred.
_HARDLY = -0.29


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial and a statement that it may be about.

    Args:
        denial: a claim that denies.
        target: another claim.
        features: figures by name.
    """

    denial: Claim
    target: Claim
    features: Features


def may_deny(claim: Claim) -> bool:
    """Tell whether a claim denies something, or asserts the contrary of something."""
    return claim.stance == "denies" or (claim.stance in ("asserts", None) and claim.negated)


def may_be_denied(claim: Claim) -> bool:
    """Tell whether a claim puts something forward."""
    return claim.stance not in _SILENT


def denials_within(article: Sequence[Claim]) -> list[Denial]:
    """Return all denials of an article with the statements of it that they may be about.

    Args:
        article: the claims of one article, in order.
    """
    runs = _runs(article)
    inner = {each.statement for each in article if _is_inner(each, article)}
    outer = {each.statement for each in article if _is_outer(each, article)}
    found = []
    for place, denial in enumerate(article):
        if not may_deny(denial):
            continue
        window = article[max(0, place - _REACH) : place + _REACH + 1]
        targets = [each for each in window if each is not denial and may_be_denied(each)]
        order = _order(denial, targets, inner)
        pairs = [_pair(denial, each) for each in targets]
        best = {name: max((p[name] for p in pairs), default=0.0) for name in _COMPETING}
        for target, pair in zip(targets, pairs, strict=True):
            pair |= {f"best_{name}": pair[name] - best[name] for name in _COMPETING}
            pair |= _placed(denial, target, order, runs)
            pair |= {
                "inner": float(target.statement in inner),
                "outer": float(target.statement in outer),
                "any_before": float(any(each.number < denial.number for each in order)),
            }
            found.append(Denial(denial, target, pair))
    return found


def denial_across(denial: Claim, target: Claim) -> Denial | None:
    """Return a denial with a statement of another article, if they have to do with another.

    Args:
        denial: a claim that may deny.
        target: a claim of another article that may be denied.
    """
    if not one_matter(denial, target):
        return None
    pair = _pair(denial, target)
    alike = pair["soft"] >= _ALIKE or pair["cosine"] >= _NEAR or pair["x_around_y"] >= _AROUND
    if pair["says_denies"] < _HARDLY and (denial.pointing or not alike):
        return None
    pair |= dict.fromkeys((f"best_{name}" for name in _COMPETING), 0.0)
    pair |= dict.fromkeys(_PLACES, 0.0)
    pair |= {"inner": 0.0, "outer": 0.0, "any_before": 0.0}
    return Denial(denial, target, pair)


_COMPETING = ("soft", "cosine", "contained")
_PLACES = (
    *("here", "before", "order", "run_order", "run_first", "x_first", "sentences", "paragraph"),
)


def _pair(x: Claim, y: Claim) -> Features:
    """Return what does not depend on the place in an article."""
    exact, soft = overlap(x.words, y.words)
    shared = [min(x.words[stem], y.words[stem]) for stem in x.words if stem in y.words]
    return {
        "exact": exact,
        "soft": soft,
        "contained": max(covered(x.words, y.words), covered(y.words, x.words)),
        "strongest": max(shared, default=0.0),
        "around": overlap(x.context, y.context)[0],
        "x_around_y": covered(x.words, y.context),
        "y_around_x": covered(y.words, x.context),
        "cosine": cosine(x.vector, y.vector),
        "same_actor": float(same_party(x.actor, y.actor)),
        "no_actor": float(y.actor is None),
        "x_names_y": names(x.words, y.actor),
        "y_names_x": names(y.words, x.actor),
        "x_near_y": names(x.context, y.actor),
        "y_near_x": names(y.context, x.actor),
        "one_negated": float(x.negated != y.negated),
        "same_places": float(bool({*x.places} & {*y.places})),
        **says(x.sense, y.sense),
        **_denying(x),
        **_denied(y),
    }


def _denying(x: Claim) -> Features:
    return {
        "x_denies": float(x.stance == "denies"),
        "x_words": min(1.0, len(x.words) / 10),
        "x_points": float(x.pointing),
        "x_negated": float(x.negated),
        "x_direct": float(x.type == "direct"),
        "x_reported": float(x.type == "reported"),
        "x_contrast": float("contrast" in x.markers),
        "x_answering": float("answering" in x.markers),
    }


def _denied(y: Claim) -> Features:
    return {
        "y_words": min(1.0, len(y.words) / 10),
        "y_points": float(y.pointing),
        "y_negated": float(y.negated),
        "y_distanced": float(y.distanced),
        "y_direct": float(y.type == "direct"),
        "y_reported": float(y.type == "reported"),
        "y_free": float(y.type.endswith("free_indirect")),
        "y_chain": min(1.0, len(y.chain) / 3),
        "y_figures": min(1.0, len(y.quantities) / 3),
        "y_wants": float(y.stance in ("demands", "announces")),
        "y_supposes": float(y.stance == "supposes"),
        "y_rejects": float(y.stance == "rejects"),
    }


def _placed(
    x: Claim, y: Claim, order: Sequence[Claim], runs: Mapping[str, tuple[int, bool]]
) -> Features:
    """Return what the places in the article say; ranks are 1, 1/2, 1/3 …, or 0 without one."""
    met = list(dict.fromkeys(runs[each.statement][0] for each in order))
    ranked = y in order
    return {
        "here": 1.0,
        "before": float(y.number < x.number),
        "order": 1 / (1 + order.index(y)) if ranked else 0.0,
        "run_order": 1 / (1 + met.index(runs[y.statement][0])) if ranked else 0.0,
        "run_first": float(runs[y.statement][1]),
        "x_first": float(x.sentence <= 1),
        "sentences": 1 / (1 + abs(x.sentence - y.sentence)),
        "paragraph": float(x.paragraph == y.paragraph),
    }


def _order(x: Claim, targets: Sequence[Claim], inner: set[str]) -> list[Claim]:
    """Return the statements of others, those before the denial first, the nearest first."""
    others = [
        each
        for each in targets
        if not same_party(x.actor, each.actor) or len(each.chain) > 1 or each.statement in inner
    ]
    before = [each for each in others if each.number < x.number]
    return [*reversed(before), *(each for each in others if each.number > x.number)]


def _runs(article: Sequence[Claim]) -> dict[str, tuple[int, bool]]:
    """Return for each statement the number of its run by one speaker, and whether it opens it."""
    found: dict[str, tuple[int, bool]] = {}
    number, speaker = 0, None
    for place, claim in enumerate(article):
        name = claim.actor.name if claim.actor else None
        opens = place == 0 or name != speaker
        number, speaker = number + opens, name
        found[claim.statement] = (number, opens)
    return found


def _is_inner(claim: Claim, article: Sequence[Claim]) -> bool:
    return any(_encloses(other, claim) for other in _beside(claim, article))


def _is_outer(claim: Claim, article: Sequence[Claim]) -> bool:
    return any(_encloses(claim, other) for other in _beside(claim, article))


def _beside(claim: Claim, article: Sequence[Claim]) -> Sequence[Claim]:
    return article[max(0, claim.number - 3) : claim.number + 4]


def _encloses(outer: Claim, inner: Claim) -> bool:
    if outer is inner or not inner.quote:
        return False
    first = inner.quote[0]
    return any(part.covers(first) and part != first for part in outer.quote)
