"""The network of linking: an encoder of claims, and a comparison of two."""

from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training.network import Encoder, attention_bias, mean_state
from training.shipped import floats, kept_pieces
from training.weights import tokenizer_file
from zufolge.link.senses import CLASSES
from zufolge.models import shipped
from zufolge.pieces import PAD

_HIDDEN, _NARROW = 96, 256


class ClaimEncoder(nn.Module):
    """Turns a claim into two vectors of length 1: of its quote, and of all that is shown of it."""

    def __init__(self, encoder: Encoder) -> None:
        """Put a flag for quoted pieces under an encoder."""
        super().__init__()
        self.encoder = encoder
        self.quoted = nn.Parameter(torch.zeros(encoder.norm.normalized_shape[0]))

    def forward(self, pieces: torch.Tensor, quoted: torch.Tensor) -> torch.Tensor:
        """Encode claims.

        Args:
            pieces: ``(claims, places)``.
            quoted: 1 for pieces of the quote, ``(claims, places)``.

        Returns:
            ``(claims, 2, width)``.
        """
        encoder = self.encoder
        mask = (pieces != PAD).to(quoted.dtype)
        places = encoder.positions(torch.arange(pieces.shape[1]))[None]
        states = encoder.norm(encoder.words(pieces) + places) + quoted[:, :, None] * self.quoted
        bias = attention_bias(mask)
        for layer in encoder.layers:
            states = layer(states, bias)
        found = torch.stack([mean_state(states, quoted), mean_state(states, mask)], dim=1)
        return functional.normalize(found.float(), dim=-1)


class Comparison(nn.Module):
    """Compares claims by their vectors; the order of two does not count."""

    def __init__(self, width: int) -> None:
        """Set up the projections."""
        super().__init__()
        self.quote, self.whole = (nn.Linear(width, _NARROW, bias=False) for _ in range(2))
        self.hidden = nn.Linear(4 * _NARROW + 3, _HIDDEN)
        self.out = nn.Linear(_HIDDEN + 3, len(CLASSES))
        self.dropout = nn.Dropout(0.1)
        for part in (self.quote, self.whole):
            nn.init.orthogonal_(part.weight, gain=4.0)

    def forward(self, one: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
        """Return the scores of ``CLASSES`` before the softmax.

        Args:
            one: ``(pairs, 2, width)``.
            other: likewise.
        """
        parts = []
        for number, project in enumerate((self.quote, self.whole)):
            left, right = project(one[:, number]), project(other[:, number])
            parts += [left * right, (left - right).abs()]
        near = nearness(one, other)
        mixed = functional.gelu(self.hidden(torch.cat([*parts, near], dim=-1)))
        return self.out(torch.cat([self.dropout(mixed), near], dim=-1))  # type: ignore[no-any-return]


def nearness(one: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """Return cosines of quotes, of passages, and of the one with the other, scaled."""
    quotes, passages = ((one[:, n] * other[:, n]).sum(-1) for n in (0, 1))
    across = (one[:, 0] * other[:, 1]).sum(-1) + (one[:, 1] * other[:, 0]).sum(-1)
    return 10 * torch.stack([quotes, passages, across / 2], dim=-1) - 8


class Network(nn.Module):
    """Encoder and comparison."""

    def __init__(self, encoder: Encoder) -> None:
        """Put a fresh comparison on an encoder."""
        super().__init__()
        self.claims = ClaimEncoder(encoder)
        self.comparison = Comparison(encoder.norm.normalized_shape[0])


def fresh_model() -> Network:
    """Build the network on the pretrained encoder with the vocabulary of the shipped model."""
    return Network(Encoder.cut(kept_pieces(tokenizer_file(), shipped().folder)))


def trained_model(run: Path) -> Network:
    """Return the network with the averaged weights of a run, or with those of a model folder."""
    model = fresh_model()
    if (run / "claims.onnx").exists():
        take_up(model, run)
        return model
    state = model.state_dict()
    state.update(torch.load(run / "average.pt", weights_only=True))
    model.load_state_dict(state)
    return model


def take_up(model: Network, folder: Path) -> None:
    """Load the weights of a model folder into a network.

    Word and position embeddings stay, as they were never trained.

    Args:
        model: a network whose word embeddings belong to the shipped vocabulary.
        folder: holds ``claims.onnx`` of eight bits and ``comparison.npz``.
    """
    told = floats(folder / "claims.onnx", "")
    found = {f"claims.{name}": values for name, values in told.items()}
    found["claims.quoted"] = told["quoted.1"]
    stored = np.load(folder / "comparison.npz")
    for name in model.comparison.state_dict():
        values = stored[name.removesuffix(".weight").replace(".", "_")].astype(np.float32)
        found[f"comparison.{name}"] = torch.from_numpy(values)
    state = model.state_dict()
    embeddings = ("claims.encoder.words", "claims.encoder.positions")
    frozen = {name for name in state if name.startswith(embeddings)}
    if missing := sorted(state.keys() - found.keys() - frozen):
        raise ValueError(f"{folder} holds no weights for {', '.join(missing)}")
    for name in state.keys() - frozen:
        state[name].copy_(found[name].reshape(state[name].shape))
