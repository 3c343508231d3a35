"""meetingd as operators have it: its package in a booted Debian, its unit on a real Kafka.

    booted.py PACKAGE.deb ROOT BROKER FOLDER [NAME...]

ROOT is a Debian's root with what the package needs, BROKER the folder that broker/kafka.sh started a
broker in, FOLDER takes the logs.  A case is a function case_...; NAMEs choose those whose names contain
one of them.  Prints a line for each and "N passed, N failed" at the end.
"""
import json
import os
import re
import shutil
import socket
import sys
import time
import traceback
import urllib.request

from machine import Broken, Machine

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "broker"))
from world import World, article, expect, wait_until  # noqa: E402

UNIT = "meetingd.service"
CONF = "/etc/meetingd/meetingd.conf"
QUICK = "[Service]\nRestartSec=100ms\nWatchdogSec=8s\n"
# From systemd 253 on: it sends the signal itself, and waits until it is told that the reload is over.
RELOADED_BY_SIGNAL = "Type=notify-reload\nExecReload=\n"
SMALL_BATCHES = "[delivery]\nbatch_articles = 25\n"  # so that there is a middle to stop in
STATUS = r"\d+\.\d articles/s, \d+ behind in 4 partitions, \d+ delivered"
# What dpkg, the journal and the users' database keep of every package that was ever there.
REMAINS = re.compile(r"/(var/(lib/dpkg|log|cache)|etc/(passwd|group|g?shadow)-?$)")


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Operator:
    """One machine, one corner of the broker, and what an operator does with them."""

    def __init__(self, name, package, root, broker, folder):
        self.world = World(name, broker, None, folder)
        self.listen = f"127.0.0.1:{free_port()}"  # the network is the host's
        self.machine = Machine(name, root)
        self.log_path = os.path.join(folder, name + ".log")
        shutil.copy(package, self.machine.path("/meetingd.deb"))

    def install(self):
        done = self.machine.chroot("dpkg", "--install", "/meetingd.deb")
        expect(done.returncode == 0, f"not installed:\n{done.stdout}{done.stderr}")

    def settings(self, more=""):
        world = self.world
        self.machine.write(CONF, f"""
[kafka]
bootstrap.servers = {world.bootstrap}
sasl.password = credential:meetingd.sasl.password
[kafka.consumer]
session.timeout.ms = 3000
heartbeat.interval.ms = 500
[input]
topic = {world.articles}
group = {world.group}
[output]
topic = {world.events}
dead_letter_topic = {world.letters}
receipt_topic = {world.receipts}
[http]
listen = {self.listen}
{more}""")
        self.machine.write("/etc/credstore/meetingd.sasl.password", "not asked for\n", 0o600)

    def systemd(self):
        return int(re.search(r"systemd (\d+)", self.machine.chroot("systemctl", "--version").stdout).group(1))

    def drop_in(self, text):
        self.machine.write(f"/etc/systemd/system/{UNIT}.d/test.conf", text)

    def ready(self, more=""):
        """Booted, and the unit active."""
        self.settings(more)
        self.drop_in(QUICK + (RELOADED_BY_SIGNAL if self.systemd() >= 253 else ""))
        self.machine.boot()
        self.world.create_topics()
        self.systemctl("start")
        self.wait_active()

    def systemctl(self, *words):
        return self.machine.sh("systemctl", *words, UNIT)

    def show(self, name):
        return self.machine.show(UNIT, name)[name]

    def wait_active(self):
        wait_until(lambda: self.show("ActiveState") == "active", "the unit to be active")

    def wait_status(self, pattern):
        wait_until(lambda: re.search(pattern, self.show("StatusText")), f"STATUS to say {pattern}")

    def deliver(self, first, count):
        self.world.put(article(i) for i in range(first, first + count))
        wait_until(lambda: self.world.lag() == 0, "all articles to be committed")

    def metrics(self):
        with urllib.request.urlopen(f"http://{self.listen}/metrics", timeout=60) as reply:
            return reply.read().decode()

    def files(self):
        said = self.machine.sh("find", "/", "-xdev", "-path", "/tmp", "-prune", "-o", "-print")
        return {path for path in said.splitlines() if not REMAINS.match(path)}

    def tell(self):
        """What the machine says, where a case failed."""
        with open(self.log_path, "w", encoding="utf-8") as file:
            file.write(self.machine.journal("-o", "short-precise"))
        print(self.machine.sh("systemctl", "status", UNIT, check=False), file=sys.stderr)

    def close(self, good):
        try:
            if not good and self.machine.leader():
                self.tell()
        finally:
            self.world.close()
            self.machine.close()


