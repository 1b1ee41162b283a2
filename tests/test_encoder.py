import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from zufolge.encoder import Model, session
from zufolge.errors import ModelError
from zufolge.models import Layout, shipped


def test_the_shipped_folder_is_complete_and_small() -> None:
    layout = shipped()
    assert layout.card.is_file()
    size = sum(file.stat().st_size for file in layout.folder.iterdir())
    assert size < 60_000_000


def test_an_empty_folder_is_refused_by_the_name_of_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"is not a model folder: model\.onnx is missing"):
        Model(Layout(tmp_path))


@pytest.mark.parametrize("damaged", ["model.onnx", "config.json", "tokenizer.json"])
def test_a_damaged_file_is_refused_in_a_sentence(tmp_path: Path, damaged: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(shipped().folder, folder)
    (folder / damaged).write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded as a model"):
        Model(Layout(folder))


def test_an_unknown_convention_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(ModelError, match="the model knows guide, gnqa"):
        Model(shipped()).convention("penn")


@pytest.fixture
def one_core() -> Iterator[None]:
    if sys.platform != "linux":
        pytest.skip("only Linux tells a process which cores it may use")
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    yield
    os.sched_setaffinity(0, allowed)


@pytest.mark.usefixtures("one_core")
@pytest.mark.parametrize(("wanted", "threads"), [(None, 1), (2, 2)])
def test_a_graph_uses_the_cores_it_may_use(wanted: int | None, threads: int) -> None:
    running = session(shipped().reader.read_bytes(), wanted)
    assert running.get_session_options().intra_op_num_threads == threads
