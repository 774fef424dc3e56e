/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The contract between Colonnade and a plugin: plugin ABI 1. Plain C11, and valid C++11.
 *
 * A plugin is one shared library that exports one symbol, the constant `colonnade_plugin_entry`.
 * Everything else is found through it by string id. A plugin offers functions that rules call,
 * readers of foreign data, and rulebooks; never a finished score: weights, curves and tips stay in
 * rulebooks, where they can be changed.
 *
 * Rules for the whole file:
 *  - Every struct that may grow starts with its own `size`; fields are only ever appended. Read
 * nothing beyond the smaller of the size you know and the size you are given. `colonnade_text`,
 * `colonnade_localised`, `colonnade_word` and `colonnade_category_value` are values that never
 * grow.
 *  - Reserved fields and unknown flag bits are 0. Text is UTF-8, not terminated; {NULL, 0} is the
 * empty text.
 *  - Nothing that one side allocates is freed by the other. Borrowed memory ends when the call that
 * lent it returns, unless a function says otherwise.
 *  - No exception, longjmp or exit crosses; no signal handler, locale, rounding mode or environment
 * is changed.
 *  - Same input, same bits out: whatever the batch size and the order of rows. Time comes from
 * `as_of` alone.
 */
/* NOLINTBEGIN(modernize-use-using,modernize-deprecated-headers): this is C. */
#ifndef COLONNADE_PLUGIN_H
#define COLONNADE_PLUGIN_H

#include <stdint.h>

#define COLONNADE_ABI_MAJOR 1u
#define COLONNADE_ABI_MINOR 1u

