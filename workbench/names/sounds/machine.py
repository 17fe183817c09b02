"""How the inner loops become machine code: compiled at first use, kept beside the source, free of the GIL."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numba

P = ParamSpec("P")
R = TypeVar("R")


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a function over arrays."""
    machine: Callable[P, R] = numba.njit(cache=True, nogil=True, error_model="numpy")(function)
    return machine


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """Compile a small function as part of the kernels that call it."""
    compile_ = numba.njit(cache=True, nogil=True, error_model="numpy", inline="always")
    machine: Callable[P, R] = compile_(function)
    return machine
