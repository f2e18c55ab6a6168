"""The rooms of the house: who may import whom, how long a module may grow, what the check command loads."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = (
    "models content reading checks casework accuracy writing exchange desk store web ui".split()
)  # left to right: a room imports only what stands to its left
OUTSIDE = {"ui": set(ROOMS), "cli": set(ROOMS) - {"ui", "web"}}
ONLY_IN = {
    "streamlit": ("ui",),
    "jinja2": ("writing",),
    "markdown": ("writing",),
    "sqlalchemy": ("store",),
    "alembic": ("store",),
    "click": ("cli",),
    "tomllib": ("content",),
    "docx": ("exchange", "desk"),
    "typst": ("exchange",),
    "pypdf": ("exchange",),
    "nh3": ("exchange",),
}
SHARED = {"errors", ""}
"""Modules beside the rooms that every room may import; "" is `canvas` itself."""
MODULES = sorted((ROOT / "canvas").rglob("*.py"))
SCRIPTS = sorted((ROOT / "canvas" / "ui" / "editor" / "src").glob("*.ts"))


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "canvas").with_suffix("").parts
    return parts[0]


def imports_of(path: Path) -> list[str]:
    """Every absolute module name a file imports, wherever in the file, lazily or not."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written whole"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def misplaced(room: str, imported: list[str]) -> list[str]:
    """The imports a file of this room must not have."""
    allowed = OUTSIDE.get(room) or set(ROOMS[: ROOMS.index(room)])
    wrong = []
    for name in imported:
        top, _, rest = name.partition(".")
        target = rest.partition(".")[0]
        if top == "canvas" and target in {*ROOMS, "cli"} and target != room and target not in allowed:
            wrong.append(name)
        if top in ONLY_IN and room not in ONLY_IN[top]:
            wrong.append(name)
    return wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_what_stands_to_its_left(path):
    room = room_of(path)
    if room in {"__init__", "__main__", "errors"}:
        allowed = ["canvas.cli.main.main"] if room == "__main__" else []
        assert [name for name in imports_of(path) if name.startswith("canvas.") and name not in allowed] == []
        return
    assert misplaced(room, imports_of(path)) == []


@pytest.mark.parametrize(
    ("room", "imported"),
    [
        ("checks", "canvas.writing.section"),
        ("store", "streamlit"),
        ("models", "canvas.content.loader"),
        ("cli", "canvas.ui.main"),
    ],
)
def test_the_import_rule_can_fail(room, imported):
    assert misplaced(room, [imported]) == [imported]


@pytest.mark.parametrize("path", [*MODULES, ROOT / "app.py"], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_longer_than_250_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize(
    "path", sorted((ROOT / "canvas/content/rules").glob("*.toml")), ids=lambda path: path.name
)
def test_no_file_of_rules_is_longer_than_250_lines_and_each_says_what_it_holds(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 250
    assert lines[0].startswith("# ")


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_source_of_the_editor_is_longer_than_250_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_nothing_else_stands_at_the_top_level():
    named = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if named.returncode:
        pytest.skip("not a git checkout, so files of the machine cannot be told from files of the project")
    top = {Path(name).parts[0] for name in named.stdout.splitlines()}
    code = "app.py canvas cases templates tests requirements.txt pyproject.toml"
    allowed = set(f"{code} README.md docs LICENSE CHANGELOG.md".split())
    assert {name for name in top if not name.startswith(".")} <= allowed


def test_check_loads_only_what_it_needs():
    """A cold `canvas check` must not pay for models that validate, pages, databases, templates or documents."""
    heavy = {
        "pydantic",
        "streamlit",
        "pandas",
        "numpy",
        "sqlalchemy",
        "alembic",
        "jinja2",
        "markdown",
        "docx",
        "pypdf",
        "typst",
        "starlette",
    }
    script = (
        "import sys; sys.argv = ['canvas', 'check', '--json', '-']\n"
        "from canvas.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        input="We call every customer after two weeks.",
        capture_output=True,
        text=True,
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"
    assert '"findings"' in done.stdout
