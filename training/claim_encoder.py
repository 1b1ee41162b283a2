"""Trains the claim encoder of linking: ``python -m training.claim_encoder fit RUN``."""

import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer
from numpy.typing import NDArray
from torch.nn import functional

from training.claim_batches import Matter, joined, matter_of
from training.claim_network import Network, fresh_model, trained_model
from training.export import write_graph
from training.network import products
from training.related import MATTERS, is_compared, is_kept, load_matters
from zufolge.models import shipped
from zufolge.pieces import PAD, UNKNOWN, Pieces

_CLAIMS_A_BATCH, _PARTS = 44, 4
_ENCODER_RATE, _HEAD_RATE, _LAYER_DECAY, _WARM_UP = 1e-4, 1e-3, 0.9, 0.08
_NOISE, _AVERAGING, _TEMPERATURE = 0.08, 0.99, 0.05
_SMOOTHING, _ADAPTING = 0.02, 3e-4

app = typer.Typer(add_completion=False, no_args_is_help=True)


def losses(model: Network, group: Sequence[Matter], dice: random.Random) -> dict[str, torch.Tensor]:
    """Compute the parts of the loss of some matters."""
    pieces, quoted, classes = joined(group)
    noisy = (torch.rand(pieces.shape) < _NOISE * dice.random()) & (pieces > UNKNOWN)
    found = _encoded(model, torch.where(noisy, torch.tensor(UNKNOWN), pieces), quoted)
    return {
        "pairs": _told_apart(model, found, classes),
        "same": _contrast(found[:, 0], classes == 1, classes != 1) * 0.3,
        "any": _contrast(found[:, 1], classes > 0, classes == 0) * 0.15,
    }


def _told_apart(model: Network, found: torch.Tensor, classes: torch.Tensor) -> torch.Tensor:
    """Return how badly the comparison tells the classes of all pairs of claims."""
    row, column = torch.triu_indices(len(found), len(found), 1)
    scores, wanted = model.comparison(found[row], found[column]), classes[row, column]
    told = functional.cross_entropy(scores, wanted, label_smoothing=_SMOOTHING, reduction="none")
    weights = torch.where(wanted > 0, 2.0, 1.0)
    return (told * weights).sum() / weights.sum() * 4


def _warmed(done: float) -> float:
    """Return the share of the highest rate after a share of the steps."""
    return max(min(done / _WARM_UP, (1 - done) / (1 - _WARM_UP)), 0.01)


def _encoded(model: Network, pieces: torch.Tensor, quoted: torch.Tensor) -> torch.Tensor:
    """Encode claims in parts of like length, so that little of a batch is padding."""
    lengths = (pieces != PAD).sum(1)
    order = lengths.argsort()
    found = []
    with products():
        for part in order.chunk(_PARTS):
            longest = int(lengths[part].max())
            found.append(model.claims(pieces[part, :longest], quoted[part, :longest]))
    return torch.cat(found)[order.argsort()]


def _contrast(vectors: torch.Tensor, alike: torch.Tensor, unlike: torch.Tensor) -> torch.Tensor:
    """Return how badly claims find those that are alike among the others (InfoNCE).

    Source: van den Oord et al. 2018, *Representation Learning with Contrastive Predictive Coding*.
    """
    scores = vectors @ vectors.T / _TEMPERATURE
    diagonal = torch.eye(len(vectors), dtype=torch.bool)
    others = scores.masked_fill(~unlike | diagonal, -1e4).logsumexp(-1, keepdim=True)
    wrong = torch.logaddexp(scores, others.expand_as(scores)) - scores
    chosen = alike & ~diagonal
    return (wrong * chosen).sum() / chosen.sum().clamp(min=1)


