"""What is kept: workspaces, workbooks, revisions, attempts. The only room with SQL."""
