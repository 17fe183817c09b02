"""What a function says of a word, kept; a pair asks for it a thousand times.

`functools.lru_cache` keeps its answers in the order of use: it touches three of them, far apart in memory,
with each one that it gives, and takes twice as long. Here all are forgotten when there are too many.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
_MOST = 1 << 16  # more than the vocabulary of a novel


class _Answers(dict[Key, Value]):
    __slots__ = ("_ask",)

    def __init__(self, ask: Callable[[Key], Value]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: Key) -> Value:
        value = self._ask(key)
        if len(self) >= _MOST:
            self.clear()
        self[key] = value
        return value


def remembered(ask: Callable[[Key], Value]) -> Callable[[Key], Value]:
    """Keep the answers of a function of one argument; `None` is an answer, too."""
    return _Answers(ask).__getitem__
