"""Decides how the claims of an article stand to each other and to others."""

from collections.abc import Iterable, Mapping, Sequence

from zufolge.link.amounts import compare_amounts
from zufolge.link.claims import Claim
from zufolge.link.denials import Denial, denial_across, denials_within, may_be_denied, may_deny
from zufolge.link.opposition import contradict, opposed
from zufolge.link.pairs import Pair, pairs
from zufolge.link.parties import same_party
from zufolge.link.repeats import repeated, taken_over
from zufolge.link.scoring import scorer
from zufolge.relation import Relation

# Chosen on the training dossiers, each left out in turn (benchmarks/RESULTS.md).
_DENIED, _DENIED_TOO, _DENIED_ACROSS = 0.15, 0.5, 0.45
_MEASURE, _MEASURE_AGREES = 0.65, 0.45
_SAME, _CLASHING = 0.5, 0.45
_MOST_STEMS = 5


def related(article: Sequence[Claim], near: Mapping[str, Sequence[Claim]]) -> list[Relation]:
    """Return the relations of an article's claims.

    Args:
        article: the claims of one article, in order.
        near: for the statements among them, claims of other articles that may be related.

    Returns:
        At most one kind a pair, and ``repeats`` beside ``same``.
    """
    compared = pairs(article, near)
    found: dict[frozenset[str], Relation] = {}
    for relation in (
        *_denials(article, near),
        *_measures([pair for pair in compared if pair.measured]),
        *_wordings([pair for pair in compared if pair.worded]),
        *_clashes(compared),
    ):
        key = frozenset((relation.source, relation.target))
        if key not in found:
            found[key] = relation
    by_pair = {frozenset((p.earlier.statement, p.later.statement)): p for p in compared}
    same = {key: each for key, each in found.items() if each.kind == "same"}
    return [*found.values(), *_passed_on(same, by_pair)]


def _passed_on(
    same: Mapping[frozenset[str], Relation], by_pair: Mapping[frozenset[str], Pair]
) -> Iterable[Relation]:
    printing = taken_over((pair.earlier, pair.later) for pair in by_pair.values())
    for key, relation in same.items():
        a, b = by_pair[key].earlier, by_pair[key].later
        taken = frozenset((a.article, b.article)) in printing
        if again := repeated(a, b, relation.score, taken=taken):
            yield again


def _denials(article: Sequence[Claim], near: Mapping[str, Iterable[Claim]]) -> list[Relation]:
    within = denials_within(article)
    every = [*within, *across(article, near)]
    scores = scorer("denial").score([each.features for each in every])
    scored = [*zip(every, (float(each) for each in scores), strict=True)]
    best: dict[str, tuple[float, str]] = {}
    for each, score in scored[: len(within)]:
        known = best.get(each.denial.statement, (0.0, ""))
        best[each.denial.statement] = max(known, (score, each.target.statement))
    found = []
    for place, (each, score) in enumerate(scored):
        is_best = best.get(each.denial.statement, (0.0, ""))[1] == each.target.statement
        here = place < len(within)
        least = _DENIED_ACROSS if not here else _DENIED if is_best else _DENIED_TOO
        if score >= least:
            found.append(_denial(each, score))
    return found


def across(article: Sequence[Claim], near: Mapping[str, Iterable[Claim]]) -> list[Denial]:
    """Return denials with statements of other articles that they may be about, either way.

    Args:
        article: the claims of one article.
        near: for the statements among them, claims of other articles.
    """
    found = [
        denial_across(denial, target)
        for claim in article
        for other in near.get(claim.statement, ())
        for denial, target in ((claim, other), (other, claim))
        if may_deny(denial) and may_be_denied(target)
    ]
    return [each for each in found if each is not None]


def _denial(each: Denial, score: float) -> Relation:
    denial, target = each.denial, each.target
    reason = f"denial: {_shared(denial, target)}"
    if denial.pointing:
        reason = f"denial: “{denial.text}” points at what stands beside it"
    return Relation(denial.statement, "denies", target.statement, reason, round(score, 3))


def _measures(compared: Sequence[Pair]) -> list[Relation]:
    scores = scorer("measure").score([pair.features for pair in compared])
    found = []
    for pair, score in zip(compared, scores, strict=True):
        if score >= _MEASURE and (relation := _measure(pair, round(float(score), 3))):
            found.append(relation)
    return found


