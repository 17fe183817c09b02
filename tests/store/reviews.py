"""Small reviews for the tests of the store."""

from pathlib import Path

from workbench.store import Store

FACTS = ("document", "unit", "pair", "sentence", "dismissal", "annotation", "reply", "assessment")
EVERYTHING = (*FACTS, *(f"{table}_before" for table in FACTS), "step", "meta")

NEW_DOCUMENT = (
    "INSERT INTO document(role, name, path, format, charset, language, content) VALUES(?, ?, ?, ?, ?, ?, ?)"
)
NEW_UNIT = "INSERT INTO unit(document, position, place, source, context) VALUES(?, ?, ?, ?, ?)"
NEW_PAIR = "INSERT INTO pair(position, status, confirmed, confidence) VALUES(?, ?, ?, ?)"
NEW_SENTENCE = (
    'INSERT INTO sentence(unit, pair, position, start, "end", text, original) VALUES(?, ?, ?, ?, ?, ?, ?)'
)


def fill(store, pairs=3):
    """Import a text of one sentence a pair as one step; give the ids of the pairs."""
    with store.operation("import") as operation:
        document = operation.run(NEW_DOCUMENT, ("translation", "a.txt", None, "txt", "utf-8", "en", b"a\0b"))
        ids = []
        for number in range(pairs):
            unit = operation.run(NEW_UNIT, (document, number, str(number + 1), None, None))
            ids.append(operation.run(NEW_PAIR, (number, "unreviewed", 0, 0.5)))
            text = f"Sentence {number}."
            operation.run(NEW_SENTENCE, (unit, ids[-1], 0, 0, len(text), text, text))
    return ids


def edit(store, id_, text, **options):
    """Set the text of a sentence as one step."""
    with store.operation("edit", **options) as operation:
        operation.run("UPDATE sentence SET text = ? WHERE id = ?", (text, id_))
    return operation.changes


def texts(store):
    return [text for (text,) in store.query("SELECT text FROM sentence ORDER BY id")]


def content(store, tables=FACTS):
    """Give every row of the tables; repr tells 1 from 1.0."""
    return {table: repr(store.query(f"SELECT * FROM {table} ORDER BY 1, 2, 3")) for table in tables}  # noqa: S608 -- our tables


def closed_review(path: Path, pairs=3) -> Path:
    """Make a review with something done and something undone, and close it."""
    with Store.create(path) as store:
        fill(store, pairs)
        edit(store, 1, "Edited \0 문장.")
        edit(store, 2, "Edited and undone.")
        store.undo()
        store.set_meta("language", "ko")
    return path
