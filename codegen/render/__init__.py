"""The package plan printed as Python, by the templates."""