def case_installed_and_purged(operator):
    machine = operator.machine
    machine.boot()
    before = operator.files()
    machine.sh("dpkg", "--install", "/meetingd.deb")
    expect(machine.sh("dpkg", "--verify", "meetingd") == "", "what was installed differs from the package")
    expect(machine.sh("stat", "-c", "%A %U:%G", "/etc/meetingd").strip() == "drwxr-x--- root:meetingd",
           "the settings are for root and the worker alone")
    expect(operator.show("ActiveState") == "inactive", "it was started before anyone said where the broker is")

    operator.settings()
    operator.world.create_topics()
    operator.systemctl("enable", "--now")
    operator.machine.sh("systemctl", "enable", "meetingd@2.service")
    operator.wait_active()
    first = operator.show("MainPID")
    machine.sh("dpkg", "--install", "/meetingd.deb")  # as an upgrade does
    wait_until(lambda: operator.show("MainPID") not in ("0", first), "the new program to be started")
    operator.wait_active()
    expect("credential:" in machine.sh("cat", CONF), "the operator's settings were overwritten")

    machine.sh("dpkg", "--purge", "meetingd")
    expect(operator.show("LoadState") == "not-found", "the unit is still there")
    expect(operator.show("MainPID") == "0", "the worker runs on")
    machine.sh("rm", "-r", "/etc/credstore")  # that was the operator's
    left = operator.files() - before
    expect(not left, f"left behind: {sorted(left)}")
    expect(not before - operator.files(), f"taken away: {sorted(before - operator.files())}")
    expect("meetingd" in machine.sh("id", "meetingd"), "the system user stays")


def case_works_and_is_seen(operator):
    operator.install()
    operator.ready()
    machine = operator.machine
    operator.deliver(0, 200)
    operator.wait_status("^" + STATUS.replace(r"\d+ behind", "0 behind").replace(r"\d+ del", "200 del") + "$")
    print(" " * 12, operator.show("StatusText"))
    operator.world.account(200)

    said = machine.journal("-u", UNIT, f"MEETINGD_TOPIC={operator.world.articles}", "-o", "json")
    entry = json.loads(said.splitlines()[0])
    expect(entry["MESSAGE"].startswith("started instance="), f"the journal has no such field: {said}")
    expect((entry["PRIORITY"], entry["MEETINGD_GROUP"]) == ("6", operator.world.group), f"fields: {entry}")

    said = machine.sh("systemd-analyze", "security", "--no-pager", UNIT)
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", said)
    print(" " * 12, exposure.group())
    expect(float(exposure.group(1)) <= 1.3, said)


def case_killed_and_hung(operator):
    operator.install()
    operator.ready(SMALL_BATCHES)
    world = operator.world
    world.put(article(i) for i in range(2000))
    wait_until(lambda: world.done() > 100, "the first articles to be committed")
    operator.systemctl("kill", "--signal=KILL")
    wait_until(lambda: operator.show("NRestarts") == "1", "a restart after the kill")
    operator.wait_active()
    wait_until(lambda: world.done() > 600, "the work to go on")
    expect(world.lag() > 0, "all was done before it hung")
    operator.systemctl("kill", "--signal=STOP")
    wait_until(lambda: operator.show("NRestarts") == "2", "the watchdog to bite")
    expect("Watchdog timeout" in operator.machine.journal("-u", UNIT), "it was restarted for another reason")
    operator.wait_active()
    wait_until(lambda: world.lag() == 0, "all articles to be committed")
    world.account(2000)


def case_reloaded(operator):
    pack, machine = "/etc/meetingd/lang/en/pack.txt", operator.machine
    operator.install()
    shutil.copytree(machine.path("/usr/share/meetingd/lang"), machine.path("/etc/meetingd/lang"))
    with open(machine.path(pack), encoding="utf-8") as file:
        text = file.read()
    operator.ready("[engine]\nlang_dir = /etc/meetingd/lang\n")
    operator.deliver(0, 20)

    def extractors():
        return sorted({r["extractor"].split()[-1] for r in operator.world.account(operator.world.done()).values()
                       if r["outcome"] == "EVENTS"})

    old = re.search(r"version *\| *(\S+)", text).group(1)
    new, changed = old + "-mine", re.sub(r"(version *\| *\S+)", r"\1-mine", text, count=1)
    expect(extractors() == ["en/" + old], f"{extractors()}")
    machine.write(pack, changed)
    operator.systemctl("reload")
    wait_until(lambda: "reloaded" in machine.journal("-u", UNIT, "-o", "cat"), "the reload to be over")
    operator.wait_status("^" + STATUS + "$")
    told = re.search(r'meetingd_pack_info.*language="en".*', operator.metrics()).group()
    expect(f'"{new}"' in told, f"the metrics tell of another pack: {told}")
    operator.deliver(20, 20)
    expect(extractors() == sorted(["en/" + old, "en/" + new]), f"the new pack is not used: {extractors()}")

    operator.settings("[engine]\nlang_dir = /etc/meetingd/lang\n[inptu]\ntopic = news\n")
    operator.systemctl("reload")
    operator.wait_status(r"; reload refused: /etc/meetingd/meetingd.conf:\d+: no section \[inptu\]")
    said = machine.journal("-u", UNIT, "-p", "err", "-o", "cat")
    expect("no section [inptu] (did you mean [input]?)" in said, f"the log does not say why: {said}")
    operator.settings("[engine]\nlang_dir = /etc/meetingd/lang\n")
    machine.write(pack, "nonsense\n")
    operator.systemctl("reload")
    operator.wait_status(r"; reload refused: language packs in /etc/meetingd/lang: en/pack.txt:1:1: ")
    operator.deliver(40, 20)
    expect(extractors() == sorted(["en/" + old, "en/" + new]), f"the old pack was not kept: {extractors()}")

    machine.write(pack, changed)
    operator.systemctl("reload")
    operator.wait_status("^" + STATUS + "$")
    expect((operator.show("ActiveState"), operator.show("NRestarts")) == ("active", "0"), "it was restarted")


