"""Filters, as a table of what is typed and which pairs stay."""

import pytest

from workbench.errors import WorkbenchError
from workbench.model.finding import Finding, Severity
from workbench.model.name import Mention, Name
from workbench.model.pair import Pair, Sentence, Status
from workbench.project.filtering import Subject, completions, hidden_by, parse
from workbench.project.scoring import HEADLINE


def side(*texts, original=None):
    return tuple(Sentence(n, n, 0, text, original or text) for n, text in enumerate(texts))


NAME = Name(
    form="Olysia Rutsevich", kind="person", mentions=(Mention(1, (0, 16)),), variants=("Rutsevich",),
    proposal="Orysia Lutsevych", confidence=0.9, origin="reference", why="",
)  # fmt: skip
AGREED = Name(
    form="Kyiv", kind="place", mentions=(Mention(0, (0, 4)),), variants=(), proposal=None, confidence=1.0,
    origin="reference", why="",
)  # fmt: skip


def pair(id_, status, sure, translation, reference=(), source=()):
    return Pair(
        id_,
        status,
        confirmed=False,
        confidence=sure,
        translation=translation,
        reference=reference,
        source=source,
    )


FINDING = Finding(
    1, (0, 16), "Olysia Rutsevich", "names", "terminology/name", Severity.MAJOR,
    "why", "reference", "Orysia Lutsevych", 0.9, "0",
)  # fmt: skip

SUBJECTS = [
    Subject(
        pair(
            1, Status.APPROVED, 0.99, side("Kyiv is cold."), side("Kyiv is freezing."), side("키이우는 춥다.")
        ),
        {HEADLINE: 80.0, "bleu": 30.0},
        [AGREED],
    ),
    Subject(
        pair(2, Status.UNREVIEWED, 0.4, side("Olysia Rutsevich spoke.", "Twice."), side("Orysia Lutsevych.")),
        {HEADLINE: 45.5, "bleu": 0.0},
        [NAME],
        [FINDING],
    ),
    Subject(pair(3, Status.NEEDS_WORK, 0.7, side("The front line.", original="A line.")), {}, []),
    Subject(
        pair(4, Status.UNREVIEWED, 0.7, side("caf\u00e9"), side("line at the front")), {HEADLINE: 10.0}, []
    ),
]


def hidden(query, *, neighbours=False):
    test = parse(query)
    ids = [subject.pair.id for subject in SUBJECTS]
    return hidden_by(ids, [test(subject) for subject in SUBJECTS], neighbours=neighbours)


TABLE = [
    ("", [1, 2, 3, 4]),
    ("kyiv", [1]),
    ("KYIV freezing", [1]),
    ("kyiv spoke", []),
    ("front line", [3, 4]),
    ('"front line"', [3]),
    ('"front line', [3]),
    ("reference:line", [4]),
    ('translation:"the front"', [3]),
    ("source:키이우", [1]),
    ("cafe\u0301", [4]),
    ("score<50", [2, 4]),
    ("score>=45.5", [1, 2]),
    (f"{HEADLINE}=80", [1]),
    ("bleu>0 score>50", [1]),
    ("-score<50", [1, 3]),
    ("sure<50", [2]),
    ("status:unreviewed", [2, 4]),
    ("STATUS:Needs-Work", [3]),
    ("-status:unreviewed", [1, 3]),
    ("n:m", [2, 3]),
    ("N:M -spoke", [3]),
    ("name:lutsevych", [2]),
    ("name:rutsevich", [2]),
    ("name:kyiv", [1]),
    ("has:name", [2]),
    ("has:edit", [3]),
    ("has:finding", [2]),
    ("severity:major", [2]),
    ("severity:minor", []),
    ("check:names -score<40", [2]),
    ("nothing:here", []),
    ("a:b:c", []),
    ("-", []),
    ("<", []),
]


@pytest.mark.parametrize(("query", "left"), TABLE)
def test_what_a_filter_lets_through(query, left):
    gone = hidden(query)
    assert [subject.pair.id for subject in SUBJECTS if subject.pair.id not in gone] == left


@pytest.mark.parametrize(
    ("query", "left"), [("kyiv", [1, 2]), ("has:edit", [2, 3, 4]), ("zzz", []), ("", [1, 2, 3, 4])]
)
def test_neighbours_of_what_fits_can_stay(query, left):
    gone = hidden(query, neighbours=True)
    assert [subject.pair.id for subject in SUBJECTS if subject.pair.id not in gone] == left


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("status:done", "unreviewed, needs-work, or approved"),
        ("has:luck", "name"),
        ("comet<50", "there are: score, chrf"),
    ],
)
def test_a_term_that_cannot_be_is_answered_with_those_that_can(query, said):
    with pytest.raises(WorkbenchError, match=said):
        parse(query)


@pytest.mark.parametrize("term", completions())
def test_every_term_that_is_offered_is_understood(term):
    value = {"<": "5", ":": "x"}.get(term[-1], "")
    parse(term + value)
    assert hidden(term + value) != frozenset()
