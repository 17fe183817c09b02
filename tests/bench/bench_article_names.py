"""Names in articles: found, put right, how sure, how fast; beside what was asked. Prints tables.

The sample, the articles of tests/names, and invented ones with the development split's names (shared folder
beside the project, or SHARED; another place by `--names FOLDER`). A picture of the confidence goes to out/.
"""

import argparse
import os
import statistics
import sys
import time
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.names.invented import articles  # noqa: E402 -- the project must be on the path first
from tests.names.judging import HERE, NOTHING, SIDES, judge, load, sample  # noqa: E402 -- as above
from workbench.lang.name_signs import name_signs  # noqa: E402 -- as above
from workbench.names import Passage, propose_names  # noqa: E402 -- as above
from workbench.names.finding import names_of_side, names_of_source  # noqa: E402 -- as above
from workbench.names.foreign import foreign_names  # noqa: E402 -- as above
from workbench.names.text import read  # noqa: E402 -- as above

NAMES = Path(os.environ.get("SHARED", ROOT.parent / "shared")) / "data" / "names"
WAYS = {"reference": SIDES[:2], "reference+source": SIDES, "source": (SIDES[0], SIDES[2]), "alone": SIDES[:1]}
COUNT, SEED, LENGTH = 100, 11, 60
BINS = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def f1(found, wanted):
    """Give F1 over forms with their counts."""
    found, wanted = Counter(found), Counter(wanted)
    return 2 * (found & wanted).total() / (found.total() + wanted.total())


def print_found():
    """Print how many of the sample's names are found in each text, with the others beside and alone."""
    gold = tomllib.loads((HERE / "data/sample_names.toml").read_text(encoding="utf-8"))
    passages, _wrong = sample()
    article = read(passages, "en", "ko")
    print(f"{'names found in the sample, F1':32}{'beside (.95)':>14}{'alone (.85)':>14}")
    for side in SIDES[:2]:
        alone = read([Passage(p.pair, getattr(p, side), None, None) for p in passages], "en")
        beside = [name.form for row in article.rows for name in names_of_side(getattr(row, side))]
        itself = [name.form for row in alone.rows for name in names_of_side(row.translation)]
        print(f"  {side:30}{f1(beside, gold[side]):14.3f}{f1(itself, gold[side]):14.3f}")
    beside = [name.form for row in article.rows for name in names_of_source(article, row)]
    itself = [name.form for p in passages for name in foreign_names(p.source or "", name_signs("ko"))]
    print(f"  {'source':30}{f1(beside, gold['source']):14.3f}{f1(itself, gold['source']):14.3f}")


def names_in(passages):
    """Find the names of pairs."""
    return propose_names(passages, language="en", source_language="ko")


def print_articles(folder):
    """Print recall and precision of the right forms by mention, for a folder of articles or the sample."""
    paths = sorted((HERE / folder).glob("*.toml")) if folder else [None]
    print(f"{folder or 'the sample':32}{'recall':>14}{'precision':>14}   of mentions")
    for way, sides in WAYS.items():
        total = NOTHING
        for path in paths:
            passages, wrong = load(path, sides) if path else sample(sides)
            total += judge(passages, wrong, names_in(passages))
        print(f"  {way:30}{total.recall:14.3f}{total.precision:14.3f}   {total.right}/{total.wanted}")
        for pair, form, right in (*total.missed, *total.spurious) if way.startswith("reference") else ():
            print(f"      pair {pair}: {form} -> {right}")


def print_invented(names, picture):
    """Print recall, precision and calibration on invented articles; draw the last."""
    path = names / "mangled-person.dev.tsv"
    if not path.exists():
        print(f"no {path}: invented articles are left out")
        return
    print(f"{'invented articles':32}{'recall':>14}{'precision':>14}")
    points = {}
    for way in ("reference", "reference+source"):
        total, sure = NOTHING, []
        for passages, wrong in articles(path, COUNT, SEED):
            shown = [only(passage, WAYS[way]) for passage in passages]
            found = names_in(shown)
            score = judge(shown, [row[:3] for row in wrong], found)
            there = judge(shown, [row[:3] for row in wrong if row[3]], found)
            total += score.__class__(
                there.wanted, there.right, score.proposed, score.proposed_right, (), score.spurious
            )
            sure += confidences(shown, found, score.spurious)
        print(f"  {way:30}{total.recall:14.3f}{total.precision:14.3f}   {total.right}/{total.wanted}")
        points[way] = list(calibration(sure))
        for low, count, mean, right in points[way]:
            print(f"      confidence from {low:.2f}: {count:4} proposals, said {mean:.3f}, right {right:.3f}")
    picture.parent.mkdir(exist_ok=True)
    picture.write_text(drawn(points), encoding="utf-8")


def only(passage, sides):
    """Give a pair without the texts that are not to be seen."""
    return Passage(passage.pair, *(getattr(passage, side) if side in sides else None for side in SIDES))


def confidences(passages, names, spurious):
    """Give (confidence, right?) of each proposed mention."""
    texts = {passage.pair: passage.translation for passage in passages}
    for name in names:
        for mention in name.mentions if name.proposal else ():
            row = (mention.pair, texts[mention.pair][slice(*mention.span)], name.proposal)
            yield name.confidence, row not in spurious


def calibration(sure):
    """Give (lower end, proposals, mean confidence, share right) of each bin that holds any."""
    for low, high in pairwise(BINS):
        inside = [(value, right) for value, right in sure if low <= value < high]
        if inside:
            count = len(inside)
            yield low, count, sum(v for v, _ in inside) / count, sum(r for _, r in inside) / count


def drawn(points):
    """Draw what was said against what was right, as SVG."""
    dots = []
    for colour, (way, rows) in zip(("#1f77b4", "#d62728"), points.items(), strict=True):
        for _low, count, mean, right in rows:
            x, y, size = 40 + 400 * mean, 440 - 400 * right, 2 + count**0.5 / 2
            dots.append(
                f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" fill="{colour}"><title>{way}</title>'
                "</circle>"
            )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">'
        '<path d="M40 40V440H440" fill="none" stroke="black"/>'
        '<path d="M40 440L440 40" stroke="gray" stroke-dasharray="4"/>'
        '<text x="180" y="470">confidence said</text>'
        f'<text x="5" y="30">share right</text>{"".join(dots)}</svg>'
    )


def print_speed():
    """Print the time of the analysis of sixty pairs, the sample's and some again, new each time."""
    passages, _wrong = sample()
    names_in(passages)
    times = []
    for turn in range(5):
        fresh = [
            Passage(
                number, f"{p.translation} {turn}.", f"{p.reference} {turn}.", f"{p.source} {number}-{turn}."
            )
            for number, p in enumerate([*passages, *passages[:LENGTH]][:LENGTH])
        ]
        begun = time.process_time()
        names_in(fresh)
        times.append(time.process_time() - begun)
    middle = statistics.median(times)
    print(f"{LENGTH} pairs, all texts, warm: {1000 * middle:.0f} ms of the processor (asked: ≤ 300)")


def main():
    """Print everything."""
    options = argparse.ArgumentParser()
    options.add_argument("--names", type=Path, default=NAMES)
    options.add_argument("--picture", type=Path, default=ROOT / "out" / "confidence-articles.svg")
    given = options.parse_args()
    print_found()
    for folder in ("", "articles", "through_korean"):
        print_articles(folder)
    print_invented(given.names, given.picture)
    print_speed()


if __name__ == "__main__":
    main()
