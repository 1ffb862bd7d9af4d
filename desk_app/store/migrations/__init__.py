"""Alembic's migrations, one release per file."""
