#!/usr/bin/env python3
"""Holds our Avro against our JSON, by two Avro implementations that are not ours.

    compare.py SCHEMAS-FOLDER WRITE_SAMPLES-PROGRAM

Each record that the program writes is decoded with fastavro and with Apache Avro's Python,
and compared with the JSON of the same record field by field.
"""

import copy
import datetime
import io
import json
import pathlib
import struct
import subprocess
import sys

import avro.io
import avro.schema
import fastavro

FILES = {"event": "meeting_event.avsc", "receipt": "article_receipt.avsc"}


def without_logical_types(schema):
    """The schema as it reads numbers, not dates: JSON has the number."""
    if isinstance(schema, dict):
        return {k: without_logical_types(v) for k, v in schema.items() if k != "logicalType"}
    if isinstance(schema, list):
        return [without_logical_types(item) for item in schema]
    return schema


def to_float(value):
    """The float of four bytes next to value."""
    return struct.unpack("<f", struct.pack("<f", value))[0]


def differences(avro_value, json_value, path=""):
    """Each place where the two are not the same, in value or in the order of fields."""
    if isinstance(avro_value, dict) and isinstance(json_value, dict):
        if list(avro_value) != list(json_value):
            yield f"{path}: fields {list(avro_value)} and {list(json_value)}"
        for name in avro_value.keys() & json_value.keys():
            yield from differences(avro_value[name], json_value[name], f"{path}.{name}")
    elif isinstance(avro_value, list) and isinstance(json_value, list):
        if len(avro_value) != len(json_value):
            yield f"{path}: {len(avro_value)} and {len(json_value)} items"
        for i, pair in enumerate(zip(avro_value, json_value)):
            yield from differences(*pair, f"{path}[{i}]")
    elif path.endswith(".confidence"):
        if to_float(json_value) != avro_value:
            yield f"{path}: {avro_value!r} and {json_value!r}"
    elif type(avro_value) is not type(json_value) or avro_value != json_value:
        yield f"{path}: {avro_value!r} and {json_value!r}"


class Schema:
    def __init__(self, path):
        self.text = path.read_text(encoding="utf-8")
        self.tree = json.loads(self.text)
        canonical = fastavro.schema.to_parsing_canonical_form(self.tree)
        self.canonical = canonical
        # fastavro prints the eight bytes as they stand in a record.
        self.framing = b"\xc3\x01" + bytes.fromhex(
            fastavro.schema.fingerprint(canonical, "CRC-64-AVRO"))
        numbers = without_logical_types(self.tree)
        self.fast = fastavro.parse_schema(copy.deepcopy(numbers))
        self.dated = fastavro.parse_schema(copy.deepcopy(self.tree))
        self.apache = avro.io.DatumReader(avro.schema.parse(json.dumps(numbers)))

    def read_fast(self, body):
        stream = io.BytesIO(body)
        value = fastavro.schemaless_reader(stream, self.fast)
        return value, len(body) - stream.tell()

    def read_apache(self, body):
        stream = io.BytesIO(body)
        value = self.apache.read(avro.io.BinaryDecoder(stream))
        return value, len(body) - stream.tell()


def check_record(schema, framed, line):
    """Every way in which one record is not what its JSON says."""
    if framed[:10] != schema.framing:
        yield f"framing {framed[:10].hex()} is not {schema.framing.hex()}"
    told = json.loads(line)
    for reader in (schema.read_fast, schema.read_apache):
        value, left = reader(framed[10:])
        if left:
            yield f"{reader.__name__}: {left} bytes left"
        yield from differences(value, told)
    # One line, whoever splits it: Python also splits at U+0085, U+2028 and their like.
    if len(line.splitlines()) != 1:
        yield "the JSON is not one line"


def check_schema(schema, name, fingerprint, canonical):
    if name != schema.tree["namespace"] + "." + schema.tree["name"]:
        yield f"the name is {name}"
    if canonical != schema.canonical:
        yield f"the canonical form is {canonical}, not {schema.canonical}"
    if int(fingerprint, 16).to_bytes(8, "little") != schema.framing[2:]:
        yield f"the fingerprint is {fingerprint}"


def without_symbol(schema, symbol):
    """The schema of an older release, which does not know an enum's symbol."""
    if isinstance(schema, dict):
        older = {k: without_symbol(v, symbol) for k, v in schema.items()}
        if schema.get("type") == "enum":
            older["symbols"] = [s for s in schema["symbols"] if s != symbol]
        return older
    if isinstance(schema, list):
        return [without_symbol(item, symbol) for item in schema]
    return schema


def enums(schema):
    if isinstance(schema, dict):
        if schema.get("type") == "enum":
            yield schema
        for value in schema.values():
            yield from enums(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from enums(item)


def check_evolution(schema, framed):
    """What schemas/README.md promises of older readers and of dates."""
    for enum in enums(schema.tree):
        if enum.get("default") not in enum["symbols"]:
            yield f"enum {enum['name']} has no default"
    older = fastavro.parse_schema(without_symbol(schema.tree, "MINISTERIAL"))
    value = fastavro.schemaless_reader(io.BytesIO(framed[10:]), schema.dated, older)
    if value["kind"] != "OTHER":
        yield f"an older reader takes an unknown kind for {value['kind']}"
    published = datetime.datetime(2025, 4, 27, 0, 0, 0, 123000, datetime.timezone.utc)
    if value["article"]["published_at"] != published:
        yield f"published_at reads as {value['article']['published_at']}"


def main(folder, program):
    schemas = {type_: Schema(pathlib.Path(folder) / file) for type_, file in FILES.items()}
    by_name = {s.tree["namespace"] + "." + s.tree["name"]: s for s in schemas.values()}
    output = subprocess.run([program], check=True, capture_output=True).stdout.decode("utf-8")
    mistakes, records = [], 0
    for line in output.split("\n")[:-1]:
        kind, first, rest = line.split(" ", 2)
        if kind == "schema":
            mistakes += check_schema(by_name[first], first, *rest.split(" ", 1))
            continue
        framed = bytes.fromhex(first)
        mistakes += check_record(schemas[kind], framed, rest)
        if kind == "event" and records == 0:
            mistakes += check_evolution(schemas[kind], framed)
        records += 1
    for mistake in mistakes:
        print(mistake)
    print(f"{records} records, {len(mistakes)} differences")
    return 1 if mistakes or records == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
