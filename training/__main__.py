"""From the corpora to a model folder: ``python -m training fit`` then ``export``."""

import json
import shutil
from pathlib import Path
from typing import Annotated

import torch
import typer

from training.card import write_card
from training.corpora import Document, read_dossiers, read_gnqa, read_matters, read_spkatt
from training.export import export
from training.loop import Material, Plan, Run
from training.names import held_out, read_lists, read_names, tag_names
from training.network import Attribution, Encoder
from training.related import MATTERS, is_kept
from training.shipped import kept_pieces, take_up
from training.vocabulary import cut, needed, news_texts
from training.weights import tokenizer_file
from training.windows import Text, prepare
from zufolge.models import Layout
from zufolge.pieces import Pieces

# Annotated by hand like the dossiers: names by dossier, and reports written for training.
_OWN = Path(__file__).parent / "material"

app = typer.Typer(add_completion=False, no_args_is_help=True)


def documents(data: Path) -> dict[str, list[Document]]:
    """Read the annotated corpora for training."""
    return {
        "news": read_gnqa(data / "corpora" / "gnqa" / "train.jsonl.gz"),
        "dossiers": read_dossiers(data / "gold" / "train") + read_dossiers(_OWN),
        "matters": read_matters(MATTERS, is_kept),
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
    threads: Annotated[int, typer.Option(help="Cores to use.")] = 2,
    start: Annotated[
        Path | None,
        typer.Option("--from", help="Go on from the weights of this model folder."),
    ] = None,
) -> None:
    """Train, or go on training where RUN was left; DATA holds corpora/ and gold/."""
    torch.set_num_threads(threads)
    plan = Plan(seed=seed, epochs=epochs) if start is None else Plan.further(seed, epochs)
    if not (run / "keep.json").exists():
        vocabulary(data, run) if start is None else _same_vocabulary(start, run)
    torch.manual_seed(seed)
    model = fresh_model(run)
    if start is not None:
        take_up(model, start)
    training = Run(model, _material(data, Pieces(run / "tokenizer.json")), plan, run)
    training.write_plan()
    for epoch in training.epochs():
        typer.echo(f"epoch {epoch} of {plan.epochs}")


def _same_vocabulary(folder: Path, run: Path) -> None:
    run.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(Layout(folder).tokenizer, run / "tokenizer.json")
    (run / "keep.json").write_text(json.dumps(kept_pieces(tokenizer_file(), folder)), "utf-8")


def _material(data: Path, pieces: Pieces) -> Material:
    lists = read_lists(_OWN / "names.toml")
    texts: dict[str, list[Text]] = {}
    for group, found in documents(data).items():
        texts[group] = [prepare(document, pieces) for document in found]
        for text, document in zip(texts[group], found, strict=True):
            if forms := lists.get(document.name.partition("/")[0]):
                tag_names(text, document, forms)
    names = read_names(data / "corpora", pieces)
    return Material(
        **texts, germeval=names.germeval, wikineural=names.wikineural, traffic=names.traffic
    )


@app.command(name="held-out")
def write_held_out(data: Path, target: Path) -> None:
    """Write the sentences of GermEval's development part that no model was trained on."""
    source = data / "corpora" / "germeval2014" / "NER-de-dev.tsv"
    target.write_text("".join(held_out(source)), "utf-8")


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
    return Attribution(Encoder.cut(json.loads((run / "keep.json").read_text("utf-8"))))


if __name__ == "__main__":
    app()
