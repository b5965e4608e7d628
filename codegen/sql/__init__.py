"""SQL as text: PostgreSQL's lexical rules, annotations, markers, and sqlglot's parser."""
