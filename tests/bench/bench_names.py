"""What the engine of sound and the gazetteer reach on the shared names, beside what was asked, and how fast.

Every row of what was asked of names but the whole articles, which `bench_article_names.py` prints. Needs the
shared folder beside the project, or its path in SHARED. `gazetteer.txt` there has its persons in
Hangul; the gazetteer searched here has the Latin names of both splits, its places, and recombined names up to
that size.
Run as `python tests/bench/bench_names.py [--million] [--all]`; the pictures of the confidence go to out/.
"""

import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.names.invented import FRAMES, in_korean, people  # noqa: E402 -- the project must be on the path first
from workbench.names.gazetteer import Gazetteer, build  # noqa: E402 -- as above
from workbench.names.hearing import heard  # noqa: E402 -- as above
from workbench.names.reasons import reasons  # noqa: E402 -- as above
from workbench.names.sounds import latin_affinities  # noqa: E402 -- as above

SHARED = Path(os.environ.get("SHARED", ROOT.parent / "shared"))
DATA = SHARED / "data" / "names"
SIZE = 73_820
QUESTIONS = 2000
TOKENS = {
    "Cyrillic": ("russian", "ru", ".88/.97"),
    "Arabic": ("arabic", "ar", ".85/.96"),
    "kana": ("katakana", "ja", ".80/.93"),
    "Han": ("chinese", "zh", ".57/.74"),
}


def rows(name):
    return [line.split("\t") for line in (DATA / name).read_text("utf-8").split("\n") if line]


def row(name, measured, asked, *rest):
    sys.stdout.write(f"{name:48} {measured:>16}  {asked:18} {' '.join(rest)}\n")
    sys.stdout.flush()


def some(items, count=QUESTIONS):
    """Give some by lot: neighbours in the files are of one kind."""
    return items if "--all" in sys.argv or len(items) <= count else random.Random(9).sample(items, count)


def recall(gazetteer, questions, language=None):
    """Give recall at 1, recall at 5 and questions a second of the processor."""
    gazetteer.search(questions[0][0], language)
    first = five = 0
    start = time.process_time()
    for form, right in questions:
        names = [hit.name for hit in gazetteer.search(form, language)]
        first += bool(names) and names[0] in right
        five += bool(right & set(names))
    spent = time.process_time() - start
    return first / len(questions), five / len(questions), len(questions) / spent


def latin_names():
    """Give the names of both splits, the places, and family and given names of others put together anew."""
    known = [line[1] for split in ("train", "dev") for line in rows(f"ko-person.{split}.tsv")]
    places = [line[0] for line in rows("gazetteer.txt") if not any("가" <= sign <= "힣" for sign in line[0])]
    names = dict.fromkeys(known + places)
    rng = random.Random(1)
    two = [name.split() for name in known if name.count(" ") == 1]
    while len(names) < SIZE:
        names[f"{rng.choice(two)[0]} {rng.choice(two)[1]}"] = None
    return list(names)


def persons(folder):
    path = folder / "persons"
    start = time.perf_counter()
    build(latin_names(), path)
    row(f"import of {SIZE} names", f"{time.perf_counter() - start:.1f} s", "")
    gazetteer = Gazetteer.open(path)
    dev = rows("mangled-person.dev.tsv")
    sets = {
        "Hangul": (4, "≥ .90/.94, 300 a s"),
        "mangled by rule": (0, "≥ .85/.91"),
        "mangled by a channel": (1, "≥ .65/.77"),
        "Revised Romanisation": (2, "≥ .87/.92"),
    }
    for name, (column, asked) in sets.items():
        one, five, speed = recall(gazetteer, some([(line[column], {line[3]}) for line in dev]))
        row(f"{name} → person, R@1/R@5", f"{one:.3f}/{five:.3f}", asked, f"{speed:.0f} a s")
    return gazetteer, [(line[4], {line[3]}) for line in dev], [(line[0], {line[3]}) for line in dev]


def tokens(folder):
    for script, (name, language, asked) in TOKENS.items():
        train, dev = rows(f"{name}-token.train.tsv"), rows(f"{name}-token.dev.tsv")
        known = {}
        for form, latin in train + dev:
            known.setdefault(form, set()).add(latin)
        path = folder / name
        build(dict.fromkeys(line[1] for line in train + dev), path)
        questions = some([(form, known[form]) for form, _ in dev])
        one, five, speed = recall(Gazetteer.open(path), questions, language)
        row(
            f"{script} token → Latin token, R@1/R@5",
            f"{one:.3f}/{five:.3f}",
            f"≥ {asked}",
            f"{speed:.0f} a s",
        )


