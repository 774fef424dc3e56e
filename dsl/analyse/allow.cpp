// SPDX-License-Identifier: Apache-2.0
#include "dsl/analyse/allow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "dsl/text/nearest_name.hpp"

namespace colonnade::dsl {
namespace {

constexpr std::string_view Mark = "# colonnade:";
constexpr std::string_view Form = "write `# colonnade: allow CODE because REASON`";

struct Exception {
    std::shared_ptr<const Source> source;
    Span span;  // of the comment
    Code code;
    std::uint32_t first = 0;  // lines, from 1
    std::uint32_t last = 0;
    bool used = false;
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
        : source_(std::move(source)), diagnostics_(diagnostics) {}

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
        Exception exception{source_, span_, *code, line, line};
        if (own_line) reach(exception);
        return exception;
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

    // The next line that says something, and all lines below it that are indented deeper.
    void reach(Exception& exception) const {
        auto line = exception.first + 1;
        while (line <= last_line() && !says_something(line))
            ++line;
        exception.first = exception.last = line;
        const auto indent = indent_of(line);
        for (++line; line <= last_line(); ++line) {
            if (!says_something(line)) continue;
            if (indent_of(line) <= indent) break;
            exception.last = line;
        }
    }

    std::uint32_t last_line() const {
        return source_->place(static_cast<std::uint32_t>(source_->text().size())).line;
    }
    bool says_something(std::uint32_t line) const {
        const auto text = trimmed(source_->line(line));
        return !text.empty() && text.front() != '#';
    }
    std::size_t indent_of(std::uint32_t line) const {
        const auto text = source_->line(line);
        return std::min(text.find_first_not_of(' '), text.size());
    }

    std::shared_ptr<const Source> source_;
    Diagnostics& diagnostics_;
    Span span_;
};

bool is_allowed(const Diagnostic& finding, std::vector<Exception>& exceptions) {
    bool allowed = false;
    for (auto& exception : exceptions) {
        if (exception.code != finding.code || exception.source != finding.source) continue;
        const auto line = finding.source->place(finding.span.begin).line;
        if (line < exception.first || line > exception.last) continue;
        exception.used = allowed = true;
    }
    return allowed;
}

}  // namespace

void apply_exceptions(const std::vector<std::shared_ptr<const Source>>& sources,
                      Diagnostics& diagnostics) {
    std::vector<Exception> exceptions;
    for (const auto& source : sources)
        Finder(source, diagnostics).find(exceptions);
    if (exceptions.empty()) return;
    diagnostics.drop([&](const Diagnostic& finding) { return is_allowed(finding, exceptions); });
    if (diagnostics.has_errors()) return;
    for (const auto& exception : exceptions) {
        if (exception.used) continue;
        diagnostics.report({Code::AllowUnused, exception.source, exception.span,
                            fmt::format("nothing here is `{}`", text_of(exception.code)),
                            "delete the comment"});
    }
}

}  // namespace colonnade::dsl
