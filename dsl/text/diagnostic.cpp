// SPDX-License-Identifier: Apache-2.0
#include "dsl/text/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace colonnade::dsl {
namespace {

struct Entry {
    std::string_view code;
    Severity severity;
};

constexpr auto Registry = std::to_array<Entry>({
#define DIAGNOSTIC(name, code, severity) {code, Severity::severity},
#include "dsl/text/diagnostics.def"
#undef DIAGNOSTIC
});

const Entry& entry_of(Code code) {
    return Registry.at(static_cast<std::size_t>(code));
}

}  // namespace

std::string_view text_of(Code code) {
    return entry_of(code).code;
}

Severity severity_of(Code code) {
    return entry_of(code).severity;
}

std::string_view text_of(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "error";
        case Severity::Warning:
            return "warning";
        case Severity::Note:
            return "note";
    }
    return "error";
}

const std::vector<Code>& all_codes() {
    static const std::vector<Code> codes = [] {
        std::vector<Code> all;
        for (std::size_t i = 0; i < Registry.size(); ++i)
            all.push_back(static_cast<Code>(i));
        return all;
    }();
    return codes;
}

void Diagnostics::report(Diagnostic diagnostic) {
    if (severity_of(diagnostic.code) == Severity::Error) ++errors_;
    items_.push_back(std::move(diagnostic));
}

void Diagnostics::drop(const std::function<bool(const Diagnostic&)>& unwanted) {
    std::erase_if(items_, [&](const auto& item) {
        return severity_of(item.code) != Severity::Error && unwanted(item);
    });
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(items_.begin(), items_.end(),
                      [&](const auto& item) { return severity_of(item.code) == severity; }));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::map<const Source*, std::size_t> order;
    for (const auto& item : items_)
        order.emplace(item.source.get(), order.size());
    auto result = items_;
    std::stable_sort(result.begin(), result.end(), [&](const auto& a, const auto& b) {
        const auto file_a = order.at(a.source.get());
        const auto file_b = order.at(b.source.get());
        return file_a != file_b ? file_a < file_b : a.span.begin < b.span.begin;
    });
    return result;
}

}  // namespace colonnade::dsl
