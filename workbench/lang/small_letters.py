"""Text in small letters, as the data files write their words."""

# What a pattern that ignores case takes for s and i, and str.lower does not make so: laſt, wınter.
_ODD = "ſıİ"
_ALIKE = str.maketrans(_ODD, "sii")


def small_letters(text: str) -> str:
    """Give a text in small letters; what a pattern has found in the data is found there by it."""
    if not text.isascii() and any(letter in text for letter in _ODD):
        text = text.translate(_ALIKE)
    return text.lower()
