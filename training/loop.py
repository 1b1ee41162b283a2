"""Trains the network: schedule, losses, averaged weights, checkpoints."""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch.nn import functional

from training.network import Attribution, products
from training.windows import Batch, Text, Window, batches, collate, cut
from zufolge.statement import MEDIA, STANCES, TYPES

_SPLITS = [len(TYPES), len(MEDIA), len(STANCES)]
_CLASS_WEIGHTS = (0.5, 0.25, 0.5)
_NAME_WEIGHT = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides a run; two runs of one plan see the same batches."""

    seed: int = 1
    epochs: int = 10
    window: int = 384
    pieces_a_batch: int = 2000
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.92
    warm_up: float = 0.06
    weight_decay: float = 0.01
    noise: float = 0.08
    averaging: float = 0.994
    news_share: float = 1.0
    dossier_copies: int = 2
    matters_share: float = 1.0
    speech_epochs: int = 1
    speech_share: float = 0.5
    germeval_share: float = 1.0
    wikineural_share: float = 0.06
    traffic_share: float = 0.06

    @classmethod
    def further(cls, seed: int, epochs: int) -> "Plan":
        """Return the plan of a run that goes on from trained weights: smaller steps, more names."""
        return cls(
            seed=seed,
            epochs=epochs,
            encoder_rate=1.2e-4,
            head_rate=6e-4,
            news_share=0.5,
            dossier_copies=3,
            speech_epochs=0,
            germeval_share=0.7,
            wikineural_share=0.1,
            traffic_share=0.1,
        )


@dataclass(slots=True)
class Material:
    """The prepared texts by corpus."""

    news: list[Text]
    dossiers: list[Text]
    matters: list[Text]
    speeches: list[Text]
    germeval: list[Text]
    wikineural: list[Text]
    traffic: list[Text]


def epoch_batches(material: Material, plan: Plan, epoch: int) -> list[list[Window]]:
    """Choose and group the windows of one epoch; the same plan and epoch give the same groups."""
    dice = random.Random(f"{plan.seed}/{epoch}")
    some = lambda texts, share: dice.sample(texts, round(len(texts) * share))
    told = some(material.news, plan.news_share) + material.dossiers * plan.dossier_copies
    told = told + some(material.matters, plan.matters_share)
    if epoch < plan.speech_epochs:
        told = told + some(material.speeches, plan.speech_share)
    named = (
        some(material.germeval, plan.germeval_share)
        + some(material.wikineural, plan.wikineural_share)
        + some(material.traffic, plan.traffic_share)
    )
    groups = []
    for texts in (told, named):
        windows = [window for text in texts for window in cut(text, plan.window, dice)]
        groups += batches(windows, plan.pieces_a_batch, dice)
    dice.shuffle(groups)
    return groups


def losses(model: Attribution, batch: Batch) -> dict[str, torch.Tensor]:
    """Compute the parts of the loss of one batch, each already weighted."""
    with products():
        states = model.encoder(batch.pieces, batch.mask)
        quotes, names = model.tagger(states, batch.convention)
    found = {}
    if batch.names is not None:
        told = model.tagger.name_crf.loss(_gather(names, batch), batch.names, batch.word_mask)
        found["names"] = told.sum() / batch.word_mask.sum() * _NAME_WEIGHT
    if batch.outer is None:
        return found
    outer, nested = _gather(quotes, batch).chunk(2, dim=-1)
    tagged = model.tagger.outer_crf.loss(outer, batch.outer, batch.word_mask)
    below = model.tagger.nested_crf.loss(nested, batch.nested, batch.word_mask)
    found["outer"] = tagged.sum() / batch.word_mask.sum() * 8
    found["nested"] = below.sum() / batch.word_mask.sum() * 8
    if len(batch.owner):
        found |= _reader_losses(model, batch, states)
    return found


def _gather(scores: torch.Tensor, batch: Batch) -> torch.Tensor:
    index = batch.first_piece[:, :, None].expand(-1, -1, scores.shape[-1])
    return torch.gather(scores.float(), 1, index)


def _reader_losses(
    model: Attribution, batch: Batch, states: torch.Tensor
) -> dict[str, torch.Tensor]:
    place = torch.gather(batch.first_piece[batch.owner], 1, batch.around)
    near = states[batch.owner[:, None], place]
    with products():
        roles, classes = model.reader(
            near, batch.flags, batch.near_mask, batch.inside, batch.convention[batch.owner]
        )
    wrong = functional.binary_cross_entropy_with_logits(
        roles.float(), batch.roles, reduction="none"
    )
    wrong = (wrong * batch.near_mask[:, :, None]).sum(1) * batch.roles_known
    found = {"roles": wrong.sum() / len(batch.owner) / 12}
    parts = classes.float().split(_SPLITS, dim=-1)
    for number, name in enumerate(("type", "medium", "stance")):
        known = batch.classes[:, number] >= 0
        if known.any():
            told = functional.cross_entropy(parts[number][known], batch.classes[known, number])
            found[name] = told * _CLASS_WEIGHTS[number] * known.float().mean()
    return found


def _parameter_groups(model: Attribution, plan: Plan) -> list[dict[str, object]]:
    layers = len(model.encoder.layers)
    groups: list[dict[str, object]] = []
    for number, layer in enumerate(model.encoder.layers):
        rate = plan.encoder_rate * plan.layer_decay ** (layers - 1 - number)
        groups.append({"params": list(layer.parameters()), "lr": rate, "top": rate})
    lowest = plan.encoder_rate * plan.layer_decay**layers
    groups.append({"params": list(model.encoder.norm.parameters()), "lr": lowest, "top": lowest})
    heads = [*model.tagger.parameters(), *model.reader.parameters()]
    groups.append({"params": heads, "lr": plan.head_rate, "top": plan.head_rate})
    return groups


class Run:
    """A training run that can be stopped and resumed between epochs."""

    def __init__(self, model: Attribution, material: Material, plan: Plan, folder: Path) -> None:
        """Set up a run, resumed from ``folder/checkpoint.pt`` where there is one."""
        self.model, self.material, self.plan, self.folder = model, material, plan, folder
        self.optimizer = torch.optim.AdamW(
            _parameter_groups(model, plan), weight_decay=plan.weight_decay, fused=True
        )
        self.average = {
            k: v.clone() for k, v in model.state_dict().items() if v.is_floating_point()
        }
        self.epoch = self.step = 0
        self.steps = sum(len(epoch_batches(material, plan, e)) for e in range(plan.epochs))
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "checkpoint.pt").exists():
            self._resume()

    def _resume(self) -> None:
        saved = torch.load(self.folder / "checkpoint.pt", weights_only=True)
        self.model.load_state_dict(saved["model"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.average, self.epoch, self.step = saved["average"], saved["epoch"], saved["step"]

    def epochs(self) -> Iterator[int]:
        """Train the epochs that are left; yields the number of each after it has been saved."""
        while self.epoch < self.plan.epochs:
            self._train_epoch()
            self.epoch += 1
            self._save()
            yield self.epoch

    def _train_epoch(self) -> None:
        self.model.train()
        dice = random.Random(f"{self.plan.seed}/{self.epoch}/noise")
        torch.manual_seed(self.plan.seed * 1000 + self.epoch)
        sums: dict[str, float] = {}
        began, seen = time.monotonic(), 0
        groups = epoch_batches(self.material, self.plan, self.epoch)
        for number, group in enumerate(groups, 1):
            batch = collate(group, dice, self.plan.noise, self.plan.window)
            for name, value in self._update(batch).items():
                sums[name] = sums.get(name, 0.0) + value
            seen += int(batch.mask.sum())
            if number % 50 == 0 or number == len(groups):
                rate = seen / (time.monotonic() - began)
                means = {name: round(value / number, 3) for name, value in sums.items()}
                self._log(
                    {
                        "epoch": self.epoch,
                        "step": self.step,
                        "pieces_a_second": round(rate),
                        **means,
                    }
                )

    def _update(self, batch: Batch) -> dict[str, float]:
        self._set_rates()
        parts = losses(self.model, batch)
        loss = torch.stack(list(parts.values())).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        keep = min(self.plan.averaging, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                if name in self.average and not name.startswith("encoder.words"):
                    self.average[name].lerp_(value, 1 - keep)
        return {name: value.item() for name, value in parts.items()}

    def _set_rates(self) -> None:
        done = self.step / self.steps
        factor = min(done / self.plan.warm_up, (1 - done) / (1 - self.plan.warm_up))
        for group in self.optimizer.param_groups:
            group["lr"] = group["top"] * max(factor, 0.005)

    def _save(self) -> None:
        saved = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "average": self.average,
            "epoch": self.epoch,
            "step": self.step,
        }
        waiting = self.folder / "checkpoint.tmp"
        torch.save(saved, waiting)
        waiting.replace(self.folder / "checkpoint.pt")
        torch.save(self.average, self.folder / "average.pt")

    def _log(self, record: dict[str, object]) -> None:
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(record) + "\n")

    def write_plan(self) -> None:
        """Write the plan beside the checkpoints."""
        (self.folder / "plan.json").write_text(json.dumps(asdict(self.plan), indent=1), "utf-8")
