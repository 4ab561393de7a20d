"""Readers of source files: one syntax a file, each from a path to a stream of raw entries and problems."""
