"""The catalogue as web pages: each blueprint parses a request, asks, and renders."""
