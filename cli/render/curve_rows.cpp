// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "cli/render/curve_chart.hpp"
#include "cli/render/range_words.hpp"
#include "engine/explain/value_text.hpp"
#include "engine/phrase/wording.hpp"

namespace colonnade::cli {
namespace {

using dsl::Curve;
using engine::Wording;

constexpr Wording From{"ab {0}", "from {0} on"};
constexpr Wording UpTo{"bis {0}", "up to {0}"};
constexpr Wording Below{"unter {0}", "below {0}"};
constexpr Wording Above{"über {0}", "above {0}"};
constexpr Wording Yes{"ja", "yes"};
constexpr Wording No{"nein", "no"};

class Rows {
public:
    Rows(const Curve& curve, const dsl::Type& type, std::string_view language)
        : curve_(curve), type_(type), language_(language) {}

    std::vector<CurveRow> take() {
        if (type_.is(dsl::Kind::YesNo)) return {{word(Yes, {}), 1}, {word(No, {}), 0}};
        switch (curve_.form) {
            case Curve::Form::Line:
                line();
                break;
            case Curve::Form::StepsUp:
                add(Below, curve_.points.front().at, 0);
                for (const auto& point : curve_.points)
                    add(From, point.at, point.share);
                break;
            case Curve::Form::StepsDown:
                for (const auto& point : curve_.points)
                    add(UpTo, point.at, point.share);
                add(Above, curve_.points.back().at, 0);
                break;
            case Curve::Form::Half:
                for (const double times : {0.0, 0.5, 1.0, 2.0, 4.0, 10.0})
                    add_at(times * curve_.half);
                break;
            case Curve::Form::LogNormal:
                for (const double value : typical_values(curve_))
                    add_at(value);
                break;
        }
        return std::move(rows_);
    }

private:
    std::string word(Wording wording, const std::vector<std::string>& parts) const {
        return engine::worded(wording, language_, parts);
    }
    std::string shown(double value) const {
        return engine::value_text(value, type_, curve_.display, language_);
    }
    void add(Wording wording, double value, double share) {
        rows_.push_back({word(wording, {shown(value)}), share});
    }
    // Nothing beyond all numbers, such as ten times a very large `half`.
    void add_at(double value) {
        if (std::isfinite(value)) rows_.push_back({shown(value), share_at(curve_, value)});
    }

    // Flat outside its points; of amounts nothing is below 0.
    void line() {
        const auto& points = curve_.points;
        const bool from_nothing = points.front().at == 0 && dsl::is_amount(type_.kind);
        if (from_nothing) add_at(0);
        if (!from_nothing) add(OrLess, points.front().at, points.front().share);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const bool slope = points[i].share != points[i - 1].share;
            if (slope) add_at((points[i - 1].at + points[i].at) / 2);
            if (i + 1 < points.size()) add_at(points[i].at);
        }
        add(OrMore, points.back().at, points.back().share);
    }

    const Curve& curve_;
    const dsl::Type& type_;
    std::string_view language_;
    std::vector<CurveRow> rows_;
};

}  // namespace

std::vector<CurveRow> curve_rows(const Curve& curve, const dsl::Type& type,
                                 std::string_view language) {
    return Rows(curve, type, language).take();
}

}  // namespace colonnade::cli
