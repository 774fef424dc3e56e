// SPDX-License-Identifier: Apache-2.0
// The functions of the plugin `relationships` over messages and invitations.
#include "tests/unit/plugins/test_host.hpp"

namespace colonnade::tests {
namespace {

constexpr bool In = false;
constexpr bool Out = true;
constexpr double Minute = 60;
constexpr double Hour = 3600;

// A message: at, thread, sent.
Record message(const char* time, int thread, bool sent) {
    return {at(time), thread, sent};
}

const Time AsOf = at("2026-11-20T23:59:59");

}  // namespace

TEST_CASE("reply_rate looks at the last message of each turn", "[plugins][relationships]") {
    check_cases(
        "relationships", "reply_rate", AsOf,
        {
            {"unknown", {unknown}, unknown},
            {"no message", {Records{}}, unknown},
            {"only own messages", {Records{message("2026-11-01", 1, Out)}}, unknown},
            {"never answered", {Records{message("2026-01-01", 1, In)}}, 0},
            {"answered", {Records{message("2026-01-01", 1, In), message("2026-01-02", 1, Out)}}, 1},
            {"several in a row are one",
             {Records{message("2026-01-01", 1, In), message("2026-01-02", 1, In),
                      message("2026-01-03", 1, Out)}},
             1},
            {"newest first, as LinkedIn writes it",
             {Records{message("2026-01-03", 1, Out), message("2026-01-02", 1, In),
                      message("2026-01-01", 1, In)}},
             1},
            {"after exactly 14 days",
             {Records{message("2026-01-01", 1, In), message("2026-01-15", 1, Out)}},
             1},
            {"a second too late",
             {Records{message("2026-01-01", 1, In), message("2026-01-15T00:00:01", 1, Out)}},
             0},
            {"the last of the turn counts, not the first",
             {Records{message("2026-01-01", 1, In), message("2026-01-10", 1, In),
                      message("2026-01-20", 1, Out)}},
             1},
            {"an answer in another thread is none",
             {Records{message("2026-01-01", 1, In), message("2026-01-02", 2, Out)}},
             0},
            {"our second message answers nothing",
             {Records{message("2026-01-01", 1, Out), message("2026-01-02", 1, Out),
                      message("2026-01-03", 1, In)}},
             0},
            {"one of two turns",
             {Records{message("2026-01-01", 1, In), message("2026-01-02", 1, Out),
                      message("2026-01-03", 1, In), message("2026-01-04", 2, Out)}},
             0.5},
            {"an answer after the date does not exist",
             {Records{message("2026-11-20", 1, In), message("2026-11-21", 1, Out)}},
             0},
            {"in the same second the other side came first",
             {Records{message("2026-01-01", 1, Out), message("2026-01-01", 1, In)}},
             1},
            {"what is unknown is not there",
             {Records{{unknown, 1, In},
                      {at("2026-01-01"), unknown, In},
                      {at("2026-01-01"), 1, unknown}}},
             unknown},
        });
}

TEST_CASE("median_reply_time starts at the first unanswered message", "[plugins][relationships]") {
    const Records one = {message("2026-01-01T08:00:00", 1, In),
                         message("2026-01-01T09:00:00", 1, In),
                         message("2026-01-01T10:00:00", 1, Out)};
    Records three = one;
    three.push_back(message("2026-02-01T08:00:00", 2, In));
    three.push_back(message("2026-02-01T08:30:00", 2, Out));
    three.push_back(message("2026-03-01", 3, In));
    three.push_back(message("2026-03-31", 3, Out));
    Records two(three.begin(), three.begin() + 5);
    check_cases("relationships", "median_reply_time", AsOf,
                {
                    {"unknown", {unknown}, unknown},
                    {"no message", {Records{}}, unknown},
                    {"no reply", {Records{message("2026-01-01", 1, In)}}, unknown},
                    {"one reply", {one}, 2 * Hour},
                    {"the middle of two", {two}, 75 * Minute},
                    {"the middle one of three, however late", {three}, 2 * Hour},
                    {"a reply at once",
                     {Records{message("2026-01-01", 1, In), message("2026-01-01", 1, Out)}},
                     0},
                });
}

TEST_CASE("acceptance_rate leaves out what is still open", "[plugins][relationships]") {
    const auto invitation = [](const char* time, bool sent, bool accepted) -> Record {
        return {at(time), sent, accepted};
    };
    check_cases(
        "relationships", "acceptance_rate", AsOf,
        {
            {"unknown", {unknown}, unknown},
            {"no invitation", {Records{}}, unknown},
            {"received ones do not count", {Records{invitation("2026-01-01", In, true)}}, unknown},
            {"one of two",
             {Records{invitation("2026-01-01", Out, true), invitation("2026-01-02", Out, false)}},
             0.5},
            {"14 days ago to the second: decided",
             {Records{invitation("2026-11-06T23:59:59", Out, true)}},
             1},
            {"a second younger: open", {Records{invitation("2026-11-07", Out, true)}}, unknown},
            {"later does not exist", {Records{invitation("2026-11-21", Out, true)}}, unknown},
            {"what is unknown is left out",
             {Records{{at("2026-01-01"), Out, unknown},
                      {unknown, Out, true},
                      {at("2026-01-01"), unknown, true},
                      invitation("2026-01-01", Out, false)}},
             0},
        });
}

}  // namespace colonnade::tests
