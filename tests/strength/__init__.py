"""Whatever the input: no crash, no code of its own, no half-written package."""
