// SPDX-License-Identifier: Apache-2.0
// A block of profiles is shared out as each of them would be alone, block after block, whatever the
// block before it left behind.
#include <rapidcheck/catch.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/score/shared_columns.hpp"
#include "tests/properties/dice.hpp"

using namespace colonnade;
using namespace colonnade::tests;
using engine::SharedColumns;

namespace {

constexpr std::uint8_t Present = 2;
constexpr std::size_t Before = 3;  // rows before the block
constexpr double Times = 3;

struct Column {
    std::vector<double> points;
    std::vector<double> out_of;
    std::vector<double> of;
    std::vector<std::uint8_t> state;

    [[nodiscard]] engine::PartColumn view() const {
        return {points.data(), out_of.data(), Times, state.data(), Present};
    }
    void add(double most) {
        const int kind = below(5);
        const bool is_part = !chance(10);
        const double share = kind == 0 ? 1 : kind == 1 ? 0 : below(1'000'003) / 1'000'003.0;
        state.push_back(is_part ? Present : 1);
        out_of.push_back(most / Times);
        of.push_back(is_part ? out_of.back() * Times : 0);
        points.push_back(of.back() * share);
    }
};

class Parts {
public:
    Parts(std::size_t parts, std::size_t rows) : columns_(parts) {
        for (std::size_t row = 0; row < Before + rows; ++row) {
            const double equal = 25 / std::max(1.0, static_cast<double>(parts));
            const bool are_alike = chance(50);
            for (auto& column : columns_)
                column.add(are_alike ? equal : below(200'000) / 10'007.0);
        }
    }

    [[nodiscard]] std::vector<engine::PartColumn> views() const {
        std::vector<engine::PartColumn> views;
        for (const auto& column : columns_)
            views.push_back(column.view());
        return views;
    }

    // Of a row of the block.
    [[nodiscard]] std::int64_t sum(std::size_t row, bool of) const {
        double all = 0;
        for (const auto& value : values(row, of))
            all += std::max(value, 0.0);
        return std::llround(all * 1e4);
    }
    [[nodiscard]] std::vector<double> values(std::size_t row, bool of) const {
        std::vector<double> values;
        for (const auto& column : columns_) {
            const auto& from = of ? column.of : column.points;
            values.push_back(column.state[Before + row] == Present ? from[Before + row]
                                                                   : engine::NoPoints);
        }
        return values;
    }

private:
    std::vector<Column> columns_;
};

// Mostly what the parts come to; a cap takes some away, and it may be more than there is.
std::int32_t some_sum(std::int64_t sum) {
    if (chance(20)) sum += between(-3, 3);
    if (chance(10)) sum = sum * below(100) / 100;
    return static_cast<std::int32_t>(std::max<std::int64_t>(sum, 0));
}

void check(const SharedColumns::Units& found, std::size_t row, std::int32_t expected,
           const char* what) {
    if (found[row] != expected)
        RC_FAIL(std::string(what) + " in row " + std::to_string(row) + ": " +
                std::to_string(found[row]) + ", not " + std::to_string(expected));
}

void agree(SharedColumns& columns, std::size_t count, std::size_t rows) {
    const engine::Decimals decimals(4);
    const Parts parts(count, rows);
    SharedColumns::Units sum{};
    SharedColumns::Units sum_of{};
    for (std::size_t row = 0; row < rows; ++row) {
        sum[row] = some_sum(parts.sum(row, false));
        sum_of[row] = some_sum(parts.sum(row, true));
    }
    columns.share_out(parts.views(), {Before, rows}, sum, sum_of);
    columns.finish_of();
    engine::SharedPoints alone(decimals);
    for (std::size_t row = 0; row < rows; ++row) {
        alone.share_out(parts.values(row, false), parts.values(row, true), sum[row], sum_of[row]);
        for (std::size_t part = 0; part < count; ++part) {
            check(columns.points(part), row, alone.points()[part], "points");
            check(columns.of(part), row, alone.of()[part], "what they are out of");
        }
    }
}

}  // namespace

TEST_CASE("a block is shared out as each profile would be alone", "[properties]") {
    const auto blocks = [](int most_parts) {
        SharedColumns columns{engine::Decimals(4)};
        for (int block = 0; block < 4; ++block) {
            const auto most = static_cast<int>(SharedColumns::MostRows);
            const auto rows = chance(50) ? most : below(most + 1);
            agree(columns, static_cast<std::size_t>(below(most_parts)),
                  static_cast<std::size_t>(rows));
        }
    };
    rc::prop("of few parts", [&] { blocks(14); });
    rc::prop("of many parts", [&] { blocks(90); });
}
