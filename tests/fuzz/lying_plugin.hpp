// SPDX-License-Identifier: Apache-2.0
// Functions as a plugin in the same process describes them, which may get its records wrong in ways
// that no message can: too short, missing, counts that cannot be, another answer every time.
#pragma once

#include <colonnade/plugin.h>

#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <vector>

#include "engine/host/describe.hpp"

namespace colonnade::fuzz {

enum class Lie : std::uint32_t {
    None,
    ShortFunction,
    NoTitles,
    TitlesBelowZero,
    NoDescriptions,
    NoParameters,
    ParametersBelowZero,
    NoValues,
    ValuesBelowZero,
    NoId,
    NoParameter,
    ShortParameter,
    NoFields,
    FieldsBelowZero,
    ShortField,
    CountBelowZero,
    CountChanges,
    Throws,
    DescribesNone,
    DescribesMore,
    DescribesBelowZero,
    CountTooLarge,
    ManyTitles,
    ManyParameters,
    ManyValues,
    ManyFields,
    NoField,
    FieldOfField,
};
constexpr std::uint32_t Lies = 28;

// One at a time: the contract's functions know no `self`.
class LyingPlugin {
public:
    LyingPlugin(std::span<const colonnade_function_descriptor* const> descriptors, Lie lie) {
        lie_ = lie;
        functions_.clear();
        for (const auto* descriptor : descriptors)
            functions_.push_back(*descriptor);
        if (functions_.empty()) return;
        auto& last = functions_.back();
        // Nothing of an earlier plugin, whose texts are gone.
        parameter_ = {};
        parameter_.size = sizeof parameter_;
        parameter_.kind = COLONNADE_NUMBER;
        parameter_.name = {"made_up", 7};
        if (last.parameter_count > 0) parameter_ = *last.parameters[0];
        lie_about(last);
        lie_about(parameter_);
        const bool is_of_parameter = (lie_ >= Lie::NoParameter && lie_ <= Lie::ShortField) ||
                                     lie_ == Lie::NoParameters || lie_ >= Lie::ManyFields;
        if (!is_of_parameter) return;
        last.parameters = lie_ == Lie::NoParameters ? nullptr : parameters_.data();
        last.parameter_count = 1;
    }

    [[nodiscard]] static colonnade_functions functions() {
        return {sizeof(colonnade_functions), 0, count, describe, nullptr};
    }

private:
    static void lie_about(colonnade_function_descriptor& function) {
        switch (lie_) {
            case Lie::ShortFunction:
                function.size = 8;
                break;
            case Lie::NoTitles:
                function.titles = nullptr;
                break;
            case Lie::TitlesBelowZero:
                function.title_count = -1;
                break;
            case Lie::NoDescriptions:
                function.descriptions = nullptr;
                break;
            case Lie::ParametersBelowZero:
                function.parameter_count = -1;
                break;
            case Lie::NoValues:
                function.category_values = nullptr;
                break;
            case Lie::ValuesBelowZero:
                function.category_count = -1;
                break;
            case Lie::NoId:
                function.id = {nullptr, 1};
                break;
            // Whoever believes the number reads on.
            case Lie::ManyTitles:
                function.title_count = engine::MostLanguages + 1;
                break;
            case Lie::ManyParameters:
                function.parameter_count = engine::MostParameters + 1;
                break;
            case Lie::ManyValues:
                function.result_kind = COLONNADE_CATEGORY;
                function.category_count = engine::MostCategoryValues + 1;
                break;
            default:
                break;
        }
    }

    static void lie_about(colonnade_parameter& parameter) {
        parameters_ = {&parameter};
        switch (lie_) {
            case Lie::NoParameter:
                parameters_ = {nullptr};
                break;
            case Lie::ShortParameter:
                parameter.size = 8;
                break;
            case Lie::NoFields:
                parameter.fields = nullptr;
                break;
            case Lie::FieldsBelowZero:
                parameter.field_count = -1;
                break;
            case Lie::ManyFields:
                parameter.kind = COLONNADE_LIST;
                parameter.field_count = engine::MostParameterFields + 1;
                break;
            case Lie::ShortField:
            case Lie::NoField:
            case Lie::FieldOfField:
                lie_about_field(parameter);
                break;
            default:
                break;
        }
    }

    static void lie_about_field(colonnade_parameter& parameter) {
        field_ = {};
        field_.size = lie_ == Lie::ShortField ? 8 : sizeof field_;
        field_.kind = COLONNADE_NUMBER;
        field_.name = {"field", 5};
        field_.field_count = lie_ == Lie::FieldOfField ? 1 : 0;
        fields_ = {lie_ == Lie::NoField ? nullptr : &field_};
        parameter.kind = COLONNADE_LIST;
        parameter.field_count = 1;
        parameter.fields = fields_.data();
    }

    static std::int32_t count() {
        const auto real = static_cast<std::int32_t>(functions_.size());
        if (lie_ == Lie::CountBelowZero) return -1;
        if (lie_ == Lie::CountTooLarge) return engine::MostFunctions + 1;
        if (lie_ == Lie::CountChanges) return real + asked_++ % 2;
        return real;
    }

    static const colonnade_function_descriptor* describe(std::int32_t index) {
        if (lie_ == Lie::Throws) throw std::runtime_error("a plugin throws");
        const auto at = static_cast<std::size_t>(index);
        const bool is_there = index >= 0 && at < functions_.size();
        if (lie_ == Lie::DescribesNone) return nullptr;
        if (lie_ == Lie::DescribesMore && !functions_.empty())
            return &functions_[is_there ? at : 0];
        if (lie_ == Lie::DescribesBelowZero && index < 0 && !functions_.empty())
            return &functions_[0];
        return is_there ? &functions_[at] : nullptr;
    }

    static inline Lie lie_ = Lie::None;
    static inline std::int32_t asked_ = 0;
    static inline std::vector<colonnade_function_descriptor> functions_;
    static inline colonnade_parameter parameter_{};
    static inline colonnade_parameter field_{};
    static inline std::array<const colonnade_parameter*, 1> parameters_{};
    static inline std::array<const colonnade_parameter*, 1> fields_{&field_};
};

}  // namespace colonnade::fuzz
