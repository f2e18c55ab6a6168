"""What the documents say is what the program does."""

import re
from pathlib import Path

import pytest

from canvas.cli.main import COMMANDS
from canvas.models import limits

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command):
    assert f"python -m canvas {command}" in README


def test_the_readme_names_no_command_that_does_not_exist():
    assert set(re.findall(r"python -m canvas (\w+)", README)) <= set(COMMANDS)


def test_the_table_of_limits_is_the_one_the_models_use():
    text = (ROOT / "docs" / "export-format.md").read_text(encoding="utf-8")
    told = {
        name: int(number.replace(",", "")) for name, number in re.findall(r"\| `([A-Z]+)`.*\| ([\d,]+) \|", text)
    }
    assert told == {name: value for name, value in vars(limits).items() if name.isupper()}


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name
)
def test_links_between_documents_lead_somewhere(path):
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8"))
    missing = [link for link in links if not (path.parent / link).exists()]
    assert missing == []
