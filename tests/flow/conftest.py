from tests.ui.conftest import nothing_left_behind, settings, window  # the same window, on a real screen

__all__ = ["nothing_left_behind", "settings", "window"]
