"""What the user can mend is one line and code 2; what is ours is one line, code 70 and a log."""

import pytest

from workbench.project.places import log_file


@pytest.fixture(autouse=True)
def own_log(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize("error", [RuntimeError("oh"), MemoryError(), RecursionError()])
def test_an_error_of_ours_is_logged(workbench, monkeypatch, tmp_path, error):
    def fail(*_args, **_options):
        raise error

    monkeypatch.setattr("workbench.cli.align.align_files", fail)
    code, out, lines = workbench("align", tmp_path / "a", tmp_path / "b")
    assert (code, out) == (70, "")
    assert lines == [f"workbench: an error of ours ({type(error).__name__}); details in {log_file()}"]
    assert "in fail" in log_file().read_text()


def test_a_log_that_cannot_be_written_is_done_without(workbench, monkeypatch, tmp_path):
    (tmp_path / "state").write_text("in the way")
    monkeypatch.setattr("workbench.cli.align.align_files", lambda *_args: 1 / 0)
    assert workbench("align", tmp_path / "a", tmp_path / "b")[0] == 70


def test_what_the_system_refuses_is_one_line(refused, monkeypatch, tmp_path):
    def fail(*_args, **_options):
        raise OSError(28, "No space left on device", "x.twb")

    monkeypatch.setattr("workbench.cli.align.align_files", fail)
    assert "x.twb: No space left on device" in refused("align", tmp_path / "a", tmp_path / "b")


LONG = "x" * 5000


@pytest.mark.parametrize(
    "arguments",
    [
        ["review", LONG, "--out", "out"],
        ["review", "a.txt", "--out", LONG],
        ["review", "a.txt", "--reference", LONG, "--out", "out"],
        ["align", "a.txt", LONG],
        ["align", "a.txt", "a.txt", "-o", LONG],
        ["score", LONG],
        ["export", LONG, "-o", "a.po"],
        ["export", "empty.twb", "-o", LONG],
        ["open", LONG],
    ],
)
def test_a_name_too_long_is_one_line(refused, monkeypatch, tmp_path, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One is here.\n")
    (tmp_path / "empty.twb").touch()
    refused(*arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["review", "closed/a.txt", "--out", "out"],
        ["review", "a.txt", "--out", "closed/out"],
        ["align", "closed/a", "a.txt"],
    ],
)
def test_a_folder_that_is_closed_to_us_is_one_line(refused, monkeypatch, tmp_path, arguments):
    """A loop of links stands for it: the system refuses it to root, too."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One is here.\n")
    (tmp_path / "closed").symlink_to("closed")
    refused(*arguments)


@pytest.mark.parametrize("limit", ["chrf=nan", "chrf=inf", "chrf=-inf", "chrf=", "chrf=x"])
def test_a_threshold_is_a_number(refused, tmp_path, limit):
    path = tmp_path / "both.tsv"
    path.write_text("translation\treference\nA cat.\tThe cat.\n")
    assert "write it like chrf=50" in refused("score", path, "--min", limit)


def test_a_table_without_rows_is_refused(refused, tmp_path):
    path = tmp_path / "both.tsv"
    path.write_text("translation\treference\n")
    assert "both.tsv: The table holds no segments" in refused("score", path)


@pytest.mark.parametrize("tag", ["", "english!", "e"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["review", "a.txt", "--out", "out", "--language"],
        ["review", "a.txt", "--out", "out", "--source-language"],
        ["align", "a.txt", "a.txt", "--language", "en", "--language"],
        ["score", "a.txt", "a.txt", "--language"],
    ],
)
def test_a_language_is_a_tag(refused, arguments, tag):
    assert f"“{tag}” is not a language tag" in refused(*arguments, tag)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.twb", b"this is no review", "is not a review"),
        ("a.twb", b"SQLite format 3\0" + bytes(200), "is not a review"),
        ("a.twb", b"", "is empty"),
        ("a.txt", bytes(range(256)) * 20, "not a text file"),
        ("a.txt", b" \n", "no text"),
        ("a.po", b"msgid", "is not PO"),
    ],
)
def test_the_window_is_not_opened_on_what_is_no_text(refused, monkeypatch, tmp_path, name, content, said):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (tmp_path / name).write_bytes(content)
    assert said in refused("open", tmp_path / name)


def test_the_window_is_opened_on_a_text(workbench, monkeypatch, tmp_path):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    path = tmp_path / "a.txt"
    path.write_text("One is here.\n")
    opened = []
    assert workbench("open", path, opened=opened)[0] == 0
    assert workbench(opened=opened)[0] == 0
    assert opened == [path, None]


def test_a_window_needs_a_screen(refused, monkeypatch, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "a.txt").write_text("One is here.\n")
    assert "There is no screen" in refused("open", tmp_path / "a.txt")
    assert "There is no screen" in refused()
