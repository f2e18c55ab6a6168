"""What is kept: workspaces, workbooks with their revisions, answers to cases, resume codes. SQL lives only here."""
