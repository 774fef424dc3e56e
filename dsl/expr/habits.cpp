// SPDX-License-Identifier: Apache-2.0
#include "dsl/expr/habits.hpp"

#include <array>

namespace colonnade::dsl {
namespace {

using enum Habit::Where;

constexpr std::string_view Equality = "equality is one `=`";
constexpr std::string_view Straight = "a text stands in straight quotes: `\"…\"`";
constexpr std::string_view Window = "a window is written `in last 12 weeks`";
constexpr std::string_view Range = "a range is written `2..3`";
constexpr std::string_view OrMore = "write `5 or more`";
constexpr std::string_view OrLess = "write `5 or less`";
constexpr std::string_view HowOften = "write `2 per week`";
constexpr std::string_view Units = "units are `seconds` to `years`, such as `3 weeks`";
constexpr std::string_view Point = "decimals have a point: `2.5`";
constexpr std::string_view Plain = "a number has digits only: `1000`";
constexpr std::string_view Lower = "words of the language are in lower case";
constexpr std::string_view Functions = "`colonnade facts` lists all functions";

// The first row that fits counts.
constexpr auto Table = std::to_array<Habit>({
    // Numbers and dates
    {Both, "N ~, ~T ~, ~T", "$1$2$3", Plain, false, true},
    {Both, "N ~, ~T", "", "write `1000` for a thousand, `1.5` for one and a half", false, true},
    {Both, "N ~, ~N", "$1.$2", Point, false, true},
    {Both, "M", "$1", Plain},
    {Both, "N T", "$1$2", Plain, false, true},
    {Both, "D", "$1", "a date is written `2026-01-31`"},
    {Both, "N percent", "$1%", "write `60%`"},
    {Both, "N prozent", "$1%", "write `60%`"},

    // How often
    {Both, "every N U", "1 per $1 $2s", HowOften},
    {Both, "alle N U", "1 per $1 $2s", HowOften},
    {Both, "N times", "$1", HowOften},
    {Both, "N mal", "$1", HowOften},
    {Both, "N x", "$1", HowOften},
    {Both, "N ×", "$1", HowOften},
    {Both, "once", "1", HowOften},
    {Both, "einmal", "1", HowOften},
    {Both, "twice", "2", HowOften},
    {Both, "zweimal", "2", HowOften},
    {Both, "dreimal", "3", HowOften},
    {Both, "three times", "3", HowOften},
    {Both, "a U", "per $1", HowOften},
    {Both, "an U", "per $1", HowOften},
    {Both, "each U", "per $1", HowOften},
    {Both, "every U", "per $1", HowOften},
    {Both, "pro U", "per $1", HowOften},
    {Both, "je U", "per $1", HowOften},
    {Both, "im U", "per $1", HowOften},
    {Both, "/ U", "per $1", HowOften},
    {Both, "per F", "per $1", Units},
    {Both, "per N F", "per $1 $2s", Units},
    {Both, "daily", "1 per day", HowOften},
    {Both, "täglich", "1 per day", HowOften},
    {Both, "weekly", "1 per week", HowOften},
    {Both, "wöchentlich", "1 per week", HowOften},
    {Both, "monthly", "1 per month", HowOften},
    {Both, "monatlich", "1 per month", HowOften},
    {Both, "yearly", "1 per year", HowOften},
    {Both, "jährlich", "1 per year", HowOften},
    {Both, "N F", "$1 $2s", Units},

    // Ranges
    {Values, "between N and N", "$1..$2", Range},
    {Values, "zwischen N und N", "$1..$2", Range},
    {Values, "from N to N", "$1..$2", Range},
    {Values, "von N bis N", "$1..$2", Range},
    {Values, "N - N", "$1..$2", Range},
    {Values, "N ~+ R", "$1 $2 or more", OrMore},
    {Values, "N +", "$1 or more", OrMore},
    {Expressions, "in N - N", "in $1..$2", Range},
    {Expressions, "between N and N", "in $1..$2", Range},
    {Expressions, "zwischen N und N", "in $1..$2", Range},
    {Both, "N – N", "$1..$2", Range},
    {Both, "N — N", "$1..$2", Range},
    {Both, "N … N", "$1..$2", Range},
    {Both, "N ... N", "$1..$2", Range},
    {Both, "N to N", "$1..$2", Range},
    {Both, "N bis N", "$1..$2", Range},

    // From a value on, up to a value
    {Values, "at least R", "$1 or more", OrMore},
    {Values, "mindestens R", "$1 or more", OrMore},
    {Values, "wenigstens R", "$1 or more", OrMore},
    {Values, "ab R", "$1 or more", OrMore},
    {Values, ">= R", "$1 or more", OrMore},
    {Values, "≥ R", "$1 or more", OrMore},
    {Values, "N or more per U", "$1 per $2 or more", OrMore},
    {Values, "or more", "or more", OrMore},
    {Values, "oder mehr", "or more", OrMore},
    {Values, "and more", "or more", OrMore},
    {Values, "or above", "or more", OrMore},
    {Values, "at most R", "$1 or less", OrLess},
    {Values, "höchstens R", "$1 or less", OrLess},
    {Values, "maximal R", "$1 or less", OrLess},
    {Values, "up to R", "$1 or less", OrLess},
    {Values, "bis zu R", "$1 or less", OrLess},
    {Values, "<= R", "$1 or less", OrLess},
    {Values, "≤ R", "$1 or less", OrLess},
    {Values, "N or less per U", "$1 per $2 or less", OrLess},
    {Values, "or less", "or less", OrLess},
    {Values, "oder weniger", "or less", OrLess},
    {Values, "or fewer", "or less", OrLess},
    {Values, "or below", "or less", OrLess},
    {Values, "> R", "", "values are inclusive: write `5 or more`"},
    {Values, "< R", "", "values are inclusive: write `5 or less`"},

    // Comparisons
    {Expressions, "===", "=", Equality},
    {Expressions, "==", "=", Equality},
    {Expressions, "<>", "!=", "write `!=`"},
    {Expressions, "≠", "!=", "write `!=`"},
    {Expressions, "=>", ">=", "write `>=`"},
    {Expressions, "≥", ">=", "write `>=`"},
    {Expressions, "=<", "<=", "write `<=`"},
    {Expressions, "≤", "<=", "write `<=`"},
    {Expressions, "at least", ">=", "write `>=`"},
    {Expressions, "mindestens", ">=", "write `>=`"},
    {Expressions, "at most", "<=", "write `<=`"},
    {Expressions, "höchstens", "<=", "write `<=`"},
    {Expressions, "is more than", ">", "write `>`"},
    {Expressions, "more than", ">", "write `>`"},
    {Expressions, "is less than", "<", "write `<`"},
    {Expressions, "less than", "<", "write `<`"},
    {Expressions, "is not", "!=", "write `!=`"},
    {Expressions, "is", "=", Equality},
    {Expressions, "ist", "=", Equality},
    {Expressions, "equals", "=", Equality},
    {Expressions, "enthält", "contains", "write `contains`"},

    // Texts without quotes; they may be words such as `no`.
    {Expressions, "= W", "= \"$1\"", "a text stands in quotes: `\"…\"`", true},
    {Expressions, "!= W", "!= \"$1\"", "a text stands in quotes: `\"…\"`", true},
    {Expressions, "contains W", "contains \"$1\"", "a text stands in quotes: `\"…\"`"},

    // Logic
    {Expressions, "&&", "and", "write `and`"},
    {Expressions, "&", "and", "write `and`"},
    {Expressions, "und", "and", "write `and`"},
    {Expressions, "||", "or", "write `or`"},
    {Expressions, "|", "or", "write `or`"},
    {Expressions, "oder", "or", "write `or`"},
    {Expressions, "!", "not", "write `not`, or `!=` between two values"},
    {Expressions, "nicht", "not", "write `not`"},
    {Expressions, "yes", "true", "did you mean `true`?"},
    {Expressions, "on", "true", "did you mean `true`?"},
    {Expressions, "ja", "true", "did you mean `true`?"},
    {Expressions, "no", "false", "did you mean `false`?"},
    {Expressions, "off", "false", "did you mean `false`?"},
    {Expressions, "nein", "false", "did you mean `false`?"},

    // Functions
    {Expressions, "anzahl (", "count(", Functions},
    {Expressions, "summe (", "sum(", Functions},
    {Expressions, "anteil (", "share(", Functions},
    {Expressions, "durchschnitt (", "average(", Functions},
    {Expressions, "mittelwert (", "average(", Functions},
    {Expressions, "avg (", "average(", Functions},
    {Expressions, "mean (", "average(", Functions},
    {Expressions, "alter (", "age(", Functions},
    {Expressions, "len (", "length(", Functions},
    {Both, "K", "$1", Lower},

    // Texts in other quotes
    {Expressions, "Q", "\"$1\"", Straight},

    // Windows
    {Expressions, "in the last", "in last", Window},
    {Expressions, "in the past", "in last", Window},
    {Expressions, "within the last", "in last", Window},
    {Expressions, "in den letzten", "in last", Window},
    {Expressions, "in letzten", "in last", Window},
    {Expressions, "in last U", "in last 1 $1", Window},
    {Expressions, "in last N F", "in last $1 $2s", Window},
    {Expressions, "within N U", "in last $1 $2s", Window},
    {Expressions, "last N U", "in last $1 $2s", Window},
});

}  // namespace

std::span<const Habit> habits() {
    return Table;
}

}  // namespace colonnade::dsl
