//! What came of a drill, as `drill review --json` says it, in the lines in which it was worked out by hand.

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

/// `7:30`, of seconds.
fn m(seconds: &Value) -> String {
    let seconds = seconds.as_u64().unwrap();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn all(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

/// A line for each expectation, then a line for each figure.
pub fn lines(review: &Value) -> Vec<String> {
    let mut lines: Vec<String> = all(&review["expectations"]).map(expected).collect();
    let figures: Vec<&Value> = all(&review["figures"]).collect();
    let minutes = |figure: &Value| figure["took"].get("minutes_s").map_or_else(|| "never".to_owned(), m);
    lines.push(format!("first call {}, reached {}", minutes(figures[0]), minutes(figures[1])));
    lines.extend(figures[2..].iter().map(|figure| timed(figure)));
    let clock = &review["clock"];
    let (played, real, paused) = (m(&clock["played_s"]), m(&clock["real_s"]), m(&clock["paused_s"]));
    lines.push(format!("played {played}, real {real}, paused {paused} ({})", clock["pauses"]));
    lines.extend(all(&clock["set_anew"]).map(|one| {
        let time =
            |key: &str| DateTime::<FixedOffset>::parse_from_rfc3339(text(&one[key])).unwrap().format("%a %H:%M:%S");
        format!("part {} sets the clock from {} to {}, by {}", one["part"], time("from"), time("to"), m(&one["by_s"]))
    }));
    lines.push(totals(&review["totals"]));
    lines.extend(all(&review["contingencies"]).map(contingency));
    lines.push(format!("calls {}, reached {}", review["calls"], review["reached"]));
    let roles = review["decided_by_role"].as_object().unwrap().iter().map(|(role, times)| format!("{role} {times}"));
    let absent = all(&review["decisions"]).filter(|one| one["by_absent"] == true).count();
    lines.push(format!("decided {}; by somebody absent {absent}", roles.collect::<Vec<_>>().join(", ")));
    lines
}

fn expected(one: &Value) -> String {
    let found = match text(&one["by_record"]) {
        "met" if one["ahead"] == true => "met, ahead".to_owned(),
        "met" if one["took_s"].is_u64() => format!("met, {}", m(&one["took_s"])),
        "partly" => format!("partly, late by {}", m(&one["late_by_s"])),
        "missed" if one["closes_s"].is_u64() => format!("missed, closed at {}", m(&one["closes_s"])),
        "skipped" => "n/a, skipped".to_owned(),
        "never-sent" => "n/a, never sent".to_owned(),
        other => other.replace('-', " "),
    };
    let judged = one["by_person"].as_str().map_or_else(String::new, |verdict| format!("{verdict} judged; "));
    format!("{} {judged}{found}", text(&one["id"]))
}

fn timed(figure: &Value) -> String {
    let took = &figure["took"];
    let mut line =
        format!("{} {}", text(&figure["figure"]).replace('_', " "), took.get("minutes_s").map_or("never".into(), m));
    if took.is_object() {
        line += &format!(", real {}, by the clock {}", m(&took["real_s"]), m(&took["by_exercise_clock_s"]));
    }
    if figure["tried"].is_object() {
        line += &format!(", tried {}", m(&figure["tried"]["minutes_s"]));
    }
    for (seat, took) in figure["seats"].as_object().unwrap() {
        line += &format!("; {seat} {}", took.get("minutes_s").map_or("never".into(), m));
    }
    for change in all(&figure["changes"]) {
        let says = change["says"].as_str().unwrap_or("holds no more");
        line += &format!("; then at {}: {says}", m(&change["took"]["minutes_s"]));
    }
    line
}

fn totals(totals: &Value) -> String {
    let share = |key: &str| {
        let share = &totals[key];
        match share["percent"].as_u64() {
            _ if share.is_null() => "nothing".to_owned(),
            Some(percent) => format!("{} of {} ({percent} %)", share["part"], share["of"]),
            None => format!("{} of {}", share["part"], share["of"]),
        }
    };
    format!(
        "met {}, met or partly {}; missed {}, not reached {}, not judged {}, n/a {}",
        share("share_met"),
        share("share_met_or_partly"),
        totals["missed"],
        totals["not_reached"],
        totals["not_judged"],
        totals["na"]
    )
}

fn contingency(one: &Value) -> String {
    let offered = match one["for_expectation"].as_str() {
        Some(expectation) => format!("offered {} for {expectation}", m(&one["offered_s"])),
        None => "not offered".to_owned(),
    };
    let sent = if one["sent_s"].is_u64() { format!("sent {}", m(&one["sent_s"])) } else { "not sent".to_owned() };
    format!("inject {}: {offered}, {sent}", one["inject"])
}
