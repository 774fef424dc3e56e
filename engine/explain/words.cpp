// SPDX-License-Identifier: Apache-2.0
#include "engine/explain/words.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace colonnade::engine {
namespace {

struct UnitWords {
    std::string_view one;
    std::string_view more;
};

constexpr std::array<UnitWords, 7> GermanUnits{{{"Sekunde", "Sekunden"},
                                                {"Minute", "Minuten"},
                                                {"Stunde", "Stunden"},
                                                {"Tag", "Tage"},
                                                {"Woche", "Wochen"},
                                                {"Monat", "Monate"},
                                                {"Jahr", "Jahre"}}};

// Groups of three digits are set apart from five digits on, so that years and 1234 stay as they
// are.
std::string grouped(std::string digits, char separator) {
    if (digits.size() < 5) return digits;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(digits.begin() + at, separator);
    }
    return digits;
}

}  // namespace

bool is_german(std::string_view language) {
    return language == "de";
}

std::string number_text(double value, int decimals, std::string_view language) {
    auto text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const auto point = text.find('.');
    auto whole = text.substr(0, point);
    auto fraction = point == std::string::npos ? std::string{} : text.substr(point + 1);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    const bool german = is_german(language);
    const bool zero = whole == "0" && fraction.empty();
    text = grouped(std::move(whole), german ? '.' : ',');
    if (!fraction.empty()) text += (german ? "," : ".") + fraction;
    return value < 0 && !zero ? "-" + text : text;
}

std::string number_text(double value, std::string_view language) {
    const double size = std::abs(value);
    return number_text(value, size >= 100 ? 0 : size >= 1 ? 1 : 2, language);
}

std::string characters_text(double count, std::string_view language) {
    const auto number = number_text(count, 0, language);
    if (is_german(language)) return number + " Zeichen";
    return number + (count == 1 ? " character" : " characters");
}

std::string unit_text(dsl::Unit unit, bool one, std::string_view language) {
    if (is_german(language)) {
        const auto& words = GermanUnits.at(static_cast<std::size_t>(unit));
        return std::string(one ? words.one : words.more);
    }
    return std::string(dsl::text_of(unit)) + (one ? "" : "s");
}

}  // namespace colonnade::engine
