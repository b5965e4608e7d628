"""codegen: annotated SQL and a PostgreSQL schema in, typed Python for psycopg 3 out."""

__version__ = "0.1.0"
