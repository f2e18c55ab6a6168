"""`python -m canvas` starts the command line."""

from canvas.cli.main import main

main()
