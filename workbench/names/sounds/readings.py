"""In which ways a form may be read aloud: Han characters have Chinese, Korean and Japanese readings."""


def readings_of(form: str, language: str | None) -> list[tuple[str, str]]:
    """Give (table, form to spell out by it) for each way to read a form."""
    if language == "la":
        return [("la", form), ("rr", form)]
    return [(language, form)] if language else []
