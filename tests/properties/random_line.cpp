// SPDX-License-Identifier: Apache-2.0
#include "tests/properties/random_line.hpp"

#include <algorithm>

#include "tests/support/world.hpp"

namespace colonnade::tests {

using dsl::Kind;

std::string LineMaker::one_of(std::initializer_list<const char*> choices) {
    return *(choices.begin() + below(choices.size()));
}

LineMaker::Style LineMaker::style() {
    Style style;
    if (happens(30)) style.behind_comma = style.behind_colon = one_of({" ", "\t", "  ", " \r"});
    if (happens(10)) style.behind_comma = " ";
    if (happens(10)) style.before_comma = one_of({" ", "\t "});
    if (happens(20)) style.line_end = one_of({"\r\n", " \n", "\n\n", " \t\r\n \n"});
    style.is_shuffled = happens(20);
    style.percent_known = happens(50) ? 100 : 50 + below(50);
    style.percent_odd = happens(80) ? 0 : below(4);
    return style;
}

std::string LineMaker::lines() {
    std::string lines;
    const auto usual = style();
    const auto count = 1 + below(12);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& style = happens(85) ? usual : this->style();
        auto line = document(style);
        if (happens(20)) line = broken(std::move(line));
        lines += line + style.line_end;
    }
    if (happens(50)) lines.resize(lines.find_last_not_of(" \t\r\n") + 1);
    return lines;
}

std::string LineMaker::member(const Style& style, std::string_view key, const std::string& value) {
    return '"' + std::string(key) + (happens(1) ? "\" :" : "\":") + style.behind_colon + value;
}

std::string LineMaker::joined(const Style& style, std::vector<std::string> parts) {
    if (style.is_shuffled) std::shuffle(parts.begin(), parts.end(), chance_);
    std::string text = style.before_comma;
    for (const auto& part : parts)
        text += (&part == parts.data() ? "" : "," + style.behind_comma) + part + style.before_comma;
    return text;
}

std::string LineMaker::document(const Style& style) {
    std::vector<std::string> members;
    const auto add = [&](std::string_view key, const std::string& value) {
        members.push_back(member(style, key, value));
    };
    if (happens(80)) add("profile", happens(99) ? "1" : one_of({"2", "1.0", "\"1\"", "null"}));
    if (happens(90)) add("id", happens(98) ? text() : one_of({"null", "7", "[]"}));
    if (happens(98)) add("as_of", happens(98) ? moment() : one_of({"null", "1", "\"today\""}));
    if (happens(20)) add("coverage", "{" + member(style, "events", moment()) + "}");
    if (happens(20))
        add("stated",
            happens(5) ? "[1]" : one_of({"[]", "[\"flag\"]", "[\"n\", \"odd\"]", "null"}));
    if (happens(20)) add(one_of({"hat", "shoe", "größe"}), value(style, {Kind::Text}));
    for (const auto& fact : everything().facts) {
        if (!happens(style.percent_known)) continue;
        add(fact.name, fact.type.is(Kind::List) ? list(style, fact) : value(style, fact.type));
    }
    return "{" + joined(style, std::move(members)) + "}";
}

std::string LineMaker::list(const Style& style, const dsl::Fact& fact) {
    std::vector<std::string> records(below(5));
    for (auto& record : records) {
        std::vector<std::string> members;
        for (const auto& field : fact.fields) {
            if (happens(style.percent_known))
                members.push_back(member(style, field.name, value(style, field.type)));
        }
        if (happens(5)) members.push_back(member(style, "hat", one_of({"1", "{}", "[[1e3]]"})));
        record = "{" + joined(style, std::move(members)) + "}";
    }
    return "[" + joined(style, std::move(records)) + "]";
}

std::string LineMaker::value(const Style& style, const dsl::Type& type) {
    if (happens(style.percent_odd)) {
        return one_of({"null", "nul", "true", "tru", "0", "-1", "101", "\"\"", "[]", "{}", "[{}]",
                       "\"x\"", "\"60%\"", "[1,{\"a\":[true,null,\"\\n\"]}]", "01", "+1", ".5"});
    }
    switch (type.kind) {
        case Kind::YesNo:
            return one_of({"true", "false"});
        case Kind::Number:
            return number();
        case Kind::Share:
            return one_of({"0", "1", "0.6", "0.25", "\"60%\"", "\"12.5%\"", "0.123456789012345"});
        case Kind::Duration:
            return one_of({"\"3 days\"", "\"1 week\"", "\"0.5 years\"", "\"36 hours\""});
        case Kind::Rate:
            return one_of({"\"2 per week\"", "\"1 per day\""});
        case Kind::Category:
            return '"' + type.category->values[below(type.category->values.size())] + '"';
        case Kind::Text:
            return text();
        default:
            return moment();
    }
}

