// SPDX-License-Identifier: Apache-2.0
// Loading by dlopen; outputs with guard bytes on both sides.
#include "tests/unit/plugins/test_host.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <stdexcept>

namespace colonnade::tests {
namespace {

constexpr std::uint8_t Guard = 0xC3;
constexpr std::size_t GuardBytes = 64;

// An output array whose surroundings are watched.
class GuardedBytes {
public:
    GuardedBytes(std::size_t bytes, std::uint8_t fill) : all_(bytes + 2 * GuardBytes, Guard) {
        std::memset(data(), fill, bytes);
    }
    [[nodiscard]] std::uint8_t* data() { return all_.data() + GuardBytes; }
    [[nodiscard]] bool is_intact() const {
        const auto is_guard = [](std::uint8_t byte) { return byte == Guard; };
        const auto end = all_.end() - static_cast<std::ptrdiff_t>(GuardBytes);
        return std::all_of(all_.begin(), all_.begin() + GuardBytes, is_guard) &&
               std::all_of(end, all_.end(), is_guard);
    }

private:
    std::vector<std::uint8_t> all_;
};

Value value_at(std::int32_t kind, const std::uint8_t* values, std::size_t row) {
    if (kind == COLONNADE_YES_NO) return values[row] != 0;
    if (kind == COLONNADE_CATEGORY) {
        Category category;
        std::memcpy(&category.index, values + row * 4, 4);
        return category;
    }
    if (kind == COLONNADE_TIME) {
        Time time;
        std::memcpy(&time.microseconds, values + row * 8, 8);
        return time;
    }
    double number = 0;
    std::memcpy(&number, values + row * 8, 8);
    return number;
}

class Output {
public:
    Output(std::int32_t kind, std::size_t rows)
        : rows_(rows), values_(rows * 8, 0x77), known_((rows + 7) / 8, 0) {
        raw_ = {sizeof raw_, kind, static_cast<std::int64_t>(rows), values_.data(), known_.data()};
    }
    [[nodiscard]] colonnade_output* raw() { return &raw_; }
    [[nodiscard]] bool is_intact() const { return values_.is_intact() && known_.is_intact(); }
    [[nodiscard]] std::vector<Value> values() {
        std::vector<Value> all;
        for (std::size_t row = 0; row < rows_; ++row) {
            const bool is_known = (known_.data()[row / 8] >> (row % 8) & 1) != 0;
            all.push_back(is_known ? value_at(raw_.kind, values_.data(), row) : Value(unknown));
        }
        return all;
    }

private:
    std::size_t rows_;
    GuardedBytes values_;
    GuardedBytes known_;
    colonnade_output raw_{};
};

std::vector<Value> column_of(const std::vector<Row>& rows, std::size_t argument) {
    std::vector<Value> values;
    values.reserve(rows.size());
    for (const Row& row : rows) {
        values.push_back(row.at(argument));
    }
    return values;
}

// The columns of a call; without rows, as many as the function has parameters.
class Arguments {
public:
    Arguments(const colonnade_function_descriptor& descriptor, const std::vector<Row>& rows,
              const std::vector<Time>& as_of) {
        const auto parameters = static_cast<std::size_t>(descriptor.parameter_count);
        const std::size_t count = rows.empty() ? parameters : rows.front().size();
        for (std::size_t i = 0; i < count; ++i) {
            const auto& parameter = *descriptor.parameters[std::min(i, parameters - 1)];
            columns_.push_back(std::make_unique<Column>(parameter, column_of(rows, i)));
            raw_.push_back(columns_.back()->raw());
        }
        for (const Time& time : as_of) {
            as_of_.push_back(time.microseconds);
        }
        batch_ = {sizeof batch_, static_cast<std::int32_t>(count),
                  static_cast<std::int64_t>(rows.size()), as_of_.data(), raw_.data()};
    }
    [[nodiscard]] const colonnade_batch* batch() const { return &batch_; }

private:
    std::vector<std::unique_ptr<Column>> columns_;
    std::vector<const colonnade_column*> raw_;
    std::vector<std::int64_t> as_of_;
    colonnade_batch batch_{};
};

template <class T>
std::vector<T> part_of(const std::vector<T>& all, std::size_t first, std::size_t size) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min(size, all.size() - first))};
}

std::vector<Value> call_or_throw(const LoadedPlugin& plugin, const std::string& function,
                                 const std::vector<Row>& rows, const std::vector<Time>& as_of) {
    Answer answer = call_once(plugin, function, rows, as_of);
    if (answer.code != COLONNADE_OK) throw std::runtime_error(answer.error.message);
    return answer.values;
}

}  // namespace

const colonnade_plugin& entry_of(const std::string& id) {
    static std::map<std::string, const colonnade_plugin*> loaded;
    const colonnade_plugin*& entry = loaded[id];
    if (entry != nullptr) return *entry;
    const std::string file = std::string(COLONNADE_PLUGINS) + "/" + id + ".so";
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw std::runtime_error(dlerror());
    entry = static_cast<const colonnade_plugin*>(dlsym(library, "colonnade_plugin_entry"));
    if (entry == nullptr) throw std::runtime_error(file + " has no entry");
    return *entry;
}

