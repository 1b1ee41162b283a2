"""Takes up a shipped model folder again, so that training goes on instead of beginning anew.

Weights of eight bits are read back as floats. What rounding took from them comes back within some
hundred steps; word and position embeddings are those of the pretrained encoder, which were never
trained.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from training.network import Attribution
from zufolge.models import Layout

Tensors = dict[str, torch.Tensor]


def kept_pieces(full: Path, folder: Path) -> list[int]:
    """Tell which pieces of the whole vocabulary a model folder kept.

    Args:
        full: the whole ``tokenizer.json``.
        folder: a model folder.

    Returns:
        Indices into the whole vocabulary, ascending.
    """
    pieces = lambda path: [
        piece for piece, _ in json.loads(path.read_text("utf-8"))["model"]["vocab"]
    ]
    index = {piece: number for number, piece in enumerate(pieces(full))}
    return [index[piece] for piece in pieces(Layout(folder).tokenizer)]


def take_up(model: Attribution, folder: Path) -> None:
    """Load the weights of a model folder into a network.

    Args:
        model: a network whose word embeddings belong to the folder's vocabulary.
        folder: a model folder of eight bits.
    """
    layout = Layout(folder)
    encoder = floats(layout.encoder, "model.")
    reader = {f"reader.{name}": values for name, values in floats(layout.reader, "").items()}
    frozen = {name for name, value in model.named_parameters() if not value.requires_grad}
    state = model.state_dict()
    for name, values in {**encoder, **reader}.items():
        if name in state and name not in frozen:
            state[name].copy_(values.reshape(state[name].shape))
    chains = json.loads(layout.config.read_text("utf-8"))["chains"]
    for name, part in (("outer", "outer_crf"), ("nested", "nested_crf"), ("names", "name_crf")):
        _take_up_chain(getattr(model.tagger, part), chains[name])
    missing = {*state} - {*encoder, *reader} - frozen
    if unknown := sorted(name for name in missing if "_crf" not in name):
        raise ValueError(f"{folder} holds no weights for {', '.join(unknown)}")


def _take_up_chain(crf: nn.Module, scores: dict[str, list[object]]) -> None:
    for name, forbidden in (("transitions", "forbidden"), ("starts", "never_first")):
        values = torch.tensor(scores[name])
        allowed = getattr(crf, forbidden) == 0
        getattr(crf, name).data = torch.where(allowed, values, torch.zeros_like(values))


def floats(path: Path, prefix: str) -> Tensors:
    """Return the tensors of a graph of eight bits, by the names of the network's parameters.

    Args:
        path: an ONNX file.
        prefix: is taken off the names.
    """
    graph = onnx.load(str(path)).graph
    stored = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    found: dict[str, np.ndarray] = {}
    for name, values in stored.items():
        # The export numbers a parameter of the outermost network whose name an input has too.
        if name.endswith((".bias", ".weight", ".1")):
            found[name] = values
        elif name.endswith(".weight_quantized"):
            found[name.removesuffix("_quantized")] = _widened(stored, name)
    for node in graph.node:
        biases = [name for name in node.input if name in stored and name.endswith(".bias")]
        if node.op_type == "Add" and biases:
            product = _product(node, makers)
            matrix = _widened(stored, product.input[1])
            found[biases[0].removesuffix("bias") + "weight"] = matrix.T
    return {
        name.removeprefix(prefix): torch.from_numpy(np.array(values, np.float32))
        for name, values in found.items()
    }


def _product(node: onnx.NodeProto, makers: dict[str, onnx.NodeProto]) -> onnx.NodeProto:
    """Go back from the addition of a bias to the product of integers before it."""
    waiting = [name for name in node.input if name in makers]
    while waiting:
        maker = makers[waiting.pop(0)]
        if maker.op_type == "MatMulInteger":
            return maker
        waiting += [name for name in maker.input if name in makers]
    raise ValueError(f"no product of integers stands before {node.name}")


def _widened(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    part = name.removesuffix("_quantized")
    zero = stored[f"{part}_zero_point"].astype(np.float32)
    return (stored[name].astype(np.float32) - zero) * stored[f"{part}_scale"]
