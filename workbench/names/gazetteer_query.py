"""What is asked of a gazetteer: a form as units, in each way to read it and each order of its words."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from workbench.names.sounds.model import SoundModel
from workbench.names.sounds.orders import orders, parted
from workbench.names.sounds.ranking import Ways
from workbench.names.sounds.readings import Reading, readings_of
from workbench.names.sounds.units import units
from workbench.names.sounds.writing import language_of, table_of

_LONGEST = 60  # units of a form that are read
_SHORT_WORD, _SHORT_WORDS = 6, 16  # letters: what is so short may be a name's joined form that was cut up


Word = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A form in one reading: the ways to cut it into words, and all orders of the whole, encoded."""

    model: SoundModel
    cuts: tuple[tuple[Word, ...], ...]
    ways: Ways
    cost: float


def queries(form: str, language: str | None) -> Iterator[Query]:
    """Yield a query for each reading of a form."""
    for reading in readings_of(form, table_of(language) if language else language_of(form)):
        spelt = units(reading.form, reading.table)[:_LONGEST]
        if spelt:
            yield query(spelt, reading)


def query(spelt: list[str], reading: Reading) -> Query:
    """Make the query of units."""
    model = SoundModel.load(reading.table)
    orderly = orders(spelt, reading.table)
    ways = [model.encoded(way) for way in orderly]
    return Query(
        model,
        tuple(cuts(spelt, orderly)),
        Ways(
            np.concatenate(ways),
            np.cumsum([0, *map(len, ways)]),
            np.array([model.alone_units(way) for way in ways]),
            len(parted(spelt)),
        ),
        reading.cost,
    )


def cuts(spelt: list[str], orderly: list[list[str]]) -> Iterator[tuple[Word, ...]]:
    """Yield the ways to cut a form into words: as it stands, a run as a full name, short words as one."""
    words = tuple(tuple(word) for word in parted(spelt))
    yield words
    if len(words) == 1 and len(orderly) > 1:
        yield tuple(tuple(word) for word in parted(orderly[1]))
    if len(words) > 1 and max(map(len, words)) <= _SHORT_WORD and sum(map(len, words)) <= _SHORT_WORDS:
        yield (tuple(unit for word in words for unit in word),)
