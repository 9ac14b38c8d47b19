//! After a drill: the review a line at a time, its account for programs, and the report from both folders or from the case alone.

use super::conduct::STEPS;
use super::table::Table;
use crate::support::program::{Home, Ran};
use breachbook::case::Tag;
use breachbook::plain::{Input, Line, after_drill};
use breachbook::session::drill::{Conduct, Improvement};
use serde_json::Value;
use std::collections::VecDeque;

pub struct Lines(pub VecDeque<&'static str>);

impl Input for Lines {
    fn next_line(&mut self) -> std::io::Result<Line> {
        Ok(self.0.pop_front().map_or(Line::End, |line| Line::Text(line.to_owned())))
    }
}

/// The worked example, played to its end.
pub fn played() -> Table {
    let mut table = Table::set();
    let mut player = table.player();
    for (clock, step) in &STEPS {
        step(&mut table, &mut player, clock);
    }
    player.end().unwrap();
    table.lead("10:40:00");
    table
}

fn review(conduct: &mut Conduct, lines: &[&'static str]) -> String {
    let mut out = Vec::new();
    let mut input = Lines(lines.iter().copied().collect());
    let ended = after_drill(conduct, &mut input, &mut out).unwrap();
    assert!(!ended.not_recorded);
    String::from_utf8(out).unwrap()
}

/// What a whole review types: notes, a rating with its observation, an improvement action, who signs.
const WHOLE: [&str; 21] = [
    "Called at once",
    "",
    "Nobody knew who stands in",
    "The policy names no deputy",
    "",
    "The form was the Principal's own",
    "",
    "Who stands in for the officer",
    "",
    "They decided without the officer",
    "strength",
    "S",
    "Late for the families",
    "Name a deputy in the policy",
    "A. Ruiz",
    "someday",
    "2099-03-01",
    "planning",
    "F. Lead, facilitator",
    "",
    "",
];

pub fn reviewed() -> Table {
    let mut table = played();
    let said = review(table.conduct.as_mut().unwrap(), &WHOLE);
    assert!(said.contains("The review is done for now."), "{said}");
    table
}

/// An improvement action of an exercise that has not ended.
pub fn reviewed_while_played() -> Table {
    let mut table = Table::set();
    let conduct = table.lead("10:00:00");
    conduct.start().unwrap();
    let due = "2099-03-01";
    let one = Improvement { name: "Name a deputy", why: "", owner: "A. Ruiz", due, kind: "planning", from: None };
    conduct.improve(&one).unwrap();
    table
}

#[test]
fn a_review_goes_through_its_steps_and_what_was_typed_is_in_the_case() {
    let mut table = played();
    let said = review(table.conduct.as_mut().unwrap(), &WHOLE);
    assert!(said.contains("First call: 4:00 (reached 7:30)"), "{said}");
    assert!(said.contains("met 2 of 5 (40 %), met or partly 4 of 5 (80 %)"), "{said}");
    assert!(said.contains("Everything that a person had to judge is judged."), "{said}");
    assert!(said.contains("so it cannot be rated yet. What was seen?"), "{said}");
    assert!(said.contains("\"someday\" is no day."), "{said}");
    let conduct = table.conduct.as_ref().unwrap();
    let account = conduct.account();
    assert_eq!(account.figures.objectives[0].rating.as_ref().unwrap().verdict.word(), "S");
    let texts =
        |tag| -> Vec<&str> { account.noted(tag).iter().filter(|one| !one.in_control).map(|one| one.text).collect() };
    assert_eq!(texts(Tag::Strength), ["Called at once"]);
    assert_eq!(texts(Tag::Gap), ["Nobody knew who stands in"]);
    assert_eq!(
        texts(Tag::HotWash),
        ["Surprise: The form was the Principal's own", "For the playbook: Who stands in for the officer"]
    );
    assert_eq!(texts(Tag::Signed), ["F. Lead, facilitator"]);
    assert!(account.left().is_nothing(), "{:?}", account.left());
}

#[test]
fn a_review_that_was_left_is_taken_up_again_where_it_stood() {
    let mut table = played();
    let said = review(table.conduct.as_mut().unwrap(), &["Called at once", ":quit"]);
    assert!(said.contains("Left. What was acknowledged is recorded"), "{said}");
    table.kill();
    let said = review(table.conduct.as_mut().unwrap(), &[]);
    assert!(said.contains("noted already: Called at once"), "{said}");
}

#[test]
fn a_rating_without_an_observation_is_refused() {
    let mut table = played();
    let conduct = table.lead("10:41:00");
    let refused = conduct.judge("o_escalate", breachbook::case::Verdict::Some, None).unwrap_err();
    assert!(refused.to_string().contains("Nothing was noted of the objective"), "{refused}");
}

pub fn run(table: &Table, args: &[&str]) -> Ran {
    let cases = table.cases();
    let mut all = vec!["--cases", cases.to_str().unwrap()];
    all.extend(args);
    Home::new().run(&all)
}

#[test]
fn the_account_for_programs_has_every_figure() {
    let mut table = reviewed();
    table.lead("10:50:00").leave().unwrap();
    let name = table.case().name();
    let ran = run(&table, &["drill", "review", &name, "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(value["schema"], "drill-review/1");
    assert_eq!(value["totals"]["share_met"], serde_json::json!({ "part": 2, "of": 5, "percent": 40 }));
    let figure = |name: &str| value["figures"].as_array().unwrap().iter().find(|one| one["figure"] == name).unwrap();
    assert_eq!(figure("first_call")["took"]["minutes_s"], 240);
    assert_eq!(figure("escalation")["took"]["minutes_s"], 990);
    assert_eq!(figure("escalation")["took"]["real_s"], 1290);
    assert_eq!(figure("notify")["took"]["by_exercise_clock_s"], 2 * 86_400 + 16 * 3600 + 35 * 60 + 30);
    assert_eq!(value["clock"]["paused_s"], 300);
    assert_eq!(value["contingencies"][0]["offered_s"], 18 * 60);
    assert_eq!(value["objectives"][0]["rating"], "S");
    assert_eq!(value["improvements"][0]["name"], "Name a deputy in the policy");
    crate::drills::after_schema::holds(&value);
}

#[test]
fn the_report_from_both_folders_tells_every_section_and_comes_out_the_same_again() {
    let mut table = reviewed();
    table.lead("10:50:00").leave().unwrap();
    let name = table.case().name();
    let out = table.home.path().join("report.md");
    let ran = run(
        &table,
        &["export", &name, "--what", "after-action", "--as", "md", "--out", out.to_str().unwrap(), "--by", "F. Lead"],
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = std::fs::read_to_string(&out).unwrap();
    for section in [
        "1 Summary",
        "2 Overview",
        "3 Objectives",
        "4 Time figures",
        "5 Expected against actual",
        "6 Who decided",
        "7 Contingencies, and writing down",
        "8 Strengths",
        "9 Gaps, with cause and clause",
        "10 What the policy does not say, and what the table decided",
        "11 For the playbook",
        "12 Parked",
        "Improvement actions",
        "Injects as run",
        "Timeline",
    ] {
        let told = text.lines().any(|line| {
            line.starts_with('#') && line.split_whitespace().collect::<Vec<_>>().join(" ").ends_with(section)
        });
        assert!(told, "{section}\n{text}");
    }
    for words in [
        "Nobody can reach the officer",
        "EXERCISE EXERCISE EXERCISE",
        "4:00 (reached 7:30)",
        "16:30, real 21:30",
        "said to have happened 13:30",
        "met 2 of 5 (40 %)",
        "Privacy Officer 1",
        "Response Team 1",
        "median 3:00, longest 3:00, 1 entry with a time given",
        "Nothing was parked.",
        "Name a deputy in the policy",
        "Thu 3 Dec 2026 10:00:30",
        "Fri 13 Nov 2026 15:30:30",
        "The control folder that this was made from",
        "F. Lead, facilitator",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let log = run(&table, &["log", &name, "--json"]);
    let entries: Value = serde_json::from_str(&log.out).unwrap();
    let all = entries.as_array().or_else(|| entries["entries"].as_array()).unwrap();
    let exported = all.iter().find(|one| one["kind"] == "exported").unwrap();
    let entry = exported["name"].as_str().or_else(|| exported["id"].as_str()).unwrap();
    let again = run(&table, &["export", &name, "--again", entry, "--out", "-"]);
    assert_eq!((again.code, again.out), (0, text), "{}", again.err);
    for format in ["pdf", "docx", "html", "csv", "json"] {
        let ran = run(&table, &["export", &name, "--what", "after-action", "--as", format, "--by", "F. Lead"]);
        assert_eq!(ran.code, 0, "{format}: {}", ran.err);
        assert!(ran.out.contains("EXERCISE-"), "{}", ran.out);
    }
}

/// Whoever has the case alone and no account anywhere can read what came of the drill.
#[test]
fn debrief_without_account() {
    let mut table = reviewed();
    table.lead("10:50:00").leave().unwrap();
    std::fs::remove_dir_all(table.control()).unwrap();
    let name = table.case().name();
    let ran =
        run(&table, &["export", &name, "--what", "after-action", "--as", "md", "--out", "-", "--by", "A. Player"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("The report is made from the case alone."), "{}", ran.err);
    for words in [
        "Called at once",
        "Nobody knew who stands in",
        "Name a deputy in the policy",
        "A. Ruiz",
        "F. Lead, facilitator",
        "the director of the exercise knows",
    ] {
        assert!(ran.out.contains(words), "{words}\n{}", ran.out);
    }
    assert!(!ran.out.contains("The officer is told"), "what was expected lies with the facilitators");
}