def _measure(pair: Pair, score: float) -> Relation | None:
    """Relate two figures for one thing: they agree, or one replaces the other, or they clash."""
    a, b = pair.earlier, pair.later
    best = compare_amounts(a, b)
    if best is None:
        return None
    told = " / ".join(_figure(q.value, q.high, q.comparator) for q in (best.left, best.right))
    reason = f"figures: {told} {best.right.of}".rstrip()
    if a.article != b.article and not _countable(pair):
        return None
    if best.agree and opposed(a, b):
        return None
    if best.agree:
        same = Relation(a.statement, "same", b.statement, reason, score)
        return same if score >= _MEASURE_AGREES else None
    if a.article == b.article and same_party(a.actor, b.actor):
        return None
    return _against(a, b, "differs", reason, score)


def _countable(pair: Pair) -> bool:
    """Tell whether figures of two articles count the same noun, or their words are alike."""
    told = pair.features
    return told["unit"] >= _UNIT or told["noun_told"] >= _UNIT or told["soft"] >= _ALIKE


def _figure(value: float, high: float | None, comparator: str) -> str:
    sign = "" if comparator in ("=", "range") else comparator
    return f"{sign}{value:.15g}" + (f"–{high:.15g}" if high is not None else "")


def _wordings(compared: Sequence[Pair]) -> list[Relation]:
    scores = scorer("same").score([pair.features for pair in compared])
    found = []
    for pair, score in zip(compared, scores, strict=True):
        a, b, shared = pair.earlier, pair.later, _shared(pair.earlier, pair.later)
        clash = pair.features["unit"] * pair.features["clash"] > _CLASH
        if contradict(a, b) and not clash:
            found.append(_against(a, b, "contradicts", f"contrary: {shared}", _SURE))
        elif score >= _SAME and not clash and not opposed(a, b) and not _topic(pair):
            sure = round(float(score), 3)
            found.append(Relation(a.statement, "same", b.statement, f"words: {shared}", sure))
    return found


def _clashes(compared: Sequence[Pair]) -> list[Relation]:
    """Relate what cannot both be true, by the kind that stances, figures and speakers tell."""
    scores = scorer("clash").score([pair.features for pair in compared])
    return [
        _clash(pair, round(float(score), 3))
        for pair, score in zip(compared, scores, strict=True)
        if score >= _CLASHING and not {pair.earlier.stance, pair.later.stance} & _SILENT
    ]


def _clash(pair: Pair, score: float) -> Relation:
    a, b = pair.earlier, pair.later
    reason = f"clash: {_shared(a, b)}"
    for denial, target in ((b, a), (a, b)):
        if denial.stance == "denies" and target.stance != "denies":
            return Relation(denial.statement, "denies", target.statement, reason, score)
    told = pair.features
    numbers = _countable(pair) or told["says_differs"] > told["says_contradicts"]
    differ = pair.measured and told["clash"] and numbers
    return _against(a, b, "differs" if differ else "contradicts", reason, score)


def _against(a: Claim, b: Claim, kind: str, reason: str, score: float) -> Relation:
    """Relate what cannot both be true: of one actor in two articles the later one corrects."""
    if a.article != b.article and same_party(a.actor, b.actor):
        return Relation(b.statement, "corrects", a.statement, reason, score)
    return Relation(a.statement, kind, b.statement, reason, score)


_SILENT = frozenset({"asks", "withholds"})
_CLASH, _UNIT, _ALIKE, _TOPIC, _VAGUE = 0.6, 0.6, 0.25, 0.45, 0.75
_SURE = 0.9


def _topic(pair: Pair) -> bool:
    """Tell whether one side only names a topic of which the other one says something."""
    a, b, told = pair.earlier, pair.later, pair.features
    if told["agree"] or (told["same_article"] and told["same_actor"]):
        # A headline is often such a topic of what the same actor says below.
        return False
    if (a.type == "reported") == (b.type == "reported"):
        return False
    # What names no figure where the other side does says hardly the same: „ihre Zahlen zum …“.
    vague = bool(a.quantities) != bool(b.quantities)
    return told["soft"] < (_VAGUE if vague else _TOPIC)


def _shared(a: Claim, b: Claim) -> str:
    """Return the weightiest stems that two claims share, or how near their meaning is."""
    shared = sorted({*a.words} & {*b.words}, key=lambda stem: (-a.words[stem], stem))
    return ", ".join(shared[:_MOST_STEMS]) or "meaning"
