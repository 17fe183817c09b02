"""Rules about the code that no linter knows."""

import ast
import importlib
import pkgutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import workbench.formats
import workbench.score
from workbench.formats import COMPOSERS, FORMATS
from workbench.formats.deferred import Deferred
from workbench.formats.registry import Composer
from workbench.model.format import Format
from workbench.score import METRICS

ROOT = Path(__file__).parent.parent
WINDOW = sorted((ROOT / "ui").rglob("*.py"))
CODE = [ROOT / "main.py", *sorted((ROOT / "workbench").rglob("*.py")), *WINDOW]


def modules(package):
    return [
        importlib.import_module(f"{package.__name__}.{m.name}")
        for m in pkgutil.iter_modules(package.__path__)
    ]


def calls(path):
    """Give the names that a file calls."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_every_format_is_registered():
    defined = {
        value
        for module in modules(workbench.formats)
        for value in vars(module).values()
        if isinstance(value, Format)
    }
    assert defined == set(FORMATS.values())
    assert all(form.name == name for name, form in FORMATS.items())
    composers = {module.__name__ for module in modules(workbench.formats) if hasattr(module, "compose")}
    assert composers <= {where(composer.compose) for composer in COMPOSERS.values()}


def where(function):
    """Name the module of a function, of one too that is imported when it is used."""
    return f"workbench.formats.{function.module}" if isinstance(function, Deferred) else function.__module__


def test_what_is_imported_when_it_is_used_is_there():
    named = {value for module in modules(workbench.formats) for value in deferred_in(vars(module).values())}
    assert named
    for one in named:
        module = importlib.import_module(f"workbench.formats.{one.module}")
        assert callable(getattr(module, one.name)), one


def deferred_in(values):
    """Give what is deferred among some values, the formats' own and those of registries too."""
    for value in values:
        if isinstance(value, Deferred):
            yield value
        elif isinstance(value, Format | Composer):
            yield from deferred_in(getattr(value, field.name) for field in fields(value))
        elif isinstance(value, dict):
            yield from deferred_in(value.values())


def test_a_plain_text_is_read_without_the_parsers_of_other_formats():
    code = "import sys; from workbench.project import converting; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split())
    assert not loaded & {"lxml", "numpy", "pyarrow", "markdown_it", "babel", "email", "importlib.metadata"}
    parsers = {"po_document", "xliff_document", "tmx_document", "docx_document", "html_pages"}
    assert not loaded & {f"workbench.formats.{name}" for name in parsers}


def test_the_window_opens_without_numba():
    code = "import sys; import ui.app; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split())
    assert "numba" not in loaded


def test_every_metric_is_registered_under_its_name():
    assert all(make("en").name == name for name, make in METRICS.items())


def test_text_from_files_never_reaches_a_rich_text_surface():
    for path in WINDOW:
        forbidden = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "setStatusTip", "setWhatsThis"}
        if path.name != "labels.py":
            forbidden.add("QLabel")
        assert not forbidden & set(calls(path)), path


def test_files_are_small():
    for path in CODE:
        assert path.read_text(encoding="utf-8").count("\n") <= 400, path


def test_every_package_can_be_seen_by_the_layer_check():
    folders = {path.parent for path in CODE if path.name != "main.py"}
    assert all((folder / "__init__.py").exists() for folder in folders)


def test_starting_a_worker_stays_cheap():
    source = (ROOT / "main.py").read_text(encoding="utf-8")
    top = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert {getattr(node, "module", None) or node.names[0].name for node in top} == {"gc", "sys", "pathlib"}
    assert source.count("\n") <= 25
