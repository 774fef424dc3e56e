// SPDX-License-Identifier: Apache-2.0
// The entry of every bundled plugin: initialising, extensions by id, objects by index.
#include "tests/unit/plugins/test_host.hpp"

namespace colonnade::tests {
namespace {

const std::vector<std::string> Plugins = {"brand", "people", "insights", "relationships"};

const void* extension(const colonnade_plugin& entry, std::string_view id) {
    return entry.get({id.data(), id.size()});
}

}  // namespace

TEST_CASE("the entry says what was built", "[plugins][lifecycle]") {
    for (const std::string& id : Plugins) {
        INFO(id);
        const colonnade_plugin& entry = entry_of(id);
        CHECK(entry.size == sizeof(colonnade_plugin));
        CHECK(entry.abi_major == COLONNADE_ABI_MAJOR);
        CHECK(entry.abi_minor == COLONNADE_ABI_MINOR);
        CHECK(std::string(entry.id.data, entry.id.size) == id);
        CHECK(std::string(entry.version.data, entry.version.size) == "1.0.0");
    }
}

TEST_CASE("extensions are there from init to deinit", "[plugins][lifecycle]") {
    for (const std::string& id : Plugins) {
        INFO(id);
        const colonnade_plugin& entry = entry_of(id);
        CHECK(extension(entry, COLONNADE_FUNCTIONS_ID) == nullptr);
        REQUIRE(entry.init(&test_host(), nullptr) == COLONNADE_OK);
        REQUIRE(entry.init(&test_host(), nullptr) == COLONNADE_OK);
        const void* functions = extension(entry, COLONNADE_FUNCTIONS_ID);
        CHECK(functions != nullptr);
        for (const char* other : {"", "colonnade.functions/2", "colonnade.functions/1x",
                                  "colonnade.functions/", "colonnade.source/1"}) {
            CHECK(extension(entry, other) == nullptr);
        }
        entry.deinit();
        CHECK(extension(entry, COLONNADE_FUNCTIONS_ID) == functions);
        entry.deinit();
        CHECK(extension(entry, COLONNADE_FUNCTIONS_ID) == nullptr);
        entry.deinit();
        REQUIRE(entry.init(&test_host(), nullptr) == COLONNADE_OK);
        CHECK(extension(entry, COLONNADE_FUNCTIONS_ID) == functions);
        entry.deinit();
    }
}

TEST_CASE("a host of another ABI is refused", "[plugins][lifecycle]") {
    colonnade_host other = test_host();
    other.abi_major = COLONNADE_ABI_MAJOR + 1;
    colonnade_error error{};
    error.size = sizeof error;
    const colonnade_plugin& entry = entry_of("brand");
    CHECK(entry.init(&other, &error) == COLONNADE_UNSUPPORTED);
    CHECK(error.code == COLONNADE_UNSUPPORTED);
    CHECK(std::string(error.message) == "the host speaks another plugin ABI");
    CHECK(entry.init(nullptr, nullptr) == COLONNADE_UNSUPPORTED);
    CHECK(extension(entry, COLONNADE_FUNCTIONS_ID) == nullptr);
}

TEST_CASE("an index outside the functions gives nothing", "[plugins][lifecycle]") {
    for (const std::string& id : Plugins) {
        INFO(id);
        const LoadedPlugin plugin(id);
        const colonnade_functions& functions = plugin.functions();
        REQUIRE(functions.count() > 0);
        for (const std::int32_t index : {-1, functions.count(), 2'000'000'000}) {
            CHECK(functions.describe(index) == nullptr);
            colonnade_error error{};
            error.size = sizeof error;
            CHECK(functions.create(index, &test_host(), &error) == nullptr);
            CHECK(error.code == COLONNADE_INVALID_ARGUMENT);
            CHECK(std::string(error.message) == "the plugin has no function of this index");
            CHECK(functions.create(index, &test_host(), nullptr) == nullptr);
        }
    }
}

TEST_CASE("objects are made and destroyed without a call", "[plugins][lifecycle]") {
    const LoadedPlugin plugin("people");
    for (int i = 0; i < 1000; ++i) {
        const auto* one = plugin.functions().create(0, &test_host(), nullptr);
        const auto* other = plugin.functions().create(0, &test_host(), nullptr);
        REQUIRE(one != nullptr);
        REQUIRE(other != nullptr);
        CHECK(one != other);
        one->destroy(one);
        other->destroy(other);
    }
}

}  // namespace colonnade::tests
