// SPDX-License-Identifier: Apache-2.0
// The SDK's views where a host offers little: one without services, one of ABI 1.0.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>
#include <vector>

#include "colonnade/sdk.hpp"

namespace colonnade::sdk {
namespace {

using Catch::Matchers::Message;

constexpr colonnade_text Names[] = {{"small", 5}, {"large", 5}};
constexpr std::int32_t Indexes[] = {1, 0, 1};

colonnade_column sizes() {
    colonnade_column column{};
    column.size = sizeof column;
    column.kind = COLONNADE_CATEGORY;
    column.length = 3;
    column.data = Indexes;
    column.names = Names;
    column.name_count = 2;
    return column;
}

void check_without_services(const Host& host) {
    host.info("nobody hears this");
    host.warn("nor this");
    CHECK_FALSE(host.should_stop());
    host.stop_if_asked();
    CHECK_THROWS_MATCHES(host.pattern("a"), Failure, Message("this host has no patterns"));
    Arena arena(host);
    std::pmr::vector<std::string> words(&arena);
    for (int i = 0; i < 1000; ++i)
        words.emplace_back(100, 'x');
    CHECK(words.size() == 1000);
}

}  // namespace

TEST_CASE("a value of a category is found by its id", "[plugins][sdk]") {
    const auto column = sizes();
    const Categories view(column);
    CHECK(view.index_of("large") == 1);
    CHECK(view.index_of("larg") == -1);
    CHECK(view.index_of("") == -1);
    CHECK(view.name(0) == "large");
    CHECK(view.name(1) == "small");
}

TEST_CASE("a host of ABI 1.0 names no values", "[plugins][sdk]") {
    auto column = sizes();
    column.size = offsetof(colonnade_column, names);
    const Categories old(column);
    CHECK(old[0] == 1);
    CHECK_THROWS_MATCHES(old.index_of("large"), Failure,
                         Message("this host does not name the values of categories"));
    column = sizes();
    column.names = nullptr;
    CHECK_THROWS_AS(Categories(column).name(0), Failure);
}

TEST_CASE("a plugin does without services", "[plugins][sdk]") {
    check_without_services(Host());
    check_without_services(Host(nullptr));
    colonnade_host none{};
    none.size = sizeof none;
    check_without_services(Host(&none));
    none.get = [](const colonnade_host*, colonnade_text) -> const void* { return nullptr; };
    check_without_services(Host(&none));
    // A service that is too short is none.
    none.get = [](const colonnade_host*, colonnade_text) -> const void* {
        static constexpr colonnade_host_log Short = {8, 0, nullptr};
        return &Short;
    };
    check_without_services(Host(&none));
}

TEST_CASE("what a host refuses without a code is a failure", "[plugins][sdk][guard]") {
    CHECK(failure_of(colonnade_error{}).code() == COLONNADE_INTERNAL);
}

}  // namespace colonnade::sdk
