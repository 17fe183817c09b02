"""Make `workbench/lang/data/wordnet.npz` of Princeton's WordNet 3.0: make_wordnet.py FOLDER

FOLDER holds WordNet's database files (data.noun, index.noun …), as Debian's package wordnet-base brings them.
Kept are words and phrases of up to three words in small letters: the sets of synonyms each stands in, the
sets one step away, its opposites, and how often it was tagged as each part of speech. See
`workbench/lang/wordnet.py`.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
FILES = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
# Pointers one step away: hypernym, similar, verb group, derived form, pertainym, attribute, entailment,
# cause, see also.
NEAR = {"@", "@i", "&", "$", "+", "\\", "=", "*", ">", "^"}
UP = {"@", "@i"}  # hypernyms, of kinds and of instances
MOST_WORDS = 3
MOST_KINDS = 40  # a hypernym with more kinds below it ("person", "move") makes nothing alike
SENSES = 8  # the rarest senses of a common word only mislead


def main(folder: Path) -> None:
    """Read the database and write what is kept of it."""
    raw = synsets_of(folder)
    hypernyms = (pointer for _, pointers in raw.values() for pointer in pointers if pointer[0] in UP)
    below = Counter(target for _, target, *_ in hypernyms)
    near, opposites, words = defaultdict(set), defaultdict(set), set()
    for key, member, pointers in rows(raw):
        words.add(member)
        for symbol, target, word in pointers:
            if symbol == "!":
                opposites[member].add(plain(raw[target][0][word - 1]))
            elif symbol in NEAR and (symbol not in UP or below[target] <= MOST_KINDS):
                near[member, key].add(target)
    synsets = {key: number for number, key in enumerate(raw)}
    above = [
        [synsets[target] for symbol, target, *_ in pointers if symbol in UP] for _, pointers in raw.values()
    ]
    write((words, synsets, near, opposites, above), sense_order(folder), tag_counts(folder))


def rows(raw: dict) -> Iterator[tuple]:
    """Yield each word that is kept of each set, with the pointers that hold for it."""
    for key, (members, pointers) in raw.items():
        for number, member in enumerate(members, 1):
            if keep(member):
                own = [
                    (symbol, target, word)
                    for symbol, target, source, word in pointers
                    if source in {0, number}
                ]
                yield key, plain(member), own


def synsets_of(folder: Path) -> dict:
    """Read every set of synonyms: its words and its pointers."""
    raw = {}
    for name in PARTS:
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").split("\n"):
            if line[:1].isdigit():
                key, members, pointers = parsed(line, name)
                raw[key] = members, pointers
    return raw


def parsed(line: str, name: str) -> tuple:
    """Cut a line of a data file into its key, its words and its pointers (see wndb(5WN))."""
    fields = line.split(" | ", maxsplit=1)[0].split()
    key, count = (name, int(fields[0])), int(fields[3], 16)
    members = [fields[4 + 2 * i].split("(")[0] for i in range(count)]
    at = 4 + 2 * count
    pointers = []
    for i in range(int(fields[at])):
        symbol, offset, part, ends = fields[at + 1 + 4 * i : at + 5 + 4 * i]
        pointers.append((symbol, (FILES[part], int(offset)), *divmod(int(ends, 16), 256)))
    return key, members, pointers


def keep(member: str) -> bool:
    """Tell whether a word is one of language, no proper name, and short enough."""
    return member == member.lower() and member.count("_") < MOST_WORDS and not member[0].isdigit()


def plain(member: str) -> str:
    """Write a word as it stands in a text."""
    return member.replace("_", " ").lower()


def sense_order(folder: Path) -> dict:
    """Give for each word and part of speech its senses, the commonest first."""
    order = {}
    for name in PARTS:
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").split("\n"):
            if line and line[0] != " ":
                fields = line.split()
                count = int(fields[2])
                order[plain(fields[0]), name] = [(name, int(offset)) for offset in fields[-count:]]
    return order


def tag_counts(folder: Path) -> dict:
    """Count how often a word was tagged as each part of speech (sense keys: lemma%type:…)."""
    types = {"1": 0, "2": 1, "3": 2, "5": 2, "4": 3}
    counts = defaultdict(lambda: [0, 0, 0, 0])
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").split("\n"):
        if line:
            key, _sense, count = line.split()
            lemma, rest = key.split("%")
            counts[plain(lemma)][types[rest[0]]] += int(count)
    return counts


def write(net, order, counts) -> None:
    """Write arrays: a row for each word, in the order of bytes, with where its own lists begin."""
    words, synsets, near, opposites, above = net
    lemmas = sorted(words, key=lambda word: word.encode())
    number = {lemma: index for index, lemma in enumerate(lemmas)}
    own_at, own, near_at, close, other_at, other, parts = [0], [], [0], [], [0], [], []
    for lemma in lemmas:
        senses = [key for name in PARTS for key in order.get((lemma, name), ())[:SENSES]]
        own += sorted({synsets[key] for key in senses})
        close += sorted({synsets[target] for key in senses for target in near[lemma, key]})
        other += sorted(number[word] for word in opposites[lemma] if word in number)
        own_at.append(len(own))
        near_at.append(len(close))
        other_at.append(len(other))
        known = [(lemma, name) in order for name in PARTS]
        parts.append(
            [min(250, count + 1) if here else 0 for here, count in zip(known, counts[lemma], strict=True)]
        )
    up_at = np.cumsum([0, *map(len, above)])
    up = [number for numbers in above for number in numbers]
    target = Path(__file__).parents[2] / "workbench/lang/data/wordnet.npz"
    np.savez_compressed(
        target,
        lemmas=np.frombuffer("\n".join(lemmas).encode(), dtype=np.uint8),
        own_at=np.array(own_at, np.int32), own=np.array(own, np.int32),
        near_at=np.array(near_at, np.int32), near=np.array(close, np.int32),
        other_at=np.array(other_at, np.int32), other=np.array(other, np.int32),
        up_at=up_at.astype(np.int32), up=np.array(up, np.int32),
        parts=np.array(parts, np.uint8),
    )  # fmt: skip
    print(f"{len(lemmas)} words, {target.stat().st_size // 1024} kB")


def exceptions(folder: Path) -> None:
    """Write the irregular forms, form and base on a line, by part of speech."""
    target = Path(__file__).parents[2] / "workbench/lang/data/irregular_forms.txt"
    lines = [
        f"{PARTS[name]} {form} {base}"
        for name in PARTS
        for line in (folder / f"{name}.exc").read_text(encoding="latin-1").split("\n")
        if line
        for form, *bases in [line.split()]
        for base in bases
        if "_" not in form and form != base
    ]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} irregular forms, {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    exceptions(Path(sys.argv[1]))
