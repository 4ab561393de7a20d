"""The layering of the code, held by walking its syntax trees: who imports whom, and what no module keeps."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in ("catalogue", "index")
    for path in sorted((ROOT / package).glob("**/*.py"))
}
REGISTRIES = {"catalogue.exports.registry", "index.registry"}
"""Modules whose one table is filled while they and their siblings are imported."""
_MUTATORS = {"append", "extend", "insert", "add", "update", "setdefault", "pop", "remove", "clear", "discard"}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imports_in(node: ast.AST) -> Iterator[str]:
    """The dotted names that the import statements below a node name."""
    for statement in ast.walk(node):
        if isinstance(statement, ast.Import):
            yield from (alias.name for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            for alias in statement.names:
                whole = f"{statement.module}.{alias.name}"
                yield whole if whole in MODULES else statement.module


def below(module: str, *packages: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def outside(imported: str, *packages: str) -> bool:
    """Whether an import is one of ours that is in none of these packages."""
    return below(imported, "catalogue", "index") and not below(imported, *packages)


def test_the_model_rests_on_the_standard_library_alone() -> None:
    allowed = {*sys.stdlib_module_names, "catalogue"}
    found = {
        (module, imported)
        for module in MODULES
        if below(module, "catalogue.model")
        for imported in imports_in(tree(module))
        if imported.split(".")[0] not in allowed or outside(imported, "catalogue.model")
    }
    assert found == set()


@pytest.mark.parametrize("package", ["catalogue.exports", "catalogue.citations"])
def test_exports_and_citations_know_only_the_model(package: str) -> None:
    """And how words are romanised, which are data: what a reference prints is what search is to find."""
    tables = ["index.romanisation_tables"] if package == "catalogue.citations" else []
    found = {
        (module, imported)
        for module in MODULES
        if below(module, package)
        for imported in imports_in(tree(module))
        if outside(imported, package, "catalogue.model", *tables)
    }
    assert found == set()


def test_what_pages_tell_machines_rests_on_the_model_and_the_exports() -> None:
    found = {
        (module, imported)
        for module in MODULES
        if below(module, "catalogue.metadata")
        for imported in imports_in(tree(module))
        if outside(imported, "catalogue.metadata", "catalogue.model", "catalogue.exports")
    }
    assert found == set()


def test_the_index_knows_neither_the_catalogue_nor_flask() -> None:
    found = {
        (module, imported)
        for module in MODULES
        if below(module, "index")
        for imported in imports_in(tree(module))
        if below(imported, "catalogue", "flask", "flask_babel", "werkzeug")
    }
    assert found == set()


def test_who_answers_requests_does_not_carry_what_reads_the_data() -> None:
    """Each web worker would pay for it with memory, and with time at its start."""
    readers = {"catalogue.build", "catalogue.reading", "catalogue.schema", "catalogue.sheets"}
    assert readers <= MODULES.keys()
    reached, todo = set[str](), ["catalogue.app"]
    while todo:
        module = todo.pop()
        if module in MODULES and module not in reached:
            reached.add(module)
            todo += imports_in(tree(module))
    assert reached & readers == set()


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("whoosh", ("index.whoosh_engine",)),
        ("bibtexparser", ("catalogue.sources.bibtex*", "catalogue.exports.bibtex*")),
        ("py_mini_racer", ("catalogue.citations.engine",)),
        ("marshmallow", ("catalogue.schema", "catalogue.web.api.*")),
        ("flask", ("catalogue.app", "catalogue.cli", "catalogue.web")),
        ("flask_babel", ("catalogue.app", "catalogue.cli", "catalogue.web")),
        ("werkzeug", ("catalogue.app", "catalogue.cli", "catalogue.web")),
    ],
)
def test_a_library_is_imported_only_at_home(library: str, homes: tuple[str, ...]) -> None:
    def is_home(module: str) -> bool:
        return any(
            module.startswith(home.removesuffix("*")) if home.endswith("*") else below(module, home)
            for home in homes
        )

    found = {
        module
        for module in MODULES
        if not is_home(module) and any(below(imported, library) for imported in imports_in(tree(module)))
    }
    assert found == set()


def test_no_blueprint_imports_another() -> None:
    blueprints = {
        module
        for module in MODULES
        if below(module, "catalogue.web")
        and any(
            isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Blueprint")
            for node in ast.walk(tree(module))
        )
    }
    assert blueprints
    found = {(m, imported) for m in blueprints for imported in imports_in(tree(m)) if imported in blueprints}
    assert found == set()


def test_imports_stand_at_the_top() -> None:
    found = {
        (module, function.name)
        for module in MODULES
        for function in ast.walk(tree(module))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        and any(True for _ in imports_in(function))
    }
    assert found == set()


def test_no_imports_go_in_a_circle() -> None:
    graph = {
        module: {name for name in imports_in(tree(module)) if name in MODULES and name != module}
        for module in MODULES
    }
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " → ".join((*path, module))
        if module not in done:
            for imported in graph[module]:
                visit(imported, (*path, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_no_module_keeps_state_that_changes() -> None:
    found = {
        (module, name)
        for module in MODULES
        if module not in REGISTRIES
        for name in changed_in_functions(tree(module))
    }
    assert found == set()


def changed_in_functions(module: ast.Module) -> Iterator[str]:
    """Names of the module that a function assigns to, or whose content it changes."""
    owned = {
        target.id
        for statement in module.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
        if isinstance(target, ast.Name)
    }
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    for node in (inner for function in functions for inner in ast.walk(function)):
        match node:
            case ast.Global(names):
                yield from names
            case ast.Subscript(ast.Name(name), _, ast.Store() | ast.Del()) if name in owned:
                yield name
            case ast.Call(ast.Attribute(ast.Name(name), method)) if name in owned and method in _MUTATORS:
                yield name


def test_the_top_level_holds_what_a_newcomer_expects() -> None:
    top = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    made = {"node_modules", "instance", "htmlcov", "build", "dist", "publications_catalogue.egg-info"}
    allowed = {"pyproject.toml", "README.md", "catalogue", "index", "data", "tests", "wsgi.py", "Makefile"}
    allowed |= {"package.json", "package-lock.json", "requirements.lock", "requirements-dev.lock"}
    allowed |= {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"}
    assert top - made <= allowed
