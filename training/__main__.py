"""From the corpora to a model folder: ``python -m training fit`` then ``export``."""

import json
from pathlib import Path
from typing import Annotated

import torch
import typer

from training.card import write_card
from training.corpora import Document, read_dossiers, read_gnqa, read_spkatt
from training.export import export
from training.loop import Material, Plan, Run
from training.names import read_names
from training.network import Attribution, Encoder
from training.vocabulary import cut, needed, news_texts, select
from training.weights import WeightFile, tokenizer_file, weight_file
from training.windows import prepare
from zufolge.pieces import Pieces

app = typer.Typer(add_completion=False, no_args_is_help=True)


def documents(data: Path) -> dict[str, list[Document]]:
    """Read the annotated corpora for training."""
    return {
        "news": read_gnqa(data / "corpora" / "gnqa" / "train.jsonl.gz"),
        "dossiers": read_dossiers(data / "gold" / "train"),
        "speeches": read_spkatt(data / "corpora" / "spkatt-2023" / "train"),
    }


@app.command()
def vocabulary(data: Path, run: Path) -> None:
    """Choose the pieces to keep; writes RUN/tokenizer.json and RUN/keep.json."""
    texts = [d.text for group in documents(data).values() for d in group]
    keep = needed(tokenizer_file(), [*texts, *news_texts(data / "corpora")])
    cut(tokenizer_file(), keep, run / "tokenizer.json")
    (run / "keep.json").write_text(json.dumps(keep), "utf-8")
    typer.echo(f"{len(keep)} pieces kept")


@app.command()
def fit(
    data: Path,
    run: Path,
    epochs: Annotated[int, typer.Option(help="Passes over the news.")] = 10,
    seed: int = 1,
) -> None:
    """Train, or go on training where RUN was left; DATA holds corpora/ and gold/."""
    torch.set_num_threads(2)
    if not (run / "keep.json").exists():
        vocabulary(data, run)
    plan = Plan(seed=seed, epochs=epochs)
    torch.manual_seed(seed)
    pieces = Pieces(run / "tokenizer.json")
    read = documents(data)
    material = Material(
        **{name: [prepare(d, pieces) for d in group] for name, group in read.items()},
        names=read_names(data / "corpora", pieces),
    )
    training = Run(fresh_model(run), material, plan, run)
    training.write_plan()
    for epoch in training.epochs():
        typer.echo(f"epoch {epoch} of {plan.epochs}")


@app.command(name="export")
def export_model(
    run: Path,
    target: Path,
    figures: Annotated[
        Path | None, typer.Option(help="A Markdown table of what was measured, for the card.")
    ] = None,
    int8: Annotated[bool, typer.Option(help="Eight-bit weights, or full ones to compare.")] = True,
) -> None:
    """Write the averaged weights of RUN as the model folder TARGET, with its card."""
    model = fresh_model(run)
    state = model.state_dict()
    state.update(torch.load(run / "average.pt", weights_only=True))
    model.load_state_dict(state)
    layout = export(model, run / "tokenizer.json", target, int8=int8)
    write_card(layout, run, figures.read_text("utf-8") if figures else "Not measured yet.")
    typer.echo(f"{target}: {sum(f.stat().st_size for f in target.iterdir()) / 1e6:.1f} MB")


def fresh_model(run: Path) -> Attribution:
    """Build the network on the pretrained encoder with the cut vocabulary of a run."""
    encoder = Encoder.pretrained(WeightFile(weight_file()))
    keep = json.loads((run / "keep.json").read_text("utf-8"))
    rows = select(encoder.words.weight.data, keep)
    encoder.words = torch.nn.Embedding.from_pretrained(rows, freeze=True)
    return Attribution(encoder)


if __name__ == "__main__":
    app()
