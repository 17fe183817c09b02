"""The aligned view and the delegates that paint it."""
