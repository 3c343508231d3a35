#!/bin/sh
# Installs the Debian packages that deploy/packages.txt lists for the sections named:
#
#     deploy/install.sh build test
#
# As root, or with sudo.  Installs only what is missing, so it is quick the second time
# and needs no network then.
set -eu

list=$(dirname "$0")/packages.txt
wanted=$(for section in "$@"; do
    awk -v want="[$section]" '/^\[/ { on = $0 == want; next } on && NF && !/^#/' "$list"
done)

missing=
for package in $wanted; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || :) in
    installed) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "These packages are missing and need root or sudo to install:$missing" >&2
        exit 1
    fi
}

# Some of them are servers (prometheus): the tests start those that they need, and nobody else does.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    trap 'as_root rm -f $policy' EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
    as_root chmod 755 $policy
fi

echo "Installing:$missing"
for try in 1 2 3; do
    # A mirror that fails in part is no reason to stop: the packages may be there all the same.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || :
    # shellcheck disable=SC2086  # a list of words
    if as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
        exit 0
    fi
    sleep $((try * 3))
done
echo "apt-get could not install:$missing" >&2
exit 1
