"""Where findings stand in a file, as SARIF and GitHub read it."""

from pathlib import Path

import pytest

from workbench.checks import CHECKS
from workbench.model.document import Role
from workbench.progress import silent
from workbench.project.check_runs import Wanted, check_files
from workbench.project.finding_shapes import annotations, places, sarif
from workbench.project.intake import Inputs

PLAIN = "One is here.\n\n\nIt is quiet. But the the men  came.\n"
PO = 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "x"\nmsgstr "The  men came."\n'


def placed(path, text, charset="utf-8"):
    path.write_bytes(text.encode(charset))
    result = check_files(Inputs({Role.TRANSLATION: path}, {Role.TRANSLATION: "en"}), Wanted(), silent)
    found = result.findings
    return list(zip(found, places(result.translation, result.rows, found), strict=True))


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_in_a_plain_text_are_its_lines_and_columns(tmp_path, newline, charset):
    text = PLAIN.replace("\n", newline)
    lines = text.split(newline)
    found = placed(tmp_path / "t.txt", text, charset)
    assert [finding.text for finding, _ in found] == [" the", "  "]
    for finding, at in found:
        assert at.line == at.end_line == 4
        assert lines[at.line - 1][at.column - 1 : at.end_column - 1] == finding.text


def test_a_place_in_a_po_file_has_no_column_and_no_fix_to_put_there(tmp_path):
    ((finding, at),) = placed(tmp_path / "t.po", PO)
    assert (at.line, at.column, finding.fix) == (4, None, " ")
    (result,) = sarif(Path("t.po"), CHECKS, [(finding, at)])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 4, "endLine": 4}
    assert "fixes" not in result
    assert "col" not in next(annotations(Path("t.po"), [(finding, at)])).split("::")[1]


def test_the_address_of_a_file_is_a_valid_one(tmp_path):
    (result, *_) = sarif(Path("a b/100%: é.txt"), CHECKS, placed(tmp_path / "t.txt", PLAIN))["runs"][0][
        "results"
    ]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b/100%25%3A%20%C3%A9.txt"
    assert result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"] == uri
