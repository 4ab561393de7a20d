"""Measurements by the clock, apart from the tests: `make bench`."""
