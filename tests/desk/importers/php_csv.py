"""Tables as PHP writes and reads them: a backslash takes the meaning from the quote behind it."""

import re


def written(rows, delimiter=","):
    """Write rows: a cell is quoted when it holds a sign of the format or a space; quotes are doubled."""
    return "".join(delimiter.join(_cell(cell, delimiter) for cell in row) + "\n" for row in rows)


def _cell(cell, delimiter):
    if not re.search(rf'[{delimiter}"\\\n\r\t ]', cell):
        return cell
    out, escaped = [], False
    for sign in cell:
        if sign == "\\":
            escaped = True
        elif sign == '"' and not escaped:
            out.append('"')
        else:
            escaped = False
        out.append(sign)
    return '"' + "".join(out) + '"'


def read(text, delimiter=","):
    """Read rows sign by sign; a line without anything in it is no row."""
    rows, row, cell, quoted, place = [], [], [], False, 0
    while place < len(text):
        sign = text[place]
        if quoted:
            if sign == "\\" and place + 1 < len(text):
                cell += [sign, text[place + 1]]
                place += 2
                continue
            if sign == '"' and text[place + 1 : place + 2] == '"':
                cell.append('"')
                place += 2
                continue
            if sign == '"':
                quoted = False
            else:
                cell.append(sign)
        elif sign == '"' and not cell:
            quoted = True
        elif sign == delimiter:
            row.append("".join(cell))
            cell = []
        elif sign == "\n":
            rows.append([*row, "".join(cell)])
            row, cell = [], []
        elif sign != "\r":
            cell.append(sign)
        place += 1
    if row or cell:
        rows.append([*row, "".join(cell)])
    return [found for found in rows if found != [""]]
