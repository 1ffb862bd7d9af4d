"""What stands on the counter: the scanner, the printer."""
