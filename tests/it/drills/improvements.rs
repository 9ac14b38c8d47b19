//! What is to become better comes back before the next drill until it is done, and never touches a live case.

use super::after::{Lines, reviewed};
use super::table::Table;
use crate::support::desk::bundled_files;
use breachbook::base::{Clock, FixedClock, Now, Stamp};
use breachbook::journal::Mode;
use breachbook::judge::view::actions::Improvements;
use breachbook::plain::before_drill;
use breachbook::record::Draft;
use breachbook::record::verbs::row;
use breachbook::session::improvements::{self, OpenImprovement};
use breachbook::session::{NewSession, Session};
use breachbook::store::Library;
use chrono::NaiveDate;

fn clock() -> FixedClock {
    FixedClock::at(Stamp::parse("2027-01-11T09:00:00.000+11:00").unwrap())
}

fn open(table: &Table) -> Vec<OpenImprovement> {
    let (open, unread) = improvements::open(&Library::at(table.cases()), Some("trinity"), clock().now()).unwrap();
    assert_eq!(unread, [""; 0]);
    open
}

/// What the facilitator of a next drill is asked, and what is said to the answers.
fn asked(table: &Table, lines: &[&'static str]) -> (String, Vec<String>) {
    let mut next = Table::set();
    let conduct = next.conduct.as_mut().unwrap();
    let mut out = Vec::new();
    let mut input = Lines(lines.iter().copied().collect());
    let now: Now = clock().now();
    before_drill(conduct, &open(table), now, &|| Box::new(clock()) as Box<dyn Clock>, &mut input, &mut out).unwrap();
    let noted = conduct.account().noted(breachbook::case::Tag::Improvement);
    (String::from_utf8(out).unwrap(), noted.iter().map(|note| note.text.to_owned()).collect())
}

#[test]
fn an_action_of_an_exercise_comes_back_at_the_next_drill_until_it_is_done() {
    let mut table = reviewed();
    table.lead("10:50:00").leave().unwrap();
    let name = table.case().name();
    let all = open(&table);
    let [one] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((one.mode, one.owner.as_str(), one.case.as_str()), (Mode::Exercise, "A. Ruiz", name.as_str()));
    let (said, noted) = asked(&table, &["no change"]);
    let line = format!("{} of exercise {name}: Name a deputy in the policy, owner A. Ruiz, due 1 Mar 2099", one.label);
    assert!(said.contains(&line), "{said}");
    assert_eq!(noted, [format!("{} of exercise {name}: no change: Name a deputy in the policy", one.label)]);
    assert_eq!(open(&table).len(), 1, "it comes back");
    let (said, _) = asked(&table, &["perhaps", "done"]);
    assert!(said.contains("\"perhaps\" is none of them.") && said.contains(&format!("Done in {name} as ")), "{said}");
    assert_eq!(open(&table), [], "done");
}

#[test]
fn one_of_a_live_case_is_noted_and_the_live_case_stays_as_it_is() {
    let table = Table::set();
    let new =
        NewSession { playbook: bundled_files("trinity"), title: "A real night", person: "P. Okoye", mode: Mode::Live };
    let mut live = Session::start(&table.cases(), new, Box::new(clock())).unwrap();
    let mut draft = Draft::new(&row::VERB, "actions").with(&row::NAME, "Lock the forms of the office");
    for (column, text) in [("state", "open"), ("improvement", "equipment"), ("due", "2026-12-01")] {
        draft.give_cell(column, text);
    }
    live.submit(&draft).unwrap();
    let heads = live.heads();
    let (said, noted) = asked(&table, &["done"]);
    assert!(said.contains("of LIVE case ") && said.contains("due 1 Dec 2026, over"), "{said}");
    assert!(said.contains("nothing of a drill is written there. Close it there."), "{said}");
    assert!(
        noted[0].contains("of LIVE case ") && noted[0].ends_with("done: Lock the forms of the office"),
        "{noted:?}"
    );
    live.refresh().unwrap();
    assert_eq!(live.heads(), heads);
    assert_eq!(open(&table).len(), 1, "somebody closes it there");
    assert_eq!(
        improvements::counted(&open(&table), clock().now()).words().unwrap(),
        "Improvements 1 open, 1 over since 1 Dec"
    );
}

#[test]
fn an_exercise_that_is_still_played_brings_nothing_back() {
    let table = super::after::reviewed_while_played();
    assert_eq!(open(&table), []);
}

#[test]
fn what_is_over_is_counted_since_its_first_day() {
    let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
    let today = "2026-12-03".parse().unwrap();
    let all = Improvements::of([day("2026-12-01"), None, day("2099-01-01")], today);
    assert_eq!(all.words().unwrap(), "Improvements 3 open, 1 over since 1 Dec");
    assert_eq!(Improvements::of([None], today).words().unwrap(), "Improvements 1 open");
    assert_eq!(Improvements::of([], today).words(), None);
}
