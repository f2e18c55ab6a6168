"""What is kept: workspaces, plans, revisions, answers to cases, resume codes, reviews. SQL lives only here."""
