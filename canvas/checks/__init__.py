"""One mistake, one module: facts in, a finding out."""
