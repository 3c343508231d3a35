#!/usr/bin/env python3
"""The systemd units: without a fault, shut off from the system, and alike.

    MEETINGD=build/meetingd test_units.py
"""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
UNITS = ("meetingd.service", "meetingd@.service")
WORST = 13  # tenths of the exposure that systemd-analyze security tells


def unit_path(name):
    return os.path.join(ROOT, "deploy/systemd", name)


def lines(name):
    with open(unit_path(name), encoding="utf-8") as unit:
        return unit.read().splitlines()


class Units(unittest.TestCase):
    def setUp(self):
        """A root with the program, its user and its units where the package puts them."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        units = os.path.join(self.root, "usr/lib/systemd/system")
        for path in (units, os.path.join(self.root, "usr/bin"), os.path.join(self.root, "bin"), os.path.join(self.root, "etc")):
            os.makedirs(path)
        shutil.copy(os.environ["MEETINGD"], os.path.join(self.root, "usr/bin/meetingd"))
        shutil.copy("/bin/sh", os.path.join(self.root, "bin/sh"))
        # What ours refer to: the verifier has to find them, but judges them as well.
        for target in ("network-online", "multi-user", "sysinit", "basic", "shutdown", "sockets", "slices"):
            with open(os.path.join(units, target + ".target"), "w", encoding="ascii") as file:
                file.write(f"[Unit]\nDescription={target}\n")
        for name in UNITS:
            shutil.copy(unit_path(name), units)

    def verify(self, name):
        return subprocess.run(
            ["systemd-analyze", "--man=no", f"--root={self.root}", "verify", name],
            capture_output=True, text=True, check=False, timeout=60,
        )

    def test_verify(self):
        # The verifier exits with 0 in spite of unknown keys and bad values: what it says counts.
        for name in ("meetingd.service", "meetingd@1.service"):
            with self.subTest(name):
                result = self.verify(name)
                self.assertEqual((result.returncode, result.stdout + result.stderr), (0, ""))

    def test_verify_sees_what_is_wrong(self):
        path = os.path.join(self.root, "usr/lib/systemd/system/meetingd.service")
        with open(path, encoding="utf-8") as unit:
            text = unit.read()
        with open(path, "w", encoding="utf-8") as unit:
            unit.write(text.replace("NoNewPrivileges=", "NoNewPriviledges="))
        result = self.verify("meetingd.service")
        self.assertIn("NoNewPriviledges", result.stdout + result.stderr)

    def test_security(self):
        for name in UNITS:
            with self.subTest(name):
                result = subprocess.run(
                    ["systemd-analyze", "security", "--offline=true", f"--threshold={WORST}", unit_path(name)],
                    capture_output=True, text=True, check=False, timeout=60,
                )
                self.assertEqual(result.returncode, 0, result.stdout)
                print(re.search("Overall exposure.*", result.stdout).group())

    def test_each_line_that_shuts_off_has_its_reason(self):
        for name in UNITS:
            text = lines(name)
            start = next(i for i, line in enumerate(text) if line.startswith("# What it may do"))
            block = text[start + 1 : text.index("[Install]")]
            self.assertTrue(block[0].startswith("# -- "), block[0])
            for line, after in zip(block, block[1:]):
                if line.startswith("#"):
                    self.assertTrue(after, f"{name}: a reason without a line: {line}")

    def test_what_needs_a_person_is_not_started_again(self):
        with open(os.path.join(ROOT, "worker/command/command.h"), encoding="utf-8") as file:
            text = file.read()
        wanted = " ".join(re.search(rf"EXIT_{name} = (\d+)", text).group(1) for name in ("DENIED", "CONFIG"))
        for name in UNITS:
            self.assertIn(f"RestartPreventExitStatus={wanted}", lines(name))

    def test_both_units_are_shut_off_alike(self):
        blocks = []
        for name in UNITS:
            text = lines(name)
            blocks.append(text[text.index("User=meetingd") :])
        self.assertEqual(*blocks)


if __name__ == "__main__":
    unittest.main()
