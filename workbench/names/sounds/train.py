"""Learn a table of sounds: `python -m workbench.names.sounds.train ko pairs.tsv ko.npz`.

The pairs are lines `form TAB name in Latin letters`; a glossary of one's own will do. What is shipped was
learnt from the training splits of the project's names (Wikidata labels, CC0), nothing else.
"""

import sys
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.names.sounds.learning import learn
from workbench.names.sounds.table import save


def read(path: Path, columns: tuple[int, int] = (0, 1)) -> list[tuple[str, str]]:
    """Read pairs from a file; lines with too few columns are left out."""
    rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")]
    return [(row[columns[0]], row[columns[1]]) for row in rows if len(row) > max(columns)]


def progress(done: int, total: int) -> None:
    """Show how far it is."""
    sys.stderr.write(f"\r{done}/{total}")
    sys.stderr.flush()


def main(arguments: list[str]) -> None:
    """Learn from one file and write another."""
    try:
        language, source, *sources, target = arguments
    except ValueError:
        raise WorkbenchError(
            _("Name a language, one or more files of pairs and the file to write.")
        ) from None
    pairs = [pair for path in (source, *sources) for pair in read(Path(path))]
    save(learn(pairs, language, report=progress), Path(target))


if __name__ == "__main__":
    main(sys.argv[1:])
