#!/bin/sh
# Fetches a Java library and all that it needs from Maven Central, once: into FOLDER, which is
# complete when FOLDER/complete is there.
#
#     tests/jars.sh FOLDER GROUP:ARTIFACT:VERSION...
set -eu
folder=$1
shift
[ -e "$folder/complete" ] && exit 0

project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
{
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0">'
    echo '<modelVersion>4.0.0</modelVersion>'
    echo '<groupId>meetingd.tests</groupId><artifactId>jars</artifactId><version>1</version>'
    echo '<dependencies>'
    for library in "$@"; do
        echo "$library" | sed 's|\(.*\):\(.*\):\(.*\)|<dependency><groupId>\1</groupId>\
<artifactId>\2</artifactId><version>\3</version></dependency>|'
    done
    echo '</dependencies></project>'
} >"$project/pom.xml"
mkdir -p "$folder"
mvn -q -B -Dstyle.color=never -f "$project/pom.xml" dependency:copy-dependencies \
    -DoutputDirectory="$folder" >&2
touch "$folder/complete"
