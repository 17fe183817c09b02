"""Write anew what each Hangul syllable says for a word being a foreign name: the table [ko.signs].

Log-odds of the syllable in transcribed names (Wikidata labels, CC0, in the shared folder) against the Korean
words listed in source_names.toml and the program's own messages in Korean. Prints the table; paste it there.
"""

import math
import re
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMES = ROOT.parent / "shared" / "data" / "names" / "ko-person.train.tsv"
HANGUL = re.compile("[가-힣]+")
LISTS = ("endings", "attached", "titles", "common")
LEAST = 5  # times that a syllable was seen at all
SMOOTH_NAMES, SMOOTH_WORDS = 3.0, 0.3  # the words are fewer by a factor of ten
LIMITS = (-4.0, 3.0)
STEP = 5  # the table's grid is a fifth


def syllables():
    """Count the syllables of foreign names and of Korean words; a name written in one is a Korean one."""
    names: Counter[str] = Counter()
    for line in NAMES.read_text(encoding="utf-8").split("\n"):
        tokens = HANGUL.findall(line.split("\t")[0])
        names.update("".join(tokens) if len(tokens) > 1 else "")
    table = tomllib.loads((ROOT / "workbench/lang/source_names.toml").read_text(encoding="utf-8"))["ko"]
    words = [word for key in LISTS for word in table[key].split()]
    words += HANGUL.findall((ROOT / "locales/ko.po").read_text(encoding="utf-8"))
    return names, Counter("".join(words))


def main():
    """Print the table, syllables of one value together."""
    names, words = syllables()
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for sign in sorted(names | words):
        if names[sign] + words[sign] >= LEAST:
            in_names = (names[sign] + SMOOTH_NAMES) / (names.total() + SMOOTH_NAMES * 1000)
            in_words = (words[sign] + SMOOTH_WORDS) / (words.total() + SMOOTH_WORDS * 1000)
            value = min(max(math.log(in_names / in_words), LIMITS[0]), LIMITS[1])
            groups[round(value * STEP)].append(sign)
    print("[ko.signs]")
    for value in sorted(groups, reverse=True):
        print(f'"{value / STEP:.1f}" = "{"".join(groups[value])}"')


if __name__ == "__main__":
    sys.exit(main())
