"""The engine of sound: how names of one script are written in another, learnt from known names."""

from workbench.names.sounds.affinity import affinities, latin_affinities, latin_affinity
from workbench.names.sounds.model import Chunk, SoundModel
from workbench.names.sounds.windows import Window, windows
from workbench.names.sounds.writing import language_of, latin

__all__ = [
    "Chunk", "SoundModel", "Window", "affinities", "language_of", "latin", "latin_affinities",
    "latin_affinity", "windows",
]  # fmt: skip
