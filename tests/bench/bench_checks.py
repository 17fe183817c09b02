"""How many marked errors of an article the checks find.

python -m tests.bench.bench_checks [-v] [--unlearnt] [STEM.gold.json | FILE.gz …]

Without files: the sample article and those in tests/data/articles; with --unlearnt only those of them that
nothing was learnt from. A key has the errors of an article with
their spans and corrections, by pairs aligned by hand (see the seeds' README); the article's texts lie
beside it, the sample's in the seeds. A marked error is found when a finding overlaps its span; a finding is
right when it overlaps a marked error. A fix is exact when it leaves the same text as the key's correction
does. A packed file holds many articles, each as two machines gave it (`through-korean.jsonl.gz` of
`tests/data/rewordings`). Articles that stay near their reference, as the sample does, are summed up apart
from those that are worded more freely, by their chrF. Printed with all texts, with the reference alone, with
the source alone; -v lists what was missed and what was false.
"""

import json
import re
import sys
import time
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from sacrebleu import corpus_chrf

from tests.bench.told_articles import laid_out as laid_out_in
from workbench.checks import Context
from workbench.model.document import Role
from workbench.project.alignment import align_texts
from workbench.project.checking import findings_of, passages_of_texts
from workbench.project.intake import Inputs, read_texts
from workbench.project.name_files import names_of_texts
from workbench.project.naming import known_for

ROOT = Path(__file__).parents[2]
SUFFIXES = {Role.TRANSLATION: ".en-mt.txt", Role.REFERENCE: ".en-ref.txt", Role.SOURCE: ".ko.txt"}
SETTINGS = {
    "all texts": tuple(Role),
    "reference": (Role.TRANSLATION, Role.REFERENCE),
    "source": (Role.TRANSLATION, Role.SOURCE),
}
GRAVE = {"major", "critical"}
NEAR = 55.0  # chrF of a translation that stays near its reference; the sample has 69
COUNTED = ("grave", "all", "right", "fixes")


@dataclass(frozen=True)
class Error:
    """A marked error: its place in the translation's sentences joined by one space."""

    span: tuple[int, int]
    text: str
    severity: str
    correction: str | None
    note: str


@dataclass(frozen=True)
class Found:
    """A finding at its place in the whole translation."""

    span: tuple[int, int]
    finding: object


def errors_of(key):
    """Place the marked errors in the whole translation."""
    sides = [" ".join(bead["translation"]) for bead in key["beads"]]
    starts, whole = laid_out(sides)
    found = []
    for error in key["errors"]:
        at = sides[error["bead"]].find(error["span"]) + starts[error["bead"]]
        span = (at, at + len(error["span"]))
        found.append(
            Error(span, error["span"], error["severity"], error.get("correction"), error.get("note", ""))
        )
    return found, whole


def laid_out(sides):
    """Give where each side begins when those with text are joined by one space, and the whole."""
    lengths = [len(side) + 1 if side else 0 for side in sides]
    return list(accumulate(lengths, initial=0)), " ".join(filter(None, sides))


def run(stem, roles):
    """Align and check one article; give the findings in the whole translation, the text, and milliseconds."""
    paths = {role: Path(f"{stem}{SUFFIXES[role]}") for role in roles}
    texts = read_texts(Inputs(paths, {}))
    rows = align_texts(texts)
    languages = {role: text.language for role, text in texts.items()}
    names = names_of_texts(texts, rows, known_for(languages))
    passages = passages_of_texts(texts, rows)
    findings_of(passages, languages, Context(names))
    start = time.perf_counter()
    findings = findings_of(passages, languages, Context(names))
    spent = 1000 * (time.perf_counter() - start)
    # Pairs stand in the order of the reference where text moved; findings go back to the translation's own
    # order.
    order = sorted(range(len(rows)), key=lambda row: rows[row].sentences.get(Role.TRANSLATION) or (1 << 30,))
    starts, whole = laid_out([" ".join(passages[row].translation) for row in order])
    at = dict(zip(order, starts, strict=False))
    placed = [Found((at[f.pair] + f.span[0], at[f.pair] + f.span[1]), f) for f in findings]
    return placed, whole, passages, spent


def meets(one, other):
    """Tell whether two spans overlap; an empty one counts where it touches."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def same_fix(whole, error, found):
    """Tell whether a fix leaves the text that the key's correction leaves, spaces and case apart."""
    fix = found.finding.fix
    if fix is None or error.correction is None:
        return False
    return plain(whole, found.span, fix) == plain(whole, error.span, error.correction)


def plain(whole, span, new):
    """Apply one change and fold spaces and case away."""
    return re.sub(r"\s+", "", whole[: span[0]] + new + whole[span[1] :]).casefold()


