import random
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from workbench.store import ResultCache, Store
from workbench.store import cache as cache_module


@pytest.fixture
def path(tmp_path):
    return tmp_path / "results.sqlite"


def numbered(*numbers):
    return {f"key {number}".encode(): f"value {number}\0".encode() for number in numbers}


def test_results_are_found_again(path):
    with ResultCache(path) as cache:
        cache.put_many(numbered(1, 2))
        assert cache.get_many([b"key 1", b"key 3", b"key 2", b"key 1"]) == numbered(1, 2)
        assert cache.get_many([]) == {}
        cache.put_many({})
    with ResultCache(path) as cache:
        cache.put_many({b"key 1": b"new"})
        assert cache.get_many([b"key 1", b"key 2"]) == numbered(1, 2) | {b"key 1": b"new"}


def test_many_keys_are_asked_for_at_once(path):
    with ResultCache(path) as cache:
        results = numbered(*range(5000))
        cache.put_many(results)
        assert cache.get_many(list(results)) == results


def test_the_oldest_results_are_forgotten(path):
    with ResultCache(path, most=10) as cache:
        cache.put_many(numbered(*range(8)))
        cache.put_many(numbered(0))  # young again
        cache.put_many(numbered(*range(8, 16)))
        found = cache.get_many(list(numbered(*range(16))))
    assert found == numbered(7, 0, *range(8, 16))


JUNK = {
    "empty": b"",
    "one byte": b"x",
    "text": b"No cache.\n" * 1000,
    "zeros": bytes(8192),
    "header": b"SQLite format 3\0" + bytes(5000),
}


@pytest.mark.parametrize("data", JUNK.values(), ids=JUNK)
def test_what_is_no_cache_is_made_anew(path, data):
    path.write_bytes(data)
    with ResultCache(path) as cache:
        cache.put_many(numbered(1))
    with ResultCache(path) as cache:
        assert cache.get_many([b"key 1"]) == numbered(1)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE other(x)",
        "CREATE TRIGGER t AFTER INSERT ON result BEGIN DELETE FROM result; END",
        "CREATE VIEW v AS SELECT 1",
        "ALTER TABLE result ADD COLUMN x TEXT",
        "PRAGMA application_id = 1",
    ],
)
def test_a_cache_with_another_schema_is_made_anew(path, statement):
    with ResultCache(path) as cache:
        cache.put_many(numbered(1))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
    with ResultCache(path) as cache:
        assert cache.get_many([b"key 1"]) == {}
        cache.put_many(numbered(1))
        assert cache.get_many([b"key 1"]) == numbered(1)


def test_a_review_in_its_place_is_made_anew(path):
    Store.create(path).close()
    with ResultCache(path) as cache:
        cache.put_many(numbered(1))
        assert cache.get_many([b"key 1"]) == numbered(1)


def test_damage_never_gives_a_wrong_result(path):
    results = {f"{n}".encode() * 8: bytes([n % 256]) * 300 for n in range(200)}
    with ResultCache(path) as cache:
        cache.put_many(results)
    whole, places = path.read_bytes(), random.Random(1)
    for _ in range(200):
        place = places.randrange(len(whole))
        path.write_bytes(
            whole[:place] + bytes([whole[place] ^ 1 << places.randrange(8)]) + whole[place + 1 :]
        )
        with ResultCache(path) as cache:
            assert cache.get_many(list(results)).items() <= results.items()
            cache.put_many(results)
            assert cache.get_many(list(results)).items() <= results.items()


def test_a_cache_that_is_damaged_while_it_is_open_begins_anew(path):
    with ResultCache(path) as cache:
        cache.put_many(numbered(*range(2000)))
        path.write_bytes(path.read_bytes()[:4096] + bytes(path.stat().st_size - 4096))
        cache._connection.execute("PRAGMA cache_size = 0")
        assert cache.get_many(list(numbered(*range(2000)))) == {}
        cache.put_many(numbered(1))
        assert cache.get_many([b"key 1"]) == numbered(1)


@pytest.mark.parametrize("name", ["folder", "file/below", "/proc/results.sqlite"])
def test_a_cache_that_cannot_be_written_is_off(tmp_path, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with ResultCache(tmp_path / name) as cache:
        cache.put_many(numbered(1))
        assert cache.get_many([b"key 1"]) == {}


def test_a_full_disk_is_no_matter(path):
    with ResultCache(path) as cache:
        cache.put_many(numbered(1))
        cache._connection.execute("PRAGMA max_page_count = 4")
        cache.put_many({b"long": bytes(100_000)})
        assert cache.get_many([b"long", b"key 1"]) == numbered(1)


def test_a_closed_cache_is_off(path):
    cache = ResultCache(path)
    cache.close()
    cache.close()
    cache.put_many(numbered(1))
    assert cache.get_many([b"key 1"]) == {}


def test_another_program_that_holds_the_file_is_no_matter(path, monkeypatch):
    monkeypatch.setattr(cache_module, "PATIENCE_SECONDS", 0)
    with ResultCache(path) as cache, closing(sqlite3.connect(path, isolation_level=None)) as other:
        cache.put_many(numbered(1))
        other.execute("BEGIN EXCLUSIVE")
        assert cache.get_many([b"key 1"]) == {}
        cache.put_many(numbered(2))
        with ResultCache(path) as second:
            assert second.get_many([b"key 1"]) == {}
        other.execute("COMMIT")
        assert cache.get_many([b"key 1", b"key 2"]) == numbered(1)


def test_threads_share_a_cache(path):
    with ResultCache(path) as cache:
        threads = [
            threading.Thread(target=cache.put_many, args=[numbered(*range(n, n + 50))])
            for n in range(0, 400, 50)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert cache.get_many(list(numbered(*range(400)))) == numbered(*range(400))


WRITER = """
import sys
from pathlib import Path
from workbench.store import ResultCache
start = int(sys.argv[2])
with ResultCache(Path(sys.argv[1])) as cache:
    for number in range(start, start + 100):
        cache.put_many({f"{number}:{i}".encode(): bytes(200) for i in range(50)})
"""


def test_processes_share_a_cache(path):
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, path, str(start)]) for start in (0, 1000)]
    assert [writer.wait() for writer in writers] == [0, 0]
    with ResultCache(path) as cache:
        found = cache.get_many(
            [f"{n}:{i}".encode() for start in (0, 1000) for n in range(start, start + 100) for i in range(50)]
        )
    assert len(found) == 10_000
