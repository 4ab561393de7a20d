"""Takes the pictures of README.md: a site built from `data/`, looked at with an installed Chromium."""

import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from catalogue.app import create_app
from catalogue.build import build
from catalogue.settings import Settings
from tests.browser.conftest import ARGUMENTS, CHROMIUM, Quiet

ROOT = Path(__file__).resolve().parents[1]
PICTURES = {"search": "/search?q=migration"}


def main() -> None:
    """Writes one picture a page to `.github/`."""
    with tempfile.TemporaryDirectory() as state, sync_playwright() as playwright:
        settings = Settings(data=ROOT / "data", state=Path(state))
        build(settings)
        server = make_server("127.0.0.1", 0, create_app(settings), threaded=True, request_handler=Quiet)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1200, "height": 880})
        for name, address in PICTURES.items():
            page.goto(f"http://127.0.0.1:{server.server_port}{address}")
            page.screenshot(path=ROOT / ".github" / f"{name}.png")
        browser.close()
        server.shutdown()
        thread.join()


if __name__ == "__main__":
    main()
