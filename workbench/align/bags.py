"""Sentences as bags of features: what two sentences can have in common, and how much it weighs.

A bag maps a feature to (kind weight, count). Within one language the features are words, their prefixes,
word bigrams and punctuation; across languages only what survives translation: numbers, punctuation and the
consonant skeleton of words that may be the same name.
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from workbench.align.skeleton import skeletons

Bag = dict[str, float]

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# One mark, however it is drawn: quotation marks and dashes differ between houses, not between sentences.
MARKS = str.maketrans("‘’“”«»「」『』、。，！？；：（）–—", '\'\'"""""""",.,!?;:()--')

# Weights of the kinds, from the study in the issue.
PUNCTUATION, PREFIX, BIGRAM, STEM = 0.4, 0.5, 0.35, 0.5
LONG_WORD, PREFIX_LENGTH, STEM_SYLLABLES = 5, 4, 2


def tokens(sentence: str) -> list[str]:
    """Cut a sentence into words, numbers and marks, in small letters; Han and kana one by one."""
    text = unicodedata.normalize("NFKC", sentence).lower().translate(MARKS)
    return TOKEN.findall(HAN.sub(lambda match: f" {match[0]} ", text))


def own_features(words: Sequence[str]) -> Counter[tuple[str, float]]:
    """Count the features of a sentence that sentences of the same language can share."""
    bag = Counter((word, 1.0 if word[0].isalnum() else PUNCTUATION) for word in words)
    plain = [word for word in words if word[0].isalnum()]
    bag.update((f"{word[:PREFIX_LENGTH]}*", PREFIX) for word in plain if len(word) >= LONG_WORD)
    bag.update((f"{word[:STEM_SYLLABLES]}~", STEM) for word in plain if "가" <= word[0] <= "힣")
    bag.update((f"{one} {two}", BIGRAM) for one, two in itertools.pairwise(plain))
    return bag


def shared_features(words: Sequence[str]) -> Counter[tuple[str, float]]:
    """Count the features of a sentence that outlive translation."""
    bag: Counter[tuple[str, float]] = Counter()
    for word in words:
        if word[0].isdigit():
            bag[re.sub(r"\D", "", word), 1.0] += 1
        elif not word[0].isalpha():
            bag[word, PUNCTUATION] += 1
        else:
            bag.update((f"={form}", STEM) for form in skeletons(word))
    return bag
