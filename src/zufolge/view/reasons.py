"""The reasons of relations and of likenesses, in the language of whoever reads them.

What is recorded stays as it is, in English; what has another form than those below is shown so.
"""

import re
from collections.abc import Callable, Mapping

from zufolge.view.wording import Labels

_FORMS = tuple(
    (name, re.compile(form))
    for name, form in (
        ("pointing", "denial: “(?P<quote>.*)” points at what stands beside it"),
        ("denial", "denial: (?P<shared>.+)"),
        ("contrary", "contrary: (?P<shared>.+)"),
        ("clash", "clash: (?P<shared>.+)"),
        ("words", "words: (?P<shared>.+)"),
        ("figures", r"figures: (?P<left>\S+) / (?P<right>\S+)(?P<of>.*)"),
        ("passage", r"reprint: (?P<share>\d\.\d+) of the passage"),
        ("reworded", r"reprint: (?P<share>\d\.\d+) of the words, among others of the article"),
        ("chain", "chain: (?P<links>.+)"),
        ("translation", "translation"),
        ("closure", "closure"),
    )
)
_FIGURE = re.compile(r"(~|[<>]=?|)(-?[\d.]+(?:e[+-]\d+)?)(?:–(-?[\d.]+(?:e[+-]\d+)?))?")
_LIKENESS = re.compile(r"([a-z ]+): (.+? = .+?)(?:; office ([a-z]+)(: .+)?)?")
# No stem, but what stands for them where there are none.
_MEANING = "meaning"


def evidence(told: str, labels: Labels) -> str:
    """Word the reason of a relation ("figures: 14 / ~19 Verletzten").

    Args:
        told: the reason as it is recorded.
        labels: the language of the labels.

    Returns:
        „Zahlen: 14 / etwa 19 Verletzten“; what is of no known form stays as it is.
    """
    for name, form in _FORMS:
        if match := form.fullmatch(told):
            parts = {
                part: _WORDED[part](value, labels) if part in _WORDED else value
                for part, value in match.groupdict().items()
            }
            return labels.term("reason", name).format(**parts)
    return told


def likeness(told: str, labels: Labels) -> str:
    """Word the reason why two actors may be one ("initial: D. = Dora; office unknown").

    Args:
        told: the reason as ``link.likeness`` gives it.
        labels: the language of the labels.

    Returns:
        „Initiale: D. = Dora; Funktion unklar“; what is of no known form stays as it is.
    """
    match = _LIKENESS.fullmatch(told)
    if match is None:
        return told
    kind, values, office, offices = match.groups()
    worded = f"{labels.term('likeness', kind)}: {values}"
    return f"{worded}; {labels.term('office', office)}{offices or ''}" if office else worded


def _shared(stems: str, labels: Labels) -> str:
    form = _MEANING if stems == _MEANING else "stems"
    return labels.term("shared", form).format(stems=stems)


def _figure(written: str, labels: Labels) -> str:
    match = _FIGURE.fullmatch(written)
    if match is None:
        return written
    comparator, *values = match.groups()
    figures = [_number(each, labels) for each in values if each]
    return labels.term("comparator", comparator or "=") + "–".join(figures)


def _number(written: str, labels: Labels) -> str:
    """Word a figure; a large one is recorded with six digits, and is not shown with more."""
    if "e+" not in written:
        return labels.figure(float(written))
    return labels.told("millions", figure=labels.figure(float(written) / 1e6))


def _percent(share: str, labels: Labels) -> str:
    return labels.told("percent", share=f"{100 * float(share):.0f}")


def _quoted(text: str, labels: Labels) -> str:
    return labels.quoted(text)


_WORDED: Mapping[str, Callable[[str, Labels], str]] = {
    "quote": _quoted,
    "shared": _shared,
    "left": _figure,
    "right": _figure,
    "share": _percent,
}
