"""How a name of another script would likely be written in Latin letters, and which table reads a script."""

from collections.abc import Mapping
from functools import cache

import numpy as np

from workbench.names.sounds.lattice import MOST_UNITS, SIDE, UNIT_BITS
from workbench.names.sounds.letters import SPACE, folded, spelled
from workbench.names.sounds.model import SoundModel
from workbench.names.sounds.units import units
from workbench.text.script import script_counts

LANGUAGE_OF: Mapping[str, str] = {
    "Hangul": "ko", "Cyrillic": "ru", "Arabic": "ar", "Kana": "ja", "Han": "han", "Latin": "la",
}  # fmt: skip


def language_of(form: str) -> str | None:
    """Name the table for a form by its script; kana beside Han is Japanese; None when there is no table."""
    counts = script_counts(form)
    if not counts:
        return None
    script = "Kana" if counts["Kana"] and counts["Han"] else max(counts, key=lambda name: counts[name])
    return LANGUAGE_OF.get(script)


def table_of(language: str) -> str:
    """Name the table that reads a language written in the script of another."""
    return {"uk": "ru", "be": "ru", "bg": "ru", "fa": "ar", "en": "la"}.get(language, language)


def latin(form: str) -> str:
    """Give the folded Latin letters of a form, the likeliest for its sound where it is in another script."""
    language = language_of(form)
    if language in {None, "la"}:
        return folded(form)
    table = "zh" if language == "han" else str(language)
    return written(units(form, table), table)


def written(spelt: list[str], language: str) -> str:
    """Give the likeliest letters of units."""
    model = SoundModel.load(language)
    likeliest = likeliest_of(model)
    codes = [int(code) for code in model.encoded(spelt)]
    best: list[tuple[float, str]] = [(0.0, "")]
    for end in range(1, len(codes) + 1):
        ways = [(best[end - 1][0] - 20.0, best[end - 1][1])]
        for a in range(1, min(MOST_UNITS, end) + 1):
            packed = sum(code << (UNIT_BITS * place) for place, code in enumerate(codes[end - a : end]))
            if packed in likeliest:
                weight, letters = likeliest[packed]
                ways.append((best[end - a][0] + weight, best[end - a][1] + letters))
        best.append(max(ways))
    return SPACE.join(part for part in best[-1][1].split(SPACE) if part)


@cache
def likeliest_of(model: SoundModel) -> dict[int, tuple[float, str]]:
    """Give the likeliest letters of one or two packed units, with the logarithm of their probability."""
    table = model.ordered
    keys, first = np.unique(model.rows, return_index=True)
    shares = np.log(table.counts[first] / table.counts.sum())
    runs = [(int(table.chunks[at]) & ((1 << SIDE) - 1)).to_bytes(4, "little").rstrip(b"\0") for at in first]
    texts = [spelled(np.frombuffer(run, np.uint8)) for run in runs]
    return dict(zip(keys.tolist(), zip(shares.tolist(), texts, strict=True), strict=True))
