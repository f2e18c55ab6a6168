"""`python -m canvas` starts the command line."""

import gc
import os

gc.set_threshold(50_000, 20, 20)  # loading makes many objects that stay: looking for rubbish among them costs a start
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # we use none, and looking for them reads every package

from canvas.cli.main import main  # noqa: E402 - after what speeds up its imports

main()
