"""The rules that the code keeps, read off its syntax trees."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE, LONGEST_FUNCTION, SHORT_FUNCTION, SHORT_SHARE = 500, 60, 30, 0.9
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "base", "manager", "core", "misc"}

# A stage may import its own modules and those of the lines above it; stages on one line do not
# know each other. A new stage has to be put somewhere here.
LAYERS = (
    ("errors", "identity", "span"),
    ("article", "statement", "actor", "mention", "relation"),
    ("report",),
    ("contract", "languages", "pieces"),
    ("models",),
    ("encoder", "gazetteer"),
    ("sources",),
    ("annotate",),
    ("link",),
    ("ledger", "evidence"),
    ("evaluate", "export", "view", "web", "batch"),
    ("",),
    ("cli",),
    ("__main__",),
)
TREES = ("src/zufolge", "training", "benchmarks")
TEXT_ENDINGS = {".py", ".toml", ".md", ".json", ".txt", ".html", ".css", ".js", ".yml", ".yaml"}
# Written in pieces, so that this file does not name what it forbids.
MACHINE_PATH = re.compile(r"(?<![\w.~/-])(?:/(?:work|home|root|Users|mnt)/\w|[A-Z]:\\Users)")


@dataclass(frozen=True)
class Module:
    """A module of the package or of the programs beside it."""

    path: Path
    tree: ast.Module

    @property
    def place(self) -> str:
        """The path as a failing test shows it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        """The name it is imported by."""
        parts = list(self.path.relative_to(ROOT).with_suffix("").parts)
        if parts[0] == "src":
            parts = parts[1:]
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.path.read_text("utf-8").splitlines())


@cache
def modules() -> tuple[Module, ...]:
    """Parse all modules once."""
    found = [path for tree in TREES for path in sorted((ROOT / tree).rglob("*.py"))]
    return tuple(Module(path, ast.parse(path.read_text("utf-8"))) for path in found)


def package() -> list[Module]:
    """Return the modules of the package."""
    return [module for module in modules() if module.name.split(".")[0] == "zufolge"]


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(module: Module) -> Iterator[Function]:
    """Yield all functions of a module, methods and inner ones included."""
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Return the lines from ``def`` to the last one."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def at_import(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield the imports that run when a module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield from at_import(other)
        elif not isinstance(child, Function | ast.Lambda):
            yield from at_import(child)


def imported(module: Module, nodes: Iterator[ast.Import | ast.ImportFrom]) -> set[str]:
    """Return the names of our own modules that some imports load."""
    known = {each.name for each in modules()}
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
            continue
        origin = node.module or ""
        if node.level:
            parts = module.name.split(".")
            if module.path.name != "__init__.py":
                parts = parts[:-1]
            above = parts[: len(parts) - node.level + 1]
            origin = ".".join([*above, *([node.module] if node.module else [])])
        for alias in node.names:
            inner = f"{origin}.{alias.name}"
            found.add(inner if inner in known else origin)
    return (found & known) - {module.name}


def stage(name: str) -> str:
    """Return the stage of the package that a module belongs to; the package itself is ""."""
    return ".".join(name.split(".")[1:2])


def layer(name: str) -> int | None:
    """Return the number of a stage's layer, or nothing if it has none."""
    found = [number for number, stages in enumerate(LAYERS) if stage(name) in stages]
    return found[0] if found else None


def test_there_is_something_to_check() -> None:
    assert len(package()) > 20
    assert sum(1 for module in package() for _ in functions(module)) > 100


def test_files_are_short() -> None:
    assert [f"{m.place}: {m.lines} lines" for m in modules() if m.lines > LONGEST_FILE] == []


def test_functions_are_short() -> None:
    assert [
        f"{module.place}:{function.lineno} {function.name}: {length(function)} lines"
        for module in modules()
        for function in functions(module)
        if length(function) > LONGEST_FUNCTION
    ] == []


