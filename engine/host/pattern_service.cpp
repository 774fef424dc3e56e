// SPDX-License-Identifier: Apache-2.0
#include "engine/host/pattern_service.hpp"

#include <string_view>
#include <utility>
#include <variant>

#include "dsl/text/pattern.hpp"
#include "engine/host/abi.hpp"
#include "engine/host/refusal.hpp"

// What the contract names and leaves open.
struct colonnade_pattern {
    colonnade::dsl::Pattern pattern;
};

namespace colonnade::engine {
namespace {

std::string_view view_of(colonnade_text text) {
    return text.data == nullptr ? std::string_view() : std::string_view(text.data, text.size);
}

const colonnade_pattern* compile(const colonnade_host* /*host*/, colonnade_text text,
                                 colonnade_error* error) noexcept {
    const colonnade_pattern* made = nullptr;
    const bool is_fine = contained([&] {
        auto read = dsl::Pattern::read(view_of(text));
        if (const auto* problem = std::get_if<dsl::PatternProblem>(&read)) {
            fill_error(error, COLONNADE_INVALID_ARGUMENT, problem->message);
        } else {
            made = new colonnade_pattern{std::get<dsl::Pattern>(std::move(read))};
        }
    });
    if (!is_fine) fill_error(error, COLONNADE_NO_MEMORY, "");
    return made;
}

std::int32_t matches(const colonnade_pattern* pattern, colonnade_text text) noexcept {
    bool is_match = false;
    if (pattern == nullptr) return 0;
    const bool is_fine = contained([&] { is_match = pattern->pattern.occurs_in(view_of(text)); });
    return is_fine && is_match ? 1 : 0;
}

void release(const colonnade_pattern* pattern) noexcept {
    delete pattern;
}

}  // namespace

const colonnade_host_regex& pattern_service() {
    static constexpr colonnade_host_regex Service = {sizeof(colonnade_host_regex), 0, compile,
                                                     matches, release};
    return Service;
}

}  // namespace colonnade::engine
