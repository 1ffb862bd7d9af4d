"""Starts the registration desk: the window, or a command (see --help)."""

import sys

if __name__ == "__main__":
    try:
        from desk_app.entry import main

        main()
    except KeyboardInterrupt:  # while the program was still being loaded
        sys.exit(130)
