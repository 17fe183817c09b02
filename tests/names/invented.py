"""Invented articles with real people's names (Wikidata labels, CC0), some mangled as through Korean.

For measuring and setting thresholds: `mangled-person.dev.tsv` of the shared folder has three mangled forms,
the right name and its Hangul.
"""

import random
import tomllib
from pathlib import Path

from workbench.names import Passage

FRAMES = [
    tuple(frame[side] for side in ("translation", "reference", "source"))
    for frame in tomllib.loads((Path(__file__).parent / "data/frames.toml").read_text(encoding="utf-8"))[
        "frame"
    ]
]
PARTICLES = {"는": "은", "가": "이", "를": "을", "와": "과"}
_SENTENCES = 14


def in_korean(frame, names):
    """Put names into a Korean sentence, each particle in the form that follows the name: 는 or 은."""
    for place, name in enumerate(names):
        closed = "가" <= name[-1] <= "힣" and (ord(name[-1]) - ord("가")) % 28 > 0
        for particle, other in PARTICLES.items() if closed else ():
            frame = frame.replace(f"{{{place}}}{particle}", f"{{{place}}}{other}")
    return frame.format(*names)


def people(path):
    """Give (mangled forms, right name, Hangul) of each person with a name of two words or more."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [(row[:3], row[3], row[4]) for row in rows if len(row) >= 5 and len(row[3].split()) > 1]


def article(pool, dice):
    """Make one article: its pairs, and (pair, written form, right form) of each mangled name.

    Half of the names are mangled; in one of six another person stands in the reference, in one of eight none.
    """
    passages, wrong = [], []
    for number in range(_SENTENCES):
        frames = dice.choice(FRAMES)
        slots = 2 if "{1}" in frames[0] else 1 if "{0}" in frames[0] else 0
        written, right, hangul = [], [], []
        for mangled, name, sound in dice.sample(pool, slots):
            form = dice.choice(mangled) if dice.random() < 0.5 else name
            chance = dice.random()
            other = dice.choice(pool)[1] if chance < 1 / 6 else "the man" if chance < 1 / 6 + 1 / 8 else name
            written.append(form)
            right.append(other)
            hangul.append(sound)
            if form != name:
                wrong.append((number, form, name, other == name))
        sides = frames[0].format(*written), frames[1].format(*right), in_korean(frames[2], hangul)
        passages.append(Passage(number, *sides))
    return passages, wrong


def articles(path, count, seed):
    """Give so many articles, the same for the same seed."""
    dice, pool = random.Random(seed), people(path)
    return [article(pool, dice) for _ in range(count)]