SLIPS = [
    ("l", "r"), ("r", "l"), ("b", "v"), ("v", "b"), ("p", "f"), ("f", "p"), ("j", "z"), ("z", "j"),
    ("u", "oo"), ("oo", "u"), ("i", "ee"), ("ee", "i"), ("k", "g"), ("g", "k"), ("ch", "ts"), ("er", "eo"),
    ("eo", "er"), ("d", "t"), ("t", "d"), ("sh", "s"), ("eu", ""), ("a", "u"), ("e", "ae"), ("y", "i"),
    ("ph", "p"),
]  # fmt: skip


def slipped(name, rng):
    """Mangle a name once more: one to three of the slips a romaniser makes."""
    for _ in range(rng.choice([1, 2, 2, 3])):
        old, new = rng.choice([slip for slip in SLIPS if slip[0] in name.lower()] or [("", "")])
        at = name.lower().find(old)
        name = name[:at] + (new.capitalize() if name[at : at + 1].isupper() else new) + name[at + len(old) :]
    return name


def clusters(documents=60, people=25):
    """Measure pairs of one person in simulated documents: one to three mangled forms, half with the right."""
    rng = random.Random(5)
    dev = rows("mangled-person.dev.tsv")
    scores, same, spent = [], [], 0.0
    for _ in range(documents):
        forms, who = [], []
        for person, line in enumerate(rng.sample(dev, people)):
            named = [line[0], *(slipped(line[0], rng) for _ in range(rng.randrange(3)))]
            named += [line[3]] if rng.random() < 0.5 else []
            forms += named
            who += [person] * len(named)
        start = time.process_time()
        near = latin_affinities(forms)
        spent += time.process_time() - start
        one, other = np.triu_indices(len(forms), 1)
        scores.append(near[one, other])
        same.append(np.array(who)[one] == np.array(who)[other])
    score, right = np.concatenate(scores), np.concatenate(same)
    order = np.argsort(-score)
    hits = np.cumsum(right[order])
    kept = np.flatnonzero(hits / np.arange(1, order.size + 1) >= 0.99)[-1]
    row("variants clustered, recall at precision .99", f"{hits[kept] / right.sum():.3f}", "≥ .94",
        f"above {score[order][kept]:.2f}; {1000 * spent / documents:.0f} ms a document")  # fmt: skip


def linked(count=1500):
    """Measure how many persons are found in the Korean sentence beside theirs, at one false alarm in 100.

    A name is asked for in its own sentence and in one with other people; it counts where the words found lie
    on its own. The sentences are those of the invented articles.
    """
    rng = random.Random(3)
    named = [frame[2] for frame in FRAMES if "{0}" in frame[2]]
    pool = people(DATA / "mangled-person.dev.tsv")
    mine, others, right = [], [], []
    start = time.process_time()
    for _forms, name, hangul in rng.sample(pool, count):
        sentence, other = (
            in_korean(rng.choice(named), (one, two))
            for one, two in (
                (hangul, rng.choice(pool)[2]),
                (rng.choice(pool)[2], rng.choice(pool)[2]),
            )
        )
        here, there = heard(sentence, name, "ko"), heard(other, name, "ko")
        at = sentence.find(hangul)
        mine.append(here.affinity if here else -99.0)
        others.append(there.affinity if there else -99.0)
        right.append(here is not None and here.start < at + len(hangul) and at < here.end)
    spent = time.process_time() - start
    mine, others, right = np.array(mine), np.array(others), np.array(right)
    above = np.quantile(others, 0.99)
    row("persons linked into Korean at 1 % false alarms", f"{(right & (mine > above)).mean():.3f}", "≥ .95",
        f"above {above:.2f} nats a letter; {1000 * spent / (2 * count):.1f} ms a sentence")  # fmt: skip


