"""A double of Moodle's assignment: it writes a grading worksheet and takes one back, and a zip of feedback files.

It follows the rules of `mod/assign/feedback/offline` and of `importziplib.php` in `mod/assign/feedback/file`,
told in our own words: matching by the number behind the word for a participant, skipped rows, ranges, stale dates
and the pattern of file names.
"""

import io
import zipfile
from dataclasses import dataclass, field

from tests.desk.importers import php_csv

ENGLISH = {
    "id": "Identifier",
    "participant": "Participant ",
    "name": "Full name",
    "email": "Email address",
    "status": "Status",
    "group": "Group",
    "grade": "Grade",
    "maximum": "Maximum grade",
    "may_change": "Grade can be changed",
    "yes": "Yes",
    "no": "No",
    "submitted": "Last modified (submission)",
    "online": "Online text",
    "graded": "Last modified (grade)",
    "comments": "Feedback comments",
}
GERMAN = ENGLISH | {
    "id": "ID",
    "participant": "Teilnehmer/in ",
    "name": "Vollständiger Name",
    "email": "E-Mail-Adresse",
    "group": "Gruppe",
    "grade": "Bewertung",
    "maximum": "Bestwertung",
    "may_change": "Bewertung kann geändert werden",
    "yes": "Ja",
    "no": "Nein",
    "submitted": "Zuletzt geändert (Abgabe)",
    "graded": "Zuletzt geändert (Bewertung)",
    "comments": "Feedback als Kommentar",
}
KLINGON = {key: f"q{number}Hol" for number, key in enumerate(ENGLISH)} | {
    "participant": "jeSwI'pu' ",
    "yes": "HIja'",
}
"""Words that nobody has put in a list."""
NOW = 1_770_000_000
"""Seconds at which files arrive."""


class RefusedError(Exception):
    """The site refuses the whole file."""


@dataclass
class Participant:
    """One student of the site. graded: seconds at which the mark was last changed, None when there is none."""

    name: str
    grade: float | None = None
    feedback: str = ""
    graded: int | None = None
    locked: bool = False
    group: str = ""
    online: str = ""
    files: dict = field(default_factory=dict)


@dataclass
class MoodleSite:
    """An assignment. people: by their number. decimal_mark: of the site's language."""

    people: dict
    words: dict = field(default_factory=lambda: ENGLISH)
    maximum: float = 10
    decimal_mark: str = "."
    groups: bool = False
    blind: bool = False
    comments: bool = True
    skipped: dict = field(default_factory=dict)

    def number(self, value):
        return f"{value:.2f}".replace(".", self.decimal_mark)

    def worksheet(self, delimiter=",", encoding="utf-8-sig", line_end="\n"):
        """Return the worksheet as it is downloaded."""
        word = self.words
        named = [] if self.blind else [word["name"], word["email"]]
        head = [word["id"], *named, word["status"], *([word["group"]] if self.groups else []), word["grade"]]
        head += [word["maximum"], word["may_change"], word["submitted"], word["online"], word["graded"]]
        rows = [head + ([word["comments"]] if self.comments else [])]
        for number, person in self.people.items():
            cells = [f"{word['participant']}{number}"]
            cells += [] if self.blind else [_no_formula(person.name), f"s{number}@example.org"]
            cells += ["Submitted for grading - ", *([person.group] if self.groups else [])]
            cells += ["" if person.grade is None else self.number(person.grade), self.number(self.maximum)]
            cells += [word["no"] if person.locked else word["yes"], "Friday, 6 March 2026, 12:00 PM"]
            cells += [_no_formula(person.online), "-" if person.graded is None else str(person.graded)]
            rows.append(cells + ([person.feedback] if self.comments else []))
        return php_csv.written(rows, delimiter).replace("\n", line_end).encode(encoding)

    def take_worksheet(self, data, delimiter=",", encoding="utf-8-sig"):
        """Take a worksheet back, as the importer does. Raises RefusedError."""
        rows = php_csv.read(data.decode(encoding), delimiter)
        if any(len(row) != len(rows[0]) for row in rows):
            raise RefusedError("csvweirdcolumns")
        rows = [[_no_formula(cell) for cell in row] for row in rows]
        places = {name: rows[0].index(self.words[name]) for name in ("id", "grade", "graded")}
        comments = rows[0].index(self.words["comments"]) if self.words["comments"] in rows[0] else 0
        for row in rows[1:]:
            number = row[places["id"]][len(self.words["participant"]) :]
            person = self.people.get(int(number)) if number.isdigit() else None
            if person is None:
                continue
            stamp = int(row[places["graded"]]) if row[places["graded"]].isdigit() else 0
            stale = person.graded is not None and person.graded > stamp + 60
            self._take_mark(int(number), person, row[places["grade"]], stale)
            if comments and not stale and row[comments] != person.feedback:
                person.feedback = row[comments]

    def _take_mark(self, number, person, cell, stale):
        grade = float(cell.replace(" ", "").replace(self.decimal_mark, ".")) if cell.strip() else None
        why = ""
        if grade == person.grade:
            why = "unchanged"
        elif grade is None or grade < 0:
            why = "empty"
        elif stale:
            why = "changed since"
        elif person.locked:
            why = "locked"
        elif grade > self.maximum:
            why = "out of range"
        if why:
            self.skipped[number] = why
        else:
            person.grade = grade

    def take_feedback(self, data):
        """Take a zip of feedback files; return the paths that nobody was found for."""
        lost = []
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for path in archive.namelist():
                found = self._whose(path)
                if found is None:
                    lost.append(path)
                else:
                    person, name = found
                    person.files[name] = archive.read(path)
                    person.graded = NOW  # a feedback file counts as a change of the mark
        return lost

    def _whose(self, path):
        parts = path.split("/")
        if parts[-1].startswith((".", "~")):
            return None
        while parts:
            pieces = parts.pop(0).split("_", 4)
            if len(pieces) < 4 or not pieces[1].isdigit() or int(pieces[1]) not in self.people:
                continue
            if (pieces[2], pieces[3]) not in {("assignsubmission", "file"), ("assignfeedback", "file")}:
                continue
            rest = "/".join([pieces[4] if len(pieces) == 5 else "", *parts])
            return self.people[int(pieces[1])], rest.lstrip("/")
        return None


def _no_formula(cell):
    """Put an apostrophe before what a spreadsheet takes for a formula, as the site does in both directions."""
    return f"'{cell}" if cell != "-" and cell.lstrip()[:1] in ("=", "+", "-", "@") and cell.strip() else cell
