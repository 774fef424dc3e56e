// SPDX-License-Identifier: Apache-2.0
// Asks the host for what it offers, so that a test sees what a plugin gets. Each function gives the
// same result for all rows.
#include "functions.hpp"

namespace colonnade::tests {
namespace {

constexpr auto Text = value("text", COLONNADE_TEXT);
constexpr const colonnade_parameter* TakesText[] = {&Text};

const colonnade_host* host = nullptr;

std::int32_t keep_host(const colonnade_host* given, colonnade_error* /*error*/) {
    host = given;
    return COLONNADE_OK;
}

template <class Service>
const Service& service(std::string_view id) {
    return *static_cast<const Service*>(host->get(host, text_of(id)));
}

std::int32_t all(const colonnade_batch* batch, colonnade_output* out, double result) {
    for (std::int64_t row = 0; row < batch->rows; ++row)
        set(*out, row, result);
    return COLONNADE_OK;
}

colonnade_text first_text(const colonnade_batch* batch) {
    const auto& column = *batch->arguments[0];
    return {static_cast<const char*>(column.data),
            static_cast<std::uint64_t>(column.offsets[1] - column.offsets[0])};
}

std::int32_t log(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    service<colonnade_host_log>(COLONNADE_LOG_ID)
        .write(host, COLONNADE_LOG_WARNING, first_text(batch));
    return all(batch, out, 1);
}

std::int32_t stop(void*, const colonnade_batch* batch, colonnade_output* out, colonnade_error*) {
    const auto& deadline = service<colonnade_host_deadline>(COLONNADE_DEADLINE_ID);
    if (deadline.should_stop(host) != 0) return COLONNADE_STOPPED;
    return all(batch, out, 0);
}

// How many bytes of ten times 64 could be had and written.
std::int32_t allocate(void*, const colonnade_batch* batch, colonnade_output* out,
                      colonnade_error*) {
    const auto& arena = service<colonnade_host_arena>(COLONNADE_ARENA_ID);
    double bytes = 0;
    for (int i = 0; i < 10; ++i) {
        auto* piece = static_cast<double*>(arena.allocate(host, 64, 64));
        for (int k = 0; piece != nullptr && k < 8; ++k, bytes += 8)
            piece[k] = i;
    }
    return all(batch, out, bytes);
}

std::int32_t match(void*, const colonnade_batch* batch, colonnade_output* out,
                   colonnade_error* error) {
    const auto& regex = service<colonnade_host_regex>(COLONNADE_REGEX_ID);
    const auto* pattern = regex.compile(host, first_text(batch), error);
    if (pattern == nullptr) return error->code;
    const auto found = regex.matches(pattern, text_of("the bridges of Hamburg"));
    regex.release(pattern);
    return all(batch, out, found);
}

constexpr TestFunction Functions[] = {
    function("log", log, TakesText, COLONNADE_NUMBER),
    function("stop", stop, TakesText, COLONNADE_NUMBER),
    function("allocate", allocate, TakesText, COLONNADE_NUMBER),
    function("match", match, TakesText, COLONNADE_NUMBER),
};

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {
    sizeof(colonnade_plugin),
    COLONNADE_ABI_MAJOR,
    COLONNADE_ABI_MINOR,
    0,
    TEXT("uses-host"),
    TEXT("1.0.0"),
    colonnade::tests::keep_host,
    end,
    colonnade::tests::Offer<colonnade::tests::Functions>::get};
}
