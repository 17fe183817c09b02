"""A glossary that repeats or contradicts itself."""

import pytest

from workbench.model.glossary import GlossaryEntry, Standing, Term
from workbench.names.agreement import check_glossary


def entry(line, right, *forbidden, kind="", **others):
    terms = [Term(right, "en"), *(Term(form, "en", Standing.FORBIDDEN) for form in forbidden)]
    terms += [Term(form, tag) for tag, form in others.items()]
    return GlossaryEntry(tuple(terms), kind, "", f"line {line}")


@pytest.mark.parametrize(
    ("entries", "used", "problems"),
    [
        ([entry(2, "A"), entry(3, "B")], [2, 3], []),
        ([entry(2, "A", "X"), entry(3, "A", "X")], [2], ["line 3 repeats line 2"]),
        ([entry(2, "A", "X"), entry(3, "A", "Y")], [2, 3], []),
        ([entry(2, "A", "X"), entry(3, "B", "X"), entry(4, "C")], [4], ["line 2 and line 3 contradict"]),
        ([entry(2, "A"), entry(3, "B", "A")], [], ["line 3 forbids “A”, which is right in line 2"]),
        ([entry(2, "A", ko="가"), entry(3, "B", ko="가")], [], ["line 2 and line 3 contradict"]),
        ([entry(2, "A", ko="가", kind="person"), entry(3, "B", ko="가", kind="place")], [2, 3], []),
        ([entry(2, "A", "X"), entry(3, "B", "X"), entry(4, "C", "X")], [], ["2 and line 3", "2 and line 4"]),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_by_its_line(entries, used, problems):
    checked = check_glossary(entries, "en")
    assert [kept.place for kept in checked.entries] == [f"line {line}" for line in used]
    assert len(checked.problems) == len(problems)
    for said, expected in zip(checked.problems, problems, strict=True):
        assert expected in said


def test_a_glossary_of_ten_thousand_entries_is_checked_at_once():
    entries = [entry(n, f"Name {n}", f"Nome {n}", ko=f"이름{n}") for n in range(10_000)]
    assert len(check_glossary(entries, "en").entries) == 10_000
