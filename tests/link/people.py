"""Actors made from one sentence, the mention of the actor in brackets."""

from zufolge.actor import Actor
from zufolge.article import Article
from zufolge.link.profiles import Profile, profiles
from zufolge.report import Report
from zufolge.span import Span


def told(sentence: str, name: str | None = None, kind: str = "person") -> Profile:
    """Return the profile of the actor whose mention stands in brackets.

    Args:
        sentence: „Kremlsprecher [Dmitri Peskow] schwieg.“
        name: the recorded name; the mention itself by default.
        kind: the recorded kind.
    """
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "", 1).replace("]", "", 1)
    article = Article(text, "Blatt", date="2025-03-14")
    actor = Actor(article.id, name or text[start:end], kind, (Span(start, end),))
    return profiles(Report(article, actors=(actor,)))[0]


def body(name: str, kind: str = "organisation") -> Profile:
    """Return the profile of a body that is only named."""
    return told(f"[{name}] teilte dies mit.", name, kind)
