"""What the generated functions do on a real PostgreSQL."""
