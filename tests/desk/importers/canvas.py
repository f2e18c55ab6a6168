"""A double of Canvas: it writes a gradebook, takes one back, and takes files back by their names."""

import csv
import io
import re
import zipfile
from dataclasses import dataclass, field


class RefusedError(Exception):
    """The gradebook is refused."""


@dataclass
class CanvasCourse:
    """A course. people: id → name. assignments: id → title. scores: (person, assignment) → text of the cell.

    attachments: (person, attachment) → display name. comments: person → list of (display name, bytes).
    """

    people: dict
    assignments: dict
    scores: dict = field(default_factory=dict)
    points: dict = field(default_factory=dict)
    attachments: dict = field(default_factory=dict)
    comments: dict = field(default_factory=dict)
    two_names: bool = False

    def gradebook(self, *, delimiter=",", bom=False, posting=True):
        """Return the gradebook as it is exported."""
        names = ["LastName", "FirstName"] if self.two_names else ["Student"]
        gap = [""] * (len(names) + 2)
        columns = [f"{title} ({number})" for number, title in self.assignments.items()]
        rows = [[*names, "ID", "SIS Login ID", "Section", *columns, "Final Score"]]
        if posting:
            rows.append([*gap, "", *["Manual Posting"] * len(columns), ""])
        points = [str(self.points.get(number, "10.0")) for number in self.assignments]
        rows.append(["    Points Possible", *gap, *points, "(read only)"])
        for number, name in self.people.items():
            shown = f'="{name}"' if name.startswith("=") else name
            own = shown.split(", ") if self.two_names else [shown]
            scores = [self.scores.get((number, each), "") for each in self.assignments]
            rows.append([*own, str(number), f"login{number}", "Section A", *scores, "0.0"])
        file = io.StringIO(newline="")
        csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows(rows)
        return (b"\xef\xbb\xbf" if bom else b"") + file.getvalue().encode("utf-8")

    def take_gradebook(self, data):
        """Take a gradebook; return what changed as (person, assignment) → number or "EX". Raises RefusedError."""
        text = data.decode("utf-8")
        delimiter = ";" if text.splitlines()[0].count(";") > text.splitlines()[0].count(",") else ","
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        ids = self._id_place(rows[0])
        columns = self._columns(rows)
        changed = {}
        for row in rows[1:]:
            if not row[ids].strip().isdigit() or int(row[ids]) not in self.people:
                continue
            person = int(row[ids])
            for place, assignment in columns.items():
                new, old = _score(row[place]), _score(self.scores.get((person, assignment), ""))
                if new != old and row[place] != "N/A":
                    changed[person, assignment] = new
                    self.scores[person, assignment] = row[place]
        return changed

    def _id_place(self, head):
        if len(head) <= 3 or not any("Section" in name for name in head):
            raise RefusedError("not a gradebook")
        if head[0] == "LastName" and head[1:3] == ["FirstName", "ID"]:
            return 2
        if "Student" in head[0] and "ID" in head[1]:
            return 1
        raise RefusedError("not a gradebook")

    def _columns(self, rows):
        section = next(place for place, name in enumerate(rows[0]) if "Section" in name)
        columns = {}
        for place, name in enumerate(rows[0][section + 1 :], section + 1):
            if any("read only" in row[place] for row in rows[1:3]):
                continue
            told = re.fullmatch(r"(.*)\s\((\d+)\)", name, re.DOTALL)
            if not told or int(told[2]) not in self.assignments:
                raise RefusedError(f"{name}: a new assignment is proposed")
            columns[place] = int(told[2])
        return columns

    def take_files(self, data):
        """Take files of submissions back; return the names that were silently ignored."""
        ignored = []
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for path in archive.namelist():
                name = path.rpartition("/")[2]
                pieces = [piece for piece in name.split("_") if piece != "LATE"]
                if name.startswith("._") or name.split("_")[-1].startswith("link"):
                    ignored.append(name)
                    continue
                ids = pieces[1:3] if pieces[0] == "anon" else [piece for piece in pieces if piece.isdigit()][:2]
                key = tuple(int(one) if one.isdigit() else one for one in ids)
                if key not in self.attachments:
                    ignored.append(name)
                else:
                    self.comments.setdefault(key[0], []).append((self.attachments[key], archive.read(path)))
        return ignored


def _score(cell):
    bare = cell.strip()
    if bare in ("", "-"):
        return None
    return "EX" if bare.upper() == "EX" else round(float(bare.replace(",", ".")), 2) if bare != "N/A" else "N/A"
