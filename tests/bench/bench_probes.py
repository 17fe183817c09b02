"""How many small errors made in clean pairs the checks find: bench_probes.py [-v KIND] [--pairs N] [FILE …]

After DEMETR (Karpinska et al. 2022): from a clean pair of texts one error at a time is made in the first: a
number changed, a name respelled (a word with a capital on both sides that no text of the set writes small),
a negation dropped, he for she, a sentence dropped, a word turned into its opposite. Clean pairs are texts
beside themselves (references of the MQM sets, English files that are named) and beside another human
translation (MQM's second references, the Bibles). An error is found when a finding that the untouched pair
does not have touches it (of what was dropped: stands in the pair). Printed by kind are errors, the share
found and by which checks; and of the untouched pairs the share with a finding. Pairs are checked in
articles of forty. A folder that is named is that of the measuring data (align/bible, mqm).
"""

import random
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.bench_clean import DATA, bible, cut, human  # noqa: E402 -- the project must be on the path first
from workbench.checks import CHECKS, Context, Passage, find, read  # noqa: E402 -- as above
from workbench.model.document import Role  # noqa: E402 -- as above
from workbench.names import Passage as NamePassage  # noqa: E402 -- as above
from workbench.project.naming import known_for, names_in  # noqa: E402 -- as above

LANGUAGES = {Role.TRANSLATION: "en"}
ARTICLE = 40
PAIRS = 400
GRAVE = {"major", "critical"}
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty")
SWAPS = {"he": "she", "she": "he", "his": "her", "him": "her", "himself": "herself", "herself": "himself"}
# Letters that languages confuse on the way through Korean and Japanese.
SOUNDS = {"r": "l", "l": "r", "v": "b", "b": "v", "f": "p", "z": "j", "k": "g", "d": "t", "o": "u", "e": "i"}
OPPOSITES = """
rise fall; rises falls; rose fell; increase decrease; increased decreased; higher lower; high low; more fewer;
before after; support oppose; supported opposed; win lose; won lost; first last; large small; early late;
strong weak; strengthen weaken; accept reject; accepted rejected; allow forbid; open closed; easy difficult;
north south; east west; always never; good bad; long short; old new; success failure; increase reduction;
buy sell; above below; rich poor; begin end; began ended
"""
NEGATION = re.compile(r"\b(?:not|never)\s|n['’]t\b")
GENDER = re.compile(rf"\b(?:{'|'.join(SWAPS)})\b", re.IGNORECASE)
NUMBER = re.compile(rf"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])|\b(?:{'|'.join(NUMBERS)})\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}(?![\w’'])")

SMALL = re.compile(r"\b[a-z]+\b")


def opposites():
    """Give each word's opposite."""
    rows = [pair.split() for pair in OPPOSITES.replace("\n", " ").split(";")]
    return {one: other for pair in rows for one, other in (pair, pair[::-1])}


def one_of(pattern, text, change, rng):
    """Change one match of a pattern; give the text and the place, or None."""
    found = [(match, change(match[0], rng)) for match in pattern.finditer(text)]
    found = [(match, new) for match, new in found if new is not None and new != match[0]]
    if not found:
        return None
    match, new = rng.choice(found)
    return text[: match.start()] + new + text[match.end() :], (match.start(), match.start() + len(new))


def number(word, rng):
    """Change one digit, or a number word."""
    if word in NUMBERS:
        return rng.choice([other for other in NUMBERS if other != word])
    places = [place for place, sign in enumerate(word) if sign.isdecimal()]
    place = rng.choice(places)
    digit = rng.choice([sign for sign in "123456789" if sign != word[place]])
    return word[:place] + digit + word[place + 1 :]


def name(word, rng):
    """Write two letters of a name as they sound to others."""
    places = [place for place, letter in enumerate(word) if place and letter in SOUNDS]
    if len(places) < 2:
        return None
    letters = list(word)
    for place in rng.sample(places, 2):
        letters[place] = SOUNDS[letters[place]]
    return "".join(letters)


def name_of_both(text, other, small, rng):
    """Respell a name: what both texts write with a capital, and none of the set without."""
    theirs = set(NAME.findall(other))

    def respelled(word, rng):
        return name(word, rng) if word in theirs and word.lower() not in small else None

    return one_of(NAME, text, respelled, rng)


def gender(word, _rng):
    """Make she of he."""
    new = SWAPS[word.lower()]
    return new.capitalize() if word[0].isupper() else new


def dropped_sentence(text, _other, _small, rng):
    """Leave one sentence of several out."""
    sentences = cut(text, "en")
    if len(sentences) < 2 or min(len(sentence.split()) for sentence in sentences) < 4:
        return None
    place = rng.randrange(len(sentences))
    return " ".join(sentence for index, sentence in enumerate(sentences) if index != place), None


