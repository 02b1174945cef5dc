"""Small computations, each on one thread, several at a time."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from threadpoolctl import ThreadpoolController

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def each(function: Callable[[Item], Answer], items: Sequence[Item], threads: int = 0) -> list[Answer]:
    """Return the function of every item, in order, none of them shared among threads.

    Threads that share a single sentence wait for each other longer than they compute, and how they share it moves the
    last bits of what comes out.

    Args:
        function: what may be called on several threads at once.
        items: what it is called with.
        threads: how many items at a time; 0 for as many as this process may use CPUs.
    """
    with _unshared():
        if len(items) < 2:
            return [function(item) for item in items]
        with ThreadPoolExecutor(threads or cpus()) as pool:
            return list(pool.map(function, items))


def cpus() -> int:
    """Return how many CPUs this process may use, or the machine's where the system does not tell."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _unshared() -> Iterator[None]:
    """Keep numpy and torch, if it is loaded, from sharing one computation among threads."""
    torch = sys.modules.get("torch")
    before = torch.get_num_threads() if torch else 0
    try:
        if torch:
            torch.set_num_threads(1)
        with _pools().limit(limits=1, user_api="blas"):
            yield
    finally:
        if torch:
            torch.set_num_threads(before)


@cache
def _pools() -> ThreadpoolController:
    import numpy  # noqa: F401  # its library must be loaded to be found

    return ThreadpoolController()
