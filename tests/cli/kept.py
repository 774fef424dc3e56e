# SPDX-License-Identifier: Apache-2.0
# Where the tests of kept results keep them: each test runs once for every kind of store, in a new
# one of its own.
from __future__ import annotations

import unittest

import harness


class Kept(unittest.TestCase):
    """`place`: the options that name the store."""
    place: tuple[str, ...] = ()


class Sqlite(Kept):
    def setUp(self) -> None:
        self.file = harness.new_folder() / "kept.db"
        self.place = ("--store", str(self.file))


def kinds_of_store() -> list[type]:
    return [Sqlite]
