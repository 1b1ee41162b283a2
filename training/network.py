"""The network: one encoder, tag heads for quotations and names, a reader for the roles."""

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn import functional

from training.corpora import CONVENTIONS, ROLES
from training.crf import ChainCRF
from training.weights import Shape, WeightFile, weight_file
from zufolge.annotate.tags import FLAGS, NAME_TAGS, QUOTE_TAGS, may_begin, may_follow
from zufolge.statement import MEDIA, STANCES, TYPES


class FeatureDropout(nn.Module):
    """Drops the same features at all places of a text; single random numbers are slow on CPUs."""

    def __init__(self, rate: float) -> None:
        """Set the share of features that are dropped."""
        super().__init__()
        self.rate = rate

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """Drop features of ``(batch, places, width)`` while training."""
        if not self.training or self.rate == 0:
            return states
        keep = torch.rand(states.shape[0], 1, states.shape[2]) >= self.rate
        return states * (keep.to(states.dtype) / (1 - self.rate))


class Layer(nn.Module):
    """One transformer layer, normalised after each part, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        """Set up the projections."""
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=epsilon)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.dropout = FeatureDropout(dropout)

    def forward(self, states: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """Transform states.

        Args:
            states: ``(batch, places, width)``.
            bias: added to the attention scores, ``(batch, 1, 1, places)``, very low for padding.

        Returns:
            States of the same shape.
        """
        batch, places, width = states.shape
        split = lambda x: x.view(batch, places, self.heads, -1).transpose(1, 2)
        query, key, value = (split(part(states)) for part in (self.query, self.key, self.value))
        mixed = functional.scaled_dot_product_attention(query, key, value, bias.to(query.dtype))
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, places, width))
        states = self.attention_norm(states + self.dropout(mixed))
        raised = self.down(functional.gelu(self.up(states)))
        return self.norm(states + self.dropout(raised))  # type: ignore[no-any-return]


def attention_bias(mask: torch.Tensor) -> torch.Tensor:
    """Turn a mask ``(batch, places)`` of 0 and 1 into a bias for attention scores."""
    return (1.0 - mask[:, None, None, :].float()) * -1e4


def products() -> torch.autocast:
    """Return the context of products: bfloat16, except on CPUs where that is slow."""
    wide = "AVX512" in torch.backends.cpu.get_cpu_capability()
    return torch.autocast("cpu", torch.bfloat16, enabled=wide)


class Encoder(nn.Module):
    """The pretrained encoder; its embeddings are never trained, so the vocabulary can be cut."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        """Set up an encoder of the given sizes, with random weights."""
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(
            Layer(shape.width, shape.heads, shape.inner, shape.epsilon, dropout)
            for _ in range(shape.layers)
        )
        for table in (self.words, self.positions):
            table.weight.requires_grad = False

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Encode pieces ``(batch, places)`` into states ``(batch, places, width)``."""
        places = torch.arange(pieces.shape[1])
        states = self.norm(self.words(pieces) + self.positions(places)[None])
        bias = attention_bias(mask)
        for layer in self.layers:
            states = layer(states, bias)
        return states

    @classmethod
    def cut(cls, keep: Sequence[int]) -> "Encoder":
        """Build the pretrained encoder for the kept pieces of its vocabulary.

        Args:
            keep: indices into the whole vocabulary, ascending.
        """
        encoder = cls.pretrained(WeightFile(weight_file()))
        rows = encoder.words.weight.data[torch.tensor(keep)].clone()
        encoder.words = nn.Embedding.from_pretrained(rows, freeze=True)
        return encoder

    @classmethod
    def pretrained(cls, file: WeightFile) -> "Encoder":
        """Build the encoder with the weights of a file."""
        encoder = cls(file.shape)
        width, inner = file.shape.width, file.shape.inner
        encoder.words.weight.data = file.blocks("emb.word", file.shape.vocabulary, width)
        positions = file.floats("emb.pos").view(-1, width)
        # The single token type is a constant: it moves into the positions.
        encoder.positions.weight.data = positions + file.floats("emb.type").view(-1, width)[0]
        _fill_norm(encoder.norm, file, "emb.ln")
        for number, layer in enumerate(encoder.layers):
            _fill_layer(layer, file, f"l{number}.", width, inner)  # type: ignore[arg-type]
        return encoder


def _fill_layer(layer: Layer, file: WeightFile, prefix: str, width: int, inner: int) -> None:
    parts = {
        "q": (layer.query, width, width),
        "k": (layer.key, width, width),
        "v": (layer.value, width, width),
        "ao": (layer.output, width, width),
        "fi": (layer.up, inner, width),
        "fo": (layer.down, width, inner),
    }
    for name, (part, rows, columns) in parts.items():
        part.weight.data = file.blocks(f"{prefix}{name}.w", rows, columns)
        part.bias.data = file.floats(f"{prefix}{name}.b")
    _fill_norm(layer.attention_norm, file, f"{prefix}aln")
    _fill_norm(layer.norm, file, f"{prefix}oln")


def _fill_norm(norm: nn.LayerNorm, file: WeightFile, name: str) -> None:
    norm.weight.data, norm.bias.data = file.floats(f"{name}.w"), file.floats(f"{name}.b")


class Tagger(nn.Module):
    """Tags pieces: two layers of quotations (outer and nested) and named entities."""

    def __init__(self, width: int) -> None:
        """Set up the heads on states of the given width."""
        super().__init__()
        self.convention = nn.Embedding(len(CONVENTIONS), width)
        self.hidden = nn.Linear(width, width)
        self.dropout = FeatureDropout(0.2)
        self.quotes = nn.Linear(width, 2 * len(QUOTE_TAGS))
        self.names = nn.Linear(width, len(NAME_TAGS))
        nn.init.zeros_(self.convention.weight)
        for crf, tags in (("outer", QUOTE_TAGS), ("nested", QUOTE_TAGS), ("name", NAME_TAGS)):
            allowed = torch.tensor([[may_follow(b, a) for b in tags] for a in tags])
            first = torch.tensor([may_begin(tag) for tag in tags])
            setattr(self, f"{crf}_crf", ChainCRF(allowed, first))

    def forward(
        self, states: torch.Tensor, convention: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return tag scores.

        Args:
            states: ``(batch, places, width)``.
            convention: index of the convention of annotation, ``(batch,)``.

        Returns:
            Scores of both layers' quotation tags side by side, ``(batch, places, 2 * tags)``, and
            of name tags, ``(batch, places, name tags)``.
        """
        told = self.hidden(states) + self.convention(convention)[:, None]
        return self.quotes(self.dropout(functional.gelu(told))), self.names(self.dropout(states))


class Reader(nn.Module):
    """Reads the words around one marked quotation: who says it, by which words, how."""

    def __init__(self, width: int, layers: int = 2, inner: int = 1024) -> None:
        """Set up a small transformer over word states."""
        super().__init__()
        self.flags = nn.Embedding(len(FLAGS), width)
        self.convention = nn.Embedding(len(CONVENTIONS), width)
        self.layers = nn.ModuleList(Layer(width, 6, inner, 1e-12, 0.1) for _ in range(layers))
        self.roles = nn.Linear(width, len(ROLES))
        self.classes = nn.Linear(2 * width, len(TYPES) + len(MEDIA) + len(STANCES))
        nn.init.constant_(self.roles.bias, -2.5)
        nn.init.zeros_(self.convention.weight)
        nn.init.normal_(self.flags.weight, std=0.3)

    def forward(
        self,
        states: torch.Tensor,
        flags: torch.Tensor,
        mask: torch.Tensor,
        inside: torch.Tensor,
        convention: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Score roles and classes, one row a quotation.

        Args:
            states: encoder states of the words, ``(quotations, words, width)``.
            flags: where each word stands to the quotation, ``(quotations, words)``.
            mask: 1 for words, 0 for padding, ``(quotations, words)``.
            inside: 1 for the quotation's own words, ``(quotations, words)``.
            convention: ``(quotations,)``.

        Returns:
            Role scores before the sigmoid, ``(quotations, words, roles)``, and class scores before
            the softmax: types, media and stances side by side.
        """
        mixed = states + self.flags(flags) + self.convention(convention)[:, None]
        bias = attention_bias(mask)
        for layer in self.layers:
            mixed = layer(mixed, bias)
        own, around = mean_state(mixed, inside), mean_state(mixed, mask - inside)
        return self.roles(mixed), self.classes(torch.cat([own, around], dim=-1))


def mean_state(states: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Return the weighed mean of states ``(batch, places, width)``: ``(batch, width)``."""
    weights = weights.to(states.dtype)[:, :, None]
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1)


class Attribution(nn.Module):
    """The whole network."""

    def __init__(self, encoder: Encoder) -> None:
        """Put fresh heads on an encoder."""
        super().__init__()
        width = encoder.norm.normalized_shape[0]
        self.encoder = encoder
        self.tagger = Tagger(width)
        self.reader = Reader(width)