#ifdef __cplusplus
extern "C" {
#endif

typedef struct colonnade_text {
    const char* data;
    uint64_t size;
} colonnade_text;

/* One text in one language; `language` is a code such as "de". */
typedef struct colonnade_localised {
    colonnade_text language;
    colonnade_text text;
} colonnade_localised;

/* ---- Errors */

enum {
    COLONNADE_OK = 0,
    COLONNADE_INVALID_ARGUMENT = 1, /* the data given cannot be right */
    COLONNADE_NO_MEMORY = 2,
    COLONNADE_INTERNAL = 3,    /* the plugin's own fault */
    COLONNADE_STOPPED = 4,     /* the host asked to stop */
    COLONNADE_UNSUPPORTED = 5, /* an edition or form that the plugin does not read */
    COLONNADE_UNREADABLE = 6   /* the stream failed or its content is damaged */
};

/* Belongs to the caller, who sets `size` and zeroes the rest; filled by a callee that fails. */
typedef struct colonnade_error {
    uint32_t size;
    int32_t code;      /* one of the codes above */
    int64_t row;       /* row of the batch, or -1 */
    int32_t parameter; /* index of the argument, or -1 */
    int32_t reserved;
    char message[512]; /* UTF-8, ended by a NUL */
} colonnade_error;

/* ---- The host, as a plugin sees it */

/* Lives from `init` to `deinit`. Its services are in `Host services` below. */
typedef struct colonnade_host {
    uint32_t size;
    uint32_t abi_major;
    uint32_t abi_minor;
    uint32_t reserved;
    colonnade_text name;
    colonnade_text version;
    void* self;
    /* A host service by id, or NULL where this host does not have it. Any thread. */
    const void* (*get)(const struct colonnade_host* host, colonnade_text id);
} colonnade_host;

/* ---- Types and columns */

/* A kind is a meaning with a unit and one storage. Layouts are those of Apache Arrow where Arrow
 * has them. */
enum {
    COLONNADE_YES_NO = 1,   /* uint8_t, 0 or 1 */
    COLONNADE_NUMBER = 2,   /* double, finite; counts too */
    COLONNADE_SHARE = 3,    /* double, 0.6 is 60 % */
    COLONNADE_DURATION = 4, /* double, seconds */
    COLONNADE_RATE = 5,     /* double, per second */
    COLONNADE_TIME = 6,     /* int64_t, microseconds since 1970-01-01 UTC; a date is its midnight */
    COLONNADE_TEXT = 7,     /* int32_t offsets into UTF-8 bytes */
    COLONNADE_CATEGORY = 8, /* int32_t, index into the category's values */
    COLONNADE_LIST = 9,     /* int32_t offsets into one child, a record */
    COLONNADE_RECORD = 10,  /* one child per field */
    COLONNADE_WORDS =
        11 /* colonnade_word, a constant word list from the rulebook: not one value per row */
};

/* One entry of a word list. `group` is empty in a plain list and the key of the entry in a grouped
 * one. */
typedef struct colonnade_word {
    colonnade_text group;
    colonnade_text text;
} colonnade_word;

/* A borrowed view of values. Buffers are 64-byte aligned and must not be written. */
typedef struct colonnade_column {
    uint32_t size;
    int32_t kind;
    int64_t length; /* rows; of a record below a list: elements; of words: entries */
    const uint8_t*
        validity; /* bit i (least significant first) is 1 where value i is known; NULL: all are */
    const void* data; /* the values; of text: the bytes; of words: colonnade_word[]; else NULL */
    const int32_t* offsets; /* text and list: length + 1 rising offsets, the first 0; else NULL */
    int32_t child_count;    /* list: 1; record: number of fields; else 0 */
    int32_t reserved;
    const struct colonnade_column* const*
        children; /* a record's fields stand in the descriptor's order */
    /* Since 1.1. Category: the ids of its values, which `data` are indexes into; else NULL. */
    const colonnade_text* names;
    int32_t name_count;
    int32_t reserved_2;
} colonnade_column;

typedef struct colonnade_batch {
    uint32_t size;
    int32_t argument_count; /* a repeated last parameter makes this larger than parameter_count */
    int64_t rows;
    const int64_t* as_of; /* microseconds since 1970-01-01 UTC, one per row */
    const colonnade_column* const* arguments;
} colonnade_batch;

/* The caller's arrays, to be filled. Write only the first `rows` values and bits. */
typedef struct colonnade_output {
    uint32_t size;
    int32_t kind;
    int64_t rows;
    void* values;   /* storage of `kind`; never text, list, record or words */
    uint8_t* known; /* one bit per row, all 0 on entry: a bit that is not set means unknown */
} colonnade_output;

/* ---- Host services, since 1.1: what `host->get` knows. A host may lack any of them. */

/* Words for whoever runs the program; never for results. Any thread. */
#define COLONNADE_LOG_ID "colonnade.host.log/1"

enum { COLONNADE_LOG_INFO = 0, COLONNADE_LOG_WARNING = 1 };

typedef struct colonnade_host_log {
    uint32_t size;
    uint32_t reserved;
    /* The host keeps the first 1,024 bytes of a message, and only so many messages of a run. */
    void (*write)(const colonnade_host* host, int32_t level, colonnade_text message);
} colonnade_host_log;

/* Whether the host still waits. Long work asks now and then, at least every 50 ms. */
#define COLONNADE_DEADLINE_ID "colonnade.host.deadline/1"

typedef struct colonnade_host_deadline {
    uint32_t size;
    uint32_t reserved;
    /* 1 where the call should return COLONNADE_STOPPED, else 0. From within a `call`, `next` or
       `report`, on its thread; 0 outside. */
    int32_t (*should_stop)(const colonnade_host* host);
} colonnade_host_deadline;

/* Memory that ends by itself when the `call`, `next` or `report` returns that asked for it. */
#define COLONNADE_ARENA_ID "colonnade.host.arena/1"

typedef struct colonnade_host_arena {
    uint32_t size;
    uint32_t reserved;
    /* `bytes` at a multiple of `alignment`, a power of two up to 4,096; not zeroed. NULL where
       there is no more, and outside. From within a `call`, `next` or `report`, on its thread. */
    void* (*allocate)(const colonnade_host* host, uint64_t bytes, uint64_t alignment);
} colonnade_host_arena;

/* Patterns in RE2's syntax, which take linear time on every text. */
#define COLONNADE_REGEX_ID "colonnade.host.regex/1"

typedef struct colonnade_pattern colonnade_pattern;

typedef struct colonnade_host_regex {
    uint32_t size;
    uint32_t reserved;
    /* NULL with `error` filled where the text is no pattern, or one that takes too much memory.
       Whatever its case, as in rulebooks. Any thread. */
    const colonnade_pattern* (*compile)(const colonnade_host* host, colonnade_text pattern,
                                        colonnade_error* error);
    /* 1 where the pattern occurs anywhere in the text, else 0. Any thread, several at once. */
    int32_t (*matches)(const colonnade_pattern* pattern, colonnade_text text);
    /* The pattern is dead afterwards. Before `deinit`. */
    void (*release)(const colonnade_pattern* pattern);
} colonnade_host_regex;

/* ---- Extension `colonnade.functions/1`: functions that rules call */

#define COLONNADE_FUNCTIONS_ID "colonnade.functions/1"

enum {
    COLONNADE_NULLABLE =
        1u, /* unknown values are handed over; without it the host answers "unknown" itself */
    COLONNADE_REPEATED = 2u /* last parameter only: one or more arguments of this type */
};

typedef struct colonnade_parameter {
    uint32_t size;
    int32_t kind; /* not COLONNADE_RECORD at the top level */
    uint32_t flags;
    int32_t field_count; /* list: the record fields that the function reads; may be 0 */
    colonnade_text name; /* of a field: the name that the schema's record must have */
    const struct colonnade_parameter* const* fields;
    colonnade_text default_words; /* words: the list taken when a rule leaves the argument out, or
                                     empty: required */
} colonnade_parameter;

typedef struct colonnade_category_value {
    colonnade_text id; /* [a-z_][a-z0-9_]* */
    const colonnade_localised* titles;
    int64_t title_count;
} colonnade_category_value;

enum {
    COLONNADE_ORDERED =
        1u /* categories: values stand in rising order and may be compared with < and > */
};

/* Constant from `init` to `deinit`. */
typedef struct colonnade_function_descriptor {
    uint32_t size;
    uint32_t flags;
    colonnade_text id; /* [a-z_][a-z0-9_]*, unique in the plugin */
    const colonnade_localised* titles;
    int64_t title_count;
    const colonnade_localised* descriptions; /* what exactly is counted, for an adviser */
    int64_t description_count;
    const colonnade_parameter* const* parameters;
    int32_t parameter_count;
    int32_t result_kind;
    double result_min; /* bounds of every result, in the storage's unit; may be -inf and inf */
    double result_max;
    const colonnade_category_value*
        category_values; /* only where result_kind is COLONNADE_CATEGORY */
    int32_t category_count;
    int32_t reserved;
} colonnade_function_descriptor;

typedef struct colonnade_function {
    uint32_t size;
    uint32_t reserved;
    void* self;
    /* Fills `out` for every row of `batch`; returns COLONNADE_OK or a code, with `error` filled.
       One call at a time per function object, on any thread. */
    int32_t (*call)(void* self, const colonnade_batch* batch, colonnade_output* out,
                    colonnade_error* error);
    /* Ends the object; its pointer is dead afterwards. */
    void (*destroy)(const struct colonnade_function* function);
} colonnade_function;

typedef struct colonnade_functions {
    uint32_t size;
    uint32_t reserved;
    int32_t (*count)(void);
    /* NULL outside 0 .. count()-1. */
    const colonnade_function_descriptor* (*describe)(int32_t index);
    /* An object that the host destroys before `deinit`, or NULL with `error` filled. Any thread. */
    const colonnade_function* (*create)(int32_t index, const colonnade_host* host,
                                        colonnade_error* error);
} colonnade_functions;

/* ---- Extension `colonnade.source/1`: a reader of foreign data */

#define COLONNADE_SOURCE_ID "colonnade.source/1"

/* What a person named, without its path: a file (`length` >= 0) or a folder (`length` == -1,
   entries instead). Belongs to the host. One thread at a time. */
typedef struct colonnade_stream {
    uint32_t size;
    uint32_t reserved;
    void* self;
    colonnade_text name; /* the last part of the path, for instance
                            `Basic_LinkedInDataExport_11-20-2026.zip` */
    int64_t length;      /* bytes, or -1 for a folder */
    int64_t modified;    /* microseconds since 1970-01-01 UTC, or -1 where it is not known */
    int64_t entry_count; /* folder: all files below it; file: 0 */
    /* Up to `size` bytes at `offset` into `buffer`: the number read, 0 at the end, -1 on failure.
     */
    int64_t (*read_at)(const struct colonnade_stream* stream, int64_t offset, void* buffer,
                       int64_t size);
    /* Name of a folder's file, relative, parts separated by '/'; lives as long as the stream. Empty
     * outside range. */
    colonnade_text (*entry_name)(const struct colonnade_stream* stream, int64_t index);
    /* Opens a folder's file, or NULL with `error` filled. Give it back with `close`. */
    const struct colonnade_stream* (*open_entry)(const struct colonnade_stream* stream,
                                                 int64_t index, colonnade_error* error);
    /* Only for streams from `open_entry`. */
    void (*close)(const struct colonnade_stream* stream);
} colonnade_stream;

/* Takes bytes from the plugin. `write` returns COLONNADE_OK, or a code after which the plugin stops
 * and returns it. */
typedef struct colonnade_sink {
    uint32_t size;
    uint32_t reserved;
    void* self;
    int32_t (*write)(void* self, const char* data, uint64_t size);
} colonnade_sink;

typedef struct colonnade_reader {
    uint32_t size;
    uint32_t reserved;
    void* self;
    /* Writes the next profile document, one JSON object in UTF-8. *wrote is 1, or 0 at the end with
       nothing written. Returns COLONNADE_OK or a code with `error` filled. */
    int32_t (*next)(void* self, const colonnade_sink* sink, int32_t* wrote, colonnade_error* error);
    /* Writes what was found, ignored and missing as one JSON object; valid after `next` has come to
     * the end. */
    int32_t (*report)(void* self, const colonnade_sink* sink, colonnade_error* error);
    /* Ends the reader; its pointer is dead afterwards. */
    void (*close)(const struct colonnade_reader* reader);
} colonnade_reader;

typedef struct colonnade_source {
    uint32_t size;
    uint32_t reserved;
    colonnade_text id;
    const colonnade_localised* titles;
    int64_t title_count;
    /* How sure the plugin is that it can read the stream: 0 not at all .. 100; -1 where it could
     * not look, because the stream failed or there is no memory. Must not keep the stream. */
    int32_t (*probe)(const colonnade_stream* stream);
    /* A reader, or NULL with `error` filled. The stream lives until the reader is closed. `options`
       is a JSON object; unknown keys are ignored. */
    const colonnade_reader* (*open)(const colonnade_stream* stream, colonnade_text options,
                                    const colonnade_host* host, colonnade_error* error);
} colonnade_source;

/* ---- Extension `colonnade.rules/1`, since 1.1: the rulebook that a plugin brings */

#define COLONNADE_RULES_ID "colonnade.rules/1"

/* Constant from `init` to `deinit`. */
typedef struct colonnade_rules {
    uint32_t size;
    uint32_t reserved;
    /* A rulebook in YAML. A rulebook that names the plugin, and one of its pillars, gets that
       pillar from here, and lies over it. */
    colonnade_text text;
} colonnade_rules;

/* ---- Extension `colonnade.selftest/1`, since 1.1: calls and what must come out */

#define COLONNADE_SELFTEST_ID "colonnade.selftest/1"

/* Constant from `init` to `deinit`. */
typedef struct colonnade_selftest {
    uint32_t size;
    uint32_t reserved;
    /* One JSON object a line: {"function": "cv_gap", "as_of": "2026-11-20", "arguments": [...],
       "result": 12.5}, where null is unknown; replayed by `colonnade plugin check`. */
    colonnade_text cases;
} colonnade_selftest;

/* ---- The entry */

typedef struct colonnade_plugin {
    uint32_t size;
    uint32_t abi_major; /* must equal the host's */
    uint32_t abi_minor; /* what the plugin was built against; the host may be older or newer */
    uint32_t reserved;
    colonnade_text id;      /* [a-z][a-z0-9-]*, and the file is `<id>.so` */
    colonnade_text version; /* semantic version */
    /* May be called again after `deinit`. Nothing else is called after a failure, not even
       `deinit`. Any thread, never two at once. */
    int32_t (*init)(const colonnade_host* host, colonnade_error* error);
    void (*deinit)(void);
    /* The extension's struct by id, or NULL. Constant from `init` to `deinit`. Any thread. */
    const void* (*get)(colonnade_text id);
} colonnade_plugin;

#if defined(_WIN32)
#define COLONNADE_EXPORT __declspec(dllexport)
#else
#define COLONNADE_EXPORT __attribute__((visibility("default")))
#endif

/* The one symbol of a plugin. */
extern COLONNADE_EXPORT const colonnade_plugin colonnade_plugin_entry;

#ifdef __cplusplus
}
#endif

#endif
/* NOLINTEND(modernize-use-using,modernize-deprecated-headers) */
