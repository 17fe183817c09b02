"""Functions whose modules are imported when first used: no command loads the parsers of all formats."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def deferred(module: str, name: str, *first: object) -> Callable[..., Any]:
    """Stand for a function of a module of this package, with its first arguments."""

    def call(*arguments: object) -> object:
        return getattr(import_module(f"workbench.formats.{module}"), name)(*first, *arguments)

    return call
