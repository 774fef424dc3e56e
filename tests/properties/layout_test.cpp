// SPDX-License-Identifier: Apache-2.0
// Layout, on the files that come along, which are laid out: typed with other white space they are
// laid out as they were, and comments put in anywhere stay where they are and change nothing else.
#include <rapidcheck/catch.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "dsl/format/format.hpp"
#include "dsl/text/render.hpp"

using namespace colonnade;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& bundled_files() {
    static const auto files = [] {
        std::vector<std::string> texts;
        for (const auto& entry : fs::recursive_directory_iterator(COLONNADE_SOURCE_DIR "/rules")) {
            // A test of a rulebook is no part of it and may be as long as it likes.
            const auto path = entry.path().string();
            if (!path.ends_with(".yaml") || path.ends_with(".test.yaml")) continue;
            std::ifstream file(path);
            texts.emplace_back(std::istreambuf_iterator<char>(file),
                               std::istreambuf_iterator<char>());
        }
        return texts;
    }();
    return files;
}

struct Line {
    std::string text;
    std::size_t indent = 0;
    bool folded = false;  // of a text below `>-`, where blanks and `#` are letters
};

std::vector<Line> lines_of(const std::string& text) {
    std::vector<Line> lines;
    std::istringstream stream(text);
    bool folded = false;
    std::size_t sign = 0;  // indentation of the key whose text is folded
    for (std::string line; std::getline(stream, line);) {
        const auto indent = std::min(line.find_first_not_of(' '), line.size());
        if (!line.empty() && indent <= sign) folded = false;
        lines.push_back({line, indent, folded});
        if (line.ends_with(">-")) {
            folded = true;
            sign = indent;
        }
    }
    return lines;
}

std::string laid_out(const std::string& text) {
    dsl::Diagnostics diagnostics;
    const auto result =
        dsl::lay_out_file(std::make_shared<const dsl::Source>("typed.yaml", text), diagnostics);
    for (const auto& finding : diagnostics.sorted())
        RC_FAIL(dsl::render(finding, false));
    return *result;
}

// Thousands of small choices; of rapidcheck only the seed, for there is nothing to shrink.
class Typist {
public:
    explicit Typist(std::uint32_t seed) : chance_(seed) {}

    const std::string& file() { return bundled_files()[below(bundled_files().size())]; }

    // The same words with the white space of another person.
    std::string otherwise(const std::string& text) {
        const auto width = 1 + below(3);
        const std::string line_break = happens(50) ? "\r\n" : "\n";
        std::string typed = happens(20) ? "\xEF\xBB\xBF" : "";
        for (const auto& line : lines_of(text)) {
            auto words = line.text.substr(line.indent);
            const auto colon =
                line.folded || words.starts_with('#') ? words.npos : words.find(": ");
            // How far behind its key a comment stands is its author's choice, and kept.
            if (colon != words.npos && words[words.find_first_not_of(' ', colon + 1)] != '#')
                words.insert(colon + 1, blanks(3));
            typed += std::string(line.indent * width, ' ') + words;
            typed += (line.folded ? "" : blanks(2)) + line_break;
            if (!line.folded && words.empty() && happens(20)) typed += blanks(6) + line_break;
        }
        return typed + (happens(20) ? line_break : "");
    }

    // Comments above lines, in any column, and behind them.
    std::string with_comments(const std::string& text) {
        const auto percent = below(20);
        std::string typed;
        for (const auto& line : lines_of(text)) {
            const bool free = !line.text.empty() && !line.folded;
            if (free && happens(percent)) typed += blanks(12) + "# put in above\n";
            const bool commented = line.text.find('#') != std::string::npos;
            const bool behind = free && !commented && happens(percent);
            typed += line.text + (behind ? "  # put in behind\n" : "\n");
        }
        return typed;
    }

private:
    std::size_t below(std::size_t n) { return chance_() % n; }
    bool happens(std::size_t percent) { return below(100) < percent; }
    std::string blanks(std::size_t most) { return std::string(below(most + 1), ' '); }

    std::mt19937 chance_;
};

std::string without_comments(const std::string& text) {
    std::string left;
    for (auto& [line, indent, folded] : lines_of(text)) {
        if (line.find("# put in above") != line.npos) continue;
        const auto behind = line.find("  # put in behind");
        if (behind != line.npos) line.erase(behind);
        left += line + "\n";
    }
    return left;
}

}  // namespace

TEST_CASE("whoever types a file, it is laid out the same") {
    rc::prop("on every bundled file", [](std::uint32_t seed) {
        Typist typist(seed);
        const auto& file = typist.file();
        RC_ASSERT(laid_out(typist.otherwise(file)) == file);
    });
}

TEST_CASE("comments put in anywhere stay where they are") {
    rc::prop("on every bundled file", [](std::uint32_t seed) {
        Typist typist(seed);
        const auto& file = typist.file();
        const auto once = laid_out(typist.with_comments(file));
        RC_ASSERT(without_comments(once) == file);
        RC_ASSERT(laid_out(once) == once);
    });
}
