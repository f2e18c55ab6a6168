"""What is kept: workspaces, plans with their revisions, answers to cases, resume codes. SQL lives only here."""
