"""Decides whether actors of two articles may be one, and says which two values speak for it.

People and bodies are compared within their kind only: a body is never its spokesman, a city never
its country's government, an unnamed source nobody else.
"""

from zufolge.languages import GERMAN, Language
from zufolge.link.bodies import compare_bodies
from zufolge.link.likeness import SAME_NAME, SCORES, Likeness
from zufolge.link.offices import compare_offices
from zufolge.link.persons import compare_persons
from zufolge.link.profiles import Profile, is_distinct

# Below this a proposal costs a reader more than it gives: namesakes with another office.
PROPOSED = 0.5


def compare(left: Profile, right: Profile, language: Language = GERMAN) -> Likeness | None:
    """Compare two actors.

    Args:
        left: an actor of one article.
        right: an actor of another article.
        language: supplies the tables of names and offices.

    Returns:
        Why they may be one and whether they are one unasked, or nothing where they are two.
    """
    if left.person is not None and right.person is not None:
        return _compare_people(left, right, language)
    if left.body is not None and right.body is not None and left.kind != "document":
        return _compare_bodies(left, right, language)
    return None


def _compare_people(left: Profile, right: Profile, language: Language) -> Likeness | None:
    if left.person is None or right.person is None:
        return None
    found = compare_persons(left.person, right.person, language)
    if found is None:
        return None
    evidence, one, other = found
    verdict, pair = compare_offices(left.offices, right.offices, language)
    score = SCORES[evidence]
    if verdict == "agrees":
        score = 1 - (1 - score) / 2
    elif verdict == "differs":
        score /= 2
    certain = verdict == "agrees" and evidence in SAME_NAME
    shown = (str(pair[0]), str(pair[1])) if pair else None
    return Likeness(evidence, one, other, round(score, 3), verdict, shown, certain)


def _compare_bodies(left: Profile, right: Profile, language: Language) -> Likeness | None:
    if left.body is None or right.body is None or right.kind == "document":
        return None
    found = compare_bodies(left.body, right.body, (left.short, right.short), language)
    if found is None:
        return None
    evidence, one, other = found
    distinct = is_distinct(left.body, language) and is_distinct(right.body, language)
    if evidence == "name" and not distinct:
        # „die Behörde“ in two articles: hardly the same one.
        return None
    certain = evidence in SAME_NAME and distinct
    return Likeness(evidence, one, other, SCORES[evidence], certain=certain)
