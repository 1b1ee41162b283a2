"""Claims made by hand."""

from dataclasses import replace

from zufolge.identity import identify
from zufolge.languages import GERMAN
from zufolge.link import Claim, Speaker
from zufolge.link.senses import encode
from zufolge.link.stems import stems
from zufolge.link.words import markers, negated, points
from zufolge.mention import Quantity
from zufolge.span import Span


def claim(
    text: str,
    *,
    article: str = "a",
    number: int = 0,
    stance: str = "asserts",
    type: str = "indirect",
    actor: str | None = None,
    chain: tuple[str, ...] = (),
    kind: str = "person",
    published: str = "2025-03-14",
    figure: float | None = None,
    of: str = "Soldaten",
    statement: str | None = None,
    around: str = "",
    matter: tuple[str, ...] = ("Wismar",),
) -> Claim:
    """Return a claim whose words, markers and negation are read from its text."""
    speakers = {name: Speaker(name, kind) for name in (actor, *chain) if name}
    words = dict.fromkeys(stems(text, GERMAN), 1.0)
    amount = Quantity(Span(0, 4), figure, None, "=", of) if figure is not None else None
    passage = f"{around} {text}".strip()
    made = Claim(
        statement=statement or identify(text, article, number),
        article=article,
        published=published,
        number=number,
        sentence=number,
        paragraph=number // 3,
        quote=(Span(100 * number, 100 * number + len(text)),),
        text=text,
        type=type,
        stance=stance,
        negated=negated(text, GERMAN),
        pointing=points(text, GERMAN),
        markers=markers(f"{text} {around}", GERMAN),
        actor=speakers.get(actor or ""),
        chain=tuple(speakers[name] for name in chain or ((actor,) if actor else ())),
        quantities=(amount,) if amount else (),
        words=words,
        matter=matter,
        context=dict.fromkeys(stems(around, GERMAN), 1.0),
        passage=passage,
        marks=(Span(len(passage) - len(text), len(passage)),),
    )
    (sense,) = encode([made])
    return replace(made, sense=sense)
