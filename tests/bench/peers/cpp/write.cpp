// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/peers/cpp/write.hpp"

#include <charconv>
#include <cstring>

namespace peer {
namespace {

constexpr std::size_t MostLine = 4096;

// What stands before each number.
std::array<std::string, 1 + PillarCount + RuleCount> make_keys() {
    std::array<std::string, 1 + PillarCount + RuleCount> keys;
    keys[0] = R"(,"score":)";
    for (std::size_t p = 0; p < PillarCount; ++p)
        keys[1 + p] = R"(,")" + std::string(pillar_name(p)) + R"(":)";
    for (std::size_t r = 0; r < RuleCount; ++r)
        keys[1 + PillarCount + r] = R"(,")" + std::string(rule_name(r)) + R"(":)";
    return keys;
}

class Line {
public:
    Line(char* at, bool exact) : at_(at), exact_(exact) {}

    void text(std::string_view text) {
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
    }

    void number(double value) {
        if (value != value) {
            text("null");
        } else if (exact_) {
            at_ = std::to_chars(at_, at_ + 32, value).ptr;
        } else {
            decimals(static_cast<unsigned>(value * 10'000 + 0.5));
        }
    }

    [[nodiscard]] char* at() const { return at_; }

private:
    // A whole number of ten thousandths below 1000.
    void decimals(unsigned units) {
        auto whole = units / 10'000;
        auto rest = units % 10'000;
        if (whole >= 100) *at_++ = static_cast<char>('0' + whole / 100);
        if (whole >= 10) *at_++ = static_cast<char>('0' + whole / 10 % 10);
        *at_++ = static_cast<char>('0' + whole % 10);
        *at_++ = '.';
        for (unsigned place = 1000; place > 0; place /= 10)
            *at_++ = static_cast<char>('0' + rest / place % 10);
    }

    char* at_;
    bool exact_;
};

void write_row(const Facts& facts, const Results& results, std::size_t row, Line& line) {
    static const auto keys = make_keys();
    line.text(R"({"id":")");
    line.text(facts.id[row]);
    line.text("\"");
    std::size_t key = 0;
    const auto number = [&](double value) {
        line.text(keys[key++]);
        line.number(value);
    };
    number(results.total[row]);
    for (const auto& pillar : results.pillars)
        number(pillar[row]);
    for (const auto& points : results.points)
        number(points[row]);
    for (std::size_t g = 0; g < Gaps; ++g) {
        const auto rule = results.gaps[g][row];
        constexpr std::array<std::string_view, Gaps> Keys = {R"(,"gap_1":)", R"(,"gap_2":)",
                                                             R"(,"gap_3":)"};
        line.text(Keys[g]);
        if (rule == NoGap) {
            line.text("null");
        } else {
            line.text("\"");
            line.text(rule_name(rule));
            line.text("\"");
        }
    }
    line.text("}\n");
}

}  // namespace

std::string_view write_results(const Facts& facts, const Results& results, bool exact,
                               std::string& room) {
    const auto needed = facts.rows * MostLine;
    if (room.size() < needed) room.resize(needed);
    Line line(room.data(), exact);
    for (std::size_t row = 0; row < facts.rows; ++row)
        write_row(facts, results, row, line);
    return {room.data(), static_cast<std::size_t>(line.at() - room.data())};
}

}  // namespace peer
