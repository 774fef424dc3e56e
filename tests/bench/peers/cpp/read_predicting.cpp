// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include "tests/bench/peers/cpp/lines.hpp"
#include "tests/bench/peers/cpp/readers.hpp"

namespace peer {
namespace {

class Cursor {
public:
    explicit Cursor(const char* at) : at_(at) {}

    template <std::size_t Size>
    void expect(const char (&text)[Size]) {
        if (std::memcmp(at_, text, Size - 1) != 0) give_up("the keys are in another order");
        at_ += Size - 1;
    }

    std::string_view text() {
        expect("\"");
        const auto* end = static_cast<const char*>(std::memchr(at_, '"', MostText));
        if (end == nullptr) give_up("a text does not end");
        const std::string_view found(at_, static_cast<std::size_t>(end - at_));
        at_ = end + 1;
        return found;
    }

    double yes_no() {
        const bool yes = *at_ == 't';
        if (std::memcmp(at_, yes ? "true" : "fals", 4) != 0) give_up("neither true nor false");
        at_ += yes ? 4 : 5;
        return yes ? 1 : 0;
    }

    // Whole or with a point, no sign, no exponent; within an ulp.
    double number() {
        const auto* start = at_;
        std::uint64_t digits = take_digits(0);
        if (at_ == start) give_up("no number");
        if (*at_ != '.') return static_cast<double>(digits);
        const auto* point = at_++;
        digits = take_digits(digits);
        const auto decimals = static_cast<std::size_t>(at_ - point - 1);
        const bool fits = at_ - start <= MostDigits || *start == '0';
        if (!fits || decimals >= Powers.size()) give_up("too many digits");
        return static_cast<double>(digits) / Powers[decimals];
    }

    [[nodiscard]] const char* at() const { return at_; }

private:
    static constexpr std::size_t MostText = 64;
    static constexpr std::ptrdiff_t MostDigits = 19;  // of a point and what 64 bits hold
    static constexpr std::array<double, 23> Powers = {
        1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    std::uint64_t take_digits(std::uint64_t value) {
        for (; *at_ >= '0' && *at_ <= '9'; ++at_)
            value = 10 * value + static_cast<std::uint64_t>(*at_ - '0');
        return value;
    }

    const char* at_;
};

void read_line(Cursor& cursor, Facts& facts, std::size_t row) {
    cursor.expect("{\"profile\":1,\"id\":");
    facts.id[row] = cursor.text();
    cursor.expect(",\"as_of\":");
    static_cast<void>(cursor.text());
#define YES_NO(name)                  \
    cursor.expect(",\"" #name "\":"); \
    facts.name[row] = cursor.yes_no();
#define NUMBER(name)                  \
    cursor.expect(",\"" #name "\":"); \
    facts.name[row] = cursor.number();
#define CATEGORY(name)                \
    cursor.expect(",\"" #name "\":"); \
    facts.name[row] = category_of(cursor.text());
    FOR_EACH_FACT(YES_NO, NUMBER, CATEGORY)
#undef YES_NO
#undef NUMBER
#undef CATEGORY
    cursor.expect("}\n");
}

}  // namespace

double category_of(std::string_view text) {
    const auto found = std::find(CategoryValues.begin(), CategoryValues.end(), text);
    if (found == CategoryValues.end()) give_up("an unknown category");
    return static_cast<double>(found - CategoryValues.begin());
}

void read_predicting(std::string_view lines, Facts& facts) {
    Cursor cursor(lines.data());
    while (cursor.at() < lines.data() + lines.size()) {
        facts.make_room(facts.rows + 1);
        read_line(cursor, facts, facts.rows++);
    }
}

}  // namespace peer
