"""Why two spellings may be one name: the letters that differ, each pair beside the sound that both stand for.

Both spellings are laid against the form in the other script, unit by unit. Where one unit is written with
different letters, the script does not tell these letters apart, and how often it stands for either is known
from the names the table was learnt from.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from workbench.names.sounds.hangul import shown as printed
from workbench.names.sounds.letters import SPACE, codes, folded
from workbench.names.sounds.model import SoundModel
from workbench.names.sounds.orders import parted


@dataclass(frozen=True, slots=True)
class Difference:
    """Letters of the one spelling and of the other for one sound, and the share of known names for either.

    `sound` is one unit of the other script, as printed (`ㄹ`).
    """

    shown: str
    right: str
    sound: str
    shown_share: float
    right_share: float


def explain(form: str, shown: str, right: str, language: str = "ko") -> list[Difference]:
    """Name the letters in which two Latin spellings of `form` differ, each pair once, in the form's order."""
    model = SoundModel.load(language)
    if not folded(shown) or not folded(right) or not model.orders(form):
        return []
    return list(dict.fromkeys(found(model, form, shown, right)))


def found(model: SoundModel, form: str, shown: str, right: str) -> Iterator[Difference]:
    """Yield the units that the two spellings write differently."""
    ours, theirs = best_orders(model, form, shown, right)
    pairs = zip(written(model, ours, shown), written(model, theirs, right), strict=True)
    for (unit, one), (_, other) in pairs:
        if one != other and unit != SPACE:
            shares = model.share((unit,), one), model.share((unit,), other)
            yield Difference(one, other, printed(unit), *shares)


def best_orders(model: SoundModel, form: str, shown: str, right: str) -> tuple[list[str], list[str]]:
    """Give the orders of the form's words, cut alike, that suit the two spellings best together."""
    orders = model.orders(form)
    fits = [
        [model.together(model.encoded(way), codes(folded(name))) for way in orders] for name in (shown, right)
    ]
    alike = [
        (fits[0][a] + fits[1][b], one, other)
        for a, one in enumerate(orders)
        for b, other in enumerate(orders)
        if sorted(parted(one)) == sorted(parted(other))
    ]
    _, one, other = max(alike, key=lambda each: each[0])
    return one, other


def written(model: SoundModel, order: list[str], name: str) -> list[tuple[str, str]]:
    """Give each unit with the letters it has in a spelling; words sorted, so that orders can be compared."""
    chunks = model.cut(order, folded(name), model.single_chances)
    units = [(chunk.units[0], chunk.letters) for chunk in chunks]
    words = [list(word) for space, word in groupby(units, lambda unit: unit[0] == SPACE) if not space]
    return [unit for word in sorted(words, key=lambda word: [unit for unit, _ in word]) for unit in word]
