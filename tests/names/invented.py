"""Invented articles with real people's names (Wikidata labels, CC0), some mangled as through Korean.

For measuring and for setting thresholds: `mangled-person.dev.tsv` of the shared folder has three mangled forms, the
right name and its Hangul.
"""

import random

from workbench.names import Passage

# (translation, reference, source) around one name or two.
FRAMES = [
    ("On Monday the mayor met {0} in the old town.", "The mayor met with {0} in the old town on Monday.", "시장은 월요일 구시가지에서 {0}와 만났다."),
    ("{0} said that the plan was too expensive.", "The plan is too expensive, {0} said.", "{0}는 그 계획이 너무 비싸다고 말했다."),
    ("A book by {0} was found beside the bed.", "Beside the bed a book by {0} was found.", "침대 옆에서 {0}의 책이 발견됐다."),
    ("General {0} did not answer questions.", "Gen. {0} would not answer questions.", "{0} 장군은 질문에 답하지 않았다."),
    ("The lawyer {0} and the singer {1} came together.", "{1}, a singer, and {0}, a lawyer, arrived together.", "변호사 {0}와 가수 {1}가 함께 왔다."),
    ("According to {0}, {1} was never in the house.", "{1} was never in the house, according to {0}.", "{0}에 따르면 {1}는 그 집에 있었던 적이 없다."),
    ("“We will see,” {0} told reporters, while {1} kept silent.", "“We shall see,” {0} said to reporters; {1} was silent.", "“두고 보자”고 {0}는 기자들에게 말했고 {1}는 침묵했다."),
    ("The prize went to {0} of the national team.", "It was {0}, of the national team, who won the prize.", "상은 국가대표 {0}에게 돌아갔다."),
    ("Minister {0} is expected to resign this week.", "{0}, the minister, should step down this week.", "{0} 장관은 이번 주 사임할 것으로 보인다."),
    ("It rained for a week.", "For a week it rained.", "일주일 동안 비가 내렸다."),
]  # fmt: skip
_SENTENCES = 14


def people(path):
    """Give (mangled forms, right name, Hangul) of each person with a name of two words or more."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [(row[:3], row[3], row[4]) for row in rows if len(row) >= 5 and len(row[3].split()) > 1]


def article(pool, dice):
    """Make one article: its pairs, and (pair, written form, right form) of each mangled name.

    Half of the names are mangled; in one of six another person stands in the reference, in one of eight nobody.
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
        sides = [frame.format(*names) for frame, names in zip(frames, (written, right, hangul), strict=True)]
        passages.append(Passage(number, *sides))
    return passages, wrong


def articles(path, count, seed):
    """Give so many articles, the same for the same seed."""
    dice, pool = random.Random(seed), people(path)
    return [article(pool, dice) for _ in range(count)]
