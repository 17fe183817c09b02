"""The engine of sound: how names of one script are written in another, learnt from known names."""

from workbench.names.sounds.affinity import affinities, latin_affinities, latin_affinity
from workbench.names.sounds.explaining import Difference, explain
from workbench.names.sounds.model import Chunk, SoundModel
from workbench.names.sounds.sentences import sentence
from workbench.names.sounds.windows import Window, best_window, best_windows
from workbench.names.sounds.writing import language_of, latin

__all__ = [
    "Chunk", "Difference", "SoundModel", "Window", "affinities", "best_window", "best_windows", "explain",
    "language_of", "latin", "latin_affinities", "latin_affinity", "sentence",
]  # fmt: skip
