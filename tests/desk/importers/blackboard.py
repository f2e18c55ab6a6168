"""A double of Blackboard's Grade Center: it writes a column file and takes one back by user name."""

import csv
import io
import re
from dataclasses import dataclass, field


class RefusedError(Exception):
    """The file is refused."""


@dataclass
class BlackboardCourse:
    """A course. people: user name → (first, last). column: its number. marks, feedback: by user name."""

    people: dict
    column: int = 207
    title: str = "Customer Relationships"
    points: int = 100
    marks: dict = field(default_factory=dict)
    feedback: dict = field(default_factory=dict)

    def column_file(self, *, tabs=False, with_feedback=True, others=()):
        """Return the file as it is downloaded: tab and UTF-16, or CSV."""
        own = f"{self.title} [Total Pts: {self.points} Score] |{self.column}"
        more = ["Feedback to Learner", "Feedback Format", "Grading Notes", "Notes Format"] if with_feedback else []
        rows = [["Last Name", "First Name", "Username", *others, own, *more]]
        for user, (first, last) in self.people.items():
            cells = [last, first, user, *[""] * len(others), self.marks.get(user, "")]
            rows.append(cells + ([self.feedback.get(user, ""), "SMART_TEXT", "", "SMART_TEXT"] if more else []))
        file = io.StringIO(newline="")
        delimiter = "\t" if tabs else ","
        csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
        return file.getvalue().encode("utf-16" if tabs else "utf-8-sig")

    def take(self, data):
        """Take a file back; blank marks change nothing. Raises RefusedError."""
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        text = data.decode("utf-16" if wide else "utf-8-sig")
        if not wide:
            self._all_quoted(text)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t" if wide else ","))
        head = rows[0]
        place = next((n for n, name in enumerate(head) if re.search(rf"\|{self.column}\s*$", name)), None)
        if place is None:
            raise RefusedError("the file makes a new text column")
        for row in rows[1:]:
            if len(row) != len(head):
                raise RefusedError("a row of another length")
            user = row[head.index("Username")]
            if user in self.people and row[place]:
                self.marks[user] = float(row[place])
            if user in self.people and "Feedback to Learner" in head and row[head.index("Feedback to Learner")]:
                told = row[head.index("Feedback Format")]
                if told not in ("SMART_TEXT", "HTML"):
                    raise RefusedError("an unknown format of the feedback")
                self.feedback[user] = row[head.index("Feedback to Learner")]

    def _all_quoted(self, text):
        rest = re.sub(r'"(?:[^"]|"")*"', "", text)
        if rest.strip(",\r\n"):
            raise RefusedError(f"a cell without quotes: {rest.strip()[:40]}")
