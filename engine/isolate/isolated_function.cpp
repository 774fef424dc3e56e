// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/isolated_function.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "dsl/text/unicode.hpp"
#include "engine/host/abi.hpp"
#include "engine/isolate/call_failures.hpp"
#include "engine/isolate/shared_output.hpp"

namespace colonnade::engine {
namespace {

using std::chrono::milliseconds;

// While the guilty row is looked for, each half gets this part of a whole call's time: a function
// that hangs on one of 65,536 rows hangs 16 more times.
constexpr int SearchPart = 8;
// And all of them together so many whole calls. The rows that are left then count as guilty.
constexpr int MostSearchCalls = 5;
constexpr const char* TooLarge = "takes more data for one row than fits into its memory";

void fail(Rows rows, const std::string& why, std::vector<CallFailure>& failures) {
    for (auto row = rows.begin; row < rows.end; ++row)
        failures.push_back({row, why});
}

// The second half first, for a stack.
void push_halves(Rows rows, std::vector<Rows>& pieces) {
    const auto middle = rows.begin + rows.size() / 2;
    pieces.push_back({middle, rows.end});
    pieces.push_back({rows.begin, middle});
}

}  // namespace

std::unique_ptr<IsolatedFunction> IsolatedFunction::make(
    std::shared_ptr<const IsolatedPlugin> plugin, std::int32_t index, std::string& problem) {
    const std::scoped_lock lock(plugin->child().mutex());
    std::unique_ptr<IsolatedFunction> made(new IsolatedFunction(plugin, index));
    const auto attempt = made->make_object();
    if (attempt.broke) {
        if (!plugin->child().quarantine()) plugin->child().count_incident(*attempt.broke);
        problem = *attempt.broke;
    } else if (!attempt.failures.empty()) {
        problem = attempt.failures.front().message;
    } else {
        return made;
    }
    return nullptr;
}

// An object that was never made, or is gone with its process, has nothing to end.
IsolatedFunction::~IsolatedFunction() {
    if (generation_ < 0) return;
    auto& child = plugin_->child();
    const std::scoped_lock lock(child.mutex());
    if (!child.is_running() || generation_ != child.generation()) return;
    // Nobody is left to be told.
    static_cast<void>(child.ask(Message::DropFunction, WireWriter().number(number_).bytes(),
                                child.limits().stop));
}

IsolatedFunction::Attempt IsolatedFunction::make_object() {
    auto& child = plugin_->child();
    number_ = child.next_number();
    auto reply =
        child.ask(Message::MakeFunction, WireWriter().number(number_).number(index_).bytes(),
                  child.limits().answer);
    if (reply.broke) return {{}, std::move(reply.broke)};
    generation_ = child.generation();
    if (!reply.failed) return {};
    generation_ = -1;
    WireReader from(reply.payload);
    return {{{CallFailure::EveryRow, dsl::visible(cut_text(from.text(), MostMessageBytes))}}};
}

std::vector<CallFailure> IsolatedFunction::call(const colonnade_batch& batch,
                                                colonnade_output& output) {
    auto& child = plugin_->child();
    const std::scoped_lock lock(child.mutex());
    Search search;
    search.pieces.push_back({0, batch.rows});
    while (!search.pieces.empty()) {
        const auto rows = search.pieces.back();
        search.pieces.pop_back();
        take(attempt(batch, rows, search.end.has_value(), output), rows, search);
    }
    // It broke, and then did not do it again.
    if (search.broke && !search.is_found) child.count_incident(*search.broke);
    return std::move(search.failures);
}

void IsolatedFunction::take(Attempt attempt, Rows rows, Search& search) {
    auto& child = plugin_->child();
    const bool is_one = rows.size() <= 1;
    if (attempt.does_not_fit) {
        if (!is_one) return push_halves(rows, search.pieces);
        return fail(rows, TooLarge, search.failures);
    }
    if (!attempt.broke) {
        search.failures.insert(search.failures.end(), attempt.failures.begin(),
                               attempt.failures.end());
        return;
    }
    if (child.quarantine()) return fail(rows, *child.quarantine(), search.failures);
    search.broke = std::move(attempt.broke);
    if (!search.end) search.end.emplace(time_for(rows, false) * MostSearchCalls);
    if (!is_one && !search.end->passed()) return push_halves(rows, search.pieces);
    search.is_found = true;
    child.count_incident(*search.broke);
    fail(rows, *search.broke, search.failures);
}

IsolatedFunction::Attempt IsolatedFunction::attempt(const colonnade_batch& batch, Rows rows,
                                                    bool is_search, colonnade_output& output) {
    auto& child = plugin_->child();
    if (child.quarantine()) return {{}, child.quarantine()};
    if (!child.is_running() || generation_ != child.generation()) {
        auto made = make_object();
        if (made.broke || !made.failures.empty()) return made;
    }
    WrittenBatch written;
    const bool fits = OutputLayout(output.kind, rows.size()).end() <= OutputBytes &&
                      ColumnWriter(child.input().bytes()).write(batch, rows, written);
    if (!fits) return {{}, {}, true};
    return ask(written, rows, time_for(rows, is_search), output);
}

IsolatedFunction::Attempt IsolatedFunction::ask(const WrittenBatch& written, Rows rows,
                                                milliseconds time, colonnade_output& output) {
    auto& child = plugin_->child();
    const SharedOutput shared(child.output().bytes(), rows, output);
    WireWriter question;
    question.number(number_).number(written.at).number(written.size).number(output.kind);
    auto reply = child.ask(Message::Call, question.bytes(), time);
    if (reply.broke) return {{}, std::move(reply.broke)};
    auto failures = reply.failed ? std::nullopt : read_failures(reply.payload, rows);
    if (!failures) return {{}, child.give_up_on_answer()};
    shared.copy_to(output);
    return {std::move(*failures)};
}

milliseconds IsolatedFunction::time_for(Rows rows, bool is_search) const {
    const auto& limits = plugin_->child().limits();
    const auto row_time =
        std::chrono::ceil<milliseconds>(limits.row * std::max<std::int64_t>(rows.size(), 1));
    return (is_search ? limits.call / SearchPart : limits.call) + row_time;
}

}  // namespace colonnade::engine
