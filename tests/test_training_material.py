"""The reports written for training are well-formed, and their names stand in them."""

import re
import tomllib
from pathlib import Path

import pytest

from zufolge.evaluate import load_dossiers

MATERIAL = Path(__file__).parents[1] / "training" / "material"
DOSSIERS = load_dossiers(MATERIAL)
NAMES = tomllib.loads((MATERIAL / "names.toml").read_text("utf-8"))
# Currencies are listed everywhere, whether or not a dossier speaks of money.
EVERYWHERE = {"Euro", "Dollar"}


def test_there_are_dossiers_with_long_chains() -> None:
    statements = [each for dossier in DOSSIERS for each in dossier.statements]
    assert len(DOSSIERS) == 12
    assert sum(len(each.chain) > 1 for each in statements) > 200


@pytest.mark.parametrize("name", [dossier.name for dossier in DOSSIERS])
def test_every_listed_name_occurs(name: str) -> None:
    dossier = next(each for each in DOSSIERS if each.name == name)
    text = "\n".join(article.text for article in dossier.articles.values())
    listed = {form for forms in NAMES[name].values() for form in forms} - EVERYWHERE
    assert {
        form for form in listed if not re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text)
    } == set()


def test_kinds_are_those_of_the_model() -> None:
    assert {kind for forms in NAMES.values() for kind in forms} <= {"PER", "ORG", "LOC", "OTH"}
