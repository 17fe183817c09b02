"""Functions whose modules are imported when first used: no command loads the parsers of all formats."""

from dataclasses import dataclass, field
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Deferred:
    """Stands for a function of a module of this package; `first` are its first arguments."""

    module: str
    name: str
    first: tuple[object, ...] = field(default=(), hash=False)  # columns by what they hold have no hash

    def __call__(self, *arguments: object) -> Any:  # noqa: ANN401 -- whatever the function gives
        """Call the function."""
        function = getattr(import_module(f"workbench.formats.{self.module}"), self.name)
        return function(*self.first, *arguments)
