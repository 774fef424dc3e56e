// SPDX-License-Identifier: Apache-2.0
// A plugin with everything that one may have, written on the SDK: a function that asks the host for
// all that it offers, rules, self-tests, a source.
#include "colonnade/sdk.hpp"

namespace colonnade::tests {
namespace {

// Whether a text mentions a bridge, as 0 or 1.
void bridges(const sdk::Call& call) {
    const sdk::Pattern bridge = call.host().pattern("bridges?\\b");
    sdk::Arena arena(call.host());
    std::pmr::vector<std::int64_t> rows(&arena);
    const sdk::Texts texts = call.texts(0);
    for (std::int64_t row = 0; row < call.rows(); ++row) {
        call.host().stop_if_asked();
        if (!call.can_answer(row)) continue;
        call.set(row, 0.0);
        if (bridge.occurs_in(texts[row])) rows.push_back(row);
    }
    for (const std::int64_t row : rows)
        call.set(row, 1.0);
    if (rows.empty()) call.host().warn("no bridge");
}

constexpr sdk::Function BridgesSpec{
    .id = "bridges",
    .titles = {{"de", "Brücken"}, {"en", "Bridges"}},
    .descriptions = {{"de", "Ob der Text von Brücken spricht."},
                     {"en", "Whether the text speaks of bridges."}},
    .parameters = {{.name = "text", .kind = sdk::Kind::Text}},
    .result = {.kind = sdk::Kind::Number, .min = 0, .max = 1},
    .body = sdk::per_batch<bridges>,
};
constexpr sdk::Definition Bridges = sdk::define<BridgesSpec>();

// Every entry of a folder *.bridges, and a file of that name, is a document.
class Reader {
public:
    static constexpr sdk::SourceInfo info{.id = "bridges",
                                          .titles = {{"de", "Brücken"}, {"en", "Bridges"}}};

    static int probe(const sdk::Stream& stream) {
        const auto name = stream.name();
        if (name == "throws.bridges") throw sdk::Failure("never mind");
        return name.size() > 8 && name.substr(name.size() - 8) == ".bridges" ? 90 : 0;
    }

    Reader(sdk::Stream stream, std::string_view options, const sdk::Host& host)
        : stream_(stream), report_("{\"options\":" + std::string(options) + "}") {
        if (stream.name() == "closed.bridges")
            throw sdk::Failure("under repair", COLONNADE_UNREADABLE);
        host.info("reads " + std::string(stream.name()));
    }

    std::optional<std::string> next() {
        if (at_ == count()) return std::nullopt;
        if (!stream_.is_folder()) {
            ++at_;
            return stream_.begin(1000);
        }
        return stream_.open(at_++).begin(3);
    }

    [[nodiscard]] const std::string& report() const { return report_; }

private:
    [[nodiscard]] std::int64_t count() const { return stream_.is_folder() ? stream_.entries() : 1; }

    sdk::Stream stream_;
    std::string report_;
    std::int64_t at_ = 0;
};

constexpr char RulesText[] = "colonnade: 1\nrulebook: whole\n";
constexpr auto Rules = sdk::rules(RulesText);
constexpr auto Tests = sdk::selftest(
    R"({"function": "bridges", "as_of": "2026-11-20", "arguments": ["a bridge"], "result": 1}
)");
constexpr auto Source = sdk::source<Reader>();

}  // namespace
}  // namespace colonnade::tests

using namespace colonnade::tests;

constinit const colonnade_plugin colonnade_plugin_entry =
    colonnade::sdk::plugin<Bridges, Rules, Tests, Source>("whole", "1.0.0");
