// SPDX-License-Identifier: Apache-2.0
// What a row of a table costs: 45 figures and the names of three gaps, with four decimals that add
// up and with every digit, beside a loop of `snprintf` that only prints. All are measured in turns;
// of each the median counts.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <stdexcept>

#include "cli/table/writer.hpp"
#include "tests/support/made_scores.hpp"

using namespace colonnade;

namespace {

constexpr std::size_t Rows = 1'000;  // about what a chunk of lines holds
constexpr std::size_t Batches = 2;
constexpr std::size_t Repeats = 8;
constexpr std::size_t Turns = 41;

std::vector<cli::TableColumn> columns_of(const dsl::Rulebook& rulebook) {
    auto columns = cli::choose_columns(rulebook, {});
    if (auto* chosen = std::get_if<std::vector<cli::TableColumn>>(&columns)) return *chosen;
    throw std::runtime_error("no columns");
}

// The same columns, printed as one would do at first.
class Plain {
public:
    Plain(const cli::Table& table, const char* format) : table_(table), format_(format) {}

    void write(const tests::MadeScores& made, std::string& out) {
        for (std::size_t row = 0; row < made.scores.rows; ++row) {
            const char* before = "{";
            for (const auto& column : table_.columns) {
                out += before;
                out += '"' + column.name + "\":";
                write(column, made, row, out);
                before = ",";
            }
            out += "}\n";
        }
    }

private:
    using What = cli::TableColumn::What;

    void write(const cli::TableColumn& column, const tests::MadeScores& made, std::size_t row,
               std::string& out) {
        const auto& scores = made.scores;
        switch (column.what) {
            case What::Id:
                out += '"' + made.batch.ids[row] + '"';
                return;
            case What::Score:
                return number(scores.total[row], out);
            case What::Low:
                return number(scores.low[row], out);
            case What::High:
                return number(scores.high[row], out);
            case What::Pillar:
                return number(scores.pillars[column.index].points[row], out);
            case What::Rule: {
                const auto& rule = scores.rules[column.index];
                if (rule.status[row] == engine::Status::Assessed)
                    return number(rule.points[row], out);
                out += "null";
                return;
            }
            default:
                out += "\"pillar-0.rule-of-some-name-0\"";
        }
    }

    void number(double value, std::string& out) {
        std::array<char, 64> text{};
        const int size = std::snprintf(text.data(), text.size(), format_, value);
        out.append(text.data(), static_cast<std::size_t>(size));
    }

    const cli::Table& table_;
    const char* format_;
};

// Nanoseconds of the processor a row.
template <class Out, class Write>
double time_of(const std::vector<tests::MadeScores>& all, Out& out, const Write& write) {
    const auto start = std::clock();
    for (std::size_t i = 0; i < Repeats; ++i) {
        for (const auto& made : all) {
            out.clear();
            write(made);
        }
    }
    const auto seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    return 1e9 * seconds / static_cast<double>(Rows * Repeats * all.size());
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + Turns / 2, values.end());
    return values[Turns / 2];
}

void measure(const std::vector<tests::MadeScores>& all, bool exact) {
    const cli::Table table{
        all[0].rulebook, columns_of(all[0].rulebook), {cli::TableForm::Ndjson, exact}};
    cli::TableWriter writer(table);
    cli::LineBuffer lines;
    std::string text;
    Plain plain(table, exact ? "%.17g" : "%.4f");
    std::vector<double> ours;
    std::vector<double> theirs;
    std::vector<double> ratios;
    for (std::size_t turn = 0; turn < Turns; ++turn) {
        ours.push_back(time_of(all, lines, [&](const tests::MadeScores& made) {
            writer.write(made.batch, made.scores, lines);
        }));
        theirs.push_back(
            time_of(all, text, [&](const tests::MadeScores& made) { plain.write(made, text); }));
        ratios.push_back(theirs.back() / ours.back());
    }
    fmt::print("{:<30}{:>12.0f}{:>15.0f}{:>9.1f}\n",
               exact ? "every digit" : "four decimals that add up", median(ours), median(theirs),
               median(ratios));
}

}  // namespace

int main() {
    std::vector<tests::MadeScores> all;
    for (std::size_t batch = 0; batch < Batches; ++batch)
        all.push_back(tests::make_scores({Rows}, batch));
    fmt::print("a row of 45 figures and 3 names; target: four decimals in 600 ns\n");
    fmt::print("{:<30}{:>12}{:>15}{:>9}\n", "", "ours ns/row", "snprintf ns/row", "ratio");
    measure(all, false);
    measure(all, true);
    return 0;
}
