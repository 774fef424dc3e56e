-- SPDX-License-Identifier: Apache-2.0
-- The scorecard in LuaJIT, over columns of doubles: the fastest of the ways that were tried.
--   luajit score.lua flat IN.ndjson OUT.ndjson [--exact]
--   luajit score.lua memory IN.ndjson ROUNDS            (prints the seconds of each)
local ffi = require("ffi")
local cjson = require("cjson")
local made = os.getenv("COLONNADE_MADE")
local rules = dofile(made .. "/rules.lua")
local card_file = assert(io.open(made .. "/scorecard.json"))
local card = cjson.decode(card_file:read("*a"))
card_file:close()

ffi.cdef("typedef struct { int64_t seconds; int64_t nanoseconds; } Time; int clock_gettime(int, Time *);")

local Block = 256
local NaN = 0 / 0
local RuleCount, PillarCount = #card.rules, #card.pillars

local function column(rows) return ffi.new("double[?]", rows) end

local function new_columns(rows)
  local columns = { id = {}, rows = 0 }
  for _, fact in ipairs(card.facts) do columns[fact.name] = column(rows) end
  return columns
end

local function new_results(rows)
  local results = { total = column(rows) }
  for p = 1, PillarCount do results[p] = { points = column(rows), unit = column(rows) } end
  results.points = {}
  for r = 1, RuleCount do results.points[r] = column(rows) end
  return results
end

local setters = {
  ["yes/no"] = function(values, row, value) values[row] = value and 1 or 0 end,
  number = function(values, row, value) values[row] = value end,
}

local places = {}
for _, fact in ipairs(card.facts) do
  for place, value in ipairs(fact.values) do places[value] = place - 1 end
end
function setters.category(values, row, value) values[row] = places[value] end

local function take(profile, columns)
  local row = columns.rows
  columns.id[row] = profile.id
  for _, fact in ipairs(card.facts) do
    setters[fact.kind](columns[fact.name], row, profile[fact.name])
  end
  columns.rows = row + 1
end

local shares, applies = {}, {}
for r = 1, RuleCount do
  shares[r] = column(Block)
  applies[r] = column(Block)
end
local sum = column(Block)

local function add_constant(size, points)
  for i = 0, size - 1 do sum[i] = sum[i] + points end
end

local function add_where(size, points, where)
  for i = 0, size - 1 do sum[i] = sum[i] + points * where[i] end
end

local function give(first, size, points, share, unit, pillar, out)
  for i = 0, size - 1 do
    local earned = points * unit[first + i] * share[i]
    out[first + i] = earned
    pillar[first + i] = pillar[first + i] + earned
  end
end

local function give_where(first, size, points, share, where, unit, pillar, out)
  for i = 0, size - 1 do
    local counts = where[i] ~= 0
    local earned = points * unit[first + i] * share[i]
    out[first + i] = counts and earned or NaN
    pillar[first + i] = pillar[first + i] + (counts and earned or 0)
  end
end

local function score_pillar(columns, results, p, from, first, size)
  local to = from + card.pillars[p].rules - 1
  local weight, pillar, unit = card.pillars[p].weight, results[p].points, results[p].unit
  ffi.fill(sum, size * 8)
  ffi.fill(pillar + first, size * 8)
  for r = from, to do
    rules[r].share(columns, first, first + size - 1, shares[r])
    if rules[r].applies then
      rules[r].applies(columns, first, first + size - 1, applies[r])
      add_where(size, card.rules[r].points, applies[r])
    else
      add_constant(size, card.rules[r].points)
    end
  end
  for i = 0, size - 1 do unit[first + i] = weight / sum[i] end
  for r = from, to do
    local points, out = card.rules[r].points, results.points[r]
    if rules[r].applies then
      give_where(first, size, points, shares[r], applies[r], unit, pillar, out)
    else
      give(first, size, points, shares[r], unit, pillar, out)
    end
  end
  for i = first, first + size - 1 do results.total[i] = results.total[i] + pillar[i] end
end

local function score(columns, results)
  ffi.fill(results.total, columns.rows * 8)
  for first = 0, columns.rows - 1, Block do
    local from = 1
    for p = 1, PillarCount do
      score_pillar(columns, results, p, from, first, math.min(Block, columns.rows - first))
      from = from + card.pillars[p].rules
    end
  end
end

local pillar_of = {}
for p, pillar in ipairs(card.pillars) do
  for _ = 1, pillar.rules do pillar_of[#pillar_of + 1] = p end
end

-- The three rules with most points missing; of equals the first one counts.
local function gaps(results, row)
  local most, second, third = 0, 0, 0
  local first, following, last
  for r = 1, RuleCount do
    local missing = card.rules[r].points * results[pillar_of[r]].unit[row] - results.points[r][row]
    if missing > most then
      most, second, third = missing, most, second
      first, following, last = r, first, following
    elseif missing > second then
      second, third = missing, second
      following, last = r, following
    elseif missing > third then
      third, last = missing, r
    end
  end
  return first, following, last
end

local function rounded(value) return math.floor(value * 1e4 + 0.5) / 1e4 end
local function exactly(value) return string.format("%.17g", value) end

local function name_of(rule) return rule and '"' .. card.rules[rule].name .. '"' or "null" end

local function line_of(id, results, row, number)
  local parts = { '{"id":"', id, '","score":', number(results.total[row]) }
  local n = 4
  local function add(name, value)
    parts[n + 1], parts[n + 2], parts[n + 3] = ',"', name, '":'
    parts[n + 4] = value == value and number(value) or "null"
    n = n + 4
  end
  for p = 1, PillarCount do add(card.pillars[p].id, results[p].points[row]) end
  for r = 1, RuleCount do add(card.rules[r].name, results.points[r][row]) end
  local first, following, last = gaps(results, row)
  return table.concat(parts) .. ',"gap_1":' .. name_of(first) .. ',"gap_2":' .. name_of(following) ..
    ',"gap_3":' .. name_of(last) .. "}\n"
end

local function score_file(from, to, number)
  local out = assert(io.open(to, "w"))
  local columns, results = new_columns(Block), new_results(Block)
  local function flush()
    score(columns, results)
    for row = 0, columns.rows - 1 do out:write(line_of(columns.id[row], results, row, number)) end
    columns.rows = 0
  end
  for line in io.lines(from) do
    take(cjson.decode(line), columns)
    if columns.rows == Block then flush() end
  end
  flush()
  out:close()
end

local time = ffi.new("Time")
local function now()
  ffi.C.clock_gettime(1, time)
  return tonumber(time.seconds) + tonumber(time.nanoseconds) / 1e9
end

local function score_in_memory(from, rounds)
  local rows = 0
  for _ in io.lines(from) do rows = rows + 1 end
  local columns, results = new_columns(rows), new_results(rows)
  for line in io.lines(from) do take(cjson.decode(line), columns) end
  for round = 0, rounds do
    local start = now()
    score(columns, results)
    if round > 0 then print(now() - start) end
  end
end

if arg[1] == "memory" then
  score_in_memory(arg[2], tonumber(arg[3]))
else
  score_file(arg[2], arg[3], arg[4] == "--exact" and exactly or rounded)
end
