"""Learning platforms: how each names the files of its download, and so whose file is whose."""