const colonnade_host& test_host() {
    static constexpr colonnade_host Host = {
        sizeof(colonnade_host),
        COLONNADE_ABI_MAJOR,
        COLONNADE_ABI_MINOR,
        0,
        {"test", 4},
        {"1.0.0", 5},
        nullptr,
        [](const colonnade_host*, colonnade_text) -> const void* { return nullptr; }};
    return Host;
}

LoadedPlugin::LoadedPlugin(const std::string& id) : entry_(&entry_of(id)) {
    if (entry_->init(&test_host(), nullptr) != COLONNADE_OK) throw std::runtime_error("init");
    constexpr std::string_view Id = COLONNADE_FUNCTIONS_ID;
    functions_ = static_cast<const colonnade_functions*>(entry_->get({Id.data(), Id.size()}));
    if (functions_ == nullptr) throw std::runtime_error("no functions");
}

LoadedPlugin::~LoadedPlugin() {
    entry_->deinit();
}

std::int32_t LoadedPlugin::index_of(const std::string& function) const {
    for (std::int32_t i = 0; i < functions_->count(); ++i) {
        const colonnade_text id = functions_->describe(i)->id;
        if (function == std::string_view(id.data, id.size)) return i;
    }
    return -1;
}

Answer call_once(const LoadedPlugin& plugin, const std::string& function,
                 const std::vector<Row>& rows, const std::vector<Time>& as_of) {
    const std::int32_t index = plugin.index_of(function);
    if (index < 0) throw std::runtime_error("no function " + function);
    const auto& descriptor = *plugin.functions().describe(index);
    const Arguments arguments(descriptor, rows, as_of);
    Output output(descriptor.result_kind, rows.size());
    Answer answer;
    answer.error.size = sizeof answer.error;
    const auto* object = plugin.functions().create(index, &test_host(), &answer.error);
    if (object == nullptr) throw std::runtime_error("no function object");
    answer.code = object->call(object->self, arguments.batch(), output.raw(), &answer.error);
    object->destroy(object);
    if (!output.is_intact()) throw std::runtime_error("something was written beside the output");
    if (answer.code == COLONNADE_OK) answer.values = output.values();
    return answer;
}

std::vector<Value> call(const LoadedPlugin& plugin, const std::string& function,
                        const std::vector<Row>& rows, const std::vector<Time>& as_of) {
    std::vector<Value> whole = call_or_throw(plugin, function, rows, as_of);
    for (const std::size_t size : {1U, 2U, 3U, 7U}) {
        for (std::size_t first = 0; first < rows.size(); first += size) {
            const auto part = call_or_throw(plugin, function, part_of(rows, first, size),
                                            part_of(as_of, first, size));
            if (part != part_of(whole, first, size)) throw std::runtime_error("batches differ");
        }
    }
    auto reversed = call_or_throw(plugin, function, {rows.rbegin(), rows.rend()},
                                  {as_of.rbegin(), as_of.rend()});
    std::reverse(reversed.begin(), reversed.end());
    if (reversed != whole) throw std::runtime_error("the order of rows makes a difference");
    return whole;
}

std::vector<Value> call(const LoadedPlugin& plugin, const std::string& function,
                        const std::vector<Row>& rows, Time as_of) {
    return call(plugin, function, rows, std::vector<Time>(rows.size(), as_of));
}

void check_cases(const std::string& plugin, const std::string& function, Time as_of,
                 const std::vector<Case>& cases) {
    const LoadedPlugin loaded(plugin);
    std::vector<Row> rows;
    rows.reserve(cases.size());
    for (const Case& one : cases) {
        rows.push_back(one.arguments);
    }
    const std::vector<Value> values = call(loaded, function, rows, as_of);
    REQUIRE(values.size() == cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        INFO(function << ": " << cases[i].what);
        CHECK(values[i] == cases[i].expected);
    }
}

}  // namespace colonnade::tests

namespace Catch {

std::string StringMaker<colonnade::tests::Value>::convert(const colonnade::tests::Value& value) {
    using namespace colonnade::tests;
    if (!value.known()) return "unknown";
    const auto* cell = std::get_if<Cell>(&value.held);
    if (cell == nullptr) return "a list";
    if (const auto* time = std::get_if<Time>(&cell->held)) {
        return std::to_string(time->microseconds) + " us";
    }
    if (const auto* category = std::get_if<Category>(&cell->held)) {
        return "value " + std::to_string(category->index);
    }
    if (const auto* yes = std::get_if<bool>(&cell->held)) return *yes ? "yes" : "no";
    if (const auto* text = std::get_if<std::string>(&cell->held)) return *text;
    return StringMaker<double>::convert(std::get<double>(cell->held));
}

}  // namespace Catch
