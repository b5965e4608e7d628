"""A folder for each mistake; see run.py."""
