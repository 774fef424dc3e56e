// SPDX-License-Identifier: Apache-2.0
#include "dsl/analyse/allow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "dsl/analyse/blocks.hpp"
#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {
namespace {

constexpr std::string_view Mark = "# colonnade:";
constexpr std::string_view Form = "write `# colonnade: allow CODE because REASON`";

struct Exception {
    std::shared_ptr<const Source> source;
    Span span;  // of the comment
    Code code;
    LineRange lines;
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string_view take_word(std::string_view& text) {
    text = trimmed(text);
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

std::optional<Code> code_named(std::string_view name) {
    const auto& codes = all_codes();
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](Code code) { return text_of(code) == name; });
    return found == codes.end() ? std::nullopt : std::optional(*found);
}

class Finder {
public:
    Finder(std::shared_ptr<const Source> source, Diagnostics& diagnostics)
        : source_(std::move(source)), blocks_(*source_), diagnostics_(diagnostics) {}

    void find(std::vector<Exception>& exceptions) {
        const auto text = source_->text();
        for (auto at = text.find(Mark); at != text.npos; at = text.find(Mark, at + 1)) {
            const auto before = at == 0 ? '\n' : text[at - 1];
            if (before != '\n' && before != ' ' && before != '\t') continue;
            if (auto exception = read(static_cast<std::uint32_t>(at)))
                exceptions.push_back(std::move(*exception));
        }
    }

private:
    std::optional<Exception> read(std::uint32_t at) {
        const auto line = source_->place(at).line;
        const auto content = source_->line(line);
        const auto column = at - source_->line_start(line);
        auto comment = content.substr(column);
        span_ = {at, at + static_cast<std::uint32_t>(comment.size())};
        comment.remove_prefix(Mark.size());
        if (take_word(comment) != "allow") return refuse("a comment that says nothing", Form);
        const auto name = take_word(comment);
        const auto code = code_named(name);
        if (!code) return refuse(fmt::format("`{}` is no code of a finding", name), nearest(name));
        if (take_word(comment) != "because" || trimmed(comment).empty())
            return refuse("an exception without a reason", Form);
        if (severity_of(*code) == Severity::Error)
            return refuse(fmt::format("`{}` is an error, and errors have no exceptions", name), "");
        const bool own_line = trimmed(content.substr(0, column)).empty();
        return Exception{source_, span_, *code,
                         own_line ? blocks_.below(line) : LineRange{line, line}};
    }

    std::optional<Exception> refuse(std::string message, std::string_view help) {
        diagnostics_.report(
            {Code::AllowForm, source_, span_, std::move(message), std::string(help)});
        return std::nullopt;
    }

    static std::string nearest(std::string_view name) {
        std::vector<std::string> known;
        for (const auto code : all_codes())
            known.emplace_back(text_of(code));
        const auto near = did_you_mean(name, known);
        return near.empty() ? std::string(Form) : near;
    }

    std::shared_ptr<const Source> source_;
    Blocks blocks_;
    Diagnostics& diagnostics_;
    Span span_;
};

// The exceptions of one code in one file. They lie beside or in one another.
class OfOneCode {
public:
    void add(LineRange lines) { exceptions_.push_back(lines); }

    // When all are there.
    void sort() {
        std::sort(exceptions_.begin(), exceptions_.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        std::uint32_t last = 0;
        for (const auto& lines : exceptions_)
            reach_.push_back(last = std::max(last, lines.last));
    }

    bool allows(std::uint32_t line) {
        const auto behind = std::upper_bound(exceptions_.begin(), exceptions_.end(), line,
                                             [](auto at, const auto& e) { return at < e.first; });
        const auto before = behind - exceptions_.begin();
        const bool allowed = before > 0 && reach_[static_cast<std::size_t>(before - 1)] >= line;
        if (allowed) found_.insert(line);
        return allowed;
    }

    [[nodiscard]] bool has_found(LineRange lines) const {
        const auto line = found_.lower_bound(lines.first);
        return line != found_.end() && *line <= lines.last;
    }

private:
    std::vector<LineRange> exceptions_;
    std::vector<std::uint32_t> reach_;  // the furthest line of each and all before it
    std::set<std::uint32_t> found_;     // lines in which something was allowed
};

}  // namespace

void apply_exceptions(const std::vector<std::shared_ptr<const Source>>& sources,
                      Diagnostics& diagnostics) {
    std::vector<Exception> exceptions;
    for (const auto& source : sources)
        Finder(source, diagnostics).find(exceptions);
    std::map<std::pair<const Source*, Code>, OfOneCode> of_code;
    for (const auto& exception : exceptions)
        of_code[{exception.source.get(), exception.code}].add(exception.lines);
    for (auto& [key, of_one] : of_code)
        of_one.sort();
    diagnostics.drop([&](const Diagnostic& finding) {
        const auto found = of_code.find({finding.source.get(), finding.code});
        return found != of_code.end() &&
               found->second.allows(finding.source->place(finding.span.begin).line);
    });
    if (diagnostics.has_errors()) return;
    for (const auto& exception : exceptions) {
        if (of_code.at({exception.source.get(), exception.code}).has_found(exception.lines))
            continue;
        diagnostics.report({Code::AllowUnused, exception.source, exception.span,
                            fmt::format("nothing here is `{}`", text_of(exception.code)),
                            "delete the comment"});
    }
}

}  // namespace colonnade::dsl
