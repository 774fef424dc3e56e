// SPDX-License-Identifier: Apache-2.0
// Reads one descriptor. The first thing that is wrong is kept in words; what was read is then of
// no use.
#pragma once

#include <string>

#include "colonnade/plugin.h"
#include "dsl/types/catalogue.hpp"

namespace colonnade::engine {

class DescriptorReader {
public:
    [[nodiscard]] dsl::Function read(const colonnade_function_descriptor& descriptor);
    // Empty where all is right.
    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    void read_parameters(const colonnade_function_descriptor& descriptor, dsl::Function& function);
    [[nodiscard]] dsl::Parameter read_parameter(const colonnade_parameter* given, bool is_last);
    void read_words(const colonnade_parameter& given, dsl::Parameter& parameter);
    void read_fields(const colonnade_parameter& given, dsl::Parameter& parameter);
    [[nodiscard]] dsl::Parameter read_field(const colonnade_parameter* given,
                                            const std::string& parameter);
    void read_result(const colonnade_function_descriptor& descriptor, dsl::Function& function);
    void read_bounds(const colonnade_function_descriptor& descriptor, dsl::Function& function);
    void read_category(const colonnade_function_descriptor& descriptor, dsl::Function& function);
    [[nodiscard]] dsl::Texts read_texts(const colonnade_localised* texts, std::int64_t count,
                                        const char* what);
    [[nodiscard]] std::string read_name(const colonnade_text& text, const std::string& what);
    void wrong(std::string why);

    std::string problem_;
};

}  // namespace colonnade::engine
