"""Text in small letters, as the data files write their words."""

# What a pattern that ignores case takes for s and i, and str.lower does not make so: laſt, wınter.
_ALIKE = str.maketrans({"ſ": "s", "ı": "i", "İ": "i"})


def small_letters(text: str) -> str:
    """Give a text in small letters; what a pattern has found in the data is found there by it."""
    return text.translate(_ALIKE).lower()
