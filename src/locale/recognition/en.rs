//! The words by which amounts are found in English.
//!
//! **Invariant**: everything that belongs to this language and to no other stands here.

use super::{bounds, list, names, numbers, List};
use crate::statement::Bound;
use std::sync::LazyLock;

/// The words of English around amounts, in small letters; a space in a phrase may be a hyphen in the text.
pub struct English {
    /// Directly before a number; they add to the catalogue's.
    pub before: List<(&'static str, Bound)>,
    /// Behind a number or its unit.
    pub after: List<(&'static str, Bound)>,
    pub small: List<(&'static str, u64)>,
    pub ordinals: List<(&'static str, u64)>,
    /// Numbers of five-year plans.
    pub plans: List<(&'static str, u64)>,
    /// Behind 42m, where it is metres.
    pub lengths: List<&'static str>,
    /// With the places that the point moves.
    pub powers: List<(&'static str, usize)>,
    /// Powers that touch their digits: 3.2bn.
    pub short_powers: List<(&'static str, usize)>,
    /// A part of a whole, with the parts that there are: thirds.
    pub parts: List<(&'static str, u64)>,
    /// Signs and letters of currencies before a number, and what they are called.
    pub currencies: List<(&'static str, &'static str)>,
    /// Where the text has one of them, $ alone is not said to be that of the United States.
    pub other_dollars: List<&'static str>,
    /// Units of more than one word, and what they are written as.
    pub units: List<(&'static str, &'static str)>,
    /// Units without an s in their plural, and short ones.
    pub plurals: List<&'static str>,
    /// Words with an s at their end that are no plurals.
    pub no_plurals: List<&'static str>,
    /// They end the words that may be a unit.
    pub stops: List<&'static str>,
    /// Before a noun they are no part of the unit: new, other.
    pub adjectives: List<&'static str>,
    pub months: List<(&'static str, u8)>,
    /// Before a year: it says when.
    pub year_before: List<&'static str>,
    /// Beside a year: it is none of the calendar.
    pub other_years: List<&'static str>,
    pub times: List<&'static str>,
    /// Behind a number of years or months, or between it and them: so many of them one after another.
    pub in_a_row: List<&'static str>,
    /// Before a number of years or days: it says when and is no amount.
    pub spans: List<&'static str>,
    /// Behind a number of years or days: the same.
    pub spans_after: List<&'static str>,
    /// Before a number: it is a name or a number in a list.
    pub names: List<&'static str>,
    /// Before a number in words that refers to things named before: the two.
    pub known: List<&'static str>,
    /// Before a number without unit that is an amount.
    pub states: List<&'static str>,
    pub rise: List<&'static str>,
    pub fall: List<&'static str>,
    /// They end with a word of rise and are none: made up.
    pub no_rise: List<&'static str>,
    /// Behind an amount: it is the size of a rise or fall.
    pub rise_after: List<&'static str>,
    pub fall_after: List<&'static str>,
    pub doublings: List<(&'static str, u64)>,
    pub halvings: List<&'static str>,
    /// In a sentence: it holds now, whatever year was said before.
    pub now: List<&'static str>,
    /// Before an amount in its clause: it is a goal.
    pub goals: List<&'static str>,
    /// Directly before an amount it is a goal where the sentence says by when.
    pub goals_by_date: List<&'static str>,
    /// Before an amount in its clause: somebody expects it.
    pub forecasts: List<&'static str>,
    /// Shortly before a word of a goal: it is none. Does not plan to.
    pub no_goal: List<&'static str>,
    /// Beside figures in a sentence that calls those around it preliminary.
    pub remarked: List<&'static str>,
    /// The clause of a goal ends here.
    pub goal_ends: List<&'static str>,
    /// Before a date: a goal's is one by when it is to be reached.
    pub goal_dates: List<&'static str>,
    /// Before a number of years or months: what holds for them has them as its period.
    pub recent: List<&'static str>,
    /// Of the same part of the year before.
    pub year_ago: List<&'static str>,
    /// Of the month or quarter before.
    pub period_ago: List<&'static str>,
    /// Before a year of which the same part is meant: the same period of 2022.
    pub same_part: List<&'static str>,
    /// Behind "and": another clause begins.
    pub clause_verbs: List<&'static str>,
    /// Before a period that a change refers to.
    pub than: List<&'static str>,
    /// Behind a year: it is that of a base, the 2019 level.
    pub levels: List<&'static str>,
    pub placed: List<&'static str>,
    /// Behind an ordinal that is a place.
    pub after_place: List<&'static str>,
    pub superlatives: List<&'static str>,
    /// They end in -est and are none.
    pub no_superlatives: List<&'static str>,
    pub scores: List<&'static str>,
    pub ratio: List<&'static str>,
    /// Before an amount: it came together over a period.
    pub flows: List<&'static str>,
    /// Behind it: the same.
    pub flows_after: List<&'static str>,
    pub rates: List<&'static str>,
    /// Behind a number: what became of the people counted.
    pub fates: List<&'static str>,
    /// Before "of" and a number without unit.
    pub totals: List<&'static str>,
    /// Before "in" and a year: the date of something else, since records began in 1961.
    pub beginnings: List<&'static str>,
    /// The same, where the amount stands in another clause: the canal, which opened in 1869.
    pub events: List<&'static str>,
    /// Directly before a number: it is no amount.
    pub no_number: List<&'static str>,
    /// Those of `names` that make a name with a capital only.
    pub plain_names: List<&'static str>,
    /// Behind a number: it is the name of a size, 100-bn-yuan class.
    pub classes: List<&'static str>,
    /// Units that smaller ones follow: 2 hours 18 minutes.
    pub compound: List<&'static str>,
    /// Behind "34 of": the whole.
    pub wholes: List<&'static str>,
    pub of_which: List<&'static str>,
    /// Behind a number without unit, where it is an amount.
    pub ends: List<&'static str>,
    /// Behind a number that is the subject of a clause: 36 were accepted.
    pub verbs: List<&'static str>,
    /// Before a number without unit behind people: their age.
    pub ages: List<&'static str>,
    /// Behind a part of a whole.
    pub after_part: List<&'static str>,
    pub after_half: List<&'static str>,
    /// Before half: no part of a whole.
    pub other_half: List<&'static str>,
    /// Behind double and twice.
    pub after_double: List<&'static str>,
    /// Between a word of rise or fall and its amount.
    pub fillers: List<&'static str>,
    /// Units of measure, not things that are counted.
    pub measured: List<&'static str>,
    pub change_verbs: List<&'static str>,
}

/// The words of English.
pub static ENGLISH: LazyLock<English> = LazyLock::new(|| {
    English {
    before: bounds(&[
        (
            Bound::MoreThan,
            "greater than, higher than, in excess of, upwards of, exceed, exceeds, exceeded, topped, \
          surpassed, beyond",
        ),
        (
            Bound::AtLeast,
            "not fewer than, a minimum of, minimum of, as few as, no lower than, not below, not under",
        ),
        (
            Bound::UpTo,
            "a maximum of, maximum of, as many as, as much as, not exceeding, not exceed, not to exceed, \
          no greater than, no higher than, not above, not over",
        ),
        (Bound::LessThan, "lower than, smaller than, short of"),
        (Bound::About, "some, circa, an estimated, estimated, in the region of"),
        (Bound::Nearly, "close to, approaching, nearing, not quite, virtually"),
    ]),
    after: bounds(&[
        (
            Bound::AtLeast,
            "or more, or higher, or above, or over, and above, and over, and more, plus, +, at least",
        ),
        (Bound::UpTo, "or less, or fewer, or lower, or below, or under, and under, and below, at most"),
        (Bound::About, "or so, odd"),
    ]),
    small: numbers(
        "one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, \
         twelve 12, thirteen 13, fourteen 14, fifteen 15, sixteen 16, seventeen 17, eighteen 18, \
         nineteen 19, twenty 20, thirty 30, forty 40, fifty 50, sixty 60, seventy 70, eighty 80, \
         ninety 90",
    ),
    plans: numbers("tenth 10, eleventh 11, twelfth 12, thirteenth 13, fourteenth 14, fifteenth 15"),
    ordinals: numbers(
        "first 1, second 2, third 3, fourth 4, fifth 5, sixth 6, seventh 7, eighth 8, ninth 9, tenth 10, \
         eleventh 11, twelfth 12",
    ),
    lengths: list(
        "long, high, wide, deep, tall, above, below, thick, away, apart, across, up, down, underground",
    ),
    powers: numbers(
        "hundred 2, thousand 3, million 6, billion 9, trillion 12, lakh 5, crore 7, bn 9, mn 6, tn 12, \
         trn 12",
    ),
    short_powers: numbers("m 6, k 3, b 9"),
    parts: numbers(
        "half 2, halves 2, third 3, thirds 3, quarter 4, quarters 4, fifth 5, fifths 5, sixth 6, \
         sixths 6, seventh 7, sevenths 7, eighth 8, eighths 8, ninth 9, tenth 10, tenths 10",
    ),
    currencies: names(
        "us$ = US dollars, $ = US dollars, a$ = Australian dollars, hk$ = Hong Kong dollars, \
         c$ = Canadian dollars, nz$ = New Zealand dollars, s$ = Singapore dollars, € = euros, \
         £ = pounds, ¥ = ¥, ₹ = rupees, rmb = yuan, cny = yuan, usd = US dollars, eur = euros, \
         gbp = pounds, rs = rupees",
    ),
    other_dollars: list(
        "australian dollar, australian dollars, canadian dollar, canadian dollars, hong kong dollar, \
         hong kong dollars, new zealand dollar, new zealand dollars, singapore dollar, singapore dollars, \
         taiwan dollar, taiwan dollars, aud, cad, hkd, nzd, sgd",
    ),
    units: names(
        "% = %, percent = %, per cent = %, pc = %, percentage point = percentage points, \
         percentage points = percentage points, percentage pts = percentage points, \
         pp = percentage points, ppt = percentage points, basis point = basis points, \
         basis points = basis points, bps = basis points, ‰ = ‰, sq km = sq km, sq m = sq m, \
         sq ft = sq ft, degrees celsius = degrees Celsius, degrees fahrenheit = degrees Fahrenheit",
    ),
    plurals: list(
        "people, children, men, women, staff, cattle, sheep, fish, species, aircraft, deer, police, \
         poultry, livestock, personnel, youth, yuan, yen, won, pence, mu, hertz, megahertz, gigahertz, \
         celsius, fahrenheit, rand, baht, percent, km, kg, g, mg, t, m, cm, mm, kw, kwh, mw, mwh, gw, \
         gwh, tw, twh, tb, gb, mb, pb, ha, l, ml, mph, kph, km/h, ft, lb, lbs, oz, hp, km², m², m³, teu, \
         teus, bcm, mt, kt, gt, feet, inches, miles, teeth, mice, geese, offspring, crew, headcount, \
         kilowatt, megawatt, gigawatt, p, cents, tons, oxen, passersby, fishermen, firemen, horsepower, \
         point, series, barrels, bps, min, mins, hrs, secs, nm, µg, ppm, ppb, db",
    ),
    no_plurals: list(
        "has, was, is, does, this, thus, plus, less, as, its, his, us, yes, versus, across, gas, bus, \
         always, perhaps, towards, besides, sometimes, press, business, class, access, loss, process, \
         previous, various, serious, status, basis, analysis, crisis, overseas, says, goes, means, \
         remains, rises, falls, grows, shows, makes, takes, gives, includes, accounts, stands, \
         represents, needs, wants, covers, serves, continues, campus, virus, census, surplus, bonus, \
         focus, apparatus, diabetes, news, economics, physics, politics, glass, grass, mass, mess, pass, \
         cross, gross, dress, stress",
    ),
    stops: list(
        "of, in, on, at, by, for, from, to, with, and, or, but, that, which, who, were, was, is, are, \
         had, has, have, will, would, could, can, may, might, should, must, as, than, per, after, \
         before, during, since, this, last, next, a, an, the, more, less, fewer, higher, lower, up, \
         down, compared, remain, remains, remained, live, lives, lived, work, works, worked, over, \
         under, above, below, until, through, across, within, without, into, onto, out, off, when, \
         while, where, because, if, though, although, each, every, some, about, around, between, among, \
         against, year, so, not, now, still, also, only, just, did, do, does, be, been, being, said, \
         says, died, came, took, went, made, left, lost, won, it, they, he, she, we, you, i, its, their, \
         his, her, our, your, ago, earlier, later, old, long, high, wide, deep, tall, ahead, behind, \
         short, away, apart, respectively, annually, daily, yearly, monthly, closed, ended, rose, fell, \
         grew, increase, decrease, rise, fall, growth, decline, drop, gain, jump, cut, reduction, \
         year-on-year, via, like, such, including, worldwide, nationwide, there, here, then, voted, \
         attended, visited, passed, applied, arrived, responded, registered, worth",
    ),
    adjectives: list(
        "new, other, more, additional, extra, further, small, large, big, local, foreign, different, \
         major, main, young, old, older, younger, individual, separate, full, key, existing, registered, \
         permanent, affordable, rural, urban, public, private, national, international, similar, such, \
         good, great, long, short, high, low, total, whole, daily, annual, successful, confirmed, \
         reported, estimated, possible, potential, planned, consecutive, straight, single, first, \
         second, domestic, direct, available, eligible, modern, free, working, top, best, worst, mature, \
         native",
    ),
    months: numbers(
        "january 1, february 2, march 3, april 4, may 5, june 6, july 7, august 8, september 9, \
         october 10, november 11, december 12, jan 1, feb 2, mar 3, apr 4, jun 6, jul 7, aug 8, sept 9, \
         sep 9, oct 10, nov 11, dec 12",
    ),
    year_before: list(
        "in, by, since, of, from, until, till, during, to, before, after, between, and, than, the, late, \
         early, mid, for, their, its, fiscal, year, end, through, throughout, with, on, at, around, \
         summer, winter, spring, autumn, fy, or",
    ),
    other_years: list(
        "fiscal, fiscal year, financial year, tax year, fy, school year, academic year",
    ),
    times: list(
        "year, years, month, months, day, days, week, weeks, decade, decades, century, centuries, \
         quarters, hours, minutes",
    ),
    spans: list(
        "past, last, next, first, coming, previous, recent, within, in, every, after, preceding, \
         following, over, the, these, those, final, early, later, another, other, over the, for the",
    ),
    spans_after: list("ago, earlier, later, after, before, old, from now, since"),
    names: list(
        "article, chapter, section, no, number, line, boeing, airbus, iso, route, highway, room, flight, \
         terminal, phase, type, class, grade, level, stage, page, pages, figure, table, apollo, windows, \
         agenda, covid, top, platform, gate, paragraph, clause, act, volume, part, day, zone, group, \
         tier, junction, unit, block, building, channel, radio, bus, train, version, model, step, \
         appendix, annex, item, question, world cup, euro, expo, cop, formula, title, rule, season, \
         episode, district, ward, area, sector, lot, bay, dial, call, phone, tel, hotline, resolution, \
         protocol, schedule, note",
    ),
    known: list("the, these, those, first, last, next, other, past, previous, both, following"),
    states: list(
        "to, from, by, was, were, is, are, reached, totalled, totaled, hit, be, than, stood, averaged, \
         scored, remained, with, around, only, just, another, counted, about, had, has, holds, hold, \
         held, got, received, won, made, sold, numbered",
    ),
    rise: list(
        "rose, rise, rises, risen, rising, grew, grow, grows, grown, growing, increased, increase, \
         increases, increasing, up, climbed, climb, climbs, climbing, gained, gain, gains, jumped, jump, \
         jumps, surged, surge, soared, advanced, advance, expanded, expand, expansion, added, adding, \
         raised, raise, raises, growth, rebounded, improved, widened, lifted, accelerated, swelled, \
         appreciated, strengthened, inflation, extended, edged up, picked up, went up, raising, boosted, \
         boost, increment, uplift",
    ),
    fall: list(
        "fell, fall, falls, fallen, falling, dropped, drop, drops, dropping, declined, decline, \
         declines, declining, decreased, decrease, decreases, decreasing, down, shrank, shrink, shrunk, \
         shrinking, slipped, slip, slid, slumped, slump, plunged, plunge, tumbled, lost, cut, cuts, \
         cutting, reduced, reduce, reduces, reduction, lowered, lower, contracted, contraction, \
         narrowed, narrow, eased, sank, dipped, dip, retreated, weakened, shed, loss, fewer by, slashed, \
         depreciated, trimmed, shaved",
    ),
    no_rise: list(
        "made up, make up, makes up, making up, took up, take up, takes up, taken up, taking up, set up, \
         signed up, end up, ends up, ended up",
    ),
    rise_after: list(
        "rise, increase, growth, jump, gain, more, higher, up, climb, surge, expansion, above, larger, \
         bigger, greater, better, faster, longer, improvement, hike, uplift, inflation, pay rise",
    ),
    fall_after: list(
        "fall, decrease, drop, decline, fewer, less, lower, down, reduction, cut, slump, below, smaller, \
         dip, contraction, slower, shorter, cheaper, worse",
    ),
    doublings: numbers(
        "doubled 2, double 2, doubling 2, doubles 2, twice 2, tripled 3, triple 3, tripling 3, \
         trebled 3, treble 3, quadrupled 4, quadruple 4, quintupled 5, twofold 2, threefold 3, \
         fourfold 4, fivefold 5, sixfold 6, tenfold 10",
    ),
    halvings: list("halved, halve, halving"),
    now: list("now, currently, at present, nowadays, as of today, to date, presently, today, these days"),
    goals: list(
        "wants to, want to, plans to, plan to, planning to, hopes to, hope to, hoping to, aims to, aim to, \
         aiming to, aims for, aim for, aims at, aim at, aiming at, intends to, intend to, seeks to, seek to, pledged to, pledges to, \
         vowed to, vows to, promised to, promises to, target of, goal of, target is, goal is",
    ),
    goals_by_date: list("plans, wants, targets, seeks"),
    forecasts: list(
        "expects, expect, is expected to, are expected to, be expected to, is forecast to, are forecast to, \
         forecasts, predicts, predict, is projected to, are projected to, is predicted to, are predicted to, \
         forecast of",
    ),
    no_goal: list(
        "not, never, no, longer, don't, doesn't, scrapped, dropped, abandoned, shelved, cancelled, canceled, \
         rejected, halted, than, as",
    ),
    remarked: list(
        "all, the, these, of, above, note, notes, :, for, in, this, that, paragraph, section, report, release, \
         article, here, both, year, given, cited",
    ),
    goal_ends: list(
        "but, while, which, who, whom, whose, that, where, because, although, though, if, after, than, \
         against, compared",
    ),
    goal_dates: list(
        "by, by the end of, until, before, in, by late, by early, by mid, by the year, by the start of, \
         by the middle of",
    ),
    in_a_row: list("in a row, running, consecutive, straight, successive"),
    recent: list("past, last, previous, preceding, most recent"),
    year_ago: list(
        "year on year, year over year, yoy, a year earlier, a year ago, the previous year, \
         the year before, last year, a year before, the prior year, previous year, the preceding year, \
         the same period a year earlier, the same period last year, \
         the same period of the previous year, the same month a year earlier, one year earlier, \
         the same month last year, the same quarter a year earlier, the same quarter last year, \
         12 months earlier, the same month of the previous year, the same period the year before, \
         twelve months earlier, the same quarter of the previous year, \
         the corresponding period last year, the same period of last year",
    ),
    period_ago: list(
        "month on month, month over month, quarter on quarter, quarter over quarter, a month earlier, \
         the previous month, the month before, the previous quarter, the quarter before, \
         a quarter earlier, the preceding quarter, the preceding month, last month, last quarter, \
         the prior quarter, the prior month",
    ),
    same_part: list(
        "same period of, same period in, same month of, same month in, same quarter of, same quarter in, \
         corresponding period of, corresponding period in, same time in",
    ),
    clause_verbs: list("is, was, are, were, has, had, have, will, would, could, should, may, must, can"),
    than: list(
        "than, compared with, compared to, from, on, over, against, versus, relative to, \
         in comparison with",
    ),
    levels: list("level, levels, figure, figures, total, peak, average, value, baseline, low, high, prices"),
    placed: list(
        "ranked, ranks, rank, ranking, finished, finish, finishes, came, come, comes, placed, stood, \
         stands, coming, finishing, place, placing",
    ),
    after_place: list(
        "in, of, among, out, for, place, overall, nationally, globally, worldwide, on, behind, and, with",
    ),
    superlatives: list("most, least, best, worst"),
    no_superlatives: list("forest, interest, request, harvest, protest, northwest, southwest, invest"),
    scores: list(
        "won, win, beat, lost, drew, draw, victory, defeat, defeated, score, leads, led, trailed, \
         beaten, vote, voted, votes",
    ),
    ratio: list("ratio, odds, proportion, split, majority, vote, outnumber, outnumbered"),
    flows: list(
        "output, production, exports, imports, revenue, revenues, profit, sales, spent, deliveries, \
         turnover, income, earnings, shipments, generation",
    ),
    flows_after: list("a year, a day, a month, a week, per year, per day, annually"),
    rates: list("rate, per, turnout, yield, each, a head, per head"),
    fates: list(
        "injured, killed, wounded, missing, dead, hurt, hospitalised, hospitalized, arrested, died, \
         unaccounted",
    ),
    totals: list(
        "total, staff, population, workforce, sum, capacity, score, number, average, record, median, \
         index",
    ),
    beginnings: list("began, begun, founded, born, dates, dating, dated"),
    events: list(
        "opened, built, completed, launched, introduced, established, signed, started, created, closed, \
         elected",
    ),
    no_number: list("per, every, aged, age, ages"),
    plain_names: list("number, call, day, group, area, note, part, rule, sector, unit, train, bus, euro, no"),
    classes: list("class, classes, mark, barrier, bracket"),
    compound: list("hours, hour, minutes, minute, seconds, min, sec, hrs, feet, foot, ft, inches, h"),
    wholes: list("the, its, their, those, them, these, our, all"),
    of_which: list("of which, of whom, of them, of these"),
    ends: list("to, in, a, from, by, and, over, at, on, last, this, compared, for, among, per, since"),
    verbs: list("were, are, had, have, remain, remained, did, said, passed, failed, voted, came, left"),
    ages: list("under, over, above, below"),
    after_part: list(
        "of, the, its, their, his, her, as, more, less, fewer, higher, lower, since, in, to, by, from, \
         are, were, have, had, said, will, on, between, was",
    ),
    after_half: list("of, the, its, their, his, her, as, were, are"),
    other_half: list("first, second, other, the, a, one, latter, last, that, this, top, bottom, each"),
    after_double: list("the, its, their, that, what"),
    fillers: list("average, by, of, a, an, further, another, was, were, some, the, only, just"),
    measured: list(
        "tonnes, tons, metres, meters, kilometres, kilometers, miles, hectares, acres, dollars, euros, \
         pounds, yuan, yen, rupees, years, months, days, weeks, hours, minutes, seconds, litres, liters, \
         barrels, watts, kilowatts, megawatts, gigawatts, °c, °f, degrees, cents, pence, grams, \
         kilograms, celsius, storey, storeys, megabytes, gigabytes, inches, feet, tonne, metre, \
         kilometre, mile, hectare, acre, litre, barrel, watt, kilowatt, megawatt, gigawatt",
    ),
    change_verbs: list(
        "widen, moved, went, changed, shifted, swung, revised, recovered, returned, upgraded, downgraded",
    ),
}
});
