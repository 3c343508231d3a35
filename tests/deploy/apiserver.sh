#!/bin/bash
# apiserver.sh -- a real Kubernetes API server with its etcd, on the loopback, without a node: it
# judges manifests as a cluster does.
#
#   apiserver.sh fetch            builds kube-apiserver and kubectl into the cache, once a version
#   apiserver.sh start FOLDER     starts both with their data in FOLDER; prints the server's address
#   apiserver.sh kubectl FOLDER ARGUMENT...
#   apiserver.sh stop FOLDER
#
# Needs Go 1.26 or later and etcd.  Built in about five minutes, with 4 GB of Go's caches.
set -euo pipefail

version=1.36.3
cache=${MEETINGD_CACHE:-$HOME/.cache/meetingd}/kubernetes-$version

# Kubernetes is built from its module; its staging modules have the same version under 0.
module() {
    echo 'module meetingd.tests/kubernetes'
    echo 'go 1.26.0'
    echo "require k8s.io/kubernetes v$version"
    go mod download -json "k8s.io/kubernetes@v$version" |
        sed -n 's/^\t"GoMod": "\(.*\)",$/\1/p' | xargs cat |
        sed -n "s|^\t*\(k8s.io/[a-z-]*\) => ./staging/.*|replace \1 => \1 v0${version#1}|p"
}

fetch() {
    [ ! -e "$cache/complete" ] || return 0
    local work
    work=$(mktemp -d)
    mkdir -p "$cache"
    (
        cd "$work"
        module >go.mod
        cat >tools.go <<GO
//go:build tools

package tools

import (
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
	_ "k8s.io/kubernetes/cmd/kubectl"
)
GO
        GOFLAGS=-mod=mod go mod tidy
        go build -ldflags '-s -w' -o "$cache/kube-apiserver" k8s.io/kubernetes/cmd/kube-apiserver
        go build -ldflags '-s -w' -o "$cache/kubectl" k8s.io/kubernetes/cmd/kubectl
    ) >&2
    rm -rf "$work"
    touch "$cache/complete"
}

# As many free ports as asked for, found together so that they differ.
free_ports() {
    python3 -c 'import socket, sys
s = [socket.socket() for _ in range(int(sys.argv[1]))]
for x in s: x.bind(("127.0.0.1", 0))
print(*(x.getsockname()[1] for x in s))' "$1"
}

start() {
    local folder=$1 client peer secure
    fetch
    mkdir -p "$folder"
    read -r client peer secure <<<"$(free_ports 3)"
    openssl genrsa -out "$folder/sa.key" 2048 2>/dev/null
    openssl rsa -in "$folder/sa.key" -pubout -out "$folder/sa.pub" 2>/dev/null
    echo 'token,admin,1,"system:masters"' >"$folder/tokens.csv"
    etcd --data-dir "$folder/etcd" --log-level error \
        --listen-client-urls "http://127.0.0.1:$client" \
        --advertise-client-urls "http://127.0.0.1:$client" \
        --listen-peer-urls "http://127.0.0.1:$peer" \
        --initial-advertise-peer-urls "http://127.0.0.1:$peer" \
        --initial-cluster "default=http://127.0.0.1:$peer" >>"$folder/log" 2>&1 &
    echo $! >"$folder/etcd.pid"
    "$cache/kube-apiserver" --etcd-servers="http://127.0.0.1:$client" \
        --secure-port="$secure" --bind-address=127.0.0.1 --advertise-address=127.0.0.1 \
        --cert-dir="$folder/certificates" --service-account-issuer=https://meetingd.invalid \
        --service-account-key-file="$folder/sa.pub" \
        --service-account-signing-key-file="$folder/sa.key" \
        --token-auth-file="$folder/tokens.csv" --authorization-mode=RBAC \
        --service-cluster-ip-range=10.0.0.0/24 >>"$folder/log" 2>&1 &
    echo $! >"$folder/server.pid"
    echo "https://127.0.0.1:$secure" >"$folder/address"
    for _ in $(seq 300); do
        if kubectl "$folder" get --raw /readyz >/dev/null 2>&1; then
            cat "$folder/address"
            return
        fi
        sleep 0.2
    done
    tail -20 "$folder/log" >&2
    echo "apiserver.sh: the API server did not get ready, see $folder/log" >&2
    return 1
}

kubectl() { # folder, arguments
    local folder=$1
    shift
    "$cache/kubectl" --server "$(cat "$folder/address")" --token token \
        --insecure-skip-tls-verify=true "$@"
}

# The server before its etcd, or it waits for it.
stop() {
    local name pid
    for name in server etcd; do
        pid=$(cat "$1/$name.pid")
        kill "$pid" 2>/dev/null || continue
        for _ in $(seq 100); do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        kill -9 "$pid" 2>/dev/null || :
    done
}

case ${1:-} in
fetch) fetch ;;
start) start "$2" ;;
kubectl) shift; kubectl "$@" ;;
stop) stop "$2" ;;
*) sed -n '2,12s/^# \?//p' "$0" >&2; exit 2 ;;
esac
