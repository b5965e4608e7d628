"""Terminal transcripts in the documentation; see run.py."""
