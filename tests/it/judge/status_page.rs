//! The manual's page of `status --json` names every field that is there, and none that is not.

use crate::support::desk::Desk;
use crate::support::say::{self, Deed, FOR, v};
use breachbook::playbook::bundled;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a status holds: the path of every field, and the path of every object that has fields.
#[derive(Default)]
struct Seen {
    fields: BTreeSet<String>,
    objects: BTreeSet<String>,
}

impl Seen {
    fn take(&mut self, value: &Value, path: &str) {
        match value {
            Value::Object(fields) => {
                self.objects.insert(path.to_owned());
                for (name, value) in fields {
                    let field = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.take(value, &field);
                    self.fields.insert(field);
                }
            }
            Value::Array(rows) => rows.iter().for_each(|row| self.take(row, &format!("{path}[]"))),
            _ => {}
        }
    }
}

/// New cases on every bundled playbook, and one of each in which something happened.
fn everything() -> Seen {
    let mut seen = Seen::default();
    let mut ended = super::ends::open();
    ended.answer("occurred", "no");
    seen.take(&super::settled::by_the_council().status(), "");
    seen.take(&super::silences::over().status(), "");
    let why = Deed::RuledOut { reason: "No logs were kept.".into(), adviser: None };
    let mut given_up = super::ends::open();
    given_up.record(say::task("harm", why));
    seen.take(&given_up.status(), "");
    seen.take(&ended.status(), "");
    let mut struck = super::pauses::desk();
    let notice = struck.done("notify", "By post").name;
    struck.record(say::strike(notice).with(&v::strike::REASON, "It was the draft."));
    seen.take(&struck.status(), "");
    let mut again = Desk::open_text("again", crate::again::TEXT);
    again.decide("escalate", "wait", "So it is.");
    again.answer("sign_one", "yes");
    again.answer("affected", "140");
    again.answer("places", "Hall\nGym");
    again.record(say::task("each_place", Deed::Done("Locked.".into())).with(&FOR, "Hall"));
    again.done("offer", "To all");
    again.answer("affected", "9000");
    seen.take(&again.status(), "");
    for offer in bundled::index() {
        let mut desk = Desk::open(&offer.id);
        seen.take(&desk.status(), "");
        match offer.id.as_str() {
            "msu" => {
                desk.answer("ability_believed", "yes");
                desk.decide("significant", "significant", "Every student record.");
                let to = Some("C. Ito".into());
                desk.record(say::pass_on("tell_provost").with_some(&v::pass_on::TO, to));
            }
            "modot" => {
                desk.answer("contractor_data", "yes");
                desk.answer("affected_contractors", "Acme Paving\nBolt Survey");
            }
            "trinity" => {
                desk.answer("multiple_individuals", "yes");
                desk.record(say::defer("serious_harm", "04:00"));
            }
            "shepherd" => {
                desk.answer("data_classes", "restricted");
                desk.answer("affected_users", "100");
            }
            _ => {}
        }
        seen.take(&desk.status(), "");
    }
    seen
}

#[test]
fn every_field_of_the_status_is_in_the_manual_and_every_field_of_the_manual_in_a_status() {
    let page = include_str!("../../../docs/status.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let told: BTreeSet<String> = rows.map(|(field, _)| field.to_owned()).collect();
    let seen = everything();
    let missing: Vec<_> = seen.fields.difference(&told).collect();
    assert!(missing.is_empty(), "not in docs/status.md: {missing:#?}");
    let parent = |field: &str| field.rsplit_once('.').map_or_else(String::new, |(parent, _)| parent.to_owned());
    let gone: Vec<_> = told.difference(&seen.fields).filter(|field| seen.objects.contains(&parent(field))).collect();
    assert!(gone.is_empty(), "only in docs/status.md: {gone:#?}");
}
