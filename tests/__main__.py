"""`python -m tests`: every check in order, fastest first, stopping at the first that fails.

`python -m tests long` runs the random tests with the counts that issues state.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_ENOUGH = 4 * 2**30  # bytes; the tests leave less than one


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    command: tuple[str, ...]


def module(*words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", *words)


CHECKS = (
    Check("format", module("ruff", "format", "--check", "--quiet", ".")),
    Check("lint", module("ruff", "check", "--quiet", ".")),
    Check("catalogs", module("tests.catalogs", "--check")),
    Check("rooms", (str(Path(sys.executable).with_name("lint-imports")),)),
    Check("types", module("mypy")),
    Check("migrations", module("tests.migrations", "--check")),
    Check("tests", module("pytest", "-q", "-n", "2", "--dist", "worksteal")),
)


def main(words: list[str]) -> int:
    if words not in ([], ["long"]):
        print("python -m tests [long]", file=sys.stderr)
        return 2
    environment = os.environ | {"MENTORDESK_TESTS": words[0] if words else "short"} | _scratch()
    for check in CHECKS:
        begun = time.monotonic()
        print(f"── {check.name}", flush=True)
        if status := subprocess.run(check.command, cwd=ROOT, env=environment, check=False).returncode:
            print(f"── {check.name} failed", flush=True)
            return status
        print(f"── {check.name}: {time.monotonic() - begun:.1f} s", flush=True)
    return 0


def _scratch() -> dict[str, str]:
    """What a test writes is thrown away: where there is a drive in memory it waits for no disk."""
    memory = Path("/dev/shm")
    if "TMPDIR" in os.environ or not os.access(memory, os.W_OK) or shutil.disk_usage(memory).free < _ENOUGH:
        return {}
    return {"TMPDIR": str(memory)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
