"""Signatures: the recipe of a number in sacreBLEU's notation, so that it can be quoted."""

VERSION = "2.6.0"  # the sacreBLEU whose numbers ours are; tests compare with the one installed
VARYING = -1  # as a number of references: not the same for all segments


def signature(references: int, recipe: str) -> str:
    """Put a recipe between the number of references and the version."""
    return f"nrefs:{'var' if references == VARYING else references}|{recipe}|version:{VERSION}"
