//! Clocks: when they may run, when they are late, and what is said of them.

use crate::support::desk::{Desk, words};
use crate::support::say::{self, Deed};
use crate::support::voice::says;
use breachbook::base::{Now, Stamp, Zone};
use breachbook::contract::{Folder, status};
use breachbook::judge::{View, assess};
use breachbook::page::{Block, Tone, clock};
use breachbook::record::common::AT;
use serde_json::Value;

/// A law clock whose rule waits for whether a partner notifies.
const PENDING: &str = include_str!("clockpend.toml");

/// What is seen of the case at another moment.
fn at<T>(desk: &Desk, text: &str, says: impl FnOnce(&View<'_>) -> T) -> T {
    let view = desk.session.view();
    let now = Now { at: Stamp::parse(text).unwrap(), ..view.now };
    let picture = assess(view.playbook, view.state, now);
    says(&View { now, picture: &picture, ..view })
}

fn of(view: &View<'_>, list: &str, id: &str) -> Value {
    let status = serde_json::to_value(status(view, Folder { case: "case", heads: &[], damage: &[] })).unwrap();
    status[list].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
}

/// The clocks as they stand on a page, those first that matter first.
fn page(view: &View<'_>) -> Vec<String> {
    let line = |block: Block| match block {
        Block::Text(line) => line.words(),
        other => panic!("{other:?}"),
    };
    clock::all(view).blocks.into_iter().map(line).collect()
}

fn strip(view: &View<'_>) -> String {
    clock::strip(view).map_or_else(String::new, |strip| strip.line.words())
}

fn answer_at(desk: &mut Desk, id: &str, value: &str, at: &str) {
    let command = say::answer(id, value);
    desk.session.submit(&command.clone().with(&AT, at)).unwrap();
}

/// A playbook with other clocks in the place of the one of [`PENDING`].
fn with(clocks: &str) -> String {
    let at = PENDING.find("[[clock]]").unwrap();
    format!("{}{clocks}", &PENDING[..at])
}

fn limited(id: &str, keys: &str) -> String {
    format!(
        "[[clock]]\nid = \"{id}\"\ntitle = \"Clock {id}\"\nword = \"soon\"\nuntil = \"task.notify\"\nbasis = \"law\"\n\
         cite = \"a\"\n{keys}\n"
    )
}

#[test]
fn a_law_clock_whose_rule_is_not_known_is_perhaps_due_and_names_what_it_waits_for() {
    let mut desk = Desk::open_text("clockpend", PENDING);
    let clock = desk.of("clocks", "c");
    assert_eq!((clock["state"].as_str(), &clock["due"]), (Some("waiting"), &Value::Null), "nobody knows since when");
    desk.answer("aware", "19 Nov 03:13");
    desk.answer("breach", "yes");
    let clock = desk.of("clocks", "c");
    assert_eq!(clock["state"], "maybe", "{clock}");
    assert!(clock["due"].as_str().unwrap().starts_with("2026-11-22T03:13:00"), "{clock}");
    assert_eq!((&clock["late_s"], &clock["elapsed_s"]), (&Value::Null, &Value::Null), "whether it counts is not known");
    assert_eq!((clock["when"].as_str(), clock["within"].as_str()), (Some("rule.owed"), Some("72 h")));
    assert_eq!(words(&clock["waits"]), ["partner_notifies"]);
    let perhaps = "~ “72 hours” 72 hours · perhaps due 22 Nov 03:13, if: The authority is notified";
    assert_eq!(strip(&desk.session.view()), perhaps);
    assert_eq!(page(&desk.session.view())[0], format!("{perhaps}. Waits for: Does the partner notify?"));
    says(
        &desk.reads(),
        &["Clock: ~ \"72 hours\" 72 hours, perhaps due 22 Nov 03:13, if: The authority is notified. Waits for: "],
    );
    let late =
        at(&desk, "2026-11-22T06:23:00+10:30", |view| (strip(view), page(view).remove(0), of(view, "clocks", "c")));
    assert_eq!(late.0, "~ “72 hours” 72 hours · perhaps OVER by 3 h 10 min, if: The authority is notified");
    assert_eq!(
        late.1,
        "~ “72 hours” 72 hours · perhaps 3 h 10 min late, due 22 Nov 03:13, if: The authority is notified. Waits for: \
         Does the partner notify?"
    );
    assert_eq!(late.2["late_s"], Value::Null);
    desk.answer("partner_notifies", "no");
    assert_eq!(desk.state("clocks", "c"), "running");
    desk.answer("partner_notifies", "unknown");
    assert_eq!(desk.state("clocks", "c"), "maybe", "also after it has run");
    desk.answer("partner_notifies", "yes");
    assert_eq!(desk.state("clocks", "c"), "not-applicable");
}

#[test]
fn a_clock_that_may_run_out_first_stands_before_one_that_does_later() {
    let later = limited("later", "from = \"aware\"\nwithin = \"30 days\"");
    let mut desk = Desk::open_text("clockpend", &format!("{PENDING}\n{later}"));
    desk.answer("aware", "19 Nov 03:13");
    desk.answer("breach", "yes");
    let lines = page(&desk.session.view());
    assert!(lines[0].starts_with("~ “72 hours” 72 hours · perhaps due 22 Nov 03:13"), "{lines:?}");
    assert!(lines[1].starts_with("“soon” Clock later"), "{lines:?}");
    let said = desk.reads();
    assert!(said.find("~ \"72 hours\"") < said.find("Clock later"), "{said}");
}

#[test]
fn a_clock_that_was_stopped_too_late_says_by_how_much_for_ever() {
    let text = PENDING.replace("[[task]]\nid = \"notify\"", &format!("{WHEN_LATE}\n[[task]]\nid = \"notify\""));
    let mut desk = Desk::open_text("clockpend", &text);
    desk.answer("aware", "18 Nov 18:13");
    desk.answer("breach", "yes");
    assert_eq!(desk.state("items", "explain"), "pending", "whether it is late is not known");
    desk.answer("partner_notifies", "no");
    assert_eq!(desk.state("items", "explain"), "open", "it is past now");
    let receipt = desk.done("notify", "By phone");
    let told = desk.said(&receipt).changes.into_iter().find(|told| told.id == "c").unwrap();
    assert_eq!((told.from.as_str(), told.to.as_str()), ("runs", "stopped, 8 h 00 min late"));
    let clock = desk.of("clocks", "c");
    assert_eq!((clock["state"].as_str(), clock["late_s"].as_i64()), (Some("stopped"), Some(8 * 3600 + 44)), "{clock}");
    assert_eq!(desk.state("items", "explain"), "open", "and it was stopped late");
    let line = page(&desk.session.view()).remove(0);
    assert_eq!(line, "“72 hours” 72 hours · stopped 8 h 00 min late, due 21 Nov 18:13");
    assert_eq!(strip(&desk.session.view()), "“72 hours” 72 hours · late by 8 h 00 min", "it stays in sight");
    let left = breachbook::record::verbs::close::left(&desk.session.view());
    let late = left.iter().find(|one| one.line.starts_with("clock c"));
    assert!(late.is_some_and(|one| one.heading.words() == "Late" && !one.heading.keeps_open()), "closing lists it");
    desk.answer("aware", "unknown");
    assert_eq!(desk.state("items", "explain"), "pending", "since when is not known any more");
}

const WHEN_LATE: &str = r#"[[task]]
id = "explain"
phase = "n"
title = "Give the reasons for the delay"
record = "Which reasons?"
when = "clock.c.late"
verb = "shall"
cite = "a"
"#;

#[test]
fn two_limits_are_two_clocks_and_the_late_one_stands_first() {
    let first = limited("first", "from = \"aware\"\nwithin = \"24h\"").replace("task.notify", "call.early");
    let second = limited("second", "from = \"aware\"\nwithin = \"72h\"");
    let third = limited("third", "from = \"aware\"\nwithin = \"5 days\"");
    let early = "[[call]]\nid = \"early\"\nphase = \"p\"\nrole = \"boss\"\ntitle = \"Warn the boss\"\nverb = \"shall\"\ncite = \"a\"\n";
    let mut desk = Desk::open_text("clockpend", &with(&format!("{early}{third}{second}{first}")));
    desk.answer("aware", "19 Nov 01:13");
    desk.session.submit(&crate::support::desk::call("early", "reached").with(&AT, "19 Nov 21:13")).unwrap();
    let [first, second] = ["first", "second"].map(|id| desk.of("clocks", id));
    assert_eq!((first["state"].as_str(), &first["late_s"]), (Some("stopped"), &Value::Null), "{first}");
    assert_eq!(first["elapsed_s"], 20 * 3600);
    assert_eq!((second["state"].as_str(), second["late_s"].as_i64()), (Some("running"), Some(3644)), "{second}");
    let lines = page(&desk.session.view());
    assert_eq!(
        lines,
        [
            "“soon” Clock second · 1 h 00 min late, due 22 Nov 01:13 · law",
            "“soon” Clock third · due in 69 h · law",
            "“soon” Clock first · done after 20 h 00 min",
        ]
    );
    says(&desk.reads(), &["Clock: \"soon\" Clock second, 1 h 00 min late, due 22 Nov 01:13, law\n"]);
    says(&desk.reads(), &["Clock: \"soon\" Clock first, done after 20 h 00 min\n"]);
    let alarm = clock::strip(&desk.session.view()).unwrap().line.0.iter().any(|piece| piece.tone == Tone::Alarm);
    assert!(alarm, "{lines:?}");
}

#[test]
fn days_and_months_end_at_midnight_after_the_last_day_and_are_said_as_the_end_of_a_day() {
    let clocks = limited("days", "from = \"aware\"\nwithin = \"30 days\"");
    let months = limited("months", "from = \"aware\"\nwithin = \"2 months\"");
    let mut desk = Desk::open_text("clockpend", &with(&(clocks + &months)));
    desk.answer("aware", "1 Nov 10:00");
    assert!(desk.of("clocks", "days")["due"].as_str().unwrap().starts_with("2026-12-02T00:00:00"));
    assert!(desk.of("clocks", "months")["due"].as_str().unwrap().starts_with("2027-01-02T00:00:00"));
    let line = at(&desk, "2026-12-02T01:00:00+10:30", |view| page(view).remove(0));
    assert_eq!(line, "“soon” Clock days · 1 h 00 min late, due at the end of 1 Dec · law");
}

#[test]
fn a_clock_without_a_start_of_its_own_starts_when_people_became_aware_and_until_then_with_the_case() {
    let text = with(&limited("open", "within = \"72h\"")).replace("[clauses]", "[facts]\naware = \"aware\"\n[clauses]");
    let mut desk = Desk::open_text("clockpend", &text);
    assert!(desk.of("clocks", "open")["started"].as_str().unwrap().starts_with("2026-11-22T02:13:44"), "the opening");
    desk.answer("aware", "2 Mar 2026 09:00");
    let clock = desk.of("clocks", "open");
    assert!(clock["started"].as_str().unwrap().starts_with("2026-03-02T09:00:00"), "{clock}");
    says(&desk.reads(), &["Clock: \"soon\" Clock open, 261 days late, due 5 Mar 2026 09:00"]);
    desk.answer("aware", "1 Mar 2026 to 3 Mar 2026");
    assert!(desk.of("clocks", "open")["started"].as_str().unwrap().starts_with("2026-03-01T00:00:00"));
    let line = page(&desk.session.view()).remove(0);
    assert!(line.ends_with(", at the earliest from 1 Mar 2026 00:00"), "{line}");
    desk.answer("aware", "unknown");
    assert!(desk.of("clocks", "open")["started"].as_str().unwrap().starts_with("2026-11-22T02:13:44"), "not known");
}

#[test]
fn a_clock_whose_start_is_not_known_says_what_it_waits_for() {
    let desk = Desk::open_text("clockpend", &with(&limited("wait", "from = \"aware\"\nwithin = \"72h\"")));
    assert_eq!(desk.state("clocks", "wait"), "waiting");
    assert_eq!(strip(&desk.session.view()), "“soon” Clock wait · 72 h from \"Since when aware?\", not answered yet");
}

#[test]
fn a_stop_before_its_start_is_said_to_be_wrong_and_nothing_is_counted() {
    let mut desk = Desk::open_text("clockpend", &with(&limited("c", "from = \"breach\"\nwithin = \"72h\"")));
    answer_at(&mut desk, "breach", "yes", "21 Nov 10:00");
    desk.answer("partner_notifies", "no");
    let done = say::task("notify", Deed::Done("By phone".into()));
    desk.session.submit(&done.clone().with(&AT, "20 Nov 10:00")).unwrap();
    let clock = desk.of("clocks", "c");
    assert_eq!((clock["state"].as_str(), clock["crossed"].as_str()), (Some("stopped"), Some("recorded")), "{clock}");
    assert_eq!(clock["elapsed_s"], Value::Null);
    assert_eq!(strip(&desk.session.view()), "“soon” Clock c · times cross: check them");
    let mut desk = Desk::open_text("clockpend", &with(&limited("c", "within = \"72h\"")));
    desk.answer("breach", "yes");
    desk.answer("partner_notifies", "no");
    desk.session.submit(&done.clone().with(&AT, "20 Nov 10:00")).unwrap();
    assert_eq!(desk.of("clocks", "c")["crossed"], "opening");
    assert_eq!(page(&desk.session.view())[0], "“soon” Clock c · done before the case was opened");
}

#[test]
fn time_alone_moves_a_case_at_its_limits_and_where_something_was_put_off() {
    let mut desk = Desk::open_text("clockpend", &with(&limited("c", "from = \"aware\"\nwithin = \"72h\"")));
    let turns = |desk: &Desk| {
        desk.session.view().picture.turns_at.map(|at| desk.session.now().zone.stamp(at).short_in(desk.session.now()))
    };
    assert_eq!(turns(&desk), None);
    desk.answer("aware", "20 Nov 10:00");
    assert_eq!(turns(&desk).as_deref(), Some("23 Nov 10:00"));
    let defer = say::defer("breach", "22 Nov 06:00");
    desk.record(defer);
    assert_eq!(turns(&desk).as_deref(), Some("22 Nov 06:00"));
    let before = at(&desk, "2026-11-23T09:59:00+10:30", |view| view.picture.turns_at);
    let after = at(&desk, "2026-11-23T10:00:01+10:30", |view| {
        (view.picture.turns_at, of(view, "clocks", "c")["late_s"].as_i64())
    });
    assert!(before.is_some());
    assert_eq!(after, (None, Some(1)), "a limit turns once");
}

#[test]
fn a_day_of_hours_over_the_night_when_the_clocks_go_back_ends_an_hour_earlier_by_the_clock() {
    let mut desk = Desk::open_text("clockpend", &with(&limited("day", "from = \"aware\"\nwithin = \"24h\"")));
    desk.answer("aware", "2026-10-31T20:00:00-04:00");
    let zone = Zone::of_posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
    let view = desk.session.view();
    let now = Now::new(Stamp::parse("2026-11-01T19:10:00-05:00").unwrap(), zone);
    let picture = assess(view.playbook, view.state, now);
    let view = View { now, picture: &picture, ..view };
    assert_eq!(of(&view, "clocks", "day")["late_s"], 600);
    assert_eq!(page(&view).remove(0), "“soon” Clock day · 10 min late, due 1 Nov 19:00 · law");
}

#[test]
fn a_start_that_is_known_as_a_day_only_counts_from_its_beginning_and_says_so() {
    let mut desk = Desk::open_text("clockpend", &with(&limited("day", "from = \"aware\"\nwithin = \"72h\"")));
    desk.answer("aware", "15 Jun 2017");
    assert!(desk.of("clocks", "day")["started"].as_str().unwrap().starts_with("2017-06-15T00:00:00"));
    let line = page(&desk.session.view()).remove(0);
    assert!(line.ends_with("due 18 Jun 2017 00:00 · law, at the earliest from 15 Jun 2017 00:00"), "{line}");
}

/// A task that is to follow a number without delay.
const OFFER: &str = r#"
schema = 1
[playbook]
id = "offer"
title = "Offer"
jurisdiction = "US"
source = { title = "Offer", organisation = "Example University" }
[clauses]
A = { at = "1", text = "Offer it without delay once it is known how many are affected." }
[[phase]]
id = "notify"
title = "Notify"
[[question]]
id = "affected"
phase = "notify"
ask = "How many are affected?"
answer = "number"
cite = "A"
[[task]]
id = "offer"
phase = "notify"
title = "Offer it"
record = "To whom?"
verb = "shall"
cite = "A"

[[clock]]
id = "offering"
title = "Offering it"
word = "without delay"
from = "affected"
until = "task.offer"
cite = "A"
"#;

#[test]
fn a_number_that_is_put_right_after_the_duty_was_met_does_not_begin_its_clock_anew() {
    let mut desk = Desk::open_text("offer", OFFER);
    answer_at(&mut desk, "affected", "140", "22 Nov 2026 01:00");
    let outcome = Deed::Done("To all 140.".into());
    let done = say::task("offer", outcome);
    desk.session.submit(&done.clone().with(&AT, "22 Nov 2026 01:10")).unwrap();
    desk.answer("affected", "9000");
    let clock = &desk.session.assessment().clocks[0];
    assert_eq!((clock.crossed, clock.elapsed_s), (None, Some(600)));
}
