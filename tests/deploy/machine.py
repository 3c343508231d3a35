"""A Debian that boots: a root made by mmdebstrap, below a layer that is thrown away, run by systemd-nspawn.

    root (shared, never written)  +  layer (a tmpfs)  -->  folder  -->  systemd as PID 1

Its network is the host's, so that it reaches what listens on the loopback there.  Needs root.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

PATIENCE = 120  # seconds: what does not happen by then will not
LONG_PATIENCE = 3600  # for what is not waited for, but done
BOOTED = ("running", "degraded")
REGISTER = "/run/systemd/nspawn"


class Broken(Exception):
    """This machine can't run machines, or one of them does not do what it must."""


def make_root(release, folder, packages):
    """Makes a root of that Debian with the packages, unless the same one is there already."""
    stamp = os.path.join(folder + ".packages")
    wanted = " ".join(sorted(packages))
    if os.path.exists(stamp):
        with open(stamp, encoding="utf-8") as file:
            if file.read() == wanted:
                return
        os.remove(stamp)
    shutil.rmtree(folder, ignore_errors=True)
    command = ["mmdebstrap", "--quiet", "--variant=minbase", "--include=" + ",".join(sorted(packages)), release, folder]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise Broken(f"mmdebstrap could not make a root of {release}:\n{made.stderr[-2000:]}")
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(wanted)


def own_groups(name):
    """Control groups of its own: machines that share one break each other."""
    found = []
    with open("/proc/self/cgroup", encoding="ascii") as file:
        for line in file:
            _, names, path = line.strip().split(":", 2)
            hierarchy = names.removeprefix("name=") or "unified"
            base = os.path.join("/sys/fs/cgroup", hierarchy)
            if not names and not os.path.isdir(base):
                base = "/sys/fs/cgroup"
            if hierarchy in ("systemd", "unified", "pids", "memory") and os.path.isdir(base):
                found.append(os.path.join(base, path.strip("/"), name))
    return found


class Machine:
    def __init__(self, name, root):
        self.name = f"meetingd-{name}-{os.getpid()}"
        self.place = tempfile.mkdtemp(prefix="meetingd-machine-")
        self.folder = os.path.join(self.place, "root")
        self.process = None
        self.groups = own_groups(self.name)
        layer = os.path.join(self.place, "layer")
        for path in (self.folder, layer):
            os.mkdir(path)
        self.mount("tmpfs", layer, "-t", "tmpfs")
        for part in ("upper", "work"):
            os.mkdir(os.path.join(layer, part))
        self.mount("overlay", self.folder, "-t", "overlay", "-o",
                   f"lowerdir={root},upperdir={layer}/upper,workdir={layer}/work")

    @staticmethod
    def mount(what, where, *options):
        done = subprocess.run(["mount", *options, what, where], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Broken(f"this machine can't mount {what}, which booting another takes: {done.stderr}")

    def path(self, inside):
        return os.path.join(self.folder, inside.lstrip("/"))

    def write(self, inside, text, mode=0o644):
        os.makedirs(os.path.dirname(self.path(inside)), exist_ok=True)
        with open(self.path(inside), "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(self.path(inside), mode)

    def nspawn(self, *options):
        os.makedirs(REGISTER, exist_ok=True)
        if not os.path.ismount(REGISTER):
            self.mount("tmpfs", REGISTER, "-t", "tmpfs", "-o", "mode=755")
        for group in self.groups:
            os.makedirs(group, exist_ok=True)
        join = 'while [ "$1" != -- ]; do echo $$ > "$1/cgroup.procs"; shift; done; shift; exec setsid "$@"'
        return ["sh", "-c", join, "join", *self.groups, "--", "systemd-nspawn", "--quiet", "-D", self.folder,
                "-M", self.name, "--register=no", "--keep-unit", *options]

    def chroot(self, *command):
        """Runs a command in the root while nothing is booted there; nspawn's options may stand before it."""
        return subprocess.run(self.nspawn("--pipe", *command), capture_output=True, text=True, check=False,
                              stdin=subprocess.DEVNULL, timeout=LONG_PATIENCE)

    def boot(self, states=BOOTED):
        log = os.path.join(self.place, "boot.log")
        with open(log, "wb") as file:
            self.process = subprocess.Popen(self.nspawn("--boot", "--kill-signal=SIGRTMIN+3"),
                                            stdin=subprocess.DEVNULL, stdout=file, stderr=file)
        end = time.monotonic() + PATIENCE
        while self.state() not in states:
            if self.process.poll() is not None or time.monotonic() > end:
                with open(log, encoding="utf-8", errors="replace") as file:
                    raise Broken(f"systemd-nspawn does not boot here:\n{file.read()[-3000:]}")
            time.sleep(0.1)

    def state(self):
        return self.sh("systemctl", "is-system-running", check=False).strip() if self.leader() else None

    def leader(self):
        """The PID, on this side, of systemd in there."""
        if not self.process:
            return None
        pid = self.process.pid
        try:
            with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
                return (file.read().split() or [None])[0]
        except OSError:
            return None

    def sh(self, *command, check=True):
        """Runs a command in the booted machine, and returns what it printed."""
        done = subprocess.run(["nsenter", "-t", self.leader(), "-a", *command], text=True, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)
        if check and done.returncode != 0:
            raise Broken(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def show(self, unit, *properties):
        """{"SubState": "running", ...}"""
        said = self.sh("systemctl", "show", unit, *(f"-p{name}" for name in properties))
        return dict(line.split("=", 1) for line in said.splitlines())

    def journal(self, *arguments):
        return self.sh("journalctl", "--no-pager", "-b", *arguments, check=False)

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        for group in self.groups:
            for path, _, _ in sorted(os.walk(group), reverse=True):
                try:
                    os.rmdir(path)
                except OSError:
                    pass  # still being emptied: harmless, and another run takes it up
        for path in (self.folder, os.path.join(self.place, "layer")):
            subprocess.run(["umount", "-R", "--lazy", path], check=False, stderr=subprocess.DEVNULL)
        shutil.rmtree(self.place, ignore_errors=True)


def main(release, folder, package):
    """Makes a root with what the package depends on, and a boot."""
    told = subprocess.run(["dpkg-deb", "--field", package, "Depends"], capture_output=True, text=True, check=True)
    needs = {each.split("|")[0].split("(")[0].strip() for each in told.stdout.split(",")}
    make_root(release, folder, needs | {"systemd-sysv"})


if __name__ == "__main__":
    main(*sys.argv[1:])
