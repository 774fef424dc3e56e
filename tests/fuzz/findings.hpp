// SPDX-License-Identifier: Apache-2.0
// What every finding promises: it lies in its text, has words, and can be shown.
#pragma once

#include "dsl/text/diagnostic.hpp"
#include "dsl/text/render.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace colonnade::fuzz {

inline bool lies_in(const dsl::Span& span, const dsl::Source& source) {
    return span.begin <= span.end && span.end <= source.text().size();
}

inline void check_findings(const dsl::Diagnostics& diagnostics) {
    for (const auto& finding : diagnostics.sorted()) {
        const auto& source = *finding.source;
        hold(lies_in(finding.span, source), "a finding lies in the text", finding.message);
        hold(!finding.message.empty(), "a finding has words");
        for (const auto& label : finding.labels)
            hold(lies_in(label.span, label.source ? *label.source : source),
                 "a label lies in the text", label.message);
        for (const auto& edit : finding.fix)
            hold(lies_in(edit.span, source), "what is mended lies in the text", finding.message);
    }
    const auto shown = dsl::render(diagnostics, true);
    hold(shown.empty() == diagnostics.empty(), "findings are shown");
}

}  // namespace colonnade::fuzz
