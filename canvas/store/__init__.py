"""What is kept: workspaces, workbooks with append-only revisions, answers to cases. The only room that speaks SQL."""
