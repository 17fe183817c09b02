"""N-grams of chrF and BLEU, counted in Python."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from string import punctuation

import numpy as np

from workbench.score.formulas import f_scores
from workbench.score.metric import Prepare, Statistics

CHARACTERS, WORDS = 6, 4  # the longest n-grams: of characters in chrF, of words in BLEU
# The substitutions of mteval-v13a for Western languages: marks; full stops and commas not after a digit,
# and not before one; a dash after a digit.
MTEVAL = (
    (re.compile(r"([ -&(-+/:-@\[-`{-~])"), r" \1 "),
    (re.compile(r"([^0-9])([.,])"), r"\1 \2 "),
    (re.compile(r"([.,])([^0-9])"), r" \1 \2"),
    (re.compile(r"([0-9])(-)"), r"\1 \2 "),
)
Grams = Counter[tuple[str, ...]]  # by letters or by words


def chrf_rows(hypotheses: Sequence[str], references: Sequence[Sequence[str]], words: int) -> Statistics:
    """Count n-grams of up to six characters and `words` words: of hypothesis, of reference, in common."""
    rows = np.empty((len(hypotheses), 3 * (CHARACTERS + words)))
    for k, (hypothesis, some) in enumerate(zip(hypotheses, references, strict=True)):
        ours = chrf_grams(hypothesis, words)
        trials = np.array([chrf_row(ours, chrf_grams(reference, words)) for reference in some], np.float64)
        rows[k] = trials[f_scores(trials).argmax()]  # the first of equal ones
    return rows


def chrf_grams(text: str, words: int) -> list[Grams]:
    """Count the n-grams of a text, order by order."""
    letters, parts = "".join(text.split()), [part for word in text.split() for part in parted(word)]
    return [grams(letters, n) for n in range(1, CHARACTERS + 1)] + [
        grams(parts, n) for n in range(1, words + 1)
    ]


def chrf_row(ours: Sequence[Grams], theirs: Sequence[Grams]) -> list[int]:
    """Give three counts an order; those of a hypothesis count only where the reference has some."""
    row = []
    for a, b in zip(ours, theirs, strict=True):
        row += [a.total() if b else 0, b.total(), common(a, b)]
    return row


def parted(word: str) -> list[str]:
    """Part one ASCII mark from a word, at its end or else at its start, as sacreBLEU's chrF++."""
    if len(word) > 1 and word[-1] in punctuation:
        return [word[:-1], word[-1]]
    return [word[0], word[1:]] if len(word) > 1 and word[0] in punctuation else [word]


def common(a: Grams, b: Grams) -> int:
    """Count what two texts share."""
    return sum(min(times, b[gram]) for gram, times in a.items() if gram in b)


def grams(things: Sequence[str], n: int) -> Grams:
    """Count the n-grams of letters or words."""
    return Counter(zip(*(things[i:] for i in range(n)), strict=False))


def bleu_rows(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]], way: str, prepare: Prepare
) -> Statistics:
    """Count words of the hypothesis and the reference nearest in length, n-grams in common, and n-grams."""
    cut = WAYS[way]
    rows = [
        bleu_row(cut(text), [cut(other) for other in prepare(some)])
        for text, some in zip(prepare(hypotheses), references, strict=True)
    ]
    return np.array(rows, np.float64).reshape(len(rows), 2 + 2 * WORDS)


def bleu_row(ours: Sequence[str], theirs: Sequence[Sequence[str]]) -> list[int]:
    """Count for one segment; an n-gram matches as often as the one reference that has it most."""
    lengths = [len(words) for words in theirs]
    matches = []
    for n in range(1, WORDS + 1):
        most: Grams = Counter()
        for words in theirs:
            most |= grams(words, n)
        matches.append(common(grams(ours, n), most))
    nearest = min(lengths, key=lambda length: (abs(len(ours) - length), length))
    return [len(ours), nearest, *matches, *(max(0, len(ours) - n) for n in range(WORDS))]


def cut_mteval(text: str) -> list[str]:
    """Cut as mteval-v13a, once its entities are characters."""
    text = f" {text} "
    for pattern, parts in MTEVAL:
        text = pattern.sub(parts, text)
    return text.split()


def cut_letters(text: str) -> list[str]:
    """Cut into single characters, without the spaces."""
    return list("".join(text.split()))


WAYS: Mapping[str, Callable[[str], list[str]]] = {"spaces": str.split, "13a": cut_mteval, "char": cut_letters}
