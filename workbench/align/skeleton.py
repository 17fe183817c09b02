"""The consonants of a word, by which a name is known again in another script.

젤렌스키 and Zelensky are both `jlnsk`. Hangul by the letters of its syllables, Latin by folding what Korean
and kana cannot tell apart (r/l, f/p, v/b, z/j).
"""

import unicodedata

INITIALS = list("kknttlmppss-jjjktph")
FINALS = list("-kkknnntllllllllmppttnjjktpt")
LATIN = str.maketrans("cqgdrfvbzxw", "kkktlpppjsu")
VOWELS = str.maketrans("", "", "aeiouyh")
SHORTEST, SHORTEST_LATIN = 3, 4


def skeletons(word: str) -> set[str]:
    """Give the skeletons a word may be known by: a Korean word has one for each stem it may have."""
    if "가" <= word[0] <= "힣":
        forms = {hangul(word[:end]) for end in range(2, len(word) + 1)}
    else:
        forms = {latin(word)} if len(word) >= SHORTEST_LATIN else set()
    return {form for form in forms if len(form) >= SHORTEST}


def hangul(word: str) -> str:
    """Spell the consonants of Korean syllables in Latin letters."""
    letters = []
    for char in word:
        code = ord(char) - 0xAC00
        if 0 <= code < 19 * 21 * 28:
            letters += [INITIALS[code // 588], FINALS[code % 28]]
    return squeeze("".join(letters).replace("-", "").replace("h", ""))


def latin(word: str) -> str:
    """Spell the consonants of a word in Latin letters, folded as Korean hears them."""
    plain = unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()
    for written, heard in (("ch", "j"), ("sh", "s"), ("ph", "p"), ("th", "s"), ("ng", "n"), ("sch", "s")):
        plain = plain.replace(written, heard)
    return squeeze(plain.translate(LATIN).translate(VOWELS).replace("u", ""))


def squeeze(letters: str) -> str:
    """Write doubled letters once."""
    return "".join(letter for index, letter in enumerate(letters) if letters[index - 1 : index] != letter)