// Nearly all from 0 to 100, which is where most facts have to be.
std::string LineMaker::number() {
    if (happens(50)) return std::to_string(below(101));
    if (happens(60)) return std::to_string(below(100)) + "." + std::to_string(below(1'000'000));
    if (happens(50)) return "0." + std::to_string(chance_()) + std::to_string(chance_());
    if (happens(90)) {
        return one_of({"7.0", "0.0", "0e0", "1e1", "1E+1", "2.5e-3", "1e-400", "5e-324", "-0",
                       "0.30000000000000004", "99.99999999999999", "1.00000000", "-0.0",
                       "3.14159265358979323846264338327950", "2.2250738585072011e-308",
                       "0.00000000", "12.34567890123", "8.5e0", "9007199254740993e-15"});
    }
    return one_of({"1e400", "12345678", "1234567.1234567", "12345678.5", "9007199254740993",
                   "123456789012345678", "1234567890123456789", "18446744073709551616", "00", "1.",
                   "1.e3", "1e", "-", "-7", "-1.5", "1e5"});
}

std::string LineMaker::moment() {
    const auto two = [this](std::size_t most) {
        const auto number = below(most);
        return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    auto day = std::to_string(2000 + below(30)) + "-1" + two(3)[1] + "-1" + two(10)[1];
    if (happens(10)) day = std::to_string(1900 + below(201)) + "-0" + two(9)[1] + "-2" + two(9)[1];
    if (happens(1)) {
        day = one_of({"2024-02-29", "2023-02-29", "1900-02-29", "1900-01-01", "2100-12-31",
                      "1899-12-31", "2101-01-01", "2026-1-01", "2026-00-10", "2026-13-10",
                      "2026-04-31", "2026-10-00", "2026/10/10"});
    }
    if (happens(50)) return '"' + day + '"';
    const auto time = two(24) + ":" + two(60) + ":" + two(60);
    if (happens(99)) return '"' + day + "T" + time + "Z\"";
    return '"' + day +
           one_of({"T", "T24:00:00Z", "T10:00", "T10:00:00z", " 10:00:00Z", "T10:00:60Z",
                   "T10:00:00Z ", "T1\\u0030:00:00Z", "T10:60:00Z"}) +
           '"';
}

std::string LineMaker::text() {
    std::string text(1, '"');
    for (auto words = below(6); words > 0; --words) {
        text += happens(70) ? one_of({"Lead ", "a", "of a team with a rather long name ", ", ",
                                      "Größe", "𝄞", "[", "}:", "%"})
                            : one_of({"\\n", "\\\"", "\\\\", "\\/", "\\u00e4", "\\u00E4",
                                      "\\ud83d\\ude80", "\\t", "\\u0000", "\\b\\f\\r"});
    }
    if (happens(1))
        text += one_of({"\\ud83d", "\\ude80", "\\ud83d\\u0041", "\\x", "\\u12", "\t", "\xff",
                        "\xc3", "\xed\xa0\x80", "\\"});
    return text + '"';
}

// One small change, anywhere.
std::string LineMaker::broken(std::string line) {
    const auto at = below(line.size());
    const auto end = std::min(line.size(), at + 1 + below(30));
    switch (below(6)) {
        case 0:
            line[at] = static_cast<char>(below(256));
            break;
        case 1:
            line.erase(at, 1 + below(3));
            break;
        case 2:
            line.insert(at, one_of({" ", ",", "\"", "{", "}", "[", "]", ":", "\\", "\n", "0", "-",
                                    "null", "\t", "e5", "\xEF\xBB\xBF", "/**/"}));
            break;
        case 3:
            line.resize(at);
            break;
        case 4:  // the same piece once more
            line.insert(end, line.substr(at, end - at));
            break;
        default: {  // a member once more
            const auto comma = line.find(',', at);
            const auto next = comma == line.npos ? comma : line.find(',', comma + 1);
            if (next != line.npos) line.insert(next, line.substr(comma, next - comma));
        }
    }
    return line;
}

}  // namespace colonnade::tests
