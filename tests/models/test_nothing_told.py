"""Nobody is told that redite runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OPENING = "from redite.models import open_encoder; open_encoder().embed(['The bridge is open.'])"


def test_reading_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    """The runtime of the networks neither reports to its maker nor keeps an id to report under."""
    # It keeps quiet under CI and in its own tests; users have neither.
    quiet = ("CI", "TF_BUILD", "GITHUB_ACTIONS", "XDG_CACHE_HOME")
    known = {
        name: value
        for name, value in os.environ.items()
        if name not in quiet and not name.startswith("ORT_")
    }
    home = {**known, "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", OPENING], env=home, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []
