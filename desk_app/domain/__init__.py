"""The words the desk speaks: pure functions and frozen values, standard library alone."""
