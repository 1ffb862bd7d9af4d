"""Starts the registration desk: the window, or a command (see --help)."""

from desk_app.cli import main

if __name__ == "__main__":
    main()
