// SPDX-License-Identifier: Apache-2.0
// What is wrong in a person's text, as data. Whoever reads a text reports into Diagnostics and goes
// on, so that all findings of a file come at once.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/text/edit.hpp"
#include "dsl/text/source.hpp"

namespace colonnade::dsl {

enum class Severity { Error, Warning, Note };

enum class Code {
#define DIAGNOSTIC(name, code, severity) name,
#include "dsl/text/diagnostics.def"
#undef DIAGNOSTIC
};

[[nodiscard]] std::string_view text_of(Code code);
[[nodiscard]] Severity severity_of(Code code);
[[nodiscard]] std::string_view text_of(Severity severity);
// Every code, in the order of the registry.
[[nodiscard]] const std::vector<Code>& all_codes();

// A further place that belongs to a finding, with its own words.
struct Label {
    Span span;
    std::string message;
    std::shared_ptr<const Source> source = {};  // null: the finding's own
};

struct Diagnostic {
    Code code;
    std::shared_ptr<const Source> source;
    Span span;
    std::string message;    // lower case, no full stop, names in backticks
    std::string help = {};  // what to write instead, only where it is very likely right
    std::vector<Label> labels = {};
    // What makes it right, only where no other meaning is possible: `check --fix` applies it
    // unseen.
    std::vector<Edit> fix = {};
};

class Diagnostics {
public:
    void report(Diagnostic diagnostic);
    // Takes out the findings for which `unwanted` holds; never asks about errors.
    void drop(const std::function<bool(const Diagnostic&)>& unwanted);

    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    // For those who must not report what only follows from an error just found.
    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] std::size_t count(Severity severity) const;
    [[nodiscard]] bool empty() const { return items_.empty(); }
    // In reading order: files as first reported, then by place, stable.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;

private:
    std::vector<Diagnostic> items_;
    std::size_t errors_ = 0;
};

}  // namespace colonnade::dsl
