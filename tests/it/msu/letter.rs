//! The notice: its five contents, who prepares and reviews it, and how it reaches everybody.

use crate::msu::desk::{CONTENTS, Desk};

#[test]
fn the_notice_cannot_be_finished_with_a_content_missing() {
    let desk = Desk::notifying();
    desk.answers(&[("protection_applicable", "yes")]);
    let all: Vec<&str> = CONTENTS.iter().map(|(question, _)| *question).collect();
    assert_eq!(desk.look().document("notice_letter").1, all);
    assert_eq!(desk.look().item("notice_letter"), "needed");
    for left_out in all {
        let but_one =
            CONTENTS.map(|(question, words)| (question, if question == left_out { "unknown" } else { words }));
        desk.answers(&but_one);
        assert_eq!(desk.look().document("notice_letter"), ("needed".into(), vec![left_out.to_owned()]));
    }
    let refusal = desk.refused(&["task", "prepare_notice", "done", "The unit and IT Services."]);
    assert!(refusal.contains("five required contents"), "{refusal}");
    desk.answers(&CONTENTS);
    assert_eq!(desk.look().document("notice_letter").0, "drafted");

    for (task, words) in [("review_notice", "prepared"), ("notify_persons", "reviewed")] {
        let refusal = desk.refused(&["task", task, "done", "As recorded."]);
        assert!(refusal.contains(words), "{refusal}");
    }
    desk.answers(&[("prepare_notice", "The registrar's office and IT Services."), ("notice_clear", "no")]);
    desk.refused(&["task", "review_notice", "done", "Read."]);
    desk.answers(&[("notice_clear", "yes"), ("review_notice", "General Counsel and Provost.")]);
    assert_eq!(desk.look().document("notice_letter").0, "drafted", "reviewed, and not sent yet");
    desk.answers(&[("notify_persons", "412 by mail, 90 by e-mail.")]);
    let look = desk.look();
    assert_eq!((look.document("notice_letter").0, look.clock("clock_notice")), ("final".into(), "stopped".into()));
}

#[test]
fn methods_are_mail_and_e_mail_and_a_telephone_call_is_none() {
    let desk = Desk::notifying();
    let refusal = desk.refused(&["answer", "notice_methods", "telephone"]);
    assert!(refusal.contains("mail, email"), "{refusal}");
    desk.answers(&[("notice_methods", "mail, email")]);
    desk.record(&["row", "persons", "Ana Example", "residence=MI", "address=1 Elm St"]);
    desk.record(&["row", "persons", "Bo Example", "residence=OH", "email=bo@example.org"]);
    desk.record(&["row", "persons", "Cy Example", "residence=MI", "address=2 Elm St", "email=cy@example.org"]);
    let persons = desk.look().of("registers", "persons");
    assert_eq!(persons["state"], "continuing");
    let open_to: Vec<_> = persons["methods"].as_array().unwrap().iter().map(|method| &method["rows"]).collect();
    assert_eq!(open_to, [2, 2], "by mail where there is an address, by e-mail only where one is held");
    assert_eq!(persons["tallies"][0]["values"][0], serde_json::json!({ "value": "Michigan", "rows": 2 }));
}

#[test]
fn nobody_is_notified_before_it_is_determined() {
    let desk = Desk::open();
    let look = desk.look();
    for id in ["notify_persons", "notice_cost", "prepare_notice", "post_website", "notice_costs"] {
        assert_eq!(look.item(id), "pending", "{id}");
    }
    assert_eq!(look.document("notice_letter").0, "not-needed");
}
