#!/usr/bin/env python3
"""The container image: small, bare, the same each time, and at work on a real Kafka.

    test_image.py        as root, with a Python that has tests/requirements.txt
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests/broker"))
from world import World, wait_until  # noqa: E402  (its place is known only now)

FIRST, AGAIN = "localhost/meetingd-test:first", "localhost/meetingd-test:again"
LARGEST = 40_000_000  # bytes of all its files
# As hard as a cluster has it; the limits are there because runc may not raise what this machine has.
RUN = ("podman", "--runtime", "runc", "run", "--network", "host", "--read-only", "--cap-drop", "all",
       "--security-opt", "no-new-privileges", "--memory", "512m", "--no-healthcheck",
       "--ulimit", "nofile=1024:4096", "--ulimit", "nproc=1024:1024")
ARTICLE = {"id": "image-1", "language": "en", "published_at": "2025-06-04",
           "body": "Kaarel Tamm met Ines Valadares in Lisbon on Tuesday."}


def run(*command, status=0, **options):
    result = subprocess.run(command, capture_output=True, check=False, timeout=900, **options)
    if status is not None and result.returncode != status:
        raise AssertionError(f"{command} ended with {result.returncode}:\n"
                             f"{(result.stdout + result.stderr).decode()[-3000:]}")
    return result


def inspect(name):
    return json.loads(run("buildah", "inspect", "--type", "image", name).stdout)


def build(name, *options):
    run(os.path.join(ROOT, "deploy/container/build.sh"), name, *options)


def setUpModule():
    build(FIRST)


class Image(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.container = run("buildah", "from", FIRST).stdout.decode().strip()
        cls.files = run("buildah", "mount", cls.container).stdout.decode().strip()
        cls.addClassCleanup(run, "buildah", "rm", cls.container)

    def paths(self):
        for folder, _, names in os.walk(self.files):
            for name in names:
                yield os.path.join(folder, name)

    def test_size(self):
        size = sum(os.lstat(path).st_size for path in self.paths())
        print(f"image: {size / 1e6:.1f} MB", file=sys.stderr)
        self.assertLess(size, LARGEST)

    def test_nothing_but_the_program_can_be_run(self):
        programs = [path[len(self.files):] for path in self.paths()
                    if os.access(path, os.X_OK) and not re.search(r"\.so[.0-9]*$", path)]
        self.assertEqual(programs, ["/usr/bin/meetingd"])
        for path in self.paths():
            self.assertEqual(os.lstat(path).st_mode & 0o6000, 0, f"{path} takes another user's rights")

    def test_the_same_sources_make_the_same_image(self):
        build(AGAIN, "--build-arg", "AGAIN=1")
        self.assertEqual(inspect(FIRST)["FromImageID"], inspect(AGAIN)["FromImageID"])

    def test_user_and_health_check(self):
        told = inspect(FIRST)["Docker"]["config"]
        self.assertEqual(told["User"], "65532:65532")
        self.assertEqual(told["Healthcheck"]["Test"][-2:], ["/usr/bin/meetingd", "health"])

    def test_character_sets(self):
        """Each that charsets.txt promises is there: ICU's own data stayed behind."""
        with open(os.path.join(ROOT, "deploy/container/charsets.txt"), encoding="ascii") as file:
            names = [row.split()[1] for row in file if re.match(r"[^#\s]\S* +\S", row)]
        self.assertGreater(len(names), 30)
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        os.chmod(folder, 0o755)
        for name in names:
            with open(os.path.join(folder, f"{name}.html"), "w", encoding="ascii") as page:
                page.write(f"<html><head><meta charset={name}></head><body><p>Kaarel Tamm met "
                           "Ines Valadares in Lisbon.</p></body></html>")
        result = run(*RUN, "--rm", "--volume", f"{folder}:/articles:ro", FIRST, "extract",
                     "--language", "en", "--output", "articles", "/articles", status=None)
        self.assertEqual((result.returncode, result.stderr.decode()), (0, ""))
        self.assertEqual(result.stdout.decode().count('"name":"Kaarel Tamm"'), len(names))


class AtWork(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.kafka = os.path.join(self.folder, "kafka")
        script = os.path.join(ROOT, "tests/broker/kafka.sh")
        subprocess.run([script, "start", self.kafka], check=True, stdout=subprocess.DEVNULL)
        self.addCleanup(subprocess.run, [script, "stop", self.kafka], check=True)
        self.world = World("image", self.kafka, None, self.folder)
        self.addCleanup(self.world.close)
        self.world.create_topics()

    def test_article_to_event(self):
        """The worker in its container: an event comes out, it is well, and it ends when told to."""
        world, name = self.world, "meetingd-test"
        settings = {
            "kafka.bootstrap.servers": world.bootstrap, "kafka.instance": "image",
            "input.topic": world.articles, "input.group": world.group, "output.topic": world.events,
            "output.dead_letter_topic": world.letters, "output.receipt_topic": world.receipts,
            "http.listen": "127.0.0.1:19404",
        }
        arguments = [word for key, value in settings.items() for word in (f"--{key}", value)]
        run(*RUN, "--detach", "--name", name, FIRST, "run", *arguments)
        self.addCleanup(run, "podman", "--runtime", "runc", "rm", "--force", name)
        world.put([json.dumps(ARTICLE)])
        wait_until(lambda: world.read(world.events), "an event from the worker in the container")
        for question in (("health",), ("health", "--ready")):
            run("podman", "--runtime", "runc", "exec", name, "/usr/bin/meetingd", *question,
                "--http.listen", "127.0.0.1:19404")
        run("podman", "--runtime", "runc", "stop", "--time", "60", name)
        ended = json.loads(run("podman", "inspect", name).stdout)[0]["State"]
        self.assertEqual(ended["ExitCode"], 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
