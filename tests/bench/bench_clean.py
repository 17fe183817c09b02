"""What the checks find in good human texts, and how long they take: bench_clean.py DATA [-v] [CHECK …]

Good texts: the two English Bibles verse by verse, both ways (every fifth verse; --all takes each), and the
human translations of the MQM sets against each of their references, with the source and without.
Printed are findings of major or above per 1,000 words, by check; -v lists them. Then the time of 100,000
pairs of about 25 words as a review checks them, of few texts that come again (as in catalogues) and of
texts no two of which are alike, of a 60-sentence article warm, of an edited pair.
`--only-time` and `--only-texts` leave out the other half. DATA is the folder of the measuring data.
"""

import gzip
import json
import random
import statistics
import sys
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path

from workbench.checks import CHECKS, Context, Passage, find, find_in, read
from workbench.lang.countries import countries
from workbench.lang.moments import moments
from workbench.lang.quantities import quantities
from workbench.lang.vocabulary import vocabulary
from workbench.model.document import Role
from workbench.project.checking import findings_of
from workbench.segment import sentence_spans

DATA = Path(next((word for word in sys.argv[1:] if Path(word).is_dir()), "measuring-data"))
GRAVE = {"major", "critical"}
STEP = 5
PAIRS = 100_000
SENTENCES = 60
LONGEST = 1_000  # characters: more is a paragraph
ROUNDS = 7
SHARED = 0.35  # of the shorter text's words: other sentences of one abstract share their subject


def bible(step):
    """Give the verses of both Bibles, each against the other."""
    texts = [
        (DATA / f"align/bible/{name}.txt").read_text(encoding="utf-8").split("\n") for name in ("kjv", "web")
    ]
    pairs = [pair for pair in list(zip(*texts, strict=True))[::step] if all(pair)]
    yield "kjv/web", [(one, other, "", "") for one, other in pairs]
    yield "web/kjv", [(other, one, "", "") for one, other in pairs]


def human():
    """Give human translations of the MQM sets against their other references."""
    for path in sorted((DATA / "mqm").glob("*.jsonl.gz")):
        pairs = {}
        language = path.name.split("_")[1].split("-")[0]
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                one = json.loads(line)
                refs = list(filter(None, one["refs"].values()))
                mine = [one["hyp"], *refs] if one["is_human"] else refs
                pairs |= {
                    (text, other, one["src"], language): None
                    for text in mine
                    for other in refs
                    if are_translations(text, other)
                }
        yield path.name.split(".")[0], list(pairs)
        yield f"{path.name.split('.')[0]} no source", [(text, other, "", "") for text, other, *_ in pairs]


def are_translations(text, other):
    """Tell whether two texts may be of one sentence: in some documents of the sets they are shifted."""
    words = [set(side.lower().split()) for side in (text, other)]
    return len(words[0] & words[1]) >= SHARED * min(map(len, words))


def passages(pairs):
    """Cut pairs into sentences."""
    return [
        Passage(number, cut(text, "en"), cut(other, "en"), cut(source, language) if source else ())
        for number, (text, other, source, language) in enumerate(pairs)
    ]


def cut(text, language):
    """Cut a text into its sentences."""
    return tuple(text[start:end] for start, end in sentence_spans(text, language))


def judge(name, pairs, checks, *, verbose):
    """Print what is found in one set of texts; give words and findings of weight by check."""
    language = pairs[0][3] or "ko"
    article = read(passages(pairs), {Role.TRANSLATION: "en", Role.SOURCE: language})
    found = find(article, checks)
    words = sum(len(text.split()) for text, *_ in pairs)
    grave = Counter(one.check for one in found if one.severity in GRAVE)
    minor = Counter(one.check for one in found if one.severity not in GRAVE)
    rates = "  ".join(f"{check} {1000 * count / words:.2f}" for check, count in grave.most_common())
    print(f"{name:28} {words:8} words  {1000 * grave.total() / words:.2f}: {rates}   minor: {dict(minor)}")
    for one in found if verbose else ():
        print(
            f"   {one.check} {one.severity} {one.confidence:.2f} {one.text!r} -> {one.fix!r} | {one.message}"
        )
        print("      t:", *article.rows[one.pair].passage.translation)
        print("      r:", *article.rows[one.pair].passage.reference)
        print("      s:", *article.rows[one.pair].passage.source)
    return words, grave


