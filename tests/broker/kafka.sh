#!/bin/bash
# kafka.sh -- a real Apache Kafka, one broker without ZooKeeper, for tests.
#
#   kafka.sh fetch            resolves its jars into the cache, once a version
#   kafka.sh start FOLDER     starts it with its data in FOLDER; prints HOST:PORT when it answers
#   kafka.sh stop FOLDER      stops it; start brings it back with its data, at the same place
#   kafka.sh kill FOLDER      the same, without a warning
#
# KAFKA_VERSION chooses the version (4.3.0); MEETINGD_CACHE the cache (~/.cache/meetingd).
# Needs Java 17, Maven and python3.  Listens on free ports of the loopback only.
set -euo pipefail

version=${KAFKA_VERSION:-4.3.0}
lib=${MEETINGD_CACHE:-$HOME/.cache/meetingd}/kafka-$version

fetch() {
    "$(dirname "$0")/../jars.sh" "$lib" \
        "org.apache.kafka:kafka_2.13:$version" org.slf4j:slf4j-simple:1.7.36
}

# Two free ports, found together so that they differ.
free_ports() {
    python3 -c 'import socket
s = [socket.socket() for _ in range(2)]
for x in s: x.bind(("127.0.0.1", 0))
print(*(x.getsockname()[1] for x in s))'
}

answers() { # host:port: does somebody listen there
    (exec 3<> "/dev/tcp/${1%:*}/${1#*:}") 2> /dev/null
}

properties() { # folder, port, controller's port
    cat <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$3
listeners=PLAINTEXT://127.0.0.1:$2,CONTROLLER://127.0.0.1:$3
advertised.listeners=PLAINTEXT://127.0.0.1:$2
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=$1/data
num.partitions=4
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
log.retention.ms=-1
log.message.timestamp.after.max.ms=9223372036854775807
group.min.session.timeout.ms=1000
auto.create.topics.enable=false
log.cleaner.backoff.ms=200
PROPERTIES
}

exec_kafka() { # class and its arguments, with the memory of a small broker
    exec java -Xmx512m -XX:TieredStopAtLevel=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
        -cp "$lib/*" "$@"
}

kafka() {
    (exec_kafka "$@")
}

set_up() { # folder: its properties, and its data formatted
    local port controller id
    read -r port controller <<< "$(free_ports)"
    properties "$1" "$port" "$controller" > "$1/server.properties"
    [ "${version%%.*}" -ge 4 ] || sed -i '/^share\./d' "$1/server.properties"
    id=$(kafka kafka.tools.StorageTool random-uuid 2> /dev/null)
    kafka kafka.tools.StorageTool format -t "$id" -c "$1/server.properties" >> "$1/log" 2>&1
    echo "127.0.0.1:$port" > "$1/address"
}

start() {
    local folder=$1 address
    fetch
    mkdir -p "$folder"
    [ -e "$folder/address" ] || set_up "$folder"
    address=$(cat "$folder/address")
    (exec_kafka kafka.Kafka "$folder/server.properties") >> "$folder/log" 2>&1 &
    echo $! > "$folder/pid"
    for _ in $(seq 300); do
        if answers "$address"; then
            echo "$address"
            return
        fi
        kill -0 "$(cat "$folder/pid")" 2> /dev/null || break
        sleep 0.1
    done
    tail -20 "$folder/log" >&2
    echo "kafka.sh: the broker did not start, see $folder/log" >&2
    return 1
}

stop() {
    local pid
    pid=$(cat "$1/pid")
    kill "$pid" 2> /dev/null || return 0
    for _ in $(seq 100); do
        kill -0 "$pid" 2> /dev/null || return 0
        sleep 0.1
    done
    kill -9 "$pid"
}

kill_at_once() {
    local pid
    pid=$(cat "$1/pid")
    kill -9 "$pid"
    while kill -0 "$pid" 2> /dev/null; do sleep 0.1; done
}

case ${1:-} in
fetch) fetch ;;
start) start "$2" ;;
stop) stop "$2" ;;
kill) kill_at_once "$2" ;;
*) sed -n '2,11s/^# \?//p' "$0" >&2; exit 2 ;;
esac
