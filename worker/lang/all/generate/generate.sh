#!/bin/sh
# Makes the data files of lang/all/lexicon/ that come from Debian packages, and checks them all.
#
# Needs python3, gettext, libgeonames0, libgeonames-common, unicode-cldr-core and iso-codes;
# installs nothing.  Building and running the program needs none of them.
set -eu
cd "$(dirname "$0")"

missing=
for need in /usr/bin/python3 /usr/bin/msgunfmt /usr/share/locale/fr/LC_MESSAGES/geonames.mo \
    /usr/share/unicode/cldr/common/main/fr.xml /usr/share/iso-codes/json/iso_3166-1.json; do
    [ -e "$need" ] || missing="$missing $need"
done
if [ -n "$missing" ]; then
    echo "missing:$missing" >&2
    echo "apt-get install python3 gettext libgeonames0 unicode-cldr-core iso-codes" >&2
    exit 1
fi

export PYTHONDONTWRITEBYTECODE=1
python3 country.py
python3 city.py  # last: it looks at the other files
python3 check.py