def case_stopped_under_load(operator):
    operator.install()
    operator.ready(SMALL_BATCHES)
    world = operator.world
    world.put(article(i) for i in range(3000))
    wait_until(lambda: world.done() > 300, "the first articles to be committed")
    operator.systemctl("stop")
    ended = [operator.show(name) for name in ("ActiveState", "Result", "ExecMainStatus")]
    expect(ended == ["inactive", "success", "0"], f"the stop was not clean: {ended}")
    left = world.lag()
    expect(0 < left < 3000, f"it was not stopped in the middle: {left} left")
    world.account(3000 - left)
    operator.systemctl("start")
    wait_until(lambda: world.lag() == 0, "all articles to be committed")
    world.account(3000)


def case_broker_down_at_boot(operator):
    operator.install()
    operator.settings()
    operator.drop_in("[Service]\nTimeoutStartSec=3s\n")
    operator.machine.chroot("systemctl", "enable", UNIT)
    operator.world.create_topics()
    operator.world.kafka("stop")
    try:
        operator.machine.boot(("starting",))
        operator.wait_status("^waiting for Kafka: ")
        began = int(operator.show("InactiveExitTimestampMonotonic"))
        wait_until(lambda: time.clock_gettime(time.CLOCK_MONOTONIC) * 1e6 > began + 6e6,
                   "the time-out of the start to be over")
        state = [operator.show(name) for name in ("ActiveState", "NRestarts")]
        expect(state == ["activating", "0"], f"the start was given up: {state}")
    finally:
        operator.world.kafka("start")
    operator.wait_active()
    operator.deliver(0, 20)
    operator.world.account(20)


def case_two_instances(operator):
    """Two of one group on one host: each keeps its name, and they share the partitions."""
    operator.install()
    operator.settings(SMALL_BATCHES)
    operator.machine.write("/etc/meetingd/2.env", "MEETINGD_HTTP_LISTEN=\n")
    operator.machine.boot()
    operator.world.create_topics()
    units = ["meetingd@1.service", "meetingd@2.service"]
    operator.machine.sh("systemctl", "start", *units)
    for unit in units:
        wait_until(lambda: "behind in 2 partitions" in operator.machine.show(unit, "StatusText")["StatusText"],
                   f"{unit} to have half of the partitions")
        said = operator.machine.journal("-u", unit, "-o", "json")
        names = {json.loads(line).get("MEETINGD_INSTANCE") for line in said.splitlines()} - {None}
        expect([name[-2:] for name in names] == ["-" + unit[9]], f"{unit} is called {names}")
    operator.deliver(0, 400)
    operator.machine.sh("systemctl", "stop", *units)
    operator.world.account(400)


def case_wrong_settings(operator):
    operator.install()
    operator.settings("[inptu]\ntopic = news\n")
    operator.machine.boot()
    operator.machine.sh("systemctl", "start", UNIT, check=False)
    wait_until(lambda: operator.show("ActiveState") == "failed", "the unit to have failed for good")
    ended = [operator.show(name) for name in ("SubState", "ExecMainStatus", "NRestarts")]
    expect(ended == ["failed", "78", "0"], f"{ended}")
    said = operator.machine.journal("-u", UNIT, "-p", "err", "-o", "cat")
    expect("no section [inptu] (did you mean [input]?)" in said, f"the journal does not say why: {said}")


def run(name, case, *places):
    operator, good = None, False
    begun = time.monotonic()
    try:
        operator = Operator(name.replace("_", "-"), *places)
        case(operator)
        good = True
    except Exception:
        traceback.print_exc()
    finally:
        if operator:
            operator.close(good)
    print(f"{'ok' if good else 'FAIL':4} {time.monotonic() - begun:5.1f} s ", name.replace("_", " "), flush=True)
    return good


def main(package, root, broker, folder, *names):
    chosen = {n[5:]: case for n, case in sorted(globals().items())
              if n.startswith("case_") and (not names or any(part in n for part in names))}
    results = [run(name, case, package, root, broker, folder) for name, case in chosen.items()]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Broken as error:
        sys.exit(str(error))
