"""Programs of others that look at our files: without one its tests are skipped, but fail when CI=true."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def _found(name: str) -> str:
    path = shutil.which(name)
    if not path:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"no {name} on this machine")
    return path


@pytest.fixture(scope="session")
def saved_by_libreoffice(tmp_path_factory):
    """Open Word files in LibreOffice and save them again: names and bytes in, names and bytes out."""
    program = _found("soffice")

    def saved(files: dict[str, bytes]) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("libreoffice")
        given = [folder / name for name in files]
        for path in given:
            path.write_bytes(files[path.name])
        options = ["--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command = [program, *options, "--convert-to", "docx", "--outdir", str(folder / "saved"), *map(str, given)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return {name: (folder / "saved" / name).read_bytes() for name in files}

    return saved


@pytest.fixture
def structure_of(tmp_path):
    """Return what `pdfinfo -struct` tells of a PDF: its tags, as a screen reader walks through them."""
    program = _found("pdfinfo")

    def structure(data: bytes) -> str:
        path = Path(tmp_path / "plan.pdf")
        path.write_bytes(data)
        told = subprocess.run([program, "-struct", str(path)], check=True, capture_output=True, timeout=60)
        return told.stdout.decode("utf-8")

    return structure
