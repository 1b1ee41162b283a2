"""The shipped models, one readable folder each."""

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from zufolge.errors import ModelError


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of a model folder; nothing else in zufolge knows their names."""

    folder: Path

    @property
    def encoder(self) -> Path:
        """The graph from pieces to states and tag scores."""
        return self.folder / "model.onnx"

    @property
    def reader(self) -> Path:
        """The graph from states and a marked quotation to roles and classes."""
        return self.folder / "reader.onnx"

    @property
    def tokenizer(self) -> Path:
        """The vocabulary."""
        return self.folder / "tokenizer.json"

    @property
    def config(self) -> Path:
        """Tag sets, transition scores, thresholds and window sizes."""
        return self.folder / "config.json"

    @property
    def card(self) -> Path:
        """What the model was trained on, under which licence, with which figures."""
        return self.folder / "MODEL_CARD.md"

    def check(self) -> "Layout":
        """Return this layout.

        Raises:
            ModelError: if a file that reading needs is missing.
        """
        for path in (self.encoder, self.reader, self.tokenizer, self.config):
            if not path.is_file():
                raise ModelError(f"{self.folder} is not a model folder: {path.name} is missing")
        return self


def shipped(name: str = "attribution") -> Layout:
    """Return the layout of a model that ships with the package.

    Raises:
        ModelError: if there is none of that name.
    """
    return Layout(Path(str(resources.files(__name__).joinpath(name)))).check()
