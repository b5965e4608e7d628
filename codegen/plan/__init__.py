"""Decisions about Python: names, types, classes and functions, as values that templates print.

Nothing below this stage knows SQL syntax or the catalog.
"""
