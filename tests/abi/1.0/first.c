/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin of ABI 1.0: functions over a list with a category, over values, and with a category as
   their result. A category came as an index alone. */
#include <stddef.h>

#include "colonnade/plugin.h"

#define TEXT(literal) \
    { (literal), sizeof(literal) - 1 }
#define VALUE(name, kind, flags)                                             \
    {                                                                        \
        sizeof(colonnade_parameter), (kind), (flags), 0, TEXT(name), NULL, { \
            NULL, 0                                                          \
        }                                                                    \
    }

static int is_known(const colonnade_column* column, int64_t i) {
    return column->validity == NULL || (column->validity[i / 8] >> (i % 8) & 1) != 0;
}

static void know(colonnade_output* out, int64_t row) {
    out->known[row / 8] = (uint8_t)(out->known[row / 8] | 1u << (row % 8));
}

/* How many posts of the second kind are older than a limit, or than `as_of` without one. */
static int32_t old_posts(void* self, const colonnade_batch* batch, colonnade_output* out,
                         colonnade_error* error) {
    const colonnade_column* posts = batch->arguments[0];
    const colonnade_column* limits = batch->arguments[1];
    const colonnade_column* kinds = posts->children[0]->children[0];
    const colonnade_column* times = posts->children[0]->children[1];
    (void)self;
    (void)error;
    for (int64_t row = 0; row < batch->rows; ++row) {
        const int64_t limit =
            is_known(limits, row) ? ((const int64_t*)limits->data)[row] : batch->as_of[row];
        double count = 0;
        for (int32_t i = posts->offsets[row]; i < posts->offsets[row + 1]; ++i) {
            if (((const int32_t*)kinds->data)[i] != 1) continue;
            if (!is_known(times, i) || ((const int64_t*)times->data)[i] < limit) count += 1;
        }
        ((double*)out->values)[row] = count;
        know(out, row);
    }
    return COLONNADE_OK;
}

/* The category as it came: three sizes. */
static int32_t same_size(void* self, const colonnade_batch* batch, colonnade_output* out,
                         colonnade_error* error) {
    const colonnade_column* sizes = batch->arguments[0];
    (void)self;
    for (int64_t row = 0; row < batch->rows; ++row) {
        if (!is_known(sizes, row)) continue;
        const int32_t size = ((const int32_t*)sizes->data)[row];
        if (size > 2) {
            error->row = row;
            error->message[0] = '?';
            return COLONNADE_INVALID_ARGUMENT;
        }
        ((int32_t*)out->values)[row] = size;
        know(out, row);
    }
    return COLONNADE_OK;
}

static const colonnade_parameter Kind = VALUE("kind", COLONNADE_CATEGORY, 0);
static const colonnade_parameter At = VALUE("at", COLONNADE_TIME, COLONNADE_NULLABLE);
static const colonnade_parameter* const Fields[] = {&Kind, &At};
static const colonnade_parameter Posts = {
    sizeof(colonnade_parameter), COLONNADE_LIST, 0, 2, TEXT("posts"), Fields, {NULL, 0}};
static const colonnade_parameter Limit = VALUE("limit", COLONNADE_TIME, COLONNADE_NULLABLE);
static const colonnade_parameter Size = VALUE("size", COLONNADE_CATEGORY, 0);
static const colonnade_parameter* const OldPostsTakes[] = {&Posts, &Limit};
static const colonnade_parameter* const SameSizeTakes[] = {&Size};

static const colonnade_localised Titles[] = {{TEXT("de"), TEXT("Titel")},
                                             {TEXT("en"), TEXT("Title")}};
static const colonnade_category_value Sizes[] = {
    {TEXT("small"), Titles, 2}, {TEXT("middle"), NULL, 0}, {TEXT("large"), NULL, 0}};

static const colonnade_function_descriptor OldPosts = {sizeof(colonnade_function_descriptor),
                                                       0,
                                                       TEXT("old_posts"),
                                                       Titles,
                                                       2,
                                                       Titles,
                                                       2,
                                                       OldPostsTakes,
                                                       2,
                                                       COLONNADE_NUMBER,
                                                       0,
                                                       1e6,
                                                       NULL,
                                                       0,
                                                       0};
static const colonnade_function_descriptor SameSize = {sizeof(colonnade_function_descriptor),
                                                       COLONNADE_ORDERED,
                                                       TEXT("same_size"),
                                                       Titles,
                                                       2,
                                                       Titles,
                                                       2,
                                                       SameSizeTakes,
                                                       1,
                                                       COLONNADE_CATEGORY,
                                                       0,
                                                       2,
                                                       Sizes,
                                                       3,
                                                       0};

static void keep(const colonnade_function* function) {
    (void)function;
}

static const colonnade_function Objects[] = {
    {sizeof(colonnade_function), 0, NULL, old_posts, keep},
    {sizeof(colonnade_function), 0, NULL, same_size, keep}};

static int32_t count(void) {
    return 2;
}

static const colonnade_function_descriptor* describe(int32_t index) {
    return index == 0 ? &OldPosts : index == 1 ? &SameSize : NULL;
}

static const colonnade_function* create(int32_t index, const colonnade_host* host,
                                        colonnade_error* error) {
    (void)host;
    (void)error;
    return index == 0 || index == 1 ? &Objects[index] : NULL;
}

static const colonnade_functions Functions = {sizeof(colonnade_functions), 0, count, describe,
                                              create};

static int32_t init(const colonnade_host* host, colonnade_error* error) {
    (void)error;
    return host->abi_major == 1 ? COLONNADE_OK : COLONNADE_UNSUPPORTED;
}

static void deinit(void) {}

static const void* get(colonnade_text id) {
    static const char Id[] = COLONNADE_FUNCTIONS_ID;
    if (id.size != sizeof Id - 1) return NULL;
    for (uint64_t i = 0; i < id.size; ++i) {
        if (id.data[i] != Id[i]) return NULL;
    }
    return &Functions;
}

const colonnade_plugin colonnade_plugin_entry = {sizeof(colonnade_plugin),
                                                 COLONNADE_ABI_MAJOR,
                                                 COLONNADE_ABI_MINOR,
                                                 0,
                                                 TEXT("first"),
                                                 TEXT("1.0.0"),
                                                 init,
                                                 deinit,
                                                 get};
