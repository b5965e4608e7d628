"""The output folder: generated files are written all or nothing, or compared with what is there."""

from codegen.output.comparing import Difference, compare
from codegen.output.once import write_new, write_over
from codegen.output.writing import Changes, foreign_files, write

__all__ = ["Changes", "Difference", "compare", "foreign_files", "write", "write_new", "write_over"]
