#!/usr/bin/env python3
"""`meetingd extract --output html` in a real browser.

    MEETINGD=build/meetingd [SCREENSHOTS=folder] test_article_page.py
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import looking

MEETINGD = os.environ["MEETINGD"]
GOLDEN = pathlib.Path(__file__).resolve().parents[1] / "golden"

STORIES = [GOLDEN / "fr" / "001-japon-mekong.json", GOLDEN / "en" / "007-kigali-postponed.json"]

MARKUP = "</p></mark><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
HOSTILE = {
    "id": "x\"><script>document.title='owned'</script>",
    "language": "en",
    "published_at": "2025-06-04",
    "source": "</title></style>" + MARKUP,
    "url": "javascript:document.title='owned'",
    "title": "Talks \u202eserutcip\u202c \u0000 " + MARKUP + "&lt;b&gt;" + "W" * 300,
    "body": "Estonian Foreign Minister Kaarel <b>Tamm met his Portuguese counterpart Ines Valadares "
    f"in Lisbon on Tuesday.\n{MARKUP}\n\u0001\u0007\ufeff\u2067 \U000e0041 'onmouseover=alert(1) "
    + "x" * 500
    + "\n<style>body{display:none}</style><base href='//evil.example/'><meta http-equiv=refresh content=0>",
}


def extract(output, *operands, stdin=None, status=0):
    command = [MEETINGD, "extract", "--output", output, *map(str, operands)]
    run = subprocess.run(command, input=stdin, capture_output=True, check=False)
    assert run.returncode == status, run.stderr
    return run.stdout


class ArticlePage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.chromium = cls.enterClassContext(looking.browser())
        cls.stories = pathlib.Path(folder) / "stories.html"
        cls.stories.write_bytes(extract("html", *STORIES))
        cls.hostile = pathlib.Path(folder) / "hostile.html"
        # The second is not UTF-8, so it is refused; the page is whole all the same.
        good = json.dumps(HOSTILE).encode() + b"\n"
        lines = good + good.replace(b"Kaarel", b"Kaarel \xff\xc3(") + good
        cls.hostile.write_bytes(extract("html", "-", stdin=lines, status=1))

    def look(self, path, view="wide"):
        return looking.Look(self.chromium, path.as_uri(), view)

    def test_every_view_is_accessible_and_quiet(self):
        for name, path in (("stories", self.stories), ("hostile", self.hostile)):
            for view in looking.VIEWS:
                with self.subTest(f"{name}, {view}"), self.look(path, view) as look:
                    self.assertEqual(look.findings(), [])
                    self.assertEqual(look.complaints, [])
                    self.assertFalse(look.overflows())
                    look.picture(name)

    def test_nothing_is_fetched_and_nothing_runs(self):
        with self.look(self.hostile) as look:
            self.assertEqual(look.requests, [self.hostile.as_uri()])
            self.assertEqual(look.page.title(), "Meetings in the news")
            self.assertEqual(look.page.locator("script, img, base, iframe, body style, [onerror], [style]").count(), 0)
            self.assertEqual(look.page.locator("a:not([href^='#']):not([href^='http'])").count(), 0)
            self.assertIn("</p></mark><script>", look.page.locator(".text").first.inner_text())
            self.assertNotRegex(look.page.content(), "[\u0001\u0007\u202e\u2067\ufeff\U000e0041]")

    def test_the_policy_forbids_scripts(self):
        with self.look(self.stories) as look:
            look.page.evaluate("() => { const s = document.createElement('script');"
                               "s.textContent = 'document.title = \"ran\"'; document.head.append(s); }")
            self.assertEqual(look.page.title(), "Meetings in the news")
            self.assertRegex(" ".join(look.complaints), "Content Security Policy")

    def test_the_marks_are_the_evidence(self):
        events = [json.loads(line) for line in extract("json", *STORIES).splitlines()]
        with self.look(self.stories) as look:
            stories = look.page.locator(".story")
            for number, path in enumerate(STORIES):
                article = json.loads(path.read_text(encoding="utf-8"))
                own = [event for event in events if event["article"]["id"] == article["id"]]
                story = stories.nth(number)
                self.assertEqual(story.locator(".event").count(), len(own))
                for index, event in enumerate(own):
                    self.expect_marked(story, index + 1, event)

    def expect_marked(self, story, number, event):
        """The pieces of each field, put together, are the words of the record."""
        pieces = "marks => marks.map(mark => [mark.title, mark.textContent])"
        marks = {
            "TITLE": story.locator("h2 mark").evaluate_all(pieces),
            "BODY": story.locator("p mark").evaluate_all(pieces),
        }
        for evidence in event["evidence"]:
            with self.subTest(f"{event['event_id']} {evidence['field']}"):
                field = re.escape(evidence["field"])
                pattern = re.compile(rf"(?:^|; ){number}: (?:[^;]*, )?{field}(?:,|;|$)")
                words = [text for title, text in marks[evidence["source"]] if pattern.search(title)]
                self.assertEqual("".join(words), evidence["quote"].replace("\n", ""))

    def test_a_meeting_that_is_looked_at_lights_up_its_evidence(self):
        color = "e => getComputedStyle(e).backgroundColor"
        with self.look(self.stories) as look:
            story = look.page.locator(".story").nth(1)
            own, others = story.locator(".text .m1").first, story.locator(".text .m2:not(.m1)").first
            look.page.emulate_media(reduced_motion="reduce")
            before = own.evaluate(color), others.evaluate(color)
            story.locator(".e1 .confidence").hover()
            look.page.wait_for_timeout(400)
            after = own.evaluate(color), others.evaluate(color)
            self.assertEqual(after, ("rgb(255, 216, 77)", "rgba(0, 0, 0, 0)"))
            self.assertNotIn(before[0], after)
            look.picture("looked-at", full_page=False)
            look.page.mouse.move(0, 0)
            story.locator(".e2 a").first.focus()
            look.page.wait_for_timeout(400)
            self.assertEqual(others.evaluate(color), "rgb(255, 216, 77)")

    def test_a_value_leads_to_its_words(self):
        with self.look(self.stories, "phone") as look:
            look.page.locator(".story").nth(0).locator(".jumps a").first.click()
            self.assertTrue(look.page.url.endswith("#a1e1"))
            link = look.page.locator("#a1e1 a.name").first
            link.click()
            target = look.page.locator("mark:target")
            self.assertEqual(target.text_content(), link.text_content())
            look.page.wait_for_timeout(1000)
            box = target.bounding_box()
            self.assertTrue(0 <= box["y"] <= 844 - box["height"], box)


if __name__ == "__main__":
    unittest.main(verbosity=2)
