"""The parts of an import under way: what is read, what is previewed, what is written."""
