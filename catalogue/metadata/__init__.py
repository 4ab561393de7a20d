"""What a record's page tells machines: pure functions from a record to tags, links and spans.

Every dialect is a file of its own: `highwire` for Google Scholar and Zotero, `opengraph` for previews of
shared links, `coins` for reference managers on any page, `signposting` for harvesters. Dublin Core and
schema.org are formats of `catalogue.exports`.
"""
