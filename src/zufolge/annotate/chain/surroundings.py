"""Where a statement is introduced, and which statements stand around it."""

from collections.abc import Iterable, Sequence

from zufolge.span import Span
from zufolge.statement import Statement


def encloses(outer: Statement, inner: Statement) -> bool:
    """Tell whether a statement stands inside the quote of another one."""
    return bool(inner.quote) and any(
        q.covers(inner.quote[0]) and q != inner.quote[0] for q in outer.quote
    )


def outer(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """Return the innermost statement in whose quote this one stands."""
    around = [
        other
        for other in statements
        if other is not statement
        and encloses(other, statement)
        and other.quote != statement.quote
        and not (other.speaker and statement.speaker and same_span(other, statement))
    ]
    return min(around, key=lambda o: sum(q.end - q.start for q in o.quote), default=None)


def same_span(left: Statement, right: Statement) -> bool:
    """Tell whether two statements have one and the same mention for their speaker."""
    return (
        left.speaker is not None
        and right.speaker is not None
        and left.speaker.spans == right.speaker.spans
    )


def introduction(text: str, statement: Statement, borders: Sequence[Span]) -> Span:
    """Return the stretch in which the statement is introduced: its sentence between semicolons."""
    marks = [*statement.cue, *statement.frame]
    if not marks:
        return Span(0, 0)
    if statement.speaker and any(
        b.overlap(statement.speaker.spans[0]) and b.overlap(m) for b in borders for m in marks
    ):
        marks.append(statement.speaker.spans[0])
    start, end = min(m.start for m in marks), max(m.end for m in marks)
    touched = [b for b in borders if b.end > start and b.start < end]
    if not touched:
        return Span(start, end)
    left = text.rfind(";", touched[0].start, start) + 1
    right = text.find(";", end, touched[-1].end)
    return Span(max(left, touched[0].start), right if right >= 0 else touched[-1].end)


def following(text: str, window: Span, borders: Sequence[Span]) -> Span:
    """Return the rest of the sentence behind a window and the sentence after it."""
    here = [b for b in borders if b.start < window.end <= b.end]
    after = [b for b in borders if b.start >= window.end][:1]
    if after and "\n" in text[window.end : after[0].start]:
        after = []
    end = after[0].end if after else here[-1].end if here else window.end
    return Span(window.end, max(window.end, end))


def hidden_quotes(statement: Statement, statements: Sequence[Statement]) -> list[Span]:
    """Return the quotes that hide what they hold: all but those around the statement."""
    around = {id(s) for s in statements if s is not statement and encloses(s, statement)}
    return [q for s in statements if id(s) not in around for q in s.quote]


def masked(text: str, window: Span, hidden: Iterable[Span]) -> str:
    """Blank out stretches, so that a phrase neither starts nor ends in them; offsets stay."""
    shown = list(text)
    for span in hidden:
        for index in range(max(span.start, window.start), min(span.end, window.end)):
            shown[index] = "\x00"
    return "".join(shown)


def clip(window: Span, outer: Statement) -> Span:
    """Cut a window to the quote that it lies in."""
    start = max(window.start, outer.quote[0].start)
    return Span(start, max(start, min(window.end, outer.quote[-1].end)))
