"""What is computed when it is first asked for, without the lock that Python 3.11 takes each time for it.

A pair has thirty such properties, and the lock costs more than some of them. Python 3.12 has none: threads
that ask at once may each compute it, and get the same.
"""

import functools
from typing import Any, Self, TypeVar, overload

Value = TypeVar("Value")


class cached_property(functools.cached_property[Value]):  # noqa: N801 -- named as what it replaces
    """The property of `functools`, unlocked."""

    def __set_name__(self, owner: type[Any], name: str) -> None:
        super().__set_name__(owner, name)
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> Value: ...
    def __get__(self, instance: object, owner: type[Any] | None = None) -> Self | Value:
        """Compute the value, which then stands in the property's place."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self.func(instance)
        return value
