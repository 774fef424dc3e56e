# SPDX-License-Identifier: Apache-2.0
# Reads the tables of a file of cases by Python's csv and says where the scanner found something else.
import csv
import io
import json
import sys


def rows_of(table):
    """None where the table is broken."""
    try:
        reader = csv.reader(io.StringIO(table, newline=""), strict=True)
        return [row for row in reader if row]
    except csv.Error:
        return None


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)
    differences = 0
    for case in cases:
        expected = rows_of(case["table"])
        same = case["broken"] if expected is None else expected == case["rows"]
        if not same or (expected is not None and case["broken"]):
            differences += 1
            print(f"{case['table']!r}: expected {expected}, found {case['rows']}", file=sys.stderr)
    print(f"{len(cases)} tables, {differences} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
