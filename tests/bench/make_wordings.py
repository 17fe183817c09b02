"""Complete the list of wordings after an edit: make_wordings.py

Where a line of `workbench/lang/data/wordings-en.tsv` names a word that has a line of its own, that line gets
the first word, too, so that no reader has to look both ways. Lines are sorted, a word stands once in each.
"""

from pathlib import Path

FILE = Path(__file__).parents[2] / "workbench/lang/data/wordings-en.tsv"


def read(text):
    """Give the words of each line."""
    lines = (line.split("\t") for line in text.split("\n") if "\t" in line)
    return {word: said.split() for word, said in lines}


def completed(lines):
    """Give the lines with each word in those of the words it names."""
    whole = {word: dict.fromkeys(said) for word, said in lines.items()}
    for word, said in lines.items():
        for other in said:
            if other in whole and other != word:
                whole[other][word] = None
    return whole


def written(lines):
    """Give the text of the file."""
    return "".join(f"{word}\t{' '.join(said)}\n" for word, said in sorted(lines.items()))


if __name__ == "__main__":
    FILE.write_text(written(completed(read(FILE.read_text(encoding="utf-8")))), encoding="utf-8")
