"""Pieces of words: examples cut by the published tokenizer of the same vocabulary, and any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.lang.wordpieces import numbers, pieces

CUT = [
    ("warming ties", ["warming", "ties"]),
    ("Zelensky’s U.S. envoy", ["ze", "##len", "##sky", "’", "s", "u", ".", "s", ".", "envoy"]),
    ("café naïve", ["cafe", "naive"]),
    ("a 3.5% rise", ["a", "3", ".", "5", "%", "rise"]),
    ("$40 million", ["$", "40", "million"]),
    ("中国 said", ["中", "国", "said"]),
    ("\u200bso\u0000 on", ["so", "on"]),
    ("x" * 101, ["[UNK]"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "cut"), CUT, ids=[text[:12] for text, _ in CUT])
def test_text_is_cut_as_the_vocabulary_has_it(text, cut):
    written = {number: piece for piece, number in numbers().items()}
    assert [written[piece.number] for piece in pieces(text)] == cut


def test_pieces_stand_where_they_were_written():
    text = "Voilà: Lutsevych’s"
    cut = ["Vo", "ilà", ":", "Lu", "ts", "ev", "ych", "’", "s"]
    assert [text[piece.start : piece.end] for piece in pieces(text)] == cut


@given(st.text())
def test_pieces_of_any_text_follow_one_another_in_it(text):
    found = pieces(text)
    assert [piece.start for piece in found] == sorted(piece.start for piece in found)
    assert [piece.end for piece in found] == sorted(piece.end for piece in found)
    assert all(piece.start < piece.end <= len(text) for piece in found)
