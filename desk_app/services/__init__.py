"""Use cases: plain functions of a session that return frozen answers."""
