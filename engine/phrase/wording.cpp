// SPDX-License-Identifier: Apache-2.0
#include "engine/phrase/wording.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

namespace colonnade::engine {

using dsl::Op;

// As long as there are operations: one line each. No default, so that the compiler finds one that
// has no words.
Wording wording_of(Op op) {
    switch (op) {
        case Op::Constant:
        case Op::Fact:
        case Op::Field:
            return {"{0}", "{0}"};
        case Op::TextConstant:
            return wording::Quoted;
        case Op::AsOf:
            return {"der Stichtag", "the day of the score"};
        case Op::Not:
            return {"es gilt nicht: {0}", "it does not hold: {0}"};
        case Op::And:
        case Op::Or:
        case Op::Add:
        case Op::Multiply:
            return {"{0}", "{0}"};
        case Op::Equal:
            return {"{0} ist {1}", "{0} is {1}"};
        case Op::NotEqual:
            return {"{0} ist nicht {1}", "{0} is not {1}"};
        case Op::Less:
            return {"{0} ist kleiner als {1}", "{0} is less than {1}"};
        case Op::LessEqual:
            return {"{0} ist höchstens {1}", "{0} is at most {1}"};
        case Op::Greater:
            return {"{0} ist größer als {1}", "{0} is more than {1}"};
        case Op::GreaterEqual:
            return {"{0} ist mindestens {1}", "{0} is at least {1}"};
        case Op::Contains:
            return {"{0} enthält {1}", "{0} contains {1}"};
        case Op::Matches:
            return {"{0} passt zum Muster {1}", "{0} fits the pattern {1}"};
        case Op::Subtract:
            return {"{0} minus {1}", "{0} minus {1}"};
        case Op::Divide:
            return {"{0} geteilt durch {1}", "{0} divided by {1}"};
        case Op::Saturate:
            return {"ein Anteil, der mit {0} wächst: 50 % bei {1}, nie ganz 100 %",
                    "a share that grows with {0}: 50% at {1}, never quite 100%"};
        case Op::Present:
            return {"{0} liegt vor", "{0} is there"};
        case Op::Known:
            return {"bekannt ist {0}", "it is known: {0}"};
        case Op::If:
            return {"{1}, wenn gilt: {0}; sonst {2}", "{1} if {0}; otherwise {2}"};
        case Op::FirstKnown:
            return {"das erste Bekannte aus {0}", "the first that is known of {0}"};
        case Op::Least:
            return {"der kleinste Wert aus {0}", "the least of {0}"};
        case Op::Greatest:
            return {"der größte Wert aus {0}", "the greatest of {0}"};
        case Op::Mean:
            return {"der Durchschnitt aus {0}", "the mean of {0}"};
        case Op::Length:
            return {"die Zahl der Zeichen von {0}", "the number of characters of {0}"};
        case Op::WordCount:
            return {"die Zahl der Wörter von {0}", "the number of words of {0}"};
        case Op::Lower:
            return {"{0} in Kleinbuchstaben", "{0} in lower case"};
        case Op::ListValue:
            return wording::Entries;
        case Op::WordsValue:
            return {"die Wortliste „{0}“", "the word list “{0}”"};
        case Op::Count:
            return {"die Zahl der {0}", "the number of {0}"};
        case Op::NotEmpty:
            return {"es gibt {0}", "there are {0}"};
        case Op::Rate:
            return {"wie oft es {1} einen Eintrag unter {0} gab",
                    "how often there was an entry in {0} {1}"};
        case Op::Share:
            return {"der Anteil der {0}", "the share of {0}"};
        case Op::Sum:
            return {"die Summe von {0} der {1}", "the sum of {0} over {1}"};
        case Op::ListMean:
            return {"der Durchschnitt von {0} der {1}", "the mean of {0} over {1}"};
        case Op::Median:
            return {"der mittlere Wert von {0} der {1}", "the middle value of {0} over {1}"};
        case Op::ListLeast:
            return {"der kleinste Wert von {0} der {1}", "the least {0} among {1}"};
        case Op::ListGreatest:
            return {"der größte Wert von {0} der {1}", "the greatest {0} among {1}"};
        case Op::Distinct:
            return {"die Zahl verschiedener Werte von {0} der {1}",
                    "the number of different values of {0} among {1}"};
        case Op::Gap:
            return {"die längste Pause in der Folge der {1}", "the longest pause between {1}"};
        case Op::Call:
            return {"{0} ({1})", "{0} ({1})"};
        case Op::Refused:
            return {"etwas, das eine fehlende Funktion misst",
                    "something that a function measures which is not there"};
    }
    return {};
}

Wording moment_wording_of(Op op) {
    switch (op) {
        case Op::Less:
            return {"{0} liegt vor {1}", "{0} is before {1}"};
        case Op::LessEqual:
            return {"{0} liegt nicht nach {1}", "{0} is not after {1}"};
        case Op::Greater:
            return {"{0} liegt nach {1}", "{0} is after {1}"};
        case Op::GreaterEqual:
            return {"{0} liegt nicht vor {1}", "{0} is not before {1}"};
        case Op::ListLeast:
            return {"der früheste Wert von {0} der {1}", "the earliest {0} among {1}"};
        case Op::ListGreatest:
            return {"der späteste Wert von {0} der {1}", "the latest {0} among {1}"};
        default:
            return wording_of(op);
    }
}

Wording between_parts_of(Op op) {
    switch (op) {
        case Op::And:
            return {" und ", " and "};
        case Op::Or:
            return wording::Or;
        case Op::Add:
            return {" plus ", " plus "};
        case Op::Multiply:
            return {" mal ", " times "};
        case Op::FirstKnown:
        case Op::Least:
        case Op::Greatest:
        case Op::Mean:
        case Op::Call:
            return {"; ", "; "};
        default:
            return {};
    }
}

std::string worded(Wording wording, std::string_view language,
                   const std::vector<std::string>& parts) {
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const auto& part : parts)
        arguments.push_back(std::cref(part));
    return fmt::vformat(wording.in(language), arguments);
}

}  // namespace colonnade::engine
