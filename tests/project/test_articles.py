"""How a folder's files are grouped, by their names alone."""

import pytest

from workbench.errors import WorkbenchError
from workbench.model.document import Role
from workbench.project.articles import articles_in, stem_and_role

T, R, S = Role


@pytest.mark.parametrize(
    ("name", "stem", "role"),
    [
        ("v1.2.mt", "v1.2", T),
        ("Mr. Kim.mt", "Mr. Kim", T),
        ("2024.01.05.en-ref", "2024.01.05", R),
        ("human.rights.mt", "human.rights", T),
        ("human.rights.human", "human.rights", R),
        ("human.mt", "human", T),
        ("back-to-work_ref", "back-to-work", R),
        ("story.en-mt", "story", T),
        ("story.mt.en", "story", T),
        ("story-pt-BR-mt", "story", T),
        ("story.zh_Hant", "story", S),
        ("story.ko", "story", S),
        ("story.KO", "story", S),
        ("story.MT", "story", T),
        ("story.ko.src", "story", S),
        ("translation", "", T),
        ("Mr. Kim", "Mr. Kim", None),
        ("README", "README", None),
        ("ko", "ko", None),
    ],
)
def test_a_name_is_cut_before_its_marks_and_language(name, stem, role):
    assert stem_and_role(name) == (stem, role)


def laid_out(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("One is here.\n")
    return folder


def shown(folder, found):
    return {
        str(article.folder): [str(path.relative_to(folder)) for path in article.paths.values()]
        for article in found.articles
    }


def test_articles_with_dots_are_told_apart(tmp_path):
    folder = laid_out(
        tmp_path, "v1.2.mt.txt", "v1.2.ref.txt", "v1.3.mt.txt", "v1.3.ko.txt", "notes.txt", "b.ko.txt"
    )
    found = articles_in(folder)
    assert [str(article.folder) for article in found.articles] == ["v1.2.mt", "v1.3.mt"]
    assert found.articles[0].paths == {T: folder / "v1.2.mt.txt", R: folder / "v1.2.ref.txt"}
    assert found.articles[1].paths == {T: folder / "v1.3.mt.txt", S: folder / "v1.3.ko.txt"}
    assert [path.name for path in found.left_out] == ["b.ko.txt", "notes.txt"]


@pytest.mark.parametrize("names", [("a.mt.txt", "a.en-mt.po"), ("a.mt.txt", "a.en.txt", "a.ko.txt")])
def test_two_files_for_one_text_are_both_named(tmp_path, names):
    with pytest.raises(WorkbenchError) as caught:
        articles_in(laid_out(tmp_path, *names))
    assert all(str(tmp_path / name) in str(caught.value) for name in names[-2:])


def test_no_two_articles_share_a_folder(tmp_path):
    names = [
        "x/translation.txt",
        "y/translation.txt",
        "x/b.mt.txt",
        "translation.txt",
        "b.mt.txt",
        "b.mt/mt.txt",
    ]
    folder = laid_out(tmp_path, *names)
    folders = shown(folder, articles_in(folder))
    assert folders == {
        "b.mt": ["b.mt.txt"],
        "translation": ["translation.txt"],
        "b.mt-2": ["b.mt/mt.txt"],
        "x/b.mt": ["x/b.mt.txt"],
        "x": ["x/translation.txt"],
        "y": ["y/translation.txt"],
    }


def test_what_we_made_is_no_article(tmp_path, make):
    folder = laid_out(
        tmp_path, "B/a.mt.txt", "B/out/c.mt.txt", "B/old/a.mt.po", "B/old/a.mt.txt", "B/a.mt.po"
    )
    review = make(translation="One is here.\n")
    review.close()
    for place in ("B/old/a.mt.twb", "B/a.mt.twb"):
        (folder / place).write_bytes(review.path.read_bytes())
    found = articles_in(folder / "B", folder / "B/out")
    assert shown(folder, found) == {"a.mt": ["B/a.mt.txt"]}
    assert found.left_out == [folder / "B/old/a.mt.txt"]


def test_a_folder_without_articles_says_how_to_name_them(tmp_path):
    with pytest.raises(WorkbenchError, match="holds no articles"):
        articles_in(laid_out(tmp_path, "story.txt"))
