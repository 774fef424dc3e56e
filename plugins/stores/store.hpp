// SPDX-License-Identifier: Apache-2.0
// What keeps results: the interface between the program and the libraries that know a database.
// They are built and installed together, so it is C++; its number tells a library of another
// version before anything else of it is touched.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace colonnade::stores {

inline constexpr std::uint32_t InterfaceVersion = 1;

// Somebody else may be writing; longer than this nobody writes.
inline constexpr int MostWaitMilliseconds = 5000;

struct StoreProblem {
    std::string message;  // "`x` is no store of Colonnade"
    std::string help;
};

// What makes a result the same one: saved again, it takes the place of the one before.
struct ResultKey {
    std::string profile;
    std::int64_t as_of = 0;       // seconds since 1970-01-01 UTC
    std::string rulebook_sha256;  // over all of its texts
    bool operator==(const ResultKey&) const = default;
};

struct StoredSummary {
    ResultKey key;
    std::string summary;  // JSON, of which a store knows nothing
};

// The profile document that a result was made of, and what was stated beside it.
struct StoredDocument {
    std::string json;
    std::string stated;
};

struct StoredResult {
    ResultKey key;
    std::string summary;
    std::string result;                      // JSON
    std::optional<StoredDocument> document;  // where it was to be kept
};

// All texts of a rulebook; kept once, however many results are by it.
struct StoredRulebook {
    std::string sha256;
    std::string texts;
};

struct StoredPerson {
    std::string profile;
    std::int64_t results = 0;
    std::int64_t first = 0;  // as_of
    StoredSummary latest;
};

// A store that is open. Every call is one transaction: all of it counts or nothing.
class Store {
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    [[nodiscard]] virtual std::optional<StoreProblem> save(
        std::span<const StoredResult> results, std::span<const StoredRulebook> rulebooks) = 0;
    // By id, byte by byte.
    [[nodiscard]] virtual std::variant<std::vector<StoredPerson>, StoreProblem> people() = 0;
    // By as_of, then in the order in which they were saved.
    [[nodiscard]] virtual std::variant<std::vector<StoredSummary>, StoreProblem> summaries(
        std::string_view profile) = 0;
    // Nothing where there is none.
    [[nodiscard]] virtual std::variant<std::optional<StoredResult>, StoreProblem> result(
        const ResultKey& key) = 0;
    [[nodiscard]] virtual std::variant<std::optional<std::string>, StoreProblem> rulebook(
        std::string_view sha256) = 0;
    // How many results it were; rulebooks that nothing else needs go with them. Their bytes are
    // gone, as far as a database can tell.
    [[nodiscard]] virtual std::variant<std::int64_t, StoreProblem> remove(
        std::string_view profile) = 0;
};

using OpenedStore = std::variant<std::unique_ptr<Store>, StoreProblem>;

enum class IfMissing { Create, Refuse };

// What a library offers under the name `colonnade_store_entry`.
struct StoreEntry {
    std::uint32_t interface_version = InterfaceVersion;
    // The store at `place`: a path, or a connection string.
    OpenedStore (*open)(const std::string& place, IfMissing if_missing) = nullptr;
};

}  // namespace colonnade::stores
