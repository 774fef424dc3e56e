// SPDX-License-Identifier: Apache-2.0
// What every finding promises: it lies in the text, has words, and can be shown.
#pragma once

#include "dsl/text/diagnostic.hpp"
#include "dsl/text/render.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace colonnade::fuzz {

inline void check_findings(const dsl::Diagnostics& diagnostics, const dsl::Source& source) {
    const auto inside = [&](const dsl::Span& span) {
        return span.begin <= span.end && span.end <= source.text().size();
    };
    for (const auto& finding : diagnostics.sorted()) {
        hold(inside(finding.span), "a finding lies in the text", finding.message);
        hold(!finding.message.empty(), "a finding has words");
        for (const auto& label : finding.labels)
            hold(inside(label.span), "a label lies in the text", label.message);
    }
    const auto shown = dsl::render(diagnostics, true);
    hold(shown.empty() == diagnostics.empty(), "findings are shown");
}

}  // namespace colonnade::fuzz
