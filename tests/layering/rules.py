# SPDX-License-Identifier: Apache-2.0
# The rules that layering.py holds the sources to, as data: which part may include which, where each
# third-party library is met, which words no library code may say, and the few exceptions.
from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_LINES = 400  # a file longer than this is read by nobody; look twice from 250 on

# A part is the first of these prefixes that a path starts with; `plugins/*` is one part per plugin.
PARTS = ("dsl", "engine", "plugins/stores", "cli", "tests", "plugins/include/colonnade/plugin.h",
         "plugins/include/colonnade/sdk/normal.hpp", "plugins/include",
         "plugins/text", "plugins/*")

ABI = "plugins/include/colonnade/plugin.h"
SDK = "plugins/include"
# ln and phi: one text for the curve of the language and for plugins, which may need them as well.
NORMAL = "plugins/include/colonnade/sdk/normal.hpp"

# What a part may include of ours, besides itself.
SEES = {
    "dsl": (NORMAL,),
    # The scanner of tables, for data that a mapping file describes.
    "engine": ("dsl", ABI, "plugins/text"),
    # The interface of stores; what each is made of is loaded, not linked.
    "plugins/stores": (),
    "cli": ("dsl", "engine", "plugins/stores"),
    ABI: (),
    NORMAL: (),
    SDK: (ABI, NORMAL),
    "plugins/text": (ABI, SDK, NORMAL),
    "plugins/*": (ABI, SDK, NORMAL, "plugins/text"),
    "tests": ("dsl", "engine", "plugins/stores", "cli", ABI, SDK, NORMAL, "plugins/text", "plugins/*"),
}

# Headers that the build makes: of a plugin from the texts that it brings (plugins/cmake/), of a
# program to compare with from a rulebook. By the folder that includes them.
MADE = {"plugins/": frozenset(("rules_text.h", "selftest_text.h")),
        "tests/bench/peers/": frozenset(("facts.inc", "rules.inc"))}

# The parts that are libraries: they neither print nor exit, nor read clock, locale or environment.
LIBRARY = ("dsl", "engine", "plugins/stores", ABI, SDK, NORMAL, "plugins/text", "plugins/*")


@dataclass(frozen=True)
class Library:
    """A third-party library: how its headers begin, and the sources that may meet it."""
    name: str
    headers: tuple[str, ...]
    where: str             # a path, or a folder that ends in `/`
    one_file: bool = True  # only one source in that folder


LIBRARIES = (
    Library("Boost.Spirit", ("boost/spirit/", "boost/fusion/"), "dsl/expr/grammar.cpp"),
    Library("yaml-cpp", ("yaml-cpp/",), "dsl/yaml/read.cpp"),
    Library("RE2", ("re2/",), "dsl/text/pattern.cpp"),
    Library("utf8proc", ("utf8proc.h",), "dsl/"),
    Library("utf8proc", ("utf8proc.h",), "cli/"),
    Library("Boost.DLL", ("boost/dll",), "engine/host/library.cpp"),
    Library("simdjson", ("simdjson",), "engine/read/"),
    Library("simdjson", ("simdjson",), "engine/validate/"),
    Library("simdjson", ("simdjson",), "cli/html/"),
    Library("libseccomp", ("seccomp.h",), "engine/plugin_check/"),
    Library("libsodium", ("sodium",), "engine/"),
    Library("libseccomp", ("seccomp.h",), "engine/plugin_host/"),
    Library("libzip", ("zip.h", "zipconf.h"), "plugins/linkedin/"),
    Library("libpq", ("libpq-fe.h",), "plugins/stores/postgresql/"),
    Library("SQLite", ("sqlite3.h",), "plugins/stores/sqlite/"),
    Library("zlib", ("zlib.h",), "cli/bytes/"),
    Library("zstd", ("zstd.h",), "cli/bytes/"),
    # Vector instructions of the processor, with a plain loop where it has none.
    Library("SSE2", ("emmintrin.h",), "plugins/text/csv_marks.cpp"),
    Library("SSE2", ("emmintrin.h",), "engine/read/sixteen_bytes.hpp"),
    Library("AVX2", ("immintrin.h",), "engine/read/wide.hpp"),
    Library("CLI11", ("CLI/",), "cli/", one_file=False),
    Library("nlohmann-json", ("nlohmann/",), "cli/json.hpp"),
    Library("nlohmann-json", ("nlohmann/",), "plugins/linkedin/", one_file=False),
    Library("nlohmann-json", ("nlohmann/",), "plugins/contacts/", one_file=False),
    Library("fmt", ("fmt/",), "dsl/", one_file=False),
    Library("fmt", ("fmt/",), "engine/", one_file=False),
    Library("fmt", ("fmt/",), "cli/", one_file=False),
)

# A type that is defined at the outermost level of a header; each part has one namespace.
TYPE = re.compile(r"^(?:struct|class|enum(?: class)?) (?P<name>\w+)(?: final)?\s*(?::[^;{]*)?\{",
                  re.MULTILINE)

