"""A damaged file is refused, or not damaged where it matters: nobody reads a text that was never written."""

import random
import shutil

import pytest

from tests.store.reviews import EVERYTHING, content, edit, fill, texts
from workbench.errors import WorkbenchError
from workbench.store import Store


@pytest.fixture(scope="module")
def review(tmp_path_factory):
    """Give a closed review with everything in it: long texts, a deleted part, a history, something undone."""
    path = tmp_path_factory.mktemp("damage") / "review.twb"
    with Store.create(path) as store:
        fill(store, 60)
        for number in range(1, 20):
            edit(store, number, f"Edited {number}: 문장. " * (number * 20))
        with store.operation("delete") as operation:
            operation.run("DELETE FROM sentence WHERE id > 50")
            operation.run("DELETE FROM pair WHERE id > 50")
        edit(store, 30, "Undone.")
        store.undo()
        store.set_meta("language", "ko")
    return path


def opened(path):
    """Give the content of a review, None when it is refused in a sentence; all else is an error."""
    try:
        with Store.open(path) as store:
            return content(store, EVERYTHING)
    except WorkbenchError:
        return None


def flipped(data, bit):
    return data[: bit // 8] + bytes([data[bit // 8] ^ 1 << bit % 8]) + data[bit // 8 + 1 :]


def try_all(review, tmp_path, variants):
    """Open each variant of a file; count the refused ones."""
    whole = opened(review)
    path = tmp_path / "damaged.twb"
    refused = 0
    for data in variants:
        path.write_bytes(data)
        found = opened(path)
        assert found in (None, whole)
        refused += found is None
    return refused


def test_a_flipped_bit_anywhere_is_refused_or_harmless(review, tmp_path):
    data = review.read_bytes()
    places = random.Random(1)
    bits = [places.randrange(len(data) * 8) for _ in range(400)]
    assert try_all(review, tmp_path, (flipped(data, bit) for bit in bits)) > 100


def test_a_flipped_bit_in_the_header_is_refused_or_harmless(review, tmp_path):
    data = review.read_bytes()
    places = random.Random(2)
    bits = [byte * 8 + places.randrange(8) for byte in range(150)]
    assert try_all(review, tmp_path, (flipped(data, bit) for bit in bits)) > 30


def test_a_flipped_bit_in_a_text_is_always_refused(review, tmp_path):
    data = review.read_bytes()
    places = random.Random(3)
    start = data.index(b"Edited 19")
    bits = [start * 8 + places.randrange(800) for _ in range(50)]
    assert try_all(review, tmp_path, (flipped(data, bit) for bit in bits)) == len(bits)


@pytest.mark.parametrize("size", [64, 512, 4096])
def test_lost_sectors_are_refused_or_harmless(review, tmp_path, size):
    data = review.read_bytes()
    places = random.Random(size)
    starts = [places.randrange(0, len(data), size) for _ in range(40)]
    zeroed = (data[:start] + bytes(size) + data[start + size :] for start in starts)
    assert try_all(review, tmp_path, zeroed) > 0


def test_a_damaged_log_gives_an_earlier_state_or_is_refused(tmp_path):
    """What a kill leaves is the file and its WAL; SQLite replays a WAL up to the first damaged frame."""
    states = []
    with Store.create(tmp_path / "a.twb") as store:
        for number in range(40):
            fill(store, 1) if number == 0 else edit(store, 1, f"{number} " * number * 9)
            states.append(texts(store))
        shutil.copy(tmp_path / "a.twb", tmp_path / "killed.twb")
        wal = (tmp_path / "a.twb-wal").read_bytes()
    places = random.Random(4)
    found = []
    for _ in range(60):
        damaged = places.choice(
            [flipped(wal, places.randrange(len(wal) * 8)), wal[: places.randrange(len(wal))]]
        )
        path = shutil.copy(tmp_path / "killed.twb", tmp_path / "b.twb")
        (tmp_path / "b.twb-wal").write_bytes(damaged)
        with Store.open(path) as store:
            found.append(texts(store))
            assert [step.name for step in store.history()] == ["import", *["edit"] * 39][
                : len(store.history())
            ]
    assert all(state in [[], *states] for state in found)
    assert len({str(state) for state in found}) > 5
