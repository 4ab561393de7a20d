"""The installed Chromium, how it is started, and how long anything in it may take."""

import shutil

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 30_000
"""Milliseconds that a page may take to come or to change: a machine may be busy with something else."""
ABSENT = "Chromium is not installed (Debian: apt-get install chromium)"
