"""Computations on one thread each."""

import threading

import numpy as np
import pytest
import torch
from threadpoolctl import threadpool_info

from verifier.threads import cpus, each


def blas() -> list[int]:
    """Return how many threads each library of numpy may use."""
    np.ones((2, 2)) @ np.ones((2, 2))
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_answers_come_in_the_order_of_the_items():
    assert each(lambda n: n * n, list(range(50)), 3) == [n * n for n in range(50)]
    assert each(lambda n: n, []) == []


@pytest.mark.parametrize("count", [1, 4])
def test_no_item_is_shared_among_threads(count):
    before = torch.get_num_threads(), blas()
    seen = each(lambda _: (torch.get_num_threads(), max(blas(), default=1)), [0] * count, 2)
    assert seen == [(1, 1)] * count
    assert (torch.get_num_threads(), blas()) == before


def test_several_items_are_at_work_at_once():
    together = threading.Barrier(2, timeout=20)
    each(lambda _: together.wait(), [0, 1], 2)  # raises BrokenBarrierError if one waits for the other


def test_what_was_set_is_set_again_after_an_error():
    before = torch.get_num_threads()
    with pytest.raises(ZeroDivisionError):
        each(lambda n: 1 // n, [1, 0])
    assert torch.get_num_threads() == before
    assert cpus() >= 1
