// SPDX-License-Identifier: Apache-2.0
// The entry over a plugin's parts. A plugin writes
//   constinit const colonnade_plugin colonnade_plugin_entry =
//       colonnade::sdk::plugin<CvGap, LastChange>("brand", "1.0.0");
// and nothing else about the contract. One that brings rules, self-tests or a source names them
// among its functions: `plugin<CvGap, Rules, Tests>`, where
//   constexpr auto Rules = sdk::rules(rules_text);
//   constexpr auto Tests = sdk::selftest(selftest_text);
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "colonnade/sdk/definition.hpp"
#include "colonnade/sdk/functions.hpp"
#include "colonnade/sdk/guard.hpp"

namespace colonnade::sdk {

// `text` is a literal, or an array that ends with a NUL as the build makes it of a file.
template <std::size_t Size>
[[nodiscard]] constexpr colonnade_rules rules(const char (&text)[Size]) {
    return {sizeof(colonnade_rules), 0, {text, Size - 1}};
}
template <std::size_t Size>
[[nodiscard]] constexpr colonnade_selftest selftest(const char (&text)[Size]) {
    return {sizeof(colonnade_selftest), 0, {text, Size - 1}};
}

// The extension that a part is; a function is only a piece of one.
[[nodiscard]] constexpr std::string_view extension_id(const Definition& /*part*/) {
    return {};
}
[[nodiscard]] constexpr std::string_view extension_id(const colonnade_rules& /*part*/) {
    return COLONNADE_RULES_ID;
}
[[nodiscard]] constexpr std::string_view extension_id(const colonnade_selftest& /*part*/) {
    return COLONNADE_SELFTEST_ID;
}
[[nodiscard]] constexpr std::string_view extension_id(const colonnade_source& /*part*/) {
    return COLONNADE_SOURCE_ID;
}

template <const auto&... Parts>
struct Plugin {
    template <class Kind>
    static constexpr std::size_t count = (std::size_t{0} + ... +
                                          (std::is_same_v<decltype(Parts), const Kind&> ? 1U : 0U));
    static_assert(count<colonnade_rules> <= 1 && count<colonnade_selftest> <= 1 &&
                      count<colonnade_source> <= 1,
                  "a plugin has its rules, self-tests and source once");

    // The host never calls init and deinit at once, so a plain counter will do.
    static inline std::int32_t users = 0;

    static std::int32_t init(const colonnade_host* host, colonnade_error* error) noexcept {
        if (host == nullptr || host->abi_major != COLONNADE_ABI_MAJOR) {
            return report(error, COLONNADE_UNSUPPORTED, "the host speaks another plugin ABI");
        }
        ++users;
        return COLONNADE_OK;
    }
    static void deinit() noexcept {
        if (users > 0) --users;
    }
    static const void* get(colonnade_text id) noexcept {
        if (users == 0 || id.data == nullptr || id.size == 0) return nullptr;
        if (HasFunctions && view_of(id) == COLONNADE_FUNCTIONS_ID) return functions();
        const void* found = nullptr;
        ((found = extension_id(Parts) == view_of(id) ? &Parts : found), ...);
        return found;
    }

private:
    static constexpr bool HasFunctions = count<Definition> > 0;
    using All = std::array<const Definition*, count<Definition>>;

    static constexpr void add(All& all, std::size_t& size, const Definition& part) {
        all[size++] = &part;
    }
    template <class Other>
    static constexpr void add(All& /*all*/, std::size_t& /*size*/, const Other& /*part*/) {}
    static constexpr All definitions() {
        All all{};
        std::size_t size = 0;
        (add(all, size, Parts), ...);
        return all;
    }
    static constexpr All all_definitions = definitions();

    static const void* functions() noexcept {
        if constexpr (HasFunctions) return &Functions<all_definitions>::extension;
        return nullptr;
    }
};

// Both texts are literals.
template <const auto&... Parts>
[[nodiscard]] constexpr colonnade_plugin plugin(std::string_view id, std::string_view version) {
    using This = Plugin<Parts...>;
    return {
        sizeof(colonnade_plugin), COLONNADE_ABI_MAJOR, COLONNADE_ABI_MINOR, 0,        text_of(id),
        text_of(version),         This::init,          This::deinit,        This::get};
}

}  // namespace colonnade::sdk