def texts(checks, *, verbose, step):
    """Judge all good texts."""
    totals, words = Counter(), 0
    for name, pairs in (*bible(step), *human()):
        more, grave = judge(name, pairs, checks, verbose=verbose)
        totals, words = totals + grave, words + more
    print(f"together, findings of major or above per 1,000 words: {1000 * totals.total() / words:.2f}")
    for check, count in totals.most_common():
        print(f"   {check:20} {1000 * count / words:.2f}")


def news(count):
    """Give pairs of about 25 words: machine translations of news with their references."""
    with gzip.open(DATA / "mqm/wmt21mqm_zh-en.jsonl.gz", "rt", encoding="utf-8", newline="\n") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = [(row["hyp"], row["refs"]["refA"]) for row in rows if 20 <= len(row["hyp"].split()) <= 30]
    return list(islice(cycle(pairs), count))


def unlike(count):
    """Give pairs no two of which are alike: machine translations into English, verses of both Bibles.

    They come in no order, so that no part of them is easier than another; 25 words on average.
    """
    pairs = {}
    for path in sorted((DATA / "mqm").glob("*-en.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for row in map(json.loads, lines):
                pairs |= {(row["hyp"], text): None for text in filter(None, row["refs"].values())}
    for _name, verses in bible(1):
        pairs |= {(one, other): None for one, other, *_ in verses}
    pairs = [pair for pair in pairs if len(pair[0]) <= LONGEST]
    random.Random(1).shuffle(pairs)
    return pairs[:count]


def by_check(pairs):
    """Print the time of each check by itself on texts it has not seen, their words cut."""
    for check in CHECKS:
        article = read(
            [Passage(number, (text,), (other,)) for number, (text, other) in enumerate(pairs)],
            {Role.TRANSLATION: "en"},
        )
        for row in article.rows:
            _ = row.translation.words, row.reference.words
        for reader in (quantities, moments, countries, vocabulary):
            reader.cache_clear()
        start = time.perf_counter()
        find(article, [check])
        print(f"   {check.name:20} {1e6 * (time.perf_counter() - start) / len(pairs):.0f} µs a pair")


def timing():
    """Print how long the checks take."""
    for name, pairs in (("texts that come again", news(PAIRS)), ("no two alike", unlike(PAIRS))):
        many = [Passage(number, (text,), (other,)) for number, (text, other) in enumerate(pairs)]
        start = time.perf_counter()
        findings_of(many, {Role.TRANSLATION: "en"}, Context())
        spent = time.perf_counter() - start
        print(f"{len(many)} pairs, {name}, all {len(CHECKS)} checks: {spent:.1f} s")
    find(read([Passage(0, ("On May 3, 2 men.",), ("On June 3, 4 men.",))], {Role.TRANSLATION: "en"}), CHECKS)
    by_check(news(1000))
    pairs = news(SENTENCES)
    passages_ = [Passage(number, (text,), (other,)) for number, (text, other) in enumerate(pairs)]
    whole, edited = [], []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        article = read(passages_, {Role.TRANSLATION: "en"})
        find(article, CHECKS)
        whole.append(time.perf_counter() - start)
        changed = Passage(7, (passages_[7].translation[0] + f" It was {_round}.",), passages_[7].reference)
        start = time.perf_counter()
        article = article.with_row(7, changed)
        find_in(article.rows[7:8], article, CHECKS)
        edited.append(time.perf_counter() - start)
    print(f"an article of {SENTENCES} sentences, warm: {1000 * statistics.median(whole):.0f} ms")
    print(f"one edited pair: {1000 * statistics.median(edited):.1f} ms")


def main(arguments):
    """Judge and time."""
    if not DATA.is_dir():
        print("Name the folder of the measuring data.")
        return
    named = [word for word in arguments if not word.startswith("-") and not Path(word).is_dir()]
    checks = [check for check in CHECKS if not named or check.name in named]
    if "--only-time" not in arguments:
        texts(checks, verbose="-v" in arguments, step=1 if "--all" in arguments else STEP)
    if "--only-texts" not in arguments:
        timing()


if __name__ == "__main__":
    main(sys.argv[1:])
