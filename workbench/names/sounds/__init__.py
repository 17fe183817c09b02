"""The engine of sound: how names of one script are written in another, learnt from known names."""

from workbench.names.sounds.model import Chunk, SoundModel

__all__ = ["Chunk", "SoundModel"]
