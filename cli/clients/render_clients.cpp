// SPDX-License-Identifier: Apache-2.0
// The page of a folder of clients. All text passes through `escape_html`.
#include <fmt/format.h>

#include <algorithm>

#include "cli/clients/client_row.hpp"
#include "cli/clients/clients_script.hpp"
#include "cli/clients/clients_words.hpp"
#include "cli/html/escape.hpp"
#include "cli/html/page.hpp"
#include "cli/render/canvas.hpp"
#include "engine/explain/value_text.hpp"

namespace colonnade::cli {
namespace {

// Of a file in the same folder: nothing in its name is taken for more than a name.
std::string link_to(std::string_view file) {
    std::string link = "./";
    for (const char c : file) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool is_plain =
            is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        link += is_plain
                    ? std::string(1, c)
                    : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return link;
}

class ClientsTable {
public:
    explicit ClientsTable(const ClientsPage& page)
        : page_(page), words_(clients_words(page.language)) {}

    [[nodiscard]] std::string html() const {
        std::string rows;
        for (const auto& client : page_.clients)
            rows += row(client);
        return fmt::format(
            "<div class=\"panel wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n"
            "<table id=\"clients\">\n<caption id=\"hint\" hidden>{}</caption>\n"
            "<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n</div>\n",
            escape_html(words_.table), escape_html(words_.hint), heads(), rows);
    }

private:
    [[nodiscard]] std::string heads() const {
        auto html = text_head(words_.person) + figure_head(words_.total) + text_head(words_.rating);
        for (const auto& pillar : page_.pillars)
            html += figure_head(pillar);
        html += figure_head(words_.assessed);
        if (page_.has_gates) html += figure_head(words_.gates);
        return html + figure_head(words_.cautions) + figure_head(words_.best_gain);
    }

    static std::string text_head(std::string_view title) {
        return fmt::format("<th scope=\"col\">{}</th>", escape_html(title));
    }

    static std::string figure_head(std::string_view title) {
        return fmt::format("<th scope=\"col\" class=\"figure\" data-sort=\"figure\">{}</th>",
                           escape_html(title));
    }

    [[nodiscard]] std::string row(const ClientRow& client) const {
        auto html = fmt::format("<tr><th scope=\"row\">{}</th>", links(client));
        html += figure(client.score, client.low < client.high ? interval(client) : "");
        html += fmt::format("<td class=\"rated\">{}</td>", client.rating);
        for (const auto& pillar : client.pillars)
            html += figure(pillar, "");
        html += assessed(client);
        if (page_.has_gates) html += count(client.gates_missed, "");
        return html + count(client.cautions.size(), list(client.cautions)) + gain(client) +
               "</tr>\n";
    }

    // The name leads to the result; to several by their formats.
    static std::string links(const ClientRow& client) {
        const auto& files = client.files;
        if (files.size() == 1) {
            return fmt::format("<a href=\"{}\">{}</a>", link_to(files.front().name),
                               escape_html(client.id));
        }
        auto html = escape_html(client.id);
        for (const auto& file : files) {
            html += fmt::format("{}<a href=\"{}\">{}</a>", &file == &files.front() ? "<br>" : " ",
                                link_to(file.name), escape_html(file.format));
        }
        return html;
    }

    [[nodiscard]] std::string interval(const ClientRow& client) const {
        return fmt::format("<br><span class=\"quiet\">{}–{}</span>",
                           points_text(client.low, page_.language),
                           points_text(client.high, page_.language));
    }

    [[nodiscard]] std::string figure(const std::optional<double>& points,
                                     std::string_view more) const {
        if (!points) {
            return fmt::format("<td class=\"figure quiet\" data-value=\"\">{}{}</td>",
                               escape_html(words_.none), more);
        }
        return fmt::format("<td class=\"figure\" data-value=\"{:.1f}\">{}{}</td>", *points,
                           points_text(*points, page_.language), more);
    }

    [[nodiscard]] std::string assessed(const ClientRow& client) const {
        const auto share =
            engine::value_text(client.assessed, {dsl::Kind::Share}, {}, page_.language);
        return fmt::format("<td class=\"figure\" data-value=\"{:.4f}\">{}</td>", client.assessed,
                           escape_html(share));
    }

    static std::string count(std::size_t number, const std::string& more) {
        const auto* weight = number > 0 ? "bad" : "quiet";
        return fmt::format("<td data-value=\"{}\"><span class=\"{}\">{}</span>{}</td>", number,
                           weight, number, more);
    }

    static std::string list(const std::vector<std::string>& texts) {
        if (texts.empty()) return {};
        std::string html = "<ul>";
        for (const auto& text : texts)
            html += fmt::format("<li>{}</li>", escape_html(text));
        return html + "</ul>";
    }

    [[nodiscard]] std::string gain(const ClientRow& client) const {
        if (!client.best_gain) return "<td data-value=\"\"></td>";
        return fmt::format("<td class=\"tip\" data-value=\"{:.1f}\">+{}: {}</td>",
                           *client.best_gain, points_text(*client.best_gain, page_.language),
                           escape_html(client.best_tip));
    }

    const ClientsPage& page_;
    const ClientsWords& words_;
};

std::string unread_table(const std::vector<Unread>& unread, const ClientsWords& words) {
    if (unread.empty()) return {};
    auto html = fmt::format(
        "<h2>{}</h2>\n<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
        "</tr></thead>\n<tbody>\n",
        escape_html(fmt::format(fmt::runtime(words.unread), unread.size())),
        escape_html(words.place), escape_html(words.reason));
    for (const auto& data : unread) {
        html += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n",
                            escape_html(data.place), escape_html(data.reason));
    }
    return html + "</tbody>\n</table>\n";
}

}  // namespace

std::string render_clients(const ClientsPage& page) {
    const auto& words = clients_words(page.language);
    const auto title = fmt::format(fmt::runtime(words.title), page.rulebook);
    const auto people = page.clients.size() == 1
                            ? std::string(words.one)
                            : fmt::format(fmt::runtime(words.people), page.clients.size());
    auto body = page_header() + fmt::format("<main>\n<h1>{}</h1>\n<p class=\"quiet\">{}</p>\n",
                                            escape_html(title), escape_html(people));
    if (!page.clients.empty()) body += ClientsTable(page).html();
    body += unread_table(page.unread, words) + "</main>\n";
    return html_page({page.language, title, clients_style(),
                      page.clients.empty() ? "" : clients_script(), body});
}

}  // namespace colonnade::cli
