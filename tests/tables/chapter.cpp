// SPDX-License-Identifier: Apache-2.0
#include "tests/tables/chapter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "dsl/expr/parse.hpp"
#include "dsl/expr/print.hpp"
#include "dsl/types/moment.hpp"

namespace colonnade::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view Head = R"({"profile": 1, "as_of": "2026-11-20T12:00:00Z")";

// `{"n": 3}` as a profile document.
std::string profile_of(const std::string& facts) {
    return std::string(Head) + (facts == "{}" ? "}" : ", " + facts.substr(1));
}

// What stands above the next row.
struct Context {
    std::string profile = profile_of("{}");
    std::string curve;
    std::string rulebook;
};

// True where the line is about what stands below it.
bool read_context(const std::string& line, Context& context) {
    const auto rest = [&](std::string_view word) { return line.substr(word.size()); };
    if (line.starts_with("profile {")) {
        context.profile = profile_of(rest("profile "));
    } else if (line.starts_with("curve ") && line.ends_with('}')) {
        context.curve = rest("curve ");
    } else if (line == "rulebook") {
        context.rulebook.clear();
    } else if (line.starts_with("  ")) {
        context.rulebook += line + "\n";
    } else {
        return false;
    }
    return true;
}

Chapter read_chapter(const fs::path& path) {
    Chapter chapter{path.filename().string(), {}, -1};
    std::ifstream file(path);
    Context context;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line.front() == '#' || read_context(line, context)) continue;
        const auto place = chapter.name + ":" + std::to_string(number);
        const auto arrow = line.rfind(" => ");
        if (line.starts_with("rows ")) {
            chapter.promised = std::stoi(line.substr(5));
        } else if (arrow == std::string::npos) {
            throw std::runtime_error(place + " has no ` => `");
        } else {
            chapter.rows.push_back({place, context.profile, context.curve, context.rulebook,
                                    line.substr(0, arrow), line.substr(arrow + 4)});
        }
    }
    return chapter;
}

}  // namespace

std::vector<Chapter> chapters(Numbers numbers) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(COLONNADE_SOURCE_DIR "/tests/tables")) {
        if (entry.path().extension() != ".txt" || entry.path().stem() == "CMakeLists") continue;
        const int number = std::stoi(entry.path().filename().string());
        if (number >= numbers.first && number <= numbers.last) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Chapter> all;
    for (const auto& path : paths)
        all.push_back(read_chapter(path));
    return all;
}

PlainValue value_named(const ChapterRow& row, const std::string& text, const dsl::Type& type) {
    if (type.is(dsl::Kind::Category)) {
        const int index = type.category->index_of(text);
        if (index < 0) throw std::runtime_error(row.place + ": no such value");
        return static_cast<double>(index);
    }
    if (const auto moment = dsl::parse_moment(text)) return static_cast<double>(*moment);
    const bool negative = text.front() == '-';
    const auto parsed = dsl::parse_expression(text.substr(negative ? 1 : 0));
    const auto* ast = std::get_if<dsl::Ast>(&parsed);
    if (ast == nullptr) throw std::runtime_error(row.place + ": no literal: " + text);
    const auto& literal = ast->at(ast->root);
    if (literal.kind == dsl::AstKind::Text) return literal.text;
    return dsl::literal_value(literal) * (negative ? -1 : 1);
}

std::string shown(const std::optional<PlainValue>& value) {
    if (!value) return "unknown";
    if (const auto* text = std::get_if<std::string>(&*value)) return '"' + *text + '"';
    std::array<char, 64> buffer{};
    const double number = std::get<double>(*value);
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    return {buffer.data(), end};
}

std::vector<std::string> twice_written(const std::string& expression) {
    const auto parsed = dsl::parse_expression(expression);
    const auto* ast = std::get_if<dsl::Ast>(&parsed);
    return {expression, ast == nullptr ? expression : dsl::print(*ast)};
}

}  // namespace colonnade::tests
