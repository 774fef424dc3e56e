// SPDX-License-Identifier: Apache-2.0
#include "proxies.hpp"

namespace colonnade::linkedin {

std::optional<Proxy> proxy_of(Fact fact) {
    switch (fact) {
        case Fact::Photo:
            return Proxy{
                "ein Foto wurde einmal hochgeladen; ob es noch da ist, weiß das Archiv nicht",
                "a photo was uploaded once; the archive does not tell whether it still is "
                "there"};
        case Fact::Cover:
            return Proxy{
                "ein Bild wurde einmal hochgeladen; ob es noch da ist, weiß das Archiv nicht",
                "an image was uploaded once; the archive does not tell whether it still is "
                "there"};
        case Fact::Connections:
            return Proxy{
                "Titel und Firma vom Tag des Archivs; wer aus der eigenen Firma ist, zeigt "
                "nur deren gleicher Name",
                "title and company as of the day of the archive; co-workers are told by "
                "the same name of the company only"};
        case Fact::Invitations:
            return Proxy{
                "nur angenommene und offene Anfragen der letzten Monate; abgelehnte und "
                "zurückgezogene fehlen",
                "only accepted and open ones of the last months; declined and withdrawn "
                "ones are missing"};
        case Fact::Messages:
            return Proxy{
                "auch InMails, die nicht zu unterscheiden sind; Werbung, soweit sie zu "
                "erkennen ist, zählt nicht",
                "InMails too, which cannot be told apart; advertising is left out where it "
                "can be told"};
        case Fact::Posts:
            return Proxy{
                "wie viele sie sahen oder mochten, steht nicht darin; Umfragen sehen aus "
                "wie Texte",
                "not how many saw or liked them; polls look like texts"};
        case Fact::Searches:
            return Proxy{"jede Art von Suche, nicht nur die nach Menschen",
                         "searches of every kind, not only for people"};
        case Fact::Logins:
            return Proxy{"nur wirkliche Anmeldungen, nicht jeder Tag, an dem jemand da war",
                         "real sign-ins only, not every day of a visit"};
        default:
            return std::nullopt;
    }
}

}  // namespace colonnade::linkedin
