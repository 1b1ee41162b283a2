"""The names that the package offers."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import zufolge
import zufolge.annotate
import zufolge.link.memory
from zufolge.article import Article
from zufolge.link import Connections

SOURCE = str(Path(__file__).parents[1] / "src")


def test_all_names_what_is_offered() -> None:
    public = {name for name in dir(zufolge) if not name.startswith("_")} | {"__version__"}
    assert public == set(zufolge.__all__)
    assert set(zufolge.__all__) == {*zufolge._ORIGINS, "__version__"}


@pytest.mark.parametrize("name", zufolge.__all__)
def test_a_name_is_what_it_says(name: str) -> None:
    found = getattr(zufolge, name)
    assert not isinstance(found, ModuleType)
    assert name == "__version__" or found.__doc__


def test_functions_go_before_packages_of_their_name() -> None:
    assert zufolge.annotate is sys.modules["zufolge.annotate"].annotate
    assert zufolge.link([]) == Connections((), ())


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'summarise'"):
        zufolge.summarise  # noqa: B018


def test_the_package_loads_nothing_by_itself() -> None:
    code = "import sys, zufolge; print(*[n for n in sys.modules if n.startswith('zufolge.')])"
    command = [sys.executable, "-c", code]
    assert subprocess.check_output(command, env={"PYTHONPATH": SOURCE}).strip() == b""


def test_a_file_becomes_a_report_in_two_calls(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Der Hafen sei leer, sagte Kapitän Jan Olsen.\n")
    article = zufolge.read(file)
    assert isinstance(article, Article)
    [report] = zufolge.annotate([article])
    with zufolge.Ledger(":memory:") as ledger:
        assert ledger.add(report)
        assert list(ledger.reports()) == [report]
