"""Compares a built wheel with the checkout: every module and resource must be in it, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("charting", "gui", "resources", "main.py")


def main(wheel: str) -> int:
    """Compare, print what differs; the exit status."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--", *SHIPPED]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    wanted = {name for name in listed.split("\0") if name}
    with zipfile.ZipFile(wheel) as archive:
        there = {name for name in archive.namelist() if ".dist-info/" not in name}
    for name in sorted(wanted - there):
        print(f"The wheel lacks {name}: add its kind to [tool.setuptools.package-data].")
    for name in sorted(there - wanted):
        print(f"The wheel has {name}, which is no part of the project.")
    return int(wanted != there)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
