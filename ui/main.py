"""`mentordesk` begins here. A sub-command runs without a screen; no part of Qt is loaded for it."""

from __future__ import annotations

import sys


def main() -> int:
    from mentordesk.cli.main import main as command_line

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
