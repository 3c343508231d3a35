"""The status page of a worker at work, in a real browser: run by suite.py."""

import json
import os
import re
import sys
import urllib.request

from world import article, expect, wait_until

sys.path.append(os.path.join(os.path.dirname(__file__), "..", "browser"))
import looking  # noqa: E402  (beside the tests of the other pages)

OWN = "document.title='owned'"
MARKUP = f"</p></mark></article><script>{OWN}</script><img src=x onerror=\"{OWN}\">"
HOSTILE = json.dumps({
    "id": "hostile", "language": "en", "published_at": "2025-06-04", "source": MARKUP,
    "url": f"javascript:{OWN}", "title": "Talks \u202eserutcip " + "W" * 200,
    "body": "Estonian Foreign Minister Kaarel Tamm met his Portuguese counterpart Ines Valadares in "
            "Lisbon on Tuesday.\n\u0001\ufeff" + "x" * 20000,
}).encode()


def address_of(world, worker):
    """Where the worker says that it listens."""
    def said():
        return re.search(r"listening for HTTP address=(\S+)", worker.log())
    return f"http://{wait_until(said, 'the worker to listen').group(1)}/"


def fetch(address):
    with urllib.request.urlopen(address, timeout=10) as page:
        return page.read().decode(), page.headers


def expect_safe(look, address):
    stray = [url for url in look.requests if not url.startswith(address)]
    expect(not stray, f"fetched from elsewhere: {stray}")
    expect("owned" not in look.page.title(), look.page.title())
    inside = "#recent script, #recent img, #recent [onerror], #recent [style], #recent a[href^='javascript']"
    expect(look.page.locator(inside).count() == 0, "markup of an article became markup of the page")
    expect("</article><script>" in look.page.locator("#recent").inner_text(), "the text is not there")


def has_lines(look):
    """Whether every chart has a line, or a dot where all was done within a second."""
    lines = look.page.locator(".chart path.a").all()
    return all(re.match(r"M[\d.]+ [\d.]+[Lh]", line.get_attribute("d") or "") for line in lines)


def expect_drawn(look):
    wait_until(lambda: has_lines(look), "each chart to have a line")
    figures = look.page.locator(".chart .figure > span:first-child").all_inner_texts()
    expect(len(figures) == 6 and "–" not in figures, f"figures: {figures}")
    expect(look.page.locator("#letters li").count() == 4, "four articles can't be read")
    expect("undecodable" in look.page.locator("#letters").inner_text(), "dead letters tell why")
    expect(look.page.locator("#recent mark.who").count() > 0, "the evidence is marked")


def case_status_page(world):
    world.create_topics()
    worker = world.worker(settings={"http.listen": "0"})
    address = address_of(world, worker)
    world.put([HOSTILE])
    world.wait_for_lag(0)
    world.put([article(i) for i in range(200)])
    world.wait_for_lag(0)
    _, headers = fetch(address)
    policy = headers["Content-Security-Policy"]
    expect("default-src 'none'" in policy and "unsafe" not in policy, policy)
    with looking.browser() as chromium:
        for view in looking.VIEWS:
            with looking.Look(chromium, address, view) as look:
                look.page.wait_for_selector("#recent .story")
                look.page.wait_for_selector(".state.good")
                expect_safe(look, address)
                expect_drawn(look)
                findings = look.findings()
                expect(findings == [], findings)
                expect(look.complaints == [], look.complaints)
                expect(not look.overflows(), f"{view}: it has to be scrolled sideways")
                look.picture("status")
        with looking.Look(chromium, address) as look:
            look.page.wait_for_selector(".state.good")
            look.page.get_by_role("button", name="Pause").press("Enter")
            expect(look.page.locator("#pause").get_attribute("aria-pressed") == "true", "paused")
            worker.kill()
            look.page.wait_for_selector(".state.bad")
            expect("no answer since" in look.page.locator("#state").inner_text(), "it tells so")
