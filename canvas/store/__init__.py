"""What is kept: workspaces, workbooks with append-only revisions, answers to cases. SQL lives only here."""
