"""How soon a hostile workbook is refused: two seconds and 300 MB at most (T16). `python -m tests.benchmarks.bombs`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.spreadsheets.test_hostile import BOMBS, measured


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for kind, made in BOMBS.items():
            path = Path(folder) / "bomb.xlsx"
            path.write_bytes(made())
            refused, seconds, megabytes = measured(path)
            print(f"{kind}: {'refused' if refused else 'READ'} in {seconds:.2f} s with {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
