"""A real Chromium, headless, for the tests of pages."""
import contextlib
import os

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# How a page is looked at: by day, by night, and on a phone.
VIEWS = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        yield chromium
        chromium.close()


class Look:
    """One view of an address, and all that the browser had to say against it."""

    def __init__(self, chromium, address, view="wide"):
        self.context = chromium.new_context(**VIEWS[view])
        self.page = self.context.new_page()
        self.complaints, self.requests = [], []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)
        self.view = view

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def findings(self):
        """What axe finds, one line each."""
        return [
            f"{found['id']}: {node['target']} {node['failureSummary']}"
            for found in Axe().run(self.page).response["violations"]
            for node in found["nodes"]
        ]

    def overflows(self):
        """Whether a reader has to scroll sideways."""
        return self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")

    def picture(self, name, full_page=True):
        """Keeps a picture where SCREENSHOTS says, for people to look at."""
        if folder := os.environ.get("SCREENSHOTS"):
            os.makedirs(folder, exist_ok=True)
            path = os.path.join(folder, f"{name}-{self.view}.png")
            self.page.screenshot(path=path, full_page=full_page)