class Run:
    """One training run with averaged weights."""

    def __init__(self, model: Network, epochs: int, folder: Path, seed: int) -> None:
        """Set up the optimizer for what is not frozen."""
        self.model, self.epochs, self.folder = model, epochs, folder
        self.dice = random.Random(seed)
        layers = model.claims.encoder.layers
        groups = [
            {
                "params": [*layer.parameters()],
                "top": _ENCODER_RATE * _LAYER_DECAY ** (len(layers) - n),
            }
            for n, layer in enumerate(layers, 1)
        ]
        groups.append({"params": [*model.comparison.parameters()], "top": _HEAD_RATE})
        groups.append({"params": [model.claims.quoted], "top": _HEAD_RATE})
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.step = 0
        self.average = {
            name: value.clone()
            for name, value in model.state_dict().items()
            if "encoder.words" not in name
        }

    def epoch(self, number: int, matters: list[Matter]) -> None:
        """Train on one epoch, and save the averaged weights."""
        groups = self._groups(matters)
        sums: dict[str, float] = {}
        began = time.monotonic()
        for place, group in enumerate(groups, 1):
            self._set_rates((number + place / len(groups)) / self.epochs)
            for name, value in self._update(group).items():
                sums[name] = sums.get(name, 0.0) + value
        means = {name: round(value / len(groups), 3) for name, value in sums.items()}
        seconds = round(time.monotonic() - began)
        record = {"epoch": number, "matters": len(matters), "seconds": seconds, **means}
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")
        torch.save(self.average, self.folder / "average.pt")

    def _groups(self, matters: list[Matter]) -> list[list[Matter]]:
        groups: list[list[Matter]] = [[]]
        for matter in self.dice.sample(matters, len(matters)):
            claims = sum(len(each.pieces) for each in groups[-1])
            if groups[-1] and claims + len(matter.pieces) > _CLAIMS_A_BATCH:
                groups.append([])
            groups[-1].append(matter)
        return groups

    def _update(self, group: Sequence[Matter]) -> dict[str, float]:
        parts = losses(self.model, group, self.dice)
        torch.stack([*parts.values()]).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        keep = min(_AVERAGING, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                if name in self.average:
                    self.average[name].lerp_(value, 1 - keep)
        return {name: value.item() for name, value in parts.items()}

    def _set_rates(self, done: float) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = group["top"] * _warmed(done)


@app.command()
def fit(
    run: Path,
    epochs: Annotated[int, typer.Option(help="Passes over the dossiers.")] = 8,
    seed: int = 1,
    threads: Annotated[int, typer.Option(help="Cores to use.")] = 2,
    matters: Annotated[Path, typer.Option(help="The dossiers to train on.")] = MATTERS,
    start: Annotated[
        Path | None, typer.Option("--from", help="Go on from this run or model folder.")
    ] = None,
    frozen: Annotated[int, typer.Option(help="So many of the lowest layers stay as they are.")] = 0,
) -> None:
    """Train on the dossiers written for it, those kept for the scorers left out."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    run.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(shipped().tokenizer)
    model = fresh_model() if start is None else trained_model(start)
    model.claims.encoder.layers[:frozen].requires_grad_(requires_grad=False)
    training = Run(model, epochs, run, seed)
    some = [matter_of(each, pieces) for each in load_matters(matters) if not is_kept(each.name)]
    for number in range(epochs):
        training.epoch(number, some)
        typer.echo(f"epoch {number + 1} of {epochs}: {len(some)} dossiers")


@app.command()
def adapt(
    run: Path,
    target: Path,
    passes: Annotated[int, typer.Option(help="Passes over the dossiers.")] = 1,
    seed: int = 1,
    threads: Annotated[int, typer.Option(help="Cores to use.")] = 2,
) -> None:
    """Train the comparison of RUN a little more, on dossiers that its encoder has not seen.

    What it learnt beside the encoder fits the claims of the encoder's own dossiers too closely.
    """
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    target.mkdir(parents=True, exist_ok=True)
    dice, pieces, model = random.Random(seed), Pieces(shipped().tokenizer), trained_model(run)
    some = [matter_of(each, pieces) for each in load_matters() if is_compared(each.name)]
    model.eval()
    with torch.no_grad():
        found = [(_encoded(model, *joined([each])[:2]), each.classes) for each in some]
    model.comparison.train()
    order = [each for _ in range(passes) for each in dice.sample(found, len(found))]
    optimizer = torch.optim.AdamW(model.comparison.parameters(), lr=_ADAPTING, weight_decay=0.02)
    for place, (vectors, classes) in enumerate(order, 1):
        for group in optimizer.param_groups:
            group["lr"] = _ADAPTING * _warmed(place / len(order))
        _told_apart(model, vectors, classes).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.comparison.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
    state = model.state_dict().items()
    kept = {name: value for name, value in state if "encoder.words" not in name}
    torch.save(kept, target / "average.pt")
    typer.echo(f"{len(some)} dossiers")


@app.command()
def export(
    run: Path,
    target: Path,
    int8: Annotated[bool, typer.Option(help="Eight-bit weights, or full ones.")] = True,
) -> None:
    """Write the averaged weights of RUN into the folder TARGET."""
    model = trained_model(run)
    example = (torch.ones(1, 9, dtype=torch.long), torch.ones(1, 9))
    axes = {name: {0: "claims", 1: "places"} for name in ("pieces", "quoted")}
    names = ["pieces", "quoted"], ["vectors"]
    path = target / "claims.onnx"
    write_graph(model.claims, example, names, axes | {"vectors": {0: "claims"}}, path, int8)
    part = model.comparison
    np.savez_compressed(
        target / "comparison.npz",
        quote=_half(part.quote.weight),
        whole=_half(part.whole.weight),
        hidden=_half(part.hidden.weight),
        hidden_bias=_half(part.hidden.bias),
        out=_half(part.out.weight),
        out_bias=_half(part.out.bias),
    )
    typer.echo(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def _half(tensor: torch.Tensor) -> NDArray[np.float16]:
    return tensor.detach().numpy().astype(np.float16)


if __name__ == "__main__":
    app()
