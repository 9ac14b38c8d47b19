//! A sample of each entry of an exercise and of its control folder.

use breachbook::base::{ItemId, Stamp};
use breachbook::case::{Attendance, ClockAction, Fact, Planning, RealStep, Tag, Verdict};
use breachbook::journal::EntryId;

pub fn every_drill_fact(text: impl Fn() -> String, at: Stamp, entry: &EntryId) -> Vec<Fact> {
    let id = |name| ItemId::new(name).unwrap();
    let words = || Some(text());
    let mut facts = vec![
        Fact::Noted { about: None, text: text(), tag: Some(Tag::HotWash), because: None },
        Fact::DrillOpened {
            title: text(),
            briefing: words(),
            rules: vec![text()],
            roles: vec![id("deputy"), id("principal")],
            is: vec!["player".into(), "simcell".into()],
            numbers: vec![String::new(), "555-0142".into()],
            commit: "00".repeat(32),
        },
        Fact::ExerciseClock {
            action: ClockAction::Part,
            part: Some(id("p2")),
            title: words(),
            text: words(),
            questions: vec![text(), text()],
            minutes: Some(28),
            to: Some(at),
            reason: words(),
        },
        Fact::Released {
            inject: "3A".into(),
            from: text(),
            to: vec!["deputy".into(), text()],
            delivery: "email".into(),
            text: words(),
            gist: None,
            files: vec![format!("{} {}", "0a".repeat(32), text())],
            absent: Some(id("principal")),
        },
        Fact::MessageTaken { entry: entry.clone() },
        Fact::RollCalled { role: id("deputy"), person: text(), attendance: Attendance::Absent },
        Fact::ControlOpened {
            script: "00".repeat(32),
            case: "a".repeat(26),
            files: vec![format!("script/files/list.csv sha256:{}", "00".repeat(32))],
        },
        Fact::Planned {
            injects: vec!["4".into(), "5".into()],
            state: Planning::Held,
            by_min: Some(10),
            before: Some("3".into()),
            reason: words(),
        },
        Fact::Judged {
            of: id("e_told"),
            verdict: Verdict::Partly,
            observations: vec![entry.clone()],
            because: words(),
        },
        Fact::Observed { text: text(), tag: Tag::Gap, inject: Some("3".into()), objective: Some(id("o_escalate")) },
    ];
    let real = |step| Fact::RealEvent { step, words: words(), case: words() };
    facts.extend(RealStep::ALL.map(real));
    facts
}
