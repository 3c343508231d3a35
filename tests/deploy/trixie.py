"""The same sources in a Debian 13: gcc 14, librdkafka 2.8.0, systemd 257.  They build, the stream tests
pass, and the package works in a booted one.

    trixie.py FOLDER

FOLDER takes the roots and the build.  As root.
"""
import glob
import os
import re
import subprocess
import sys

from machine import Broken, Machine, make_root

SOURCES = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TESTS = ["libcmocka-dev", "libjansson-dev", "python3", "dpkg-dev", "file"]


def build_packages():
    with open(os.path.join(SOURCES, "deploy/packages.txt"), encoding="utf-8") as file:
        section = re.search(r"^\[build\]\n(.*?)(?=^\[|\Z)", file.read(), re.M | re.S).group(1)
    return [line for line in section.splitlines() if line and not line.startswith("#")]


def run(machine, build, *command):
    done = machine.chroot(f"--bind-ro={SOURCES}:/src", f"--bind={build}:/build", "--chdir=/build", *command)
    print(done.stdout[-20000:] + done.stderr[-4000:], flush=True)
    return done.returncode


def boot(build):
    package, = glob.glob(os.path.join(build, "*.deb"))
    told = dict(os.environ, RELEASE="trixie", PACKAGE=package)
    return subprocess.run([os.path.join(SOURCES, "tests/deploy/booted.sh"), build, "works", "reloaded"],
                          env=told, check=False).returncode


def main(folder):
    folder = os.path.abspath(folder)
    root, build = (os.path.join(folder, name) for name in ("debian-trixie-build", "trixie"))
    os.makedirs(build, exist_ok=True)
    make_root("trixie", root, build_packages() + TESTS)
    programs = [os.path.basename(path)[:-2] for path in glob.glob(os.path.join(SOURCES, "tests/stream/test_*.c"))]
    machine = Machine("trixie", root)
    try:
        return (run(machine, build, "cmake", "-S", "/src", "-B", "/build", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                    "-DPACKAGE=ON", "-DCMAKE_INSTALL_PREFIX=/usr")
                or run(machine, build, "cmake", "--build", "/build", "--target", "meetingd", "package_files", *programs)
                or run(machine, build, "/build/meetingd", "version")
                or run(machine, build, "ctest", "-L", "stream", "--output-on-failure", "--timeout", "300",
                       "-j", str(os.cpu_count()))
                or run(machine, build, "sh", "-c", "rm -f *.deb && cpack")
                or boot(build))
    finally:
        machine.close()


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Broken as error:
        sys.exit(str(error))