OPPOSITE = opposites()
ANTONYM = re.compile(rf"\b(?:{'|'.join(OPPOSITE)})\b")
KINDS = {
    "number": lambda text, _other, _small, rng: one_of(NUMBER, text, number, rng),
    "name": name_of_both,
    "negation": lambda text, _other, _small, rng: dropped(
        one_of(NEGATION, text, lambda _word, _rng: "", rng)
    ),
    "gender": lambda text, _other, _small, rng: one_of(GENDER, text, gender, rng),
    "sentence": dropped_sentence,
    "antonym": lambda text, _other, _small, rng: one_of(
        ANTONYM, text, lambda word, _rng: OPPOSITE[word], rng
    ),
}


def dropped(changed):
    """Give a change that left something out, which has no place."""
    return changed and (changed[0], None)


def findings(pairs):
    """Check pairs in articles of forty; give the findings of each pair."""
    found = [[] for _ in pairs]
    knowing = known_for(LANGUAGES)
    for start in range(0, len(pairs), ARTICLE):
        part = pairs[start : start + ARTICLE]
        names = names_in(
            [NamePassage(at, one, other, None) for at, (one, other) in enumerate(part)], LANGUAGES, knowing
        )
        passages = [Passage(at, cut(one, "en"), cut(other, "en")) for at, (one, other) in enumerate(part)]
        for one in find(read(passages, LANGUAGES, Context(names)), CHECKS):
            found[start + one.pair].append(one)
    return found


def touches(one, span):
    """Tell whether a finding touches the place of an error."""
    return span is None or (one.span[0] <= span[1] and span[0] <= one.span[1])


def judge(title, pairs, rng, verbose):
    """Print what is found in one set of clean pairs."""
    clean = findings(pairs)
    small = {word for pair in pairs for text in pair for word in SMALL.findall(text)}
    if not pairs:
        print(f"{title}: no clean pairs")
        return
    wrong = sum(bool(found) for found in clean) / len(pairs)
    grave = sum(any(one.severity in GRAVE for one in found) for found in clean) / len(pairs)
    print(f"{title}: {len(pairs)} clean pairs, with a finding {wrong:.1%}, of major or above {grave:.1%}")
    for kind, make in KINDS.items():
        made = [
            (at, change) for at, (one, other) in enumerate(pairs) if (change := make(one, other, small, rng))
        ]
        if not made:
            continue
        edited = [(change[0], pairs[at][1]) for at, change in made]
        by_check, missed = Counter(), []
        for (at, change), found in zip(made, findings(edited), strict=True):
            known = {(one.check, one.text, one.fix) for one in clean[at]}
            new = {
                one.check
                for one in found
                if (one.check, one.text, one.fix) not in known and touches(one, change[1])
            }
            by_check.update(new)
            if not new:
                missed.append((change, pairs[at][1]))
        share = 1 - len(missed) / len(made)
        print(f"   {kind:10} {len(made):5} made, found {share:.3f}   {dict(by_check.most_common())}")
        for change, other in missed if verbose == kind else ():
            place = repr(change[0][slice(*change[1])]) if change[1] else ""
            print(f"      missed {place}\n        t: {change[0]}\n        r: {other}")


def sets(files, count, rng):
    """Give sets of clean pairs."""
    own, others = [], []
    for title, pairs in human():
        if "no source" not in title:
            own += [(text, text) for text, *_ in pairs]
            others += [
                (text, other) for text, other, *_ in pairs if text != other and title.startswith("ted")
            ]
    for path in files:
        lines = path.read_text(encoding="utf-8").split("\n")
        yield path.name, [(line, line) for line in lines if line]
    yield "MQM references beside themselves", sample(list(dict.fromkeys(own)), count, rng)
    yield "talks beside another translation", sample(others, count, rng)
    if not DATA.is_dir():
        return
    yield "Bibles beside one another", sample([pair[:2] for pair in next(iter(bible(1)))[1]], count, rng)


def sample(pairs, count, rng):
    """Choose pairs at random."""
    return rng.sample(pairs, min(count, len(pairs)))


def main(arguments):
    """Judge each set."""
    verbose = arguments[arguments.index("-v") + 1] if "-v" in arguments else ""
    count = int(arguments[arguments.index("--pairs") + 1]) if "--pairs" in arguments else PAIRS
    files = [Path(argument) for argument in arguments if Path(argument).is_file()]
    for title, pairs in sets(files, count, random.Random(7)):
        judge(title, pairs, random.Random(11), verbose)


if __name__ == "__main__":
    main(sys.argv[1:])
