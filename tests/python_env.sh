#!/bin/sh
# Makes the Python environment that tests need, once: tests/requirements.txt from PyPI.
#
#     tests/python_env.sh FOLDER
set -eu
folder=$1
wanted=$(dirname "$0")/requirements.txt

if cmp -s "$wanted" "$folder/installed.txt"; then
    exit 0
fi
python3 -m venv --clear "$folder"
"$folder/bin/pip" --quiet install --disable-pip-version-check -r "$wanted"
cp "$wanted" "$folder/installed.txt"
