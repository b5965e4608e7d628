"""Input that nobody would write: random statements against PostgreSQL, broken files against us.

``make fuzz`` runs it for minutes; a bounded part is in the ordinary tests. What it finds stays as a
case of tests/inference, or of the part that was wrong.
"""
