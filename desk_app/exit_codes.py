"""How the program ends for whoever started it, besides 0 for well."""

REFUSED = 1
"""A rule of the event refused."""
FAILED = 2
"""Nothing was changed, and a sentence says why."""