def judge(stem, roles, *, verbose=False):
    """Count for one article; print what was missed and what was false when asked."""
    key = json.loads(Path(f"{stem}.gold.json").read_text(encoding="utf-8"))
    errors, whole = errors_of(key)
    placed, text, passages, spent = run(texts_of(stem), roles)
    if text != whole:
        raise SystemExit(f"{stem}: the key's sentences are not those of the text")
    hit = [error for error in errors if any(meets(error.span, found.span) for found in placed)]
    true = [found for found in placed if any(meets(error.span, found.span) for error in errors)]
    fixed = [error for error in errors if any(same_fix(whole, error, found) for found in placed)]
    grave = [error for error in errors if error.severity in GRAVE]
    if verbose:
        tell(errors, hit, placed, true, passages)
    known = sum(error.correction is not None for error in errors)
    return {
        "grave": (sum(error in hit for error in grave), len(grave)),
        "all": (len(hit), len(errors)),
        "right": (len(true), len(placed)),
        "fixes": (len(fixed), known),
        "ms": spent,
        "chrF": nearness(key),
    }


def nearness(key):
    """Give the chrF of a translation against its reference, pair by pair."""
    ours, theirs = ([" ".join(bead[side]) for bead in key["beads"]] for side in ("translation", "reference"))
    return corpus_chrf(ours, [theirs]).score


def tell(errors, hit, placed, true, passages):
    """List what was missed and what was false."""
    for error in errors:
        if error not in hit:
            print(f"  missed [{error.severity}] {error.text!r} -> {error.correction!r} ({error.note})")
    for found in placed:
        finding = found.finding
        said = (
            f"{finding.check} {finding.severity} {finding.confidence:.2f} {finding.text!r} -> {finding.fix!r}"
        )
        verdict = "true " if found in true else "FALSE"
        print(f"  {verdict} {said} | {finding.evidence}")
        if found not in true:
            print(f"        t: {' '.join(passages[finding.pair].translation)}")
            print(f"        r: {' '.join(passages[finding.pair].reference)}")


def row(name, counts):
    """Print one line."""
    parts = [f"{kind} {done}/{of} {done / max(1, of):.2f}" for kind, (done, of) in
             ((kind, counts[kind]) for kind in COUNTED)]  # fmt: skip
    near = f"chrF {counts['chrF']:.0f}  " if "chrF" in counts else ""
    print(f"{name:34} " + "   ".join(f"{part:18}" for part in parts) + f" {near}{counts['ms']:.0f} ms")


def together(counts):
    """Sum up several articles."""
    return {kind: tuple(map(sum, zip(*(each[kind] for each in counts), strict=True))) for kind in COUNTED} | {
        "ms": sum(each["ms"] for each in counts)
    }


def main(arguments):
    """Judge each article in each setting."""
    verbose = "-v" in arguments
    with TemporaryDirectory() as folder:
        stems = [stem for name in arguments for stem in named(name, Path(folder))] or own_articles()
        if "--unlearnt" in arguments:
            stems = [stem for stem in stems if Path(stem).name in unlearnt()]
        judge_all(stems, verbose=verbose)


def named(argument, folder):
    """Give the articles that an argument names; packed ones are laid out in a folder."""
    if argument.endswith(".gz"):
        return laid_out_in(argument, folder)
    return [argument.removesuffix(".gold.json")] if argument.endswith(".json") else []


def judge_all(stems, *, verbose):
    """Judge articles in each setting."""
    settings = {name: roles for name, roles in SETTINGS.items() if not verbose or name == "all texts"}
    for setting, roles in settings.items():
        print(f"With {setting}: critical and major found, all found, findings that are right, exact fixes")
        judged = []
        for stem in stems:
            judged.append(judge(stem, roles, verbose=verbose))
            row(Path(stem).name, judged[-1])
        near = [counts for counts in judged if counts["chrF"] >= NEAR]
        free = [counts for counts in judged if counts["chrF"] < NEAR]
        for name, some in ((f"{len(near)} near their reference", near), (f"{len(free)} worded freely", free)):
            if near and free:
                row(name, together(some))
        row("together", together(judged))


def own_articles():
    """Name the sample article and those of the tests."""
    keys = [
        ROOT / "tests/data/north-korean-troops.gold.json",
        *sorted((ROOT / "tests/data/articles").glob("*.json")),
    ]
    return [str(key).removesuffix(".gold.json") for key in keys]


def unlearnt():
    """Give the names of the articles that nothing was learnt from."""
    return (ROOT / "tests/data/articles/unlearnt.txt").read_text(encoding="utf-8").split()


def texts_of(stem):
    """Give where an article's texts lie: beside its key, or, the sample's, in the seeds."""
    return stem if Path(f"{stem}{SUFFIXES[Role.TRANSLATION]}").exists() else ROOT / "seeds" / Path(stem).name


if __name__ == "__main__":
    main(sys.argv[1:])