# Headers of C; those of C++ are told by having neither a point nor a slash.
C_HEADERS = frozenset(
    f"{name}.h" for name in
    "assert ctype errno fenv float inttypes limits locale math setjmp signal stdalign stdarg "
    "stdbool stddef stdint stdio stdlib string time uchar wchar wctype".split())

# Headers of the operating system, and the parts that deal with it.
SYSTEM_HEADERS = re.compile(
    r"^(sys/|linux/|"
    r"(dirent|dlfcn|elf|fcntl|link|malloc|poll|pthread|sched|spawn|termios|unistd)\.h$)")
SYSTEM_PARTS = ("engine", "plugins/stores", "cli")


@dataclass(frozen=True)
class Word:
    """Something that no source of some parts may say, outside comments and texts."""
    check: str
    pattern: re.Pattern[str]
    message: str
    parts: tuple[str, ...] = field(default=LIBRARY)


def _call(names: str) -> re.Pattern[str]:
    # The C or std function, not a member and not of another namespace. A word before it may be a
    # type, which would make it a declaration: `before` lets the reader of the match decide.
    alternatives = "|".join(names.split())
    return re.compile(rf"(?:\b(?P<before>[A-Za-z_]\w*)\s+)?"
                      rf"(?:\bstd\s*::\s*|(?<![\w.>:])(?:::)?)(?P<name>{alternatives})\s*\(")


# Words that stand before a call; any other word there is a type.
BEFORE_CALLS = frozenset("and case co_return co_yield do else not or return throw".split())


# C names a float and a long double form of each function by one more letter.
_LIBM = " ".join(
    f"{name}[fl]?" for name in
    "acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf erfc exp exp2 expm1 fma hypot lgamma "
    "log log10 log1p log2 pow sin sinh tan tanh tgamma".split())

WORDS = (
    Word("libm", _call(_LIBM),
         "its last bits differ between machines; sqrt is exact, ln and phi are ours"),
    Word("std-regex", re.compile(r"\bstd\s*::\s*w?regex\b|#\s*include\s*<regex>"),
         "it takes exponential time on hostile texts", LIBRARY + ("cli",)),
    Word("prints", re.compile(r"\bstd\s*::\s*(cout|cerr|clog)\b|\bstd(out|err)\b"),
         "a library prints nothing; only cli/ does"),
    Word("prints", re.compile(r"#\s*include\s*<iostream>"),
         "a library prints nothing; only cli/ does"),
    Word("prints", _call("v?f?printf puts fputs putchar putc fputc perror"),
         "a library prints nothing; only cli/ does"),
    Word("prints", re.compile(r"\bfmt\s*::\s*print(ln)?\s*\("),
         "a library prints nothing; only cli/ does"),
    Word("exits", _call("exit _exit _Exit quick_exit terminate raise"),
         "a library ends nobody's process"),
    Word("clock", re.compile(r"\b(system|steady|high_resolution|utc|file)_clock\s*::\s*now\b"),
         "time comes from the profile's as_of"),
    Word("clock", _call("time clock clock_gettime gettimeofday localtime localtime_r"),
         "time comes from the profile's as_of"),
    Word("environment", _call("getenv secure_getenv setenv putenv"),
         "only cli/ reads the environment"),
    Word("locale", re.compile(r"\bstd\s*::\s*locale\b|#\s*include\s*<(c?locale|locale\.h)>"),
         "the same input gives the same bytes, whatever the locale"),
    Word("locale", _call("setlocale strtod strtof atof stod stof"),
         "the same input gives the same bytes, whatever the locale; use std::from_chars"),
    Word("chance", re.compile(r"\bstd\s*::\s*random_device\b"),
         "the same input gives the same bytes"),
    Word("chance", _call("rand srand random drand48"),
         "the same input gives the same bytes"),
    Word("yaml-as", re.compile(r"(\.|->)\s*as\s*<"),
         "yaml-cpp's conversions guess; our own readers decide by type", ("dsl",)),
)

# Notes that something is unfinished belong into an issue. Spelt so as not to find themselves.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")

# (path, check): why it may. An exception that nothing needs any more is a finding too.
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("cli/json.hpp", "library-in-header"):
        "what all sources that read or write JSON share, and compile once",
    ("engine/read/sixteen_bytes.hpp", "library-in-header"):
        "calls of a handful of instructions each, hundreds of them for a line",
    ("engine/read/wide.hpp", "library-in-header"):
        "the same for processors that have AVX2",
    ("engine/plugin_check/own_functions.cpp", "clock"):
        "it is the clock that plugins see while a case makes it go wrong",
    ("engine/validate/own_time.cpp", "clock"):
        "how long a plugin takes is what some cases are about; no score comes from it",
    ("engine/validate/process_state.cpp", "locale"):
        "it looks whether a plugin has changed the locale",
    ("engine/validate/surroundings_cases.cpp", "locale"):
        "it calls plugins in another locale, to see that they give the same",
    ("engine/host/deadline.cpp", "clock"):
        "it bounds how long is waited for a plugin, never what comes out",
}
