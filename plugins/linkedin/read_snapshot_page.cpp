// SPDX-License-Identifier: Apache-2.0
// The JSON of a member snapshot, event by event, so that nothing is built of what is not asked for.
// The parser keeps no stack of calls, and ours is bounded.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "limits.hpp"
#include "snapshot.hpp"
#include "text.hpp"

namespace colonnade::linkedin {
namespace {

using nlohmann::json;

class PageReader : public nlohmann::json_sax<json> {
public:
    explicit PageReader(Snapshot& snapshot) : snapshot_(snapshot) {}

    bool null() override { return text({}); }
    bool boolean(bool value) override { return text(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return text(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return text(std::to_string(value)); }
    bool number_float(number_float_t /*value*/, const string_t& written) override {
        return text(written);
    }
    bool string(string_t& value) override { return text(std::move(value)); }
    bool binary(binary_t& /*value*/) override { return false; }

    bool key(string_t& name) override {
        key_ = std::move(name);
        return true;
    }

    bool start_object(std::size_t /*size*/) override {
        switch (where()) {
            case In::Nothing:
            case In::Pages:
                return enter(In::Page);
            case In::Elements:
                domain_.clear();
                rows_.clear();
                return enter(In::Element);
            case In::Rows:
                row_.clear();
                return enter(In::Row);
            default:
                return enter_other();
        }
    }

    bool start_array(std::size_t /*size*/) override {
        if (where() == In::Nothing) return enter(In::Pages);
        if (where() == In::Page && key_ == "elements") return enter(In::Elements);
        if (where() == In::Element && key_ == "snapshotData") return enter(In::Rows);
        if (where() != In::Page) return enter_other();
        domain_ = std::move(key_);
        rows_.clear();
        return enter(In::Rows);
    }

    bool end_object() override {
        const auto left = leave();
        if (left == In::Row) {
            if (!snapshot_.count_cells(row_.size())) return fail("it has more than 8000000 cells");
            rows_.push_back(std::move(row_));
        }
        return left != In::Element || finish_domain();
    }

    bool end_array() override {
        return leave() != In::Rows || where() == In::Element || finish_domain();
    }

    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const json::exception& /*error*/) override {
        position_ = position;
        return false;
    }

    // Where the reader stopped, from the start of the text; nothing where fail() gave a reason.
    [[nodiscard]] std::size_t position() const { return position_; }
    [[nodiscard]] const std::string& problem() const { return problem_; }
    // The domain whose rows were being read, where it is known.
    [[nodiscard]] std::string open_domain() const {
        const auto is_here = [this](In part) {
            return std::find(stack_.begin(), stack_.end(), part) != stack_.end();
        };
        return is_here(In::Element) || is_here(In::Rows) ? domain_ : std::string();
    }

private:
    enum class In { Nothing, Pages, Page, Elements, Element, Rows, Row, Other };

    [[nodiscard]] In where() const { return stack_.empty() ? In::Nothing : stack_.back(); }

    bool enter(In part) {
        if (stack_.size() >= MostJsonDepth) return fail("it is more than 16 levels deep");
        stack_.push_back(part);
        return true;
    }

    // What stands there says nothing, but in a row its key is a column.
    bool enter_other() {
        if (where() == In::Row) row_.emplace_back(std::move(key_), std::string());
        return enter(In::Other);
    }

    In leave() {
        const auto part = stack_.back();
        stack_.pop_back();
        return part;
    }

    bool text(std::string value) {
        if (where() == In::Row) row_.emplace_back(std::move(key_), std::move(value));
        if (where() == In::Element && key_ == "snapshotDomain") domain_ = std::move(value);
        return true;
    }

    bool finish_domain() {
        if (domain_.empty()) return rows_.empty() || fail("it has rows without a `snapshotDomain`");
        if (domain_.size() > MostNameBytes) return fail("the name of a domain is too long");
        const bool fits = snapshot_.add(domain_, std::move(rows_));
        rows_.clear();
        return fits || fail("it has more domains than a snapshot can have");
    }

    bool fail(std::string_view why) {
        problem_ = why;
        domain_.clear();
        return false;
    }

    Snapshot& snapshot_;
    std::vector<In> stack_;
    std::string key_;
    std::string domain_;
    SnapshotRow row_;
    std::vector<SnapshotRow> rows_;
    std::size_t position_ = 0;
    std::string problem_;
};

std::string no_json_from(std::string_view text, std::size_t position) {
    const auto read = text.substr(0, position > 0 ? position - 1 : 0);
    return "it is no JSON from line " +
           std::to_string(std::count(read.begin(), read.end(), '\n') + 1) + " on";
}

}  // namespace

Failure read_snapshot_page(std::string_view name, std::string& text, Snapshot& snapshot) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    (void)repair_utf8(text);
    PageReader reader(snapshot);
    if (json::sax_parse(text, &reader)) return {};
    auto why = reader.problem();
    const auto domain = reader.open_domain();
    if (why.empty()) why = no_json_from(text, reader.position());
    if (!name.empty()) why = shown_name(name) + ": " + why;
    if (domain.empty() || snapshot.is_empty()) return {COLONNADE_UNSUPPORTED, why};
    snapshot.refuse(domain, why);
    return {};
}

}  // namespace colonnade::linkedin
