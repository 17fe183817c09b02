"""Where a name could stand in a sentence of another script."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.names.sounds import windows


@given(
    st.text(st.sampled_from("Київ習近平・·カナ .,A國際"), max_size=25),
    st.sampled_from(["ar", "ja", "zh", "ru"]),
)
def test_windows_lie_in_their_sentence(text, language):
    for window in windows(text, language):
        assert window.form == text[window.start : window.end]
        assert window.form


def test_words_that_more_than_a_space_parts_are_no_window():
    forms = {window.form for window in windows("Так, Володимир Зеленський.", "uk")}
    assert forms == {"Так", "Володимир", "Зеленський", "Володимир Зеленський"}


def test_a_dot_joins_given_and_family_name_and_nothing_around_them():
    forms = {window.form for window in windows("是奥里西娅·卢采维奇说", "zh")}
    assert {"奥里西娅·卢采维奇", "卢采维奇", "奥里西娅"} <= forms
