#!/usr/bin/env python3
"""The Debian package: without a finding of lintian, and its settings and manual as the program has them.

    BUILD=build/release test_package.py

BUILD was built in already, or will be; booted.sh shows what the package does where it is installed.
"""
import hashlib
import os
import re
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ["BUILD"]


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600, **options)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def make():
    made = run(os.path.join(ROOT, "deploy/package.sh"), BUILD)
    if made.returncode != 0:
        raise AssertionError(made.stderr)
    return os.path.join(ROOT, made.stdout.splitlines()[-1])


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.package = make()
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        run("dpkg-deb", "--extract", cls.package, cls.folder.name)
        cls.program = os.path.join(cls.folder.name, "usr/bin/meetingd")

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def says(self, *arguments):
        done = run(self.program, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def settings_said_good(self, text):
        with tempfile.NamedTemporaryFile("w", suffix=".conf") as file:
            file.write(text)
            file.flush()
            done = run(self.program, "check", "--packs", "--config", file.name,
                       "--engine.lang_dir", self.path("usr/share/meetingd/lang"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("settings: good\n", done.stdout)

    def manual(self, name):
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(run("gzip", "-dc", self.path(f"usr/share/man/man{name[-1]}/{name}.gz")).stdout)
            file.flush()
            lint = run("mandoc", "-T", "lint", "-W", "warning", file.name)
            self.assertEqual((lint.returncode, lint.stdout), (0, ""))
            return re.sub(".\b", "", run("mandoc", "-T", "utf8", file.name).stdout)

    def test_lintian(self):
        done = run("lintian", "--no-cfg", "--allow-root", "--fail-on", "warning", self.package)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def test_what_is_in_it(self):
        for name in ("etc/meetingd/meetingd.conf", "usr/lib/sysusers.d/meetingd.conf",
                     "usr/lib/tmpfiles.d/meetingd.conf", "usr/lib/systemd/system/meetingd.service",
                     "usr/lib/systemd/system/meetingd@.service", "usr/share/doc/meetingd/copyright",
                     "usr/share/doc/meetingd/examples/alerts.yaml", "usr/share/doc/meetingd/examples/meetingd.json",
                     "usr/share/meetingd/schemas/meeting_event.avsc", "usr/share/meetingd/lang/en/pack.txt",
                     "usr/share/meetingd/lang/_template/pack.txt"):
            self.assertTrue(os.path.exists(self.path(name)), name)
        conffiles = run("dpkg-deb", "--info", self.package, "conffiles").stdout
        self.assertEqual(conffiles, "/etc/meetingd/meetingd.conf\n")

    def test_the_same_sources_make_the_same_package(self):
        before = digest(self.package)
        self.assertEqual(digest(make()), before)

    def test_every_setting_is_documented_and_commented_out(self):
        text = read(self.path("etc/meetingd/meetingd.conf"))
        table = re.findall(r"^\| `\[([\w.]+)\] (\w+)`", self.says("help", "--markdown"), re.M)
        self.assertGreater(len(table), 30)
        section, seen = None, []
        for line in text.splitlines():
            self.assertRegex(line, r"^(|#.*|\[[\w.]+\])$")
            if line.startswith("["):
                section = line[1:-1]
            elif re.match(r"#\w+ =", line):
                seen.append((section, line[1:].split(" =")[0]))
        self.assertEqual(seen, table)
        manual = self.manual("meetingd.conf.5")
        for section, key in table:
            self.assertRegex(manual, rf"(?m)^ +{key} =", f"[{section}]")

    def test_the_sample_is_taken_as_it_is_and_uncommented(self):
        text = read(self.path("etc/meetingd/meetingd.conf"))
        self.settings_said_good(text)
        self.settings_said_good(re.sub(r"(?m)^#([\w.]+ =)(?! *$)", r"\1", text))

    def test_the_manual_has_every_command_and_exit_status(self):
        manual = self.manual("meetingd.1")
        overview = self.says("help")
        commands = re.findall(r"^  (\w+) +\S", overview.split("Commands:\n")[1].split("\n\n")[0], re.M)
        self.assertGreater(len(commands), 7)
        for name in commands:
            self.assertRegex(manual, rf"(?m)^ +meetingd {name} ")
        for status, meaning in re.findall(r"^ +(\d+)  (.+)$", overview.split("Exit statuses:\n")[1], re.M):
            self.assertRegex(re.sub(r"\s+", " ", manual), re.escape(f" {status} {meaning}"))

    def test_version_and_date_are_those_of_the_changelog(self):
        changelog = read(os.path.join(ROOT, "deploy/debian/changelog"))
        version = re.match(r"meetingd \(([\d.]+)\)", changelog).group(1)
        self.assertEqual(self.says("version").splitlines()[0], f"meetingd {version}")
        self.assertEqual(run("dpkg-deb", "--field", self.package, "Version").stdout.strip(), version)
        stamp = re.search(r"(?m)^ -- .*>  (.+)$", changelog).group(1)
        day = run("date", "-u", "-d", stamp, "+%Y-%m-%d").stdout.strip()
        self.assertIn(f" {day} ", self.manual("meetingd.1").splitlines()[-1] + " ")


if __name__ == "__main__":
    unittest.main()
