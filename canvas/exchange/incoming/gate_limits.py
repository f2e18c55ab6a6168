"""The one table of limits of the gate: what a file may be before it is read. docs/export-format.md shows it."""

FILE_BYTES = 25_000_000
"""Bytes of one file, as it came."""
TEXT_BYTES = 9_000_000
"""Bytes of a file of text: .txt, .md, .html, .json."""
WHOLE_CHARACTERS = 1_000_000
"""Characters of a whole plan, in which the section is looked for."""
ZIP_ENTRIES = 2_000
"""Entries of an archive, which every .docx is."""
ZIP_TOTAL_BYTES = 100_000_000
"""Bytes of everything in an archive, unpacked."""
ZIP_SINGLE_BYTES = 20_000_000
"""Bytes of one entry, unpacked."""
ZIP_RATIO = 200
"""How many times larger an entry may be unpacked than packed."""
ZIP_SMALL_BYTES = 1_000_000
"""Bytes up to which an entry may be packed as tightly as it likes: plain repetition is no attack."""
XML_MARKS = 1_500_000
"""Tags in one part of a Word file; a book of 500 pages has a third of them."""
XML_DEPTH = 250
"""Tags that stand open inside each other in the text of a Word file; a real one has about thirty."""
BATCH_BYTES = 500_000_000
"""Bytes of an archive with the work of a whole class."""
BATCH_ENTRIES = 10_000
"""Entries of such an archive."""
BATCH_TOTAL_BYTES = 2_000_000_000
"""Bytes of everything in such an archive, unpacked; each file in it goes through the gate itself."""
HTML_DEPTH = 1_000
"""Tags that stand open inside each other in a page; a real one has about thirty."""
PDF_PAGES = 300
"""Pages of a PDF."""
PDF_SECONDS = 1.5
"""Seconds of work on one PDF; the pages read by then are kept."""
PDF_MEGABYTES = 300
"""Megabytes of memory for the worker that reads PDFs, where the system can limit it."""
