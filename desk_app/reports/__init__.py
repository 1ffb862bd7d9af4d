"""Lists for people who were not at the desk: frozen rows in, the bytes of a file out."""
