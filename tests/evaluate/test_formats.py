from pathlib import Path

import pytest

from tests.evaluate.lindental import write
from zufolge.errors import EvaluationError
from zufolge.evaluate.formats import Format, detect


@pytest.mark.parametrize(
    ("files", "path", "expected"),
    [
        (["gold.json", "a1.txt"], ".", Format.DOSSIERS),
        (["d1/gold.json", "d2/gold.json", "README.md"], ".", Format.DOSSIERS),
        (["dev.jsonl"], "dev.jsonl", Format.QUOTATIONS),
        (["dev.jsonl.gz"], "dev.jsonl.gz", Format.QUOTATIONS),
        (["1 - Damm.json"], "1 - Damm.json", Format.QUOTATIONS),
        (["1 - Damm.json", "1 - Damm.pretty.json"], ".", Format.QUOTATIONS),
        (["a.tml", "notes.json"], ".", Format.TIMES),
        (["a.tml"], "a.tml", Format.TIMES),
    ],
)
def test_forms(tmp_path: Path, files: list[str], path: str, expected: Format) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert detect(tmp_path / path) is expected


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere", "does not exist"),
        ("d1/a1.txt", "is none of the known forms"),
        ("d1/gold.json", "name its folder"),
        ("empty", "is none of the known forms"),
    ],
)
def test_anything_else_gets_one_sentence(tmp_path: Path, path: str, message: str) -> None:
    write(tmp_path / "d1")
    (tmp_path / "empty").mkdir()
    with pytest.raises(EvaluationError, match=message):
        detect(tmp_path / path)
