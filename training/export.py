"""Turns a trained network into a model folder: ONNX graphs of eight bits, vocabulary, settings."""

import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

from training.corpora import CONVENTIONS, ROLES
from training.network import Attribution
from zufolge.annotate.tags import FLAGS, NAME_TAGS, QUOTE_TAGS
from zufolge.models import Layout
from zufolge.statement import MEDIA, STANCES, TYPES

# Chosen on the development data; rare roles need less to be believed than the default of one half.
THRESHOLDS = {"addressee": 0.4, "channel": 0.4, "distance": 0.3}


class EncoderGraph(nn.Module):
    """Pieces in, states and tag scores out."""

    def __init__(self, model: Attribution) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, pieces: torch.Tensor, mask: torch.Tensor, convention: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Run encoder and tag heads."""
        states = self.model.encoder(pieces, mask)
        quotes, names = self.model.tagger(states, convention)
        return states, quotes, names


def export(model: Attribution, tokenizer: Path, target: Path, *, int8: bool = True) -> Layout:
    """Write a model folder.

    Args:
        model: the trained network.
        tokenizer: the cut vocabulary.
        target: the folder; files in it are replaced.
        int8: whether to quantise weights (per channel) and, at run time, activations.

    Returns:
        The layout of the folder.
    """
    model.eval()
    layout = Layout(target)
    target.mkdir(parents=True, exist_ok=True)
    _export_encoder(model, layout.encoder, int8)
    _export_reader(model, layout.reader, int8)
    shutil.copyfile(tokenizer, layout.tokenizer)
    layout.config.write_text(json.dumps(_config(model), indent=1), "utf-8")
    return layout


def _export_encoder(model: Attribution, path: Path, int8: bool) -> None:
    example = (
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
        torch.zeros(2, dtype=torch.long),
    )
    names = ["pieces", "mask", "convention"], ["states", "quotes", "names"]
    axes = {
        name: {0: "batch", 1: "places"} for name in ("pieces", "mask", "states", "quotes", "names")
    }
    write_graph(
        EncoderGraph(model), example, names, axes | {"convention": {0: "batch"}}, path, int8
    )


def _export_reader(model: Attribution, path: Path, int8: bool) -> None:
    width = model.encoder.norm.normalized_shape[0]
    example = (
        torch.zeros(2, 9, width),
        torch.zeros(2, 9, dtype=torch.long),
        torch.ones(2, 9),
        torch.ones(2, 9),
        torch.zeros(2, dtype=torch.long),
    )
    names = ["states", "flags", "mask", "inside", "convention"], ["roles", "classes"]
    axes = {
        name: {0: "batch", 1: "words"} for name in ("states", "flags", "mask", "inside", "roles")
    }
    axes |= {name: {0: "batch"} for name in ("convention", "classes")}
    write_graph(model.reader, example, names, axes, path, int8)


def write_graph(
    module: nn.Module,
    example: tuple[torch.Tensor, ...],
    names: tuple[list[str], list[str]],
    axes: dict[str, dict[int, str]],
    path: Path,
    int8: bool,
) -> None:
    """Write a network as an ONNX graph.

    Args:
        module: the network.
        example: what it is called with.
        names: of the inputs and of the outputs.
        axes: by name of an input or output, the axes of any length.
        path: where the file goes.
        int8: whether to quantise weights (per channel) and, at run time, activations.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            module.eval(),
            example,
            str(plain),
            input_names=names[0],
            output_names=names[1],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        if int8:
            quantize_dynamic(
                str(ready),
                str(path),
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=False,
            )
        else:
            shutil.copyfile(ready, path)
    onnx.checker.check_model(str(path))


def _config(model: Attribution) -> dict[str, object]:
    tagger = model.tagger
    chains = {
        name: dict(zip(("transitions", "starts"), (_rounded(t) for t in crf.scores()), strict=True))
        for name, crf in (
            ("outer", tagger.outer_crf),
            ("nested", tagger.nested_crf),
            ("names", tagger.name_crf),
        )
    }
    return {
        "format": 1,
        "quote_tags": QUOTE_TAGS,
        "name_tags": NAME_TAGS,
        "flags": FLAGS,
        "roles": ROLES,
        "types": TYPES,
        "media": MEDIA,
        "stances": STANCES,
        "conventions": CONVENTIONS,
        "chains": chains,
        "thresholds": THRESHOLDS,
    }


def _rounded(scores: torch.Tensor) -> list[object]:
    return [
        [round(v, 4) for v in row] if isinstance(row, list) else round(row, 4)
        for row in scores.tolist()
    ]  # type: ignore[no-any-return]
