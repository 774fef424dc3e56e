// SPDX-License-Identifier: Apache-2.0
// The one place that meets yaml-cpp, through its events: they show every key in order and every
// anchor, tag and alias before a tree exists, so nothing hostile is ever built. Exceptions live
// between the library's call and the next brace.
#include "dsl/yaml/read.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

#include "dsl/text/encoding.hpp"
#include "dsl/yaml/explain.hpp"
#include "dsl/yaml/quote.hpp"
#include "dsl/yaml/scalar_span.hpp"

namespace colonnade::dsl {
namespace {

// Where somebody says that a finding is meant so.
constexpr std::string_view AllowComment = " # colonnade:";

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789.,%-") == text.npos;
}

// Ends yaml-cpp's parse after a finding that makes the rest meaningless.
struct Stop {};

// Lets yaml-cpp read the source's own bytes.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) {
        auto* begin = const_cast<char*>(text.data());  // a streambuf's get area is never written
        setg(begin, begin, begin + text.size());
    }
};

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics,
                std::uint32_t file)
        : source_(source), diagnostics_(diagnostics), file_(file) {}

    [[nodiscard]] Node take_root() { return std::move(root_); }
    [[nodiscard]] std::size_t nodes() const { return nodes_; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ == 0) return;
        fail(Code::YamlFeature, at(mark),
             "a second document in the file, or text that YAML cannot read",
             "a file holds one document; look at the line before this place");
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        Node node;
        node.span = {offset(mark), offset(mark), file_};
        add(std::move(node));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse_alias(mark);
        Node node;
        node.kind = NodeKind::Scalar;
        node.span = at(mark);
        node.refused = true;
        add(std::move(node));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        const bool tagged = refuse_tag(mark, tag);
        if (value.size() > MostScalarBytes) {
            fail(Code::LimitExceeded, at(mark),
                 fmt::format("a text of {} bytes, more than {}", value.size(), MostScalarBytes),
                 "");
        }
        Node node;
        node.kind = NodeKind::Scalar;
        node.quoted = tag == "!";
        node.text = value;
        node.refused = tagged;
        if (!locate_scalar(source_->text(), offset(mark), node)) {
            fail(Code::YamlSyntax, at(mark), "a text without the quote at its end",
                 "close it; a quote inside the text is written twice or as \\\"");
        }
        node.span.file = file_;
        if (!expects_key()) warn_of_comment(node);
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(NodeKind::List, mark, tag, anchor, style);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(NodeKind::Map, mark, tag, anchor, style);
    }
    void OnMapEnd() override { close(); }

    // Reports what yaml-cpp gave up on.
    void explain(const YAML::Exception& e) {
        if (e.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR) return refuse_alias(e.mark);
        const auto place = offset(e.mark);
        const auto before = source_->text().substr(0, place);
        const auto line = before.substr(before.find_last_of('\n') + 1);
        const char found = place < source_->text().size() ? source_->text()[place] : ' ';
        auto [message, help, quotable] = explained(e.msg, line, found);
        // A bracket is missed far behind its opening one.
        const bool open = message.find("without its") != std::string::npos && !frames_.empty();
        report(Code::YamlSyntax, open ? frames_.back().node.span : at(e.mark), std::move(message),
               std::move(help), {}, quotable ? quoted(e.mark) : std::vector<Edit>());
    }

