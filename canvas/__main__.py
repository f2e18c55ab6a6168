"""`python -m canvas` starts the command line."""

import gc
import os

# A start makes many objects that stay: looking for rubbish among them takes a tenth of it. We use no
# plugins of pydantic, and looking for them reads the description of every package.
gc.set_threshold(200_000, 20, 20)
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from canvas.cli.main import main  # noqa: E402 - after what speeds up its imports

try:
    main()
finally:
    gc.freeze()  # at its end Python would look through all of them once more
