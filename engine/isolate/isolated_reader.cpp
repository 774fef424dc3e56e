// SPDX-License-Identifier: Apache-2.0
#include "engine/isolate/isolated_reader.hpp"

#include <fmt/format.h>

#include "dsl/text/unicode.hpp"
#include "engine/host/plugin_reader.hpp"

namespace colonnade::engine {
namespace {

// A document, and what is around it.
constexpr std::size_t MostDocumentFrame = MostSourceBytes + 1024;

using What = SourceProblem::What;

std::optional<SourceProblem> read_problem(const std::string& payload) {
    WireReader from(payload);
    const auto what = from.number<std::uint8_t>();
    SourceProblem problem{
        what == static_cast<std::uint8_t>(What::Unreadable) ? What::Unreadable : What::Plugin,
        dsl::visible(from.text())};
    if (!from.is_done() || problem.message.empty()) return std::nullopt;
    return problem;
}

}  // namespace

std::unique_ptr<IsolatedReader> IsolatedReader::open(std::shared_ptr<const IsolatedPlugin> plugin,
                                                     std::unique_ptr<HostStream> stream,
                                                     const std::string& options_json,
                                                     SourceProblem& problem) {
    auto& child = plugin->child();
    const std::scoped_lock lock(child.mutex());
    std::unique_ptr<IsolatedReader> made(new IsolatedReader(std::move(plugin), std::move(stream)));
    made->number_ = child.next_number();
    made->stream_number_ = child.streams().lend(made->stream_->abi());
    WireWriter question;
    question.number(made->number_);
    StreamTable::write(made->stream_number_, made->stream_->abi(), question);
    question.text(options_json);
    std::optional<SourceProblem> refused;
    static_cast<void>(made->ask(Message::Open, question.bytes(), refused));
    made->generation_ = child.is_running() ? child.generation() : -1;
    if (!refused) return made;
    problem = std::move(*refused);
    // The destructor would wait for the lock, and there is nothing to close.
    child.streams().take_back(made->stream_number_);
    made->generation_ = -1;
    return nullptr;
}

// A reader that is gone with its process, or was never made, has nothing to close.
IsolatedReader::~IsolatedReader() {
    if (generation_ < 0) return;
    auto& child = plugin_->child();
    const std::scoped_lock lock(child.mutex());
    if (!is_there()) return;
    // Nobody is left to be told.
    static_cast<void>(
        child.ask(Message::CloseReader, WireWriter().number(number_).bytes(), child.limits().stop));
    child.streams().take_back(stream_number_);
}

bool IsolatedReader::is_there() const {
    return plugin_->child().is_running() && generation_ == plugin_->child().generation();
}

SourceProblem IsolatedReader::broken(const std::string& why) const {
    return {What::Plugin, fmt::format("plugin `{}` {}", plugin(), why)};
}

std::optional<std::string> IsolatedReader::ask(Message message, std::string question,
                                               std::optional<SourceProblem>& problem) {
    auto& child = plugin_->child();
    auto reply = child.ask(message, std::move(question), child.limits().source, MostDocumentFrame);
    if (!reply.broke && reply.failed) {
        problem = read_problem(reply.payload);
        if (problem) return std::nullopt;
        reply.broke = child.give_up_on_answer();
    }
    if (reply.broke) {
        if (!child.quarantine()) child.count_incident(*reply.broke);
        problem = broken(*reply.broke);
        return std::nullopt;
    }
    // Its first byte says whether there is one.
    if (reply.payload.empty() || reply.payload.front() == 0) return std::nullopt;
    reply.payload.erase(0, 1);
    return std::move(reply.payload);
}

std::optional<std::string> IsolatedReader::next(std::optional<SourceProblem>& problem) {
    problem.reset();
    if (is_done_) return std::nullopt;
    const std::scoped_lock lock(plugin_->child().mutex());
    std::optional<std::string> document;
    if (is_there()) {
        document = ask(Message::Next, WireWriter().number(number_).bytes(), problem);
    } else {
        problem = broken("broke before the data was read");
    }
    is_done_ = !document;
    return document;
}

std::string IsolatedReader::report(std::optional<SourceProblem>& problem) {
    problem.reset();
    const std::scoped_lock lock(plugin_->child().mutex());
    if (!is_there()) {
        problem = broken("broke before its report");
        return {};
    }
    return ask(Message::Report, WireWriter().number(number_).bytes(), problem).value_or("");
}

}  // namespace colonnade::engine
