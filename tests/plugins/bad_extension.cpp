// SPDX-License-Identifier: Apache-2.0
// Offers extensions of which one thing is wrong: the one that the version of the host names, so
// that a test chooses by what it calls itself.
#include <string>

#include "functions.hpp"

namespace colonnade::tests {
namespace {

// A mebibyte of rules, four of self-tests: what a host reads at most.
constexpr std::uint64_t MostRules = 1024 * 1024;
constexpr std::uint64_t MostTests = 4 * MostRules;

std::string task;

std::int32_t learn_task(const colonnade_host* host, colonnade_error* /*error*/) {
    task.assign(host->version.data, host->version.size);
    return COLONNADE_OK;
}

std::int32_t one() {
    return 1;
}

const colonnade_function_descriptor* describe(std::int32_t index) {
    static auto described = function("one", nullptr, {}, COLONNADE_NUMBER).descriptor;
    if (task == "short descriptor") described.size = 8;
    return index == 0 ? &described : nullptr;
}

std::int32_t call(void*, const colonnade_batch*, colonnade_output*, colonnade_error*) {
    return COLONNADE_OK;
}

const colonnade_function* create(std::int32_t, const colonnade_host*, colonnade_error*) {
    static colonnade_function object;
    object = {sizeof object, 0, nullptr, call, end_function};
    if (task == "short object") object.size = 8;
    if (task == "object without call") object.call = nullptr;
    if (task == "object without destroy") object.destroy = nullptr;
    return &object;
}

const void* functions() {
    static colonnade_functions made;
    made = {sizeof made, 0, one, describe, create};
    if (task == "short functions") made.size = 8;
    if (task == "functions without count") made.count = nullptr;
    if (task == "functions without describe") made.describe = nullptr;
    if (task == "functions without create") made.create = nullptr;
    return &made;
}

std::int32_t probe(const colonnade_stream* /*stream*/) {
    return 50;
}

const colonnade_reader* open(const colonnade_stream*, colonnade_text, const colonnade_host*,
                             colonnade_error*) {
    static constexpr colonnade_reader Short = {8, 0, nullptr, nullptr, nullptr, nullptr};
    return &Short;
}

const void* source() {
    static colonnade_source made;
    made = {sizeof made, 0, text_of("bad"), nullptr, 0, probe, open};
    if (task == "short source") made.size = 8;
    if (task == "source without probe") made.probe = nullptr;
    if (task == "source without open") made.open = nullptr;
    return &made;
}

colonnade_text text(std::string_view what, std::uint64_t most) {
    static const std::string full(MostTests, 'x');
    const auto is = [&](const char* how) { return task == std::string(what) + how; };
    if (is(" without data")) return {nullptr, 5};
    if (is(" not UTF-8")) return text_of("a\xff\xfe");
    if (is(" as long as may be")) return {full.data(), most};
    // Nobody may look at what is not there.
    if (is(" too long")) return {full.data(), most + 1};
    if (is(" endless")) return {full.data(), ~std::uint64_t{0}};
    return text_of("fine");
}

const void* rules() {
    static colonnade_rules made;
    made = {sizeof made, 0, text("rules", MostRules)};
    if (task == "short rules") made.size = 8;
    return &made;
}

const void* selftest() {
    static colonnade_selftest made;
    made = {sizeof made, 0, text("tests", MostTests)};
    if (task == "short tests") made.size = 8;
    return &made;
}

const void* get(colonnade_text id) {
    if (task == "throws") throw 1;
    const std::string_view wanted(id.data, id.size);
    if (wanted == COLONNADE_FUNCTIONS_ID) return functions();
    if (wanted == COLONNADE_SOURCE_ID) return source();
    if (wanted == COLONNADE_RULES_ID) return rules();
    return wanted == COLONNADE_SELFTEST_ID ? selftest() : nullptr;
}

}  // namespace
}  // namespace colonnade::tests

extern "C" {
const colonnade_plugin colonnade_plugin_entry = {
    sizeof(colonnade_plugin), COLONNADE_ABI_MAJOR, COLONNADE_ABI_MINOR,          0,
    TEXT("bad-extension"),    TEXT("1.0.0"),       colonnade::tests::learn_task, end,
    colonnade::tests::get};
}
