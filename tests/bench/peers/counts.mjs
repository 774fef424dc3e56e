// SPDX-License-Identifier: Apache-2.0
// What population/deep.yaml counts in the lists of a deep profile. Times are compared as texts: the
// forms that documents use sort as they happened.
const Day = 86_400_000;

const textOf = (time) => new Date(time).toISOString().replace(".000", "");

let asOf = "";
let cuts = {};

function cutsOf(text) {
  if (text !== asOf) {
    const time = Date.parse(text);
    const before = (days) => textOf(time - days * Day);
    asOf = text;
    cuts = { time, month: before(30), weeks: before(56), quarter: before(90) };
  }
  return cuts;
}

function countPositions(f) {
  let current = 0, words = 0, leading = 0, described = 0;
  for (const position of f.positions) {
    if (position.current) ++current;
    words += position.words;
    if (position.words >= 30) ++described;
    if (position.title.toLowerCase().includes("head of")) ++leading;
  }
  f.position_entries = f.positions.length;
  f.current_positions = current;
  f.position_words = words;
  f.leading_positions = leading;
  f.described_positions = described;
}

function countSkills(f) {
  let endorsed = 0, sum = 0, most = 0;
  for (const { endorsements } of f.skills) {
    if (endorsements >= 5) ++endorsed;
    sum += endorsements;
    if (endorsements > most) most = endorsements;
  }
  f.skill_entries = f.skills.length;
  f.endorsed_skills = endorsed;
  f.endorsement_entries = sum;
  f.most_endorsed = most;
}

function countConnections(f, { weeks, quarter }) {
  let lately = 0, weekly = 0, directors = 0, recruiters = 0, founders = 0, coworkers = 0;
  for (const connection of f.connections) {
    const title = connection.title.toLowerCase();
    if (connection.at > quarter) ++lately;
    if (connection.at > weeks) ++weekly;
    if (title.includes("director")) ++directors;
    if (title.includes("recruiter")) ++recruiters;
    if (title.includes("founder")) ++founders;
    if (connection.coworker) ++coworkers;
  }
  f.connection_entries = f.connections.length;
  f.new_connections = lately;
  f.weekly_connections = weekly / 8;
  f.directors = directors;
  f.recruiters = recruiters;
  f.founders = founders;
  f.coworkers = coworkers;
}

function countEvents(f, { time, month, weeks, quarter }) {
  const kinds = { post: 0, repost: 0, comment: 0, reaction: 0, message_sent: 0,
                  message_received: 0, invitation: 0, search: 0 };
  let posts = 0, comments = 0, recent = 0, latest = "";
  for (const { at, kind } of f.events) {
    if (at > latest) latest = at;
    if (at <= quarter) continue;
    ++kinds[kind];
    if (at > month) ++recent;
    if (at > weeks) {
      if (kind === "post") ++posts;
      else if (kind === "comment") ++comments;
    }
  }
  f.posts = kinds.post;
  f.weekly_posts = posts / 8;
  f.reposts = kinds.repost;
  f.comments = kinds.comment;
  f.weekly_comments = comments / 8;
  f.reactions = kinds.reaction;
  f.messages_sent = kinds.message_sent;
  f.messages_received = kinds.message_received;
  f.invitations_sent = kinds.invitation;
  f.recent_events = recent;
  f.idle_days = (time - Date.parse(latest)) / Day;
}

// Adds the counted facts to the profile.
export function count(f) {
  const cut = cutsOf(f.as_of);
  countPositions(f);
  countSkills(f);
  countConnections(f, cut);
  countEvents(f, cut);
}
