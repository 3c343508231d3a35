#!/usr/bin/env python3
"""What the commands say and with which status they end, as a person at a terminal sees it.

    MEETINGD=build/meetingd test_commands.py
"""
import json
import os
import pty
import shutil
import subprocess
import tempfile
import unittest

MEETINGD = os.environ["MEETINGD"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ARTICLE = {
    "id": "a-1",
    "language": "en",
    "published_at": "2025-05-18",
    "title": "Caribbean farm ministers back regional seed bank",
    "body": "The 12th Meeting of Caribbean Agriculture Ministers was held on Saturday in Bridgetown, Barbados.",
}


def run(*arguments, stdin=None, environment=None):
    """Runs meetingd; variables of this machine that would be settings don't count."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("MEETINGD_")}
    own.update(environment or {})
    return subprocess.run(
        [MEETINGD, *arguments], input=stdin, capture_output=True, text=True, env=own, check=False, timeout=60
    )


class Folder:
    """A temporary folder with files in it, by name."""

    def __init__(self, **files):
        self.files = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        for name, content in self.files.items():
            path = self.path(name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        return self

    def path(self, name=""):
        return os.path.join(self.folder.name, name)

    def __exit__(self, *_):
        self.folder.cleanup()


class Usage(unittest.TestCase):
    def expect(self, arguments, status, message):
        result = run(*arguments)
        self.assertEqual((result.returncode, result.stdout, result.stderr), (status, "", message + "\n"))

    def test_unknown_command(self):
        self.expect(["extrat"], 2, "meetingd: no command 'extrat' (did you mean 'extract'?)")
        self.expect(["zzz"], 2, "meetingd: no command 'zzz' (`meetingd help` lists them)")

    def test_unknown_option(self):
        self.expect(["extract", "--ouput", "x"], 2, "meetingd: extract: no option --ouput (did you mean --output?)")
        self.expect(["extract", "-o"], 2, "meetingd: extract: no option --o (`meetingd help extract` lists them)")

    def test_option_without_value(self):
        self.expect(["extract", "--output"], 2, "meetingd: --output needs a value: --output FORM")

    def test_flag_with_value(self):
        self.expect(["schema", "show", "--fingerprint=x"], 2, "meetingd: --fingerprint takes no value")

    def test_operand_where_none_is_taken(self):
        self.expect(["version", "x"], 2, "meetingd: version takes no operands, such as 'x'")

    def test_extract_of_nothing(self):
        self.expect(
            ["extract"],
            2,
            "meetingd: extract: name files or folders, or - for standard input (`meetingd help extract` shows how)",
        )

    def test_wrong_output(self):
        self.expect(
            ["extract", "--output", "xml", "-"], 2, "meetingd: extract: --output xml: json, articles, annotations, html or ics"
        )

    def test_wrong_date(self):
        self.expect(
            ["extract", "--published", "yesterday", "-"],
            2,
            "meetingd: extract: --published yesterday: write it as 2025-04-27 or 2025-04-27T08:30:00+02:00",
        )

    def test_wrong_setting(self):
        self.expect(
            ["extract", "--input.topci", "x", "-"],
            78,
            "error: command line: no setting --input.topci (did you mean --input.topic?)",
        )

    def test_wrong_file(self):
        with Folder(wrong_conf="[input]\ntopci = x\n") as folder:
            path = folder.path("wrong.conf")
            self.expect(
                ["extract", "--config", path, "-"],
                78,
                f"error: {path}:2: no setting [input] topci (did you mean [input] topic?)",
            )

    def test_kubernetes_variables_only_warn(self):
        result = run("extract", "-", stdin="", environment={"MEETINGD_PORT_80_TCP": "tcp://10.0.0.1:80"})
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stderr, "warning: environment: MEETINGD_PORT_80_TCP names no setting\n")

    def test_missing_packs(self):
        result = run("extract", "--engine.lang_dir", "/nowhere", "-", stdin="")
        self.assertEqual(result.returncode, 78)
        self.assertIn("/nowhere", result.stderr)


class Help(unittest.TestCase):
    def test_every_command_explains_itself(self):
        listed = run("help").stdout.split("Commands:\n")[1].split("\n\n")[0]
        names = [line.split()[0] for line in listed.splitlines()]
        self.assertIn("run", names)
        for name in names:
            with self.subTest(name):
                by_help, by_option = run("help", name), run(name, "--help")
                self.assertEqual(by_help.returncode, 0)
                self.assertEqual(by_help.stdout, by_option.stdout)
                self.assertTrue(by_help.stdout.startswith(f"Usage: meetingd {name} [options]"))
                self.assertLessEqual(max(map(len, by_help.stdout.splitlines())), 100)

    def test_help_of_an_unknown_command(self):
        self.assertEqual(run("help", "rn").stderr, "meetingd: no command 'rn' (did you mean 'run'?)\n")

    def test_version(self):
        result = run("--version")
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.stdout, r"^meetingd \d+\.\d+\.\d+\nlanguage packs .*en.*\nlibrdkafka ")

    def test_readme_has_the_settings_as_they_are(self):
        with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as readme:
            self.assertIn(run("help", "--markdown").stdout, readme.read())

    def test_sample_file_is_accepted(self):
        sample = run("check", "--print-sample").stdout
        self.assertIn("\n#bootstrap.servers = localhost:9092\n", sample)
        opened = "".join(
            line[1:] if line.startswith("#") and not line.startswith("# ") else line
            for line in sample.splitlines(keepends=True)
        )
        for text in (sample, opened):
            with Folder(sample_conf=text) as folder:
                result = run("extract", "--config", folder.path("sample.conf"), "-", stdin="")
                self.assertEqual((result.returncode, result.stderr), (0, ""))


class Check(unittest.TestCase):
    def test_packs(self):
        result = run("check", "--packs")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertRegex(result.stdout, r"^settings: good\nlanguage packs: .*\nexamples: \d+, of which 0 fail")

    def test_what_no_example_touches(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(os.path.join(ROOT, "worker", "lang"), folder, dirs_exist_ok=True)
            lexicon = os.path.join(folder, "en", "lexicon", "weekday.txt")
            with open(lexicon, encoding="utf-8") as file:
                line = len(file.read().splitlines()) + 1
            with open(lexicon, "a", encoding="utf-8") as file:
                file.write("9 | herondays\n")
            result = run("check", "--packs", "--untouched", "--engine.lang_dir", folder)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        lines = result.stdout.splitlines()
        self.assertIn(f"en/lexicon/weekday.txt:{line}: no example touches '9'", lines)
        self.assertFalse([line for line in lines if line.startswith("en/lexicon/weekday.txt:") and "'1'" in line])
        self.assertTrue(any(line.startswith("all/lexicon/city.txt:") for line in lines))

    def test_every_problem_is_told(self):
        result = run("check", "--engine.lang_dir", "/nowhere", "--kafka.bootstrap.servers", "127.0.0.1:1")
        self.assertEqual(result.returncode, 78)
        packs, broker = result.stderr.splitlines()
        self.assertTrue(packs.startswith("error: /nowhere: "), packs)
        self.assertRegex(
            broker, r"^error: \[kafka\] bootstrap.servers = 127.0.0.1:1: no broker answers there \(.*Connection refused"
        )


class Schema(unittest.TestCase):
    def test_show_prints_the_file(self):
        for name, file in (("event", "meeting_event.avsc"), ("receipt", "article_receipt.avsc")):
            with open(os.path.join(ROOT, "schemas", file), encoding="utf-8") as schema:
                self.assertEqual(run("schema", "show", name).stdout, schema.read())

    def test_usage(self):
        self.assertEqual(run("schema").returncode, 2)
        self.assertEqual(run("schema", "show", "x").stderr, "meetingd: schema: no schema 'x': event or receipt\n")


class Extract(unittest.TestCase):
    def ids(self, result):
        return [json.loads(line)["id"] for line in result.stdout.splitlines()]

    def test_file(self):
        with Folder(story_json=json.dumps(ARTICLE)) as folder:
            result = run("extract", "--output", "articles", folder.path("story.json"))
            self.assertEqual((result.returncode, self.ids(result), result.stderr), (0, ["a-1"], ""))

    def test_json_is_one_event_a_line(self):
        result = run("extract", "-", stdin=json.dumps(ARTICLE) + "\n")
        events = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual([event["article"]["id"] for event in events], ["a-1"] * len(events))
        self.assertEqual([event["start"] for event in events], ["2025-05-17"])

    def test_text_file_takes_its_name_as_id(self):
        with Folder(story_txt=ARTICLE["body"]) as folder:
            result = run("extract", "--output", "articles", "--language", "en", folder.path("story.txt"))
            self.assertEqual(self.ids(result), ["story"])

    def test_json_without_id_takes_the_files_name(self):
        with Folder(story_json=json.dumps({"body": ARTICLE["body"]})) as folder:
            self.assertEqual(self.ids(run("extract", "--output", "articles", folder.path("story.json"))), ["story"])

    def test_folder_is_walked_by_name(self):
        text = ARTICLE["body"]
        with Folder(b_txt=text, a__z_txt=text, c_html=f"<p>{text}</p>", notes_md="x", a__b__y_txt=text) as folder:
            result = run("extract", "--output", "articles", "--language", "en", folder.path())
            self.assertEqual((result.returncode, self.ids(result)), (0, ["y", "z", "b", "c"]))

    def test_lines(self):
        lines = "".join(json.dumps({**ARTICLE, "id": f"l-{i}"}) + "\n\n" for i in range(3))
        with Folder(many_ndjson=lines, more_jsonl=lines.rstrip("\n")) as folder:
            result = run("extract", "--output", "articles", folder.path("many.ndjson"), folder.path("more.jsonl"))
            self.assertEqual(self.ids(result), ["l-0", "l-1", "l-2"] * 2)

    def test_what_fails_is_reported_and_the_rest_goes_on(self):
        lines = json.dumps({**ARTICLE, "id": "l-1"}) + "\n{\"body\": 7\n" + json.dumps({**ARTICLE, "id": "l-3"}) + "\n"
        with Folder(many_ndjson=lines) as folder:
            result = run("extract", "--output", "articles", folder.path("missing.json"), folder.path("many.ndjson"))
            self.assertEqual((result.returncode, self.ids(result)), (1, ["l-1", "l-3"]))
            first, second = result.stderr.splitlines()
            self.assertEqual(first, f"meetingd: {folder.path('missing.json')}: No such file or directory")
            self.assertTrue(second.startswith(f"meetingd: {folder.path('many.ndjson')}:2: "), second)

    def test_text_option(self):
        result = run("extract", "--text", ARTICLE["body"], "--language", "en", "--published", "2025-05-18")
        self.assertEqual([json.loads(line)["start"] for line in result.stdout.splitlines()], ["2025-05-17"])

    def test_other_languages_are_passed_over(self):
        article = {"id": "x", "language": "tlh", "body": "nuqneH. Qapla'. tlhIngan maH taHjaj."}
        result = run("extract", "--output", "articles", "-", stdin=json.dumps(article))
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stdout, '{"id":"x","events":[]}\n')
        self.assertIn("passed over 1 article", result.stderr)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            result = subprocess.run(
                [MEETINGD, "extract", "-"], input=json.dumps(ARTICLE).encode(), stdout=full, stderr=subprocess.PIPE, check=False
            )
        self.assertEqual(result.returncode, 74)
        self.assertIn(b"No space left on device", result.stderr)

    def test_annotations(self):
        result = run("extract", "--output", "annotations", "-", stdin=json.dumps(ARTICLE))
        (line,) = map(json.loads, result.stdout.splitlines())
        texts = {"TITLE": ARTICLE["title"], "BODY": ARTICLE["body"]}
        self.assertEqual(line["id"], "a-1")
        self.assertIn("DATE", {annotation["kind"] for annotation in line["annotations"]})
        for annotation in line["annotations"]:
            text = texts[annotation["source"]][annotation["begin"] : annotation["end"]]
            self.assertEqual(annotation["text"], text)


class Demo(unittest.TestCase):
    def test_ends_by_itself_with_its_meetings(self):
        result = run("demo")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("12 articles in the topic 'articles'", result.stdout)
        self.assertNotIn("\033", result.stdout)
        for line in (
            "  what      9e réunion des ministres des Affaires étrangères Japon-Mékong",
            "            Haruto Kanda (JP) ministre japonais des Affaires étrangères",
            "  where     Vientiane (LA) “Vientiane, au Laos”",
            "  when      2025-09-27 “samedi”",
        ):
            self.assertIn(line + "\n", result.stdout)

    def test_colours_on_a_terminal_only(self):
        def on_terminal(environment):
            main, other = pty.openpty()
            process = subprocess.Popen(
                [MEETINGD, "demo"], stdout=other, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
            )
            os.close(other)
            output = b""
            try:
                while chunk := os.read(main, 65536):
                    output += chunk
            except OSError:
                pass  # how the end of a terminal reads
            os.close(main)
            self.assertEqual(process.wait(), 0)
            return output

        self.assertIn(b"\033[1m", on_terminal({"NO_COLOR": ""}))
        self.assertNotIn(b"\033", on_terminal({"NO_COLOR": "1"}))


if __name__ == "__main__":
    unittest.main(verbosity=2)
