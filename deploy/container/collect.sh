#!/bin/sh
# collect.sh ROOT: puts what /usr/bin/meetingd in ROOT needs to run beside it: libraries, certificates
# of authorities, a user.  Run by the Containerfile, on the machine that built the program.
set -eu
root=$1
here=$(dirname "$0")

# Where the loader looks for each library is where it goes.
ldd "$root/usr/bin/meetingd" | awk '/=> \//{print $3} /^\t\/lib64/{print $1}' | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
done

"$here/small_icu.sh" "$root"

# Nobody writes a language pack in an image without a shell: what is there for those who do stays
# behind.  The lists of all/ keep their comments, which name sources and licences.
lang=$root/usr/share/meetingd/lang
rm -r "$lang/_template" "$lang/README.md"
find "$lang" -path "$lang/all" -prune -o -name '*.txt' -exec sed -i '/^#/d' {} +

mkdir -p "$root/etc/ssl/certs" "$root/tmp"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
chmod 1777 "$root/tmp"
echo 'meetingd:x:65532:65532:meetingd:/:/usr/sbin/nologin' >"$root/etc/passwd"
echo 'meetingd:x:65532:' >"$root/etc/group"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"

# The same sources give the same image, whenever it is made.
find "$root" -exec touch -h -d @"${SOURCE_DATE_EPOCH:-0}" {} +