def calibration(gazetteer, hangul, mangled):
    """Ask with the right name taken away every second time; draw how often the first name is right."""
    for name, questions in {"Hangul": hangul, "mangled": mangled}.items():
        sure, right, here = [], [], 0
        for place, (form, wanted) in enumerate(some(questions)):
            hits = gazetteer.search(form, n=8)
            absent = place % 2
            here += not absent
            hits = [hit for hit in hits if not (absent and hit.name in wanted)]
            if hits:
                sure.append(hits[0].confidence)
                right.append(hits[0].name in wanted)
        sure, right = np.array(sure), np.array(right)
        order = np.argsort(-sure)
        hits = np.cumsum(right[order])
        good = np.flatnonzero(hits / np.arange(1, order.size + 1) >= 0.95)
        bins = [(sure >= low / 10) & (sure < (low + 1) / 10) for low in range(10)]
        points = [(sure[part].mean(), right[part].mean(), int(part.sum())) for part in bins if part.any()]
        error = sum(count * abs(said - was) for said, was, count in points) / sure.size
        row(f"confidence, {name}: calibration error", f"{error:.3f}", "",
            f"{hits[good[-1]] / here if good.size else 0:.2f} of those there at precision .95")  # fmt: skip
        draw(points, ROOT / "out" / f"confidence-{name.lower()}.svg", name)


def draw(points, path, title):
    """Draw said against true as an SVG."""
    side, edge = 360, 40
    marks = "".join(
        f'<circle cx="{edge + side * said:.0f}" cy="{edge + side * (1 - was):.0f}" '
        f'r="{2 + count**0.5 / 3:.1f}" '
        f'fill="#3566a8" fill-opacity=".7"><title>{count}</title></circle>'
        for said, was, count in points
    )
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 2 * edge} {side + 2 * edge}" '
        f'font-family="sans-serif" font-size="13"><rect x="{edge}" y="{edge}" width="{side}" height="{side}" '
        f'fill="none" stroke="#999"/><path d="M{edge} {edge + side}L{edge + side} {edge}" stroke="#999"/>'
        f'{marks}<text x="{edge}" y="24">{title}: confidence said (across), share right (up)</text>'
        f'<text x="{edge}" y="{side + 2 * edge - 16}">0</text>'
        f'<text x="{edge + side - 8}" y="{side + 2 * edge - 16}">1</text></svg>',
        "utf-8",
    )


def near_double(name, rng):
    """Give a name with one or two letters other, gone or doubled."""
    letters = list(name)
    for _ in range(rng.choice([1, 1, 2])):
        places = [place for place, letter in enumerate(letters) if letter.isalpha()]
        place, luck = rng.choice(places or [0]), rng.random()
        kept = letters[place] if luck >= 0.7 or len(places) < 5 else ""
        letters[place] = kept + (rng.choice("aeiounrslhkbdgmtvyz") if luck < 0.4 or luck >= 0.7 else "")
    return "".join(letters)


def million(folder):
    rng = random.Random(7)
    known = latin_names()
    names = dict.fromkeys(known)
    while len(names) < 1_000_000:
        names[near_double(rng.choice(known), rng)] = None
    listed, path = folder / "million.tsv", folder / "million"
    listed.write_text("\n".join(names) + "\n\t\nbroken \x00 row\n12345\n", "utf-8")
    del names
    start = time.perf_counter()
    imported = build(listed, path)
    spent = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    row(f"import of {imported.names} names", f"{spent:.0f} s", "≤ 300 s, 1.5 GB",
        f"{memory:.2f} GB, {path.stat().st_size / 1e6:.0f} MB on disk, {imported.broken} broken")  # fmt: skip
    start = time.perf_counter()
    gazetteer = Gazetteer.open(path)
    row("opened", f"{1000 * (time.perf_counter() - start):.1f} ms", "≤ 50 ms")
    questions = some([(line[0], {line[1]}) for line in rows("ko-person.dev.tsv")], 700)
    one, five, speed = recall(gazetteer, questions)
    row("Hangul → person among a million", f"{one:.3f}/{five:.3f}", "R@5 ≥ .87, 100 a s", f"{speed:.0f} a s")


def main():
    if not DATA.exists():
        sys.stdout.write("bench_names: the shared names are not beside the project; nothing measured\n")
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        calibration(*persons(folder))
        tokens(folder)
        clusters()
        linked()
        for reason in reasons("오리시아 루체비치", "ko", "Olysia Rutsevich", "Orysia Lutsevych"):
            row("explained: Olysia Rutsevich", "", "", reason)
        if "--million" in sys.argv:
            million(folder)


if __name__ == "__main__":
    main()
