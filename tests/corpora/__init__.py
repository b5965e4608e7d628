"""Measures the inference on the query files of public projects, with PostgreSQL as the judge."""
