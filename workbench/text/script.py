"""Which script a text is written in, by Unicode ranges (Unicode Standard, chapter 24, block names)."""

import re
from collections import Counter

# Letters alone: digits, punctuation and signs are shared by all scripts.
_RANGES = {
    "Latin": "A-Za-zª-ʯḀ-ỿⱠ-Ɀ꜠-ꟿＡ-Ｚａ-ｚ",
    "Greek": "Ͱ-Ͽἀ-῿",
    "Cyrillic": "Ѐ-ԯᲀ-᲏ⷠ-ⷿꙀ-ꚟ",
    "Armenian": "Ա-֏",
    "Hebrew": "א-תװ-ײ",
    "Arabic": "ؠ-يٮ-ۿݐ-ݿࢠ-ࣿﭐ-﷿ﹰ-ﻼ",
    "Devanagari": "ऀ-ॣॱ-ॿ",
    "Bengali": "ঀ-৿",
    "Tamil": "஀-௿",
    "Thai": "ก-๎",
    "Georgian": "Ⴀ-ჿᲐ-Ჿ",
    "Hangul": "ᄀ-ᇿ㄰-㆏ꥠ-꥿가-힣ힰ-퟿",
    "Kana": "ぁ-ゟァ-ヿｦ-ﾟ",
    "Han": "㐀-䶿一-鿿\uf900-\ufaff𠀀-𱍏",
}
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _RANGES.items()))


def script_counts(text: str) -> Counter[str]:
    """Count the letters of each script."""
    counts: Counter[str] = Counter()
    for run in _SCRIPT.finditer(text):
        counts[str(run.lastgroup)] += run.end() - run.start()
    return counts