@pytest.mark.parametrize("tree", TREES)
def test_nine_functions_of_ten_fit_on_a_screen(tree: str) -> None:
    lengths = [
        length(function)
        for module in modules()
        if module.place.startswith(tree)
        for function in functions(module)
    ]
    short = sum(lines <= SHORT_FUNCTION for lines in lengths)
    assert short >= SHORT_SHARE * len(lengths)


def test_packages_are_not_nested_deeper_than_their_stage() -> None:
    deepest = 4  # zufolge.annotate.times.grammar
    assert [m.place for m in package() if len(m.name.split(".")) > deepest] == []


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {m.name: imported(m, at_import(m.tree)) for m in modules()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail("imports run in a circle: " + " → ".join(error.args[1]))


def test_every_stage_has_its_layer() -> None:
    assert sorted({stage(m.name) for m in package() if layer(m.name) is None}) == []


def test_imports_point_upstream() -> None:
    wrong = []
    for module in package():
        everywhere = (
            n for n in ast.walk(module.tree) if isinstance(n, ast.Import | ast.ImportFrom)
        )
        for other in imported(module, everywhere):
            if not other.startswith("zufolge") or stage(other) == stage(module.name):
                continue
            if (layer(other) or 0) >= (layer(module.name) or 0):
                wrong.append(f"{module.place} imports {other}")
    assert wrong == []


def test_the_package_knows_nothing_of_the_programs_beside_it() -> None:
    outside = {"training", "benchmarks", "tests", "torch", "transformers"}
    wrong = []
    for module in package():
        for node in ast.walk(module.tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            wrong += [f"{module.place}:{name}" for name in names if name.split(".")[0] in outside]
    assert wrong == []


def test_imports_stand_at_the_top() -> None:
    assert [
        f"{module.place}:{node.lineno}"
        for module in modules()
        if stage(module.name) != "cli"
        for function in functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ] == []


def test_names_say_what_a_module_does() -> None:
    assert [m.place for m in modules() if FORBIDDEN_NAMES & set(m.path.with_suffix("").parts)] == []


def test_only_the_command_line_prints() -> None:
    assert [
        f"{module.place}:{node.lineno}"
        for module in modules()
        if stage(module.name) != "cli" and module.name.split(".")[0] == "zufolge"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("print", "sys.stdout.write")
    ] == []


def test_everything_public_is_described() -> None:
    missing = []
    for module in package():
        if not ast.get_docstring(module.tree):
            missing.append(module.place)
        for node in ast.walk(module.tree):
            members = [node] if isinstance(node, ast.Module | ast.ClassDef) else []
            for each in (child for member in members for child in member.body):
                named = isinstance(each, Function | ast.ClassDef) and not each.name.startswith("_")
                hidden = isinstance(node, ast.ClassDef) and node.name.startswith("_")
                if named and not hidden and not _described(each):
                    missing.append(f"{module.place}:{each.lineno}")
    assert missing == []


def _described(node: ast.stmt) -> bool:
    assert isinstance(node, Function | ast.ClassDef)
    return bool(ast.get_docstring(node))


def test_records_are_frozen_and_slotted() -> None:
    records = ("span", "article", "statement", "actor", "mention", "relation", "report")
    wrong = []
    for module in package():
        if stage(module.name) not in records:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and [ast.unparse(b) for b in node.bases] != [
                "NamedTuple"
            ]:
                decorators = {ast.unparse(each) for each in node.decorator_list}
                if "dataclass(frozen=True, slots=True)" not in decorators:
                    wrong.append(f"{module.place}:{node.name}")
    assert wrong == []


def texts() -> Iterator[Path]:
    """Yield all text files of the repository, without what tools leave there."""
    for place in ("src", "training", "benchmarks", "tests", "docs", "examples", ".ci"):
        for path in sorted((ROOT / place).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file())


def test_no_file_names_a_place_of_one_machine() -> None:
    wrong = []
    for path in texts():
        if path.suffix in TEXT_ENDINGS or path.name in ("Makefile", "run", ".gitignore"):
            for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
                if MACHINE_PATH.search(line):
                    wrong.append(f"{path.relative_to(ROOT)}:{number}")
    assert wrong == []