private:
    struct Frame {
        Node node;
        bool flow = false;
        bool has_key = false;
        Node key;
        std::unordered_map<std::string, std::size_t> keys;  // to the index of the entry
    };

    std::uint32_t offset(const YAML::Mark& mark) const {
        const auto size = static_cast<int>(source_->text().size());
        return static_cast<std::uint32_t>(std::clamp(mark.pos, 0, size));
    }
    // Empty at the end of the text.
    Span at(const YAML::Mark& mark) const {
        const auto size = static_cast<std::uint32_t>(source_->text().size());
        return {offset(mark), std::min(offset(mark) + 1, size), file_};
    }

    void report(Code code, Span span, std::string message, std::string help,
                std::vector<Label> labels = {}, std::vector<Edit> fix = {}) {
        diagnostics_.report({code, source_, span, std::move(message), std::move(help),
                             std::move(labels), std::move(fix)});
    }

    // The value at the mark in quotes, outside brackets.
    std::vector<Edit> quoted(const YAML::Mark& mark) const {
        if (!frames_.empty() && frames_.back().flow) return {};
        return quote_value(source_->text(), offset(mark), file_);
    }

    [[noreturn]] void fail(Code code, Span span, std::string message, std::string help) {
        report(code, span, std::move(message), std::move(help));
        throw Stop{};
    }

    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor == 0) return;
        report(Code::YamlFeature, at(mark), "an anchor (`&`)",
               "put the text in quotes, or use `define` for a name");
    }

    void refuse_alias(const YAML::Mark& mark) {
        report(Code::YamlFeature, at(mark), "an alias (`*`)",
               "put the text in quotes, or use `define` for a name");
    }

    // Answers whether there was one. yaml-cpp gives quoted texts the tag `!` too; their mark is at
    // the quote.
    bool refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        const bool written = tag == "!" && source_->text().substr(offset(mark)).starts_with('!');
        if (tag.empty() || tag == "?" || (tag == "!" && !written)) return false;
        report(Code::YamlFeature, at(mark), "a tag: YAML takes a word after `!` away from the text",
               "put the text in quotes", {}, quoted(mark));
        return true;
    }

    // `tip: Call #2` is cut by YAML without a word. Behind a number a comment can only be one, and
    // two blanks say that one is meant.
    void warn_of_comment(const Node& scalar) {
        const auto rest =
            source_->text().substr(std::min<std::size_t>(scalar.span.end, source_->text().size()));
        if (scalar.quoted || !scalar.verbatim || !rest.starts_with(" #")) return;
        if (rest.starts_with(AllowComment) || is_number(scalar.text)) return;
        const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
        report(Code::CommentInValue,
               {scalar.span.end + 1, scalar.span.end + static_cast<std::uint32_t>(end), file_},
               "YAML takes this for a comment: the value ends before it",
               "put two blanks before a comment, or the whole value in quotes");
    }

    void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              YAML::EmitterStyle::value style) {
        refuse_anchor(mark, anchor);
        (void)refuse_tag(mark, tag);
        if (frames_.size() >= MostYamlDepth) {
            fail(Code::LimitExceeded, at(mark),
                 fmt::format("nested deeper than {} levels", MostYamlDepth), "");
        }
        if (expects_key()) {
            fail(Code::YamlFeature, at(mark),
                 fmt::format("a key that is {}, not a text", text_of(kind)),
                 "is a bracket not closed? a text that starts with a bracket needs quotes");
        }
        Frame frame;
        frame.node.kind = kind;
        frame.node.span = at(mark);
        frame.flow = style == YAML::EmitterStyle::Flow;
        frames_.push_back(std::move(frame));
    }

    void close() {
        Node node = std::move(frames_.back().node);
        frames_.pop_back();
        add(std::move(node));
    }

    bool expects_key() const {
        return !frames_.empty() && frames_.back().node.kind == NodeKind::Map &&
               !frames_.back().has_key;
    }

    void add(Node node) {
        if (++nodes_ > MostYamlNodes) {
            fail(Code::LimitExceeded, node.span, fmt::format("more than {} values", MostYamlNodes),
                 "");
        }
        if (frames_.empty()) {
            root_ = std::move(node);
            return;
        }
        auto& frame = frames_.back();
        node.in_flow = frame.flow;
        if (frame.node.kind == NodeKind::List) {
            frame.node.items.push_back(std::move(node));
        } else if (frame.has_key) {
            frame.has_key = false;
            // yaml-cpp puts an empty value at the token after it, which may be lines away.
            if (node.kind == NodeKind::Empty) node.span = frame.key.span;
            add_entry(frame, std::move(node));
        } else {
            frame.key = std::move(node);
            frame.has_key = true;
        }
    }

    static void mark_cut(Node& value) {
        value.cut = value.kind == NodeKind::Scalar && !value.quoted;
    }

    // The first of two equal keys stays, so that what follows is checked against something.
    void add_entry(Frame& frame, Node value) {
        if (frame.key.text == "<<" && !frame.key.quoted) {
            report(Code::YamlFeature, frame.key.span, "a merge key (`<<`)", "write the keys out");
            return;
        }
        auto& entries = frame.node.entries;
        const auto [known, added] = frame.keys.emplace(frame.key.text, entries.size());
        const bool piece = frame.flow && value.kind == NodeKind::Empty;
        if (piece && !entries.empty()) mark_cut(entries.back().value);
        if (added || (piece && entries[known->second].value.kind == NodeKind::Empty)) {
            entries.push_back({std::move(frame.key), std::move(value)});
            return;
        }
        const auto& first = entries[known->second];
        report(Code::DuplicateKey, frame.key.span,
               fmt::format("`{}` stands here twice", frame.key.text),
               "delete one, or give it another name", {{first.key.span, "first here"}});
    }

    std::shared_ptr<const Source> source_;
    Diagnostics& diagnostics_;
    std::uint32_t file_;
    std::vector<Frame> frames_;
    Node root_;
    std::size_t nodes_ = 0;
    int documents_ = 0;
};

bool refuse_directives(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics) {
    const auto text = source->text();
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '%') {
            const auto offset = static_cast<std::uint32_t>(at);
            diagnostics.report(
                {Code::YamlFeature,
                 source,
                 {offset, offset + 1},
                 "a line that starts with `%`: YAML takes it for a directive and drops it",
                 "indent the line, or put the text in quotes"});
            return false;
        }
        const auto next = text.find('\n', at);
        at = next == std::string_view::npos ? text.size() : next + 1;
    }
    return true;
}

}  // namespace

std::optional<Node> read_yaml(const std::shared_ptr<const Source>& source, Diagnostics& diagnostics,
                              std::uint32_t file) {
    if (!check_encoding(source, diagnostics) || !refuse_directives(source, diagnostics))
        return std::nullopt;
    ViewBuffer buffer(source->text());
    std::istream stream(&buffer);
    TreeBuilder builder(source, diagnostics, file);
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        // Broken text can make yaml-cpp hand out empty documents without end; the second one stops
        // it.
        parser.HandleNextDocument(builder);
        return builder.take_root();
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& e) {
        builder.explain(e);
        return std::nullopt;
    }
}

}  // namespace colonnade::dsl
