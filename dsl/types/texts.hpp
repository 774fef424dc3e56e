// SPDX-License-Identifier: Apache-2.0
// One text in several languages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace colonnade::dsl {

class Texts {
public:
    void reserve(std::size_t languages) { items_.reserve(languages); }
    void set(std::string language, std::string text) {
        items_.emplace_back(std::move(language), std::move(text));
    }

    [[nodiscard]] bool empty() const { return items_.empty(); }
    [[nodiscard]] bool has(std::string_view language) const { return find(language) != nullptr; }
    // The text in `language`, else in the first one given, else empty.
    [[nodiscard]] std::string_view in(std::string_view language) const {
        if (const auto* text = find(language)) return *text;
        return items_.empty() ? std::string_view{} : std::string_view(items_.front().second);
    }
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& items() const {
        return items_;
    }

private:
    [[nodiscard]] const std::string* find(std::string_view language) const {
        for (const auto& [name, text] : items_) {
            if (name == language) return &text;
        }
        return nullptr;
    }

    std::vector<std::pair<std::string, std::string>> items_;
};

}  // namespace colonnade::dsl
