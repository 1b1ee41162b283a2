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
from zufolge.link.standing import standing, weigh
from zufolge.link.translations import nearness
from zufolge.relation import Relation

# Chosen on the training dossiers, each left out in turn (benchmarks/RESULTS.md).
_DENIED, _DENIED_TOO, _DENIED_ACROSS = 0.15, 0.5, 0.45
_MEASURE, _MEASURE_AGREES = 0.65, 0.45
_SAME, _CLASHING, _CONTRADICTING, _AT_ODDS = 0.4, 0.4, 0.55, 0.3
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
    within, beyond = _weighed(denials_within(article)), _weighed(across(article, near))
    scores = weigh(compared, (*within, *beyond), scorer)
    alike = scorer("standing").score(standing(compared, scores))
    denied = [*_denials(within, beyond)]
    opponents = _opponents(denied, article)
    found: dict[frozenset[str], Relation] = {}
    for relation in (
        *denied,
        *_measures(zip(compared, scores["measure"], strict=True)),
        *_translations(compared),
        *_wordings(zip(compared, alike, strict=True), opponents),
        *_clashes(zip(compared, scores["clash"], scores["same"], strict=True), opponents),
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


def _weighed(denials: Sequence[Denial]) -> list[tuple[Denial, float]]:
    scores = scorer("denial").score([each.features for each in denials])
    return [*zip(denials, (float(each) for each in scores), strict=True)]


def _denials(
    within: Sequence[tuple[Denial, float]], beyond: Sequence[tuple[Denial, float]]
) -> Iterable[Relation]:
    best: dict[str, tuple[float, str]] = {}
    for each, score in within:
        known = best.get(each.denial.statement, (0.0, ""))
        best[each.denial.statement] = max(known, (score, each.target.statement))
    for each, score in within:
        is_best = best[each.denial.statement][1] == each.target.statement
        if score >= (_DENIED if is_best else _DENIED_TOO):
            yield _denial(each, score)
    for each, score in beyond:
        if score >= _DENIED_ACROSS:
            yield _denial(each, score)


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


def _measures(scored: Iterable[tuple[Pair, float]]) -> Iterable[Relation]:
    for pair, score in scored:
        if pair.measured and score >= _MEASURE:
            relation = _measure(pair, round(float(score), 3))
            if relation:
                yield relation


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


def _translations(compared: Iterable[Pair]) -> Iterable[Relation]:
    for pair in compared:
        if near := nearness(pair):
            a, b = pair.earlier, pair.later
            yield Relation(a.statement, "same", b.statement, "translation", round(near, 3))


def _opponents(denied: Iterable[Relation], article: Sequence[Claim]) -> set[frozenset[str]]:
    """Return the pairs of parties of an article of which one denies what the other one says."""
    names = {claim.statement: claim.actor.name for claim in article if claim.actor}
    ends = ({each.source, each.target} for each in denied)
    found = {frozenset(names[each] for each in both) for both in ends if both <= names.keys()}
    return {parties for parties in found if len(parties) > 1}


def _wordings(
    scored: Iterable[tuple[Pair, float]], opponents: set[frozenset[str]]
) -> Iterable[Relation]:
    for pair, score in scored:
        a, b, shared = pair.earlier, pair.later, _shared(pair.earlier, pair.later)
        clash = pair.features["unit"] * pair.features["clash"] > _CLASH
        if not pair.worded or clash:
            continue
        least = _SURE if _at_odds(pair, opponents) else _SAME
        if contradict(a, b):
            yield _against(a, b, "contradicts", f"contrary: {shared}", _SURE)
        elif score >= least and not opposed(a, b) and not _topic(pair):
            sure = round(float(score), 3)
            yield Relation(a.statement, "same", b.statement, f"words: {shared}", sure)


def _at_odds(pair: Pair, opponents: set[frozenset[str]]) -> bool:
    """Tell whether both claims stand in a report that sets their parties against each other."""
    names = frozenset(claim.actor.name for claim in pair.sides if claim.actor)
    return pair.earlier.article == pair.later.article and names in opponents


def _clashes(
    scored: Iterable[tuple[Pair, float, float]], opponents: set[frozenset[str]]
) -> Iterable[Relation]:
    """Relate what cannot both be true, by the kind that stances, figures and speakers tell."""
    for pair, score, same in scored:
        silent = {pair.earlier.stance, pair.later.stance} & _SILENT
        at_odds = _at_odds(pair, opponents)
        if score < max(_AT_ODDS if at_odds else _CLASHING, same) or silent:
            continue
        relation = _clash(pair, round(float(score), 3))
        if at_odds or relation.kind != "contradicts" or score >= _CONTRADICTING:
            yield relation


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
