"""Whatever the texts are, checks find places inside the translation, and a fix that changes something."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import CHECKS, Context, Passage, find, read
from workbench.model.document import Role
from workbench.segment import sentence_spans

PIECES = [
    "I", "he", "She", "her", "his", "said", "that", "will", "has", "been", "Although", "but", "And",
    "When", "a", "the", "drone", "drones", "Maria", "Lopez", "Ms.", "it", "is", "was", "“", "”",
    "'", "’", ".", "..", ",", "?", "—", "(", ")", "to", "from", "rely", "relying", "of", "recruit",
    "recruits", "new", "Norway", "I’m", "'s", "é", "а", "Â", "Ã©", "1,000", "5", "%", "⟦1⟧", "그녀",
    "она", "她", "Who", "which", "by", "so", "that’s", '"', "\u200b", " ", "  ", "\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=30)
LANGUAGES = st.sampled_from(["en", "en-GB", "de", "fr", "es", "ko", "zh", "ja", "ru", "uk", "sv", "xx", ""])


def cut(text, language):
    return tuple(text[start:end] for start, end in sentence_spans(text, language))


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=3), LANGUAGES, LANGUAGES)
@settings(max_examples=100, deadline=None)
def test_findings_lie_in_the_translation_and_fixes_change_it(rows, language, source):
    passages = [
        Passage(number, cut(one, language), cut(two, language), cut(three, source), paragraph=number // 2)
        for number, (one, two, three) in enumerate(rows)
    ]
    article = read(passages, {Role.TRANSLATION: language, Role.SOURCE: source}, Context())
    for finding in find(article, CHECKS, sure=0.0):
        text = article.rows[finding.pair].translation.text
        start, end = finding.span
        assert 0 <= start <= end <= len(text)
        assert finding.text == text[start:end]
        assert finding.fix != finding.text
        assert finding.message
