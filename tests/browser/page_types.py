"""Every type of page that the site has: one address of each, in the unprefixed form.

Whoever adds a page adds its row; `test_every_page_has_a_type` says which is missing.
"""

from urllib.parse import quote

from catalogue.folding import folded
from tests.browser.library import LONG
from tests.catalogue.web.library import HOSTILE

PAGE_TYPES = {
    "home": "/",
    "search": "/search",
    "search with words": "/search?q=pasture",
    "search with filters": "/search?q=survey+7&size=3&year=1990..2000&type=report",
    "search that finds what is long": f"/search?q={LONG.key}",
    "search asked for wrongly": "/search?q=%22survey&type=report&from=199o",
    "search without result": "/search?q=nothingness",
    "second page of a search": "/search?type=report&page=2",
    "help of the search": "/search/help",
    "values of a facet": "/search/facets/author?q=pasture",
    "few values of a facet": "/search/facets/type",
    "publication, much known": "/publications/akhmetova2023",
    "publication, little known": "/publications/leaflet",
    "publication, long": "/publications/capitaine1911",
    "publication, hostile": f"/publications/{quote(HOSTILE.key, safe='')}",
    "publication, out of date": "/publications/reeds.bib",
    "publication, cited wrongly": "/publications/akhmetova2023?style=apa&other=no-such-style",
    "report of a mistake": "/report?key=akhmetova2023",
    "people": "/people",
    "people under a letter": "/people?letter=A",
    "person": "/people/akhmetova-gulnar",
    "person known by an iD alone": "/people/0000-0002-9079-593X",
    "name, long": f"/names/{quote(folded(LONG.contributors[-1].name.inverted))}",
    "name": "/names/ospanova%2C%20madina",
    "venues": "/venues",
    "venue": "/venues/steppe-notes",
    "venue without a file": "/venues/annals%20of%20herding",
    "keywords": "/keywords",
    "keyword": "/keywords/pasture",
    "years": "/years",
    "year": "/years/2020",
    "without a year": "/years/none",
    "types": "/types",
    "type": "/types/article",
    "languages": "/languages",
    "language": "/languages/kk",
    "projects": "/projects",
    "project": "/projects/delta",
    "project, little known": "/projects/wetlands",
    "news": "/news",
    "news item": "/news/spring",
    "article": "/pages/course",
    "list": "/list?key=reeds.bib&key=omarova2021",
    "empty list": "/list",
    "citations of a search": "/cite?q=delta",
    "state of the catalogue": "/status",
    "error, not found": "/nowhere",
    "error, of an entry": "/publications/broken",
    "error, gone": "/publications/gone2020",
}
STATUSES = {"/nowhere": 404, "/publications/broken": 404, "/publications/gone2020": 410}
"""What addresses answer with that do not answer 200."""
WITHOUT_A_PAGE = {
    "static": "files of the interface",
    "search.export": "a format",
    "search.everything": "redirects to the search",
    "suggest.suggested": "JSON",
    "lists.picked_export": "a format",
    "look.image_file": "a file",
    "look.logo_file": "a file",
    "articles.news_feed": "XML",
    "sitemap.whole": "XML",
    "sitemap.part": "XML",
    "service.health": "JSON",
    "service.robots": "plain text",
    "service.style": "a stylesheet",
    "service.choose_language": "redirects to a page in that language",
    "service.kazakh": "redirects to Kazakh",
}
"""Endpoints that answer with something else than a page, and with what."""
