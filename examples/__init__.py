"""Programs on top of what codegen generates."""
