"""One place where a text could be written otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.checks.hit import Span


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a choice was made: `way` is what was chosen, `ways` what each way would write there."""

    span: Span
    choice: str
    way: str
    ways: Mapping[str, str]
