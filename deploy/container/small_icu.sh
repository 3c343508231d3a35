#!/bin/sh
# small_icu.sh ROOT: exchanges ICU's data library in ROOT, 31 MB of every language's calendars and
# collations, for one with what meetingd uses: normalisation, and the character sets in charsets.txt.
set -eu
root=$1
tables=$(dirname "$0")/charsets.txt
library=$(find "$root" -name 'libicudata.so.*')
name=$(basename "$library") # libicudata.so.76
data=icudt${name##*.}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The library is the data and nothing else: its one section of constants.
objcopy -O binary --only-section=.rodata "$library" "$work/${data}l.dat"
icupkg --list "$work/${data}l.dat" | sort >"$work/there"
sed 's/#.*//' "$tables" | awk 'NF { print $1 ".cnv" }' | sort >"$work/wanted"
if unknown=$(grep -vxFf "$work/there" "$work/wanted"); then
    echo "$tables: ICU ${name##*.} has no $unknown" >&2
    exit 1
fi
grep -E '\.nrm$|^cnvalias\.icu$' "$work/there" >>"$work/wanted"
# icupkg wants the names of both files so, and refuses to leave out what something kept needs.
grep -vxFf "$work/wanted" "$work/there" >"$work/unused.txt"
mkdir "$work/small"
icupkg --remove "$work/unused.txt" "$work/${data}l.dat" "$work/small/${data}l.dat"

cat >"$work/data.S" <<ASSEMBLY
    .section .rodata, "a"
    .globl ${data}_dat
    .type ${data}_dat, @object
    .balign 16
${data}_dat:
    .incbin "$work/small/${data}l.dat"
    .size ${data}_dat, . - ${data}_dat
    .section .note.GNU-stack, "", @progbits
ASSEMBLY
gcc -shared -nostdlib -Wl,-soname,"$name" -Wl,--build-id=none -o "$library" "$work/data.S"
strip "$library"
