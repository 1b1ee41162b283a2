"""What docs/export.md shows is what the program exports."""

import re
from pathlib import Path

import pytest
from prov.model import ProvDocument

from zufolge.export import FORMATS, write
from zufolge.export.reading import read_records

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "export.md").read_text("utf-8")
SECTIONS = {
    "jsonl": "JSON Lines",
    "csv": "CSV",
    "webannotation": "Web Annotation",
    "schemaorg": "schema.org",
    "geojson": "GeoJSON",
    "prov": "PROV",
    "ftm": "FollowTheMoney",
}


def section(form: str) -> str:
    found = re.search(rf"^## {SECTIONS[form]}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, form
    return found[1]


@pytest.mark.parametrize("form", SECTIONS)
def test_the_samples_are_real(form: str) -> None:
    if form == "ftm":
        pytest.importorskip("followthemoney")
    with (ROOT / "examples" / "hafen.jsonl").open("rb") as file:
        content = read_records(file, "hafen", lambda error: pytest.fail(str(error))).content
        written = b"".join(write(content, form)).decode()
    if form == "prov":
        document = ProvDocument.deserialize(content=written)
        assert isinstance(document, ProvDocument)
        written = document.get_provn()
    samples = re.findall(r"^    (?!\$)(.+)$", section(form), re.MULTILINE)
    assert samples
    for sample in samples:
        for piece in filter(None, sample.split("[…]")):
            assert piece.strip() in written


def test_the_page_and_the_command_page_name_every_format() -> None:
    commands = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name in FORMATS:
        assert re.search(rf"^\| `{name}` \| ", PAGE, re.MULTILINE)
        assert f"`{name}`" in commands.split("## zufolge export", 1)[1].split("## ", 1)[0]
