// SPDX-License-Identifier: Apache-2.0
// seniority: how matches become a level, and what the bundled list makes of real-looking titles,
// above all of those that only sound important.
#include "tests/unit/plugins/test_host.hpp"
#include "tests/unit/plugins/word_lists.hpp"

namespace colonnade::tests {
namespace {

constexpr Category Entry{0}, Professional{1}, Lead{2}, Manager{3}, Director{4}, Executive{5},
    Owner{6};

void check_titles(const WordList& words,
                  const std::vector<std::pair<const char*, Category>>& rows) {
    std::vector<Case> cases;
    cases.reserve(rows.size());
    for (const auto& [title, level] : rows) {
        cases.push_back({title, {title, words}, level});
    }
    check_cases("relationships", "seniority", at("2026-11-20"), cases);
}

}  // namespace

TEST_CASE("the highest level that occurs wins", "[plugins][seniority]") {
    const WordList words = {{"entry", "assistant to *"}, {"professional", "product owner"},
                            {"director", "Leiter*"},     {"professional", "Leiterplatten*"},
                            {"manager", "Leiterin"},     {"director", "vice president"},
                            {"executive", "president"},  {"executive", "CEO"},
                            {"owner", "owner"},          {"owner", "founder"}};
    check_titles(words, {
                            {"Bäckerin", Professional},
                            {"CEO & Founder", Owner},
                            {"Founder and CEO", Owner},
                            {"ceo", Executive},
                            {"Vice President", Director},
                            {"President", Executive},
                            {"Vice-President and President", Executive},
                            {"Vice, President", Executive},
                            {"Product Owner", Professional},
                            {"Owner of the product", Owner},
                            {"Assistant to the CEO", Entry},
                            {"Assistant to the CEO, the CFO and the Owner", Entry},
                            {"Assistant to the CEO | Founder", Owner},
                            {"Assistant to the CEO - Founder", Owner},
                            {"Assistant to the Co-Founder", Entry},
                            {"Assistant, CEO", Executive},
                            {"Leiter Einkauf", Director},
                            {"Leiterplattenlöter", Professional},
                            {"Leiterin", Manager},
                            {"Leiterinnen", Director},
                        });
}

TEST_CASE("a title without content is unknown", "[plugins][seniority]") {
    const WordList words = {{"executive", "CEO"}};
    check_cases("relationships", "seniority", at("2026-11-20"),
                {
                    {"unknown", {unknown, words}, unknown},
                    {"empty", {"", words}, unknown},
                    {"blanks", {" \t ", words}, unknown},
                    {"signs are a title", {"---", words}, Professional},
                });
    check_titles({}, {{"CEO", Professional}});
}

TEST_CASE("a list with another group is refused", "[plugins][seniority]") {
    const LoadedPlugin relationships("relationships");
    for (const char* group : {"", "boss", "Owner"}) {
        const auto answer = call_once(relationships, "seniority",
                                      {{"CEO", WordList{{group, "CEO"}}}}, {at("2026-11-20")});
        CHECK(answer.code == COLONNADE_INVALID_ARGUMENT);
        CHECK(answer.error.parameter == 1);
        const std::string start = "found the group `" + std::string(group) + "`, expected one of";
        CHECK(std::string(answer.error.message).find(start) == 0);
    }
}

TEST_CASE("the bundled list knows German titles", "[plugins][seniority][lists]") {
    check_titles(bundled_list("seniority_titles"),
                 {
                     {"Sachbearbeiterin", Professional},
                     {"Praktikantin", Entry},
                     {"Praktikant im Büro des Vorstands", Entry},
                     {"Werkstudent Geschäftsführung", Entry},
                     {"Werkstudent:in Marketing", Entry},
                     {"Azubi Industriekaufmann", Entry},
                     {"Teamleiterin Kundendienst", Lead},
                     {"PROJEKTLEITER", Lead},
                     {"Abteilungsleiter Einkauf", Manager},
                     {"Stellvertretender Leiter Controlling", Manager},
                     {"Leiterin Personal", Director},
                     {"Bereichsleiter", Director},
                     {"Leitung Vertrieb", Director},
                     {"Prokurist", Director},
                     {"Vizepräsidentin", Director},
                     {"Vertriebsdirektorin", Director},
                     {"Geschäftsführer", Executive},
                     {"GESCHÄFTSFÜHRERIN", Executive},
                     {"Geschäftsführer*in", Executive},
                     {"Mitglied der Geschäftsleitung", Executive},
                     {"Vorstand", Executive},
                     {"Vorstandsvorsitzende", Executive},
                     {"Geschäftsführender Gesellschafter", Owner},
                     {"Gründerin und Geschäftsführerin", Owner},
                     {"Inhaberin", Owner},
                     {"Assistentin der Geschäftsführung", Professional},
                     {"Vertriebsassistent der Geschäftsführung", Professional},
                     {"Assistenz des Vorstands", Professional},
                     {"Referentin des Geschäftsführers", Professional},
                     {"Vorstandsassistent", Professional},
                     {"Ehemaliger Geschäftsführer", Professional},
                     {"Leiterplattenentwickler", Professional},
                     {"Mitarbeiter inhabergeführtes Hotel", Professional},
                     {"Leiter Revision intern", Director},
                 });
}

TEST_CASE("the bundled list knows English titles", "[plugins][seniority][lists]") {
    check_titles(bundled_list("seniority_titles"),
                 {
                     {"Software Engineer", Professional},
                     {"Internal Auditor", Professional},
                     {"International Sales", Professional},
                     {"Intern", Entry},
                     {"Intern in the office of the CEO", Entry},
                     {"Junior Product Manager", Entry},
                     {"Team Lead", Lead},
                     {"Lead Developer", Lead},
                     {"Lead Generation Specialist", Professional},
                     {"Project Manager", Lead},
                     {"Account Manager", Professional},
                     {"Senior Key Account Manager", Professional},
                     {"Engineering Manager", Manager},
                     {"Deputy Head of Sales", Manager},
                     {"Head of Sales", Director},
                     {"Director Operations", Director},
                     {"Art Director", Lead},
                     {"Vice President Sales", Director},
                     {"VP", Director},
                     {"Assistant Vice President", Professional},
                     {"Executive Vice President", Executive},
                     {"Managing Director", Executive},
                     {"Chief Financial Officer", Executive},
                     {"CEO", Executive},
                     {"Co-Founder & CTO", Owner},
                     {"Business Owner", Owner},
                     {"Product Owner", Professional},
                     {"Account Executive", Professional},
                     {"Assistant to the CEO", Professional},
                     {"Executive Assistant to the Managing Director", Professional},
                     {"CEO's Assistant", Professional},
                     {"Advisor to the CEO and the CFO", Professional},
                     {"Founder's Associate", Professional},
                     {"Assistant to the CEO | Founder of a choir", Owner},
                     {"Former CEO", Professional},
                     {"HR Business Partner", Professional},
                     {"Managing Partner", Owner},
                 });
}

}  // namespace colonnade::tests
